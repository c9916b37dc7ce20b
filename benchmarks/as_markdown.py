"""A rendered comparison → the same content as an author would write it by hand, in Markdown.

The benchmarks measure the one against the other: tables, lists, headings, definition lists and links to sources.
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, fromstring

from mkdocs_model_compare.rendering.renderer import SOURCES_SLOT, Section

_LIST_OF_SOURCES = "#review-and-sources"
# What only the page's script reads.
_HIDDEN = re.compile(r"<div hidden [^>]*></div>")
_BOLD = frozenset({"b", "strong"})


def as_markdown(sections: Iterable[Section], sources: str) -> str:
    blocks: list[str] = []
    for section in sections:
        if section.heading:
            blocks.append(f"## {section.heading}")
        html = _HIDDEN.sub("", section.html.replace(SOURCES_SLOT, sources))
        blocks += _blocks(fromstring(f"<page>{html}</page>"))  # noqa: S314 - our own
    return "\n\n".join(blocks) + "\n"


def _blocks(parent: Element) -> Iterator[str]:
    for element in parent:
        if element.tag in {"p", "summary"}:
            yield _inline(element)
        elif element.tag in {"ul", "ol"}:
            yield "\n".join(_items(element, ""))
        elif element.tag == "table":
            yield from _table(element)
        elif element.tag == "dl":
            yield from (f"{_inline(entry[0])}\n:   {_inline(entry[1])}" for entry in element)
        else:
            yield from _blocks(element)


def _items(items: Element, indent: str) -> Iterator[str]:
    marker = "1. " if items.tag == "ol" else "- "
    for item in items:
        yield f"{indent}{marker}{_inline(item)}"
        for inner in item.findall("ul"):
            yield from _items(inner, f"{indent}    ")


def _table(table: Element) -> Iterator[str]:
    caption = table.find("caption")
    if caption is not None:
        yield f"**{_inline(caption)}**"
    head, *rows = ([_inline(cell).replace("|", "\\|") for cell in row] for row in table.iter("tr"))
    lines = [head, ["---"] * len(head), *rows]
    yield "\n".join(f"| {' | '.join([*line, *[''] * (len(head) - len(line))])} |" for line in lines)


def _inline(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag != "ul":
            parts.append(_marked(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def _marked(element: Element) -> str:
    text = _inline(element)
    if element.tag in _BOLD:
        return f"**{text}**"
    if element.tag == "a":
        href, title = str(element.get("href")), element.get("title")
        # Of numerals the list and not the line in it, which has no id in Markdown.
        target = _LIST_OF_SOURCES if href.startswith("#") else href
        return f'[{text}]({target} "{title}")' if title else f"[{text}]({target})"
    return f" {text}" if element.tag == "small" else text
