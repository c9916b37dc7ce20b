"""Macros where MkDocs or Markdown takes text as it is: nothing fills them in, so their author is told."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from mkdocs.structure.pages import Page

from mkdocs_model_compare.macros import calls_at

from .pages import source_of

_IN_FRONT = ("title", "description")
_REMEDY = "is not filled in; write the text itself"
_ABBREVIATION = re.compile(r'<abbr title="(?P<meaning>[^"]*&lt;&lt;[^"]*)">(?P<term>[^<]*)</abbr>')


def unfilled(page: Page, content: str) -> Iterator[str]:
    """A line for each, with its place; `content` is the page's HTML."""
    for key in _IN_FRONT:
        if _has_macro(str(page.meta.get(key, ""))):
            place = _place(page, rf"{key}\s*:")
            yield f"{place}: a macro in the {key} of a page {_REMEDY}"
    for found in _ABBREVIATION.finditer(content):
        if _has_macro(html.unescape(found["meaning"])):
            term = html.unescape(found["term"])
            place = _place(page, rf"[ >]*\*\[\s*{re.escape(term)}\s*\]")
            yield f'{place}: a macro in the meaning of the abbreviation "{term}" {_REMEDY}'


def _has_macro(text: str) -> bool:
    return any(calls_at(text))


def _place(page: Page, beginning: str) -> str:
    """The line of the source that begins so; the page alone where that is in an included file."""
    source = source_of(page.file)
    found = re.search(rf"^{beginning}", source, re.MULTILINE)
    if found is None:
        return page.file.src_uri
    line = source[: found.start()].count("\n") + 1
    return f"{page.file.src_uri}:{line}"
