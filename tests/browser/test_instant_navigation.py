"""Material's instant navigation swaps pages without loading them: styles come and go with the pages that need them."""

import pytest

from tests.plugin.small_site import Site, forget_plugins

LINKS = "document.querySelectorAll('link[href*=model-compare]')"
LOADED = f"JSON.stringify([...{LINKS}].map(link => link.sheet?.cssRules.length > 0))"


@pytest.fixture
def address(tmp_path, serve):
    forget_plugins()
    site = Site(tmp_path)
    site.catalog()
    site.page("index.md", "# Home\n\n[To the pair](sub/pair.md)\n")
    site.page("sub/pair.md", '# Pair\n\n[To a fact](../fact.md)\n\n<< compare("ada-1", "bell-2") >>\n')
    site.page("fact.md", '# Fact\n\n[To home](index.md)\n\n<< fact("ada-1", "context_window") >>\n')
    # Material needs the address of the site to swap pages; where it is served is known only after it is built.
    built = tmp_path / "site"
    built.mkdir()
    base = serve(built)
    site.configure(rest=f"site_url: {base}/\ntheme: {{name: material, font: false, features: [navigation.instant]}}")
    site.build()
    return base


def test_the_stylesheet_is_there_on_the_pages_that_need_it(address, open_page, findings):
    page = open_page(f"{address}/")
    page.wait_for_load_state("networkidle")  # Material swaps pages once it has read the sitemap
    page.evaluate("window.stillTheSame = true")
    for link, expected in (("To the pair", "[true]"), ("To a fact", "[true]"), ("To home", "[]")):
        page.click(f"text={link}")
        page.wait_for_selector(f"text={link}", state="detached")
        page.wait_for_function(f"{LOADED} === '{expected}'")
    assert page.evaluate("window.stillTheSame")
    assert (findings.errors, findings.outside) == ([], [])


def test_a_numeral_opens_its_source_before_and_after_a_page_is_swapped(address, open_page, findings):
    page = open_page(f"{address}/sub/pair/")
    page.wait_for_load_state("networkidle")
    numeral = page.locator(".mc-cite a").first
    numeral.scroll_into_view_if_needed()
    page.evaluate("new Promise(done => setTimeout(done, 200))")  # scrolling, when it ends, closes the panel
    numeral.click()
    assert page.is_visible(".mc-panel:popover-open")
    page.click("text=To a fact")
    page.wait_for_selector("text=To home")
    page.click(".mc-fact .mc-cite a")
    assert page.is_visible(".mc-panel:popover-open")
    assert page.url.endswith("/fact/")
    assert (findings.errors, findings.outside) == ([], [])
