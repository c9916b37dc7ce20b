from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.comparison import figures

AMOUNTS = st.decimals(min_value=0, max_value=10_000_000, places=5)
COUNTS = st.integers(min_value=0, max_value=20_000_000)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0.80", "$0.80"),
        ("0.8", "$0.80"),
        ("4", "$4"),
        ("4.00", "$4"),
        ("0.075", "$0.075"),
        ("0.0375", "$0.0375"),
        ("99.995", "$99.995"),
        ("600", "$600"),
        ("1E+3", "$1,000"),
        ("1640", "$1,640"),
        ("0", "free"),
        ("0.00", "free"),
    ],
)
def test_a_price_keeps_every_digit_of_the_catalog(amount, text):
    assert figures.price(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1640", "$1,640"),
        ("1640.50", "$1,641"),
        ("100", "$100"),
        ("100.49", "$100"),
        ("99.995", "$100"),
        ("99.994", "$99.99"),
        ("64", "$64"),
        ("12.5", "$12.50"),
        ("0.005", "$0.01"),
        ("0.0049", "under $0.01"),
        ("0", "free"),
    ],
)
def test_a_cost_has_whole_dollars_from_100_on_and_cents_below(amount, text):
    assert figures.cost(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("currency", "text"), [("USD", "$1.50"), ("EUR", "€1.50"), ("CNY", "CN¥1.50"), ("CHF", "1.50 CHF")]
)
def test_money_bears_its_currency(currency, text):
    assert figures.price(Decimal("1.5"), currency) == text
    assert figures.cost(Decimal("1.5"), currency) == text


def test_no_money_is_not_called_free():
    assert figures.nothing() == "$0"
    assert figures.nothing("CHF") == "0 CHF"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0"),
        (512, "512"),
        (999, "999"),
        (1000, "1k"),
        (1024, "1k"),
        (1100, "≈1.1k"),
        (1536, "≈1.5k"),
        (8192, "8k"),
        (9999, "≈10k"),
        (32_768, "32k"),
        (64_000, "64k"),
        (128_000, "128k"),
        (131_072, "128k"),
        (200_000, "200k"),
        (200_001, "≈200k"),
        (256_000, "256k"),
        (262_144, "256k"),
        (999_499, "≈999k"),
        (999_999, "≈1M"),
        (1_000_000, "1M"),
        (1_047_576, "≈1.05M"),
        (1_048_576, "1M"),
        (1_050_000, "1.05M"),
        (1_234_000, "1,234k"),
        (1_310_720, "1.25M"),
        (2_097_152, "2M"),
        (10_000_000, "10M"),
    ],
)
def test_tokens_have_a_short_form(count, text):
    assert figures.tokens(count) == text


def test_tokens_have_an_exact_form():
    assert figures.exact(262_144) == "262,144"


@pytest.mark.parametrize(
    ("counts", "in_full"),
    [
        ([], []),
        ([128_000], []),
        ([128_000, 128_000], []),
        ([128_000, 131_072], [128_000, 131_072]),
        # A full number beside a short one of its size would be hard to compare.
        ([128_000, 131_072, 200_000, 2_000_000], [128_000, 131_072, 200_000]),
        ([200_000, 200_001], [200_000, 200_001]),
        ([1_000_000, 1_048_576], [1_000_000, 1_048_576]),
        ([200_000, 262_144], []),
        # "256k" would seem less than "260k".
        ([260_000, 262_144], [260_000, 262_144]),
        # Of 28 tokens "128k" and "≈131k" would make 3,000, and of 576 "976k" and "1M" would make 24,000.
        ([131_072, 131_100], [131_072, 131_100]),
        ([999_424, 1_000_000], [999_424, 1_000_000]),
        ([1_048_576, 1_050_000], [1_048_576, 1_050_000]),
        ([131_072, 200_000, 1_048_576, 2_000_000], []),
        # "1M" would seem less than "≈1.05M".
        ([1_047_576, 1_048_576, 8_192], [1_047_576, 1_048_576]),
    ],
)
def test_counts_are_given_in_full_where_their_short_forms_would_mislead(counts, in_full):
    assert sorted(figures.colliding(counts)) == in_full


@given(st.lists(COUNTS, max_size=6))
def test_counts_that_keep_their_short_form_read_in_their_true_order_and_about_as_far_apart(counts):
    kept = sorted(set(counts) - figures.colliding(counts))
    forms = [figures._read(figures.tokens(count)) for count in kept]
    assert forms == sorted(set(forms))
    for (one, two), (first, second) in zip(pairwise(kept), pairwise(forms), strict=True):
        assert (two - one) / 2 <= second - first <= (two - one) * 3 / 2


@given(AMOUNTS, AMOUNTS)
def test_rounding_keeps_the_order_of_costs(one, other):
    low, high = sorted((one, other))
    assert figures.rounded(low) <= figures.rounded(high)


@given(st.decimals(min_value="0.005", max_value=10_000_000, places=5))
def test_a_printed_cost_is_the_amount_it_is_compared_by(amount):
    assert Decimal(figures.cost(amount).strip("$").replace(",", "")) == figures.rounded(amount)


@pytest.mark.parametrize(
    ("amount", "text"), [("0.0750", "0.075"), ("1640", "1640"), ("1E+3", "1000"), ("0.00", "0"), ("100", "100")]
)
def test_a_machine_reads_plain_decimals(amount, text):
    assert figures.plain(Decimal(amount)) == text
