"""`catalog.yml` merged over the shipped `default.yml`, as the `Settings` that a comparison reads.

What is merged is the records, so a message about a merged setting can still name its place in the user's file.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

from .reading import read_document
from .schema import Entry
from .schema_beside import CapabilityEntry, CatalogFile, UseCaseEntry, VerdictEntry, WorkloadEntry
from .settings import Capability, Settings, UseCase, Workload
from .validating import validate

E = TypeVar("E", bound=Entry)
V = TypeVar("V")


@cache
def shipped() -> CatalogFile:
    """The record of `default.yml`."""
    document = read_document(files(__package__).joinpath("default.yml").read_bytes())
    assert document.data is not None
    record = validate("catalog", document.data).record
    assert isinstance(record, CatalogFile)
    return record


def merged(own: CatalogFile | None) -> CatalogFile:
    """The user's settings over the shipped ones: entry by entry, and key by key within an entry."""
    base = shipped()
    if own is None:
        return base
    return CatalogFile.model_construct(
        currency=own.currency or base.currency,
        capabilities=_over(base.capabilities, own.capabilities),
        workloads=_over(base.workloads, own.workloads),
        verdict=_patched(base.verdict or VerdictEntry(), own.verdict),
        signals={**(base.signals or {}), **(own.signals or {})},
        use_cases=_over(base.use_cases, own.use_cases),
    )


def make_settings(record: CatalogFile) -> Settings:
    """The settings of a merged record that has no findings."""
    verdict = record.verdict or VerdictEntry()
    return Settings(
        currency=record.currency or "USD",
        capabilities=_frozen({key: _capability(key, entry) for key, entry in (record.capabilities or {}).items()}),
        workloads=_frozen({key: _workload(key, entry) for key, entry in (record.workloads or {}).items()}),
        margin=verdict.margin or Decimal(0),
        floor=verdict.floor or Decimal(0),
        weights=_frozen(switched_on(record.signals or {})),
        use_cases=_frozen({key: _use_case(key, entry) for key, entry in (record.use_cases or {}).items()}),
    )


def switched_on(weights: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """The signals that weigh something."""
    return {signal: weight for signal, weight in weights.items() if weight}


def phrase_of(name: str) -> str:
    """How a name reads inside a sentence: `Tool use` → `tool use`, but `RAG` and `IDE integration` stay."""
    first = re.match(r"\w+", name)
    if first is None or not first[0][1:].islower():
        return name
    return name[0].lower() + name[1:]


def _over(base: Mapping[str, E] | None, own: Mapping[str, E] | None) -> dict[str, E]:
    result = dict(base or {})
    for key, entry in (own or {}).items():
        result[key] = _patched(result[key], entry) if key in result else entry
    return result


def _patched(base: E, own: E | None) -> E:
    if own is None:
        return base
    given = {name: value for name, value in own if value is not None}
    if "name" in given and "phrase" in type(base).model_fields:
        given.setdefault("phrase", None)  # the shipped phrase goes with the shipped name
    return base.model_copy(update=given)


def _frozen(mapping: dict[str, V]) -> Mapping[str, V]:
    return MappingProxyType(mapping)


def _capability(key: str, entry: CapabilityEntry) -> Capability:
    name = entry.name or key
    return Capability(
        id=key,
        name=name,
        phrase=entry.phrase or phrase_of(name),
        description=entry.description,
        ask=bool(entry.ask),
        best_for=entry.best_for,
    )


def _workload(key: str, entry: WorkloadEntry) -> Workload:
    return Workload(
        id=key,
        name=entry.name,
        requests=entry.requests or 0,
        input_tokens=entry.input_tokens or 0,
        output_tokens=entry.output_tokens or 0,
        cached=entry.cached or Decimal(0),
        batch=bool(entry.batch),
    )


def _use_case(key: str, entry: UseCaseEntry) -> UseCase:
    name = entry.name or key
    return UseCase(
        id=key,
        name=name,
        phrase=entry.phrase or phrase_of(name),
        require=tuple(entry.require or ()),
        weights=_frozen(switched_on(entry.signals or {})),
    )
