"""What a reader can require of the models of a table, and which of them meet it: a capability, a licence, a bound.

Everything is brought to places on a line, so that one rule, from `low` to `high`, serves for all of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from mkdocs_model_compare.catalog.model import Model, State

from . import figures
from .comparison import Comparison
from .value import Value

# Steps that people think in; those that tell no models of a table apart are left out of it.
_TOKENS = tuple(Decimal(count) * 1000 for count in (8, 16, 32, 64, 128, 200, 256, 400, 500, 1000, 2000, 5000, 10000))
_PRICES = tuple(map(Decimal, ("0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "50", "100")))
# A model without it is known not to meet anything.
_NOWHERE = -1


class Kind(Enum):
    HAS = "has"
    IS = "is"
    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Met by the places from `low` to `high`. `texts`: the printed forms of what is asked for; any of them will do."""

    key: str
    texts: tuple[str, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What can be asked for under one key. `places` has one for each model of the table, None where it is unknown."""

    key: str
    kind: Kind
    options: tuple[Option, ...]
    places: tuple[int | None, ...]


def requirements(comparison: Comparison, models: Sequence[Model], keys: Iterable[str]) -> Iterator[Requirement]:
    """What can be required under the keys; nothing that all models meet, or that none of them does."""
    for key in keys:
        found = _requirement(comparison, models, key)
        options = tuple(_telling(found))
        if options:
            yield Requirement(key=key, kind=found.kind, options=options, places=found.places)


def _telling(requirement: Requirement) -> Iterator[Option]:
    """The options that tell models apart; of those that all models meet which are known, the narrowest."""
    known = sum(place is not None for place in requirement.places)
    meeting = {option: _meeting(requirement, option) for option in requirement.options}
    of_all = [option for option, count in meeting.items() if count == known]
    narrowest = min(of_all, key=lambda option: option.high - option.low, default=None)
    for option, count in meeting.items():
        if count and (count < known or (option is narrowest and known < len(requirement.places))):
            yield option


def can_require(comparison: Comparison, key: str) -> bool:
    return key in comparison.settings.capabilities or key in _MAKERS


def _meeting(requirement: Requirement, option: Option) -> int:
    return sum(place is not None and option.low <= place <= option.high for place in requirement.places)


def _requirement(comparison: Comparison, models: Sequence[Model], key: str) -> Requirement:
    values = [comparison.value(model, key) for model in models]
    if key in comparison.settings.capabilities:
        yes = Option(key="yes", texts=("Yes",), low=1, high=1)
        return _made(key, Kind.HAS, (yes,), values, lambda value: int(value.known))
    return _MAKERS[key](comparison, key, values)


def _made(
    key: str, kind: Kind, options: Iterable[Option], values: Iterable[Value], place: Callable[[Value], int | None]
) -> Requirement:
    places = tuple(_place(value, place) for value in values)
    return Requirement(key=key, kind=kind, options=tuple(options), places=places)


def _place(value: Value, place: Callable[[Value], int | None]) -> int | None:
    if value.settled:
        return place(value)
    return _NOWHERE if value.state is State.NOT_APPLICABLE else None


def _words(_: Comparison, key: str, values: Sequence[Value]) -> Requirement:
    texts = {value.machine or "": value.text for value in values if value.settled}
    order = sorted(texts, key=lambda word: texts[word].casefold())
    options = (Option(key=word, texts=(texts[word],), low=at, high=at) for at, word in enumerate(order))
    return _made(key, Kind.IS, options, values, lambda value: order.index(value.machine or ""))


def _openness(comparison: Comparison, key: str, values: Sequence[Value]) -> Requirement:
    """By its words, whose order is that of openness; and either of the two open ones, where there is a third."""
    found = _words(comparison, key, values)
    opened = [option for option in found.options if option.key.startswith("open-")]
    if len(opened) < len(found.options) and len(opened) > 1:
        both = Option(
            key="open",
            texts=tuple(option.texts[0] for option in opened),
            low=opened[0].low,
            high=opened[-1].high,
        )
        found = Requirement(key=key, kind=found.kind, options=(both, *found.options), places=found.places)
    return found


def _at_least(_: Comparison, key: str, values: Sequence[Value]) -> Requirement:
    last = len(_TOKENS) - 1
    options = (
        Option(key=figures.plain(step), texts=(figures.tokens(int(step)),), low=at, high=last)
        for at, step in enumerate(_TOKENS)
    )
    return _made(key, Kind.LEAST, options, values, lambda value: bisect_right(_TOKENS, value.raw) - 1)


def _at_most(comparison: Comparison, key: str, values: Sequence[Value]) -> Requirement:
    currency = comparison.settings.currency
    options = (
        Option(key=figures.plain(step), texts=(figures.price(step, currency),), low=0, high=at)
        for at, step in enumerate(_PRICES)
    )
    # What is priced in another currency only has no known price in this one.
    return _made(
        key,
        Kind.MOST,
        options,
        values,
        lambda value: bisect_left(_PRICES, value.raw) if value.currency == currency else None,
    )


_MAKERS: Mapping[str, Callable[[Comparison, str, Sequence[Value]], Requirement]] = {
    "openness": _openness,
    **dict.fromkeys(("license", "commercial_use", "status"), _words),
    **dict.fromkeys(("context_window", "max_output"), _at_least),
    **dict.fromkeys(
        (
            "input_price",
            "output_price",
            "cheapest_output",
            "cached_input_price",
            "batch_input_price",
            "batch_output_price",
        ),
        _at_most,
    ),
}
