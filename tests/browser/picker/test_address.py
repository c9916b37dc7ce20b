"""What a reader asked of a table and chose is kept in the address, beside whatever else stands there."""

from playwright.sync_api import expect

from tests.browser.picker.catalog import ORDER
from tests.browser.picker.steps import asks, head, search, shows, tick


def test_everything_asked_for_survives_a_reload(picker, findings):
    page = picker()
    page.get_by_role("button", name="Must-haves").click()
    page.get_by_label("Vision").check()
    page.get_by_label("Context window").select_option("128k or more")
    search(page).fill("acme")
    head(page, "Released").click()
    tick(page, "Ada", "Café")
    expected = {
        "pick-q": "acme",
        "pick-has": "vision",
        "pick-context_window": "128000",
        "pick-sort": "released",
        "pick-models": "ada cafe",
    }
    asks(page, expected)
    page.reload()
    page.wait_for_selector(".mc-side h2")
    shows(page, ["cafe", "ada"])
    expect(page.get_by_label("Vision")).to_be_checked()
    expect(page.get_by_role("button", name="Must-haves: 2")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[aria-sort]")).to_have_text("Released")
    expect(page.locator(".mc-chosen li")).to_have_text(["Ada ✕", "Café (deprecated) ✕"])
    asks(page, expected)
    assert (findings.errors, findings.outside) == ([], [])


def test_an_old_address_is_taken_for_what_is_still_there(picker, findings):
    filters = "pick-has=flight+vision&pick-openness=secret&pick-context_window=1"
    page = picker(f"?{filters}&pick-sort=-weight&pick-models=ada+zed+ada&x=1")
    shows(page, ["ada", "cafe", "high"])
    expect(page.locator("[aria-sort]")).to_have_count(0)
    expect(page.locator(".mc-chosen li")).to_have_text(["Ada ✕"])
    head(page, "Model").click()
    asks(page, {"x": "1", "pick-has": "vision", "pick-models": "ada", "pick-sort": "name"})
    assert (findings.errors, findings.outside) == ([], [])


def test_more_than_six_models_in_it_are_the_first_six(picker):
    page = picker("?pick-models=" + "+".join(ORDER))
    expect(page.locator(".mc-chosen li")).to_have_count(6)


def test_two_tables_of_a_page_are_asked_apart(picker):
    page = picker(path="two/")
    search(page).nth(0).fill("ada")
    search(page).nth(1).fill("bell")
    asks(page, {"pick-q": "ada", "pick2-q": "bell"})
    shows(page, ["ada"], 0)
    shows(page, ["bell"], 1)


def test_the_traffic_of_a_cost_table_is_kept_beside_it(picker):
    page = picker("?mc-requests=5", path="beside/")
    page.wait_for_selector(".mc-monthly_cost form")
    search(page).fill("ada")
    page.locator(".mc-monthly_cost input[name=input_tokens]").fill("7")
    asks(page, {"mc-requests": "5", "pick-q": "ada", "mc-input_tokens": "7"})
