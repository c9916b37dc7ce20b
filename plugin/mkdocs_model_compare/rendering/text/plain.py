"""Blocks → plain text within a width: for a pipe, a file, a mail, and a terminal without colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_model_compare.rendering.columns import columns

from .blocks import Block, Code, Document, Heading, Listing, Paragraph, Quote, Table, text_of, widened, with_addresses

_UNDERLINES = {1: "=", 2: "-"}
_GAP = "  "
_NARROWEST = 8


def plain(document: Document, width: int) -> str:
    """The document in lines of `width` columns; only a word, or a table of too many columns, goes beyond it."""
    return "\n\n".join(_written(document.blocks, width)) + "\n"


def _written(blocks: Iterable[Block], width: int) -> Iterator[str]:
    heading = ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = text_of(block.spans)
        yield _block(block, width, heading)


def _block(block: Block, width: int, heading: str) -> str:
    if isinstance(block, Heading):
        text = text_of(block.spans)
        return f"{text}\n{_UNDERLINES.get(block.level, '~') * columns(text)}"
    if isinstance(block, Paragraph):
        return "\n".join(_wrapped(text_of(with_addresses(block.spans)), width))
    if isinstance(block, Listing):
        return "\n".join(_items(block, width))
    if isinstance(block, Table):
        return "\n".join(_table(block, width, heading))
    if isinstance(block, Quote):
        return _indented("\n\n".join(_written(block.blocks, width - 2)), "| ", "| ")
    return _indented(block.text, "    ", "    ") if isinstance(block, Code) else "-" * width


def _items(listing: Listing, width: int) -> Iterator[str]:
    last = (listing.start or 0) + len(listing.items)
    for number, item in enumerate(listing.items, listing.start or 1):
        mark = "- " if listing.start is None else f"{number}. ".ljust(len(str(last)) + 2)
        text = "\n".join(_written(item, width - len(mark)))
        yield _indented(text, mark, " " * len(mark))


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{rest if place else first}{line}".rstrip() for place, line in enumerate(lines))


def _table(table: Table, width: int, heading: str) -> Iterator[str]:
    caption = text_of(table.caption)
    if caption and caption != heading:
        yield from (caption, "")
    rows = [row for row in (table.head, *table.rows) if row]
    filled = [[text_of(cell) for cell in widened(row, table.columns)] for row in rows]
    # A cell across several columns says nothing of how wide its first one is.
    single = [texts for row, texts in zip(rows, filled, strict=True) if len(row) == table.columns]
    widths = _widths(single or filled, width - len(_GAP) * (table.columns - 1))
    for place, (row, texts) in enumerate(zip(rows, filled, strict=True)):
        yield from _spanning(texts, widths) if any(cell.across > 1 for cell in row) else _row(texts, widths)
        if table.head and not place:
            yield _GAP.join("-" * one for one in widths)


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Columns as wide as their widest cell; where that is too much, the widest gives way first."""
    widths = [max(_NARROWEST, *(columns(row[place]) for row in rows)) for place in range(len(rows[0]))]
    while sum(widths) > width and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for place in range(max(map(len, wrapped))):
        line = (lines[place] if place < len(lines) else "" for lines in wrapped)
        yield _GAP.join(_filled(text, width) for text, width in zip(line, widths, strict=True)).rstrip()


def _spanning(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """A row whose last filled cell takes the room of the empty ones after it."""
    filled = max((place for place, cell in enumerate(cells) if cell), default=0)
    rest = sum(widths[filled:]) + len(_GAP) * (len(widths) - filled - 1)
    yield from _row(cells[: filled + 1], [*widths[:filled], rest])


def _filled(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and columns(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines
