"""Material's search finds the page of two models first, by what a reader would type."""

import pytest
from playwright.sync_api import expect

from tests.plugin.small_site import Site, forget_plugins


@pytest.fixture
def address(tmp_path, serve):
    forget_plugins()
    site = Site(tmp_path)
    site.catalog()
    site.page("index.md", '# Ada and others\n\nAda and Bell are models.\n\n<< compare("ada-1", "cray-3") >>\n')
    pages = "{comparisons: all, models: true, index: true}"
    site.configure(
        plugins=f"[search, {{model-compare: {{pages: {pages}}}}}]", rest="theme: {name: material, font: false}"
    )
    site.build()
    return serve(tmp_path / "site")


def test_the_comparison_of_both_comes_first(address, open_page, findings):
    page = open_page(f"{address}/")

    def finds_first(words, title):
        page.keyboard.press("Control+A")
        page.keyboard.type(words)
        # The results of the words before stay until those of the new ones are there.
        expect(page.locator(".md-search-result__link :is(h1, h2)").first).to_have_text(title)

    # The key is listened to when Material is up.
    page.wait_for_load_state("networkidle")
    page.keyboard.press("f")
    page.wait_for_selector(".md-search__input:focus")
    finds_first("ada vs bell", "Ada 1 vs Bell 2")
    finds_first("bell vs cray", "Bell 2 vs Cray 3")
    assert findings.errors == []
