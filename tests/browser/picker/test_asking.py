"""A search and must-haves leave the models that were asked for, and say how many there are."""

import pytest
from playwright.sync_api import expect

from tests.browser.picker.catalog import ORDER
from tests.browser.picker.steps import asks, head, search, shows


class TestSearch:
    def test_a_small_table_has_none(self, picker):
        assert picker(path="small/").locator("input[type=search]").count() == 0

    def test_every_word_is_looked_for_whatever_its_case_and_accents(self, picker):
        page = picker()
        for words, found in {
            "bell": ["bell"],
            "CAFE": ["cafe"],
            "café": ["cafe"],
            "acme open": ["cafe", "free"],
            "  ": ORDER,
            "2026-0": ["ada", "bell"],
            "nothing like it": [],
        }.items():
            page.get_by_label("Search", exact=True).last.fill(words)
            shows(page, found)
            told = "None" if not found else str(len(found))
            expect(page.get_by_role("status").first).to_have_text(f"{told} of 7 models.")

    def test_it_follows_every_key(self, picker):
        page = picker()
        page.evaluate("window.stillTheSame = true")
        search(page).press_sequentially("dor")
        shows(page, ["dora"])
        page.keyboard.press("Enter")
        # What comes after the key finds the page as it was.
        head(page, "Model").click()
        asks(page, {"pick-q": "dor", "pick-sort": "name"})
        shows(page, ["dora"])
        assert page.evaluate("window.stillTheSame")


class TestMustHaves:
    @pytest.fixture
    def open_picker(self, picker):
        page = picker()
        opener = page.get_by_role("button", name="Must-haves")
        expect(opener).to_have_attribute("aria-expanded", "false")
        expect(page.get_by_label("Openness")).to_be_hidden()
        opener.click()
        expect(opener).to_have_attribute("aria-expanded", "true")
        return page

    def tells(self, page, text):
        expect(page.locator(".mc-asking [role=status]")).to_have_text(text)

    def test_a_capability(self, open_picker):
        open_picker.get_by_label("Vision").check()
        shows(open_picker, ["ada", "cafe", "high"])
        self.tells(open_picker, "3 of 7 models. 2 others are left out because a fact asked for is unknown.")
        expect(open_picker.get_by_role("button", name="Must-haves: 1")).to_be_visible()

    def test_a_licence_and_an_openness(self, open_picker):
        open_picker.get_by_label("Openness").select_option("Open source or open weights")
        shows(open_picker, ["bell", "cafe", "free"])
        open_picker.get_by_label("Licence").select_option("Weights")
        shows(open_picker, ["cafe"])

    def test_a_floor_of_the_window_and_a_ceiling_of_the_price(self, open_picker):
        open_picker.get_by_label("Context window").select_option("128k or more")
        shows(open_picker, ["ada", "bell", "cafe", "free"])
        open_picker.get_by_label("Output price, per 1M tokens").select_option("up to $2")
        shows(open_picker, ["bell", "free"])
        # Two have no known price, of which one is priced in euros; Gone's window is unknown, too.
        self.tells(open_picker, "2 of 7 models. 3 others are left out because a fact asked for is unknown.")

    def test_one_model_left_out_is_told_in_the_singular(self, open_picker):
        open_picker.get_by_label("Vision").check()
        search(open_picker).fill("dora")
        shows(open_picker, [])
        self.tells(open_picker, "None of 7 models. 1 other is left out because a fact asked for is unknown.")

    def test_what_else_is_asked_leaves_out_a_model_with_an_unknown_fact_too(self, open_picker):
        open_picker.get_by_label("Vision").check()
        open_picker.get_by_label("Openness").select_option("Open weights")
        search(open_picker).fill("d")
        shows(open_picker, ["cafe"])
        self.tells(open_picker, "1 of 7 models. 2 others are left out because a fact asked for is unknown.")

    def test_reset_shows_all_again(self, open_picker):
        reset = open_picker.get_by_role("button", name="Reset")
        expect(reset).to_be_hidden()
        open_picker.get_by_label("Vision").check()
        head(open_picker, "Model").click()
        reset.click()
        shows(open_picker, ORDER)
        asks(open_picker, {})
        expect(reset).to_be_hidden()

    def test_a_table_offers_those_of_its_columns(self, picker):
        page = picker(path="two/")
        form = page.locator(".mc-asking").first
        form.get_by_role("button", name="Must-haves").click()
        expect(form.get_by_label("Openness")).to_be_visible()
        labels = form.locator("label:visible").evaluate_all("all => all.map(label => label.firstChild.textContent)")
        assert labels == [
            "Search",
            "Context window",
            "Openness",
            "Input price, per 1M tokens",
            "Output price, per 1M tokens",
        ]
