"""Rendered HTML → blocks. It knows the classes of the shipped templates, and takes any other HTML for what it is.

So there is one set of words for a page, a Markdown file and a terminal: that of the templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from .blocks import Block, Cell, Code, Document, Heading, Line, Listing, Paragraph, Quote, Span, Spans, Table, Tone
from .blocks import text_of as plain_text
from .tree import Element, parse

_SOURCE = re.compile(r"#?mc-source-(\d+)")
_SPACE = re.compile(r"[\s\u200b]+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CONTAINERS = frozenset(
    {"div", "section", "article", "main", "header", "footer", "dl", "figure", "figcaption", "details", "nav", "body"}
)
_BLOCKS = (
    _HEADINGS | _CONTAINERS | {"p", "ul", "ol", "dt", "dd", "table", "aside", "blockquote", "pre", "hr", "summary"}
)
# What names something that is folded away on the page; here nothing is.
_FOLD = "mc-fold"
# What the style sheet sets in bold.
_STRONG = frozenset({"mc-name", "mc-headline", "mc-by", "mc-stale"})
_TONES: Mapping[str, Tone] = {
    "mc-lead": Tone.GOOD,
    "mc-caution": Tone.WARNING,
    "mc-stale": Tone.WARNING,
    **dict.fromkeys(("mc-unknown", "mc-undisclosed", "mc-na", "mc-weight", "mc-certainty", "mc-remark"), Tone.QUIET),
}
_PLAIN = Span(text="")


def document(html: str) -> Document:
    root = parse(html)
    blocks = (*_blocks(root, _PLAIN), *_legends(root))
    return Document(blocks=blocks, sources=dict(_addresses(root)))


def _addresses(root: Element) -> Iterator[tuple[int, str]]:
    for item in root.elements("li"):
        number = _SOURCE.fullmatch(item.get("id"))
        # The source's own link comes first, if it has one; its notes have none.
        link = next((child for child in item.children if isinstance(child, Element) and child.tag == "a"), None)
        if number and link is not None:
            yield int(number[1]), link.get("href")


def _legends(root: Element) -> Iterator[Block]:
    """What a mark in place of a numeral means: on the page it says so under the pointer."""
    marks = (
        mark for cite in root.elements("sup", "span") if "mc-cite" in cite.classes for mark in cite.elements("span")
    )
    for text, meaning in dict.fromkeys(("".join(_texts(mark)), mark.get("title")) for mark in marks):
        if text.strip() and meaning:
            yield Paragraph(spans=(Span(text=f"{text} {meaning}.", tone=Tone.QUIET),))


def _blocks(parent: Element, style: Span) -> Iterator[Block]:
    """The blocks below an element; text and inline elements between blocks make paragraphs of their own."""
    loose: list[Element | str] = []
    for child in parent.children:
        if isinstance(child, Element) and child.tag in _BLOCKS:
            yield from _paragraph(loose, style)
            loose = []
            yield from _block(child, _styled(child, style))
        else:
            loose.append(child)
    yield from _paragraph(loose, style)


def _block(element: Element, style: Span) -> Iterable[Block]:
    if _FOLD in element.classes:
        return ()
    maker = _MAKERS.get(element.tag)
    if maker is not None:
        return maker(element, style)
    if element.tag in _HEADINGS:
        spans = _inline(element.children, style)
        return (Heading(level=int(element.tag[1]), spans=spans),) if spans else ()
    return _blocks(element, style)


def _paragraph(children: Iterable[Element | str], style: Span) -> Iterator[Block]:
    spans = _inline(children, style)
    if spans:
        yield Paragraph(spans=spans)


def _list(element: Element, style: Span) -> Iterator[Block]:
    items = [child for child in element.children if isinstance(child, Element) and child.tag == "li"]
    if items:
        first = (items[0].get("value") or element.get("start") or "1") if element.tag == "ol" else None
        start = int(first) if first is not None and first.isdecimal() else None
        yield Listing(items=tuple(tuple(_blocks(item, _styled(item, style))) for item in items), start=start)


def _table(element: Element, style: Span) -> Iterator[Block]:
    rows = [tuple(_cells(row, style)) for row in element.elements("tr")]
    heads = len([row for head in element.elements("thead") for row in head.elements("tr")])
    captions = [_inline(caption.children, style) for caption in element.elements("caption")]
    if rows:
        head = rows[0] if heads else ()
        yield Table(caption=captions[0] if captions else (), head=head, rows=tuple(rows[1 if heads else 0 :]))


def _cells(row: Element, style: Span) -> Iterator[Cell]:
    for child in row.children:
        if isinstance(child, Element) and child.tag in {"th", "td"}:
            across = child.get("colspan")
            # A name over a group of rows stands out; that of a single row need not.
            group = replace(style, strong=True) if child.get("scope") == "rowgroup" else style
            spans = _inline(child.children, _better(child, group))
            yield Cell(spans=spans, across=int(across) if across.isdecimal() else 1)


def _better(cell: Element, style: Span) -> Span:
    return replace(style, tone=Tone.GOOD) if "mc-better" in cell.classes else style


def _quote(element: Element, style: Span) -> Iterator[Block]:
    blocks = tuple(_blocks(element, style))
    if blocks:
        yield Quote(blocks=blocks)


def _code(element: Element, _: Span) -> Iterator[Block]:
    yield Code(text="".join(_texts(element)).strip("\n"))


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        yield from _texts(child) if isinstance(child, Element) else (child,)


def _term(element: Element, style: Span) -> Iterator[Block]:
    return _blocks(element, replace(style, strong=True))


_MAKERS: Mapping[str, Callable[[Element, Span], Iterator[Block]]] = {
    "dt": _term,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "aside": _quote,
    "blockquote": _quote,
    "pre": _code,
    "hr": lambda _element, _style: iter((Line(),)),
}


def _inline(children: Iterable[Element | str], style: Span) -> Spans:
    """Spans with white space as a browser shows it, those of one style together."""
    spans: list[Span] = []
    for span in _spans(children, style):
        text = _SPACE.sub(" ", span.text)
        if not spans or spans[-1].break_ or spans[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if spans and text and not span.break_ and replace(spans[-1], text="") == replace(span, text=""):
            spans[-1] = replace(span, text=spans[-1].text + text)
        elif text or span.break_:
            spans.append(replace(span, text=text))
    return _without_end(spans)


def _without_end(spans: list[Span]) -> Spans:
    while spans and not spans[-1].text.strip():
        spans.pop()
    if spans:
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip(" "))
    return tuple(spans)


def _spans(children: Iterable[Element | str], style: Span) -> Iterator[Span]:
    before = ""
    for child in children:
        if isinstance(child, str):
            yield replace(style, text=child)
            before = child or before
            continue
        # The style sheet gives a remark its own line in a cell; in a line it needs a mark to part it.
        if child.tag == "small" and before and not before[-1].isspace():
            yield replace(style, text="; ")
        for span in _of_element(child, style):
            yield span
            before = span.text or before


def _of_element(element: Element, style: Span) -> Iterator[Span]:
    if element.tag == "br":
        yield replace(style, text="", break_=True)
    elif element.tag == "img":
        yield replace(style, text=element.get("alt"))
    elif "mc-cite" in element.classes:
        yield from _numerals(element, style)
    elif element.tag in _BLOCKS:
        # A block where only text can be: a paragraph in a cell.
        yield replace(style, text=" ")
        yield from _spans(element.children, style)
        yield replace(style, text=" ")
    elif "mc-weight" in element.classes:
        # A pill on the page.
        styled = _styled(element, style)
        yield replace(styled, text="(")
        yield from _spans(element.children, styled)
        yield replace(styled, text=")")
    else:
        yield from _spans(element.children, _styled(element, style))


def _numerals(element: Element, style: Span) -> Iterator[Span]:
    """The numerals of sources; a dagger, as on the page, where none is recorded."""
    found = [number for link in element.elements("a") if (number := _SOURCE.fullmatch(link.get("href")))]
    for number in found:
        yield replace(style, text=f"[{number[1]}]", source=int(number[1]), strong=False, tone=Tone.QUIET)
    if not found:
        text = plain_text(tuple(_spans(element.children, style))).strip()
        yield replace(style, text=text, strong=False, tone=Tone.QUIET)


def _styled(element: Element, style: Span) -> Span:
    classes = element.classes
    if element.tag in {"strong", "b"} or classes & _STRONG:
        style = replace(style, strong=True)
    elif element.tag in {"em", "i", "cite"}:
        style = replace(style, emphasis=True)
    elif element.tag in {"code", "kbd", "samp"}:
        style = replace(style, code=True)
    elif element.tag == "small":
        style = replace(style, tone=Tone.QUIET)
    elif element.tag == "a" and element.get("href") and not element.get("href").startswith("#"):
        style = replace(style, href=element.get("href"))
    tones = [_TONES[name] for name in sorted(classes & _TONES.keys())]
    return replace(style, tone=tones[0]) if tones else style
