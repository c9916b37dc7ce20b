"""A model's file to fill in: every key of the schema, explained, with an example behind a `#`.

A line that explains begins with `##`, so that an editor which takes the `#` off a few lines leaves keys with comments.
"""

from collections.abc import Collection, Iterator, Mapping

from .json_schema import Row, editor_line, fields
from .settings import Capability
from .written import flow

_KIND = "model"
_ABOUT = """\
## Take the # off what you know, and write it in place of the example. What stays behind a # is unknown.
## A fact can also be: no, undisclosed (the developer will not say), n/a, or {value: …, source: …, note: …}."""
# What stands under these is told key by key: how a line is indented, and what opens an entry.
_UNFOLDED = {"routes": ("    ", "  - "), "benchmarks": ("    ", "  - "), "sources": ("    ", "  card:\n    ")}
_CAPABILITIES = "capabilities"


def new_model(name: str, developer: str | None, capabilities: Mapping[str, Capability]) -> str:
    """The file of a model of which only this is known; without a developer its line is empty, which `check` reports."""
    given = {"name": name, "developer": developer or ""}
    lines = [editor_line(_KIND), *_ABOUT.splitlines()]
    for row in _top():
        if row.path in given:
            lines += [f"## {_said(row)} Required.", f"{row.path}: {_scalar(given[row.path])}".rstrip()]
        else:
            lines += _commented(row, capabilities)
    return "\n".join((*lines, ""))


def filled_up(text: str, held: Collection[str], capabilities: Mapping[str, Capability]) -> str:
    """A model's file with the keys that it has not yet, explained, at its end. `held` are those that it has."""
    more = [line for row in _top() if row.path not in held for line in _commented(row, capabilities)]
    return "\n".join((text.rstrip("\n"), "", *_ABOUT.splitlines(), *more, ""))


def _top() -> Iterator[Row]:
    return (row for row in fields(_KIND) if "." not in row.path)


def _commented(row: Row, capabilities: Mapping[str, Capability]) -> Iterator[str]:
    yield f"## {_said(row)}"
    if row.path == _CAPABILITIES:
        yield f"# {row.path}:"
        for one in capabilities.values():
            yield f"##   {one.description or one.name}"
            yield f"#   {one.id}: unknown"
    elif row.path in _UNFOLDED:
        yield f"# {row.path}:"
        yield from _unfolded(row.path)
    else:
        yield f"# {row.path}: {row.example}"


def _unfolded(group: str) -> Iterator[str]:
    indent, opening = _UNFOLDED[group]
    for place, row in enumerate(_below(group)):
        yield f"## {indent}{_said(row)}"
        begin = indent if place else opening
        yield from (f"# {line}" for line in f"{begin}{row.path.rpartition('.')[2]}: {row.example}".split("\n"))


def _below(group: str) -> Iterator[Row]:
    starts = tuple(f"{group}{mark}." for mark in ("[]", ".<id>"))
    for row in fields(_KIND):
        start = next((one for one in starts if row.path.startswith(one)), None)
        if start is not None and "." not in row.path.removeprefix(start) and "[]" not in row.path.removeprefix(start):
            yield row


def _said(row: Row) -> str:
    return " ".join(row.description.split())


def _scalar(text: str) -> str:
    """Text as YAML reads it back, on one line; quoted wherever it could be read as anything else."""
    text = " ".join(text.split())
    plain = text and all(sign.isalnum() or sign in " .-_+/()" for sign in text) and text[0].isalpha()
    if plain and flow(text) == text and text.casefold() not in _WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if text else ""


# What YAML, or a catalog, takes for something else than text.
_WORDS = frozenset(("yes", "no", "true", "false", "on", "off", "null", "unknown", "undisclosed", "n/a", "y", "n"))
