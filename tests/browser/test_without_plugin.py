"""Where no plugin can be, the Markdown extension gives a page its styles and its script: in Zensical and elsewhere."""

import re
import subprocess

import markdown
import pytest
from playwright.sync_api import expect

from mkdocs_model_compare.extension import make_extension
from tests import patience
from tests.browser.every_kind import write_catalog
from tests.browser.test_themes import ROW, has_its_head_in_view
from tests.browser.waiting import brought_into_view, wait_until_pages_are_swapped
from tests.hosts import environments

PAGES = {
    "index.md": "# Home\n\n[To the pair](pair.md)\n",
    "pair.md": '# Pair\n\n[To all](all.md)\n\n<< compare("aster-2", "cedar-mini", workload="support") >>\n',
    "all.md": '# All\n\n[To home](index.md)\n\n<< picker() >>\n\n<< fact("aster-2", "context_window") >>\n',
}
CONTROLS = {".mc-form": 1, ".mc-take": 1, ".mc-live": 1, ".mc-panel:popover-open": 0}


@pytest.fixture(scope="module")
def zensical(tmp_path_factory, serve):
    """The address of a site that Zensical built, with instant navigation."""
    assert environments.ready("zensical"), "make it with python tests/hosts/environments.py"
    folder = tmp_path_factory.mktemp("zensical")
    write_catalog(folder / "data")
    for path in ("docs", "site"):
        (folder / path).mkdir()
    for name, text in PAGES.items():
        (folder / "docs" / name).write_text(text, "utf-8")
    # To swap pages it needs the address of the site; where it is served is known only after it is built.
    base = serve(folder / "site")
    theme = "theme: {font: false, features: [navigation.instant]}"
    extensions = "markdown_extensions: [tables, {toc: {permalink: true}}, model_compare]"
    (folder / "mkdocs.yml").write_text(
        f"site_name: Small\nsite_url: {base}/\n{theme}\n{extensions}\nwatch: [data]\n", "utf-8"
    )
    command = [environments.program("zensical"), "build", "--config-file", folder / "mkdocs.yml"]
    subprocess.run(command, check=True, capture_output=True, timeout=patience.SECONDS)
    return base


def controls(page):
    return {selector: page.locator(selector).count() for selector in CONTROLS}


def test_a_page_of_zensical_is_styled_and_whole(zensical, open_page, findings):
    page = open_page(f"{zensical}/pair/", viewport={"width": 1440, "height": 700})
    has_its_head_in_view(page.locator(ROW))
    assert page.locator("nav.mc-links a").count() == 12
    assert (findings.errors, findings.outside) == ([], [])


def test_in_zensical_a_reader_counts_hides_and_looks_up(zensical, open_page, findings):
    page = open_page(f"{zensical}/pair/")
    assert controls(page) == CONTROLS
    cost = page.locator("[data-mc-row=monthly_cost] td").first
    before = cost.inner_text()
    page.fill("input[name=requests]", "7")
    expect(cost).not_to_have_text(before)
    expect(page).to_have_url(f"{zensical}/pair/?mc-requests=7")
    page.check(".mc-specs input[name=only]")
    expect(page.locator(".mc-specs .mc-same").first).to_be_hidden()
    brought_into_view(page.locator(".mc-specs .mc-cite a >> visible=true").first).press("Enter")
    expect(page.locator(".mc-panel:popover-open")).to_be_visible()
    assert (findings.errors, findings.outside) == ([], [])


def test_zensical_swaps_pages_and_each_has_its_controls_once(zensical, open_page, findings):
    page = open_page(f"{zensical}/")
    wait_until_pages_are_swapped(page)
    page.evaluate("window.stillTheSame = true")
    for _ in range(2):
        page.click("text=To the pair")
        page.wait_for_selector(".mc-take")
        assert controls(page) == CONTROLS
        page.click("text=To all")
        page.wait_for_selector(".mc-models thead button")
        page.click("text=To home")
        page.wait_for_selector("text=To the pair")
    assert page.evaluate("window.stillTheSame")
    assert (findings.errors, findings.outside) == ([], [])


def test_in_zensical_a_table_sorts_and_filters_and_a_picker_offers_no_choice_that_leads_nowhere(
    zensical, open_page, findings
):
    page = open_page(f"{zensical}/all/")
    names = page.locator(".mc-models tbody th")
    listed = names.all_inner_texts()
    page.click(".mc-models thead button >> text=Model")
    page.click(".mc-models thead button >> text=Model")
    expect(names).to_have_text(sorted(listed, key=str.lower, reverse=True))
    page.fill(".mc-models input[type=search]", listed[0])
    expect(names.locator("visible=true")).to_have_text(listed[:1])
    assert page.locator(".mc-tick, .mc-chosen").count() == 0
    assert (findings.errors, findings.outside) == ([], [])


def test_a_page_of_plain_python_markdown_has_its_controls(tmp_path, serve, open_page, findings):
    catalog = write_catalog(tmp_path / "data")
    html = markdown.markdown(PAGES["pair.md"], extensions=["toc", make_extension(catalog=str(catalog))])
    head = '<!doctype html><meta charset="utf-8"><title>Pair</title><link rel="icon" href="data:,">'
    (tmp_path / "index.html").write_text(head + html, "utf-8")
    page = open_page(serve(tmp_path))
    assert controls(page) == CONTROLS
    page.fill("input[name=requests]", "7")
    expect(page).to_have_url(re.compile(r"\?mc-requests=7$"))
    assert (findings.errors, findings.outside) == ([], [])
