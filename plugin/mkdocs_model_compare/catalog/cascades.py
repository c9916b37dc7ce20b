"""Problems that are but the consequence of another: told as well, they would send a curator to a line that is right."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs_model_compare.errors import Problem, nearest

from .checks_model import provenance_findings
from .contents import Contents
from .files import FileRecord, dotted

# List of entries → the key that names what each is of, and the file that has those names.
_NAMED = {"routes": ("provider", "providers"), "benchmarks": ("benchmark", "benchmarks")}
_PROVENANCE = "provenance."


def consequences(contents: Contents) -> frozenset[Problem]:
    """The paths of `provenance` that lead nowhere only since a route's provider or a score's benchmark is misspelt."""
    concerned = [one for one in contents.models if any(_of_provenance(one))]
    if not concerned:
        return frozenset()
    names = {group: contents.named_in(kind) or {} for group, (_, kind) in _NAMED.items()}
    return frozenset(problem for record in concerned for problem in _consequences(record, names))


def _of_provenance(record: FileRecord) -> Iterator[Problem]:
    return (problem for problem in record.problems if problem.where.startswith(_PROVENANCE))


def _consequences(record: FileRecord, names: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
    mended = {**record.data, **{group: _mended(record.data.get(group), group, known) for group, known in names.items()}}
    if mended == record.data:
        return
    wrong = {dotted(finding.path, record.data) for finding in provenance_findings(record.data)}
    still = {dotted(finding.path, mended) for finding in provenance_findings(mended)}
    yield from (problem for problem in _of_provenance(record) if problem.where in wrong - still)


def _mended(entries: object, group: str, known: Iterable[str]) -> object:
    """The entries with each unknown name replaced by the one that was probably meant."""
    key, _ = _NAMED[group]
    return [_renamed(entry, key, known) for entry in entries] if isinstance(entries, list) else entries


def _renamed(entry: Any, key: str, known: Iterable[str]) -> Any:
    name = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(name, str) or name in known:
        return entry
    return {**entry, key: nearest(name, known) or name}
