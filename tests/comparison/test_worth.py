"""A page is worth making when enough is known of its models, and not all of it is the same."""

from decimal import Decimal

import pytest

from mkdocs_model_compare.comparison.worth import FLOOR, Worth


@pytest.mark.parametrize(
    ("known", "differing", "floor", "expected"),
    [
        (20, 3, FLOOR, None),
        (20, 0, FLOOR, "it would say little: all 20 facts known of every model are the same"),
        (3, 3, FLOOR, None),
        (2, 2, FLOOR, "it would say little: only 2 of 20 facts are known of every model"),
        (1, 1, FLOOR, "it would say little: only 1 of 20 facts is known of every model"),
        (0, 0, FLOOR, "it would say little: none of 20 facts is known of every model"),
        (19, 19, Decimal(1), "it would say little: only 19 of 20 facts are known of every model"),
        (0, 0, Decimal(0), None),
    ],
)
def test_what_is_lacking(known, differing, floor, expected):
    assert Worth(rows=20, known=known, differing=differing).lack(floor) == expected
