"""Material's instant navigation swaps pages without loading them: styles come and go with the pages that need them."""

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import brought_into_view, wait_until_pages_are_swapped
from tests.plugin.small_site import Site, forget_plugins

LINKS = "document.querySelectorAll('link[href*=model-compare]')"
LOADED = f"JSON.stringify([...{LINKS}].map(link => link.sheet?.cssRules.length > 0))"


@pytest.fixture(scope="module")
def address(tmp_path_factory, serve):
    forget_plugins()
    site = Site(tmp_path_factory.mktemp("swapped"))
    site.catalog()
    site.page("index.md", "# Home\n\n[To the pair](sub/pair.md)\n")
    site.page("sub/pair.md", '# Pair\n\n[To a fact](../fact.md)\n\n<< compare("ada-1", "bell-2") >>\n')
    site.page("fact.md", '# Fact\n\n[To home](index.md)\n\n<< fact("ada-1", "context_window") >>\n')
    # Material needs the address of the site to swap pages; where it is served is known only after it is built.
    built = site.root / "site"
    built.mkdir()
    base = serve(built)
    site.configure(rest=f"site_url: {base}/\ntheme: {{name: material, font: false, features: [navigation.instant]}}")
    site.build()
    return base


def test_the_stylesheet_is_there_on_the_pages_that_need_it(address, open_page, findings):
    page = open_page(f"{address}/")
    wait_until_pages_are_swapped(page)
    page.evaluate("window.stillTheSame = true")
    for link, expected in (("To the pair", "[true]"), ("To a fact", "[true]"), ("To home", "[]")):
        page.click(f"text={link}")
        page.wait_for_selector(f"text={link}", state="detached")
        page.wait_for_function(f"{LOADED} === '{expected}'")
    assert page.evaluate("window.stillTheSame")
    assert (findings.errors, findings.outside) == ([], [])


def test_a_numeral_opens_its_source_before_and_after_a_page_is_swapped(address, open_page, findings):
    page = open_page(f"{address}/sub/pair/")
    panel = page.locator(".mc-panel:popover-open")
    wait_until_pages_are_swapped(page)
    brought_into_view(page.locator(".mc-cite a").first).click()
    expect(panel).to_be_visible()
    page.click("text=To a fact")
    page.wait_for_selector("text=To home")
    brought_into_view(page.locator(".mc-fact .mc-cite a")).click()
    expect(panel).to_be_visible()
    expect(page).to_have_url(f"{address}/fact/")
    assert (findings.errors, findings.outside) == ([], [])
