"""Tables of models and pickers: by mouse, key and touch, from the address, without a script, and true to the build."""

import json
from itertools import combinations

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.plugin.small_site import Site, forget_plugins

BESIDE = {
    "providers.yml": """
        cloud-one: {name: Cloud One, kind: cloud, url: "https://example.org/one"}
        cloud-two: {name: Cloud Two, kind: cloud}
    """,
    "licenses.yml": """
        closed: {name: Closed, openness: proprietary, commercial_use: conditional}
        weights: {name: Weights, openness: open-weights, commercial_use: prohibited}
        open: {name: Open 1.0, openness: open-source, commercial_use: permitted, url: "https://example.org/open"}
    """,
    "benchmarks.yml": "{}\n",
}
# Sizes that read alike in their short form, all five states, and prices under several conditions.
MODELS = {
    "ada": """
        name: Ada
        developer: Acme
        released: 2026-02-01
        context_window: 131072
        max_output: 8192
        parameters: {total: 30B, active: 3B}
        license: closed
        knowledge_cutoff: 2025-06
        modalities: {input: [text, image], output: [text]}
        capabilities: {vision: yes, reasoning: no, tool_use: undisclosed, computer_use: n/a}
        routes:
          - {provider: cloud-one, region: eu, price: {input: 1, output: 5, cached_input: 0.1}}
          - provider: cloud-two
            price: {input: 0.8, output: 4}
            variants: [{when: {mode: batch}, price: {input: 0.4, output: 2}}]
        sources:
          card: {url: "https://example.org/ada", title: Card of Ada, retrieved: 2026-06-01}
          prices: {url: "https://example.org/prices", retrieved: 2026-06-02, note: snapshot}
        provenance: {default: card, routes: prices}
    """,
    "bell": """
        name: Bell
        developer: Bell Labs
        released: 2026-01
        context_window: 128000
        max_output: undisclosed
        parameters: undisclosed
        license: open
        capabilities: {vision: {value: no, note: not yet}, reasoning: yes, tool_use: yes}
        routes: [{provider: cloud-one, price: {input: 0.5, output: 2}}]
        sources: {card: {url: "https://example.org/bell"}}
        provenance: {default: card}
    """,
    "cafe": """
        name: Café
        developer: Acme
        released: 2025
        context_window: 1000000
        license: weights
        status: deprecated
        capabilities: {vision: yes, reasoning: yes}
        routes: [{provider: cloud-two, price: {input: 3, output: 15, currency: EUR}}]
    """,
    "dora": """
        name: Dora
        developer: Dora & Sons
        routes: [{provider: cloud-two}]
    """,
    "free": """
        name: Free
        developer: Acme
        context_window: 260000
        max_output: 262144
        license: open
        routes: [{provider: cloud-one, price: {input: 0, output: 0}}]
        capabilities: {vision: no}
    """,
    "gone": """
        name: Gone
        developer: Acme
        status: retired
        routes: [{provider: cloud-one, status: retired, price: {input: 9, output: 9}}]
    """,
    "high": """
        name: High
        developer: Acme
        context_window: 65536
        capabilities: {vision: yes}
        routes: [{provider: cloud-one, price: {input: 0.000125, output: 600}}]
    """,
}
PAIRS = tuple(combinations(("ada", "bell", "cafe", "dora", "free", "gone"), 2))
SECTIONS = ("specs", "pricing", "capabilities")
COMPARED = (("ada", "bell", "cafe"), *PAIRS)
OPTIONS = "stale_after: 0, pages: {comparisons: [[free, high]], index: true, not_found: true, models: true}"
THEME = """
theme:
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
"""
FILE = "**/model-compare-catalog.json"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site whose pages `compared-*` show what comparisons are to agree with, and count as no comparison's page."""
    forget_plugins()
    made = Site(tmp_path_factory.mktemp("picker"))
    for name, text in BESIDE.items():
        made.write(f"data/{name}", text)
    for name, text in MODELS.items():
        made.model(name, text)
    made.page("index.md", "# Home\n\n[To the index](compare/index.md)\n")
    made.page("small.md", '# Small\n\n<< models(where="vision", sort="-context_window") >>\n')
    made.page("two.md", "# Two\n\n<< models() >>\n\n<< picker() >>\n")
    made.page("beside.md", '# Beside\n\n<< monthly_cost("ada", "bell") >>\n\n<< picker() >>\n')
    for models in COMPARED:
        quoted = ", ".join(f'"{model}"' for model in models)
        made.page(
            f"compared-{'-'.join(models)}.md", f"# Compared\n\n<< compare({quoted}, sections={list(SECTIONS)}) >>\n"
        )
    made.configure(plugins=f"[search, {{model-compare: {{{OPTIONS}}}}}]", rest=THEME)
    made.build()
    return made


