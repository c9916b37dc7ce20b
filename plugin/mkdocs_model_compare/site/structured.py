"""What search engines read in a made page's head, as JSON-LD: its place in the site, and its questions if asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_model_compare.pages.addresses import index_uri

from .links import absolute
from .searching import text_of

_QUESTION = re.compile(r"<dt>(?P<question>.*?)</dt>\s*<dd>(?P<answer>.*?)</dd>", re.DOTALL)
_FAQ = 'data-mc-section="faq"'


class Structured:
    """For the made pages of one build. `folder` is theirs; without `site_url` a page cannot say where it is."""

    def __init__(self, config: MkDocsConfig, files: Files, folder: str, *, faq: bool) -> None:
        self._config = config
        self._faq = faq
        index = files.get_file_from_path(index_uri(folder))
        self._index = index.page if index is not None and not index.inclusion.is_excluded() else None
        steps = [(config.site_name, ""), *([(_title(self._index), self._index.file.url)] if self._index else [])]
        self._above = [self._step(place, name, url) for place, (name, url) in enumerate(steps, 1)]

    def head(self, page: Page) -> str:
        """The `script` elements of one page."""
        found = [self._breadcrumbs(page)] if self._config.site_url else []
        if self._faq and (questions := tuple(_questions(page.content or ""))):
            found.append({"@type": "FAQPage", "mainEntity": questions})
        return "".join(map(_script, found))

    def _breadcrumbs(self, page: Page) -> dict[str, Any]:
        own = [] if self._index is page else [self._step(len(self._above) + 1, _title(page), page.file.url)]
        return {"@type": "BreadcrumbList", "itemListElement": [*self._above, *own]}

    def _step(self, place: int, name: str, url: str) -> dict[str, Any]:
        return {"@type": "ListItem", "position": place, "name": name, "item": absolute(self._config, url)}


def in_head(output: str, elements: str) -> str:
    """A finished page with more in its head."""
    head, end, rest = output.partition("</head>")
    return f"{head}{elements}{end}{rest}" if elements and end else output


def _title(page: Page) -> str:
    return unescape(str(page.title))


def _questions(html: str) -> Iterator[dict[str, Any]]:
    _, _, faq = html.partition(_FAQ)
    for found in _QUESTION.finditer(faq.partition("</dl>")[0]):
        answer = {"@type": "Answer", "text": unescape(text_of(found["answer"]))}
        yield {"@type": "Question", "name": unescape(text_of(found["question"])), "acceptedAnswer": answer}


def _script(content: dict[str, Any]) -> str:
    text = json.dumps({"@context": "https://schema.org", **content}, ensure_ascii=False, separators=(",", ":"))
    # Nothing in it may end the element.
    safe = text.replace("<", "\\u003c")
    return f'<script type="application/ld+json">{safe}</script>\n'
