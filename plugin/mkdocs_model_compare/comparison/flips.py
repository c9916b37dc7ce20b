"""The flip point: the smallest single change of one fact that turns a verdict, found by applying the rule.

Only changes of one fact that feeds one signal are offered, so that making that change and no other turns it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mkdocs_model_compare.catalog.model import Model, State

from . import figures, rule
from .comparison import Comparison
from .rows import PRICES
from .rule import Outcome
from .standing import Standing, of_sign
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


_CHANGES = tuple(Change)
_MORE_IS_BETTER = ("context_window", "max_output", "provider_routes")
_PRICES = frozenset({*PRICES, "cheapest_output", "monthly_cost"} - {"providers"})
_FOUND = {State.UNKNOWN, State.UNDISCLOSED}


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
    found = rule.standings(comparison, before.ours, before.theirs)
    standings = {name: found[name] for name, weight in settings.weights.items() if weight}
    alone = _resting_alone(standings)
    for name, now in standings.items():
        if name not in alone:
            continue
        for model, change, bound, then in _changes(comparison, before, name, now):
            # What speaks for the choice even more leaves it the choice.
            if before.choice is not None and then is (Standing.AHEAD if before.tally.ahead else Standing.BEHIND):
                continue
            tally = rule.shifted(before.tally, settings.weights[name], now, then, settings.margin, settings.floor)
            after = judged(before.ours, before.theirs, tally)
            if after.tally.outcome is not before.tally.outcome or after.choice is not before.choice:
                yield Flip(
                    signal=name,
                    key=rule.ROW_OF_SIGNAL.get(name, name),
                    model=model,
                    rival=before.theirs if model is before.ours else before.ours,
                    change=change,
                    bound=bound,
                    outcome=after.tally.outcome,
                    choice=after.choice,
                    moved=settings.weights[name] * abs(int(then) - int(now or 0)),
                )


def _resting_alone(standings: rule.BySignal) -> set[str]:
    """The signals whose facts no other signal rests on, as two kinds of price do."""
    fact = {name: "price" if (key := rule.ROW_OF_SIGNAL.get(name, name)) in _PRICES else key for name in standings}
    resting = Counter(fact.values())
    return {name for name, key in fact.items() if resting[key] == 1}


def _changes(
    comparison: Comparison, before: Duel, name: str, now: Standing | None
) -> Iterator[tuple[Model, Change, Value | None, Standing]]:
    """Changes of one fact under this signal, and how the first model would then stand."""
    key = rule.ROW_OF_SIGNAL.get(name, name)
    capability = name in comparison.settings.capabilities
    if not (capability or name == "price" or key in _MORE_IS_BETTER):
        return
    ours, theirs = comparison.value(before.ours, key), comparison.value(before.theirs, key)
    for mine, bound, ahead in ((ours, theirs, Standing.AHEAD), (theirs, ours, Standing.BEHIND)):
        if capability:
            found = _capability_changes(mine, bound, ahead)
        elif name == "price":
            found = _price_changes(comparison, mine, bound, ahead)
        else:
            found = _size_changes(mine, bound, ahead)
        for change, then in found:
            if then is not now:
                yield mine.model, change, None if capability else bound, then


def _capability_changes(mine: Value, bound: Value, ahead: Standing) -> Iterator[tuple[Change, Standing]]:
    if not bound.settled or mine.known:
        return
    if mine.settled:
        yield Change.GAIN, Standing.TIED if bound.raw else ahead
    elif mine.state in _FOUND:
        yield Change.FOUND_YES, Standing.TIED if bound.raw else ahead
        yield Change.FOUND_NO, of_sign(-ahead) if bound.raw else Standing.TIED


def _price_changes(
    comparison: Comparison, mine: Value, bound: Value, ahead: Standing
) -> Iterator[tuple[Change, Standing]]:
    if not _in_currency(comparison, bound) or not _costs_something(comparison):
        return
    room_below = bound.raw.amount > 0
    if mine.known:
        if room_below and _in_currency(comparison, mine):
            yield Change.BELOW, ahead
    elif any(route.active for route in mine.model.routes):
        # Without a route there would have to be one first, which is a second fact.
        if room_below:
            yield Change.FOUND_BELOW, ahead
        yield Change.FOUND_ABOVE, of_sign(-ahead)


def _size_changes(mine: Value, bound: Value, ahead: Standing) -> Iterator[tuple[Change, Standing]]:
    if not bound.known:
        return
    if mine.known:
        yield Change.ABOVE, ahead
    elif mine.state in _FOUND:
        yield Change.FOUND_ABOVE, ahead
        if int(bound.machine or 0) > 1:
            yield Change.FOUND_BELOW, of_sign(-ahead)


def _in_currency(comparison: Comparison, cost: Value) -> bool:
    return cost.known and cost.currency == comparison.settings.currency


def _costs_something(comparison: Comparison) -> bool:
    traffic = comparison.workload
    return bool(traffic.requests and (traffic.input_tokens or traffic.output_tokens))
