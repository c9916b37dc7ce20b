"""The flip point: the smallest single change of one fact that turns a verdict, found by applying the rule.

Only changes of one fact that feeds one signal are offered, so that making that change and no other turns it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache

from mkdocs_model_compare.catalog.model import Model, State
from mkdocs_model_compare.catalog.settings import Settings

from . import figures, rule
from .comparison import Comparison
from .rows import PRICES
from .rule import Outcome
from .standing import Standing, of_sign
from .statement import statement
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


@statement(frozen=True, slots=True, kw_only=True)
class Flip:
    """`model` has to `change` under `key` past `bound` (the rival's value, None for a capability).

    Then the verdict over `model` and `rival` is `outcome`, with `choice` where it is one.
    """

    signal: str
    key: str
    model: Model
    rival: Model
    change: Change
    bound: Value | None
    outcome: Outcome
    choice: Model | None
    moved: Decimal

    @property
    def free(self) -> bool:
        """Whether only a price of 0 is less than the bound: all that costs under a cent prints alike."""
        below = self.key == "monthly_cost" and self.change in {Change.BELOW, Change.FOUND_BELOW}
        return below and self.bound is not None and not figures.rounded(self.bound.raw.amount)


# What could become of a fact, and how the first of two models would then stand.
Turns = tuple[tuple[Change, Standing], ...]
# Those of one value against its rival's; the standing is the one in its favour.
Changes = Callable[[Comparison, Value, Value, Standing], Turns]
# Read from their class, members of an enum take six times as long.
_AHEAD, _TIED, _BEHIND = Standing.AHEAD, Standing.TIED, Standing.BEHIND
_CHANGES = tuple(Change)
_MORE_IS_BETTER = ("context_window", "max_output", "provider_routes")
_PRICES = frozenset({*PRICES, "cheapest_output", "monthly_cost"} - {"providers"})
_FOUND = (State.UNKNOWN, State.UNDISCLOSED)


def flip(comparison: Comparison, verdict: Verdict) -> Flip | None:
    """The smallest change (by the weight it moves, then the rule's order) that turns the verdict.

    A choice turns when it is no longer the choice over one rival; too close to call turns when it becomes a choice.
    A withheld verdict has none: it waits for its missing facts. So has one that no single change can turn.
    """
    order = {name: place for place, name in enumerate(comparison.settings.weights)}
    found = [flip for duel in _at_stake(verdict) for flip in _flips(comparison, duel)]
    return min(found, key=lambda one: _smallest_first(order, one), default=None)


def _smallest_first(order: Mapping[str, int], flip: Flip) -> tuple[Decimal, int, int, str, str]:
    # The ids last, so that of equal ones the order of the arguments does not choose.
    return flip.moved, order[flip.signal], _CHANGES.index(flip.change), flip.model.id, flip.rival.id


def _at_stake(verdict: Verdict) -> list[Duel]:
    if verdict.outcome is Outcome.WITHHELD:
        return []
    if verdict.choice is not None:
        return [one for one in verdict.duels if one.choice is verdict.choice]
    # Among more than two, one pair's turn does not make a winner over all.
    return [one for one in verdict.duels if one.tally.outcome is Outcome.CLOSE] if len(verdict.duels) == 1 else []


def _flips(comparison: Comparison, before: Duel) -> Iterator[Flip]:
    settings = comparison.settings
    standings = rule.standings(comparison, before.ours, before.theirs)
    first, second = comparison.places[before.ours.id], comparison.places[before.theirs.id]
    # What speaks for the choice even more leaves it the choice.
    more = None if before.choice is None else (Standing.AHEAD if before.tally.ahead else Standing.BEHIND)

    @cache
    def after(weight: Decimal, now: Standing | None, then: Standing) -> Duel:
        tally = rule.shifted(before.tally, weight, now, then, settings.margin, settings.floor)
        return judged(before.ours, before.theirs, tally)

    for name, (key, changes) in comparison.of_rules(_changeable).items():
        weight, now = settings.weights[name], standings[name]
        values = comparison.values(key)
        ours, theirs = values[first], values[second]
        for mine, bound, ahead in ((ours, theirs, _AHEAD), (theirs, ours, _BEHIND)):
            for change, then in changes(comparison, mine, bound, ahead):
                if then is now or then is more:
                    continue
                found = after(weight, now, then)
                if found.tally.outcome is not before.tally.outcome or found.choice is not before.choice:
                    yield Flip(
                        signal=name,
                        key=key,
                        model=mine.model,
                        rival=bound.model,
                        change=change,
                        bound=None if changes is _capability_changes else bound,
                        outcome=found.tally.outcome,
                        choice=found.choice,
                        moved=weight * abs(int(then) - int(now or 0)),
                    )


def _changeable(settings: Settings) -> Mapping[str, tuple[str, Changes]]:
    """The signals that rest on a fact of their own which can change, each with its row and what can become of that.

    Two kinds of price rest on one fact.
    """
    rows = {name: rule.ROW_OF_SIGNAL.get(name, name) for name, weight in settings.weights.items() if weight}
    resting = Counter("price" if key in _PRICES else key for key in rows.values())
    found = {name: (key, _changes_of(settings, name, key)) for name, key in rows.items()}
    return {
        name: (key, changes)
        for name, (key, changes) in found.items()
        if changes is not None and resting["price" if key in _PRICES else key] == 1
    }


def _changes_of(settings: Settings, name: str, key: str) -> Changes | None:
    if name in settings.capabilities:
        return _capability_changes
    if name == "price":
        return _price_changes
    return _size_changes if key in _MORE_IS_BETTER else None


def _capability_changes(_: Comparison, mine: Value, bound: Value, ahead: Standing) -> Turns:
    if mine.known or not bound.settled:
        return ()
    level = _TIED if bound.raw else ahead
    if mine.settled:
        return ((Change.GAIN, level),)
    if mine.state in _FOUND:
        return (Change.FOUND_YES, level), (Change.FOUND_NO, of_sign(-ahead) if bound.raw else _TIED)
    return ()


def _price_changes(comparison: Comparison, mine: Value, bound: Value, ahead: Standing) -> Turns:
    if not _in_currency(comparison, bound) or not _costs_something(comparison):
        return ()
    room_below = bound.raw.amount > 0
    if mine.known:
        return ((Change.BELOW, ahead),) if room_below and _in_currency(comparison, mine) else ()
    if not any(route.active for route in mine.model.routes):
        # There would have to be one first, which is a second fact.
        return ()
    above = (Change.FOUND_ABOVE, of_sign(-ahead))
    return ((Change.FOUND_BELOW, ahead), above) if room_below else (above,)


def _size_changes(_: Comparison, mine: Value, bound: Value, ahead: Standing) -> Turns:
    if not bound.known:
        return ()
    if mine.known:
        return ((Change.ABOVE, ahead),)
    if mine.state not in _FOUND:
        return ()
    above, below = (Change.FOUND_ABOVE, ahead), (Change.FOUND_BELOW, of_sign(-ahead))
    return (above, below) if int(bound.machine or 0) > 1 else (above,)


def _in_currency(comparison: Comparison, cost: Value) -> bool:
    return cost.known and cost.currency == comparison.settings.currency


def _costs_something(comparison: Comparison) -> bool:
    traffic = comparison.workload
    return bool(traffic.requests and (traffic.input_tokens or traffic.output_tokens))
