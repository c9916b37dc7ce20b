"""The length of a picture is its number: to a tenth of a percent of the longest, and none where none compares."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison.lengths import length, lengths
from mkdocs_model_compare.comparison.value import Value, unknown
from tests.comparison.builders import model

A = model("a")
AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=4)


def priced(amount, currency=None):
    return Value(model=A, key="input_price", state=State.KNOWN, machine=str(amount), currency=currency)


@given(AMOUNTS, AMOUNTS)
def test_a_length_is_the_share_of_the_scale_and_never_beyond_its_ends(amount, scale):
    found = length(amount, scale)
    assert 0 <= found <= 100
    if 0 < amount <= scale:
        assert abs(found / 100 * scale - amount) <= scale * Decimal("0.0005")


@given(st.lists(st.none() | AMOUNTS, min_size=2, max_size=6))
def test_the_largest_of_a_row_is_the_longest_and_a_larger_one_never_shorter(amounts):
    known = [amount for amount in amounts if amount is not None]
    found = lengths([unknown(A, "input_price") if amount is None else priced(amount) for amount in amounts])
    if len(known) < 2 or max(known) == 0:
        assert set(found) == {None}
        return
    assert [each is None for each in found] == [amount is None for amount in amounts]
    pairs = sorted(
        (amount, drawn)
        for amount, drawn in zip(amounts, found, strict=True)
        if amount is not None and drawn is not None
    )
    assert [drawn for _, drawn in pairs] == sorted(drawn for _, drawn in pairs)
    assert pairs[-1][1] == 100


def test_amounts_of_two_currencies_have_no_common_scale():
    assert lengths([priced(1, "USD"), priced(2, "EUR")]) == (None, None)


def test_a_score_below_nothing_has_no_length():
    assert length(Decimal(-3), Decimal(100)) == 0
