"""What two files of one model say differently: its own facts, then routes, then scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import OWN_FACTS, Model, Score
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.paths import OWN_TEXTS, of_score
from mkdocs_model_compare.comparison.value import Value, unknown

from .changes import FactChange, told
from .pairing import paired
from .routes import route_changes


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelChange:
    """A model of both catalogs. `facts` have another value, `resourced` are paths with another source alone."""

    before: Model
    after: Model
    facts: tuple[FactChange, ...]
    resourced: tuple[str, ...]


def model_changes(old: Catalog, new: Catalog, workload: Workload) -> Iterator[ModelChange]:
    """The models of both whose facts differ in value or source."""
    for model_id, after in new.models.items():
        before = old.models.get(model_id)
        if before is None or before == after:
            continue
        changes = tuple(_changes(old, new, before, after, workload))
        facts = tuple(change for change in changes if change.differs)
        resourced = tuple(change.path for change in changes if change.resourced)
        if facts or resourced:
            yield ModelChange(before=before, after=after, facts=facts, resourced=resourced)


def _changes(old: Catalog, new: Catalog, before: Model, after: Model, workload: Workload) -> Iterator[FactChange]:
    ours = Comparison((before,), old.settings, workload)
    theirs = Comparison((after,), new.settings, workload)
    for key in OWN_TEXTS:
        yield _change(key, told(before, key, getattr(before, key)), told(after, key, getattr(after, key)))
    for key in ("aliases", "fit", "best_for"):
        yield _change(key, _list(before, key), _list(after, key))
    for key in OWN_FACTS:
        yield _change(key, ours.value(before, key), theirs.value(after, key))
    for key in dict.fromkeys((*new.settings.capabilities, *old.settings.capabilities)):
        yield _change(f"capabilities.{key}", ours.value(before, key), theirs.value(after, key))
    yield from route_changes(before, after)
    yield from _score_changes(before, after)
    yield _change("reviewed", _day(before), _day(after))


def _change(path: str, before: Value, after: Value) -> FactChange:
    return FactChange(path=path, before=before, after=after)


def _list(model: Model, key: str) -> Value:
    held: tuple[str, ...] | None = getattr(model, key)
    return told(model, key, ", ".join(held) if held else None)


def _day(model: Model) -> Value:
    return told(model, "reviewed", str(model.reviewed) if model.reviewed else None)


def _score_changes(before: Model, after: Model) -> Iterator[FactChange]:
    pairs = paired(
        before.scores,
        after.scores,
        lambda one: (one.benchmark.id, one.variant, one.reported_by, one.date),
        lambda one: (one.benchmark.id, one.variant),
    )
    for old, new in pairs:
        held = new or old
        assert held is not None
        path = f"benchmarks.{held.benchmark.id}" + (f".{held.variant}" if held.variant else "")
        yield _change(path, _score(before, path, old), _score(after, path, new))
        for key in ("interval", "reported_by", "date"):
            below = f"{path}.{key}"
            # What is all new or gone is told in one line.
            if old is not None and new is not None:
                yield _change(below, _said(before, below, old, key), _said(after, below, new, key))


def _score(model: Model, path: str, score: Score | None) -> Value:
    return unknown(model, path) if score is None else of_score(model, path, score)


def _said(model: Model, path: str, score: Score, key: str) -> Value:
    held = getattr(score, key)
    if held is not None and key == "interval":
        held = " to ".join(map(figures.plain, held))
    return told(model, path, None if held is None else str(held))
