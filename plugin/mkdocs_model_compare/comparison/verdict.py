"""The overall verdict of a comparison: the rule applied to every pair, its reasons, and what is missing.

With more than two models there is a choice only if it wins against every other one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations

from mkdocs_model_compare.catalog.model import Model, Status
from mkdocs_model_compare.catalog.settings import Settings

from . import rule
from .comparison import Comparison
from .reasons import Reason, reason
from .rule import Outcome, Tally
from .statement import statement

_UNWON = (Outcome.CLOSE, Outcome.WITHHELD)
_UNSAFE = {Status.DEPRECATED, Status.RETIRED}


@statement(frozen=True, slots=True, kw_only=True)
class Duel:
    """The rule's result for two of the models. `choice` is None unless the outcome is a choice."""

    ours: Model
    theirs: Model
    tally: Tally
    choice: Model | None

    def other(self, model: Model) -> Model:
        return self.theirs if model is self.ours else self.ours

    def won(self, model: Model) -> Decimal:
        return self.tally.first if model is self.ours else self.tally.second


@statement(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`choice` is None unless the outcome is a choice. `decided` and `signals` count signals, not weight.

    `reasons` are sorted by weight, `won` ones first, those that all the models tie in next. `level` are the latter;
    `mixed` those decided between every two of the models, and yet without one best value; `open` those that a missing
    fact leaves open between some of the models. `cautions` are models that nobody should choose unwarned.
    """

    outcome: Outcome
    choice: Model | None
    duels: tuple[Duel, ...]
    reasons: tuple[Reason, ...]
    decided: int
    signals: int
    won: tuple[Reason, ...]
    level: tuple[Reason, ...]
    mixed: tuple[Reason, ...]
    open: tuple[Reason, ...]
    cautions: tuple[Model, ...]

    @property
    def deciding(self) -> tuple[Duel, ...]:
        """The duels that the choice won."""
        return tuple(duel for duel in self.duels if duel.choice is not None and duel.choice is self.choice)

    @property
    def victories(self) -> tuple[tuple[Model, tuple[Duel, ...]], ...]:
        """The models that won any duel, each with those; whoever won the most before the others."""
        winners = {duel.choice.id: duel.choice for duel in self.duels if duel.choice is not None}
        found = ((one, tuple(duel for duel in self.duels if duel.choice is one)) for one in winners.values())
        return tuple(sorted(found, key=lambda one: -len(one[1])))

    @property
    def unwon(self) -> tuple[tuple[Outcome, tuple[Duel, ...]], ...]:
        """The duels that nobody won, by why: those too close before those of which too little is known."""
        found = ((why, tuple(duel for duel in self.duels if duel.tally.outcome is why)) for why in _UNWON)
        return tuple((why, duels) for why, duels in found if duels)


def verdict(comparison: Comparison) -> Verdict:
    settings = comparison.settings
    duels = decide(comparison, comparison.models, settings.weights)
    choice = winner(comparison.models, duels)
    found = [reason(comparison, name, weight) for name, weight in comparison.of_rules(_heaviest)]
    won = tuple([one for one in found if one.leaders])
    reasons = (
        *won,
        *(one for one in found if not one.leaders and not one.missing),
        *(one for one in found if one.open),
    )
    return Verdict(
        outcome=_outcome(comparison.models, choice, duels),
        choice=choice,
        duels=duels,
        reasons=reasons,
        decided=len([one for one in found if not one.missing]),
        signals=len(found),
        won=won,
        level=tuple([one for one in found if one.level]),
        mixed=tuple([one for one in found if not (one.leaders or one.missing or one.level)]),
        open=tuple(sorted([one for one in reasons if one.missing], key=lambda one: -one.weight)),
        cautions=tuple([model for model in comparison.models if unsafe(model)]),
    )


def decide(comparison: Comparison, models: tuple[Model, ...], weights: Mapping[str, Decimal]) -> tuple[Duel, ...]:
    """The rule over every pair of some of the comparison's models."""
    return tuple(duel(comparison, ours, theirs, weights) for ours, theirs in combinations(models, 2))


def duel(comparison: Comparison, ours: Model, theirs: Model, weights: Mapping[str, Decimal]) -> Duel:
    found = rule.standings(comparison, ours, theirs)
    return judged(ours, theirs, rule.tally(found, weights, comparison.settings.margin, comparison.settings.floor))


def judged(ours: Model, theirs: Model, tally: Tally) -> Duel:
    choice = None if tally.ahead is None else (ours if tally.ahead else theirs)
    return Duel(ours=ours, theirs=theirs, tally=tally, choice=choice)


def winner(models: tuple[Model, ...], duels: tuple[Duel, ...]) -> Model | None:
    """The model that is the choice against every other one."""
    for model in models:
        fought = own(model, duels)
        if fought and all(duel.choice is model for duel in fought):
            return model
    return None


def own(model: Model, duels: tuple[Duel, ...]) -> list[Duel]:
    return [duel for duel in duels if model is duel.ours or model is duel.theirs]


def unsafe(model: Model) -> bool:
    """A model that is on its way out and must not be recommended without saying so."""
    return model.status.value in _UNSAFE


def ended(model: Model, today: date) -> bool:
    """Whether its last day has passed."""
    retires = model.retires.value
    return retires is not None and retires.last < today


def _outcome(models: tuple[Model, ...], choice: Model | None, duels: tuple[Duel, ...]) -> Outcome:
    if choice is not None:
        return Outcome.CHOICE
    # Withheld only if the missing facts could still make one of the models win against every other.
    hopeful = any(
        all(duel.choice is model or duel.tally.outcome is Outcome.WITHHELD for duel in own(model, duels))
        for model in models
    )
    return Outcome.WITHHELD if hopeful else Outcome.CLOSE


def _heaviest(settings: Settings) -> rule.Weighed:
    return rule.heaviest(settings.weights)
