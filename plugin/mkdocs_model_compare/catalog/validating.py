"""One file's plain data → its record by the schema, and every finding about it as a path and a text.

What is wrong is left out of the record, so that the checks after this one still see the rest of the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from mkdocs_model_compare.errors import nearest

from .outline import ROOTS, forms, inside, keys_of, kind_of, words
from .reading import KeyPath
from .schema import ABSENCE, LONG, PLAIN, Entry, Long
from .wording import listed, shown
from .written import flow

_BRANCHES = (PLAIN, LONG, ABSENCE)
# Leaving something out can make what is around it incomplete; no schema nests deeper than this.
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a path of one file."""

    path: KeyPath
    message: str
    on_key: bool = False
    lacks: bool = False  # a required key is missing


@dataclass(slots=True)
class Validated:
    """`record` is what is right in the file. Where items were left out of a list, `kept` has the others' indices."""

    record: Any
    findings: list[Finding]
    kept: dict[KeyPath, list[int]] = field(default_factory=dict)

    def concerns(self, finding: Finding) -> bool:
        """Whether something inside of what the finding is about is wrong, so that it may only follow from that."""
        path = self.written(finding.path)
        return any(len(one.path) > len(path) and one.path[: len(path)] == path for one in self.findings)

    def written(self, path: KeyPath) -> KeyPath:
        """The path in the file of a path in the record."""
        if not self.kept:
            return path
        whole: KeyPath = ()
        for part in path:
            indices = self.kept.get(whole)
            whole = (*whole, indices[part] if indices is not None and isinstance(part, int) else part)
        return whole


def validate(name: str, data: dict[str, object]) -> Validated:
    """Check one file's data by the schema called `name` (a key of `outline.ROOTS`)."""
    adapter = _adapter(name)
    try:
        return Validated(adapter.validate_python(data), [])
    except ValidationError as error:
        return _without_faults(name, data, error)


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(ROOTS[name])


def _without_faults(name: str, data: dict[str, object], error: ValidationError) -> Validated:
    root = ROOTS[name]
    result = Validated(None, _findings(root, error))
    remaining: Any = data
    for _ in range(_ROUNDS):
        spoilt = {_spoilt(one["type"], _path(one["loc"])) for one in error.errors(include_url=False)}
        remaining = _pruned(remaining, (), spoilt, result)
        try:
            result.record = _adapter(name).validate_python(remaining)
            break
        except ValidationError as again:
            error = again
    return result


def _spoilt(kind: str, path: KeyPath) -> KeyPath:
    # What lacks a required key goes as a whole, but a file as a whole stays, with a blank in that place.
    return path[:-1] if kind == "missing" and len(path) > 1 else path


def _pruned(data: Any, path: KeyPath, spoilt: set[KeyPath], result: Validated) -> Any:
    if isinstance(data, list):
        kept = [index for index in range(len(data)) if (*path, index) not in spoilt]
        if len(kept) < len(data):
            before = result.kept.get(path)
            result.kept[path] = kept if before is None else [before[index] for index in kept]
        return [_pruned(data[index], (*path, index), spoilt, result) for index in kept]
    if not isinstance(data, dict):
        return data
    left = {
        key: _pruned(value, (*path, key), spoilt, result) for key, value in data.items() if (*path, key) not in spoilt
    }
    if not path:
        left |= {key: blank for key, blank in _BLANKS.items() if (key,) in spoilt}
    return left


_BLANKS: dict[str, object] = {"name": "?", "developer": "?", "models": []}


def _path(location: tuple[str | int, ...]) -> KeyPath:
    return tuple(part for part in location if part not in _BRANCHES)


def _findings(root: Any, error: ValidationError) -> list[Finding]:
    errors: list[dict[str, Any]] = [dict(one) for one in error.errors(include_url=False)]
    misspelt = {path for one in errors for path in _meant(root, one)}
    return [_finding(root, one) for one in errors if one["type"] != "missing" or _path(one["loc"]) not in misspelt]


def _meant(root: Any, error: dict[str, Any]) -> Iterator[KeyPath]:
    """Where the key belongs that a misspelt one was probably meant to be."""
    if error["type"] == "extra_forbidden":
        *around, name = error["loc"]
        keys = keys_of(_annotation(root, tuple(around)))
        close = "value" if LONG in around[-1:] else nearest(str(name), keys)
        if close is not None:
            yield (*_path(tuple(around)), close)


def _finding(root: Any, error: dict[str, Any]) -> Finding:
    location: tuple[str | int, ...] = error["loc"]
    path = _path(location)
    kind = error["type"]
    if kind == "catalog":
        return Finding(path, error["ctx"]["text"])
    around = _annotation(root, location[:-1])
    if kind == "extra_forbidden":
        return Finding(path, _unknown_key(str(path[-1]), around), on_key=True)
    if kind == "missing":
        return Finding(path, _missing(str(path[-1]), around), lacks=True)
    expected = _annotation(root, location)
    remedy = _reshaped(expected, kind, error["input"])
    return Finding(path, f"{_found(error['input'])}; expected {words(expected)}; {remedy}")


def _found(value: object) -> str:
    return "nothing stands here" if value is None else f"{shown(value)} stands here"


def _reshaped(expected: Any, kind: str, value: object) -> str:
    if kind != "list_type":
        return 'write "key: value" lines'
    if isinstance(value, dict):
        return 'begin each item with "- "'
    return f"write [{value}]" if _fits_in_list(expected, value) else "write a list, such as [1, 2]"


def _fits_in_list(expected: Any, value: object) -> bool:
    item = next(kind_of(get_args(form)[0]) for form in forms(expected) if get_origin(form) is list)
    try:
        return item is not None and isinstance(value, str) and item.read(value) is not None
    except PydanticCustomError:
        return False


def _annotation(root: Any, location: tuple[str | int, ...]) -> Any:
    annotation = root
    for part in location:
        annotation = inside(annotation, part)
    return annotation


def _unknown_key(name: str, around: Any) -> str:
    keys = keys_of(around)
    close = nearest(name, keys)
    if close is not None:
        return f'unknown key; expected one that can stand here; did you mean "{close}"?'
    return f"unknown key; expected {listed(keys)}; use one of these, or remove it"


def _missing(name: str, around: Any) -> str:
    return f"missing; expected {words(inside(around, name))}; add it, such as {name}: {_example(around, name)}"


def _example(around: Any, name: str) -> str:
    if isinstance(around, type) and issubclass(around, Long):
        return "unknown"
    entry = next(form for form in forms(around) if isinstance(form, type) and issubclass(form, Entry))
    return flow((entry.model_fields[name].examples or [""])[0])
