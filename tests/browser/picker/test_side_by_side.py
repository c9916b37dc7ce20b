"""What stands side by side below a picker is what the build prints in a comparison of these models."""

from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser.picker.catalog import COMPARED, SECTIONS
from tests.browser.waiting import brought_into_view


def built(site, models):
    """The cells of the sections on the page that the build has made."""
    return cells(site.html(f"compared-{'-'.join(models)}/index.html"))


def cells(html):
    page = BeautifulSoup(html, "html.parser")
    return {
        (section, row["data-mc-row"], cell["data-mc-model"]): (
            row.select("th")[0].get_text(),
            "mc-differs" in row.get_attribute_list("class"),
            cell.select(".mc-value")[0].get_text(),
            cell["data-mc-state"],
            cell.get("data-mc-value"),
            cell.get("data-mc-currency"),
            [found["title"] for found in cell.select(".mc-value [title]")],
            [link["href"] for link in cell.select(".mc-value a")],
            [numeral["title"] for numeral in cell.select(".mc-cite [title]")],
        )
        for section in SECTIONS
        for row in page.select(f'[data-mc-section="{section}"] tr[data-mc-row]')
        for cell in row.select("td")
    }


def test_every_cell_is_what_the_build_prints(site, base, picker):
    """Labels, texts, marks, exact figures, links and sources, for many sets of models."""
    page = picker()
    for models in COMPARED:
        page.goto(f"{base}/compare/?pick-models={'+'.join(models)}")
        page.wait_for_selector(".mc-side caption")
        assert cells(page.inner_html(".mc-side")) == built(site, models)


def test_sizes_that_read_alike_are_shown_in_full(picker):
    page = picker("?pick-models=ada+bell")
    expect(page.locator(".mc-specs [data-mc-row=context_window] .mc-value")).to_have_text(["131,072", "128,000"])


def test_every_numeral_leads_to_its_source(picker):
    page = picker("?pick-models=ada+bell")
    page.wait_for_selector(".mc-side .mc-sources")
    targets = page.locator(".mc-side .mc-cite a").evaluate_all("all => all.map(link => link.hash)")
    assert targets
    assert all(page.locator(target).count() == 1 for target in set(targets))
    brought_into_view(page.locator(".mc-side .mc-cite a").first).click()
    expect(page.locator(".mc-panel:popover-open")).to_contain_text("Card of Ada, retrieved 2026-06-01")
