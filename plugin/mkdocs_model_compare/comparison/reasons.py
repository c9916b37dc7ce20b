"""What is told of a signal over all the models: who leads in it, with what, and whose fact is missing.

The verdict's reasons and those of the use cases are made here, so that both tell a signal in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, State

from . import rows, rule
from .comparison import Comparison, once
from .standing import Contest
from .statement import statement
from .value import Value


@statement(frozen=True, slots=True, kw_only=True)
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
class Gap:
    """A model whose fact leaves a signal open. `why`: its state if not unknown, or a currency that is not ranked."""

    model: Model
    why: State | str | None


@statement(frozen=True, slots=True, kw_only=True)
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

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The models whose fact is missing, each with what there is in its place."""
        return tuple(Gap(model=one.model, why=_instead(one.value)) for one in self.evidence if self._wants(one.model))

    def _wants(self, model: Model) -> bool:
        return any(model is one for one in self.missing)


def reason(comparison: Comparison, name: str, weight: Decimal) -> Reason:
    evidence, leaders, missing, level = _told(comparison, name)
    return Reason(signal=name, weight=weight, evidence=evidence, leaders=leaders, missing=missing, level=level)


def by_gaps(reasons: tuple[Reason, ...]) -> tuple[tuple[Reason, ...], ...]:
    """Open signals, those together that want the same models' facts, in the order of the heaviest of each."""
    groups: dict[tuple[tuple[str, State | str | None], ...], list[Reason]] = {}
    for reason in reasons:
        groups.setdefault(tuple((gap.model.id, gap.why) for gap in reason.gaps), []).append(reason)
    return tuple(map(tuple, groups.values()))


def brought(comparison: Comparison, name: str, models: tuple[Model, ...]) -> tuple[Evidence, ...]:
    """What some of the models bring to a signal; scores are counted against each other."""
    if rule.counts_scores(comparison, name):
        return tuple(_scored(comparison, name, model, models) for model in models)
    key = rule.ROW_OF_SIGNAL.get(name, name)
    return tuple([Evidence(model=model, value=comparison.value(model, key)) for model in models])


def _scored(comparison: Comparison, name: str, model: Model, among: tuple[Model, ...]) -> Evidence:
    others = [rule.leads(comparison, model, other, name) for other in among if other is not model]
    return Evidence(
        model=model,
        value=None,
        ahead=sum(ahead for ahead, _, _ in others),
        shared=sum(both for _, _, both in others),
    )


@once
def _told(comparison: Comparison, name: str) -> tuple[tuple[Evidence, ...], tuple[Model, ...], tuple[Model, ...], bool]:
    """What the models bring to a signal, who leads in it, whose fact is missing, and whether all of them tie."""
    against = rule.signalled(comparison, name)
    evidence = brought(comparison, name, comparison.models)
    missing = _missing(comparison, name, evidence) if against.open else ()
    return evidence, _leaders(comparison, evidence, against), missing, against.level


def _leaders(comparison: Comparison, evidence: tuple[Evidence, ...], against: Contest) -> tuple[Model, ...]:
    if evidence[0].value is not None:
        return rows.leaders(comparison, evidence[0].value.key)
    return tuple(comparison.models[place] for place in against.best)


def _missing(comparison: Comparison, name: str, evidence: tuple[Evidence, ...]) -> tuple[Model, ...]:
    """The models without the fact that leaves a pair open; all of them where the facts cannot be told apart."""
    lacking = tuple(one.model for one in evidence if _lacks(comparison, one, name))
    return lacking or comparison.models


def _instead(value: Value | None) -> State | str | None:
    if value is None or value.state is State.UNKNOWN:
        return None
    return value.currency if value.known else value.state


def _lacks(comparison: Comparison, evidence: Evidence, name: str) -> bool:
    value = evidence.value
    if value is None:
        wanted = {None, name} if name != rule.BENCHMARKS else None
        known = (score for score in evidence.model.scores if score.fact.known)
        return not any(wanted is None or score.benchmark.id in wanted for score in known)
    foreign = value.currency is not None and value.currency != comparison.settings.currency
    return foreign or not value.settled
