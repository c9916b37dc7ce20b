"""HTML as a tree of elements, as a browser would read it where it is well formed, and without complaint where not.

A user's own templates and a curator's Markdown go through it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
# What is never shown, and what there is only for a pointer or a keyboard.
_UNSEEN = frozenset({"script", "style", "template", "form", "button", "select", "textarea", "dialog"})
_PICTURE = "svg"
_HIDDEN = frozenset({"hidden", "popover"})
# Escape codes in a catalog's text must not reach a terminal; direction marks must not turn the rest of a line round.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.get("class").split())

    def elements(self, *tags: str) -> Iterator[Element]:
        """Every element of these tags below this one, in the order of the text."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                yield from child.elements(*tags)


def parse(html: str) -> Element:
    """The tree below one root; what nobody can see or use in a text is left out."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if tag == _PICTURE:
            # What is drawn in it makes no sentence; its description does.
            self.handle_data(element.get("aria-label"))
        elif tag not in _UNSEEN and not _HIDDEN & element.attributes.keys():
            self._open[-1].children.append(element)
        if tag not in _EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(_CONTROLS.sub("", data))
