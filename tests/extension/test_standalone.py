"""The extension without a plugin behind it: options, the catalog on disk, what the program around it leaves behind."""

import logging
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from markdown.preprocessors import Preprocessor

from mkdocs_model_compare.extension import make_extension

COMPARISON = '<< compare("a", "b") >>'
# How each of them begins.
SCRIPTS = {"pages": '<script type="module">// Made by', "tables": '<script type="module">/* What tables'}
MODEL = """\
name: Model {letter}
developer: Acme
context_window: {tokens}
sources:
  card: {{url: https://example.org/{letter}, retrieved: 2026-01-02}}
provenance: {{default: card}}
reviewed: 2026-01-02
"""


@pytest.fixture
def project(tmp_path):
    """A folder with a catalog of two models, `a` and `b`."""
    models = tmp_path / "data" / "models"
    models.mkdir(parents=True)
    for letter, tokens in (("a", 200_000), ("b", 128_000)):
        (models / f"{letter}.yml").write_text(MODEL.format(letter=letter.upper(), tokens=tokens), "utf-8")
    return tmp_path


def convert(text: str, *extensions: str, **options: Any) -> str:
    return markdown.markdown(text, extensions=[*extensions, make_extension(**options)])


def touch(path: Path, text: str) -> None:
    """Write the file as if a second had passed."""
    later = path.stat().st_mtime_ns + 10**9
    path.write_text(text, "utf-8")
    os.utime(path, ns=(later, later))


def test_the_catalog_is_read_relative_to_the_working_folder(project, monkeypatch):
    monkeypatch.chdir(project)
    html = convert('It holds << fact("a", "context_window") >>.')
    assert 'data-mc-value="200000"' in html
    assert 'id="mc-source-1"' in html


def test_facts_in_a_text_are_given_in_full_where_their_short_forms_read_alike(project):
    (project / "data/models/c.yml").write_text(MODEL.format(letter="C", tokens=131_072), "utf-8")
    fact = '<< fact("{}", "context_window") >>'.format

    def told(text: str) -> list[str]:
        return re.findall(r'tokens">([\w,]+)</span>', convert(text, catalog=str(project / "data")))

    assert told(f"It holds {fact('b')} and not {fact('c')}, nor {fact('zz')}.") == ["128,000", "131,072"]
    assert told(f"It holds {fact('b')} and not {fact('a')}.") == ["128k", "200k"]


def test_one_token_is_not_called_tokens_and_an_unknown_kind_of_content_no_price(project):
    (project / "data/models/c.yml").write_text(MODEL.format(letter="C", tokens=1), "utf-8")
    text = 'It holds << fact("c", "context_window") >> and takes << fact("c", "modalities.input") >>.'
    html = convert(text, catalog=str(project / "data"))
    assert '<span title="1 token">1</span>' in html
    assert '<span class="mc-unknown">unknown</span>' in html


def test_a_whole_comparison_has_its_sources_in_its_last_section(project):
    html = convert(COMPARISON, "toc", catalog=str(project / "data"))
    assert re.findall(r'data-mc-section="(\w+)"', html)[0] == "summary"
    assert html.count('<ol class="mc-sources">') == 1
    assert html.index('data-mc-section="reviewed"') < html.index('<ol class="mc-sources">')
    assert "<!--mc-sources-->" not in html
    cited = set(re.findall(r'href="#(mc-source-\d+)"', html))
    assert cited == set(re.findall(r'id="(mc-source-\d+)"', html)) == {"mc-source-1", "mc-source-2"}


def test_the_extension_goes_by_its_entry_point_and_by_its_module(project, monkeypatch):
    monkeypatch.chdir(project)
    for name in ("model_compare", "mkdocs_model_compare.extension"):
        assert 'class="mc-model"' in markdown.markdown('<< model("a") >>', extensions=[name])


