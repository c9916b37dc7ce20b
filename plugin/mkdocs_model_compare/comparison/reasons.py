"""What is told of a signal over all the models: who leads in it, with what, and whose fact is missing.

The verdict's reasons and those of the use cases are made here, so that both tell a signal in the same way.
"""

from __future__ import annotations

from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, State

from . import rows, rule
from .comparison import Comparison, once
from .standing import Contest
from .statement import statement
from .value import Value

_NOTHING = Decimal(0)


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


@statement(frozen=True, slots=True, kw_only=True)
class Gap:
    """A model whose fact leaves a signal open. `why`: its state if not unknown, or a currency that is not ranked."""

    model: Model
    why: State | str | None


@statement(frozen=True, slots=True, kw_only=True)
class Reason:
    """One signal over all the models. `leaders` is empty for a tie and for an open signal.

    `missing`: the models whose fact is not known, which leaves the signal open between them and the others.
    `level`: every two of the models tie. Of more than two, none can lead though some are ahead of others.
    `ahead` is what the leaders bring, `behind` what those do that they are ahead of: where a fact is missing or cannot
    be ranked, that is nobody. `gaps`: what there is in the place of each fact that is missing.
    """

    signal: str
    weight: Decimal
    evidence: tuple[Evidence, ...]
    leaders: tuple[Model, ...]
    missing: tuple[Model, ...]
    level: bool

    ahead: tuple[Evidence, ...]
    behind: tuple[Evidence, ...]
    gaps: tuple[Gap, ...]

    @property
    def open(self) -> bool:
        return not self.leaders and bool(self.missing)

    def weighing(self, weight: Decimal) -> Reason:
        """The same under other weights."""
        return Reason(
            signal=self.signal,
            weight=weight,
            evidence=self.evidence,
            leaders=self.leaders,
            missing=self.missing,
            level=self.level,
            ahead=self.ahead,
            behind=self.behind,
            gaps=self.gaps,
        )


def reason(comparison: Comparison, name: str, weight: Decimal) -> Reason:
    """What is told of a signal is the same whatever it weighs."""
    found = _reason(comparison, name)
    return found if found.weight is weight else found.weighing(weight)


def deciding(comparison: Comparison, name: str, weight: Decimal, choice: Model, models: tuple[Model, ...]) -> Reason:
    """Why one of some of the models is chosen: it is ahead of all the others of them."""
    whole = len(models) == len(comparison.models)
    evidence = _reason(comparison, name).evidence if whole else _brought(comparison, name, models)
    return Reason(
        signal=name,
        weight=weight,
        evidence=evidence,
        leaders=(choice,),
        missing=(),
        level=False,
        ahead=tuple([one for one in evidence if one.model is choice]),
        behind=tuple([one for one in evidence if one.model is not choice and one.known]),
        gaps=(),
    )


def by_gaps(reasons: tuple[Reason, ...]) -> tuple[tuple[Reason, ...], ...]:
    """Open signals, those together that want the same models' facts, in the order of the heaviest of each."""
    groups: dict[tuple[tuple[str, State | str | None], ...], list[Reason]] = {}
    for reason in reasons:
        groups.setdefault(tuple((gap.model.id, gap.why) for gap in reason.gaps), []).append(reason)
    return tuple(map(tuple, groups.values()))


def _brought(comparison: Comparison, name: str, models: tuple[Model, ...]) -> tuple[Evidence, ...]:
    """What some of the models bring to a signal; scores are counted against each other."""
    if rule.counts_scores(comparison, name):
        return tuple(_scored(comparison, name, model, models) for model in models)
    values = comparison.values(rule.ROW_OF_SIGNAL.get(name, name))
    brought = [Evidence(model=value.model, value=value) for value in values]
    return tuple(brought if len(models) == len(brought) else [one for one in brought if one.model in models])


def _scored(comparison: Comparison, name: str, model: Model, among: tuple[Model, ...]) -> Evidence:
    others = [rule.leads(comparison, model, other, name) for other in among if other is not model]
    return Evidence(
        model=model,
        value=None,
        ahead=sum(ahead for ahead, _, _ in others),
        shared=sum(both for _, _, both in others),
    )


@once
def _reason(comparison: Comparison, name: str) -> Reason:
    """With the weight that it has in the verdict, in which most are told."""
    against = rule.signalled(comparison, name)
    evidence = _brought(comparison, name, comparison.models)
    leaders = _leaders(comparison, evidence, against)
    missing = _missing(comparison, name, evidence) if against.open else ()
    first, wanting = {model.id for model in leaders}, {model.id for model in missing}
    ahead, behind, gaps = [], [], []
    for one in evidence:
        wants = one.model.id in wanting
        if wants:
            gaps.append(Gap(model=one.model, why=_instead(one.value)))
        if one.model.id in first:
            ahead.append(one)
        elif one.known and (one.value is None or not wants):
            behind.append(one)
    return Reason(
        signal=name,
        weight=comparison.settings.weights.get(name, _NOTHING),
        evidence=evidence,
        leaders=leaders,
        missing=missing,
        level=against.level,
        ahead=tuple(ahead),
        behind=tuple(behind),
        gaps=tuple(gaps),
    )


def _leaders(comparison: Comparison, evidence: tuple[Evidence, ...], against: Contest) -> tuple[Model, ...]:
    if evidence[0].value is not None:
        return rows.leaders(comparison, evidence[0].value.key)
    return tuple([comparison.models[place] for place in against.best])


def _missing(comparison: Comparison, name: str, evidence: tuple[Evidence, ...]) -> tuple[Model, ...]:
    """The models without the fact that leaves a pair open; all of them where the facts cannot be told apart."""
    lacking = tuple([one.model for one in evidence if _lacks(comparison, one, name)])
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
