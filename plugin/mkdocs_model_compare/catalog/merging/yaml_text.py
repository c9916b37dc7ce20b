"""Plain values → YAML text in the catalog's own style, which reads back as exactly those values."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

from mkdocs_model_compare.catalog.reading import interpret
from mkdocs_model_compare.catalog.wording import plain_decimal

# Text that needs no quotes anywhere, not even between brackets.
_PLAIN = re.compile(r"[^\W_][\w./+()@ -]*", re.ASCII)
_INDENT = "  "
# Entries of these lists take a line each.
_LISTS = frozenset(("routes", "variants", "history"))
_BLOCKS = frozenset(("capabilities", "sources"))


def flow(value: object) -> str:
    """On one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(str(key))}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, int):
        return str(value)
    return _text(str(value.value if isinstance(value, Enum) else value))


def lines(value: Mapping[str, object], indent: int = 0) -> Iterator[str]:
    """A mapping as lines, long lists and large mappings below their keys."""
    lead = " " * indent
    for key, inner in value.items():
        if key in _LISTS and isinstance(inner, list):
            yield f"{lead}{key}:"
            for item in inner:
                yield from item_lines(item, indent + len(_INDENT))
        elif key in _BLOCKS and isinstance(inner, Mapping):
            yield f"{lead}{key}:"
            yield from (f"{lead}{_INDENT}{_text(str(name))}: {flow(one)}" for name, one in inner.items())
        else:
            yield f"{lead}{_text(key)}: {flow(inner)}"


def item_lines(item: object, indent: int) -> Iterator[str]:
    """An entry of a list: a route over several lines, anything else on one."""
    lead = " " * indent
    if isinstance(item, Mapping) and "provider" in item:
        first, *rest = lines(item, indent + len(_INDENT))
        yield f"{lead}- {first.strip()}"
        yield from rest
    else:
        yield f"{lead}- {flow(item)}"


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and " #" not in text and type(interpret(text)) is str:
        return text
    # A date begins with digits and stays text; whatever else could mean something to YAML goes into quotes.
    return text if re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text) else _quoted(text)


def _quoted(text: str) -> str:
    # Signs that cannot be seen, and those that end a line, are written as what they are.
    written = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in written)
