"""What a reader takes along: the link of a section, the comparison as Markdown, and its facts as JSON."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mkdocs_model_compare.rendering.text.from_html import document
from mkdocs_model_compare.rendering.text.markdown import markdown
from tests.rendering.golden import page_of

ASSETS = Path(__file__).parents[2] / "plugin/mkdocs_model_compare/rendering/assets"
GOLDEN = Path(__file__).parents[1] / "cli/test_show/golden.md"
LINK = "#specifications .mc-link"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def site(every_kind):
    return every_kind()


@pytest.fixture(scope="module")
def golden(tmp_path_factory, serve):
    folder = tmp_path_factory.mktemp("golden")
    macro = '<< compare("claude-haiku-4.5", "gemma-4-12b-it", exclude=["related"]) >>'
    body = page_of(f"# Claude Haiku 4.5 vs Gemma 4 12B IT\n\n{macro}")
    script = '<script type="module" src="model-compare.js"></script>'
    html = f'<!doctype html><meta charset="utf-8"><title>Golden</title><body>{body}{script}'
    (folder / "index.html").write_text(html, encoding="utf-8")
    (folder / "model-compare.js").write_text((ASSETS / "model-compare.js").read_text("utf-8"), encoding="utf-8")
    return f"{serve(folder)}/"


def copied(page, act):
    """What is in the clipboard after this was done, and nothing was before."""
    page.evaluate("navigator.clipboard.writeText('')")
    act()
    return page.wait_for_function("navigator.clipboard.readText()").json_value()


def whole(page, place=0):
    return copied(page, page.locator("text=Copy as Markdown").nth(place).click)


def test_the_link_of_a_section_goes_to_the_clipboard_with_all_that_the_address_keeps(site, open_page, findings):
    page = open_page(f"{site}/priced/?mc-only=1#verdict", permissions=CLIPBOARD)
    page.hover("#specifications")
    assert copied(page, page.locator(LINK).click) == f"{site}/priced/?mc-only=1#specifications"
    expect(page.locator(".mc-live")).to_have_text("Copied")
    expect(page).to_have_url(f"{site}/priced/?mc-only=1#verdict")
    assert (findings.errors, findings.outside) == ([], [])


def test_what_was_copied_says_so_for_two_seconds(site, open_page):
    page = open_page("about:blank", permissions=CLIPBOARD)
    page.clock.install(time=0)
    page.goto(f"{site}/priced/")
    page.clock.pause_at(3_600_000)
    done = page.locator(".mc-take .mc-done")
    page.click("text=Copy as Markdown")
    expect(done).to_have_text("Copy as Markdown")
    page.clock.run_for(1999)
    expect(done).to_have_count(1)
    page.clock.run_for(1)
    expect(done).to_have_count(0)


def test_every_heading_of_a_comparison_has_a_link_to_copy_by_key_and_touch(site, open_page):
    page = open_page(f"{site}/priced/", permissions=CLIPBOARD, has_touch=True, viewport={"width": 390, "height": 844})
    sections = page.locator(".mc[data-mc-section]").count()
    assert page.locator("h2 > .mc-link").count() == sections - 1
    page.focus(LINK)
    assert copied(page, lambda: page.keyboard.press("Enter")) == f"{site}/priced/#specifications"
    assert copied(page, page.locator("#capabilities .mc-link").tap) == f"{site}/priced/#capabilities"


def test_without_a_clipboard_the_text_stands_selected_in_a_field(site, open_page, findings):
    page = open_page("about:blank")
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{site}/priced/")
    page.focus(LINK)
    page.keyboard.press("Enter")
    field = page.locator(".mc-copied")
    address = f"{site}/priced/#specifications"
    expect(field).to_have_value(address)
    expect(field).to_be_focused()
    assert field.evaluate("(field) => field.selectionEnd - field.selectionStart") == len(address)
    page.click("text=Copy as Markdown")
    expect(field).to_have_value(re.compile(r"^# Aster 2 or Cedar mini\?\n\n"))
    expect(field).to_have_count(1)
    assert findings.errors == []


def test_a_comparison_is_copied_as_the_command_writes_it(golden, open_page):
    page = open_page(golden, permissions=CLIPBOARD)
    assert whole(page) == f"{GOLDEN.read_text('utf-8')}\n<{golden}>\n"


@pytest.mark.parametrize("name", ["pair", "priced", "withheld", "three", "six"])
def test_every_kind_of_comparison_is_copied_as_the_build_would_write_it(site, open_page, name):
    page = open_page(f"{site}/{name}/", permissions=CLIPBOARD)
    html = page.locator(".mc[data-mc-section], h2, h1").evaluate_all(
        """found => found.map((one) => {
            const copy = one.cloneNode(true);
            copy.querySelectorAll(".mc-tool, .headerlink").forEach((tool) => tool.remove());
            copy.querySelectorAll("[href]").forEach((link) => {
                const numeral = !link.closest(".mc-sources") && link.hash.startsWith("#mc-source-");
                if (!numeral) link.setAttribute("href", link.href);
            });
            return copy.outerHTML;
        }).join("\\n")"""
    )
    assert whole(page) == f"{markdown(document(html))}\n<{site}/{name}/>\n"


def test_a_switch_hides_nothing_from_the_copy(site, open_page):
    page = open_page(f"{site}/priced/", permissions=CLIPBOARD)
    text = whole(page)
    page.goto(f"{site}/priced/?mc-only=1&mc-mark=1")
    assert whole(page).replace("?mc-only=1&mc-mark=1", "") == text


def test_the_facts_of_the_page_are_downloaded_as_json(site, open_page):
    page = open_page(f"{site}/priced/")
    with page.expect_download() as started:
        page.click("text=Download JSON")
    assert started.value.suggested_filename == "aster-2-vs-cedar-mini.json"
    told = json.loads(Path(started.value.path()).read_text("utf-8"))
    cells = page.locator("tr[data-mc-row] [data-mc-state]").count()
    assert (told["page"], len(told["facts"])) == (f"{site}/priced/", cells)
    window = next(one for one in told["facts"] if (one["row"], one["section"]) == ("context_window", "specs"))
    source = next(one for one in told["sources"] if one["number"] == window["sources"][0])
    assert (window["model"], window["state"], window["value"], window["text"]) == ("aster-2", "known", "200000", "200k")
    assert source["url"] == "https://example.org/aster"
    assert source["text"].startswith("Card of Aster 2, retrieved ")


def test_a_file_beside_the_page_is_what_is_downloaded_where_the_page_names_one(site, open_page):
    page = open_page(f"{site}/priced/")
    page.evaluate(
        """() => {
            const link = Object.assign(document.createElement("link"), {rel: "alternate", type: "application/json"});
            link.href = "../search/search_index.json";
            document.head.append(link);
        }"""
    )
    with page.expect_download() as started:
        page.click("text=Download JSON")
    assert started.value.url == f"{site}/search/search_index.json"


def test_two_comparisons_of_a_page_are_taken_along_apart(site, open_page):
    page = open_page(f"{site}/two/", permissions=CLIPBOARD)
    assert page.locator(".mc-take").count() == 2
    names = re.findall(r"^\| Signal \| (.+) \| (.+) \|$", whole(page, 1), re.MULTILINE)
    assert names == [("Birch 12B IT", "Fir")]
