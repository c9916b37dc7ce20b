"""YAML of other programs, as `mkdocs.yml` is: read as plain data, whatever tags it bears, and none is followed.

A tag can name code to run, so that a file from a stranger's branch must not be read as its own program does.
"""

from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from .composing import compose, read_text
from .reading import MAX_DEPTH, interpret


def read_foreign(raw: bytes) -> dict[str, Any]:
    """The mapping in the file. What bears a tag, as `!ENV` or `!!python/name:`, is None; of a key given twice the last.

    Raises:
        UnreadableError: it is not YAML, or no mapping.
    """
    return plain_mapping(root_of(raw))


def root_of(raw: bytes) -> Node:
    """The nodes of the file.

    Raises:
        UnreadableError: it is not YAML.
    """
    return compose(read_text(raw))


def plain_mapping(root: Node) -> dict[str, Any]:
    found = _plain(root, 0)
    return found if isinstance(found, dict) else {}


def child(node: Node, key: str) -> Node | None:
    """What stands under a key of a mapping."""
    if not isinstance(node, MappingNode):
        return None
    return next((value for name, value in node.value if isinstance(name, ScalarNode) and name.value == key), None)


def _plain(node: Node, depth: int) -> object:
    if node.tag is not None or depth > MAX_DEPTH:
        return None
    if isinstance(node, ScalarNode):
        return node.value if node.style else interpret(node.value)
    if isinstance(node, MappingNode):
        return {name.value: _plain(value, depth + 1) for name, value in node.value if isinstance(name, ScalarNode)}
    return [_plain(item, depth + 1) for item in node.value]
