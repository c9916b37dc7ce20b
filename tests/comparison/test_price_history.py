"""What routes have charged over time, and nothing that nobody recorded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.model import Billing, Status
from mkdocs_model_compare.comparison.price_history import Track, tracks
from tests.comparison.builders import compared, model, route, workload
from tests.comparison.histories import dated, histories


def told(track: Track) -> list[tuple[str, ...]]:
    return [(step.period, *(cell.value.text for cell in step.cells)) for step in track.steps]


def test_prices_are_told_the_newest_first_with_the_days_that_are_recorded():
    held = dated(("1", "5"), ("2025-10-14", "1.20", "6"), ("2025-03", "2", "8"), since="2025-10-15")
    (track,) = tracks(compared(model(routes=[held])))
    assert told(track) == [
        ("2025-10-15/..", "$1", "$5"),
        ("../2025-10-14", "$1.20", "$6"),
        ("../2025-03", "$2", "$8"),
    ]


def test_a_price_without_a_date_is_open_at_both_ends():
    (track,) = tracks(compared(model(routes=[dated(("1", "5"))])))
    assert told(track) == [("../..", "$1", "$5")]
    assert not track.dated


def test_the_route_is_the_cheapest_at_the_pages_workload():
    """One is cheaper in what goes in, the other in what comes out."""
    routes = [dated(("1", "9"), name="In"), dated(("2", "4"), name="Out")]
    found = {
        tokens: tracks(compared(model(routes=routes), traffic=workload(input_tokens=tokens)))[0].route
        for tokens in (100, 10_000)
    }
    assert [one.provider.name if one else None for one in found.values()] == ["Out", "In"]


def test_of_the_provider_asked_for_it_is_the_cheapest_route():
    fast = dated(("3", "9"), name="Bolt", label="fast")
    routes = [dated(("1", "5"), name="Acme"), fast, dated(("2", "6"), name="Bolt")]
    (track,) = tracks(compared(model(routes=routes)), "bolt")
    assert track.route is routes[2]
    assert not track.cheapest


def test_of_one_provider_the_route_in_the_catalogs_currency_goes_before_all_others():
    abroad, ours = dated(("0.1", "0.5"), currency="CNY"), dated(("9", "9"))
    (track,) = tracks(compared(model(routes=[abroad, ours])), "acme-cloud")
    assert track.route is ours


def test_of_a_provider_without_a_priced_route_it_is_the_first_that_is_not_retired():
    routes = [dated(("1", "5"), status=Status.RETIRED), route("Acme Cloud", billing=Billing.CREDITS)]
    (track,) = tracks(compared(model(routes=routes)), "acme-cloud")
    assert track.route is routes[1]
    assert track.steps == ()


def test_a_model_without_such_a_route_has_no_steps():
    (track,) = tracks(compared(model(routes=[dated(("1", "5"))])), "bolt")
    assert (track.route, track.steps) == (None, ())
    (unpriced,) = tracks(compared(model(routes=[route("Acme Cloud")])))
    assert (unpriced.route, unpriced.steps) == (None, ())


@given(st.lists(histories(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_arguments_changes_only_the_order(routes, shuffler):
    models = [model(f"m{place}", routes=[one]) for place, one in enumerate(routes)]
    mixed = list(models)
    shuffler.shuffle(mixed)
    plain, other = ({track.model.id: told(track) for track in tracks(compared(*order))} for order in (models, mixed))
    assert plain == other
    assert list(other) == [one.id for one in mixed]
