"""What search engines, feeds and cards are told of made pages: each its own title, words, address and place."""

import json
import re

import pytest

from tests.plugin.small_site import MODELS

ALL = "{comparisons: all, models: true, index: true}"
WHERE = "https://example.org/repo/docs/"


@pytest.fixture
def found(site):
    site.page("index.md", "# Home\n")

    def build(pages=ALL, rest="", plugins="search, "):
        site.configure(
            plugins=f"[{plugins}{{model-compare: {{pages: {pages}}}}}]",
            rest=f"site_url: {WHERE}\ntheme: material\n{rest}",
        )
        site.build()
        return {
            path.parent.relative_to(site.root / "site").as_posix(): site.soup(path.relative_to(site.root / "site"))
            for path in (site.root / "site/compare").rglob("*.html")
        }

    return build


def told(page):
    return [json.loads(script.string) for script in page.select('head script[type="application/ld+json"]')]


def test_titles_and_descriptions_differ_and_addresses_are_the_pages_own(found):
    pages = found()
    assert len(pages) == 3 + len(MODELS) + 1
    descriptions = {page.find("meta", attrs={"name": "description"})["content"] for page in pages.values()}
    assert len({page.title.get_text() for page in pages.values()}) == len(descriptions) == len(pages)
    for path, page in pages.items():
        assert page.find("link", rel="canonical")["href"] == f"{WHERE}{path}/"


def test_breadcrumbs_lead_from_the_site_by_the_index_to_the_page(found):
    (crumbs,) = told(found()["compare/models/ada-1"])
    assert crumbs["@type"] == "BreadcrumbList"
    assert [(one["position"], one["name"], one["item"]) for one in crumbs["itemListElement"]] == [
        (1, "Small", WHERE),
        (2, "Model comparisons", f"{WHERE}compare/"),
        (3, "Ada 1", f"{WHERE}compare/models/ada-1/"),
    ]


def test_they_go_without_an_index_that_is_not_made_and_are_not_there_without_an_address(site, found):
    (crumbs,) = told(found("{models: true}")["compare/models/ada-1"])
    assert [one["name"] for one in crumbs["itemListElement"]] == ["Small", "Ada 1"]
    site.configure(plugins="[{model-compare: {pages: {models: true}}}]", rest="theme: material")
    site.page("index.md", "# Home\n")
    site.build()
    assert told(site.soup("compare/models/ada-1/index.html")) == []


def test_questions_are_told_where_that_is_asked_for(found):
    assert len(told(found()["compare/ada-1-vs-bell-2"])) == 1
    _, faq = told(found("{comparisons: all, index: true, faq_data: true}")["compare/ada-1-vs-bell-2"])
    assert faq["@type"] == "FAQPage"
    answers = {one["name"]: one["acceptedAnswer"]["text"] for one in faq["mainEntity"]}
    question = "Which has the larger context window, Ada 1 or Bell 2?"
    assert answers[question].startswith("Ada 1, with 200k tokens")
    assert not any("<" in text for text in answers.values())


def test_a_name_cannot_end_the_script(site, found):
    site.model("ada-1", 'name: "</script><b>"\ndeveloper: Acme\n')
    (crumbs,) = told(found("{models: true}")["compare/models/ada-1"])
    assert crumbs["itemListElement"][-1]["name"] == "‹/script›‹b›"


def test_every_made_page_is_in_the_sitemap(site, found):
    pages = found()
    listed = set(re.findall("<loc>(.*?)</loc>", (site.root / "site/sitemap.xml").read_text("utf-8")))
    assert listed == {WHERE, *(f"{WHERE}{path}/" for path in pages)}


def test_materials_cards_get_their_words(site, found):
    """The plugin `social` reads these two of a page's meta, before the page is put into its theme."""
    site.write(
        "hook.py",
        """
        SEEN = {}

        def on_page_markdown(markdown, page, config, files):
            SEEN[page.file.src_uri] = (page.meta.get("title"), page.meta.get("description"))

        def on_post_build(config):
            from pathlib import Path
            import json
            Path(config.site_dir, "seen.json").write_text(json.dumps(SEEN))
        """,
    )
    found(rest="hooks: [hook.py]")
    seen = json.loads((site.root / "site/seen.json").read_text("utf-8"))
    assert seen["compare/ada-1-vs-bell-2.md"] == [
        "Ada 1 vs Bell 2",
        (
            "Ada 1 and Bell 2 compared: which to choose and why; 200k against 128k tokens of context; "
            "$5 against $2 per 1M output tokens; proprietary against open source."
        ),
    ]
    assert all(title and description for path, (title, description) in seen.items() if path.startswith("compare/"))
