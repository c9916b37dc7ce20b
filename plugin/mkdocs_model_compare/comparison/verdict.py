"""The overall verdict of a comparison: the rule applied to every pair, its reasons, and what is missing.

With more than two models there is a choice only if it wins against every other one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from mkdocs_model_compare.catalog.model import Model, Status

from . import rows, rule
from .comparison import Comparison, once
from .rule import Outcome, Tally
from .standing import Standing, leading
from .value import Value

_UNSAFE = {Status.DEPRECATED, Status.RETIRED}


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one model brings to a signal: a value, or for benchmarks how many it leads of how many shared."""

    model: Model
    value: Value | None
    ahead: int = 0
    shared: int = 0

    @property
    def known(self) -> bool:
        return bool(self.shared) if self.value is None else self.value.settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One signal over all the models. `leaders` is empty for a tie and for an open signal.

    `missing`: the models whose fact is not known, which leaves the signal open between them and the others.
    `level`: every two of the models tie. Of more than two, none can lead though some are ahead of others.
    """

    signal: str
    weight: Decimal
    evidence: tuple[Evidence, ...]
    leaders: tuple[Model, ...]
    missing: tuple[Model, ...]
    level: bool

    @property
    def open(self) -> bool:
        return not self.leaders and bool(self.missing)

    @property
    def ahead(self) -> tuple[Evidence, ...]:
        return tuple(one for one in self.evidence if any(one.model is leader for leader in self.leaders))

    @property
    def behind(self) -> tuple[Evidence, ...]:
        """Those that the leaders are ahead of; where a fact is missing or cannot be ranked, nobody is."""
        known = (one for one in self.evidence if one.known and not (one.value and self._wants(one.model)))
        return tuple(one for one in known if all(one.model is not leader for leader in self.leaders))

    def _wants(self, model: Model) -> bool:
        return any(model is one for one in self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`choice` is None unless the outcome is a choice. `decided` and `signals` count signals, not weight.

    `reasons` are sorted by weight, decided ones first; `cautions` are models that nobody should choose unwarned.
    """

    outcome: Outcome
    choice: Model | None
    duels: tuple[Duel, ...]
    reasons: tuple[Reason, ...]
    decided: int
    signals: int
    cautions: tuple[Model, ...]

    @property
    def deciding(self) -> tuple[Duel, ...]:
        """The duels that the choice won."""
        return tuple(duel for duel in self.duels if duel.choice is not None and duel.choice is self.choice)

    @property
    def won(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.leaders)

    @property
    def level(self) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.level)

    @property
    def mixed(self) -> tuple[Reason, ...]:
        """Decided between every two of the models, and yet without one best value."""
        return tuple(one for one in self.reasons if not (one.leaders or one.missing or one.level))

    @property
    def open(self) -> tuple[Reason, ...]:
        """Those that a missing fact leaves open between some of the models, the heaviest first."""
        found = (reason for reason in self.reasons if reason.missing)
        return tuple(sorted(found, key=lambda one: -one.weight))


def verdict(comparison: Comparison) -> Verdict:
    settings = comparison.settings
    duels = decide(comparison, comparison.models, settings.weights)
    choice = winner(comparison.models, duels)
    reasons = _reasons(comparison, settings.weights)
    return Verdict(
        outcome=_outcome(comparison.models, choice, duels),
        choice=choice,
        duels=duels,
        reasons=reasons,
        decided=sum(not reason.missing for reason in reasons),
        signals=len(reasons),
        cautions=tuple(model for model in comparison.models if unsafe(model)),
    )


def by_missing(reasons: tuple[Reason, ...]) -> tuple[tuple[tuple[Model, ...], tuple[Reason, ...]], ...]:
    """Open signals, those together that want the same models' facts, in the order of the heaviest of each."""
    groups: dict[tuple[str, ...], list[Reason]] = {}
    for reason in reasons:
        groups.setdefault(tuple(model.id for model in reason.missing), []).append(reason)
    return tuple((group[0].missing, tuple(group)) for group in groups.values())


