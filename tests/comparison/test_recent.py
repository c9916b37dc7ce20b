"""What changed in a catalog lately: what has a date of its own, the newest first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.comparison.recent import Change, changes
from tests.comparison.builders import compared, day, model
from tests.comparison.histories import dated, histories

TODAY = day("2026-07-01")


def found(*models, days: int = 90) -> tuple[Change, ...]:
    return changes(compared(*models), models, TODAY, days)


def told(change: Change) -> tuple[str, ...]:
    prices = (
        f"{one.key} {one.direction or ''} {one.before.text if one.before else ''} {one.now.text}"
        for one in change.prices
    )
    when = f"after {change.when}" if change.after else str(change.when)
    return (change.kind, when, " ".join(one.id for one in change.models), *prices)


def test_a_price_that_changed_is_told_with_its_day_and_both_amounts():
    held = dated(("1", "5"), ("2026-06-14", "1.20", "4"), since="2026-06-15")
    assert [told(one) for one in found(model(routes=[held]))] == [
        ("price", "2026-06-15", "alpha", "input down $1.20 $1", "output up $4 $5")
    ]


def test_a_change_whose_day_is_not_recorded_is_told_as_after_the_last_day_of_the_old_price():
    held = dated(("1", "5"), ("2026-06-14", "1.20", "5"), ("2026-05-31", "1.20", "6"))
    assert [told(one) for one in found(model(routes=[held]))] == [
        ("price", "after 2026-06-14", "alpha", "input down $1.20 $1"),
        ("price", "after 2026-05-31", "alpha", "output down $6 $5"),
    ]


def test_a_first_price_is_told_where_its_day_is_recorded():
    models = (model(routes=[dated(("1", "5"), since="2026-06-15")]), model("beta", routes=[dated(("2", "6"))]))
    assert [told(one) for one in found(*models)] == [("price", "2026-06-15", "alpha", "input   $1", "output   $5")]


def test_amounts_in_two_currencies_are_neither_up_nor_down():
    held = dated(("1", "5"), ("2026-06-14", "1", "6"))
    euro = dated(("1", "5"), currency="EUR")
    (change,) = found(model(routes=[replace(held, price=euro.price)]))
    assert told(change)[3:] == ("input  $1 €1", "output  $6 €5")


def test_a_price_of_which_only_the_dates_differ_is_no_change():
    assert found(model(routes=[dated(("1", "5"), ("2026-06-14", "1", "5"), since="2026-06-15")])) == ()


def test_releases_last_days_and_reviews_are_told():
    first = model(released="2026-06-01", reviewed=day("2026-06-30"))
    second = model("beta", retires="2026-06-20", reviewed=day("2026-06-30"))
    assert [told(one) for one in found(first, second)] == [
        ("reviewed", "2026-06-30", "alpha beta"),
        ("retires", "2026-06-20", "beta"),
        ("released", "2026-06-01", "alpha"),
    ]


@pytest.mark.parametrize(
    ("released", "days", "expected"),
    [
        ("2026-07-01", 1, 1),
        ("2026-06-30", 1, 1),
        ("2026-06-29", 1, 0),
        ("2026-07-02", 90, 0),
        ("2026-06", 31, 1),
        ("2026-06", 29, 0),
        ("2026", 90, 0),
        ("2026", 365, 1),
    ],
)
def test_only_what_is_sure_to_be_of_these_days_is_told(released, days, expected):
    assert len(found(model(released=released), days=days)) == expected


@given(st.lists(histories(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_models_changes_nothing(routes, shuffler):
    models = [model(f"m{place}", routes=[one], released="2026-05-01") for place, one in enumerate(routes)]
    mixed = list(models)
    shuffler.shuffle(mixed)
    assert [told(one) for one in found(*models, days=900)] == [told(one) for one in found(*mixed, days=900)]


@given(st.lists(histories(), min_size=1, max_size=4))
def test_the_newest_comes_first(routes):
    models = [model(f"m{place}", routes=[one]) for place, one in enumerate(routes)]
    days = [one.when.last for one in found(*models, days=900)]
    assert days == sorted(days, reverse=True)
