"""A comparison works with what themes and readers do to a page: tabs, search, other directions, sizes and colours."""

import pytest
from playwright.sync_api import expect

from tests.browser.every_kind import BUILT_IN, MATERIAL, PAGES
from tests.browser.waiting import becomes, some_pictures_later

NARROW = {"width": 320, "height": 256}  # what is left of 1280 by 1024 at 400 %
OVERFLOW = "() => document.scrollingElement.scrollWidth - innerWidth"
# Whether the head of the row's table is what one sees where it stands, and how high that is.
HEAD = """
    row => {
        row.scrollIntoView({block: 'center', behavior: 'instant'});
        const head = row.closest('table').querySelector('thead th:nth-child(2)');
        const box = head.getBoundingClientRect();
        const seen = document.elementFromPoint(box.left + 5, box.top + box.height / 2);
        return [head.contains(seen), 0 <= box.top && box.top <= 120];
    }
"""
LINES = """
    const lines = one => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return new Set([...range.getClientRects()].map(box => box.top)).size;
    };
"""
HINT = "one => getComputedStyle(one.querySelector('thead th'), '::after').visibility"
ROW = "[data-mc-section=specs] [data-mc-row=knowledge_cutoff]"


def with_features(*features):
    return MATERIAL.replace("features: [", f"features: [{', '.join(features)}, ")


RIGHT_TO_LEFT = MATERIAL.replace("  font: false", "  font: false\n  language: ar\n  direction: rtl")
PAGES_WITH_CAPTIONS = ("pair", "six", "history", "inline")
THEMES = {
    "material": MATERIAL,
    "tabs": with_features("navigation.tabs"),
    "sticky-tabs": with_features("navigation.tabs", "navigation.tabs.sticky"),
    "right-to-left": RIGHT_TO_LEFT,
    **BUILT_IN,
}


def has_its_head_in_view(row):
    """Below the theme's own, which has its place a moment after the page was scrolled."""
    becomes(row.page, lambda: row.evaluate(HEAD), [True, True])


@pytest.mark.parametrize("theme", THEMES)
def test_the_head_of_a_long_table_stays_in_view(every_kind, open_page, theme):
    page = open_page(f"{every_kind(THEMES[theme])}/pair/")
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 500})
        has_its_head_in_view(page.locator(ROW))


@pytest.mark.parametrize("theme", ["material", "right-to-left"])
def test_a_table_of_six_models_scrolls_in_itself_and_keeps_head_and_labels_in_view(every_kind, open_page, theme):
    page = open_page(f"{every_kind(THEMES[theme])}/six/", viewport={"width": 390, "height": 700})
    table = page.locator("[data-mc-section=specs] .mc-scroll")
    becomes(page, lambda: table.evaluate(HINT), "visible")
    table.focus()
    before = page.locator(f"{ROW} th").bounding_box()["x"]
    for _ in range(6):
        page.keyboard.press("ArrowLeft" if theme == "right-to-left" else "ArrowRight")
    becomes(page, lambda: table.evaluate("one => Math.abs(one.scrollLeft) > 100"), expected=True)
    assert page.locator(f"{ROW} th").bounding_box()["x"] == pytest.approx(before, abs=1)
    below, above = table.evaluate(
        """one => {
            one.scrollIntoView({block: 'end', behavior: 'instant'});
            one.scrollTop = 200;
            const top = (part) => part.getBoundingClientRect().top;
            return [one.scrollTop, top(one.querySelector('thead th')) - top(one)];
        }"""
    )
    assert below > 0
    assert above == pytest.approx(0, abs=1)
    assert page.evaluate(OVERFLOW) <= 0


def test_the_scorecard_of_six_models_fits_the_column_of_a_desk(every_kind, open_page):
    page = open_page(f"{every_kind()}/{PAGES['six']}", viewport={"width": 1440, "height": 900})
    table = page.locator("[data-mc-section=scorecard] .mc-scroll")
    becomes(page, lambda: table.evaluate("one => one.scrollWidth - one.clientWidth"), 0)