@pytest.fixture(scope="module")
def base(site, serve):
    return serve(site.root / "site")


@pytest.fixture
def picker(base, open_page):
    def opened(query="", path="compare/", **options):
        page = open_page(f"{base}/{path}{query}", **options)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("thead button")
        return page

    return opened


def rows(page, place=0):
    """The models that a table shows, in its order."""
    return page.eval_on_selector_all(
        "[data-mc-table]",
        f"""all => [...all[{place}].querySelectorAll("tbody tr")].filter(row => row.checkVisibility())
                .map(row => row.dataset.mcModel)""",
    )


def asked(page):
    """What the address holds."""
    return page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")


def head(page, name):
    return page.locator("[data-mc-table] thead").first.get_by_role("button", name=name, exact=True)


def tick(page, *names):
    for name in names:
        page.get_by_role("checkbox", name=f"Compare {name}").check()


ORDER = ["ada", "bell", "cafe", "dora", "free", "gone", "high"]


class TestWithoutAScript:
    def test_the_table_is_whole_and_nothing_is_offered_that_would_not_work(self, picker, findings):
        page = picker(java_script_enabled=False)
        assert page.locator("tbody tr").count() == len(MODELS)
        assert page.locator("button:visible, [data-mc-section] input, .mc-chosen").count() == 0 or (
            page.locator("[data-mc-section] :is(button, input)").count() == 0
        )
        assert (findings.errors, findings.outside) == ([], [])


class TestOrder:
    def test_a_head_sorts_up_then_down_with_the_unknown_last_both_times(self, picker):
        page = picker()
        head(page, "Context window").click()
        assert rows(page) == ["high", "bell", "ada", "free", "cafe", "dora", "gone"]
        head(page, "Context window").click()
        assert rows(page) == ["cafe", "free", "ada", "bell", "high", "dora", "gone"]

    def test_it_is_told_to_screen_readers_on_that_head_alone(self, picker):
        page = picker()
        head(page, "Developer").click()
        head(page, "Released").click()
        sorted_heads = page.locator("[aria-sort]")
        assert sorted_heads.count() == 1
        assert sorted_heads.inner_text() == "Released"
        assert sorted_heads.get_attribute("aria-sort") == "ascending"

    def test_by_key_the_focus_stays_on_the_head(self, picker):
        page = picker()
        head(page, "Output price, per 1M tokens").focus()
        page.keyboard.press("Enter")
        assert rows(page)[:4] == ["free", "bell", "ada", "high"]
        page.keyboard.press("Space")
        assert rows(page)[:4] == ["high", "ada", "bell", "free"]
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert (page.evaluate("document.activeElement.textContent"), outline) == (
            "Output price, per 1M tokens",
            "solid",
        )

    def test_a_table_that_the_author_sorted_says_so_and_can_be_turned_round(self, picker):
        page = picker(path="small/")
        assert rows(page) == ["cafe", "ada", "high"]
        assert page.locator("[aria-sort=descending]").inner_text() == "Context window"
        head(page, "Context window").click()
        assert rows(page) == ["high", "ada", "cafe"]

    def test_a_small_table_has_no_search(self, picker):
        assert picker(path="small/").locator("input[type=search]").count() == 0


