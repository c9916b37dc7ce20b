"""What the tables say, against the files and each other: states, values, printed forms and who is marked as better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from bs4 import Tag

from tests.rendering.tracing.page import Cell, Page, rows_of, text_of
from tests.rendering.tracing.plain_catalog import Held
from tests.rendering.tracing.plain_prices import Routes
from tests.rendering.tracing.standing import leaders, rankable, ranked, score_leaders
from tests.rendering.tracing.wording import counted, listed

_FACTS = (
    *("released", "context_window", "max_output", "parameters", "architecture", "license"),
    *("openness", "commercial_use", "knowledge_cutoff", "modalities", "status"),
)
_PRICES = (
    "cheapest_output",
    "input_price",
    "output_price",
    "cached_input_price",
    "batch_input_price",
    "batch_output_price",
)
_COSTS = ("monthly_cost", "cheapest_route")
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP"}
_WORDS = {
    "context_window": ("larger", "largest"),
    "max_output": ("larger", "largest"),
    "provider_routes": ("more", "most"),
    "providers": ("more", "most"),
    "released": ("newer", "newest"),
    "knowledge_cutoff": ("later", "latest"),
    "openness": ("more open", "most open"),
    "commercial_use": ("freer", "freest"),
    "status": ("better standing", "best standing"),
}


def check_tables(page: Page) -> None:
    for key, model in page.cells:
        page.at = f"the row {key} of {model}"
        _check_cell(page, key, model)
    for key in dict.fromkeys(key for key, _ in page.cells):
        _check_leads(page, key)
    _check_scores(page)
    _check_routes(page)


def _check_cell(page: Page, key: str, model: str) -> None:
    cell, catalog = page.cell(key, model), page.catalog
    if key in catalog.capabilities:
        _same(page, cell, catalog.capability(model, key))
        page.holds(cell.text, {"known": "Yes", "no": "No"}.get(cell.state, _state(cell)), "the text")
    elif key in _FACTS:
        _same(page, cell, catalog.fact(model, key))
        if cell.known and key in {"context_window", "max_output"}:
            page.holds(_reads_as(cell.text, int(str(cell.value))), expected=True, what=f"{cell.text} for {cell.value}")
    elif key in _PRICES or key in _COSTS:
        _same(page, cell, page.routes[model].row(key))
        if cell.known and key != "cheapest_route":
            _check_money(page, cell, prices=key in _PRICES)
    else:
        _check_made(page, key, model, cell)


def _same(page: Page, cell: Cell, held: Held) -> None:
    page.holds(cell.state, held.state, "the state")
    page.holds(_plain(cell.value), _plain(held.value) if held.state in {"known", "no"} else None, "the value")


def _plain(value: str | None) -> object:
    return Decimal(value).normalize() if value and re.fullmatch(r"-?\d+(\.\d+)?", value) else value


def _state(cell: Cell) -> str:
    return {"na": "not applicable"}.get(cell.state, cell.state)


def _reads_as(text: str, count: int) -> bool:
    """Whether a short form can stand for the count: exactly in thousands or in 1024s, or nearly after "≈"."""
    if not text.endswith(("k", "M")):
        return int(text.replace(",", "")) == count
    places, number = (1 if text[-1] == "k" else 2), Decimal(text.strip("≈kM").replace(",", ""))
    if text.startswith("≈"):
        return abs(number * 1000**places - count) <= Decimal(1000**places) / 2
    return count in {number * 1000**places, number * 1024**places}


def _check_money(page: Page, cell: Cell, *, prices: bool) -> None:
    amount = Decimal(str(cell.value))
    if cell.text == "free" or amount == 0:
        page.holds(amount, Decimal(0), "that it is free")
        return
    if cell.text.startswith("under "):
        page.holds(0 < amount < Decimal("0.005"), expected=True, what="that it is hardly anything")
        return
    digits = Decimal(re.sub(r"[^\d.]", "", cell.text))
    page.holds(digits, amount if prices else amount.quantize(_step(amount), ROUND_HALF_UP), "the printed figure")
    page.holds(_SYMBOLS.get(cell.text[0], cell.text[-3:]), cell.currency, "the printed currency")


def _check_made(page: Page, key: str, model: str, cell: Cell) -> None:
    routes = page.routes[model]
    if key == "provider_routes":
        counts = f"{counted(len(routes.provider_ids), 'provider')}, {counted(len(routes.active), 'route')}"
        page.holds(cell.text, counts if routes.all else "no route known", "the counts")
        page.holds(cell.value, str(len(routes.provider_ids)) if routes.all else None, "the value")
    elif key == "providers":
        expected = listed(routes.providers) or "none active" if routes.all else "no route known"
        page.holds((cell.text, cell.value), (expected, " ".join(routes.provider_ids) if routes.all else None), "names")
    elif key == "shared_benchmarks":
        own = page.catalog.scores(model)
        shared = [at for at in own if all(at in page.catalog.scores(one) for one in page.models)]
        of = f"of {counted(len(own), 'score')}" if own else "none recorded"
        page.holds((cell.text, cell.value), (f"{len(shared)} shared, {of}", str(len(shared))), "the counts")
    elif key == "cost_delta":
        _check_delta(page, model, cell)
    elif key == "best_for":
        page.holds(cell.text, ", ".join(page.catalog.best_for(model)) or "unknown", "the phrases")
    elif key == "decision_fit":
        fit = page.catalog.models[model].get("fit", ())
        page.holds(cell.value, " ".join(fit) or None, "the use cases")
    else:
        page.faults.append(f"{page.at} [a row that nothing checks]")


def _check_delta(page: Page, model: str, cell: Cell) -> None:
    months = {
        one: found.month(page.traffic)
        for one in page.models
        if (found := page.routes[one].cheapest) is not None and found.currency == page.catalog.currency
    }
    if model not in months or len(months) < 2:
        page.holds((cell.state, cell.text), ("unknown", "unavailable"), "that there is none")
        return
    page.holds(Decimal(str(cell.value)), months[model] - min(months.values()), "the difference")
    lowest = min(months, key=lambda one: months[one])
    as_low = months[model] == 0 or page.said("monthly_cost", model) == page.said("monthly_cost", lowest)
    page.holds(cell.text == "lowest", as_low, "“lowest”")
    if cell.text.startswith("+under "):
        page.holds(0 < Decimal(str(cell.value)) < Decimal("0.005"), expected=True, what="that it is hardly anything")
    elif "+" in cell.text:
        costs = [_printed(page.said("monthly_cost", one)) for one in (model, lowest)]
        delta = costs[0] - costs[1]
        page.holds(_printed(cell.text), delta.quantize(_step(delta), ROUND_HALF_UP), "the printed costs' difference")


def _step(amount: Decimal) -> Decimal:
    """Whole dollars from $100 on, cents below."""
    return Decimal(1) if amount >= Decimal("99.995") else Decimal("0.01")


def _printed(text: str) -> Decimal:
    return Decimal(0) if text.startswith("under ") else Decimal(re.sub(r"[^-\d.]", "", text) or "0")


def _check_leads(page: Page, key: str) -> None:
    leading = leaders(page, key) if ranked(page, key) else []
    two, more = _WORDS.get(key, ("has it", "has it") if key in page.catalog.capabilities else ("cheaper", "cheapest"))
    # What has a capability has it, whatever is known of the others.
    whole = key in page.catalog.capabilities or all(rankable(page, key, one) for one in page.models)
    known = "" if whole or not ranked(page, key) else " known"
    word = two if len(page.models) == 2 else more + known
    for model in page.models:
        page.at = f"the row {key} of {model}"
        page.holds(page.cell(key, model).lead, word if model in leading else None, "the mark of the better")


def _check_scores(page: Page) -> None:
    counts = [at for model in page.models for at in page.catalog.scores(model)]
    page.at = "benchmarks: the rows"
    page.holds(set(page.scores), {at for at in counts if counts.count(at) > 1}, "those that two share")
    for at, cells in page.scores.items():
        leading = score_leaders(page, at)
        for model, cell in cells.items():
            page.at = f"benchmarks: {at} of {model}"
            score = page.catalog.scores(model).get(at)
            held = score["score"]["value"] if score and isinstance(score["score"], dict) else score and score["score"]
            page.holds(_plain(cell.value), _plain(held), "the score")
            page.holds(cell.lead, "better" if model in leading else None, "the mark of the better")
            low, high = score.get("interval", (None, None)) if score else (None, None)
            ends = [_printed(end) for small in cell.small for end in small.split(" to ")] if low else []
            page.holds(ends[:2], [Decimal(str(one)) for one in (low, high)] if low else [], "the interval")
    for row in rows_of(page, "benchmarks", "data-mc-row"):
        at = (str(row["data-mc-row"]), str(row.get("data-mc-variant", "")))
        page.at = f"benchmarks: {at}"
        head = row.find("th")
        told = text_of(head) if head else ""
        page.holds(told.endswith("a tie"), not score_leaders(page, at), "whether it is a tie")
        better = page.catalog.benchmarks[at[0]]["higher_is_better"] == "true"
        page.holds("higher is better" in told, better, "which is better")


def _check_routes(page: Page) -> None:
    """Every route is listed under its model, with its own prices, and the cheapest is marked."""
    lines = [str(row["data-mc-route"]) for row in rows_of(page, "pricing", "data-mc-route")]
    page.at = "pricing: all routes"
    expected = [one["provider"] for model in page.models for one in page.routes[model].all]
    page.holds(sorted(lines), sorted(expected), "each route's line")
    for body in page.sections["pricing"].select(".mc-routes tbody"):
        head = body.find("th")
        model = page.id_of(text_of(head)) if head else ""
        page.at = f"pricing: routes of {model}"
        _check_listing(page, page.routes[model], body.find_all("tr", attrs={"data-mc-route": True}))


def _check_listing(page: Page, routes: Routes, rows: Sequence[Tag]) -> None:
    marked = [str(row["data-mc-route"]) for row in rows if "mc-better" in (row.get("class") or ())]
    level, dearer = routes.lowest()
    page.holds(sorted(marked), sorted(level) if dearer else [], "the cheapest")
    told = [[one.get("data-mc-value") for one in row.find_all("td")] for row in rows]
    prices = []
    for one in routes.all:
        held = one.get("price") if isinstance(one.get("price"), dict) else {}
        by_token = one.get("billing", "token") == "token"
        prices.append(
            [held.get(key) for key in ("input", "output", "cached_input", "cache_write")] if by_token else [None]
        )
    page.holds(_sorted(told), _sorted(prices), "the prices")


def _sorted(rows: list[list[Any]]) -> list[str]:
    return sorted(str([_plain(one) if _numeric(one) else None for one in row]) for row in rows)


def _numeric(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value) is not None
