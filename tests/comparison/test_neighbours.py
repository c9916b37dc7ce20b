"""The nearest few of each model: those with most points, then with the closer prices, then by the id."""

from dataclasses import replace
from heapq import nsmallest

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.comparison import neighbours
from mkdocs_model_compare.comparison.nearness import Profile, points, ratio
from mkdocs_model_compare.comparison.neighbours import Neighbours

ADA = Profile(id="ada", family=None, developer="Acme", price=4.0, window=None, openness=None)


def test_equal_points_go_by_the_closer_prices_and_then_by_the_id():
    others = [
        replace(ADA, id=name, developer=name, price=price) for name, price in (("c", 7.0), ("b", 5.0), ("d", 5.0))
    ]
    assert Neighbours([ADA, *others]).nearest(ADA, 3) == ["b", "d", "c"]


# Few values, so that many have the same in common, and prices that are equally far to either side.
catalogs = st.lists(
    st.builds(
        Profile,
        id=st.just(""),
        family=st.none() | st.sampled_from("xy"),
        developer=st.sampled_from("pqr"),
        price=st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 10.0]),
        window=st.none() | st.sampled_from([1e3, 2e3, 1e6]),
        openness=st.none() | st.sampled_from(["open-source", "proprietary"]),
        has=st.frozensets(st.sampled_from("uvw")),
        lacks=st.frozensets(st.sampled_from("xyz")),
    ),
    max_size=25,
).map(lambda found: [replace(one, id=f"m{place}") for place, one in enumerate(found)])


@given(catalogs, st.integers(1, 4))
def test_they_are_what_comparing_each_model_with_all_others_finds(catalog, count):
    neighbours = Neighbours(catalog)
    for one in catalog:
        others = (
            (-points(one, other), ratio(one.price, other.price), other.id) for other in catalog if other is not one
        )
        assert neighbours.nearest(one, count) == [name for *_, name in nsmallest(count, others)]


def test_most_models_of_a_large_catalog_are_not_looked_at(monkeypatch):
    looked_at = []

    def counted(one, other):
        looked_at.append(other)
        return points(one, other)

    monkeypatch.setattr(neighbours, "points", counted)
    kind = replace(ADA, openness="open-source", has=frozenset("abc"))
    catalog = [
        replace(kind, id=f"m{at:04}", developer=f"lab{at % 40}", price=1.0 + at / 100, window=1000.0 * 4 ** (at % 3))
        for at in range(2000)
    ]
    found, some = Neighbours(catalog), catalog[::100]
    for one in some:
        found.nearest(one, 3)
    assert len(looked_at) < len(some) * len(catalog) / 10
