"""Facts that are hardly possible are doubted at their place, and none that an unknown fact could explain."""

from datetime import date

import pytest

from mkdocs_model_compare.catalog.doubting import needless, outstanding
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.plausibility import doubts, ending
from tests.catalog.folders import TODAY, read_model, write

ASIDE = ", or say why it is right under acknowledged, as"


def said(folder, **models):
    """What is doubted about these models, given as the lines below name and developer."""
    files = {f"models/{name}.yml": f"name: {name}\ndeveloper: Lab\n{text}\n" for name, text in models.items()}
    reader = CatalogReader(write(folder, {"models/a.yml": None, "models/b.yml": None, **files}), shown_as="data")
    held = reader.read(TODAY).models
    found = tuple(doubts(held))
    warnings = [
        *outstanding(found, reader.locate),
        *needless(held.values(), found, reader.locate, open_to=lambda *_: False),
    ]
    assert all(one.level == "warning" for one in warnings)
    return "\n".join(str(one) for one in warnings)


class TestOutputOverContext:
    def test_an_output_larger_than_the_window_is_doubted(self, tmp_path):
        assert said(tmp_path, a="context_window: 8000\nmax_output: 8001") == (
            "data/models/a.yml:4:13: max_output: 8001 is more than the context window, 8000; expected at most that; "
            f"correct one of the two{ASIDE} output-over-context"
        )

    @pytest.mark.parametrize("window", ["8000", "9000", "unknown", "undisclosed", "n/a"])
    def test_another_is_not(self, tmp_path, window):
        assert said(tmp_path, a=f"context_window: {window}\nmax_output: 8000") == ""


class TestCutoffAfterRelease:
    def test_a_release_before_the_cutoff_is_doubted(self, tmp_path):
        assert said(tmp_path, a="released: 2025-01-31\nknowledge_cutoff: 2025-02") == (
            "data/models/a.yml:4:19: knowledge_cutoff: 2025-02 is after the release, 2025-01-31; expected a date "
            f"before it; correct one of the two{ASIDE} cutoff-after-release"
        )

    @pytest.mark.parametrize(
        ("released", "cutoff"),
        [
            ("2025-02-15", "2025-02"),
            ("2025", "2025-12-31"),
            ("2025-02", "2025"),
            ("2025-02-01", "2025-02-01"),
            ("unknown", "2025"),
            ("2020", "undisclosed"),
        ],
    )
    def test_dates_that_may_fit_are_not(self, tmp_path, released, cutoff):
        assert said(tmp_path, a=f"released: {released}\nknowledge_cutoff: {cutoff}") == ""


class TestCachedPrice:
    def test_cached_input_dearer_than_input_is_doubted(self, tmp_path):
        assert said(tmp_path, a="routes:\n- provider: acme\n  price: {input: 1.00, output: 2, cached_input: 1.01}") == (
            "data/models/a.yml:5:49: routes.acme.price.cached_input: USD 1.01 is more than uncached input costs, "
            f"USD 1.00; expected at most that; correct one of the two{ASIDE} cached-price"
        )

    def test_a_price_under_a_condition_is_held_against_what_it_inherits(self, tmp_path):
        routes = (
            "routes:\n- provider: acme\n  price: {input: 1, output: 2, cached_input: 0.5}\n  variants:\n"
            "  - {when: {mode: batch}, price: {cached_input: 2}}\n"
            "  - {when: {context_over: 9}, price: {input: 3, cached_input: 4}}"
        )
        places = [line.partition(": USD")[0] for line in said(tmp_path, a=routes).splitlines()]
        assert places == [
            "data/models/a.yml:7:49: routes.acme.variants.0.price.cached_input",
            "data/models/a.yml:8:63: routes.acme.variants.1.price.cached_input",
        ]

    @pytest.mark.parametrize(
        "routes",
        [
            "{input: 1, output: 2, cached_input: 1}",
            "{input: unknown, output: 2, cached_input: 1}",
            "{output: 2, cached_input: 9}",
            "{input: 1, output: 2, cached_input: n/a}",
            # What a condition does not say about cached input is not held against it.
            "{input: 1, output: 2, cached_input: 0.9}, variants: [{when: {mode: batch}, price: {input: 0.5}}]",
        ],
    )
    def test_other_prices_are_not(self, tmp_path, routes):
        assert said(tmp_path, a=f"routes: [{{provider: acme, price: {routes}}}]") == ""