class TestSearch:
    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("bell", ["bell"]),
            ("CAFE", ["cafe"]),
            ("café", ["cafe"]),
            ("acme open", ["cafe", "free"]),
            ("  ", ORDER),
            ("2026-0", ["ada", "bell"]),
            ("nothing like it", []),
        ],
    )
    def test_every_word_is_looked_for_whatever_its_case_and_accents(self, picker, words, found):
        page = picker()
        page.get_by_label("Search", exact=True).last.fill(words)
        assert rows(page) == found
        told = "None" if not found else str(len(found))
        expect(page.get_by_role("status").first).to_have_text(f"{told} of 7 models.")

    def test_it_follows_every_key(self, picker):
        page = picker()
        page.locator(".mc-asking input[type=search]").press_sequentially("dor")
        assert rows(page) == ["dora"]
        page.keyboard.press("Enter")
        assert rows(page) == ["dora"]


class TestMustHaves:
    @pytest.fixture
    def open_picker(self, picker):
        page = picker()
        opener = page.get_by_role("button", name="Must-haves")
        assert opener.get_attribute("aria-expanded") == "false"
        assert not page.get_by_label("Openness").is_visible()
        opener.click()
        assert opener.get_attribute("aria-expanded") == "true"
        return page

    def told(self, page):
        return page.locator(".mc-asking [role=status]").inner_text()

    def test_a_capability(self, open_picker):
        open_picker.get_by_label("Vision").check()
        assert rows(open_picker) == ["ada", "cafe", "high"]
        assert self.told(open_picker) == ("3 of 7 models. 2 others are left out because a fact asked for is unknown.")
        assert open_picker.get_by_role("button", name="Must-haves: 1").is_visible()

    def test_a_licence_and_an_openness(self, open_picker):
        open_picker.get_by_label("Openness").select_option("Open source or open weights")
        assert rows(open_picker) == ["bell", "cafe", "free"]
        open_picker.get_by_label("Licence").select_option("Weights")
        assert rows(open_picker) == ["cafe"]

    def test_a_floor_of_the_window_and_a_ceiling_of_the_price(self, open_picker):
        open_picker.get_by_label("Context window").select_option("128k or more")
        assert rows(open_picker) == ["ada", "bell", "cafe", "free"]
        open_picker.get_by_label("Output price, per 1M tokens").select_option("up to $2")
        assert rows(open_picker) == ["bell", "free"]
        # Two have no known price, of which one is priced in euros; Gone's window is unknown, too.
        assert self.told(open_picker) == "2 of 7 models. 3 others are left out because a fact asked for is unknown."

    def test_one_model_left_out_is_told_in_the_singular(self, open_picker):
        open_picker.get_by_label("Vision").check()
        open_picker.get_by_label("Openness").select_option("Open weights")
        open_picker.locator(".mc-asking input[type=search]").fill("d")
        assert rows(open_picker) == ["cafe"]
        assert self.told(open_picker) == "1 of 7 models. 2 others are left out because a fact asked for is unknown."
        open_picker.locator(".mc-asking input[type=search]").fill("e")

    def test_reset_shows_all_again(self, open_picker):
        reset = open_picker.get_by_role("button", name="Reset")
        assert not reset.is_visible()
        open_picker.get_by_label("Vision").check()
        head(open_picker, "Model").click()
        reset.click()
        assert rows(open_picker) == ORDER
        assert asked(open_picker) == {}
        assert not reset.is_visible()

    def test_a_table_offers_those_of_its_columns(self, picker):
        page = picker(path="two/")
        form = page.locator(".mc-asking").first
        form.get_by_role("button", name="Must-haves").click()
        labels = form.locator("label:visible").evaluate_all("all => all.map(label => label.firstChild.textContent)")
        assert labels == [
            "Search",
            "Context window",
            "Openness",
            "Input price, per 1M tokens",
            "Output price, per 1M tokens",
        ]