def decide(comparison: Comparison, models: tuple[Model, ...], weights: Mapping[str, Decimal]) -> tuple[Duel, ...]:
    """The rule over every pair of some of the comparison's models."""
    return tuple(duel(comparison, ours, theirs, weights) for ours, theirs in combinations(models, 2))


def duel(comparison: Comparison, ours: Model, theirs: Model, weights: Mapping[str, Decimal]) -> Duel:
    found = rule.standings(comparison, ours, theirs, weights)
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


def _outcome(models: tuple[Model, ...], choice: Model | None, duels: tuple[Duel, ...]) -> Outcome:
    if choice is not None:
        return Outcome.CHOICE
    # Withheld only if the missing facts could still make one of the models win against every other.
    hopeful = any(
        all(duel.choice is model or duel.tally.outcome is Outcome.WITHHELD for duel in own(model, duels))
        for model in models
    )
    return Outcome.WITHHELD if hopeful else Outcome.CLOSE


def _reasons(comparison: Comparison, weights: Mapping[str, Decimal]) -> tuple[Reason, ...]:
    found = [reason(comparison, name, weight) for name, weight in weights.items() if weight]
    return tuple(sorted(found, key=lambda one: (one.open, not one.leaders, -one.weight)))


def reason(comparison: Comparison, name: str, weight: Decimal) -> Reason:
    evidence, leaders, missing, level = _told(comparison, name)
    return Reason(signal=name, weight=weight, evidence=evidence, leaders=leaders, missing=missing, level=level)


@once
def _told(comparison: Comparison, name: str) -> tuple[tuple[Evidence, ...], tuple[Model, ...], tuple[Model, ...], bool]:
    """What the models bring to a signal, who leads in it, whose fact is missing, and whether all of them tie."""
    models = comparison.models
    against = [
        [rule.signal(comparison, ours, theirs, name) for theirs in models if theirs is not ours] for ours in models
    ]
    evidence = tuple(brought(comparison, model, name, models) for model in models)
    level = all(standing is Standing.TIED for standings in against for standing in standings)
    return evidence, _leaders(comparison, evidence, against), _missing(comparison, name, against, evidence), level


def _leaders(
    comparison: Comparison, evidence: tuple[Evidence, ...], against: list[list[Standing | None]]
) -> tuple[Model, ...]:
    if evidence[0].value is not None:
        return rows.leaders(comparison, evidence[0].value.key)
    return tuple(comparison.models[place] for place in leading(against))


def _missing(
    comparison: Comparison,
    name: str,
    against: list[list[Standing | None]],
    evidence: tuple[Evidence, ...],
) -> tuple[Model, ...]:
    """The models without the fact, where it leaves a pair open; all of them where the facts cannot be told apart."""
    if not any(standing is None for standings in against for standing in standings):
        return ()
    lacking = tuple(one.model for one in evidence if _lacks(comparison, one, name))
    return lacking or comparison.models


def _lacks(comparison: Comparison, evidence: Evidence, name: str) -> bool:
    value = evidence.value
    if value is None:
        wanted = {None, name} if name != rule.BENCHMARKS else None
        known = (score for score in evidence.model.scores if score.fact.known)
        return not any(wanted is None or score.benchmark.id in wanted for score in known)
    foreign = value.currency is not None and value.currency != comparison.settings.currency
    return foreign or not value.settled


def brought(comparison: Comparison, model: Model, name: str, among: tuple[Model, ...]) -> Evidence:
    """What a model brings to a signal; scores are counted against those it is among."""
    if not rule.counts_scores(comparison, name):
        return Evidence(model=model, value=comparison.value(model, rule.ROW_OF_SIGNAL.get(name, name)))
    others = [rule.leads(comparison, model, other, name) for other in among if other is not model]
    return Evidence(
        model=model,
        value=None,
        ahead=sum(ahead for ahead, _, _ in others),
        shared=sum(both for _, _, both in others),
    )
