"""The verdicts that come out otherwise than they did, and by which signals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import UseCase, Workload
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.reasons import Reason
from mkdocs_model_compare.comparison.recommending import Compared
from mkdocs_model_compare.comparison.sheets import Sheets
from mkdocs_model_compare.comparison.use_cases import Advice, advice
from mkdocs_model_compare.comparison.verdict import Verdict, verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTurn:
    """What to choose for one use case, before and after."""

    use_case: UseCase
    before: Advice
    after: Advice


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalTurn:
    """A signal of the overall rule that stands otherwise: its reason before and after, None where it had no weight."""

    signal: str
    before: Reason | None
    after: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One comparison of the site: its models as they are now, and the pages or files that `where` names.

    `turned`: the overall verdict is another. `signals` say why; they are told only then.
    """

    models: tuple[Model, ...]
    workload: Workload
    where: tuple[str, ...]
    before: Verdict
    after: Verdict
    turned: bool
    cases: tuple[CaseTurn, ...]
    signals: tuple[SignalTurn, ...]


def turns(old: Catalog, new: Catalog, compared: Iterable[Compared]) -> tuple[Turn, ...]:
    """Of the comparisons that both catalogs can make, those that say something else. Each once, wherever it stands."""
    places: dict[tuple[tuple[str, ...], Workload], dict[str, None]] = {}
    for one in compared:
        places.setdefault((one.models, one.workload), {})[one.where] = None
    judged = _Judged(old, new)
    found = (judged.turn(models, workload, tuple(where)) for (models, workload), where in places.items())
    return tuple(one for one in found if one is not None)


class _Judged:
    """Both catalogs, with what was found of single models kept from one comparison to the next."""

    def __init__(self, old: Catalog, new: Catalog) -> None:
        self._old, self._new = old, new
        self._sheets = Sheets(), Sheets()
        self._same = {name for name in new.models if old.models.get(name) == new.models[name]}
        self._same_rules = _rules(old) == _rules(new)

    def turn(self, ids: tuple[str, ...], workload: Workload, where: tuple[str, ...]) -> Turn | None:
        if self._same_rules and self._same.issuperset(ids):
            return None
        if not all(one in catalog.models for catalog in (self._old, self._new) for one in ids):
            return None
        ours, theirs = (
            Comparison(tuple(catalog.models[one] for one in ids), catalog.settings, workload, sheets)
            for catalog, sheets in zip((self._old, self._new), self._sheets, strict=True)
        )
        before, after = verdict(ours), verdict(theirs)
        cases, turned = tuple(_cases(ours, theirs)), _said(before) != _said(after)
        if not cases and not turned:
            return None
        return Turn(
            models=theirs.models,
            workload=workload,
            where=where,
            before=before,
            after=after,
            turned=turned,
            cases=cases,
            signals=tuple(_signals(before, after)) if turned else (),
        )


def _rules(catalog: Catalog) -> object:
    return replace(catalog.settings, workloads={})


def _cases(ours: Comparison, theirs: Comparison) -> Iterator[CaseTurn]:
    for name, case in theirs.settings.use_cases.items():
        if name in ours.settings.use_cases:
            before, after = advice(ours, ours.settings.use_cases[name]), advice(theirs, case)
            if (before.fitness, _id(before.choice)) != (after.fitness, _id(after.choice)):
                yield CaseTurn(use_case=case, before=before, after=after)


def _signals(before: Verdict, after: Verdict) -> Iterator[SignalTurn]:
    ours, theirs = ({one.signal: one for one in verdict.reasons} for verdict in (before, after))
    for name in dict.fromkeys((*theirs, *ours)):
        if _stand(ours.get(name)) != _stand(theirs.get(name)):
            yield SignalTurn(signal=name, before=ours.get(name), after=theirs.get(name))


def _stand(reason: Reason | None) -> object:
    if reason is None:
        return None
    return reason.weight, {one.id for one in reason.leaders}, {one.id for one in reason.missing}, reason.level


def _said(verdict: Verdict) -> object:
    return verdict.outcome, _id(verdict.choice)


def _id(model: Model | None) -> str | None:
    return None if model is None else model.id
