"""A catalog that cannot be used ends a build with all of its problems, and stops no server."""

import os
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from mkdocs_model_compare.plugin.catalog_source import file_states
from tests.plugin.small_site import Serving, messages, run_mkdocs

AB, FACT = "ab/index.html", "index.html"
REPORT = (
    "data/models/ada-1.yml:",
    "data/models/bell-2.yml:",
)


@pytest.fixture
def pages(site, monkeypatch):
    monkeypatch.chdir(site.root)
    site.page("index.md", '# Home\n\n<< fact("ada-1", "context_window") >>\n')
    site.page("ab.md", '# Ada or Bell\n\n<< compare("ada-1", "bell-2") >>\n')
    site.page("plain.md", "# Plain\n")
    return site


def break_it(site):
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: many")
    site.edit("data/models/bell-2.yml", "cloud-one", "cloud-nine")


def repair(site):
    site.edit("data/models/ada-1.yml", "context_window: many", "context_window: 300000")
    site.edit("data/models/bell-2.yml", "cloud-nine", "cloud-one")


def boxes(site, path):
    return [box.get_text(" ") for box in site.soup(path).select(".mc-error")]


class TestBuild:
    def test_it_ends_with_every_problem_and_status_1_and_no_traceback(self, pages):
        break_it(pages)
        done = run_mkdocs(pages.root, "build")
        assert done.returncode == 1
        assert "Traceback" not in done.stderr + done.stdout
        assert "The comparisons cannot be made:" in done.stderr
        assert all(done.stderr.count(start) == 1 for start in REPORT)

    def test_what_was_built_before_stays_as_it_was(self, pages):
        pages.build()
        before = {path: path.read_bytes() for path in pages.root.glob("site/**/*") if path.is_file()}
        break_it(pages)
        with pytest.raises(Abort), messages():
            pages.build()
        assert {path: path.read_bytes() for path in pages.root.glob("site/**/*") if path.is_file()} == before

    def test_a_catalog_that_is_not_there_is_such_an_error(self, pages):
        pages.configure(plugins="[{model-compare: {catalog: nowhere}}]")
        with pytest.raises(Abort), messages() as heard:
            pages.build()
        (error,) = heard.errors
        assert error == (
            'The comparisons cannot be made:\nmkdocs.yml: plugins.model-compare.catalog: there is no folder "nowhere" '
            "beside mkdocs.yml; make it, as `model-compare init` does, or correct the option"
        )

    def test_a_catalog_that_may_not_be_looked_into_is_such_an_error(self, pages, monkeypatch):
        scandir = os.scandir

        def refuse(folder="."):
            if Path(folder) == pages.root / "data":
                raise PermissionError(13, "Permission denied", str(folder))
            return scandir(folder)

        monkeypatch.setattr(os, "scandir", refuse)
        with pytest.raises(Abort), messages() as heard:
            pages.build()
        (error,) = heard.errors
        assert error == (
            "The comparisons cannot be made:\ndata: cannot be read (Permission denied); expected a readable folder; "
            "check the link or the rights"
        )

    def test_an_unknown_workload_is_named_with_its_place_and_the_nearest(self, pages):
        pages.write(
            "data/catalog.yml", "workloads: {chat: {name: Chat, requests: 5, input_tokens: 5, output_tokens: 5}}\n"
        )
        pages.configure(plugins="[{model-compare: {workload: chad}}]")
        with pytest.raises(Abort), messages() as heard:
            pages.build()
        (error,) = heard.errors
        assert error == (
            'The comparisons cannot be made:\nmkdocs.yml: plugins.model-compare.workload: there is no workload "chad"; '
            'did you mean "chat"?'
        )

    def test_a_templates_folder_that_is_not_there_is_named(self, pages):
        pages.configure(plugins="[{model-compare: {templates: overrides}}]")
        with pytest.raises(Abort), messages() as heard:
            pages.build()
        (error,) = heard.errors
        assert error == (
            "The comparisons cannot be made:\nmkdocs.yml: plugins.model-compare.templates: there is no folder "
            '"overrides" beside mkdocs.yml; make it, or leave the option out'
        )

    def test_a_template_whose_name_is_nearly_right_is_named(self, pages):
        pages.write("overrides/verdcit.html.jinja", "")
        pages.configure(plugins="[{model-compare: {templates: overrides}}]")
        with pytest.raises(Abort), messages() as heard:
            pages.build()
        assert heard.errors[0].endswith(
            'overrides/verdcit.html.jinja: no template has this name; did you mean "verdict.html.jinja"?'
        )


@pytest.mark.parametrize("dirty", [False, True])
class TestServe:
    def test_pages_show_the_error_and_are_repaired_with_the_catalog(self, pages, dirty):
        serving = Serving(pages, dirty=dirty)
        serving.build()
        break_it(pages)
        heard = serving.build()
        assert len(heard.errors) == 1
        assert all(start in heard.errors[0] for start in REPORT)
        for path in (AB, FACT):
            (box,) = boxes(pages, path)
            assert all(start in box for start in REPORT)
        assert heard.warnings == ([] if not dirty else heard.warnings[:1])
        repair(pages)
        heard = serving.build()
        assert "model-compare: The comparisons can be made again." in heard.ours
        assert boxes(pages, AB) == boxes(pages, FACT) == []
        assert pages.one(FACT, ".mc-fact")["data-mc-value"] == "300000"
        assert pages.soup(AB).select("[data-mc-section=verdict]")

    def test_it_starts_with_a_broken_catalog_and_goes_on(self, pages, dirty):
        break_it(pages)
        serving = Serving(pages, dirty=dirty)
        assert len(serving.build().errors) == 1
        assert len(boxes(pages, FACT)) == 1
        repair(pages)
        assert serving.build().errors == []
        assert boxes(pages, FACT) == []

    def test_the_report_is_logged_once_for_each_change(self, pages, dirty):
        serving = Serving(pages, dirty=dirty)
        break_it(pages)
        assert len(serving.build().errors) == 1
        pages.page("plain.md", "# Plain, edited\n")
        assert serving.build().errors == []
        pages.edit("data/models/ada-1.yml", "many", "a lot")
        assert len(serving.build().errors) == 1

    def test_made_pages_stay_and_show_the_error(self, pages, dirty):
        pages.configure(plugins="[{model-compare: {pages: {comparisons: [[ada-1, cray-3]], models: true}}}]")
        pages.page("index.md", "# Home\n\n[it](compare/ada-1-vs-cray-3.md)\n")
        serving = Serving(pages, dirty=dirty)
        serving.build()
        break_it(pages)
        heard = serving.build()
        assert [text for text in heard.warnings if "dirty" not in text] == []
        assert len(boxes(pages, "compare/ada-1-vs-cray-3/index.html")) == 1
        assert boxes(pages, "compare/models/bell-2/index.html")
        repair(pages)
        serving.build()
        assert boxes(pages, "compare/ada-1-vs-cray-3/index.html") == []
        assert pages.soup("compare/models/ada-1/index.html").select("h2#comparisons")


def test_a_file_that_goes_between_two_looks_is_none(tmp_path, monkeypatch):
    """As the one of an editor, while a server looks for what has changed."""
    for name in ("a.yml", "b.yml~"):
        (tmp_path / name).write_text("a: 1\n", "utf-8")
    found = sorted(tmp_path.iterdir())
    monkeypatch.setattr(Path, "rglob", lambda _folder, _pattern: found)
    monkeypatch.setattr(Path, "is_file", lambda _path: True)
    found[1].unlink()
    assert [path for path, _, _ in file_states(tmp_path)] == [str(found[0])]
