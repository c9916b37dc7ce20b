"""What stands beside the models, two states of it: providers, licences, benchmarks, settings, and curators' words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog

# Where a remark stands is no part of what it says.
_UNTOLD = frozenset({"place", "places", "models"})
_SETTINGS = ("capabilities", "workloads", "use_cases")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One value of an entry of both catalogs. `path` within the entry; None where it says nothing there."""

    kind: str
    entry: str
    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The entries of one kind that only one of the two catalogs has."""

    kind: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


def listings(old: Catalog, new: Catalog) -> tuple[Listing, ...]:
    """Models first, then what they refer to. Kinds in which none came or went are left out."""
    found = (
        Listing(
            kind=kind,
            added=tuple(one for one in after if one not in before),
            removed=tuple(one for one in before if one not in after),
        )
        for kind, before, after in _kinds(old, new)
    )
    return tuple(one for one in found if one.added or one.removed)


def entry_changes(old: Catalog, new: Catalog) -> tuple[EntryChange, ...]:
    found = (
        _entry(kind, name, before[name], after[name])
        for kind, before, after in _kinds(old, new)
        if kind != "model"
        for name in after
        if name in before and before[name] != after[name]
    )
    return (*(change for changes in found for change in changes), *_rule(old, new))


def _kinds(old: Catalog, new: Catalog) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    yield "model", old.models, new.models
    yield "provider", old.providers, new.providers
    yield "licence", old.licenses, new.licenses
    yield "benchmark", old.benchmarks, new.benchmarks
    for name in _SETTINGS:
        kind = {"capabilities": "capability"}.get(name, name.replace("_", " ").removesuffix("s"))
        yield kind, getattr(old.settings, name), getattr(new.settings, name)
    yield "comparison", _remarks(old), _remarks(new)


def _remarks(catalog: Catalog) -> dict[str, Any]:
    return {", ".join(sorted(remark.models)): remark for remark in catalog.remarks}


def _rule(old: Catalog, new: Catalog) -> Iterator[EntryChange]:
    ours, theirs = ({name: getattr(one.settings, name) for name in _RULE} for one in (old, new))
    yield from _entry("setting", "catalog.yml", ours, theirs)


_RULE = ("currency", "margin", "floor", "weights")


def _entry(kind: str, name: str, before: Any, after: Any) -> Iterator[EntryChange]:
    ours, theirs = dict(_flat(before, "")), dict(_flat(after, ""))
    for path in dict.fromkeys((*theirs, *ours)):
        if ours.get(path) != theirs.get(path):
            yield EntryChange(kind=kind, entry=name, path=path, before=ours.get(path), after=theirs.get(path))


def _flat(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every single value in it by its path, as text."""
    if is_dataclass(value):
        value = {one.name: getattr(value, one.name) for one in fields(value) if one.name not in _UNTOLD}
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, tuple):
        yield path, "; ".join(": ".join(one) if isinstance(one, tuple) else str(one) for one in value)
    elif value is not None:
        yield path, str(value)
