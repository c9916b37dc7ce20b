"""What a switch from one model to another meets: directed, so each pair is told both ways."""

from __future__ import annotations

from enum import StrEnum
from itertools import permutations

from mkdocs_model_compare.catalog.model import Model, Provider, State

from .comparison import Comparison
from .money_values import ranked_cost
from .ranking import standing
from .standing import Standing
from .statement import statement
from .value import Value


class Room(StrEnum):
    """Whether what filled the old model's window fits the new one's."""

    FITS = "fits"
    SMALLER = "smaller"
    UNKNOWN = "unknown"


# What does not apply to a model it has as little as what it is known to lack.
_WITHOUT = (State.NO, State.NOT_APPLICABLE)


@statement(frozen=True, slots=True, kw_only=True)
class Move:
    """One value before and after the switch."""

    key: str
    before: Value
    after: Value

    @property
    def known(self) -> bool:
        return self.before.known and self.after.known


@statement(frozen=True, slots=True, kw_only=True)
class Switch:
    """From `before` to `after`. Capabilities are the target's values: known lacking, unknown, newly there.

    `shared` is None where the routes of either are not known. `license` is None where the licence stays the same, and
    so is `commercial_use` where either's is not known; `cost` is None where the two costs cannot be ranked.
    """

    before: Model
    after: Model
    shared: tuple[Provider, ...] | None
    lost: tuple[Value, ...]
    uncertain: tuple[Value, ...]
    gained: tuple[Value, ...]
    context: tuple[Room, Move]
    output: tuple[Room, Move]
    license: Move | None
    commercial_use: Move | None
    cost: tuple[Standing, Move] | None
    unpriced: tuple[Model, ...]  # those for want of whose price there is no `cost`


def switches(comparison: Comparison) -> tuple[Switch, ...]:
    """Every ordered pair of the models."""
    return tuple(switch(comparison, before, after) for before, after in permutations(comparison.models, 2))


def switch(comparison: Comparison, before: Model, after: Model) -> Switch:
    old_place, new_place = comparison.places[before.id], comparison.places[after.id]
    lost, uncertain, gained = [], [], []
    for key in comparison.settings.capabilities:
        values = comparison.values(key)
        old, new = values[old_place], values[new_place]
        if old.known:
            if new.state in _WITHOUT:
                lost.append(new)
            elif not new.known:
                uncertain.append(new)
        elif new.known and old.state in _WITHOUT:
            gained.append(new)
    return Switch(
        before=before,
        after=after,
        shared=_shared(comparison, before, after),
        lost=tuple(lost),
        uncertain=tuple(uncertain),
        gained=tuple(gained),
        context=_room(comparison, before, after, "context_window"),
        output=_room(comparison, before, after, "max_output"),
        license=_change(comparison, before, after, "license"),
        commercial_use=_known_change(comparison, before, after, "commercial_use"),
        cost=_cost(comparison, before, after),
        unpriced=tuple(model for model in (before, after) if ranked_cost(comparison, model) is None),
    )


def _shared(comparison: Comparison, before: Model, after: Model) -> tuple[Provider, ...] | None:
    old, new = (comparison.value(model, "provider_routes") for model in (before, after))
    if not old.known or not new.known:
        return None
    there = {provider.id for provider in new.raw.providers}
    return tuple(provider for provider in old.raw.providers if provider.id in there)


def _room(comparison: Comparison, before: Model, after: Model, key: str) -> tuple[Room, Move]:
    move = _move(comparison, before, after, key)
    found = standing(comparison, move.after, move.before)
    if found is None:
        return Room.UNKNOWN, move
    return (Room.SMALLER if found is Standing.BEHIND else Room.FITS), move


def _change(comparison: Comparison, before: Model, after: Model, key: str) -> Move | None:
    move = _move(comparison, before, after, key)
    return None if move.known and move.before.machine == move.after.machine else move


def _known_change(comparison: Comparison, before: Model, after: Model, key: str) -> Move | None:
    change = _change(comparison, before, after, key)
    return change if change is not None and change.known else None


def _cost(comparison: Comparison, before: Model, after: Model) -> tuple[Standing, Move] | None:
    if ranked_cost(comparison, before) is None or ranked_cost(comparison, after) is None:
        return None
    move = _move(comparison, before, after, "monthly_cost")
    found = standing(comparison, move.after, move.before)
    return None if found is None else (found, move)


def _move(comparison: Comparison, before: Model, after: Model, key: str) -> Move:
    return Move(key=key, before=comparison.value(before, key), after=comparison.value(after, key))
