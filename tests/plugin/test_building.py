"""The plugin in builds of every shape: what it adds, where it finds things, and that it makes no noise."""

from importlib.resources import files

import pytest
from mkdocs.exceptions import Abort

from tests.plugin.small_site import MODELS, Messages, Serving, Site, messages, run_mkdocs

COMPARE = '# Ada or Bell\n\n<< compare("ada-1", "bell-2") >>\n'
STYLES = (files("mkdocs_model_compare.rendering") / "assets" / "model-compare.css").read_text("utf-8")


def sections(site, path="index.html"):
    return [part["data-mc-section"] for part in site.soup(path).select("[data-mc-section]")]


@pytest.fixture
def page(site):
    site.page("index.md", COMPARE)
    return site


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_strict_build_has_a_comparison_and_nothing_to_say(page, theme):
    page.configure(rest=f"theme: {theme}")
    heard = page.build()
    assert len(sections(page)) == 14
    assert (heard.warnings, heard.errors, heard.ours) == ([], [], [])


def test_headings_are_headings_of_the_page(page):
    page.build()
    assert page.soup().select("h2#verdict, h2#pricing, h2#faq")
    assert page.soup().select("a[href='#verdict']")


class TestTheStylesheet:
    def test_pages_with_a_macro_link_it_and_others_do_not(self, page):
        page.page("sub/deep.md", '# Deep\n\n<< fact("ada-1", "name") >>\n')
        page.page("plain.md", "# Plain\n")
        page.build()
        (link,) = [one for one in page.soup().select("head link") if "model-compare" in one["href"]]
        path, _, version = link["href"].partition("?v=")
        assert (path, link["rel"], len(version)) == ("assets/model-compare.css", ["stylesheet"], 8)
        assert f'"../../assets/model-compare.css?v={version}"' in page.html("sub/deep/index.html")
        assert "model-compare.css" not in page.html("plain/index.html")
        assert (page.root / "site/assets/model-compare.css").read_text("utf-8") == STYLES

    @pytest.mark.parametrize(("path", "up"), [("index.html", ""), ("sub/deep.html", "../")])
    def test_it_is_found_without_directory_urls(self, page, path, up):
        page.configure(rest="use_directory_urls: false")
        page.page("sub/deep.md", '# Deep\n\n<< fact("ada-1", "name") >>\n')
        page.build()
        assert f'"{up}assets/model-compare.css?v=' in page.html(path)

    def test_its_address_changes_with_what_is_in_it(self, page, monkeypatch):
        page.build()
        before = page.html()
        monkeypatch.setattr("pathlib.Path.read_text", lambda *_: "changed {}")
        from mkdocs_model_compare.site.files import Asset  # noqa: PLC0415 - the patch must be in place

        assert Asset("model-compare.css")._version not in before

    def test_the_authors_own_file_of_this_name_stands_for_it(self, page):
        page.page("assets/model-compare.css", "own {}\n")
        page.build()
        assert (page.root / "site/assets/model-compare.css").read_text("utf-8") == "own {}\n"


class TestTheExtension:
    def test_one_that_is_listed_for_other_programs_takes_the_plugins_options(self, page):
        page.configure(
            plugins="[{model-compare: {workload: {requests: 7}}}]",
            rest="markdown_extensions: [{model_compare: {catalog: elsewhere, workload: {requests: 9}}}]",
        )
        assert page.build().warnings == []
        assert len(sections(page)) == 14

    @pytest.mark.parametrize("name", ["mkdocs_model_compare.extension", "model_compare"])
    def test_it_is_there_once(self, page, name):
        page.configure(rest=f"markdown_extensions: [{name}]")
        page.page("index.md", '# Wrong\n\n<< compare("ada-1") >>\n')
        assert len(page.build(strict=False).warnings) == 1


class TestMistakes:
    TEXT = '---\ntitle: Wrong\n---\n\n# Wrong\n\n<< compare("ada-1", "bel-2") >>\n'
    WARNING = (
        'model-compare: sub/wrong.md:7: there is no model "bel-2"; did you mean "bell-2"?\n'
        '    << compare("ada-1", "bel-2") >>\n'
        "                        ^^^^^^^"
    )

    def test_each_is_one_warning_with_its_page_and_line(self, site):
        site.page("index.md", "# Home\n")
        site.page("sub/wrong.md", self.TEXT)
        assert site.build(strict=False).warnings == [self.WARNING]

    def test_a_strict_build_fails(self, site):
        site.page("index.md", self.TEXT)
        with pytest.raises(Abort, match="Aborted with 1 warnings in strict mode"):
            site.build(strict=True)

    def test_the_command_fails_by_its_status(self, site):
        site.page("index.md", self.TEXT)
        done = run_mkdocs(site.root, "build", "--strict")
        assert done.returncode == 1
        assert "index.md:7: there is no model" in done.stderr


