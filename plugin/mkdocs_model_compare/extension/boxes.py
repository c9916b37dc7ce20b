"""The HTML of a mistake and the text of its warning, and what little is done to finished HTML to fit its place.

Everything that comes from a page or a catalog is escaped here.
"""

import re
from html import escape, unescape
from html.parser import HTMLParser
from textwrap import indent

from mkdocs_model_compare.macros import MacroError, with_caret

from .conversion import Held

_ANCHOR_START = re.compile(r"<a\b([^>]*)>")
_LINK_ATTRIBUTES = re.compile(r"""\s(?:href|target|rel|title|download)="[^"]*\"""")
# What is beside the value itself: numerals of sources, notes, and whatever is shown on demand only.
_ASIDE_TAGS = frozenset({"sup", "template", "script", "style", "button", "dialog"})
_ASIDE_ROLES = frozenset({"tooltip", "note", "doc-noteref"})
_VOID = frozenset({"br", "img", "wbr", "hr", "input"})


def block_box(error: MacroError, held: Held) -> str:
    """A box to stand in a macro's place."""
    shown = escape(with_caret(held.inner, error.span, closed=held.closed), quote=False)
    return (
        '<div class="mc mc-error" role="note">'
        f'<p class="mc-error__message">{escape(error.message, quote=False)}</p>'
        f'<pre class="mc-error__macro">{shown}</pre></div>'
    )


def inline_box(error: MacroError, held: Held) -> str:
    """The same for the middle of a sentence, with the fault marked, as no second line can stand under it."""
    (start, end), inner = error.span or (0, 0), held.inner
    before, fault, after = (escape(part, quote=False) for part in (inner[:start], inner[start:end], inner[end:]))
    marked = f"<mark>{fault}</mark>" if fault else ""
    closing = "&gt;&gt;" if held.closed else ""
    return (
        '<span class="mc-error" role="note">'
        f'<code class="mc-error__macro">&lt;&lt;{before}{marked}{after}{closing}</code> '
        f'<span class="mc-error__message">{escape(error.message, quote=False)}</span></span>'
    )


def report_box(report: str, held: Held) -> str:
    """What stands in the place of the page's first macro when the catalog or the templates are at fault."""
    if not held.alone:
        lines = "<br>".join(escape(report, quote=False).splitlines())
        message = f'<span class="mc-error__message">The comparisons cannot be made: {lines}</span>'
        return f'<span class="mc-error" role="note">{message}</span>'
    return (
        '<div class="mc mc-error" role="note">'
        '<p class="mc-error__message">The comparisons cannot be made:</p>'
        f'<pre class="mc-error__macro">{escape(report, quote=False)}</pre></div>'
    )


def short_box(held: Held) -> str:
    """What stands in the place of the others."""
    macro = f'<code class="mc-error__macro">&lt;&lt;{escape(held.inner, quote=False)}&gt;&gt;</code>'
    message = '<span class="mc-error__message">the comparisons cannot be made</span>'
    if held.alone:
        return f'<div class="mc mc-error" role="note"><p>{macro} {message}</p></div>'
    return f'<span class="mc-error" role="note">{macro} {message}</span>'


def warning(error: MacroError, held: Held, path: str | None, line: int | None) -> str:
    """`page.md:12: message` and below it the macro with its caret, indented by four."""
    place = f"{path}:{line}" if path and line else path or (f"line {line}" if line else "a macro")
    shown = indent(with_caret(held.inner, error.span, closed=held.closed), " " * 4)
    return f"{place}: {error.message}\n{shown}"


def without_links(html: str) -> str:
    """The same HTML for a place inside a link, where no other link can be."""
    html = _ANCHOR_START.sub(lambda match: f"<span{_LINK_ATTRIBUTES.sub('', match[1])}>", html)
    return html.replace("</a>", "</span>")


def plain_text(html: str) -> str:
    """The value alone as text: what a table of contents, an address or an image's description can say."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.text).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.aside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        beside = tag in _ASIDE_TAGS or "hidden" in given or "popover" in given or given.get("role") in _ASIDE_ROLES
        if self.aside or beside:
            self.aside += 1

    def handle_endtag(self, tag: str) -> None:
        if self.aside and tag not in _VOID:
            self.aside -= 1

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.text.append(unescape(data))