def test_of_one_model_no_label_takes_a_second_line(every_kind, open_page):
    page = open_page(f"{every_kind()}/{PAGES['model']}", viewport={"width": 1440, "height": 900})
    labels = page.locator(".mc-table:not(.mc-routes) tbody th[scope=row]")
    assert labels.count() > 20
    assert labels.evaluate_all(f"all => {{ {LINES} return all.filter(one => lines(one) > 1).length; }}") == 0


def test_a_table_that_fits_has_no_hint(every_kind, open_page):
    page = open_page(f"{every_kind(MATERIAL)}/three/", viewport={"width": 1440, "height": 900})
    # With the first pictures the hint of a table that does not fit is there.
    some_pictures_later(page)
    assert page.locator("[data-mc-section=specs] .mc-scroll").evaluate(HINT) == "hidden"


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        *((theme, name) for theme in THEMES for name in ("pair", "six")),
        ("material", "inline"),
        ("material", "mistakes"),
    ],
)
def test_at_four_times_the_size_no_page_needs_scrolling_to_the_side(every_kind, open_page, theme, name):
    page = open_page(f"{every_kind(THEMES[theme])}/{PAGES[name]}", viewport=NARROW)
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    assert page.evaluate(OVERFLOW) <= 0
    wider = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className)"
    assert page.locator("div.mc").evaluate_all(wider) == []


def test_a_table_of_two_models_needs_no_scrolling_on_a_phone(every_kind, open_page):
    page = open_page(f"{every_kind(MATERIAL)}/pair/", viewport={"width": 390, "height": 844})
    assert page.evaluate(OVERFLOW) <= 0
    wider = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
    assert page.locator(".mc-table, .mc-scroll").evaluate_all(wider) == 0


def test_the_words_of_a_search_are_marked_in_text_and_tables(every_kind, open_page, findings):
    page = open_page(f"{every_kind(MATERIAL)}/pair/?h=context")
    page.wait_for_selector("[data-mc-section=specs] mark")
    assert page.inner_text("[data-mc-section=specs] [data-mc-row=context_window] th") == "Context window"
    expect(page.locator("[data-mc-section=summary] mark").first).to_be_visible()
    assert (findings.errors, findings.outside) == ([], [])


def test_every_content_tab_shows_its_section_and_its_controls(every_kind, open_page, findings):
    page = open_page(f"{every_kind(MATERIAL)}/inline/")
    for label, section in (("Capabilities", "capabilities"), ("Benchmarks", "benchmarks"), ("Cost", "monthly_cost")):
        page.click(f".tabbed-labels >> text={label}")
        expect(page.locator(f".tabbed-block [data-mc-section={section}] .mc-table").first).to_be_visible()
    expect(page.locator(".tabbed-block .mc-form").first).to_be_visible()
    assert (findings.errors, findings.outside) == ([], [])


def test_bars_and_labels_begin_where_the_text_begins(every_kind, open_page):
    page = open_page(f"{every_kind(RIGHT_TO_LEFT)}/pair/", viewport={"width": 1440, "height": 900})
    row = page.locator("[data-mc-section=scorecard] [data-mc-row=context_window]")
    label, first = row.locator("th").bounding_box(), row.locator("td").first.bounding_box()
    assert label["x"] > first["x"]
    bar, drawn = row.locator("svg").first.bounding_box(), row.locator("rect").first.bounding_box()
    assert drawn["x"] + drawn["width"] == pytest.approx(bar["x"] + bar["width"], abs=1)


def test_english_reads_from_the_left_on_a_page_that_reads_from_the_right(every_kind, open_page):
    page = open_page(f"{every_kind(RIGHT_TO_LEFT)}/pair/", viewport={"width": 1440, "height": 900})
    order = """one => {
        const text = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode();
        const at = [0, 3].map(start => {
            const range = document.createRange();
            range.setStart(text, start);
            range.setEnd(text, start + 1);
            return range.getBoundingClientRect().left;
        });
        return at[0] < at[1];
    }"""
    cell = "[data-mc-row=provider_routes] .mc-value"
    for part in (
        "summary.mc-certainty",
        ".mc-weight",
        cell,
        ".mc-lead",
        ".mc-switches span",
        ".mc-form .mc-routes small",
    ):
        assert page.locator(part).first.evaluate(order), part
    ends = """one => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return range.getBoundingClientRect().right;
    }"""
    cell = page.locator("[data-mc-section=scorecard] [data-mc-row=shared_benchmarks] td").first
    box = cell.bounding_box()
    assert cell.evaluate(ends) > box["x"] + box["width"] - 20