def test_the_styles_are_in_the_page(project):
    html = convert('<< model("a") >>', catalog=str(project / "data"))
    assert html.startswith("<style>/*")
    assert "<style>" not in convert("Text", catalog=str(project / "data"))


def test_the_scripts_that_have_anything_to_add_are_in_the_page_once(project):
    def found(text):
        html = convert(text, catalog=str(project / "data"))
        return [kind for kind, mark in SCRIPTS.items() for _ in range(html.count(mark))]

    assert found("Text") == []
    assert found('<< model("a") >>') == []
    assert found('<< fact("a", "context_window") >>') == ["pages"]
    assert found(f"{COMPARISON}\n\n{COMPARISON}") == ["pages"]
    assert found("<< models() >>\n\n<< picker() >>") == ["pages", "tables"]


def test_no_text_of_a_script_ends_it_early():
    """In a script's text these begin or end an element, wherever they stand."""
    for file in files("mkdocs_model_compare.rendering").joinpath("assets").iterdir():
        if file.name.endswith(".js"):
            assert re.findall(r"</?script|<!--", file.read_text("utf-8"), re.IGNORECASE) == [], file.name


def test_scripts_go_into_the_page_as_they_are(project):
    html = convert(f"{COMPARISON}\n\n<< models() >>", "smarty", "abbr", "md_in_html", catalog=str(project / "data"))
    for name in ("model-compare.js", "model-compare-picker.js"):
        text = files("mkdocs_model_compare.rendering").joinpath("assets", name).read_text("utf-8")
        assert f'<script type="module">{text}</script>' in html


