"""Numbers of a list become exact amounts; noise of floats goes, and what cannot be right is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.upstream import amounts


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("0.049999999999999996", "0.05"),
        ("0.49299999999999994", "0.493"),
        ("30.004999999999995", "30.005"),
        ("2.0000000000000002e-07", "2E-7"),
        ("0.700000007", "0.700000007"),
        ("1.500002e-05", "0.00001500002"),
    ],
)
def test_the_noise_of_floats_goes_and_odd_prices_stay(printed, meant):
    assert amounts.without_noise(Decimal(printed)) == Decimal(meant)


@given(st.decimals(min_value=0, max_value=1000, places=6))
def test_a_price_that_went_through_a_float_comes_back(amount):
    """As a program prints the tenth of it times ten, which is seldom the same float."""
    printed = Decimal(repr(float(amount) / 10 * 10))
    assert amounts.price(printed, per=amounts.MILLION) == amount


@given(st.decimals(min_value=0, max_value=1000, places=6))
def test_a_price_for_one_token_becomes_that_for_a_million(amount):
    assert amounts.price(amount.scaleb(-6), per=Decimal(1)) == amount


@pytest.mark.parametrize(("value", "shown"), [("0.5", "0.50"), ("3", "3.00"), ("0.075", "0.075"), ("100", "100.00")])
def test_prices_have_two_places_or_more(value, shown):
    assert format(amounts.price(Decimal(value), per=amounts.MILLION), "f") == shown


@pytest.mark.parametrize(
    ("read", "value", "why"),
    [
        (amounts.price, Decimal(-1), "-1 is negative"),
        (amounts.price, Decimal("1e25"), "10000000000000000000000000 is absurdly high"),
        (amounts.price, "NaN", "NaN is no price"),
        (amounts.price, True, "True is no price"),
        (amounts.tokens, 10**12, "1000000000000 is no limit that a model has"),
        (amounts.tokens, -5, "-5 is no limit that a model has"),
        (amounts.tokens, Decimal("1.5"), "1.5 is no number of tokens"),
        (amounts.tokens, "8k", "8k is no number of tokens"),
        (amounts.day, "2025-02-31", "2025-02-31 is no date"),
        (amounts.day, "2025-25-11", "2025-25-11 is no date"),
        (amounts.day, "1970-01-01", "1970-01-01 is no date of a model"),
        (amounts.day, "soon\x1b[31m", "soon?[31m is no date"),
    ],
)
def test_what_cannot_be_right_is_refused_with_the_reason(read, value, why):
    with pytest.raises(amounts.DoubtError) as refused:
        read(value)
    assert str(refused.value) == why


def test_a_limit_of_0_is_unknown():
    assert amounts.tokens(0) is None
    assert amounts.tokens(Decimal("256000.0")) == 256000


def test_dates_keep_their_precision():
    assert [str(amounts.day(text)) for text in ("2026", "2026-05", "2026-05-02")] == ["2026", "2026-05", "2026-05-02"]
