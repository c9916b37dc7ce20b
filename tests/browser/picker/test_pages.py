"""Tables and pickers on the pages they meet: any screen and scheme, changed templates, 404 pages, swapped pages."""

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.picker.catalog import MODELS, write_site
from tests.browser.picker.steps import head, shows, tick
from tests.browser.waiting import wait_until_pages_are_swapped


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_wrong_with_all_that_the_script_adds(picker, scheme, width):
    page = picker(
        "?pick-has=vision&pick-sort=-released&pick-models=ada+bell+cafe",
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
    )
    page.wait_for_selector(".mc-side caption")
    # But for its colours a page is the same in the dark.
    assert violations(page, within="[data-mc-section=picker], .mc-side", structure=scheme == "light") == []


@pytest.mark.parametrize("width", [1440, 390])
def test_the_heads_of_columns_stand_on_one_line(picker, width):
    heads = picker(viewport={"width": width, "height": 900}).locator(".mc-models thead button")
    ends = heads.evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().bottom))")
    assert len(set(ends)) == 1


def test_the_script_can_be_loaded_twice(picker, findings):
    page = picker()
    source = page.locator("script[src*=picker]").get_attribute("src")
    page.evaluate("src => import(new URL(src + '&again', location.href).href)", source)
    assert page.locator(".mc-asking").count() == 1
    assert page.locator("tbody input").count() == len(MODELS)
    assert page.locator("thead button button").count() == 0
    assert findings.errors == []


def test_a_table_that_a_template_of_the_authors_changed_is_left_alone(base, open_page, findings):
    page = open_page("about:blank")

    def fewer(route):
        answer = route.fetch()
        soup = BeautifulSoup(answer.text(), "html.parser")
        soup.select("tbody tr")[0].decompose()
        route.fulfill(body=str(soup), content_type="text/html")

    page.route("**/compare/", fewer)
    # Scripts of a page have run when it is loaded.
    page.goto(f"{base}/compare/")
    assert page.locator("thead button, .mc-asking").count() == 0
    assert findings.errors == []


def test_on_a_404_page_the_picker_works_at_any_depth_below_the_address_of_the_site(
    open_page, findings, tmp_path, serve
):
    rest = "theme: {name: material, font: false}\nsite_url: https://example.org/repo/\nsite_dir: at/repo"
    site = write_site(tmp_path, rest=rest)
    site.build()
    address = serve(tmp_path / "at")
    body = (tmp_path / "at/repo/404.html").read_text("utf-8")
    page = open_page("about:blank")
    page.route("**/nowhere/**", lambda route: route.fulfill(status=200, body=body, content_type="text/html"))
    page.goto(f"{address}/repo/nowhere/deep/down/?pick-models=free+high")
    page.get_by_role("link", name="Open their comparison").click()
    page.wait_for_selector("h1:has-text('Free vs High')")
    expect(page).to_have_url(f"{address}/repo/compare/free-vs-high/")
    assert (findings.errors, findings.outside) == ([], [])


def test_after_instant_navigation_it_works_as_after_loading(open_page, serve, findings, tmp_path):
    (tmp_path / "site").mkdir()
    address = serve(tmp_path / "site")
    theme = "theme: {name: material, font: false, features: [navigation.instant]}"
    write_site(tmp_path, rest=f"{theme}\nsite_url: {address}/").build()
    page = open_page(f"{address}/")
    wait_until_pages_are_swapped(page)
    page.evaluate("window.stillTheSame = true")
    page.click("text=To the index")
    head(page, "Context window").click()
    shows(page, ["high"], first=1)
    tick(page, "Ada", "Bell")
    page.wait_for_selector(".mc-side h2")
    page.go_back()
    page.click("text=To the index")
    page.wait_for_selector("thead button")
    assert page.locator(".mc-asking").count() == 1
    assert page.evaluate("window.stillTheSame")
    assert (findings.errors, findings.outside) == ([], [])
