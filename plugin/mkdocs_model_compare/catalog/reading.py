"""One YAML file → plain data, with the line and column of every key and value to be had on demand.

Scalars are interpreted here, not by YAML's own rules: money stays decimal, and dates stay text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .composing import Fault, UnreadableError, compose, read_text
from .syntax_faults import cut_number

KeyPath = tuple[str | int, ...]

# Expanding aliases may add this many values to a file; an alias bomb adds billions.
ALIASED_VALUES = 10_000
MAX_DEPTH = 30
# Longer numbers are left as text: no fact is that long, and int() refuses thousands of digits.
MAX_DIGITS = 40

_WORDS = {"": None, "~": None} | dict.fromkeys(("null", "Null", "NULL"))
_YES_NO = {
    form: meaning
    for words, meaning in ((("yes", "true", "on"), True), (("no", "false", "off"), False))
    for word in words
    for form in (word, word.capitalize(), word.upper())
}
_MEANINGS: dict[str, object] = {**_WORDS, **_YES_NO}
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(?:(?:0|[1-9][0-9_]*)\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]{1,3})?", re.ASCII)
# Signs that only an escape in double quotes can bring into a text: controls, and halves of a letter.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NUMBER_STARTS = frozenset("+-.0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFault:
    """A fault of the YAML itself. `partial` is true where the mapping at `path` lost keys because of it."""

    path: KeyPath
    line: int
    column: int
    message: str
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What one file holds: None where it could not be read at all."""

    raw: bytes
    data: dict[str, object] | None
    faults: tuple[ReadingFault, ...] = ()

    def place(self, path: KeyPath, *, on_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path` or of its key, or of what is nearest around it."""
        return _locate(_root_of(self.raw), path, on_key=on_key)


def read_document(raw: bytes) -> Document:
    """Read the bytes of one file. Whatever they are, faults are returned, never raised."""
    try:
        root = compose(read_text(raw))
        walk = _Walk(budget=len(raw) + ALIASED_VALUES)
        data = walk.plain(root, 0)
    except UnreadableError as error:
        return Document(raw=raw, data=None, faults=(_whole_file(error.fault),))
    faults = walk.located(root)
    if isinstance(data, dict):
        return Document(raw=raw, data=data, faults=faults)
    return Document(raw=raw, data=None, faults=faults or (_whole_file(_not_a_mapping(root, data)),))


@lru_cache(maxsize=1 << 16)
def interpret(text: str) -> object:
    """What an unquoted scalar means: None, a bool, an int, a Decimal, or its text."""
    if text in _MEANINGS:
        return _MEANINGS[text]
    if text[0] in _NUMBER_STARTS and len(text) <= MAX_DIGITS:
        if _WHOLE.fullmatch(text):
            return int(text.replace("_", ""))
        if _DECIMAL.fullmatch(text):
            return Decimal(text.replace("_", ""))
    return text


class _Walk:
    """One walk over the nodes of a file, collecting what plain data cannot say."""

    def __init__(self, *, budget: int) -> None:
        self._budget = budget
        self._faults: list[tuple[Node, Node, str]] = []  # where it stands, what it spoils, message

    def plain(self, node: Node, depth: int) -> object:
        kind = type(node)
        if node.tag is not None:
            self._faults.append((node, node, _tag(node)))
            return None
        if kind is ScalarNode:
            if not node.style:
                return interpret(node.value)
            return self._unescaped(node) if node.style == '"' else node.value
        self._budget -= len(node.value)
        if self._budget < 0 or depth > MAX_DEPTH:
            raise UnreadableError(_too_much(node, deep=self._budget >= 0))
        if kind is MappingNode:
            return self._mapping(node, depth + 1)
        return [self.plain(item, depth + 1) for item in node.value]

    def _mapping(self, node: MappingNode, depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = _key(key_node)
            if key is None:
                self._faults.append((key_node, node, _bad_key(key_node, node)))
            elif key in data:
                message = f'"{key}" stands here for the second time; expected each key once; remove one of the two'
                self._faults.append((key_node, key_node, message))
            else:
                data[key] = self.plain(value_node, depth)
        return data

    def _unescaped(self, node: ScalarNode) -> str | None:
        found = _UNFIT.search(node.value)
        if found is None:
            return str(node.value)
        self._faults.append((node, node, _unfit(found[0])))
        return None

    def located(self, root: Node) -> tuple[ReadingFault, ...]:
        if not self._faults:
            return ()
        paths = _paths(root)
        return tuple(
            ReadingFault(
                path=paths.get(id(spoilt), ()),
                line=node.start_mark.line + 1,
                column=node.start_mark.column + 1,
                message=message,
                partial=spoilt is not node,
            )
            for node, spoilt, message in self._faults
        )


def _key(node: Node) -> str | None:
    """The text of a key; None if it is no text."""
    if type(node) is not ScalarNode or node.tag is not None:
        return None
    text: str = node.value
    if not node.style:
        return text if text != "<<" and type(interpret(text)) is str else None
    return None if node.style == '"' and _UNFIT.search(text) else text


def _bad_key(node: Node, mapping: MappingNode) -> str:
    if not isinstance(node, ScalarNode):
        return "a list or mapping is used as a key; expected text; write a plain name"
    if node.tag is not None:
        return _tag(node)
    if found := _UNFIT.search(node.value):
        return _unfit(found[0])
    if node.value == "<<":
        return "merge keys are not followed; expected plain keys; write the merged keys out here"
    if cut := cut_number(node, mapping):
        return cut
    key = interpret(node.value)
    meaning = "nothing" if key is None else "yes or no" if isinstance(key, bool) else "a number"
    return f'the key {node.value or "~"} is read as {meaning}; expected text; put it in quotes: "{node.value}"'


def _tag(node: Node) -> str:
    tag = str(node.tag).replace("tag:yaml.org,2002:", "!!")
    return f"the YAML tag {tag} is not followed; expected a plain value; remove the tag"


def _unfit(sign: str) -> str:
    return f"the text holds the sign U+{ord(sign):04X}, which cannot be shown; expected text; remove its escape"


def _too_much(node: Node, *, deep: bool) -> Fault:
    if deep:
        message = f"nested more than {MAX_DEPTH} levels deep; expected a catalog file's few levels; unfold it"
    else:
        message = "aliases (*name) expand to too many values; expected plain values; write them out where they are used"
    return Fault(line=node.start_mark.line + 1, column=node.start_mark.column + 1, message=message)


def _not_a_mapping(root: Node, data: object) -> Fault:
    if data is None:
        return Fault(message='the file is empty; expected "key: value" lines; fill it in or delete it')
    found = "a list" if isinstance(data, list) else "a single value"
    message = f'the file holds {found}; expected "key: value" lines; write it as a mapping'
    return Fault(line=root.start_mark.line + 1, column=root.start_mark.column + 1, message=message)


def _whole_file(fault: Fault) -> ReadingFault:
    return ReadingFault(path=(), line=fault.line, column=fault.column, message=fault.message)


def _paths(root: Node) -> dict[int, KeyPath]:
    """The path of every key and value node, by identity; a key has the path of its value."""
    paths: dict[int, KeyPath] = {}
    _each(root, (), lambda node, path: paths.setdefault(id(node), path) == path)
    return paths


def _each(node: Node, path: KeyPath, visit: Callable[[Node, KeyPath], bool]) -> None:
    if not visit(node, path) or len(path) > MAX_DEPTH:
        return
    if isinstance(node, MappingNode):
        for key, value in node.value:
            inner = (*path, str(key.value))
            visit(key, inner)
            _each(value, inner, visit)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            _each(item, (*path, index), visit)


@lru_cache(maxsize=4)
def _root_of(raw: bytes) -> Node:
    """The nodes of a file again, kept for the next message, which is mostly about the same one."""
    return compose(read_text(raw))


def _locate(root: Node, path: KeyPath, *, on_key: bool) -> tuple[int, int]:
    node, key = root, root
    for part in path:
        found = _child(node, part)
        if found is None:
            break
        key, node = found
    else:
        node = key if on_key else node
    return node.start_mark.line + 1, node.start_mark.column + 1


def _child(node: Node, part: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None
