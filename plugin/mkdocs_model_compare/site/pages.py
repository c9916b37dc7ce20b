"""The pages of the site as their sources show them: title, address and what they ask, before anything is rendered.

That is what lets a page link to comparisons that are rendered after it, and only to those that exist.
"""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from mkdocs.structure.files import File, Files
from mkdocs.utils import meta

from mkdocs_model_compare.comparison.recommending import Compared
from mkdocs_model_compare.macros import SourceCall, calls_at, calls_in

from .asks import Ask, AskLink, AskSections, Basis, ask_of
from .made_file import MadeFile

_HEADING = re.compile(r"\s*(?:#[ \t]+(?P<hash>.+?)[ \t]*#*|(?P<line>\S.*)\n=+[ \t]*)(?:\n|\Z)")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[^{}]*\}[ \t]*\Z")
_LINKED = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(?<!\\)[*`]+|(?<!\w)_+|_+(?!\w)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# More links than that nobody reads; the page about a model has them all.
_MOST_RELATED = 24
_WHOLE = "compare"
_DECIDING = "verdict"


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One page with macros. `uri` is its source's path in the docs folder, `url` its address in the site.

    `comparisons` are the ids of the models of each whole comparison, `judged` those whose verdict it shows; `listed`:
    other pages may point to it; `made`: nobody wrote it.
    """

    uri: str
    url: str
    title: str
    asks: frozenset[Ask]
    comparisons: tuple[tuple[str, ...], ...]
    judged: tuple[tuple[str, ...], ...]
    listed: bool
    made: bool = False


class SitePages:
    """The pages with macros by their uri, and which of them compare a model."""

    def __init__(self, pages: Iterable[SitePage] = ()) -> None:
        self.by_uri: Mapping[str, SitePage] = {page.uri: page for page in pages}

    def comparing(self, models: tuple[str, ...], besides: str = "") -> tuple[SitePage, ...]:
        """The pages with a whole comparison of one of the models at least: those of most of them first, then by title.

        `besides` is the uri of the page that asks.
        """
        met = Counter(chain.from_iterable(self._places.get(model, ()) for model in models))
        asked = frozenset(models)
        # Of hundreds of pages nearly all are met by one model, and so have no more than that one.
        shared = {place: _shared(self._listed[place], asked) if times > 1 else 1 for place, times in met.items()}
        ranked = (self._listed[place] for place in sorted(shared, key=lambda place: (-shared[place], place)))
        return tuple(page for page in ranked if page.uri != besides)

    def related(self, models: tuple[str, ...], besides: str) -> tuple[SitePage, ...]:
        """As many of them as are shown beside a comparison."""
        return self.comparing(models, besides)[:_MOST_RELATED]

    @cached_property
    def _listed(self) -> tuple[SitePage, ...]:
        """Those that other pages point to, by title."""
        pages = (page for page in self.by_uri.values() if page.listed and (not page.made or self._at_home(page)))
        return tuple(sorted(pages, key=lambda page: (page.title.casefold(), page.uri)))

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        """Where in that list those stand that compare a model, by its id."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, page in enumerate(self._listed):
            for model in {model for models in page.comparisons for model in models}:
                places[model].append(place)
        return places

    @cached_property
    def homes(self) -> Mapping[frozenset[str], SitePage]:
        """The page of each set of models that is compared with a verdict: the one that other pages point to.

        A page of fewer comparisons is preferred, then one that somebody wrote, then by title.
        """
        homes: dict[frozenset[str], SitePage] = {}
        ranked = sorted(
            (page for page in self.by_uri.values() if page.listed),
            key=lambda page: (len(set(page.judged)), page.made, page.title.casefold(), page.uri),
        )
        for page in ranked:
            for models in page.judged:
                homes.setdefault(frozenset(models), page)
        return homes

    def home_of_made(self, uri: str) -> SitePage | None:
        """The page that somebody wrote of what the made page of this uri is about, where there is one."""
        page = self.by_uri.get(uri)
        if page is None or not page.made or len(page.judged) != 1:
            return None
        home = self.homes.get(frozenset(page.judged[0]))
        return home if home is not page else None

    def _at_home(self, page: SitePage) -> bool:
        return all(self.homes[frozenset(models)] is page for models in page.judged)


def _shared(page: SitePage, models: frozenset[str]) -> int:
    return max(len(models.intersection(one)) for one in page.comparisons)


def read_pages(files: Files, basis: Basis) -> SitePages:
    """Read every page's source. To be called when the navigation is made, for it can name pages otherwise."""
    return SitePages(
        _site_page(file, text, calls, basis)
        for file in files.documentation_pages(inclusion=lambda level: level.is_in_serve())
        if (text := source_of(file)) and (calls := calls_in(text))
    )


def compared(pages: SitePages) -> tuple[Compared, ...]:
    """The verdicts that the pages give."""
    found = {
        Compared(models=ask.models, workload=ask.workload, where=page.uri)
        for page in pages.by_uri.values()
        for ask in page.asks
        if isinstance(ask, AskSections) and _DECIDING in ask.names
    }
    return tuple(sorted(found, key=lambda one: (one.where, one.models)))


def source_of(file: File) -> str:
    """The page's text; empty where it cannot be read, which is for MkDocs to report."""
    try:
        return file.content_string
    except (OSError, ValueError):
        return ""


def _site_page(file: File, text: str, calls: tuple[SourceCall, ...], basis: Basis) -> SitePage:
    asks = [(call.name, ask_of(call, basis)) for call in calls]
    whole = [ask for name, ask in asks if name == _WHOLE and isinstance(ask, AskSections)]
    return SitePage(
        uri=file.src_uri,
        url=file.url,
        title=_title(file, text, basis),
        asks=frozenset(ask for _, ask in asks),
        comparisons=tuple(ask.models for ask in whole),
        judged=tuple(ask.models for ask in whole if _DECIDING in ask.names),
        listed=file.inclusion.is_included(),
        made=isinstance(file, MadeFile),
    )


def _title(file: File, text: str, basis: Basis) -> str:
    """As MkDocs names the page: in the navigation, in its front matter, by its first heading, or by its file."""
    if file.page is not None and file.page.title:
        return _without_tags(str(file.page.title))
    if isinstance(file, MadeFile):
        return " ".join(file.title.split())
    markdown, data = meta.get_data(text)
    if data.get("title"):
        return _without_tags(str(data["title"]))
    heading = _HEADING.match(markdown)
    if heading:
        return _plain(heading["hash"] or heading["line"], basis)
    name = file.name.replace("-", " ").replace("_", " ")
    return name.capitalize() if name.islower() else name


def _without_tags(title: str) -> str:
    """A title as text: MkDocs takes those that it is given for HTML."""
    return " ".join(html.unescape(_TAG.sub("", title)).split())


def _plain(heading: str, basis: Basis) -> str:
    """A heading's Markdown as the text it becomes. Of macros only a model's name makes sense in a title."""
    for found in reversed(tuple(calls_at(heading))):
        ask = ask_of(SourceCall(name=found.name, line=1, inner=found.inner, call=None), basis)
        name = basis.catalog.models[ask.model].name if basis.catalog and isinstance(ask, AskLink) else ""
        heading = heading[: found.start] + name + heading[found.end :]
    text = _EMPHASIS.sub("", _LINKED.sub(r"\1", _ATTRIBUTES.sub("", heading)))
    return _without_tags(text.replace("\\", ""))
