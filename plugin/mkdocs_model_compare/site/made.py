"""The Markdown of the pages that nobody wrote, made of the same macros as an author's.

They stand beside the author's pages as generated files, and are written out when the navigation is made, for by then
every page has its title.
"""

from __future__ import annotations

import json
import posixpath
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from urllib.parse import quote

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model, Status
from mkdocs_model_compare.pages.planning import Plan
from mkdocs_model_compare.pages.telling import Telling
from mkdocs_model_compare.pages.wishes import Wishes
from mkdocs_model_compare.rendering.words import listed

from .pages import SitePage, SitePages

# Any of these can mean something in Markdown or in an extension of it.
_ESCAPED = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation if mark not in "-.,/'"})
_LIST = "## Comparisons"
# A few screens; more than that nobody reads through.
_MOST_LISTED = 50
_PAIR = 2
_NO_TAGS = str.maketrans("<>", "‹›")


class MadeTexts:
    """The texts of one build's pages."""

    def __init__(self, catalog: Catalog, telling: Telling, wishes: Wishes) -> None:
        self._catalog = catalog
        self._telling = telling
        self._wishes = wishes

    def of(self, page: Plan, pages: SitePages) -> str:
        """The page's text. `pages` are the site's, for the lists of comparisons."""
        body = "\n\n".join((f"# {_text(self._telling.title(page))}", *self._parts(page, pages)))
        return f"---\n{self._front(page)}\n---\n\n{body}\n"

    def title(self, page: Plan) -> str:
        return self._telling.title(page).translate(_NO_TAGS)

    def description(self, page: Plan) -> str:
        return self._telling.description(page)

    def _front(self, page: Plan) -> str:
        # Themes put both into their HTML as they are, and Material takes a title's entities back before it does.
        lines = [
            f"title: {_quoted(escape(self.title(page)))}",
            f"description: {_quoted(escape(self.description(page)))}",
        ]
        tags = (self._wishes.tags or {}).get(page.kind)
        return "\n".join((*lines, *([f"tags: {json.dumps(tags, ensure_ascii=False)}"] if tags else [])))

    def _parts(self, page: Plan, pages: SitePages) -> Iterator[str]:
        if page.kind == "comparison":
            yield f"<< compare({', '.join(_quoted(model.id) for model in page.models)}) >>"
        elif page.kind == "model":
            (model,) = page.models
            yield from self._about(model)
            yield from self._list(page, pages.comparing((model.id,), besides=page.uri))
        else:
            yield "<< picker() >>"
            yield from self._way_to(page, pages.comparing(tuple(self._catalog.models), besides=page.uri))

    def _about(self, model: Model) -> Iterator[str]:
        yield from self._standing(model)
        if model.summary:
            yield _text(model.summary)
        words = tuple(self._words(model))
        if words:
            yield "\n".join(f"- {line}" for line in words)
        yield f"<< profile({_quoted(model.id)}) >>"
        if any(route.history for route in model.routes):
            yield "## Prices over time"
            yield f"<< price_history({_quoted(model.id)}) >>"

    def _standing(self, model: Model) -> Iterator[str]:
        """That a model is on its way out, and what comes after it."""
        status = model.status.value
        if status not in {Status.DEPRECATED, Status.RETIRED}:
            return
        day = (
            f" {'since' if status is Status.RETIRED else 'until'} {model.retires.value}" if model.retires.known else ""
        )
        successor = f" Its successor is << model({_quoted(model.successor)}) >>." if model.successor else ""
        yield f"**{_text(model.name)} is {status}{day}.**{successor}"

    def _words(self, model: Model) -> Iterator[str]:
        """What the editors vouch for."""
        if model.best_for:
            yield f"Best for {_text(listed(model.best_for))}, say the editors."
        cases = [use.name for case in model.fit or () if (use := self._catalog.settings.use_cases.get(case))]
        if cases:
            yield f"Fit for {_text(listed(cases))}, say the editors."

    def _way_to(self, page: Plan, found: Sequence[SitePage]) -> Iterator[str]:
        """How the index leads to the comparisons: nobody reads a list of very many."""
        if len(found) <= _MOST_LISTED:
            yield from self._list(page, found)
        elif self._wishes.models and self._wishes.models_where is None:
            yield _LIST
            yield (
                f"{len(found):,} pages of this site compare models. Each is listed on the pages about its models, to "
                "which the names in the table lead."
            )
        else:
            yield _LIST
            yield "\n".join(self._by_model(page, found))

    def _by_model(self, page: Plan, found: Iterable[SitePage]) -> Iterator[str]:
        """A line for each model, so that each can be looked up."""
        by_model: dict[str, list[SitePage]] = defaultdict(list)
        for other in found:
            for model in dict.fromkeys(chain(*other.comparisons)):
                by_model[model].append(other)
        names = {id_: self._telling.name(model) for id_, model in self._catalog.models.items() if id_ in by_model}
        for model in sorted(names, key=lambda id_: names[id_].casefold()):
            links = sorted((_seen_from(model, other, names), _path(page, other)) for other in by_model[model])
            yield f"- {_text(names[model])}: {', '.join(f'[{_text(told)}]({path})' for told, path in links)}"

    @staticmethod
    def _list(page: Plan, found: Iterable[SitePage]) -> Iterator[str]:
        by_title = sorted(found, key=lambda other: (other.title.casefold(), other.uri))
        if by_title:
            yield _LIST
            yield "\n".join(f"- [{_text(other.title)}]({_path(page, other)})" for other in by_title)


def _seen_from(model: str, other: SitePage, names: Mapping[str, str]) -> str:
    """The page on the line of one of its models: a made pair by the other one."""
    models = other.comparisons[0]
    if other.made and len(models) == _PAIR:
        return f"vs {names[models[1] if models[0] == model else models[0]]}"
    return other.title


def _path(page: Plan, other: SitePage) -> str:
    return quote(posixpath.relpath(other.uri, posixpath.dirname(page.uri)))


def _text(value: str) -> str:
    """Any text as Markdown that shows just it."""
    return " ".join(value.split()).translate(_ESCAPED)


def _quoted(value: str) -> str:
    """Text in quotes, as front matter and a macro's argument both read it."""
    return json.dumps(value, ensure_ascii=False)