class TestAddress:
    def test_everything_asked_for_survives_a_reload(self, picker, findings):
        page = picker()
        page.get_by_role("button", name="Must-haves").click()
        page.get_by_label("Vision").check()
        page.get_by_label("Context window").select_option("128k or more")
        page.locator(".mc-asking input[type=search]").fill("acme")
        head(page, "Released").click()
        tick(page, "Ada", "Café")
        expected = {
            "pick-q": "acme",
            "pick-has": "vision",
            "pick-context_window": "128000",
            "pick-sort": "released",
            "pick-models": "ada cafe",
        }
        assert asked(page) == expected
        page.reload()
        page.wait_for_selector(".mc-side h2")
        assert rows(page) == ["cafe", "ada"]
        assert page.get_by_label("Vision").is_checked()
        assert page.get_by_role("button", name="Must-haves: 2").get_attribute("aria-expanded") == "true"
        assert page.locator("[aria-sort]").inner_text() == "Released"
        assert page.locator(".mc-chosen li").all_inner_texts() == ["Ada ✕", "Café (deprecated) ✕"]
        assert asked(page) == expected
        assert (findings.errors, findings.outside) == ([], [])

    def test_an_old_address_is_taken_for_what_is_still_there(self, picker, findings):
        filters = "pick-has=flight+vision&pick-openness=secret&pick-context_window=1"
        page = picker(f"?{filters}&pick-sort=-weight&pick-models=ada+zed+ada&x=1")
        assert rows(page) == ["ada", "cafe", "high"]
        assert page.locator("[aria-sort]").count() == 0
        assert page.locator(".mc-chosen li").all_inner_texts() == ["Ada ✕"]
        head(page, "Model").click()
        assert asked(page) == {"x": "1", "pick-has": "vision", "pick-models": "ada", "pick-sort": "name"}
        assert (findings.errors, findings.outside) == ([], [])

    def test_more_than_six_models_in_it_are_the_first_six(self, picker):
        page = picker("?pick-models=" + "+".join(ORDER))
        assert page.locator(".mc-chosen li").count() == 6

    def test_two_tables_of_a_page_are_asked_apart(self, picker):
        page = picker(path="two/")
        searches = page.locator(".mc-asking input[type=search]")
        searches.nth(0).fill("ada")
        searches.nth(1).fill("bell")
        assert asked(page) == {"pick-q": "ada", "pick2-q": "bell"}
        assert (rows(page, 0), rows(page, 1)) == (["ada"], ["bell"])

    def test_the_traffic_of_a_cost_table_is_kept_beside_it(self, picker):
        page = picker("?mc-requests=5", path="beside/")
        page.wait_for_selector(".mc-monthly_cost form")
        page.locator(".mc-asking input[type=search]").fill("ada")
        page.locator(".mc-monthly_cost input[name=input_tokens]").fill("7")
        assert asked(page) == {"mc-requests": "5", "pick-q": "ada", "mc-input_tokens": "7"}


