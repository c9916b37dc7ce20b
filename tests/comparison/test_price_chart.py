"""The picture of a price history shows what its table says: its prices, its days, and no others."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.comparison.price_chart import FLOOR, LEFT, RIGHT, TOP, Panel, legend, panels
from mkdocs_model_compare.comparison.price_history import Track, tracks
from tests.comparison.builders import compared, day, model
from tests.comparison.histories import dated, histories

TODAY = day("2026-11-22")
SEVERAL = st.lists(histories(), min_size=1, max_size=6)


def drawn(*routes, **facts) -> tuple[tuple[Track, ...], tuple[Panel, ...]]:
    found = tracks(compared(*(model(f"m{place}", routes=[one], **facts) for place, one in enumerate(routes))))
    return found, panels(found, TODAY)


def test_input_and_output_have_a_picture_each():
    _, found = drawn(dated(("1", "5"), since="2026-01-01"))
    assert [(panel.key, panel.currency) for panel in found] == [("input", "USD"), ("output", "USD")]


def test_two_currencies_never_share_a_picture():
    _, found = drawn(dated(("1", "5"), since="2026-01-01"), dated(("2", "9"), since="2026-01-01", currency="EUR"))
    assert [(panel.key, panel.currency, [line.place for line in panel.lines]) for panel in found] == [
        ("input", "USD", [0]),
        ("output", "USD", [0]),
        ("input", "EUR", [1]),
        ("output", "EUR", [1]),
    ]
    assert [line.place for line in legend(found)] == [0, 1]


def test_without_any_day_there_is_no_picture():
    assert drawn(dated(("1", "5")), dated(("2", "6")))[1] == ()


def test_a_price_that_follows_another_begins_where_that_one_ends():
    _, (panel, _) = drawn(dated(("1", "5"), ("2026-06-30", "2", "6"), ("2026-01-31", "3", "7")))
    first, second, third = panel.lines[0].segments
    assert (first.end, second.end) == (second.start, third.start)
    assert [one.open for one in panel.lines[0].segments] == [True, False, False]
    assert panel.open


def test_a_time_without_a_recorded_price_is_a_gap():
    _, (panel, _) = drawn(dated(("1", "5"), ("2026-01-31", "2", "6"), since="2026-06-01"))
    first, second = panel.lines[0].segments
    assert first.end < second.start


def test_a_price_is_not_drawn_before_there_was_a_model():
    routes = dated(("1", "5")), dated(("2", "6"), since="2026-01-01")
    (_, (early, _)), (_, (late, _)) = drawn(*routes), drawn(*routes, released="2026-06-01")
    assert early.lines[0].segments[0].start == LEFT
    assert late.lines[0].segments[0].start > (LEFT + RIGHT) / 3


def test_today_is_named_where_there_is_room():
    _, (panel, _) = drawn(dated(("1", "5"), since="2026-01-01"))
    assert [label.text for label in panel.dates] == ["2026-01-01", "today"]


def test_free_lies_on_the_floor_and_the_dearest_at_the_top():
    _, (panel, _) = drawn(dated(("0", "0"), ("2026-06-30", "4", "4")))
    assert [one.height for one in panel.lines[0].segments] == [TOP, FLOOR]


@given(SEVERAL)
def test_every_price_of_the_table_is_drawn_once_at_its_height(routes):
    found, pictures = drawn(*routes)
    for index, panel in enumerate(pictures):
        told = [step.cells[index].value for track in found for step in reversed(track.steps)]
        shown = [one for line in panel.lines for one in line.segments]
        assert [one.value for one in shown] == told
        highest = max(value.raw for value in told)
        for one in shown:
            assert one.height == pytest.approx(FLOOR - float(one.value.raw / (highest or 1)) * (FLOOR - TOP), abs=0.06)


@given(SEVERAL)
def test_every_text_of_the_picture_is_one_of_the_table(routes):
    found, pictures = drawn(*routes)
    steps = [step for track in found for step in track.steps]
    days = {str(when) for step in steps for when in (step.since, step.until) if when}
    for panel in pictures:
        assert {label.text for label in panel.prices} <= {cell.value.text for step in steps for cell in step.cells}
        assert {label.text for label in panel.dates} <= {*days, "today"}


@given(SEVERAL)
def test_no_text_covers_another_or_leaves_the_picture(routes):
    for panel in drawn(*routes)[1]:
        for row in (panel.prices, panel.dates):
            assert not any(one.covers(other) for one, other in combinations(row, 2))
            assert all(LEFT <= label.ends[0] <= label.ends[1] <= RIGHT + 2 for label in row)


@given(SEVERAL)
def test_time_runs_to_the_right(routes):
    for panel in drawn(*routes)[1]:
        for line in panel.lines:
            assert all(LEFT <= one.start <= one.end <= RIGHT for one in line.segments)
            assert all(one.end <= other.start or one.end == other.start for one, other in pairwise(line.segments))