class TestRoutePrices:
    def test_routes_more_than_threefold_apart_are_doubted_at_the_one_far_from_the_others(self, tmp_path):
        routes = (
            "routes:\n- {provider: acme, price: {input: 1, output: 2}}\n"
            "- {provider: globex, price: {input: 1.1, output: 2}}\n"
            "- {provider: globex, price: {input: 0.10, output: 1}}"
        )
        assert said(tmp_path, a=routes) == (
            "data/models/a.yml:6:37: routes.globex.2.price.input: USD 0.10 and the USD 1.1 of routes.globex differ "
            "11.00-fold; expected the routes of one model within threefold; correct the wrong one"
            f"{ASIDE} route-prices"
        )

    def test_of_two_the_dearer_is_named(self, tmp_path):
        routes = "[{provider: acme, price: {output: 7}}, {provider: globex, price: {output: 2}}]"
        assert said(tmp_path, a=f"routes: {routes}").startswith(
            "data/models/a.yml:3:43: routes.acme.price.output: USD 7 and the USD 2 of routes.globex differ 3.50-fold; "
        )

    @pytest.mark.parametrize(
        "other",
        [
            "price: {input: 3, output: 6}",
            "price: {input: unknown, output: 6}",
            # Free on purpose, in another currency, for something else than tokens, or gone.
            "price: {input: 0, output: 0}",
            "price: {input: 900, output: 900, currency: JPY}",
            "billing: credits, price: {input: 99, output: 99}",
            "status: retired, price: {input: 99, output: 99}",
            # Conditions make prices differ.
            "price: {input: 1, output: 2}, variants: [{when: {mode: batch}, price: {input: 0.1}}]",
        ],
    )
    def test_other_differences_are_not(self, tmp_path, other):
        routes = f"[{{provider: acme, price: {{input: 1, output: 2}}}}, {{provider: globex, {other}}}]"
        assert said(tmp_path, a=f"routes: {routes}") == ""


def sibling(released, amounts, more=""):
    return f"family: f\nreleased: {released}\nroutes: [{{provider: acme, price: {{{amounts}{more}}}}}]"


class TestSiblingPrice:
    OLD, MIDDLE, NEW = "input: 1, output: 4", "input: 1.0, output: 4", "input: 2, output: 9"

    def test_the_price_of_an_older_sibling_is_doubted_where_the_newer_has_another(self, tmp_path):
        found = said(
            tmp_path, old=sibling(2024, self.OLD), middle=sibling(2025, self.MIDDLE), new=sibling(2026, self.NEW)
        )
        assert found == (
            "data/models/middle.yml:5:42: routes.acme.price.input: USD 1.0 in and 4 out is also the price of the older "
            "old, and the newer new costs USD 2 in and 9 out; expected a price of its own; look it up, and correct it "
            f"if it is the older model's{ASIDE} sibling-price"
        )

    @pytest.mark.parametrize(
        ("old", "middle", "new"),
        [
            pytest.param(("2024", OLD), ("2025", OLD), ("2026", OLD), id="the newer costs as much"),
            pytest.param(
                ("2024", OLD), ("2025", "input: 1, output: 5"), ("2026", NEW), id="only one of the two prices"
            ),
            pytest.param(("unknown", OLD), ("2025", OLD), ("2026", NEW), id="nobody knows which is older"),
            pytest.param(("2025", OLD), ("2025-06", OLD), ("2026", NEW), id="the dates do not tell which is older"),
            pytest.param(("2024", OLD), ("2025", OLD), ("2025-09", NEW), id="the dates do not tell which is newer"),
            pytest.param(("2024", OLD), ("2025", OLD), ("2026", "input: 2"), id="the newer's price is not known"),
            pytest.param(
                ("2024", OLD),
                ("2025", f"{OLD}, currency: EUR"),
                ("2026", NEW),
                id="the same figures in another currency",
            ),
            pytest.param(
                ("2024", "input: 0, output: 0"), ("2025", "input: 0, output: 0"), ("2026", NEW), id="both are free"
            ),
        ],
    )
    def test_no_other_price_is(self, tmp_path, old, middle, new):
        assert said(tmp_path, old=sibling(*old), middle=sibling(*middle), new=sibling(*new)) == ""

    def test_of_newer_ones_the_next_counts(self, tmp_path):
        models = {"old": sibling(2023, self.OLD), "middle": sibling(2024, self.OLD), "next": sibling(2025, self.OLD)}
        found = said(tmp_path, **models, new=sibling(2026, self.NEW))
        assert [line.partition(":")[0] for line in found.splitlines()] == ["data/models/next.yml"]

    def test_another_family_does_not_count(self, tmp_path):
        old = sibling(2024, self.OLD).replace("family: f", "family: g")
        assert said(tmp_path, old=old, middle=sibling(2025, self.OLD), new=sibling(2026, self.NEW)) == ""