@pytest.mark.parametrize("width", [390, 1440])
def test_in_readthedocs_tables_have_hairlines_and_no_boxes(every_kind, open_page, width):
    page = open_page(f"{every_kind(BUILT_IN['readthedocs'])}/pair/", viewport={"width": width, "height": 844})
    boxes = """all => all.map(one => getComputedStyle(one)).filter(
        style => style.borderLeftWidth !== '0px' || style.borderTopWidth !== '0px'
    ).length"""
    assert page.locator(".mc-table :is(th, td)").evaluate_all(boxes) == 0
    striped = "all => [...new Set(all.map(one => getComputedStyle(one).backgroundColor))]"
    assert page.locator(".mc-table tbody td").evaluate_all(striped) == ["rgba(0, 0, 0, 0)"]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_tables_lines_have_one_colour_from_label_to_value(every_kind, open_page, theme):
    page = open_page(f"{every_kind(THEMES[theme])}/{PAGES['pair']}")
    row = page.locator("[data-mc-section=specs] tbody tr").first.locator("th, td")
    assert len(set(row.evaluate_all("all => all.map(one => getComputedStyle(one).borderBottomColor)"))) == 1


def test_who_wants_less_motion_gets_none(every_kind, open_page):
    page = open_page(f"{every_kind(MATERIAL)}/pair/", reduced_motion="reduce")
    moving = "all => all.filter(one => getComputedStyle(one, '::before').transitionDuration !== '0s').length"
    assert page.locator(".mc summary").evaluate_all(moving) == 0


def test_in_high_contrast_bars_are_seen_and_the_better_is_told_by_sign_and_word(every_kind, open_page):
    page = open_page(f"{every_kind(MATERIAL)}/pair/", forced_colors="active")
    cell = page.locator("[data-mc-section=scorecard] [data-mc-row=context_window] .mc-better")
    assert cell.locator(".mc-lead").inner_text() == "▲ larger"
    colours = "one => [getComputedStyle(one).fill, getComputedStyle(document.body).backgroundColor]"
    fill, background = cell.locator("svg").evaluate(colours)
    assert fill != background


def test_in_high_contrast_everything_drawn_has_a_colour_of_the_readers_own(every_kind, open_page):
    page = open_page(f"{every_kind(MATERIAL)}/priced/", forced_colors="active", color_scheme="dark")
    paint = "(one, name) => { one.style.color = name; return getComputedStyle(one).color }"
    link, text = (page.locator(".mc-scorecard").evaluate(paint, name) for name in ("LinkText", "CanvasText"))
    lines = "all => all.map(one => getComputedStyle(one).stroke)"
    assert set(page.locator(".mc-plane path").evaluate_all(lines)) == {link, text}
    bars = page.locator("[data-mc-row=context_window] td:not(.mc-better) > .mc-bar")
    fill = "one => getComputedStyle(one).fill"
    shown = bars.first.evaluate(fill)
    bars.first.evaluate("one => { one.style.fill = 'color-mix(in srgb, LinkText 60%, transparent)' }")
    assert shown == bars.first.evaluate(fill)


@pytest.mark.parametrize(
    ("scheme", "variable"), [("default", "--md-primary-fg-color"), ("slate", "--md-typeset-a-color")]
)
def test_bars_have_the_colour_of_a_custom_palette(every_kind, open_page, scheme, variable):
    theme = f"theme: {{name: material, font: false, palette: {{scheme: {scheme}, primary: teal}}}}\n"
    page = open_page(f"{every_kind(theme)}/pair/")
    colour = "(one, name) => { one.style.color = `var(${name})`; return getComputedStyle(one).color }"
    section = page.locator("[data-mc-section=scorecard]")
    assert section.evaluate(colour, "--mc-accent") == section.evaluate(colour, variable)


