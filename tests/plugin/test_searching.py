"""What a search finds of comparisons: pages by what they say, and no page other than it was because of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.site.searching import StandIns, text_of

COMPARE = '# Ada or Bell\n\n<< compare("ada-1", "bell-2") >>\n'
HTML = st.lists(
    st.sampled_from(
        [
            '<div class="mc mc-x" data-mc-section="x">',
            '<section class="mc mc-sources">',
            "<div>",
            "</div>",
            "</section>",
            "<table><caption>Prices</caption><tr><th>Row</th><td>Cell</td></tr></table>",
            '<sup class="mc-cite"><a href="#s">1</a></sup>',
            "<h2 id='a'>Two</h2>",
            "<p>words &amp; more</p>",
            '<p data-stand-in="0">mine</p>',
            '<nav class="mc mc-links"><a href="#a">Two</a></nav>',
            "<script>1 < 2</script>",
            " text ",
        ]
    )
).map("".join)


@pytest.fixture
def index(site):
    """Build a site in a theme, and read what its search knows: text by address."""

    def built(theme, plugins="[search, model-compare]"):
        site.configure(plugins=plugins, rest=f"site_url: https://example.org/\ntheme: {theme}")
        site.build()
        docs = json.loads((site.root / "site/search/search_index.json").read_text("utf-8"))["docs"]
        return {each["location"]: each["text"] for each in docs}

    return built


THEMES = pytest.mark.parametrize("theme", ["mkdocs", "material"])


@given(HTML, st.none() | st.just("words"))
def test_a_page_is_to_the_letter_what_it_was_after_the_search(html, words):
    stand_ins = StandIns()
    assert stand_ins.take_out(stand_ins.put_in(html, words)) == html


def test_what_others_change_meanwhile_stays():
    stand_ins = StandIns()
    page = '<h2 data-search-x="1">Two</h2><div class="mc mc-x"><p>Ours</p></div>'
    shown = stand_ins.put_in(page, None).replace(' data-search-x="1"', "")
    assert stand_ins.take_out(f"{shown}<p>End</p>") == page.replace(' data-search-x="1"', "") + "<p>End</p>"


def test_a_section_with_a_heading_of_its_own_is_left_to_the_search():
    page = '<div class="mc mc-x"><h3 id="a">Three</h3></div>'
    assert StandIns().put_in(page, None) == page


def test_a_section_is_its_text_and_a_table_its_captions_and_labels():
    assert (
        text_of(
            "<div><p>Costs <b>$5</b><sup class=\"mc-cite\"><a href='#1'>1</a></sup>.</p><script>{}</script>"
            '<table class="mc-table"><caption>Prices</caption><tr><th scope="col">Ada &amp; co</th></tr>'
            '<tr><th scope="row">Cloud <span class="mc-lead">▲ cheapest</span></th><td>$5</td></tr></table>'
            '<ol class="mc-sources"><li>a source</li></ol></div>'
        )
        == "Costs $5. Prices Ada &amp; co Cloud"
    )


@THEMES
def test_the_pages_are_the_same_with_a_search_and_without(site, index, theme):
    site.page("index.md", COMPARE)
    site.page("fact.md", '# Fact\n\n<< fact("ada-1", "name") >>\n')
    index(theme)
    with_search = [site.soup(path).select(".mc") for path in ("index.html", "fact/index.html")]
    site.configure(plugins="[model-compare]")
    site.build()
    assert [site.soup(path).select(".mc") for path in ("index.html", "fact/index.html")] == with_search
    assert "data-stand-in" not in site.html()


@THEMES
def test_a_section_of_an_authors_page_is_found_by_its_prose_its_rows_and_its_providers(site, index, theme):
    site.page("index.md", COMPARE)
    found = index(theme)
    assert "Ada 1 came from Acme" in found[""]
    assert "Context window" in found["#specifications"]
    assert "200,000" not in found["#specifications"]
    assert "Cloud One" in found["#pricing-and-availability"]


@THEMES
def test_a_made_page_is_one_place_of_a_few_words(site, index, theme):
    site.page("index.md", "# Home\n")
    found = index(
        theme, "[search, {model-compare: {pages: {comparisons: [[ada-1, bell-2]], models: true, index: true}}}]"
    )
    pages = {location.partition("#")[0] for location in found}
    assert {"compare/ada-1-vs-bell-2/", "compare/models/ada-1/", "compare/"} <= pages
    of_pair = {location: text for location, text in found.items() if location.startswith("compare/ada-1-vs-bell-2/")}
    # MkDocs's own search tells the page from its only section.
    assert len(of_pair) == (1 if theme == "material" else 2)
    assert "acme/ada-1" in of_pair["compare/ada-1-vs-bell-2/"]
    assert len(json.dumps(of_pair)) < 2000


@THEMES
def test_the_row_of_links_is_not_among_what_is_said(site, index, theme):
    site.page("index.md", COMPARE)
    assert not any("Switching" in text for text in index(f"{{name: {theme}}}").values())
    assert "Switching</a>" in site.html()
