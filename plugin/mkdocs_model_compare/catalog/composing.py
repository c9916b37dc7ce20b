"""Bytes → YAML nodes with their marks, or the one fault that made that impossible.

libyaml does it where PyYAML has it, the pure parser otherwise; the pure one finds every fault again, to read alike.
"""

import re
from dataclasses import dataclass
from typing import Protocol

import yaml
from yaml.nodes import Node
from yaml.reader import ReaderError

from .syntax_faults import explained

MAX_BYTES = 4_000_000
# Composing is recursive, so what nests deeper is found first by counting; a file can only nest that deep with
# this much indentation on a line, or this many brackets.
_MAX_NESTING = 60
_DEEP_INDENT = re.compile(r"^[ \-?]{60}", re.MULTILINE)
_MANY_BRACKETS = 100
_TOO_DEEP = "nested absurdly deep; expected a catalog file's few levels; unfold it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Line and column count from 1; 0 where the file as a whole is meant."""

    message: str
    line: int = 0
    column: int = 0


class _Mark(Protocol):
    """What both parsers say of a place; they count from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class UnreadableError(Exception):
    """The file holds no YAML that could be walked."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


class _Unresolved:
    """Leaves the meaning of scalars to the walk: no tag is guessed, so a node with a tag was given one."""

    def resolve(self, kind: type[Node], value: str, implicit: object) -> None:
        """Give no tag."""

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Follow no paths."""

    def ascend_resolver(self) -> None:
        """Follow no paths."""


class PureComposer(_Unresolved, yaml.BaseLoader):
    """Composes with the parser written in Python."""


COMPOSER: type[yaml.BaseLoader | yaml.CBaseLoader] = PureComposer
if yaml.__with_libyaml__:

    class FastComposer(_Unresolved, yaml.CBaseLoader):
        """Composes with libyaml."""

    COMPOSER = FastComposer


def read_text(raw: bytes) -> str:
    """Decode a file's bytes, without the byte order mark.

    Raises:
        UnreadableError: it is too large, or not UTF-8.
    """
    if len(raw) > MAX_BYTES:
        size = f"{len(raw):,} bytes"
        raise UnreadableError(Fault(message=f"the file has {size}; expected at most {MAX_BYTES:,}; split it up"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", errors="replace")
        raise UnreadableError(
            _at(before, "the file is not UTF-8; expected UTF-8 text; save it with that encoding")
        ) from error


def compose(text: str) -> Node:
    """The root node of the file's only document.

    Raises:
        UnreadableError: it is not YAML, holds nothing or several documents, or nests absurdly deep.
    """
    try:
        if text.count("[") + text.count("{") > _MANY_BRACKETS or _DEEP_INDENT.search(text):
            _refuse_depth(text)
        node: Node | None = COMPOSER(text).get_single_node()
    except yaml.YAMLError as error:
        raise UnreadableError(_fault(text, error)) from error
    if node is None:
        raise UnreadableError(Fault(message='the file is empty; expected "key: value" lines; fill it in or delete it'))
    return node


def _refuse_depth(text: str) -> None:
    depth = 0
    parser = COMPOSER(text)
    while (event := parser.get_event()) is not None:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_NESTING:
            raise UnreadableError(_fault_at(event.start_mark, _TOO_DEEP))


def _fault(text: str, error: yaml.YAMLError) -> Fault:
    """The same fault whichever parser found it: the pure one's, if it agrees that there is one."""
    if COMPOSER is not PureComposer:
        try:
            PureComposer(text).get_single_node()
        except yaml.YAMLError as pure:
            error = pure
    if isinstance(error, ReaderError):
        name = f"U+{ord(error.character):04X}" if isinstance(error.character, str) else f"U+{error.character:04X}"
        return _at(text[: error.position], f"the control character {name} is not allowed; expected text; delete it")
    if isinstance(error, yaml.MarkedYAMLError):
        mark, message = explained(error, text)
        return _fault_at(mark, message)
    return Fault(message=f"the file is not YAML ({error}); expected YAML; mend it")


def _fault_at(mark: _Mark | None, message: str) -> Fault:
    return (
        Fault(message=message) if mark is None else Fault(line=mark.line + 1, column=mark.column + 1, message=message)
    )


def _at(before: str, message: str) -> Fault:
    lines = re.split(r"\r\n|\r|\n", before)
    return Fault(line=len(lines), column=len(lines[-1]) + 1, message=message)
