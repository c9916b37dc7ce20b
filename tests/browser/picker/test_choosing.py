"""Two to six models are chosen by mouse, key and touch; they lead to their comparison or stand side by side."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.picker.steps import asks, focus_is_on, status, tick
from tests.browser.waiting import becomes

FILE = "**/model-compare-catalog.json"


def test_models_with_a_page_lead_there(picker, base, findings):
    page = picker()
    tick(page, "High", "Free")
    link = page.get_by_role("link", name="Open their comparison")
    expect(link).to_have_attribute("href", f"{base}/compare/free-vs-high/")
    expect(page.locator(".mc-side > *")).to_have_count(0)
    link.click()
    page.wait_for_selector("h1:has-text('Free vs High')")
    assert (findings.errors, findings.outside) == ([], [])


def test_models_without_one_stand_side_by_side(picker, findings):
    page = picker()
    tick(page, "Ada", "Bell")
    page.get_by_role("button", name="See them side by side").click()
    focus_is_on(page, "Ada vs Bell")
    expect(page.locator(".mc-side caption")).to_have_count(4)
    assert (findings.errors, findings.outside) == ([], [])


def test_how_many_are_chosen_is_told(picker):
    page = picker()
    expect(status(page)).to_have_text("Tick two to six models to compare them.")
    tick(page, "Ada")
    expect(status(page)).to_have_text("1 chosen. Tick another to compare.")
    tick(page, "Bell")
    expect(status(page)).to_have_text("2 chosen. They stand side by side below the table.")


REFUSAL = "Six models can be compared; leave one out first."
SIX = ("Ada", "Bell", "Café (deprecated)", "Dora", "Free", "Gone (retired)")


def test_a_seventh_is_refused_politely(picker):
    page = picker()
    tick(page, *SIX)
    page.get_by_role("checkbox", name="Compare High").click()
    expect(page.get_by_role("checkbox", name="Compare High")).not_to_be_checked()
    expect(status(page)).to_have_text(REFUSAL)
    expect(page.locator(".mc-chosen li")).to_have_count(6)


def test_it_is_refused_as_clearly_while_the_facts_of_the_six_are_on_their_way(picker):
    page = picker()
    held = []
    page.route(FILE, lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no built-in
    tick(page, *SIX)
    becomes(page, lambda: len(held), 1)
    page.get_by_role("checkbox", name="Compare High").click()
    expect(status(page)).to_have_text(REFUSAL)
    held.pop().continue_()
    page.wait_for_selector(".mc-side h2")
    expect(status(page)).to_have_text(REFUSAL)


def test_one_can_be_left_out_by_key_and_the_focus_is_not_lost(picker):
    page = picker("?pick-models=ada+bell+dora")
    page.get_by_role("button", name="Leave out Ada").focus()
    page.keyboard.press("Enter")
    asks(page, {"pick-models": "bell dora"})
    focus_is_on(page, "Leave out Bell", of="ariaLabel")
    page.keyboard.press("Enter")
    focus_is_on(page, "Leave out Dora", of="ariaLabel")
    page.keyboard.press("Enter")
    asks(page, {})
    focus_is_on(page, "Chosen models", of="ariaLabel")


def test_a_box_is_ticked_by_key(picker):
    page = picker()
    page.get_by_role("checkbox", name="Compare Bell").focus()
    page.keyboard.press("Space")
    asks(page, {"pick-models": "bell"})


def test_by_touch_on_a_phone_nothing_goes_sideways_and_controls_fit_a_thumb(picker):
    page = picker(has_touch=True, viewport={"width": 390, "height": 844})
    page.get_by_role("button", name="Must-haves").tap()
    page.get_by_label("Vision").tap()
    expect(page.get_by_label("Vision")).to_be_checked()
    for name in ("Ada", "High"):
        page.locator(f"tr[data-mc-model={name.lower()}] .mc-tick").tap()
    page.get_by_role("button", name="See them side by side").tap()
    focus_is_on(page, "Ada vs High")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    controls = page.locator(
        "[data-mc-section=picker] :is(button, select, input[type=search], label:has([type=checkbox])):visible"
    )
    sizes = controls.evaluate_all("all => all.map(one => [one.textContent, one.getBoundingClientRect().height])")
    assert [size for size in sizes if size[1] < 44] == []


def test_facts_that_cannot_be_loaded_are_told_and_asked_for_again(picker):
    page = picker()
    page.route(FILE, lambda route: route.fulfill(status=500))
    tick(page, "Ada", "Bell")
    expect(status(page)).to_have_text("2 chosen, but their facts could not be loaded. Try again in a moment.")
    page.unroute(FILE)
    page.get_by_role("button", name="Try again").click()
    page.get_by_role("button", name="See them side by side").click()
    focus_is_on(page, "Ada vs Bell")


@pytest.mark.parametrize("answer", ["nonsense", '{"version": 99}', '{"version": 1, "models": {}, "pages": {}}'])
def test_so_are_facts_in_a_form_that_the_script_does_not_know(picker, findings, answer):
    page = picker()
    page.route(FILE, lambda route: route.fulfill(body=answer))
    tick(page, "Ada", "Bell")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    assert findings.errors == []


def test_the_data_are_read_only_when_two_are_chosen_and_once(picker):
    page = picker()
    read = []
    page.on("request", lambda request: read.append(request.url.split("/")[-1]) if ".json" in request.url else None)
    tick(page, "Ada")
    # What is asked for later is heard of later.
    with page.expect_request("**/later.json"):
        page.evaluate("void fetch('later.json')")
    assert read == ["later.json"]
    tick(page, "Bell", "Dora")
    page.wait_for_selector(".mc-side h2:has-text('Dora')")
    assert read == ["later.json", "model-compare-catalog.json"]
    assert json.loads(page.locator("[data-mc-table]").get_attribute("data-mc-table"))["orders"][0][0] == "name"
