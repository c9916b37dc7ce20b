"""Wishes and a catalog → the pages to make, those that are not made and why, and what is wrong with the wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Literal

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model, Status
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.nearness import RULE, in_common, profile
from mkdocs_model_compare.comparison.neighbours import nearest_pairs
from mkdocs_model_compare.comparison.query import parse_query
from mkdocs_model_compare.comparison.selecting import meant, select
from mkdocs_model_compare.comparison.worth import Worths
from mkdocs_model_compare.errors import suggestion

from .addresses import comparison_uri, index_uri, model_uri
from .faults import Fault
from .wishes import Choice, Listed, Where, Wishes

_LISTED, _ALL = "listed", "all pairs"
_FEWEST = 2
Kind = Literal["comparison", "model", "index"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One page to make: its uri in the docs folder, the models that it is about, and why it was chosen."""

    kind: Kind
    uri: str
    models: tuple[Model, ...]
    why: str = ""

    @property
    def listed(self) -> bool:
        """Whether it is asked for by name, and not by a rule."""
        return self.why == _LISTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A page that was wished for and is not made."""

    page: Plan
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """`faults` are what is wrong with the wishes, each with its place in the option."""

    pages: tuple[Plan, ...] = ()
    refused: tuple[Refusal, ...] = ()
    faults: tuple[Fault, ...] = ()

    def but_for(self, obstacle: Callable[[Plan], str | None]) -> Planned:
        """Without the pages that something of the author's stands in the way of; `obstacle` names it."""
        stopped = {page.uri: found for page in self.pages if (found := obstacle(page)) is not None}
        return replace(
            self,
            pages=tuple(page for page in self.pages if page.uri not in stopped),
            refused=(
                *self.refused,
                *(Refusal(page=page, reason=stopped[page.uri]) for page in self.pages if page.uri in stopped),
            ),
        )


@dataclass(slots=True, kw_only=True)
class _Planning:
    wishes: Wishes
    catalog: Catalog
    comparison: Comparison
    pages: dict[str, Plan] = field(default_factory=dict)
    refused: dict[str, Refusal] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def plan(wishes: Wishes, catalog: Catalog, workload: Workload) -> Planned:
    """What is made, as far as the author's own pages leave room for it."""
    comparison = Comparison(tuple(catalog.models.values()), catalog.settings, workload)
    planning = _Planning(wishes=wishes, catalog=catalog, comparison=comparison)
    for listed in wishes.listed:
        _plan_listed(planning, listed)
    # Those that are listed are made whatever is said of them, so they come first.
    worths = Worths(comparison)
    for choice in wishes.choices:
        _plan_choice(planning, choice, worths)
    if wishes.models:
        for model in _meeting(planning, wishes.models_where, ".models"):
            uri = model_uri(wishes.path, model.id)
            planning.pages[uri] = Plan(kind="model", uri=uri, models=(model,))
    if wishes.index:
        uri = index_uri(wishes.path)
        planning.pages[uri] = Plan(kind="index", uri=uri, models=())
    refused = (one for uri, one in planning.refused.items() if uri not in planning.pages)
    return Planned(pages=tuple(planning.pages.values()), refused=tuple(refused), faults=tuple(planning.faults))


def page_uris(page: Plan) -> tuple[str, ...]:
    """Where an author can have written the page: a comparison in either order."""
    if page.kind != "comparison":
        return (page.uri,)
    folder = page.uri.rpartition("/")[0]
    return page.uri, comparison_uri(folder, (model.id for model in reversed(page.models)))


def _comparison_page(wishes: Wishes, models: Iterable[Model], why: str) -> Plan:
    # One order of a set of models, and so one address.
    ordered = tuple(sorted(models, key=lambda model: model.id))
    uri = comparison_uri(wishes.path, (model.id for model in ordered))
    return Plan(kind="comparison", uri=uri, models=ordered, why=why)


def _plan_listed(planning: _Planning, listed: Listed) -> None:
    faults = [(listed.place, what) for what in _wrong_names(planning.catalog, listed.models)]
    planning.faults += faults
    if not faults:
        models = [model for name in listed.models if (model := planning.catalog.find(name)) is not None]
        page = _comparison_page(planning.wishes, models, _LISTED)
        planning.pages.setdefault(page.uri, page)


def _wrong_names(catalog: Catalog, names: Iterable[str]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for name in names:
        model = catalog.find(name)
        if model is None:
            hint = suggestion(name, catalog.ids) or "write the id or an alias of a model of the catalog"
            yield f'there is no model "{name}"; {hint}'
        elif model.id in seen:
            yield f'"{seen[model.id]}" and "{name}" are the same model; name different ones'
        else:
            seen[model.id] = name


def _plan_choice(planning: _Planning, choice: Choice, worths: Worths) -> None:
    models = [one for one in _meeting(planning, choice.where, choice.place) if one.status.value is not Status.RETIRED]
    if choice.where is not None and len(models) == 1:
        what = f"only one model that is not retired meets {_quoted(choice.where)}; a comparison needs two"
        planning.faults.append((f"{choice.place}.where", what))
    for pair, why in _pairs(planning, choice, models):
        page = _comparison_page(planning.wishes, pair, why)
        if page.uri in planning.pages:
            continue
        reason = worths.of(page.models).lack(planning.wishes.floor)
        if reason is None:
            planning.pages[page.uri] = page
        else:
            planning.refused.setdefault(page.uri, Refusal(page=page, reason=reason))


def _pairs(planning: _Planning, choice: Choice, models: list[Model]) -> Iterator[tuple[tuple[Model, ...], str]]:
    if not choice.nearest:
        yield from ((pair, _ALL) for pair in combinations(models, _FEWEST))
        return
    currency = planning.catalog.settings.currency
    profiles = {model.id: profile(model, currency) for model in models}
    for one, other in nearest_pairs(models, choice.nearest, currency):
        shared = tuple(in_common(profiles[one.id], profiles[other.id]))
        total = sum(RULE[each][0] for each in shared)
        counted = f"{total} point{'' if total == 1 else 's'}"
        yield (one, other), f"near, with {counted}: {', '.join(shared) or 'nothing in common, and nothing nearer'}"


def _meeting(planning: _Planning, where: Where | None, place: str) -> tuple[Model, ...]:
    if where is None:
        return planning.comparison.models
    given = where if isinstance(where, str) else {str(key): value for key, value in where.items()}
    try:
        query = parse_query(planning.catalog, given)
    except ValueError as error:
        planning.faults.append((f"{place}.where", str(error)))
        return ()
    found = select(planning.comparison, query)
    if not found:
        close = meant(planning.comparison, query)
        hint = f'did you mean "{close}"?' if close else "widen it"
        planning.faults.append((f"{place}.where", f"no model of the catalog meets {_quoted(where)}; {hint}"))
    return found


def _quoted(where: Where) -> str:
    return f'"{where}"' if isinstance(where, str) else str(dict(where))