def test_states_look_and_read_differently(every_kind, open_page):
    page = open_page(f"{every_kind(MATERIAL)}/pair/")
    looks = {}
    for state in ("unknown", "undisclosed", "na", "no"):
        shown = page.locator(f":is(.mc-specs, .mc-capabilities) .mc-table .mc-{state}").first
        style = "one => [getComputedStyle(one).fontStyle, getComputedStyle(one).textDecorationLine]"
        looks[state] = (*shown.evaluate(style), shown.inner_text())
    assert len(set(looks.values())) == 4
    assert [text for _, _, text in looks.values()] == ["unknown", "undisclosed", "not applicable", "No"]


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_heads_of_the_routes_stand_above_their_columns(every_kind, open_page, width):
    page = open_page(f"{every_kind(MATERIAL)}/priced/", viewport={"width": width, "height": 844})
    starts = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
    heads = page.locator(".mc-form .mc-routes thead th")
    assert heads.all_inner_texts() == ["Route", "A month", "A year", "Above the lowest"]
    cells = page.locator(".mc-form .mc-routes tr:has(td:nth-child(4))").first.locator("th, td")
    assert heads.evaluate_all(starts) == cells.evaluate_all(starts)


def test_a_thumb_finds_every_control(every_kind, open_page):
    page = open_page(
        f"{every_kind(MATERIAL)}/priced/", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    heights = "all => all.map(one => one.getBoundingClientRect().height)"
    controls = page.locator(".mc :is(button, input[type=number], select, .mc-check) >> visible=true")
    assert controls.count() > 15
    assert min(controls.evaluate_all(heights)) >= 44


@pytest.mark.parametrize("name", ["pair", "three", "model", "index"])
def test_no_head_of_a_tables_labels_breaks_inside_a_word(every_kind, open_page, name):
    page = open_page(f"{every_kind(MATERIAL)}/{PAGES[name]}", viewport={"width": 320, "height": 844})
    broken = """all => all.filter(one => {
        const range = document.createRange();
        range.selectNodeContents(one.firstChild);
        return one.innerText && !/\\s/.test(one.firstChild.textContent) && range.getClientRects().length > 1;
    }).map(one => one.innerText)"""
    assert page.locator(".mc-table thead th:first-child").evaluate_all(broken) == []


@pytest.mark.parametrize(
    ("theme", "name"), [*((theme, "pair") for theme in BUILT_IN), *(("material", name) for name in PAGES_WITH_CAPTIONS)]
)
def test_the_caption_of_a_table_stands_in_a_line_above_its_head(every_kind, open_page, theme, name):
    page = open_page(f"{every_kind(THEMES[theme])}/{PAGES[name]}", viewport={"width": 390, "height": 844})
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    told = """all => all.map(one => {
        const box = one.getBoundingClientRect();
        const cells = [...one.closest('table').querySelectorAll('th, td')].map(cell => cell.getBoundingClientRect());
        const first = cells.find(cell => cell.height > 0);
        return box.width > 250 && box.bottom <= first.top + 1;
    })"""
    found = page.locator(".mc-table:is(.mc-routes, .mc-cases, .mc-rule) caption").evaluate_all(told)
    assert found
    assert all(found)


def test_of_six_models_those_without_a_price_have_no_line_and_no_key(every_kind, open_page):
    page = open_page(f"{every_kind(MATERIAL)}/six/")
    assert page.inner_text(".mc-sum").startswith("Fir is the cheapest known. Aster 2: ")
    keys = [text.strip() for text in page.locator(".mc-keys span").all_inner_texts()]
    assert keys == ["Aster 2", "Cedar mini", "Elm 405B Instruct Extended Context Preview", "Fir"]
    assert page.locator(".mc-plane path").evaluate_all("all => all.filter(one => one.getTotalLength() > 0).length") == 4
