"""What can be wrong in `catalog.yml` and in the ids of the files beside the models.

Signals may name benchmarks, so this looks at more than one file.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from mkdocs_model_compare.errors import Problem, suggestion

from .contents import Contents
from .defaults import shipped, switched_on
from .files import FileRecord
from .ids import ID_WORDS, id_remedy
from .reading import KeyPath
from .schema_beside import CatalogFile, UseCaseEntry
from .validating import Finding
from .wording import listed

SIGNALS = (
    "price",
    "context_window",
    "max_output",
    "providers",
    "openness",
    "commercial_use",
    "released",
    "knowledge_cutoff",
    "status",
    "benchmarks",
)
REQUIREMENTS = ("open_weights", "commercial_use", "priced")
_NEEDED = ("requests", "input_tokens", "output_tokens")


def settings_problems(contents: Contents) -> Iterator[Problem]:
    for kind in ("providers", "licenses", "benchmarks"):
        record = contents.beside.get(kind)
        if record is not None:
            yield from (record.problem(finding) for finding in _ids(record, ()))
    record = contents.beside.get("benchmarks")
    if record is not None:
        yield from (record.problem(finding) for finding in _clashes(record, (), SIGNALS))
    record = contents.beside.get("catalog")
    if record is not None and record.record is not None:
        yield from record.problems_in_record(_findings(record, contents))


def _findings(record: FileRecord, contents: Contents) -> Iterator[Finding]:
    own: CatalogFile = record.record
    for group in ("capabilities", "workloads", "use_cases"):
        yield from _ids(record, (group,))
    taken = (*SIGNALS, *REQUIREMENTS, *(contents.named_in("benchmarks") or ()))
    yield from _clashes(record, ("capabilities",), taken)
    yield from _incomplete(own)
    if own.signals is not None and not switched_on(contents.settings.signals or {}):
        message = "every signal is switched off; expected one with a weight above 0; give one a weight"
        yield Finding(("signals",), message)
    signals = _signals(contents)
    yield from _weights(("signals",), own.signals or {}, signals)
    requirements = _requirements(contents)
    for key, use_case in (own.use_cases or {}).items():
        yield from _use_case(("use_cases", key), use_case, signals, requirements)


def _ids(record: FileRecord, path: KeyPath) -> Iterator[Finding]:
    for name in _keys(record, path):
        if (remedy := id_remedy(name)) is not None:
            message = f'"{name}" will not do as an id; expected {ID_WORDS}; {remedy}'
            yield Finding((*path, name), message, on_key=True)


def _clashes(record: FileRecord, path: KeyPath, taken: tuple[str, ...]) -> Iterator[Finding]:
    for name in _keys(record, path):
        if name in taken:
            message = f'"{name}" is the name of a signal or requirement already; expected a name of its own; rename it'
            yield Finding((*path, name), message, on_key=True)


def _keys(record: FileRecord, path: KeyPath) -> list[str]:
    data = record.data if not path else record.data.get(str(path[0]))
    return list(data) if isinstance(data, Mapping) else []


def _incomplete(own: CatalogFile) -> Iterator[Finding]:
    base = shipped()
    for key, capability in (own.capabilities or {}).items():
        if capability.name is None and key not in (base.capabilities or {}):
            yield Finding(("capabilities", key), "a new capability without a name; expected name; add it")
    for key, use_case in (own.use_cases or {}).items():
        if use_case.name is None and key not in (base.use_cases or {}):
            yield Finding(("use_cases", key), "a new use case without a name; expected name; add it")
        if use_case.signals is None and key not in (base.use_cases or {}):
            yield Finding(("use_cases", key), "a new use case without signals; expected signals; add them")
    for key, workload in (own.workloads or {}).items():
        lacking = [name for name in _NEEDED if getattr(workload, name) is None]
        if lacking and key not in (base.workloads or {}):
            message = (
                f"a new workload without {listed(lacking)}; expected {listed(_NEEDED, 'and')}; add what is missing"
            )
            yield Finding(("workloads", key), message)


def _signals(contents: Contents) -> tuple[str, ...] | None:
    """Every name that a signal can have; None where the files that name them cannot be read."""
    capabilities, benchmarks = contents.settings_named("capabilities"), contents.named_in("benchmarks")
    return None if capabilities is None or benchmarks is None else (*SIGNALS, *capabilities, *benchmarks)


def _requirements(contents: Contents) -> tuple[str, ...]:
    return (*(contents.settings_named("capabilities") or ()), *REQUIREMENTS)


def _weights(path: KeyPath, weights: Mapping[str, Decimal], signals: tuple[str, ...] | None) -> Iterator[Finding]:
    for name in weights:
        if signals is not None and name not in signals:
            remedy = suggestion(name, signals) or "correct or remove it"
            message = f"unknown signal; expected {listed(SIGNALS)}, or the id of a capability or benchmark; {remedy}"
            yield Finding((*path, name), message, on_key=True)


def _use_case(
    path: KeyPath, use_case: UseCaseEntry, signals: tuple[str, ...] | None, requirements: tuple[str, ...]
) -> Iterator[Finding]:
    if use_case.signals is not None and not switched_on(use_case.signals):
        message = "a use case without a signal; expected one with a weight above 0; add one, or remove the use case"
        yield Finding((*path, "signals"), message)
    yield from _weights((*path, "signals"), use_case.signals or {}, signals)
    for index, name in enumerate(use_case.require or ()):
        if name not in requirements:
            remedy = suggestion(name, requirements) or "correct or remove it"
            message = f'"{name}" is no requirement; expected a capability or {listed(REQUIREMENTS)}; {remedy}'
            yield Finding((*path, "require", index), message)
