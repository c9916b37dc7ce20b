"""`pages` lists what a build would make and what not, without building, and says how large that is."""

import json
from pathlib import Path

import pytest

from mkdocs_model_compare.pages import sizes
from tests.cli.running import run
from tests.plugin.small_site import Site


@pytest.fixture
def site(tmp_path, monkeypatch):
    made = Site(tmp_path)
    made.catalog()
    monkeypatch.chdir(tmp_path)
    return made


@pytest.fixture
def listed(site):
    """Configure the option `pages`, and run the command in the site's folder."""

    def call(pages, *arguments):
        site.configure(plugins=f"[{{model-compare: {{pages: {pages}}}}}]")
        return run("pages", *arguments)

    return call


def test_every_page_is_a_line_and_those_not_made_say_why(site, listed):
    site.page("compare/bell-2-vs-ada-1.md", "# Own\n")
    site.page("compare/models/ada-1/index.md", "# Ada\n")
    site.model("dab-4", "name: Dab 4\ndeveloper: Acme\n")
    shown = listed("{comparisons: all, models: {where: developer = acme and status = active}, index: true}")
    assert shown.exit_code == 0, shown.output
    *lines, last = shown.output.splitlines()
    assert lines == [
        "compare/ada-1-vs-cray-3.md  Ada 1 vs Cray 3",
        "compare/bell-2-vs-cray-3.md  Bell 2 vs Cray 3",
        "compare/models/cray-3.md  Cray 3",
        "compare/models/dab-4.md  Dab 4",
        "compare/index.md  Model comparisons",
        "compare/ada-1-vs-dab-4.md  not made: it would say little: only 1 of 27 facts is known of every model",
        "compare/bell-2-vs-dab-4.md  not made: it would say little: only 1 of 27 facts is known of every model",
        "compare/cray-3-vs-dab-4.md  not made: it would say little: only 1 of 27 facts is known of every model",
        "compare/ada-1-vs-bell-2.md  not made: compare/bell-2-vs-ada-1.md is your own page there",
        "compare/models/ada-1.md  not made: compare/models/ada-1/index.md is your own page there",
    ]
    assert last.startswith("5 pages: 2 comparisons, 2 models, 1 index; about 0.")
    assert last.endswith(" MB in Material")


@pytest.mark.parametrize("suffix", ["md", "markdown", "mdown", "mkdn", "mkd"])
def test_a_page_of_the_authors_is_one_by_any_name_that_mkdocs_takes_for_a_pages(site, listed, suffix):
    site.page(f"compare/ada-1-vs-bell-2.{suffix}", "# Own\n")
    shown = listed("{comparisons: [[ada-1, bell-2]]}")
    own = f"compare/ada-1-vs-bell-2.{suffix} is your own page there"
    assert shown.output.splitlines()[0] == f"compare/ada-1-vs-bell-2.md  not made: {own}"
    site.page("index.md", "# Home\n")
    site.build()
    assert "Own" in site.one("compare/ada-1-vs-bell-2/index.html", "h1").get_text()


def test_what_the_configuration_inherits_is_asked_for_as_well(site):
    site.write("shared/base.yml", "plugins: [{model-compare: {pages: {comparisons: [[ada-1, bell-2]]}}}]\n")
    site.write("mkdocs.yml", "INHERIT: shared/base.yml\nsite_name: Small\n")
    shown = run("pages")
    assert shown.output.splitlines()[0] == "compare/ada-1-vs-bell-2.md  Ada 1 vs Bell 2"


def test_the_same_pages_are_made_by_a_build(site, listed):
    pages = "{comparisons: {nearest: 1}, models: true, index: true}"
    said = json.loads(listed(pages, "--format", "json").output)
    site.page("index.md", "# Home\n")
    site.build()
    built = (path.parent for path in Path("site/compare").rglob("*.html"))
    made = {path.relative_to("site").as_posix() for path in built}
    assert {page["path"].removesuffix(".md").removesuffix("/index") for page in said["pages"]} == made


def test_it_tells_why_a_pair_is_near(listed):
    lines = listed("{comparisons: {nearest: 1}}", "--why").output.splitlines()
    assert lines[0] == (
        "compare/ada-1-vs-bell-2.md  Ada 1 vs Bell 2  (near, with 2 points: like price, context window)"
    )
    assert lines[1] == (
        "compare/ada-1-vs-cray-3.md  Ada 1 vs Cray 3  (near, with 5 points: family, like price, openness)"
    )
    assert "  3  family: one family" in lines


def test_json_has_pages_and_those_not_made(site, listed):
    site.page("compare/bell-2-vs-ada-1.md", "# Own\n")
    told = json.loads(listed("{comparisons: all}", "--format", "json").output)
    assert told["version"] == 1
    assert told["not_made"] == [
        {
            "kind": "comparison",
            "path": "compare/ada-1-vs-bell-2.md",
            "models": ["ada-1", "bell-2"],
            "why": "all pairs",
            "reason": "compare/bell-2-vs-ada-1.md is your own page there",
        }
    ]
    assert told["bytes"] > 20_000


def test_what_is_wrong_is_said_as_by_the_build(listed):
    shown = listed("{comparisons: [[ada-1, bel-2]], path: CNAME}")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr == (
        'mkdocs.yml:2:50: plugins.model-compare.pages.comparisons[0]: there is no model "bel-2"; '
        'did you mean "bell-2"?\n'
    )
    shown = listed("{comparison: all}")
    assert shown.stderr == (
        "mkdocs.yml:2:48: plugins.model-compare.pages.comparison: there is no such option; "
        'did you mean "comparisons"?\n'
    )


def test_nothing_asked_for_is_said(site):
    site.configure(plugins="[model-compare]")
    assert run("pages").output == "no pages; the option pages of the plugin asks for them\n"


def test_more_than_github_takes_is_warned_about(listed, monkeypatch):
    monkeypatch.setattr("mkdocs_model_compare.cli.pages.LIMIT", 1000)
    assert sizes.LIMIT == 1_000_000_000
    shown = listed("{comparisons: all}")
    assert shown.exit_code == 0
    assert shown.stderr == "warning: that is more than GitHub Pages takes, 1 GB: make fewer pages, or filter them\n"


def test_without_a_site_it_says_where_to_look(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shown = run("pages")
    assert shown.exit_code == 2
    assert "there is no mkdocs.yml here; name it with --config-file" in shown.output
