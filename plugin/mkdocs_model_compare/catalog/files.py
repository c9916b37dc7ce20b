"""One file of the catalog: its bytes read, validated and checked on their own, with the problems found so far.

A record is kept while its file does not change, so nothing in it may depend on another file or on the day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_model_compare.errors import Place, Problem

from .checks_model import model_findings
from .ids import ID_WORDS, id_remedy, model_id_of
from .naming import NO_REFERENCES, References, references
from .reading import Document, KeyPath, ReadingFault, read_document
from .scanning import Stamp
from .validating import Finding, Validated, validate

# Lists whose entries are called by a key of theirs, in messages as in the paths of facts.
_CALLED_BY = {"routes": "provider", "benchmarks": "benchmark"}


@dataclass(slots=True, kw_only=True)
class FileRecord:
    """`path` is below the catalog's folder, and `shown` is how messages call it."""

    kind: str
    path: str
    shown: str
    stamp: Stamp
    document: Document
    validated: Validated
    problems: tuple[Problem, ...] = ()
    model_id: str = field(init=False)
    named: References = NO_REFERENCES

    def __post_init__(self) -> None:
        self.model_id = model_id_of(self.path)

    @property
    def record(self) -> Any:
        return self.validated.record

    @property
    def aliases(self) -> tuple[str, ...]:
        return () if self.record is None else tuple(self.record.aliases or ())

    @property
    def data(self) -> Mapping[str, object]:
        """What the file says, right or wrong."""
        return self.document.data or {}

    @property
    def readable(self) -> bool:
        return self.document.data is not None

    def about_itself(self, message: str) -> Problem:
        """A problem of the file's name or place."""
        return Problem(place=Place(path=self.shown), where="", message=message)

    def problem(self, finding: Finding) -> Problem:
        """A finding with its place, for a path in the file."""
        place = self.place(finding.path, on_key=finding.on_key)
        return Problem(place=place, where=dotted(finding.path, self.data), message=finding.message)

    def place(self, path: KeyPath, *, on_key: bool = False) -> Place:
        """Where the value at a path of the file stands, or its key."""
        line, column = self.document.place(path, on_key=on_key)
        return Place(path=self.shown, line=line, column=column)

    def problems_in_record(self, findings: Iterable[Finding]) -> Iterator[Problem]:
        """The same for paths in the record, which may lack entries that were wrong."""
        for finding in findings:
            if not self.validated.concerns(finding):
                written = self.validated.written(finding.path)
                yield self.problem(Finding(written, finding.message, finding.on_key))


def read_file(kind: str, path: str, shown: str, stamp: Stamp, raw: bytes) -> FileRecord:
    document = read_document(raw)
    validated = Validated(None, []) if document.data is None else validate(kind, document.data)
    record = FileRecord(kind=kind, path=path, shown=shown, stamp=stamp, document=document, validated=validated)
    record.problems = tuple(_own_problems(record))
    if kind == "model" and validated.record is not None:
        record.named = references(validated.record)
    return record


def unread(kind: str, path: str, shown: str, stamp: Stamp, message: str) -> FileRecord:
    """The record of a file that the system would not hand out."""
    problem = Problem(place=Place(path=shown), where="", message=message)
    document = Document(raw=b"", data=None)
    return FileRecord(
        kind=kind,
        path=path,
        shown=shown,
        stamp=stamp,
        document=document,
        validated=Validated(None, []),
        problems=(problem,),
    )


def dotted(path: KeyPath, data: Mapping[str, object]) -> str:
    """A path as a person says it: `routes.aws-bedrock.price.input`."""
    parts = [str(part) for part in path]
    if len(path) > 1 and path[0] in _CALLED_BY and isinstance(path[1], int):
        parts[:2] = _entry_name(str(path[0]), path[1], data)
    return ".".join(parts)


def _entry_name(group: str, index: int, data: Mapping[str, object]) -> tuple[str, ...]:
    entries = data.get(group)
    key = _CALLED_BY[group]
    names = (
        [entry.get(key) if isinstance(entry, dict) else None for entry in entries] if isinstance(entries, list) else []
    )
    if index < len(names) and isinstance(names[index], str):
        before = names[:index].count(names[index])
        return (group, str(names[index])) if not before else (group, str(names[index]), str(before + 1))
    return group, str(index)


def _own_problems(record: FileRecord) -> list[Problem]:
    faults = record.document.faults
    problems = [
        Problem(
            place=Place(path=record.shown, line=fault.line, column=fault.column),
            where=dotted(fault.path, record.data),
            message=fault.message,
        )
        for fault in faults
    ]
    findings = list(record.validated.findings)
    if record.kind == "model" and record.record is not None:
        findings += model_findings(record.data, record.validated)
    if record.kind == "model" and (remedy := id_remedy(record.model_id)) is not None:
        message = (
            f"the file's name is the model's id, and \"{record.model_id}\" will not do; expected {ID_WORDS}; {remedy}"
        )
        problems.append(record.about_itself(message))
    return problems + [record.problem(finding) for finding in findings if not _follows(finding, faults)]


def _follows(finding: Finding, faults: tuple[ReadingFault, ...]) -> bool:
    """Whether a finding is but the consequence of a fault in the YAML."""
    for fault in faults:
        if fault.partial:
            if finding.lacks and finding.path[:-1] == fault.path:
                return True
        elif finding.path[: len(fault.path)] == fault.path:
            return True
    return False