class TestChoosing:
    def test_models_with_a_page_lead_there(self, picker, base, findings):
        page = picker()
        tick(page, "High", "Free")
        link = page.get_by_role("link", name="Open their comparison")
        assert link.get_attribute("href") == f"{base}/compare/free-vs-high/"
        assert page.locator(".mc-side > *").count() == 0
        link.click()
        page.wait_for_selector("h1:has-text('Free vs High')")
        assert (findings.errors, findings.outside) == ([], [])

    def test_models_without_one_stand_side_by_side(self, picker, findings):
        page = picker()
        tick(page, "Ada", "Bell")
        page.get_by_role("button", name="See them side by side").click()
        assert page.evaluate("document.activeElement.textContent") == "Ada vs Bell"
        assert page.locator(".mc-side caption").count() == 4
        assert (findings.errors, findings.outside) == ([], [])

    def test_how_many_are_chosen_is_told(self, picker):
        page = picker()
        status = page.locator(".mc-chosen [role=status]")
        expect(status).to_have_text("Tick two to six models to compare them.")
        tick(page, "Ada")
        expect(status).to_have_text("1 chosen. Tick another to compare.")
        tick(page, "Bell")
        expect(status).to_have_text("2 chosen. They stand side by side below the table.")

    def test_a_seventh_is_refused_politely(self, picker):
        page = picker()
        tick(page, "Ada", "Bell", "Café (deprecated)", "Dora", "Free", "Gone (retired)")
        page.get_by_role("checkbox", name="Compare High").click()
        assert not page.get_by_role("checkbox", name="Compare High").is_checked()
        expect(page.locator(".mc-chosen [role=status]")).to_have_text(
            "Six models can be compared; leave one out first."
        )
        assert page.locator(".mc-chosen li").count() == 6

    def test_one_can_be_left_out_by_key_and_the_focus_is_not_lost(self, picker):
        page = picker("?pick-models=ada+bell+dora")
        page.get_by_role("button", name="Leave out Ada").focus()
        page.keyboard.press("Enter")
        assert asked(page) == {"pick-models": "bell dora"}
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Leave out Bell"
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        assert asked(page) == {}
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Chosen models"

    def test_a_box_is_ticked_by_key(self, picker):
        page = picker()
        page.get_by_role("checkbox", name="Compare Bell").focus()
        page.keyboard.press("Space")
        assert asked(page) == {"pick-models": "bell"}

    def test_by_touch_on_a_phone_nothing_goes_sideways_and_controls_fit_a_thumb(self, picker):
        page = picker(has_touch=True, viewport={"width": 390, "height": 844})
        page.get_by_role("button", name="Must-haves").tap()
        page.get_by_label("Vision").tap()
        for name in ("Ada", "High"):
            page.locator(f"tr[data-mc-model={name.lower()}] .mc-tick").tap()
        page.get_by_role("button", name="See them side by side").tap()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        controls = page.locator(
            "[data-mc-section=picker] :is(button, select, input[type=search], label:has([type=checkbox])):visible"
        )
        sizes = controls.evaluate_all("all => all.map(one => [one.textContent, one.getBoundingClientRect().height])")
        assert [size for size in sizes if size[1] < 44] == []

    def test_facts_that_cannot_be_loaded_are_told_and_asked_for_again(self, picker):
        page = picker()
        page.route(FILE, lambda route: route.fulfill(status=500))
        tick(page, "Ada", "Bell")
        expect(page.locator(".mc-chosen [role=status]")).to_have_text(
            "2 chosen, but their facts could not be loaded. Try again in a moment."
        )
        page.unroute(FILE)
        page.get_by_role("button", name="Try again").click()
        page.get_by_role("button", name="See them side by side").click()

    @pytest.mark.parametrize("answer", ["nonsense", '{"version": 99}', '{"version": 1, "models": {}, "pages": {}}'])
    def test_so_are_facts_in_a_form_that_the_script_does_not_know(self, picker, findings, answer):
        page = picker()
        page.route(FILE, lambda route: route.fulfill(body=answer))
        tick(page, "Ada", "Bell")
        expect(page.get_by_role("button", name="Try again")).to_be_visible()
        assert findings.errors == []


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


def test_what_stands_side_by_side_is_what_the_build_prints(site, picker):
    """Labels, texts, marks, exact figures, links and sources of every cell, for many sets of models."""
    for models in COMPARED:
        page = picker(f"?pick-models={'+'.join(models)}")
        page.wait_for_selector(".mc-side caption")
        assert cells(page.inner_html(".mc-side")) == built(site, models)
        page.context.close()


def test_sizes_that_read_alike_are_shown_in_full_side_by_side(picker):
    page = picker("?pick-models=ada+bell")
    window = page.locator(".mc-specs [data-mc-row=context_window] .mc-value")
    assert window.all_inner_texts() == ["131,072", "128,000"]


