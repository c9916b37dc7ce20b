"""The rule of `{nearest: N}`: points for what two models have in common."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.comparison.nearness import Profile, points

ADA = Profile(
    id="ada",
    family="ada",
    developer="Acme",
    price=4.0,
    window=200_000.0,
    openness="proprietary",
    has=frozenset("abcd"),
    lacks=frozenset("e"),
)
STRANGER = Profile(id="zed", family=None, developer="Other", price=None, window=None, openness=None)


@pytest.mark.parametrize(
    ("in_common", "expected"),
    [
        ({}, 0),
        ({"family": "ada", "developer": "Acme"}, 3),
        ({"developer": "Acme"}, 2),
        ({"family": "bob", "developer": "Acme"}, 2),
        ({"price": 8.0}, 2),
        ({"price": 2.0}, 2),
        ({"price": 8.1}, 1),
        ({"price": 20.0}, 1),
        ({"price": 20.1}, 0),
        ({"price": 0.0}, 0),
        ({"window": 400_000.0}, 1),
        ({"window": 400_001.0}, 0),
        ({"openness": "proprietary"}, 1),
        ({"openness": "open-source"}, 0),
        ({"has": frozenset("abcd"), "lacks": frozenset("e")}, 1),
        ({"has": frozenset("abc"), "lacks": frozenset("de")}, 1),
        ({"has": frozenset("abe"), "lacks": frozenset("d")}, 0),
        ({"has": frozenset("ab")}, 0),
        ({"family": "ada", "developer": "Acme", "price": 4.0, "window": 200_000.0, "openness": "proprietary"}, 7),
    ],
)
def test_points(in_common, expected):
    assert points(ADA, replace(STRANGER, **in_common)) == expected


def test_what_is_unknown_of_both_is_nothing_in_common():
    assert points(STRANGER, replace(STRANGER, id="yon", developer="Third")) == 0


def test_two_free_models_are_of_one_price_class():
    assert points(replace(STRANGER, price=0.0), replace(ADA, price=0.0)) == 2


profiles = st.builds(
    Profile,
    id=st.sampled_from("abcdef"),
    family=st.none() | st.sampled_from("xy"),
    developer=st.sampled_from("pq"),
    price=st.none() | st.floats(0, 100),
    window=st.none() | st.floats(1, 1e7),
    openness=st.none() | st.sampled_from(["open-source", "proprietary"]),
    has=st.frozensets(st.sampled_from("uvw")),
    lacks=st.frozensets(st.sampled_from("xyz")),
)


@given(profiles, profiles)
def test_two_models_are_as_near_from_either_side(one, other):
    assert points(one, other) == points(other, one)


@given(profiles, profiles)
def test_no_model_is_nearer_than_one_that_has_all_in_common(one, other):
    assert points(one, replace(one, id="twin")) >= points(one, other)
