"""Files for programs: beside each comparison, and of the whole site; only where they are asked for."""

import json
import subprocess
import sys
from importlib import import_module

import pytest

from mkdocs_model_compare.rendering.exporting import export_schema
from mkdocs_model_compare.rendering.exporting.facts import facts_schema
from tests.plugin.small_site import MODELS, Serving

# It has no types.
Validator = import_module("jsonschema").Draft202012Validator
ALL = "[json, markdown, catalog, llms]"


@pytest.fixture
def exporting(site):
    """A site with one made comparison and one by hand."""
    site.page("index.md", "# Home\n")
    site.page("own.md", '# My own words\n\n<< compare("cray-3", "ada-1", exclude=["faq"]) >>\n')

    def build(exports=ALL, rest=""):
        pages = f"{{comparisons: [[ada-1, bell-2]], models: true, index: true, exports: {exports}}}"
        site.configure(
            plugins=f"[{{model-compare: {{pages: {pages}}}}}]", rest=f"site_url: https://example.org/x/\n{rest}"
        )
        site.build()
        return site.root / "site"

    return build


def read(path):
    return json.loads(path.read_text("utf-8"))


def test_what_makes_them_is_not_loaded_with_the_plugin():
    """What a site does not ask for takes none of its start."""
    script = "import sys, mkdocs_model_compare.plugin; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    rare = ("rendering.exporting", "rendering.text", "site.exports", "catalog.meanings", "catalog.json_schema", "cli")
    assert "mkdocs_model_compare.site.building" in loaded
    assert not {f"mkdocs_model_compare.{name}" for name in rare} & {*loaded}


def test_nothing_is_written_unless_asked_for(exporting):
    built = exporting("[]")
    assert not list(built.rglob("index.json"))
    assert not (built / "catalog.json").exists()
    assert not (built / "llms.txt").exists()


def test_each_comparison_has_its_json_beside_it(exporting):
    built = exporting("[json]")
    made = read(built / "compare/ada-1-vs-bell-2/index.json")
    Validator(export_schema()).validate(made)
    assert [model["id"] for model in made["models"]] == ["ada-1", "bell-2"]
    assert "related" not in made["sections"]
    own = read(built / "own/index.json")
    assert [model["id"] for model in own["models"]] == ["cray-3", "ada-1"]
    assert "faq" not in own["sections"]


def test_and_its_markdown(exporting):
    text = (exporting("[markdown]") / "compare/ada-1-vs-bell-2/index.md").read_text("utf-8")
    assert text.startswith("# Ada 1 vs Bell 2\n\nAda 1 ")
    assert "| Context window | 200k" in text
    assert "## Related" not in text


def test_a_page_names_its_other_forms(site, exporting):
    exporting()
    links = site.soup("own/index.html").select("head link[rel=alternate]")
    assert [(link["type"], link["href"]) for link in links] == [
        ("application/json", "index.json"),
        ("text/markdown", "index.md"),
    ]
    assert not site.soup("compare/models/ada-1/index.html").select("head link[rel=alternate]")


def test_without_directory_urls_they_bear_the_pages_names(site, exporting):
    built = exporting(rest="use_directory_urls: false")
    assert (built / "compare/ada-1-vs-bell-2.json").is_file()
    assert (built / "own.md").is_file()
    assert site.soup("own.html").select_one("link[type='application/json']")["href"] == "own.json"


def test_an_author_can_link_to_them(site, exporting):
    site.page("index.md", "# Home\n\n[json](compare/ada-1-vs-bell-2/index.json) [all](catalog.json) [l](llms.txt)\n")
    exporting(rest="validation: {links: {not_found: warn, unrecognized_links: warn}}")
    assert site.soup().find("a", string="json")["href"] == "compare/ada-1-vs-bell-2/index.json"


def test_the_facts_of_the_site_are_one_file_with_sources_and_licences(exporting):
    facts = read(exporting("[catalog]") / "catalog.json")
    Validator(facts_schema()).validate(facts)
    assert [model["id"] for model in facts["models"]] == sorted(MODELS)
    ada = facts["models"][0]
    window = next(fact for fact in ada["facts"] if fact["path"] == "context_window")
    assert (window["value"], window["state"]) == ("200000", "known")
    assert facts["sources"][window["source"] - 1]["url"] == "https://example.org/ada"
    assert {one["id"] for one in facts["licenses"]} == {"closed", "open"}
    assert not any(fact["state"] == "unknown" for model in facts["models"] for fact in model["facts"])


def test_language_models_get_a_list_that_leads_to_the_texts(exporting):
    text = (exporting() / "llms.txt").read_text("utf-8")
    assert text.startswith(
        "# Small\n\n## Comparisons\n\n"
        "- [Ada 1 vs Bell 2](https://example.org/x/compare/ada-1-vs-bell-2/index.md): Ada 1 and "
    )
    assert "- [My own words](https://example.org/x/own/index.md)\n" in text
    assert "## Models\n\n- [Ada 1](https://example.org/x/compare/models/ada-1/): A small model.\n" in text


def test_a_file_of_the_authors_stands_for_ours(site, exporting):
    site.page("llms.txt", "mine\n")
    assert (exporting() / "llms.txt").read_text("utf-8") == "mine\n"


def test_a_rebuild_that_keeps_pages_keeps_what_is_beside_them(site, exporting):
    exporting()
    serving = Serving(site, dirty=True)
    serving.build()
    beside = {path: path.stat().st_mtime_ns for path in (site.root / "site").rglob("index.json")}
    site.edit("data/models/bell-2.yml", "output: 2", "output: 3")
    serving.build()
    written = {path.parent.name for path, before in beside.items() if path.stat().st_mtime_ns != before}
    assert written == {"ada-1-vs-bell-2"}