def test_every_numeral_leads_to_its_source(picker):
    page = picker("?pick-models=ada+bell")
    page.wait_for_selector(".mc-side .mc-sources")
    targets = page.locator(".mc-side .mc-cite a").evaluate_all("all => all.map(link => link.hash)")
    assert targets
    assert all(page.locator(target).count() == 1 for target in set(targets))
    numeral = page.locator(".mc-side .mc-cite a").first
    numeral.scroll_into_view_if_needed()
    page.evaluate("new Promise(done => setTimeout(done, 200))")  # scrolling, when it ends, closes the panel
    numeral.click()
    assert "Card of Ada, retrieved 2026-06-01" in page.inner_text(".mc-panel:popover-open")


class TestALongTable:
    """Its first screens answer a key, and the others follow when these are seen; in the end it is as a short one."""

    @pytest.fixture
    def page(self, tmp_path, open_page, serve, findings):
        forget_plugins()
        made = Site(tmp_path)
        for name, text in BESIDE.items():
            made.write(f"data/{name}", text)
        for number in range(100):
            known = f"context_window: {8000 + number}, capabilities: {{vision: {'no' if number % 2 else 'yes'}}}"
            made.model(f"m{number:02}", f"{{name: M{number:02}, developer: Acme, {known}}}\n")
        made.page("index.md", "# Home\n\n<< picker() >>\n")
        made.configure(rest=THEME)
        made.build()
        yield open_page(serve(tmp_path / "site"))
        assert (findings.errors, findings.outside) == ([], [])

    def becomes(self, page, expected):
        page.wait_for_function(
            "expected => JSON.stringify([...document.querySelectorAll('tbody tr')].map(row => row.dataset.mcModel)"
            ".filter(model => document.querySelector(`tr[data-mc-model=${model}]`).checkVisibility())) === expected",
            arg=json.dumps(expected, separators=(",", ":")),
        )

    def test_keys_in_quick_succession_leave_it_whole_and_in_order(self, page):
        names = [f"m{number:02}" for number in range(100)]
        self.becomes(page, names)
        head(page, "Context window").click()
        head(page, "Context window").click()
        self.becomes(page, names[::-1])
        page.evaluate(
            """() => {
                const search = document.querySelector("[data-mc-table] input[type=search]");
                const window = document.querySelectorAll("thead button")[3];
                window.click();
                for (const words of ["m1", "m", "", "m0", ""]) {
                    search.value = words;
                    search.dispatchEvent(new Event("input", { bubbles: true }));
                }
                document.querySelector("[id$=vision]").click();
                window.click();
            }"""
        )
        self.becomes(page, names[98::-2])
        page.get_by_role("button", name="Reset").click()
        self.becomes(page, names)
        assert page.locator("tbody tr").count() == 100

    @pytest.mark.parametrize("key", ["thead button", ".mc-asking .mc-reset"])
    def test_no_picture_is_kept_waiting_by_more_rows_than_the_first(self, page, key):
        """So that the next key is answered at once, too, while rows are still on their way."""
        page.locator("[data-mc-table] input[type=search]").fill("zz")
        shown = page.evaluate(
            """async key => {
                const counts = [];
                document.querySelector(key).click();
                document.querySelector(".mc-asking .mc-reset").click();
                while (counts.at(-1) !== 100 && counts.length < 1000) {
                    counts.push(document.querySelectorAll("tbody tr:not([hidden])").length);
                    await new Promise(requestAnimationFrame);
                }
                return counts;
            }""",
            key,
        )
        assert list(dict.fromkeys(shown)) == [40, 80, 100]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_wrong_with_all_that_the_script_adds(picker, scheme, width):
    page = picker(
        "?pick-has=vision&pick-sort=-released&pick-models=ada+bell+cafe",
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
    )
    page.wait_for_selector(".mc-side caption")
    assert violations(page, within="[data-mc-section=picker]") == []
    assert violations(page, within=".mc-side") == []


