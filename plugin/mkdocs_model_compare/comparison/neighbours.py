"""Which pairs of models are near, of very many: what the rule of `nearness.py` says of all, without looking at most.

From a model outward by price, the points that another can have at most become ever fewer; once as many as are wanted
have more, the rest need not be looked at. Families and developers, whose points do not rest on the price, come first.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain

from mkdocs_model_compare.catalog.model import Model

from .nearness import FEWEST_CAPABILITIES, RULE, Profile, points, price_class, profile, ratio

# Minus the points, how far the prices are apart, the id: the order in which models are near to one.
_Nearness = tuple[int, float, str]
_POINTS = {key: counted for key, (counted, _) in RULE.items()}


def nearest_pairs(models: Iterable[Model], each: int, currency: str) -> tuple[tuple[Model, Model], ...]:
    """Every pair in which one model is among the `each` nearest of the other; no pair twice."""
    by_id = {model.id: model for model in models}
    profiles = [profile(model, currency) for model in by_id.values()]
    neighbours = Neighbours(profiles)
    pairs = {(min(one.id, near), max(one.id, near)) for one in profiles for near in neighbours.nearest(one, each)}
    return tuple((by_id[first], by_id[second]) for first, second in sorted(pairs))


class Neighbours:
    """Of the models of one catalog."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        families, developers = defaultdict(list), defaultdict(list)
        for one in profiles:
            families[one.family].append(one)
            developers[one.developer].append(one)
        self._all = _ByPrice(profiles)
        self._families = {name: _ByPrice(of) for name, of in families.items() if name is not None}
        self._developers = {name: _ByPrice(of) for name, of in developers.items()}

    def nearest(self, one: Profile, count: int) -> list[str]:
        """The ids of the nearest others, the nearest first."""
        found: list[_Nearness] = []
        if one.family is not None:
            self._families[one.family].gather(one, count, _POINTS["family"], found)
        self._developers[one.developer].gather(one, count, _POINTS["developer"], found)
        self._all.gather(one, count, 0, found)
        return [name for _, _, name in found]


class _ByPrice:
    """Some models, to be gone through from one of them outward."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._by_id = sorted(profiles, key=lambda one: one.id)
        # A price of 0 is infinitely far from any other, and so is one that is unknown.
        priced = [(one.price, one) for one in self._by_id if one.price]
        self._up = [one for _, one in sorted(priced, key=lambda pair: pair[0])]
        self._down = [one for _, one in sorted(priced, key=lambda pair: -pair[0])]
        self._prices = sorted(price for price, _ in priced)
        self._free = [one for one in self._by_id if one.price == 0]
        self._far = [one for one in self._by_id if not one.price]

    def gather(self, one: Profile, count: int, related: int, found: list[_Nearness]) -> None:
        """Bring `found`, the nearest so far, up to date. `related` are the points that all of these have anyway."""
        related += _most(one)
        for apart, other in self._outward(one):
            if len(found) == count:
                key = price_class(apart)
                most = related + (_POINTS[key] if key else 0)
                if found[-1] < (-most, apart, other.id):
                    return
            nearness = (-points(one, other), apart, other.id)
            if other is not one and nearness not in found:
                insort(found, nearness)
                del found[count:]

    def _outward(self, one: Profile) -> Iterator[tuple[float, Profile]]:
        """All by how far their prices are from that of this one, and then by their ids; it may be among them."""
        ordered: Iterable[Profile]
        if one.price:
            at = bisect_left(self._prices, one.price)
            near = merge(self._up[at:], self._down[len(self._down) - at :], key=lambda other: _order(one, other))
            ordered = chain(near, self._far)
        elif one.price == 0:
            ordered = chain(self._free, (other for other in self._by_id if other.price != 0))
        else:
            ordered = self._by_id
        return ((ratio(one.price, other.price), other) for other in ordered)


def _most(one: Profile) -> int:
    """What others can have in common with this one at most, besides its makers and its price."""
    known = len(one.has) + len(one.lacks)
    can = {
        "context window": one.window is not None,
        "openness": one.openness is not None,
        "capabilities": known >= FEWEST_CAPABILITIES,
    }
    return sum(_POINTS[key] for key, possible in can.items() if possible)


def _order(one: Profile, other: Profile) -> tuple[float, str]:
    return ratio(one.price, other.price), other.id
