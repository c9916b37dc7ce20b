"""Generated catalogs as fact sheets: plain dicts of the builders' arguments, with only what is known of a model.

A failing example is printed as such a sheet, so that a person can read it and paste it into a test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import Billing, Model, Route, Score, State, Status
from mkdocs_model_compare.catalog.settings import Settings, Workload
from tests.comparison.builders import (
    CAPABILITIES,
    CODING,
    WEIGHTS,
    benchmark,
    model,
    price,
    route,
    score,
    settings,
    use_case,
    variant,
    workload,
)

Sheet = dict[str, Any]

_MISSING = (State.UNKNOWN, State.UNDISCLOSED, State.NOT_APPLICABLE)
_SIZES = (8_000, 128_000, 131_072, 200_000, 262_144, 1_000_000, 1_048_576)
_DATES = ("2024", "2025", "2025-06", "2025-06-15", "2025-07-01", "2026-01")
_LICENSES = ("research", "proprietary", "apache-2.0")  # each later one more permitted, and as open or more so
_STATUSES = (Status.RETIRED, Status.DEPRECATED, Status.LEGACY, Status.PREVIEW, Status.ACTIVE)
_AMOUNTS = ("0", "0.075", "0.80", "1", "4", "5", "600")
_BENCHMARKS = {"Maze": benchmark("Maze"), "Race": benchmark("Race", "seconds", higher_is_better=False)}


def _sizes() -> st.SearchStrategy[Any]:
    return st.sampled_from((*_SIZES, State.UNDISCLOSED))


def routes() -> st.SearchStrategy[Sheet]:
    return st.fixed_dictionaries(
        {"provider": st.sampled_from(("Acme", "Bolt", "Core"))},
        optional={
            "input": st.sampled_from(_AMOUNTS),
            "output": st.sampled_from(_AMOUNTS),
            "cached_input": st.sampled_from(("share", State.UNDISCLOSED)),
            "batch": st.sampled_from((True,)),
            "tier": st.sampled_from((500, 200_000)),
            "currency": st.sampled_from(("USD", "USD", "EUR")),
            "billing": st.sampled_from((Billing.TOKEN, Billing.CREDITS, Billing.DOWNLOAD)),
            "status": st.sampled_from((Status.ACTIVE, Status.RETIRED)),
        },
    )


def priced_routes() -> st.SearchStrategy[Sheet]:
    both = st.fixed_dictionaries({"input": st.sampled_from(_AMOUNTS), "output": st.sampled_from(_AMOUNTS)})
    return st.builds(lambda sheet, prices: {**sheet, **prices}, routes(), both)


def scores() -> st.SearchStrategy[Sheet]:
    return st.fixed_dictionaries(
        {"benchmark": st.sampled_from(tuple(_BENCHMARKS)), "amount": st.integers(1, 9).map(lambda tens: tens * 10)},
        optional={"variant": st.just("hard"), "within": st.sampled_from((5, 15))},
    )


def sheets() -> st.SearchStrategy[Sheet]:
    """What is known of one model."""
    capability = st.sampled_from((True, False, *_MISSING))
    return st.fixed_dictionaries(
        {},
        optional={
            "context_window": _sizes(),
            "max_output": _sizes(),
            "released": st.sampled_from(_DATES),
            "knowledge_cutoff": st.sampled_from(_DATES),
            "license": st.sampled_from(_LICENSES),
            "status": st.sampled_from(_STATUSES),
            "capabilities": st.dictionaries(st.sampled_from(tuple(CAPABILITIES)), capability, max_size=10),
            "routes": st.lists(st.one_of(routes(), priced_routes()), max_size=3),
            "scores": st.lists(scores(), max_size=3, unique_by=lambda one: (one["benchmark"], one.get("variant"))),
        },
    )


def full_sheets() -> st.SearchStrategy[Sheet]:
    """A model of which much is known, so that verdicts are seldom withheld."""
    known = st.fixed_dictionaries(
        {
            "context_window": st.sampled_from(_SIZES),
            "license": st.sampled_from(_LICENSES),
            "released": st.sampled_from(_DATES),
            "capabilities": st.fixed_dictionaries(dict.fromkeys(CAPABILITIES, st.booleans())),
            "routes": st.lists(priced_routes(), min_size=1, max_size=2),
        }
    )
    return st.builds(lambda some, more: {**some, **more}, known, sheets())


def any_sheets() -> st.SearchStrategy[Sheet]:
    return st.one_of(full_sheets(), sheets())


def rules() -> st.SearchStrategy[Settings]:
    """The shipped rule, and others with fewer signals, no margin, or no floor."""
    weights = st.dictionaries(st.sampled_from((*WEIGHTS, "maze")), st.integers(0, 3), min_size=1, max_size=6)
    shares = st.sampled_from(("0", "0.05", "0.3")), st.sampled_from(("0", "0.5"))
    cases = (use_case("coding", ["function_calling"], **CODING), use_case("lowest-cost", ["priced"], price=1))
    own = st.builds(lambda some, margin, floor: settings(some, cases, margin=margin, floor=floor), weights, *shares)
    return st.one_of(st.just(settings()), own)


def workloads() -> st.SearchStrategy[Workload]:
    return st.builds(
        workload,
        requests=st.sampled_from((0, 1, 1000, 1_000_000)),
        input_tokens=st.sampled_from((0, 1, 500, 501, 800, 300_000)),
        output_tokens=st.sampled_from((0, 1, 250)),
        cached=st.sampled_from(("0", "0.4", "1")),
        batch=st.booleans(),
    )


def built(model_id: str, sheet: Sheet) -> Model:
    """The model that a sheet tells of."""
    plain = {key: value for key, value in sheet.items() if key not in {"routes", "scores"}}
    return model(
        model_id,
        routes=[_route(one) for one in sheet.get("routes", ())],
        scores=[_score(one) for one in sheet.get("scores", ())],
        **plain,
    )


def line_up(*sheets: Sheet) -> tuple[Model, ...]:
    """The models of several sheets, called alpha, beta, gamma and so on."""
    names = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")
    return tuple(built(name, sheet) for name, sheet in zip(names, sheets, strict=False))


def improvements(sheet: Sheet) -> Iterator[tuple[str, Sheet]]:
    """Each known fact of the sheet made better, alone: what was changed, and the sheet with it."""
    for key, ladder in (("context_window", _SIZES), ("max_output", _SIZES), ("status", _STATUSES)):
        yield from ((key, {**sheet, key: better}) for better in _above(sheet.get(key), ladder))
    yield from (("license", {**sheet, "license": better}) for better in _freer(sheet.get("license")))
    for key in ("released", "knowledge_cutoff"):
        held = sheet.get(key)
        yield from ((key, {**sheet, key: later}) for later in _DATES if held and _later(later, held))
    for key, has in sheet.get("capabilities", {}).items():
        if has is False:
            yield key, {**sheet, "capabilities": {**sheet["capabilities"], key: True}}
    held_routes, held_scores = sheet.get("routes", ()), sheet.get("scores", ())
    for place, held in enumerate(held_routes):
        for key in {"input", "output"} & held.keys():
            cheaper = {**held, key: str(Decimal(held[key]) / 2)}
            yield f"{key} price", {**sheet, "routes": _with(held_routes, place, cheaper)}
    if held_routes:
        more = {"provider": "Download Hub", "billing": Billing.DOWNLOAD}
        yield "providers", {**sheet, "routes": [*held_routes, more]}
    for place, held in enumerate(held_scores):
        step = 10 if _BENCHMARKS[held["benchmark"]].higher_is_better else -5
        better_score = {**held, "amount": held["amount"] + step}
        yield held["benchmark"], {**sheet, "scores": _with(held_scores, place, better_score)}


def losses(sheet: Sheet) -> Iterator[tuple[str, Sheet]]:
    """Each fact of the sheet unknown, alone: the signals that rest on it, with blanks, and the sheet without it."""
    resting = {"license": "openness commercial_use", "routes": "price providers", "scores": "benchmarks maze"}
    for key in sheet:
        if key not in {"capabilities", "status"}:
            yield resting.get(key, key), {name: value for name, value in sheet.items() if name != key}
    for key in sheet.get("capabilities", {}):
        yield key, {**sheet, "capabilities": {**sheet["capabilities"], key: State.UNKNOWN}}


def _route(sheet: Sheet) -> Route:
    amounts: dict[str, str] = {key: sheet[key] for key in ("input", "output") if key in sheet}
    currency = sheet.get("currency", "USD")
    cached = sheet.get("cached_input")
    if cached == "share" and "input" in sheet:
        cached = str(Decimal(sheet["input"]) / 10)
    prices = price(currency, **amounts, cached_input=None if cached == "share" else cached) if amounts else None
    variants = []
    if prices and "batch" in sheet:
        variants.append(variant(mode="batch", currency=currency, **_times("0.5", amounts)))
    if prices and "tier" in sheet:
        variants.append(variant(context_over=sheet["tier"], currency=currency, **_times("2", amounts)))
    fields = {key: sheet[key] for key in ("billing", "status") if key in sheet}
    return route(sheet["provider"], prices, *variants, **fields)


def _times(factor: str, amounts: Mapping[Any, str]) -> dict[str, Any]:
    return {key: str(Decimal(amount) * Decimal(factor)) for key, amount in amounts.items()}


def _score(sheet: Sheet) -> Score:
    amount, within = sheet["amount"], sheet.get("within")
    interval = (str(amount - within), str(amount + within)) if within else None
    return score(_BENCHMARKS[sheet["benchmark"]], str(amount), variant=sheet.get("variant"), interval=interval)


def _above(held: Any, ladder: tuple[Any, ...]) -> tuple[Any, ...]:
    return ladder[ladder.index(held) + 1 :] if held in ladder else ()


def _freer(held: str | None) -> tuple[str, ...]:
    # Research-only weights are open and a proprietary model is not: neither is better than the other all round.
    return ("apache-2.0",) if held in {"research", "proprietary"} else ()


def _later(one: str, other: str) -> bool:
    ours, theirs = PartialDate.parse(one), PartialDate.parse(other)
    return ours != theirs and ours.first >= theirs.first and ours.last >= theirs.last


def _with(held: Any, place: int, changed: Sheet) -> list[Sheet]:
    return [changed if at == place else one for at, one in enumerate(held)]
