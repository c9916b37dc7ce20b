"""The record of a model's file → the frozen `Model`, with state and provenance of every fact resolved.

Only records without any finding come here, so whatever they name is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .model import (
    Benchmark,
    CommercialUse,
    Fact,
    License,
    Modalities,
    Model,
    Parameters,
    Provider,
    Score,
    Source,
    State,
    Status,
)
from .resolving_routes import resolve_routes
from .schema_model import ModalitiesEntry, ModelFile, ParametersEntry, ScoreEntry, SourceEntry
from .settings import Settings
from .special_kinds import Count
from .stating import Statements, derived, entry_paths, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a model's file may refer to."""

    providers: Mapping[str, Provider]
    licenses: Mapping[str, License]
    benchmarks: Mapping[str, Benchmark]
    settings: Settings


def resolve_model(record: ModelFile, model_id: str, place: str, around: Surroundings, successor: str | None) -> Model:
    sources = {source_id: _source(source_id, entry) for source_id, entry in (record.sources or {}).items()}
    facts = Statements(sources, record.provenance or {})
    parameters: Fact[Count | ParametersEntry] = facts.stated("parameters", record.parameters)
    license_ = derived(facts.stated("license", record.license), around.licenses.__getitem__)
    return Model(
        id=model_id,
        name=record.name,
        developer=record.developer,
        family=record.family,
        aliases=tuple(record.aliases or ()),
        summary=record.summary,
        status=_ASSUMED_ACTIVE if record.status is None else facts.stated("status", record.status),
        released=facts.stated("released", record.released),
        retires=facts.stated("retires", record.retires),
        successor=successor,
        context_window=facts.stated("context_window", record.context_window),
        max_output=facts.stated("max_output", record.max_output),
        parameters=derived(parameters, _parameters),
        architecture=facts.stated("architecture", record.architecture),
        license=license_,
        openness=derived(license_, lambda terms: terms.openness, "openness"),
        commercial_use=derived(license_, _commercial_use, "commercial_use"),
        knowledge_cutoff=facts.stated("knowledge_cutoff", record.knowledge_cutoff),
        modalities=derived(facts.stated("modalities", record.modalities), _modalities),
        capabilities=MappingProxyType(_capabilities(record, facts, around.settings)),
        fit=None if record.fit is None else tuple(record.fit),
        best_for=None if record.best_for is None else tuple(record.best_for),
        routes=resolve_routes(record.routes or (), facts, around.providers),
        scores=_scores(record.benchmarks or [], facts, around.benchmarks),
        sources=MappingProxyType(sources),
        reviewed=record.reviewed,
        place=place,
        acknowledged=MappingProxyType(_acknowledged(record)),
        settled=MappingProxyType({path: MappingProxyType(one.saw) for path, one in (record.settled or {}).items()}),
    )


_ASSUMED_ACTIVE = Fact(path="status", state=State.KNOWN, value=Status.ACTIVE)


def _source(source_id: str, entry: SourceEntry) -> Source:
    return Source(
        id=source_id,
        url=entry.url,
        title=entry.title,
        retrieved=entry.retrieved,
        note=entry.note,
        editorial=entry.editorial,
    )


def _commercial_use(terms: License) -> CommercialUse | None:
    return None if terms.commercial_use == "unknown" else terms.commercial_use


def _parameters(stated: Count | ParametersEntry) -> Parameters:
    if isinstance(stated, Count):
        return Parameters(total=stated.number, active=None, text=stated.text)
    active = stated.active
    return Parameters(
        total=stated.total.number,
        active=None if active is None else active.number,
        text=stated.total.text,
        active_text=None if active is None else active.text,
    )


def _modalities(stated: ModalitiesEntry) -> Modalities:
    return Modalities(input=tuple(stated.input), output=tuple(stated.output))


def _capabilities(record: ModelFile, facts: Statements, settings: Settings) -> dict[str, Fact[bool]]:
    stated = record.capabilities or {}
    resolved = {}
    for capability in settings.capabilities:
        path = f"capabilities.{capability}"
        if (value := stated.get(capability)) is None:
            resolved[capability] = unknown(path)
        else:
            resolved[capability] = facts.answer(path, value, facts.along("capabilities", capability))
    return resolved


def _acknowledged(record: ModelFile) -> dict[str, Mapping[str, str]]:
    stated = (record.acknowledged or {}).items()
    return {check: MappingProxyType({"": said} if isinstance(said, str) else said) for check, said in stated}


def _scores(entries: list[ScoreEntry], facts: Statements, benchmarks: Mapping[str, Benchmark]) -> tuple[Score, ...]:
    paths = entry_paths("benchmarks", (entry.benchmark for entry in entries))
    return tuple(
        _score(entry, path, facts, benchmarks[entry.benchmark]) for entry, path in zip(entries, paths, strict=True)
    )


def _score(entry: ScoreEntry, path: tuple[str, ...], facts: Statements, benchmark: Benchmark) -> Score:
    around = facts.around(path, entry.source, entry.note, entry.retrieved)
    return Score(
        benchmark=benchmark,
        variant=entry.variant,
        fact=facts.given(".".join(path), entry.score, around),
        interval=None if entry.interval is None else (entry.interval[0], entry.interval[1]),
        reported_by=entry.reported_by,
        date=entry.date,
    )
