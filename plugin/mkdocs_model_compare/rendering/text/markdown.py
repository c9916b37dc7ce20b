"""Blocks → Markdown that reads alike on GitHub, in CommonMark and in Python-Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from .blocks import (
    Block,
    Code,
    Document,
    Heading,
    Line,
    Listing,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    text_of,
    widened,
)
from .escaping import address, code, escaped, opening

# What Python-Markdown wants below an item; the others take it as well.
_INDENT = "    "


def markdown(document: Document) -> str:
    """The document in Markdown, tables with pipes, source numerals as links to the sources themselves."""
    writer = _Writer(document.sources)
    return "\n\n".join(writer.blocks(document.blocks)) + "\n"


class _Writer:
    def __init__(self, sources: Mapping[int, str]) -> None:
        self._sources = sources
        self._heading = ""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            self._heading = text_of(block.spans)
            yield f"{'#' * block.level} {self._line(block.spans)}"
        elif isinstance(block, Paragraph):
            yield opening(self._line(block.spans))
        elif isinstance(block, Listing):
            yield "\n".join(self._items(block))
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, Quote):
            yield _prefixed("\n\n".join(self.blocks(block.blocks)), "> ")
        elif isinstance(block, Code):
            yield _prefixed(block.text, _INDENT)
        elif isinstance(block, Line):
            yield "---"

    def _items(self, listing: Listing) -> Iterator[str]:
        for number, item in enumerate(listing.items, listing.start or 1):
            mark = "-" if listing.start is None else f"{number}."
            yield f"{mark} {self._item(item)}"

    def _item(self, item: tuple[Block, ...]) -> str:
        text = ""
        for place, block in enumerate(item):
            # A list right below its line keeps the items around it close together.
            between = "" if not place else "\n" if isinstance(block, Listing) else "\n\n"
            written = "\n\n".join(self._block(block))
            text += between + (_prefixed(written, _INDENT) if place else written)
        return text

    def _table(self, table: Table) -> Iterator[str]:
        caption = text_of(table.caption)
        if caption and caption != self._heading:
            yield f"*{self._line(table.caption)}*"
        head, *rows = (self._row(widened(row, table.columns)) for row in (table.head, *table.rows))
        yield "\n".join((head, f"|{' --- |' * table.columns}", *rows))

    def _row(self, cells: Iterable[Spans]) -> str:
        return f"| {' | '.join(self._line(cell, in_table=True) for cell in cells)} |"

    def _line(self, spans: Spans, *, in_table: bool = False) -> str:
        parts = (self._styled(list(same), in_table=in_table) for _, same in groupby(spans, _style))
        return "".join(parts)

    def _styled(self, spans: list[Span], *, in_table: bool) -> str:
        if spans[0].source is not None:
            return "".join(map(self._numeral, spans))
        text = "".join(self._text(span, in_table=in_table) for span in spans)
        bare = text.strip(" ")
        if not bare:
            return text
        mark = "**" * spans[0].strong + "*" * spans[0].emphasis
        styled = f"{mark}{bare}{mark[::-1]}"
        target = address(spans[0].href)
        if target and text_of(tuple(spans)).strip() == spans[0].href and target.startswith(("http://", "https://")):
            return f"<{target}>"
        linked = f"[{styled}]({target})" if target else styled
        return text.replace(bare, linked, 1)

    @staticmethod
    def _text(span: Span, *, in_table: bool) -> str:
        if span.break_:
            return "<br>" if in_table else "  \n"
        # A bar in a code span would still part the cells of a table.
        return code(span.text) if span.code and not in_table else escaped(span.text)

    def _numeral(self, span: Span) -> str:
        target = address(self._sources.get(span.source or 0))
        return f"[{escaped(span.text)}]({target})" if target else escaped(span.text)


def _style(span: Span) -> tuple[object, ...]:
    return span.strong, span.emphasis, span.href, span.source, span.break_


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join(f"{prefix}{line}".rstrip() for line in text.split("\n"))
