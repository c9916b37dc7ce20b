"""A path of the catalog, as an author writes it inline, → the value it names.

Paths are the keys of a model's file (`context_window`, `capabilities.vision`, `routes.aws-bedrock.price.output`,
`benchmarks.swe-bench-verified`) and the row keys of the tables (`openness`, `cheapest_output`, `monthly_cost`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_model_compare.catalog.model import PRICE_KEYS, Model, PriceKey, Route, Score, State, Variant
from mkdocs_model_compare.errors import nearest

from . import figures
from .benchmarks import score_text
from .comparison import Comparison, row_keys
from .spending import price_value
from .value import Value, of_fact, unknown

OWN_TEXTS = ("name", "developer", "family", "summary", "successor")
_NONE = (None, None)
_ROUTE_PARTS = ("region", "model", "label", "status", "billing", "since")


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
    if path in unmeasured:
        return unknown(model, path)
    close = nearest(path, (*row_keys(), *comparison.settings.capabilities, *known, *unmeasured))
    msg = f'{model.name} has no "{path}"' + (f'; did you mean "{close}"?' if close else "")
    raise LookupError(msg)


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
            yield path, _score(model, score, path)
            yield f"{path}.score", _score(model, score, f"{path}.score")
    # The first route that is not retired is to win its provider's name, so it comes last.
    last_first = sorted(enumerate(model.routes), key=lambda one: (one[1].active, -one[0]))
    for _, route in last_first:
        for name in (route.label, route.region):
            if name:
                yield from _route(model, route, f"routes.{route.provider.id}.{name}")
        yield from _route(model, route, f"routes.{route.provider.id}")


def _plain(model: Model, key: str, text: str | None) -> Value:
    if text is None:
        return Value(model=model, key=key, state=State.UNKNOWN)
    return Value(model=model, key=key, state=State.KNOWN, text=text, machine=text, raw=text)


def _count(model: Model, path: str, count: int | None, text: str | None) -> Value:
    if count is None:
        return unknown(model, path) if model.parameters.known else of_fact(model, path, model.parameters, "")
    exact = f"{figures.exact(count)} parameters"
    return of_fact(model, path, model.parameters, text or exact, machine=str(count), raw=count, exact=exact)


def _modality(comparison: Comparison, model: Model, key: str) -> Value:
    both = comparison.value(model, "modalities")
    kinds = getattr(model.modalities.value, key, ())
    return of_fact(model, f"modalities.{key}", both.facts[0], ", ".join(kinds), machine=" ".join(kinds))


def _score(model: Model, score: Score, path: str) -> Value:
    amount = score.fact.value
    if amount is None:
        return of_fact(model, path, score.fact, "")
    return of_fact(model, path, score.fact, score_text(score.benchmark, amount), machine=figures.plain(amount))


def _route(model: Model, route: Route, path: str) -> Iterator[tuple[str, Value]]:
    yield path, _plain(model, path, route.provider.name)
    for part in _ROUTE_PARTS:
        held = getattr(route, part)
        yield f"{path}.{part}", _plain(model, f"{path}.{part}", None if held is None else str(held))
    yield (
        f"{path}.price.currency",
        _plain(model, f"{path}.price.currency", route.price.currency if route.price else None),
    )
    for key in PRICE_KEYS:
        yield f"{path}.price.{key}", _price(model, f"{path}.price.{key}", route, None, key)
    for place, variant in enumerate(route.variants):
        for key in variant.price.facts:
            name = f"{path}.variants.{place}.price.{key}"
            yield name, _price(model, name, route, variant, key)


def _price(model: Model, path: str, route: Route, variant: Variant | None, key: PriceKey) -> Value:
    price = variant.price if variant else route.price
    return replace(price_value(model, route, price, key), key=path)
