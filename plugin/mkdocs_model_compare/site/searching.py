"""What search plugins read of a page: stand-ins for our parts, as they read each tag of a page in turn.

A part of an author's page is to them one paragraph of its text, its tables their captions and labels; a made page is
its title and a few words. The parts come back as they were, before the page is put into its theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from mkdocs.structure.pages import Page

from .made_file import MadeFile
from .made_page import MadePage
from .shelf import Place

# A page of two models with many aliases is to stay well below 2 KB in the index.
_MOST_WORDS = 500
_OURS = re.compile(r'<(div|section|nav) class="mc[ "]')
_EDGES = {name: re.compile(rf"<(/?){name}\b") for name in ("div", "section", "nav")}
# A heading is a section of its own to a search, so it must be seen.
_HEADING = re.compile(r"<h[1-6]\b")
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_MARK = "data-stand-in"
_STAND_IN = re.compile(rf'<p {_MARK}="(\d+)">[^<]*</p>')
# Numerals of sources, and what no one searches for.
_LEFT_OUT = re.compile(
    r"<(script|style|svg|nav|button|select|textarea"
    r'|sup(?= class="mc-cite")|ol(?= class="mc-sources")|span(?= class="mc-lead"))\b.*?</\1>',
    re.DOTALL,
)
_LABEL = re.compile(r"<(caption|th)\b[^>]*>(.*?)</\1>", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|small|span|strong|sub|sup|time)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


class StandIns:
    """Those of the one page that is put into its theme right now."""

    def __init__(self) -> None:
        self._parts: tuple[str, ...] = ()
        self._place: Place | None = None

    def show(self, page: Page) -> None:
        """Put them into the page's content, as search plugins are about to read it."""
        html = page.content or ""
        self._place = page.place if isinstance(page, MadePage) else None
        page.content = self.put_in(html, words_of(page))

    def end(self, page: Page) -> None:
        """The page as it was."""
        if self._parts:
            page.content = self.take_out(page.content or "")
            if isinstance(page, MadePage):
                page.place = self._place

    def put_in(self, html: str, words: str | None) -> str:
        """The page's content for search plugins. `words` are those that a made page is found by, as HTML."""
        self._parts = ()
        # Where a page has such a mark of its own, the two could not be told apart.
        if 'class="mc' not in html or _MARK in html:
            return html
        if words is not None:
            title = _TITLE.search(html)
            return self._without(html, ((title.end() if title else 0, len(html), words),))
        return self._without(html, _parts_of(html))

    def take_out(self, html: str) -> str:
        """The content with all its parts, whatever else was changed in it since."""
        parts, self._parts = self._parts, ()

        def part(match: re.Match[str]) -> str:
            number = int(match[1])
            return parts[number] if number < len(parts) else match[0]

        return _STAND_IN.sub(part, html) if parts else html

    def _without(self, html: str, regions: Iterable[tuple[int, int, str]]) -> str:
        kept: list[str] = []
        parts: list[str] = []
        at = 0
        for start, end, words in regions:
            kept += (html[at:start], f'<p {_MARK}="{len(parts)}">{words}</p>')
            parts.append(html[start:end])
            at = end
        self._parts = tuple(parts)
        return "".join((*kept, html[at:]))


def words_of(page: Page) -> str | None:
    """The words that a made page is found by besides its title; None where an author wrote the page."""
    if not isinstance(page.file, MadeFile):
        return None
    words = f"{page.meta.get('description', '')} {escape(' '.join(page.file.names))}"
    return words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS].rpartition(" ")[0]


def _parts_of(html: str) -> Iterator[tuple[int, int, str]]:
    """Where each section and table of ours begins and ends, and its text."""
    end = 0
    for found in _OURS.finditer(html):
        if found.start() < end:
            continue
        stop = _end(html, found.start(), found[1])
        part = html[found.start() : stop]
        if stop and not _HEADING.search(part):
            end = stop
            yield found.start(), stop, text_of(part)


def _end(html: str, start: int, name: str) -> int:
    """Where the element that starts there ends; 0 if it does not."""
    depth = 0
    for edge in _EDGES[name].finditer(html, start):
        depth += -1 if edge[1] else 1
        if depth == 0:
            return html.index(">", edge.end()) + 1
    return 0


def text_of(html: str) -> str:
    """What is said in a piece of HTML, still escaped: tables by their captions and labels alone."""
    told = _LEFT_OUT.sub("", "".join(_without_cells(html)))
    return " ".join(_TAG.sub(" ", _INLINE.sub("", told)).split()).replace("<", "&lt;")


def _without_cells(html: str) -> Iterator[str]:
    # By splitting, as a pattern takes its time to walk through a long table.
    before, *tables = html.split("<table")
    yield before
    for table in tables:
        inside, _, after = table.partition("</table>")
        yield from (f" {label[1]} " for label in _LABEL.findall(inside))
        yield after
