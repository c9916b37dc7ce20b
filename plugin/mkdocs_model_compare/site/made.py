"""The pages that nobody wrote: comparisons, models and an index, made of the same macros as an author's.

They are planned from the options and the catalog, stand beside the author's pages as generated files, and are written
out when the navigation is made, for by then every page has its title.
"""

from __future__ import annotations

import json
import posixpath
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import combinations
from typing import Literal
from urllib.parse import quote

from mkdocs_model_compare.catalog.model import Catalog, Model, Status
from mkdocs_model_compare.comparison.nearness import nearest_pairs
from mkdocs_model_compare.errors import nearest

from .links import model_uri
from .pages import SitePage, SitePages

# Any of these can mean something in Markdown or in an extension of it.
_ESCAPED = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation if mark not in "-.,/'"})
_NO_TAGS = str.maketrans("<>", "‹›")
_INDEX_TITLE = "Model comparisons"
_FACTS = (
    ("Developer", "developer"),
    ("Status", "status"),
    ("Released", "released"),
    ("Context window", "context_window"),
    ("Maximum output", "max_output"),
    ("Parameters", "parameters"),
    ("Architecture", "architecture"),
    ("Licence", "license"),
    ("Openness", "openness"),
    ("Commercial use", "commercial_use"),
    ("Knowledge cutoff", "knowledge_cutoff"),
    ("Input", "modalities.input"),
    ("Output", "modalities.output"),
    ("Input price per 1M tokens", "input_price"),
    ("Output price per 1M tokens", "output_price"),
    ("Providers", "providers"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The option `pages`. `nearest` is the N of `{nearest: N}`; `listed` the lists that are written out.

    `not_found` asks for a picker on the 404 page, which is the theme's.
    """

    path: str = "compare"
    listed: tuple[tuple[str, ...], ...] = ()
    every_pair: bool = False
    nearest: int = 0
    models: bool = False
    index: bool = False
    not_found: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One page to make: its uri in the docs folder, and the models that it is about."""

    kind: Literal["comparison", "model", "index"]
    uri: str
    models: tuple[Model, ...]

    @property
    def title(self) -> str:
        return _INDEX_TITLE if self.kind == "index" else " vs ".join(model.name for model in self.models)


def plan(wishes: Wishes, catalog: Catalog) -> tuple[Plan, ...]:
    """The pages wished for, without models that the catalog does not have (`unknown_models` names those)."""
    plans: dict[str, Plan] = {}
    for models in (*_listed(wishes, catalog), *_pairs(wishes, catalog)):
        # One order of a set of models, and so one address.
        ordered = tuple(sorted(models, key=lambda model: model.id))
        uri = comparison_uri(wishes.path, ordered)
        plans.setdefault(uri, Plan(kind="comparison", uri=uri, models=ordered))
    if wishes.models:
        for model in catalog.models.values():
            uri = model_uri(wishes.path, model.id)
            plans[uri] = Plan(kind="model", uri=uri, models=(model,))
    if wishes.index:
        uri = posixpath.join(wishes.path, "index.md")
        plans[uri] = Plan(kind="index", uri=uri, models=())
    return tuple(plans.values())


def comparison_uri(folder: str, models: Iterable[Model]) -> str:
    return posixpath.join(folder, "-vs-".join(model.id for model in models) + ".md")


def unknown_models(wishes: Wishes, catalog: Catalog) -> Iterator[str]:
    """One message for each wrong name in the option `pages.comparisons`, with its place there."""
    for number, names in enumerate(wishes.listed):
        seen: dict[str, str] = {}
        for name in names:
            place = f"pages.comparisons[{number}]"
            model = catalog.find(name)
            if model is None:
                close = nearest(name, catalog.ids)
                hint = f'did you mean "{close}"?' if close else "write the id or an alias of a model of the catalog"
                yield f'{place}: there is no model "{name}"; {hint}'
            elif model.id in seen:
                yield f'{place}: "{seen[model.id]}" and "{name}" are the same model; name different ones'
            else:
                seen[model.id] = name


def _listed(wishes: Wishes, catalog: Catalog) -> Iterator[tuple[Model, ...]]:
    for names in wishes.listed:
        models = {model.id: model for name in names if (model := catalog.find(name)) is not None}
        if len(models) == len(names):
            yield tuple(models.values())


def _pairs(wishes: Wishes, catalog: Catalog) -> Iterable[tuple[Model, ...]]:
    if wishes.every_pair:
        return combinations((model for model in catalog.models.values() if not _retired(model)), 2)
    return nearest_pairs(catalog.models.values(), wishes.nearest, catalog.settings.currency) if wishes.nearest else ()


def _retired(model: Model) -> bool:
    return model.status.value is Status.RETIRED


def text_of(page: Plan, catalog: Catalog, pages: SitePages) -> str:
    """The page's Markdown. `pages` are the site's, for the lists of comparisons."""
    body = "\n\n".join((f"# {_text(page.title)}", *_parts(page, catalog, pages)))
    # Themes put both into their HTML as they are, and Material takes a title's entities back before it does.
    title = escape(page.title.translate(_NO_TAGS))
    front = f"title: {_quoted(title)}\ndescription: {_quoted(escape(_description(page)))}"
    return f"---\n{front}\n---\n\n{body}\n"


def _description(page: Plan) -> str:
    if page.kind == "index":
        return "Every model of the catalog with its main facts, and every comparison on this site."
    if page.kind == "model":
        model = page.models[0]
        return (
            model.summary or f"{model.name} by {model.developer}: context window, prices, capabilities and comparisons."
        )
    names = ", ".join(model.name for model in page.models[:-1]) + f" and {page.models[-1].name}"
    return f"{names} compared: which to choose and why, prices, context windows, capabilities and benchmarks."


def _parts(page: Plan, catalog: Catalog, pages: SitePages) -> Iterator[str]:
    if page.kind == "comparison":
        yield f"<< compare({', '.join(_quoted(model.id) for model in page.models)}) >>"
    elif page.kind == "model":
        (model,) = page.models
        if model.summary:
            yield _text(model.summary)
        yield _facts(model, catalog)
        yield from _list(page, pages.comparing((model.id,), besides=page.uri))
    else:
        yield "<< picker() >>"
        yield from _list(page, pages.comparing(tuple(catalog.models), besides=page.uri))


def _facts(model: Model, catalog: Catalog) -> str:
    facts = [*_FACTS, *((one.name, f"capabilities.{one.id}") for one in catalog.settings.capabilities.values())]
    rows = (f"| {_text(label)} | << fact({_quoted(model.id)}, {_quoted(path)}) >> |" for label, path in facts)
    return "\n".join(("| Fact | Value |", "| --- | --- |", *rows))


def _list(page: Plan, found: Iterable[SitePage]) -> Iterator[str]:
    by_title = sorted(found, key=lambda other: (other.title.casefold(), other.uri))
    if by_title:
        yield "## Comparisons"
        yield "\n".join(f"- [{_text(other.title)}]({_path(page, other)})" for other in by_title)


def _path(page: Plan, other: SitePage) -> str:
    return quote(posixpath.relpath(other.uri, posixpath.dirname(page.uri)))


def _text(value: str) -> str:
    """Any text as Markdown that shows just it."""
    return " ".join(value.split()).translate(_ESCAPED)


def _quoted(value: str) -> str:
    """Text in quotes, as front matter and a macro's argument both read it."""
    return json.dumps(value, ensure_ascii=False)