def test_the_options_reach_the_page(project):
    overrides = project / "overrides"
    overrides.mkdir()
    (overrides / "related.html.jinja").write_text('<div class="mc mc-related">own words</div>', "utf-8")
    options = {"catalog": str(project / "data"), "templates": str(overrides), "stale_after": 1}
    assert "own words" in convert('<< related("a", "b") >>', **options)
    assert 'class="mc-stale"' in convert('<< reviewed("a", "b") >>', **options)
    assert 'class="mc-stale"' not in convert('<< reviewed("a", "b") >>', **{**options, "stale_after": 0})
    text = '<< monthly_cost("a", "b") >>'
    assert "4,321 requests" in convert(text, catalog=str(project / "data"), workload={"requests": 4321})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"catalog": 1}, "model_compare: catalog: expected a folder; this is 1"),
        ({"templates": ["x"]}, "model_compare: templates: expected a folder; this is ['x']"),
        ({"stale_after": -1}, "model_compare: stale_after: expected a number of days, 0 for never; this is -1"),
        ({"stale_after": "x"}, "model_compare: stale_after: expected a number of days, 0 for never; this is 'x'"),
        ({"workload": {"request": 1}}, 'model_compare: workload: there is no key "request"; did you mean "requests"?'),
    ],
)
def test_a_wrong_option_is_refused_at_once(options, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        make_extension(**options)


def test_nothing_is_read_for_a_page_without_macros(tmp_path, caplog):
    assert convert("Text", catalog=str(tmp_path / "nowhere")) == "<p>Text</p>"
    assert caplog.records == []


def test_a_catalog_that_cannot_be_read_is_reported_once_for_all_pages(project, caplog):
    catalog = str(project / "data")
    (project / "data" / "models" / "a.yml").write_text("name: A\ndevelopr: Acme\n", "utf-8")
    pages = [convert(f"{COMPARISON}\n\n{COMPARISON}", catalog=catalog) for _ in range(3)]
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert f"{catalog}/models/a.yml:2:1" in record.getMessage()
    assert all(page.count("models/a.yml:2:1") == 1 and page.count('class="mc mc-error"') == 2 for page in pages)


def test_a_workload_that_the_catalog_lacks_is_reported_like_the_catalog(project, caplog):
    html = convert(COMPARISON, catalog=str(project / "data"), workload="nightly")
    assert "workload: there is no workload &quot;nightly&quot;" in html.replace('"nightly"', "&quot;nightly&quot;")
    assert len(caplog.records) == 1


def test_a_folder_of_templates_that_is_not_there_is_reported_until_it_is(project, caplog):
    options = {"catalog": str(project / "data"), "templates": str(project / "ours")}
    assert "there is no folder" in convert(COMPARISON, **options)
    (record,) = caplog.records
    folder = project / "ours"
    assert record.getMessage() == f'templates: there is no folder "{folder}"; make it, or leave the option out'
    folder.mkdir()
    assert 'class="mc-model"' in convert('<< model("a") >>', **options)


def test_an_edit_of_the_catalog_is_seen_by_the_next_page(project):
    text, catalog = '<< fact("a", "context_window") >>', str(project / "data")
    model = project / "data" / "models" / "a.yml"
    assert 'data-mc-value="200000"' in convert(text, catalog=catalog)
    touch(model, MODEL.format(letter="A", tokens=300_000))
    assert 'data-mc-value="300000"' in convert(text, catalog=catalog)
    touch(model, "name: [")
    assert "mc-error" in convert(text, catalog=catalog)
    touch(model, MODEL.format(letter="A", tokens=400_000))
    assert 'data-mc-value="400000"' in convert(text, catalog=catalog)


def test_warnings_go_where_strict_builds_count_them(project, caplog):
    convert('Text << model("zz") >>', catalog=str(project / "data"))
    (record,) = caplog.records
    assert record.name.startswith("mkdocs.")
    assert record.getMessage() == (
        'line 1: there is no model "zz" in the catalog\n    << model("zz") >>\n             ^^^^'
    )


class Context(Preprocessor):
    """As Zensical registers it, after the extensions."""

    def __init__(self, root: Path, path: str) -> None:
        super().__init__()
        self.page = SimpleNamespace(path=path)
        self.config = {"root_dir": str(root), "docs_dir": "pages"}

    def run(self, lines: list[str]) -> list[str]:
        return lines


def test_beside_zensical_paths_are_those_of_the_project_and_lines_those_of_the_file(project, caplog):
    (project / "pages").mkdir()
    (project / "pages" / "index.md").write_text('---\ntitle: T\n---\n\n<< model("zz") >>\n', "utf-8")
    md = markdown.Markdown(extensions=[make_extension()])
    md.preprocessors.register(Context(project, "index.md"), "rendering_context", 0)
    md.convert('<< model("zz") >>\n')
    assert caplog.records[0].getMessage().splitlines()[0] == 'index.md:5: there is no model "zz" in the catalog'


def test_a_page_that_is_no_file_has_no_lines(project, caplog):
    md = markdown.Markdown(extensions=[make_extension()])
    md.preprocessors.register(Context(project, "made.md"), "rendering_context", 0)
    md.convert('<< model("zz") >>\n')
    assert caplog.records[0].getMessage().splitlines()[0] == 'made.md: there is no model "zz" in the catalog'


SITE = """\
site_name: Site
theme: {name: null, custom_dir: theme}
plugins: []
markdown_extensions: [model_compare]
"""


def test_in_mkdocs_without_the_plugin_a_mistake_fails_the_strict_build_with_its_line(project, tmp_path_factory):
    (project / "mkdocs.yml").write_text(SITE, "utf-8")
    (project / "theme").mkdir()
    (project / "theme" / "main.html").write_text("{{ page.content }}", "utf-8")
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text(
        '---\ntitle: T\n---\n\n<< summary("a", "b") >>\n\n<< model("zz") >>\n', "utf-8"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(project / "mkdocs.yml")]
    # In another folder, as paths are the project's and not the working folder's.
    built = subprocess.run(
        command, cwd=tmp_path_factory.mktemp("elsewhere"), capture_output=True, text=True, check=False
    )
    assert built.returncode == 1
    assert 'WARNING -  index.md:7: there is no model "zz" in the catalog' in built.stderr
    assert built.stderr.count("WARNING") == 1
