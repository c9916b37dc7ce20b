"""Who is ahead in what, and what the published rule makes of it: worked out anew from the cells of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

from tests.rendering.tracing.page import Cell, Page

_ROWS = {"price": "monthly_cost", "providers": "provider_routes"}
_SIZES = {"context_window", "max_output", "provider_routes", "providers"}
_MONEY = {
    *("monthly_cost", "cheapest_output", "input_price", "output_price"),
    *("cached_input_price", "batch_input_price", "batch_output_price"),
}
_ORDERS: Mapping[str, Sequence[set[str]]] = {
    "openness": ({"proprietary"}, {"open-weights"}, {"open-source"}),
    "commercial_use": ({"prohibited"}, {"conditional"}, {"permitted"}),
    "status": ({"retired"}, {"deprecated"}, {"legacy", "preview"}, {"active"}),
}
DATES = {"released", "knowledge_cutoff"}
REQUIRED = {"open_weights": "openness", "commercial_use": "commercial_use", "priced": "monthly_cost"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Duel:
    """The rule between two models: the weights each won, and how it ends."""

    won: Mapping[str, Decimal]
    outcome: str
    choice: str | None


def row_of(signal: str) -> str:
    return _ROWS.get(signal, signal)


def ranked(page: Page, key: str) -> bool:
    return key in page.catalog.capabilities or key in _SIZES | _MONEY | DATES | set(_ORDERS)


def rankable(page: Page, key: str, model: str) -> bool:
    cell = page.cell(key, model)
    if key in page.catalog.capabilities:
        return cell.settled
    return cell.known and (key not in _MONEY or cell.currency == page.catalog.currency)


def order(page: Page, key: str, one: str, other: str) -> int | None:
    """1: the first is the better, -1 the other, 0 level; None where one of them cannot be ranked."""
    if not (rankable(page, key, one) and rankable(page, key, other)):
        return None
    first, second = page.cell(key, one), page.cell(key, other)
    if key in _MONEY:
        # Only a difference that shows in the printed figures is one.
        return (
            0 if first.text == second.text or first.value == second.value else _sign(_decimal(second), _decimal(first))
        )
    if key in DATES:
        return _later(str(first.value), str(second.value))
    return _sign(_place(page, key, first), _place(page, key, second))


def leaders(page: Page, key: str) -> list[str]:
    """The models with the best value, if it is one value and any model has a worse one."""
    best = first_of(page.models, lambda one, other: order(page, key, one, other))
    alike = {_alike(key, page.cell(key, model)) for model in best}
    return best if len(alike) == 1 else []


def _alike(key: str, cell: Cell) -> Any:
    """What makes two values one: the printed figure of money, the number of providers, the place in an order."""
    if key in _MONEY:
        return cell.value if cell.value == "0" else cell.text
    if key in _ORDERS:
        return next(at for at, level in enumerate(_ORDERS[key]) if cell.value in level)
    return len(str(cell.value).split()) if key == "providers" else cell.value


def first_of(models: Sequence[str], stands: Callable[[str, str], int | None]) -> list[str]:
    standings = {one: [stands(one, other) for other in models if other != one] for one in models}
    placed = [one for one, found in standings.items() if any(each is not None for each in found)]
    best = [one for one in placed if -1 not in standings[one]]
    return best if len(best) < len(placed) else []


def score_order(page: Page, at: tuple[str, str], one: str, other: str) -> int | None:
    """Equal, or one score within the other's interval: a tie."""
    mine, theirs = (page.catalog.scores(model).get(at) for model in (one, other))
    if mine is None or theirs is None:
        return None
    first, second = _score(mine), _score(theirs)
    if first == second or _within(first, theirs) or _within(second, mine):
        return 0
    higher = page.catalog.benchmarks[at[0]]["higher_is_better"] == "true"
    return _sign(first, second) if higher else _sign(second, first)


def score_leaders(page: Page, at: tuple[str, str]) -> list[str]:
    return first_of(page.models, lambda one, other: score_order(page, at, one, other))


def led_scores(page: Page, signal: str, one: str, other: str) -> tuple[int, int, int]:
    """Of the benchmarks (or variants of one) that both share: how many each leads, and how many there are."""
    every = [score_order(page, at, one, other) for at in page.scores if signal in {"benchmarks", at[0]}]
    shared = [each for each in every if each is not None]
    return shared.count(1), shared.count(-1), len(shared)


def counts_scores(page: Page, signal: str) -> bool:
    return signal == "benchmarks" or signal in page.catalog.benchmarks


def stands(page: Page, signal: str, one: str, other: str) -> int | None:
    if counts_scores(page, signal):
        ahead, behind, shared = led_scores(page, signal, one, other)
        return _sign(ahead, behind) if shared else None
    return order(page, row_of(signal), one, other)


def signal_leaders(page: Page, signal: str) -> list[str]:
    if counts_scores(page, signal):
        return first_of(page.models, lambda one, other: stands(page, signal, one, other))
    return leaders(page, row_of(signal))


