"""Blocks → a terminal in colour, by rich, which is asked for only where it is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text

from mkdocs_model_compare.rendering.text.blocks import (
    Block,
    Code,
    Document,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    Tone,
    text_of,
    widened,
    with_addresses,
)

_COLOURS = {Tone.GOOD: "green", Tone.WARNING: "yellow"}
# Lines beyond that are hard to read, however wide the screen.
_WIDEST = 120


def print_in_colour(document: Document) -> None:
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    for block in _Writer(document).blocks(document.blocks):
        console.print(block)


class _Writer:
    def __init__(self, document: Document) -> None:
        self._sources = document.sources
        self._heading = ""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[RenderableType]:
        for place, block in enumerate(blocks):
            if place:
                yield Text()
            yield self._block(block)

    def _block(self, block: Block) -> RenderableType:
        if isinstance(block, Heading):
            self._heading = text_of(block.spans)
            return Rule(self._line(block.spans, Style(bold=True)), align="left", style="dim")
        if isinstance(block, Paragraph):
            return self._line(with_addresses(block.spans))
        if isinstance(block, Listing):
            return self._items(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Quote):
            return Padding(Group(*self.blocks(block.blocks)), (0, 4))
        return Padding(Text(block.text), (0, 4)) if isinstance(block, Code) else Rule(style="dim")

    def _items(self, listing: Listing) -> RenderableType:
        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right")
        grid.add_column()
        for number, item in enumerate(listing.items, listing.start or 1):
            mark = "•" if listing.start is None else f"{number}."
            grid.add_row(mark, Group(*(self._block(block) for block in item)))
        return grid

    def _table(self, table: Table) -> RenderableType:
        caption = text_of(table.caption)
        grid = Grid(
            box=box.ROUNDED,
            title=self._line(table.caption) if caption != self._heading else None,
            title_justify="left",
            border_style="dim",
        )
        for head in widened(table.head, table.columns):
            # A path without spaces goes on in the next line rather than lose its end.
            grid.add_column(self._line(head, Style(bold=True)), overflow="fold")
        for row in table.rows:
            grid.add_row(*map(self._line, widened(row, table.columns)))
        return grid

    def _line(self, spans: Spans, base: Style | None = None) -> Text:
        line = Text(style=base or "")
        for span in spans:
            line.append("\n" if span.break_ else span.text, self._style(span))
        return line

    def _style(self, span: Span) -> Style:
        return Style(
            bold=span.strong or None,
            italic=span.emphasis or None,
            dim=span.tone is Tone.QUIET or None,
            color=_COLOURS.get(span.tone) if span.tone else None,
            link=self._sources.get(span.source) if span.source else span.href,
        )
