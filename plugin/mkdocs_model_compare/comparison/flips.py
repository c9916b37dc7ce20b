"""The flip point: the smallest single change of one fact that turns a verdict, found by applying the rule.

Only changes of one fact that feeds one signal are offered, so that making that change and no other turns it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mkdocs_model_compare.catalog.model import Model

from . import rule
from .comparison import Comparison
from .standing import Standing
from .rule import Outcome
from .value import Value
from .verdict import Duel, Verdict, judged


class Change(StrEnum):
    BELOW = "below"  # a cost or count falls under the other's
    ABOVE = "above"
    GAIN = "gain"  # a capability that it is known to lack
    FOUND_YES = "found-yes"  # a missing fact is found, and says yes
    FOUND_NO = "found-no"
    FOUND_BELOW = "found-below"
    FOUND_ABOVE = "found-above"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """`model` has to `change` under `key` past `bound` (the other's value, None for a capability), and then
    the verdict over this pair is `outcome`, with `choice` where it is one."""

    signal: str
    key: str
    model: Model
    change: Change
    bound: Value | None
    outcome: Outcome
    choice: Model | None
    moved: Decimal


_MORE_IS_BETTER = ("context_window", "max_output", "provider_routes")


def flip(comparison: Comparison, verdict: Verdict) -> Flip | None:
    """The smallest change (by the weight it moves, then the rule's order) that turns the verdict.

    A choice turns when it is no longer the choice over one rival; too close to call turns when it becomes a choice.
    A withheld verdict has none: it waits for its missing facts. So has one that no single change can turn.
    """
    found = [flip for duel in _at_stake(verdict) for flip in _flips(comparison, duel)]
    return min(found, key=lambda one: one.moved, default=None)


def _at_stake(verdict: Verdict) -> list[Duel]:
    if verdict.outcome is Outcome.WITHHELD:
        return []
    if verdict.choice is not None:
        return [one for one in verdict.duels if one.choice is verdict.choice]
    # Among more than two, one pair's turn does not make a winner over all.
    return [one for one in verdict.duels if one.tally.outcome is Outcome.CLOSE] if len(verdict.duels) == 1 else []


def _flips(comparison: Comparison, before: Duel) -> Iterator[Flip]:
    settings = comparison.settings
    standings = rule.standings(comparison, before.ours, before.theirs, settings.weights)
    for name, now in standings.items():
        for model, change, bound, then in _changes(comparison, before, name, now):
            changed = {**standings, name: then}
            tally = rule.tally(changed, settings.weights, settings.margin, settings.floor)
            after = judged(before.ours, before.theirs, tally)
            if (after.tally.outcome, after.choice) != (before.tally.outcome, before.choice):
                yield Flip(
                    signal=name,
                    key=rule.ROW_OF_SIGNAL.get(name, name),
                    model=model,
                    change=change,
                    bound=bound,
                    outcome=after.tally.outcome,
                    choice=after.choice,
                    moved=settings.weights[name] * abs(int(then) - int(now or 0)),
                )


def _changes(
    comparison: Comparison, before: Duel, name: str, now: Standing | None
) -> Iterator[tuple[Model, Change, Value | None, Standing]]:
    """Changes of one fact under this signal, and how the first model would then stand."""
    key = rule.ROW_OF_SIGNAL.get(name, name)
    for model, other, ahead in (
        (before.ours, before.theirs, Standing.AHEAD),
        (before.theirs, before.ours, Standing.BEHIND),
    ):
        mine, bound = comparison.value(model, key), comparison.value(other, key)
        behind = Standing(-ahead)
        if name in comparison.settings.capabilities:
            yield from _capability_changes(model, mine, bound, ahead)
        elif name == "price" and _comparable(comparison, bound):
            if mine.known and _comparable(comparison, mine) and now is not ahead and bound.raw.amount:
                yield model, Change.BELOW, bound, ahead
            elif not mine.known and bound.raw.amount:
                yield model, Change.FOUND_BELOW, bound, ahead
            if not mine.known:
                yield model, Change.FOUND_ABOVE, bound, behind
        elif key in _MORE_IS_BETTER and bound.known:
            if mine.known and now is not ahead:
                yield model, Change.ABOVE, bound, ahead
            elif not mine.known:
                yield model, Change.FOUND_ABOVE, bound, ahead
                yield model, Change.FOUND_BELOW, bound, behind


def _capability_changes(
    model: Model, mine: Value, bound: Value, ahead: Standing
) -> Iterator[tuple[Model, Change, Value | None, Standing]]:
    if not bound.settled or mine.known:
        return
    if mine.settled:
        yield model, Change.GAIN, None, Standing.TIED if bound.raw else ahead
        return
    yield model, Change.FOUND_YES, None, Standing.TIED if bound.raw else ahead
    yield model, Change.FOUND_NO, None, Standing(-ahead) if bound.raw else Standing.TIED


def _comparable(comparison: Comparison, cost: Value) -> bool:
    return cost.known and cost.currency == comparison.settings.currency