class TestWhereThingsAre:
    def test_the_catalog_is_beside_mkdocs_yml_wherever_the_command_is_called(self, page, tmp_path_factory):
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        done = run_mkdocs(elsewhere, "build", "--strict", "--config-file", str(page.root / "mkdocs.yml"))
        assert done.returncode == 0, done.stderr
        assert len(sections(page)) == 14

    def test_with_inherit_it_is_beside_the_file_that_was_named(self, page):
        page.write("base.yml", "site_name: Base\nplugins: {model-compare: {catalog: facts}}\n")
        page.write("mkdocs.yml", "INHERIT: base.yml\n")
        (page.root / "data").rename(page.root / "facts")
        page.build()
        assert len(sections(page)) == 14

    def test_it_can_be_inside_the_docs_folder(self, page):
        page.configure(plugins="[{model-compare: {catalog: docs/data}}]")
        (page.root / "data").rename(page.root / "docs/data")
        page.build()
        assert len(sections(page)) == 14

    def test_the_docs_folder_can_be_elsewhere(self, page):
        page.configure(rest="docs_dir: pages/en\nsite_dir: out")
        (page.root / "pages").mkdir()
        (page.root / "docs").rename(page.root / "pages/en")
        page.build()
        assert "data-mc-section" in (page.root / "out/index.html").read_text("utf-8")

    def test_the_users_templates_are_used_block_by_block(self, page):
        page.write(
            "overrides/related.html.jinja",
            '{% extends "shipped/related.html.jinja" %}{% block body %}<p>Mine.</p>{% endblock %}\n',
        )
        page.configure(plugins="[{model-compare: {templates: overrides}}]")
        page.build()
        assert page.one("index.html", "[data-mc-section=related]").get_text(strip=True) == "Mine."


def test_two_sites_in_one_process_do_not_mix(page, tmp_path_factory):
    other = Site(tmp_path_factory.mktemp("other"))
    other.configure(plugins="[{model-compare: {workload: {requests: 3}}}]")
    other.catalog({name: text.replace("name: Ada 1", "name: Ida 1") for name, text in MODELS.items()})
    other.page("other.md", COMPARE)
    other.page("index.md", "# Home\n")
    page.build()
    other.build()
    assert "Ida 1" in other.html("other/index.html")
    assert "Ada 1" not in other.html("other/index.html")
    assert other.one("other/index.html", "[data-mc-section=related]").select("a") == []
    first = sections(page)
    page.build()
    assert sections(page) == first
    assert "Ida 1" not in page.html()


def test_unchanged_files_of_the_catalog_are_not_read_again(page, monkeypatch):
    serving = Serving(page, dirty=False)
    serving.build()
    read = []
    real = type(page.root).read_bytes

    def noting(path):
        read.append(path.name)
        return real(path)

    monkeypatch.setattr(type(page.root), "read_bytes", noting)
    serving.build()
    assert read == []
    page.edit("data/models/ada-1.yml", "output: 5", "output: 6")
    serving.build()
    assert read == ["ada-1.yml"]


def test_materials_plugins_go_along(page):
    page.configure(
        plugins="[search, tags, privacy, meta, model-compare, {blog: {blog_dir: news}}]",
        rest="theme: {name: material, font: false}",
    )
    post = '# Post\n\nAda has << fact("ada-1", "context_window") >>.\n\n<!-- more -->\n\nMore.\n'
    page.page("news/index.md", "# News\n")
    page.page("news/posts/one.md", f"---\ndate: 2026-03-01\n---\n{post}")
    heard: Messages
    with messages() as heard:
        page.build(strict=False)
    assert [text for text in heard.warnings if "model-compare" in text] == []
    for path in ("news/index.html", "news/2026/03/01/post/index.html"):
        assert page.one(path, ".mc-fact")["data-mc-value"] == "200000"
        assert "model-compare.css" in page.html(path)