TWO_ROUTES = (
    "routes: [{provider: acme, price: {input: 1, output: 2}}, {provider: globex, price: {input: 9, output: 9}}"
    ", {provider: globex, price: {input: 1, output: 2}}]\n"
)


class TestAcknowledging:
    @pytest.mark.parametrize("reason", ["it is so", "{routes.globex: it is so}", "{routes: it is so}"])
    def test_a_reason_for_the_file_or_the_path_answers_a_doubt(self, tmp_path, reason):
        assert said(tmp_path, a=f"{TWO_ROUTES}acknowledged: {{route-prices: {reason}}}") == ""

    def test_a_reason_for_another_path_does_not_and_is_itself_reported(self, tmp_path):
        routes = TWO_ROUTES.replace("input: 1, output: 2", "input: 3, output: 4", 1)
        found = said(tmp_path, a=f"{routes}acknowledged: {{route-prices: {{routes.acme: it is so}}}}")
        doubted, needless_ = found.splitlines()
        assert doubted.startswith("data/models/a.yml:3:92: routes.globex.price.input: USD 9 and the USD 1 of ")
        assert needless_ == (
            "data/models/a.yml:4:31: acknowledged.route-prices.routes.acme: nothing here is doubted any more; "
            "expected only what still is; remove it"
        )

    def test_what_is_new_beside_an_acknowledged_route_is_doubted(self, tmp_path):
        routes = TWO_ROUTES.replace("]\n", ", {provider: acme, price: {input: 40, output: 2}}]\n")
        found = said(tmp_path, a=f"{routes}acknowledged: {{route-prices: {{routes.globex: it is so}}}}")
        assert "routes.acme.2.price.input: USD 40 and the USD 1 of routes.acme differ 40.00-fold" in found
        assert len(found.splitlines()) == 1

    def test_a_reason_for_nothing_is_reported_at_its_key(self, tmp_path):
        assert said(tmp_path, a="acknowledged:\n  cached-price: it is so") == (
            "data/models/a.yml:4:3: acknowledged.cached-price: nothing here is doubted any more; expected only what "
            "still is; remove it"
        )


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("status: retired", "status"),
        ("status: deprecated", None),
        ("status: unknown", None),
        ("retires: 2027-01-21", "retires"),
        ("retires: 2027-01-22", None),
        ("retires: 2026-12", "retires"),
        # It may be the last day of that month.
        ("retires: 2027-01", None),
        ("retires: 2026-11-01", "retires"),
        ("retires: undisclosed", None),
    ],
)
def test_a_model_is_ending_if_it_is_retired_or_is_sure_to_be_within_60_days(tmp_path, lines, says):
    assert ending(read_model(tmp_path, lines), date(2026, 11, 22)) == says
