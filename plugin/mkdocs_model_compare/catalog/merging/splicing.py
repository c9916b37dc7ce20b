"""The text of a YAML file with some of its values replaced, and keys or entries added, every other byte as it was.

The file is never written anew from its data: places are looked up in its nodes, and text is put in there. A round trip
through a YAML writer would lay out a file in its own way, whatever else it preserves.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from mkdocs_model_compare.catalog.composing import compose, read_text
from mkdocs_model_compare.catalog.reading import KeyPath

from . import yaml_text

_MARK = b"\xef\xbb\xbf"


class UneditableError(Exception):
    """The place cannot be changed without changing another; the text says why."""


class Splice:
    """The edits of one file, put in all at once by `result`."""

    def __init__(self, raw: bytes) -> None:
        self._mark = _MARK if raw.startswith(_MARK) else b""
        self._text = read_text(raw)
        self._newline = "\r\n" if "\r\n" in self._text else "\n"
        self._edits: list[tuple[int, int, str]] = []

    @cached_property
    def _root(self) -> Node:
        # Most files have nothing to be changed.
        return compose(self._text)

    def result(self) -> bytes:
        """The file with every edit."""
        parts, done = [], 0
        # Sorting keeps what is put in at one place in the order in which it was asked for.
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            parts += [self._text[done:start], text]
            done = end
        return self._mark + ("".join(parts) + self._text[done:]).encode()

    def has(self, path: KeyPath) -> bool:
        return self._find(path) is not None

    def replace(self, path: KeyPath, value: object) -> None:
        """Put another single value in the place of the one at `path`, or of its own value in the long form."""
        node = self._at(path)
        if isinstance(node, MappingNode) and (inner := _child(node, "value")) is not None:
            node = self._own(inner)
        end = node.end_mark.index if isinstance(node, ScalarNode) and not _is_block(node) else _end(node, self._text)
        text = yaml_text.flow(value)
        if node.start_mark.index == end:  # nothing stands after the key
            text = f" {text}"
        self._edits.append((node.start_mark.index, end, text))

    def insert(self, path: KeyPath, key: str, value: object, order: Sequence[str]) -> None:
        """Add a key to the mapping at `path`, behind the last of those before it in `order` that are there."""
        mapping = self._at(path)
        if not isinstance(mapping, MappingNode):
            raise UneditableError("a mapping is expected there")
        before = order[: order.index(key)] if key in order else order
        pairs = mapping.value
        behind = max((index for index, (name, _) in enumerate(pairs) if name.value in before), default=len(pairs) - 1)
        if mapping.flow_style:
            self._into_flow(mapping, [one for _, one in pairs], behind, f"{key}: {yaml_text.flow(value)}")
            return
        indent = pairs[0][0].start_mark.column
        self._below(pairs[behind][1], list(yaml_text.lines({key: value}, indent)))

    def append(self, path: KeyPath, item: object) -> None:
        """Add an entry at the end of the list at `path`."""
        listed = self._list(path)
        if listed.flow_style or not listed.value:
            self._into_flow(listed, listed.value, len(listed.value) - 1, yaml_text.flow(item))
        else:
            self._below(listed.value[-1], list(yaml_text.item_lines(item, listed.start_mark.column)))

    def prepend(self, path: KeyPath, item: object) -> None:
        """Add an entry at the beginning of the list at `path`."""
        listed = self._list(path)
        if listed.flow_style or not listed.value:
            self._into_flow(listed, listed.value, -1, yaml_text.flow(item))
        else:
            start = listed.start_mark
            text = f"- {yaml_text.flow(item)}{self._newline}{' ' * start.column}"
            self._edits.append((start.index, start.index, text))

    def _list(self, path: KeyPath) -> SequenceNode:
        node = self._at(path)
        if not isinstance(node, SequenceNode):
            raise UneditableError("a list is expected there")
        return node

    def _into_flow(self, around: Node, values: Sequence[Node], behind: int, text: str) -> None:
        if behind >= 0:
            place = _end(values[behind], self._text)
            self._edits.append((place, place, f", {text}"))
        else:
            place = around.start_mark.index + 1
            self._edits.append((place, place, f"{text}, " if values else text))

    def _below(self, node: Node, added: list[str]) -> None:
        """Put lines below the one on which a node ends, and whatever else stands on that line."""
        end = _end(node, self._text)
        place = min((index for sign in "\r\n" if (index := self._text.find(sign, end)) >= 0), default=len(self._text))
        self._edits.append((place, place, "".join(f"{self._newline}{line}" for line in added)))

    def _at(self, path: KeyPath) -> Node:
        node = self._find(path)
        if node is None:
            raise UneditableError("there is no such place")
        return node

    def _find(self, path: KeyPath) -> Node | None:
        node: Node = self._root
        for part in path:
            found = _child(node, part)
            if found is None:
                return None
            node = self._own(found)
        return node

    def _own(self, found: tuple[int, Node]) -> Node:
        """The node, unless it stands elsewhere or is used elsewhere as well: an alias, or what one refers to."""
        begins, node = found
        if node.start_mark.index < begins:
            raise UneditableError("an alias (*name) stands there")
        if self._text[node.start_mark.index : node.start_mark.index + 1] == "&":
            raise UneditableError("an anchor (&name) stands there")
        return node


def _child(node: Node, part: str | int) -> tuple[int, Node] | None:
    """What a key or index has, and before where it cannot begin unless it stands elsewhere."""
    if isinstance(node, MappingNode):
        return next(((key.end_mark.index, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.start_mark.index, node.value[part]
    return None


def _is_block(node: ScalarNode) -> bool:
    return node.style in ("|", ">")


def _end(node: Node, text: str) -> int:
    """Where the content of a node ends, without the blank lines and comments that parsers count to it."""
    if isinstance(node, ScalarNode):
        index = node.end_mark.index
        if _is_block(node):
            index = len(text[:index].rstrip())
        return max(index, node.start_mark.index)
    assert isinstance(node, MappingNode | SequenceNode)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    return max(_end(inner, text) for inner in _inner(node))


def _inner(node: Node) -> Iterator[Node]:
    for entry in node.value:
        yield from entry if isinstance(entry, tuple) else (entry,)
