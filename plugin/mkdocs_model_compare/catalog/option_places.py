"""Where an option of the plugin stands in a site's `mkdocs.yml`, whose other parts are none of our business."""

from __future__ import annotations

import re
from pathlib import Path

from yaml.nodes import Node, SequenceNode

from mkdocs_model_compare.errors import Place

from .composing import UnreadableError
from .foreign import child, root_of
from .inserting import listed_plugin

_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")


def option_place(file: Path, shown: str, plugin: str, option: str) -> Place:
    """The place of `pages.comparisons[1]`, or of the nearest part around it that is written; `shown` names the file."""
    try:
        node = listed_plugin(root_of(file.read_bytes()), plugin)
    except (OSError, UnreadableError):
        node = None
    if node is None:
        return Place(path=shown)
    for name, number in _STEP.findall(option):
        within = _item(node, int(number)) if number else child(node, name)
        if within is None:
            break
        node = within
    return Place(path=shown, line=node.start_mark.line + 1, column=node.start_mark.column + 1)


def _item(node: Node, number: int) -> Node | None:
    return node.value[number] if isinstance(node, SequenceNode) and number < len(node.value) else None
