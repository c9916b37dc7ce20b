"""What is left of rendered HTML when it is no longer for a browser: blocks of spans.

`from_html.py` makes these; Markdown, plain text and a terminal are three ways to write them down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """What a style sheet says by colour."""

    GOOD = "good"
    QUIET = "quiet"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of text in one style. `source`: it is the numeral of that source; `break_` ends the line after it."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    tone: Tone | None = None
    href: str | None = None
    source: int | None = None
    break_: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    level: int
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """`start` numbers the items from there; None: they have bullets."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """`across`: how many columns it takes."""

    spans: Spans
    across: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    caption: Spans
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> int:
        return max((sum(cell.across for cell in row) for row in (self.head, *self.rows)), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line across the page, between two matters."""


Block = Heading | Paragraph | Listing | Table | Quote | Code | Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """`sources` are the addresses of the numbered sources that have one."""

    blocks: tuple[Block, ...]
    sources: Mapping[int, str]


def text_of(spans: Spans) -> str:
    return "".join("\n" if span.break_ else span.text for span in spans)


def with_addresses(spans: Spans) -> Spans:
    """The spans, and after each link where it leads: for paper and screens on which nobody can follow it."""
    found: list[Span] = []
    for place, span in enumerate(spans):
        found.append(span)
        ends = place + 1 == len(spans) or spans[place + 1].href != span.href
        if span.href and ends and span.href != span.text:
            found.append(Span(text=f" <{span.href}>", tone=Tone.QUIET))
    return tuple(found)


def widened(row: tuple[Cell, ...], columns: int) -> tuple[Spans, ...]:
    """The row with one entry per column: what a cell takes beyond its first column is empty."""
    found: list[Spans] = []
    for cell in row:
        found += [cell.spans, *((),) * (cell.across - 1)]
    return tuple(found + [()] * (columns - len(found)))