def level(page: Page, signal: str) -> bool:
    """Every two of the models tie."""
    return all(stands(page, signal, one, other) == 0 for one, other in combinations(page.models, 2))


def undecided(page: Page, signal: str) -> bool:
    """Some pair of the models is open under the signal."""
    return any(stands(page, signal, one, other) is None for one, other in combinations(page.models, 2))


def without(page: Page, signal: str) -> list[str]:
    """The models whose fact an open signal wants; all of them where each has scores, but none in common."""
    if counts_scores(page, signal):
        wanted = set(page.catalog.benchmarks) if signal == "benchmarks" else {signal}
        lacking = [one for one in page.models if not any(at[0] in wanted for at in page.catalog.scores(one))]
    else:
        lacking = [one for one in page.models if not rankable(page, row_of(signal), one)]
    return lacking or list(page.models)


def duel(page: Page, one: str, other: str, weights: Mapping[str, Any]) -> Duel:
    won, decided, whole = {one: Decimal(0), other: Decimal(0)}, Decimal(0), Decimal(0)
    for signal, weight in weights.items():
        amount, found = Decimal(str(weight)), stands(page, signal, one, other)
        whole += amount
        decided += amount if found is not None else 0
        if found:
            won[one if found > 0 else other] += amount
    lead = abs(won[one] - won[other])
    if not decided or decided < Decimal(page.catalog.floor) * whole:
        return Duel(won=won, outcome="withheld", choice=None)
    if not lead or lead < Decimal(page.catalog.margin) * decided:
        return Duel(won=won, outcome="close", choice=None)
    return Duel(won=won, outcome="choice", choice=max(won, key=lambda model: won[model]))


def verdict(page: Page) -> tuple[str, str | None]:
    """The outcome over all the models, and the choice."""
    found = {pair: duel(page, *pair, page.catalog.signals) for pair in combinations(page.models, 2)}
    fought = {one: [each for pair, each in found.items() if one in pair] for one in page.models}
    for model, own in fought.items():
        if all(each.choice == model for each in own):
            return "choice", model
    hopeful = any(
        all(each.choice == model or each.outcome == "withheld" for each in own) for model, own in fought.items()
    )
    return ("withheld" if hopeful else "close"), None


def meets(page: Page, model: str, requirement: str) -> bool | None:
    cell = page.cell(REQUIRED.get(requirement, requirement), model)
    if requirement == "priced":
        return True if cell.known else None
    if not cell.settled:
        return False if cell.state == "na" else None
    return cell.value not in {"no", "proprietary" if requirement == "open_weights" else "prohibited"}


def use_case(page: Page, case: str) -> tuple[str, str | None]:
    """choice, close, open or none; and the choice. What is unknown must not matter for there to be one."""
    wanted, weights = page.catalog.use_cases[case].get("require", ()), weights_of(page, case)
    gates = {model: [meets(page, model, one) for one in wanted] for model in page.models}
    running = [model for model in page.models if False not in gates[model]]
    found = {pair: duel(page, *pair, weights) for pair in combinations(running, 2)}
    for model in running:
        own = [each for pair, each in found.items() if model in pair]
        if None not in gates[model] and all(each.choice == model for each in own):
            return "choice", model
    if not running:
        return "none", None
    unsure = any(None in gates[model] for model in running)
    return ("open" if unsure or any(each.outcome == "withheld" for each in found.values()) else "close"), None


def weights_of(page: Page, case: str) -> dict[str, str]:
    found = page.catalog.use_cases[case]["signals"]
    return {signal: weight for signal, weight in found.items() if float(weight)}


def _place(page: Page, key: str, cell: Cell) -> Any:
    if key in page.catalog.capabilities:
        return cell.value == "yes"
    if key == "providers":
        return len(str(cell.value).split())
    if key in _SIZES:
        return int(str(cell.value))
    return next(at for at, level in enumerate(_ORDERS[key]) if cell.value in level)


def _later(one: str, other: str) -> int:
    """Tied where the two may be the same day."""
    return int(_days(one)[0] > _days(other)[1]) - int(_days(one)[1] < _days(other)[0])


def _days(text: str) -> tuple[date, date]:
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    if len(parts) == 3:
        return date(*parts), date(*parts)
    after = date(year + (month in {None, 12}), (month or 12) % 12 + 1, 1)
    return date(year, month or 1, 1), date.fromordinal(after.toordinal() - 1)


def _score(score: Any) -> Decimal:
    held = score["score"]
    return Decimal(held["value"] if isinstance(held, dict) else held)


def _within(amount: Decimal, score: Any) -> bool:
    low, high = score.get("interval", ("Infinity", "-Infinity"))
    return Decimal(low) <= amount <= Decimal(high)


def _decimal(cell: Cell) -> Decimal:
    return Decimal(str(cell.value))


def _sign(one: Any, other: Any) -> int:
    return int(one > other) - int(one < other)