@pytest.mark.parametrize("width", [1440, 390])
def test_the_heads_of_columns_stand_on_one_line(picker, width):
    heads = picker(viewport={"width": width, "height": 900}).locator(".mc-models thead button")
    boxes = [head.bounding_box() for head in heads.all()]
    assert len({round(box["y"] + box["height"]) for box in boxes}) == 1


def test_no_rule_that_looks_through_the_whole_page_is_left_to_slow_a_key_down(picker):
    """What hides a table until it can be sorted has done its work then; left in force it cost 200 ms a key."""
    waiting = """() => [...document.styleSheets].filter(sheet => sheet.href?.includes("model-compare")).map(
        sheet => [...sheet.cssRules].filter(rule => rule.conditionText && rule.cssText.includes("mc-wait")).length)"""
    assert picker().evaluate(waiting) == [0]
    assert picker(java_script_enabled=False).evaluate(waiting) == [1]


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
    page.goto(f"{base}/compare/")
    page.wait_for_load_state("networkidle")
    assert page.locator("thead button, .mc-asking").count() == 0
    assert findings.errors == []


class TestNotFound:
    def test_the_picker_works_at_any_depth_below_the_address_of_the_site(
        self, site, open_page, findings, tmp_path, serve
    ):
        (tmp_path / "repo").symlink_to(site.root / "at-repo")
        site.configure(
            rest="theme: {name: material, font: false}\nsite_url: https://example.org/repo/\nsite_dir: at-repo"
        )
        site.build()
        site.configure(rest=THEME)
        address = serve(tmp_path)
        body = (site.root / "at-repo" / "404.html").read_text("utf-8")
        page = open_page("about:blank")
        page.route("**/nowhere/**", lambda route: route.fulfill(status=200, body=body, content_type="text/html"))
        page.goto(f"{address}/repo/nowhere/deep/down/?pick-models=free+high")
        page.get_by_role("link", name="Open their comparison").click()
        page.wait_for_selector("h1:has-text('Free vs High')")
        assert page.url == f"{address}/repo/compare/free-vs-high/"
        assert (findings.errors, findings.outside) == ([], [])


def test_after_instant_navigation_it_works_as_after_loading(site, open_page, serve, findings, tmp_path):
    (tmp_path / "at").symlink_to(site.root / "instant")
    address = f"{serve(tmp_path)}/at"
    theme = "theme: {name: material, font: false, features: [navigation.instant]}"
    site.configure(rest=f"{theme}\nsite_url: {address}/\nsite_dir: instant")
    site.build()
    site.configure(rest=THEME)
    page = open_page(f"{address}/")
    page.wait_for_load_state("networkidle")  # Material swaps pages once it has read the sitemap
    page.evaluate("window.stillTheSame = true")
    page.click("text=To the index")
    head(page, "Context window").click()
    assert rows(page)[0] == "high"
    tick(page, "Ada", "Bell")
    page.wait_for_selector(".mc-side h2")
    page.click(".md-header__title >> nth=0", trial=True)
    page.go_back()
    page.wait_for_selector("text=To the index")
    page.click("text=To the index")
    page.wait_for_selector("thead button")
    assert page.locator(".mc-asking").count() == 1
    assert page.evaluate("window.stillTheSame")
    assert (findings.errors, findings.outside) == ([], [])


def test_the_data_are_read_only_when_two_are_chosen_and_once(picker):
    page = picker()
    read = []
    page.on("request", lambda request: read.append(request.url) if request.url.endswith(".json") else None)
    tick(page, "Ada")
    assert [url for url in read if "catalog" in url] == []
    tick(page, "Bell", "Dora")
    page.wait_for_selector(".mc-side h2:has-text('Dora')")
    assert len([url for url in read if "catalog" in url]) == 1
    assert json.loads(page.locator("[data-mc-table]").get_attribute("data-mc-table"))["orders"][0][0] == "name"
