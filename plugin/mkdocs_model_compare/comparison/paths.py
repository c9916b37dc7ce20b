"""A path of the catalog, as an author writes it inline, → the value it names.

Paths are the keys of a model's file (`context_window`, `capabilities.vision`, `routes.aws-bedrock.price.output`,
`benchmarks.swe-bench-verified`) and the row keys of the tables (`openness`, `cheapest_output`, `monthly_cost`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from mkdocs_model_compare.catalog.model import PRICE_KEYS, Fact, Model, Price, PriceKey, Route, Score, State
from mkdocs_model_compare.errors import suggestion

from . import figures
from .benchmarks import interval_text, score_text
from .comparison import Comparison, row_keys
from .fact_values import origin
from .spending import price_value
from .value import Value, of_fact, unknown

OWN_TEXTS = ("name", "developer", "family", "summary", "successor")
_NONE = (None, None)
_ROUTE_PARTS = ("region", "model", "label", "status", "billing", "since")
_SCORE_PARTS = ("variant", "reported_by", "date")


def value_at(comparison: Comparison, model: Model, path: str, benchmarks: Iterable[str] = ()) -> Value:
    """The value under the path. A score of one of the `benchmarks` that the model has none in is unknown.

    Where a provider has several routes, `routes.<provider>` is the first that is not retired, and
    `routes.<provider>.<region>` the one of that region or label.

    Raises:
        LookupError: the path names nothing; the message has the nearest path that does.
    """
    if path in row_keys() or path in comparison.settings.capabilities:
        return comparison.value(model, path)
    if path in OWN_TEXTS:
        return _plain(model, path, getattr(model, path))
    known = comparison.of_model(model, _by_path)
    if path in known:
        return known[path]
    unmeasured = [f"benchmarks.{benchmark}" for benchmark in benchmarks]
    if path.removesuffix(".score") in unmeasured:
        return unknown(model, path)
    paths = (*row_keys(), *comparison.settings.capabilities, *known, *unmeasured)
    hint = suggestion(path, paths) or "write what leads to it in the model's file, such as context_window"
    raise LookupError(f'{model.name} has no "{path}"; {hint}')


def _by_path(comparison: Comparison, model: Model) -> dict[str, Value]:
    """Every path but the row keys, whose values can depend on the other models."""
    return dict(_values(comparison, model))


def _values(comparison: Comparison, model: Model) -> Iterator[tuple[str, Value]]:
    for key in comparison.settings.capabilities:
        yield f"capabilities.{key}", comparison.value(model, key)
    for key in OWN_TEXTS:
        yield key, _plain(model, key, getattr(model, key))
    for key in ("input", "output"):
        yield f"modalities.{key}", _modality(comparison, model, key)
    yield "aliases", _plain(model, "aliases", ", ".join(model.aliases) or None)
    yield "fit", replace(comparison.value(model, "decision_fit"), key="fit")
    yield "reviewed", _plain(model, "reviewed", str(model.reviewed) if model.reviewed else None)
    counts = model.parameters.value
    total, active = ((counts.total, counts.text), (counts.active, counts.active_text)) if counts else (_NONE, _NONE)
    yield "parameters.total", _count(model, "parameters.total", *total)
    yield "parameters.active", _count(model, "parameters.active", *active)
    for score in reversed(model.scores):
        named = f"benchmarks.{score.benchmark.id}"
        for path in (named, f"{named}.{score.variant}") if score.variant else (named,):
            yield path, of_score(model, path, score)
            yield from _parts_of_score(model, score, path)
    # The first route that is not retired is to win its provider's name, so it comes last.
    last_first = sorted(enumerate(model.routes), key=lambda one: (one[1].active, -one[0]))
    for _, route in last_first:
        for name in (route.label, route.region):
            if name:
                yield from _route(model, route, f"routes.{route.provider.id}.{name}")
        yield from _route(model, route, f"routes.{route.provider.id}")


def _plain(model: Model, key: str, held: object, *facts: Fact[Any]) -> Value:
    """What a file says in words; `facts` have the source of what it is part of."""
    if held is None:
        return unknown(model, key)
    text = str(held)
    return Value(model=model, key=key, state=State.KNOWN, text=text, machine=text, raw=text, facts=facts)


def _tokens(model: Model, path: str, count: int | None, *facts: Fact[Any]) -> Value:
    if count is None:
        return unknown(model, path)
    exact = figures.counted(count, "token")
    return replace(_plain(model, path, count, *facts), text=figures.tokens(count), raw=count, exact=exact)


def _count(model: Model, path: str, count: int | None, text: str | None) -> Value:
    if count is None:
        return unknown(model, path) if model.parameters.known else of_fact(model, path, model.parameters, "")
    exact = figures.counted(count, "parameter")
    return of_fact(model, path, model.parameters, text or exact, machine=str(count), exact=exact)


def _modality(comparison: Comparison, model: Model, key: str) -> Value:
    both = comparison.value(model, "modalities")
    kinds = getattr(model.modalities.value, key, ())
    return of_fact(model, f"modalities.{key}", both.facts[0], ", ".join(kinds), machine=" ".join(kinds))


def of_score(model: Model, path: str, score: Score) -> Value:
    """The value of one result of a benchmark."""
    amount = score.fact.value
    if amount is None:
        return of_fact(model, path, score.fact, "")
    return of_fact(model, path, score.fact, score_text(score.benchmark, amount), machine=figures.plain(amount))


def _parts_of_score(model: Model, score: Score, path: str) -> Iterator[tuple[str, Value]]:
    yield f"{path}.score", of_score(model, f"{path}.score", score)
    for part in _SCORE_PARTS:
        yield f"{path}.{part}", _plain(model, f"{path}.{part}", getattr(score, part), score.fact)
    yield f"{path}.interval", _plain(model, f"{path}.interval", interval_text(score), score.fact)


def _route(model: Model, route: Route, path: str) -> Iterator[tuple[str, Value]]:
    whole = origin(route)
    yield path, _plain(model, path, route.provider.name, whole)
    for part in _ROUTE_PARTS:
        yield f"{path}.{part}", _plain(model, f"{path}.{part}", getattr(route, part), whole)
    size = route.context_window
    yield f"{path}.context_window", _tokens(model, f"{path}.context_window", size, whole)
    currency = route.price.currency if route.price else None
    yield f"{path}.price.currency", _plain(model, f"{path}.price.currency", currency, whole)
    for key in PRICE_KEYS:
        yield f"{path}.price.{key}", _price(model, f"{path}.price.{key}", route, route.price, key)
    for place, variant in enumerate(route.variants):
        name = f"{path}.variants.{place}"
        yield f"{name}.when.mode", _plain(model, f"{name}.when.mode", variant.mode, whole)
        yield f"{name}.when.context_over", _tokens(model, f"{name}.when.context_over", variant.context_over, whole)
        yield f"{name}.when.region", _plain(model, f"{name}.when.region", ", ".join(variant.regions) or None, whole)
        yield from _prices(model, route, variant.price, name)
    for place, past in enumerate(route.history):
        name = f"{path}.history.{place}"
        yield f"{name}.until", _plain(model, f"{name}.until", past.until, whole)
        yield from _prices(model, route, past.price, name)


def _prices(model: Model, route: Route, price: Price, path: str) -> Iterator[tuple[str, Value]]:
    for key in price.facts:
        yield f"{path}.price.{key}", _price(model, f"{path}.price.{key}", route, price, key)


def _price(model: Model, path: str, route: Route, price: Price | None, key: PriceKey) -> Value:
    return replace(price_value(model, route, price, key), key=path)
