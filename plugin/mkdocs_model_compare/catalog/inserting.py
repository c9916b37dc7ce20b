"""A plugin → the text of `mkdocs.yml`, which stays byte for byte what it was around the one line that is put in.

No writer of YAML gives back another's layout, so the text is cut at the place that the parser names, and what comes
out is read again: whatever differs in more than the plugin is not used.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .composing import UnreadableError, compose
from .foreign import child

_LIST = "plugins"
# What MkDocs has where the list is left out.
_DEFAULT = "search"

# A path that needs no quotes.
_PLAIN = re.compile(r"[A-Za-z.][\w./-]*", re.ASCII)


class NoPlaceError(Exception):
    """The text is none that a line can be put into; the message says why, to follow "because"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """Where in the text something goes in: a line and a column, both from 0."""

    line: int
    column: int
    text: str


def listed_plugin(root: Node, name: str) -> Node | None:
    """The options of a plugin that is listed, in either form of the list; a node without any where it has none."""
    listed = child(root, _LIST)
    if isinstance(listed, MappingNode):
        return child(listed, name)
    for item in listed.value if isinstance(listed, SequenceNode) else ():
        if isinstance(item, ScalarNode) and item.value == name:
            return item
        if (options := child(item, name)) is not None:
            return options
    return None


def entry(name: str, catalog: str | None) -> str:
    """What is to be added to the list, for people."""
    return f"- {name}" if catalog is None else f"- {name}: {_options(catalog)}"


def with_plugin(text: str, name: str, catalog: str | None) -> str:
    """The text with the plugin at the end of its list; `catalog` is the option of that name, if it has to be given.

    Raises:
        NoPlaceError: the list has a form that is better left to a person.
    """
    try:
        root = compose(text)
    except UnreadableError as error:
        raise NoPlaceError(f"it cannot be read: {error.fault.message}") from error
    if not isinstance(root, MappingNode) or root.flow_style:
        raise NoPlaceError("it is no list of settings, one below the other")
    break_ = "\r\n" if "\r\n" in text else "\n"
    cut = _cut(root, text, name, catalog)
    lines = text.splitlines(keepends=True)
    if cut.line >= len(lines):
        # Below all else, after a line break that the last line may lack.
        new = text + ("" if not text or text.endswith(("\n", "\r")) else break_) + _broken(cut.text, break_)
    else:
        line = lines[cut.line]
        lines[cut.line] = line[: cut.column] + _broken(cut.text, break_) + line[cut.column :]
        new = "".join(lines)
    _verify(root, new, name)
    return new


def _broken(text: str, break_: str) -> str:
    return text.replace("\n", break_)


def _cut(root: MappingNode, text: str, name: str, catalog: str | None) -> _Cut:
    listed = child(root, _LIST)
    if listed is None:
        if child(root, "INHERIT") is not None:
            raise NoPlaceError("it inherits from another file, whose list of plugins may be the one to add to")
        added = f"\n{_LIST}:\n  - {_DEFAULT}\n  {entry(name, catalog)}\n"
        return _Cut(line=len(text.splitlines()), column=0, text=added)
    if not isinstance(listed, (SequenceNode, MappingNode)) or listed.tag is not None:
        raise _own_way()
    if not listed.value:
        mark = listed.start_mark
        return _Cut(line=mark.line, column=mark.column + 1, text=_in_brackets(listed, name, catalog))
    return _after_last(listed, text, name, catalog)


def _after_last(listed: SequenceNode | MappingNode, text: str, name: str, catalog: str | None) -> _Cut:
    last = listed.value[-1]
    if listed.flow_style:
        end = (last[1] if isinstance(last, tuple) else last).end_mark
        return _Cut(line=end.line, column=end.column, text=f", {_in_brackets(listed, name, catalog)}")
    line, column = _end(last[1] if isinstance(last, tuple) else last)
    # A scalar of several lines ends where the next line begins; all else within a line, which is followed to its end.
    below = line if column == 0 else line + 1
    indent = text.splitlines()[listed.start_mark.line][: listed.start_mark.column]
    if indent.strip():
        raise _own_way()
    added = entry(name, catalog) if isinstance(listed, SequenceNode) else f"{name}: {_options(catalog)}"
    return _Cut(line=below, column=0, text=f"{indent}{added}\n")


def _in_brackets(listed: Node, name: str, catalog: str | None) -> str:
    if isinstance(listed, MappingNode):
        return f"{name}: {_options(catalog)}"
    return name if catalog is None else f"{{{name}: {_options(catalog)}}}"


def _options(catalog: str | None) -> str:
    if catalog is None:
        return "{}"
    return f"{{catalog: {catalog if _PLAIN.fullmatch(catalog) else json.dumps(catalog, ensure_ascii=False)}}}"


def _end(node: Node) -> tuple[int, int]:
    """Where the last thing in it ends: the parser says of a block that it ends where the next one begins."""
    while isinstance(node, (SequenceNode, MappingNode)) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node.end_mark.line, node.end_mark.column


def _verify(before: Node, text: str, name: str) -> None:
    """Read what was written: all must be as before, but for the plugin."""
    try:
        after = compose(text)
    except UnreadableError as error:
        raise _own_way() from error
    old, new = dict(_settings(before)), dict(_settings(after))
    listed, plugins = old.pop(_LIST, _ABSENT), new.pop(_LIST, ())
    if old != new or plugins[:-1] != listed or listed_plugin(after, name) is None:
        raise _own_way()


def _settings(root: Node) -> Iterator[tuple[str, tuple[object, ...]]]:
    assert isinstance(root, MappingNode)
    return ((str(key.value), _tree(value)) for key, value in root.value)


def _tree(node: Node) -> tuple[object, ...]:
    if isinstance(node, ScalarNode):
        return node.tag, node.value
    if isinstance(node, MappingNode):
        return node.tag, *((_tree(key), _tree(value)) for key, value in node.value)
    return node.tag, *map(_tree, node.value)


_ABSENT = (None, (None, _DEFAULT))


def _own_way() -> NoPlaceError:
    return NoPlaceError(f"its {_LIST} are written in a way of their own")
