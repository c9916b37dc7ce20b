"""What would turn the verdict: the change is made in the cells, and the rule applied anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tests.rendering.tracing.grammar import Rule, compiled, ids, key_of, names_of
from tests.rendering.tracing.page import Block, Cell, Page
from tests.rendering.tracing.standing import rankable, row_of, verdict

_WHAT = (
    r"the cheapest route of <free:model> were free",
    r"a price for <freed:model> were found and it were free",
    r"the cheapest route of <cost:model> cost less than <below:sum> a month at this traffic",
    r"a price for <priced:model> were found and came to (?P<price>less|more) than <bound:sum> a month at this traffic",
    r"<more:model> were offered by (?:more than (?P<over>\d+) providers?|any provider)",
    r"<found:model> were found at (?:(?P<places>more|fewer) than (?P<than>\d+) providers?|any provider)",
    r"<gains:model> (?P<how>gained|were found to have|were found to lack) <skill:skill>",
    (
        r"the (?P<what>context window|maximum output) of <size:model> were (?P<sure>found to be )?"
        r"(?P<side>below|above) <limit:size> tokens"
    ),
)

_FREE = Cell(state="known", value="0", text="free")


def _turn(page: Page, found: re.Match[str], block: Block) -> None:
    outcome, choice = verdict(page)
    page.holds(block.marks["data-mc-outcome"], outcome, "the outcome now")
    told = next(
        (one for what in _WHAT if (one := compiled(names_of(page.catalog), what).fullmatch(found["what"]))), None
    )
    if told is None:
        page.faults.append(f"{page.at} [no pattern knows this change]")
        return
    key, model, changed = _changed(page, told)
    then = verdict(page.with_cell(key, model, changed))
    if found["now"]:
        page.holds([page.id_of(found["now"])], [choice], "the choice now")
        page.holds(then[1] != choice, expected=True, what="that it would not be the choice")
        return
    said = {"be too close to call": "close", "be withheld": "withheld"}.get(found["out"], "choice")
    page.holds((said, ids(page, found["to"], "named")), (then[0], [then[1]] if then[1] else []), "what then holds")
    page.holds(then != (outcome, choice), expected=True, what="that it turns")


def _changed(page: Page, told: re.Match[str]) -> tuple[str, str, Cell]:
    """The one value that the sentence speaks of, as it would be."""
    said = {name: text for name, text in told.groupdict().items() if text}
    if said.keys() & {"free", "freed", "cost", "priced"}:
        return _costing(page, said)
    if "more" in said:
        return _sized(page, "provider_routes", said["more"], said.get("over", "0"), up=True, known=True)
    if "found" in said:
        return _sized(
            page, "provider_routes", said["found"], said.get("than", "0"), up=said.get("places") != "fewer", known=False
        )
    if "skill" in said:
        key, (model,) = key_of(page, said["skill"]), ids(page, said["gains"])
        page.holds(page.cell(key, model).settled, said["how"] == "gained", "whether it is known now")
        yes = said["how"] != "were found to lack"
        return (
            key,
            model,
            Cell(state="known" if yes else "no", value="yes" if yes else "no", text="Yes" if yes else "No"),
        )
    key = {"context window": "context_window", "maximum output": "max_output"}[said["what"]]
    return _sized(page, key, said["size"], said["limit"], up=said["side"] == "above", known="sure" not in said)


def _costing(page: Page, said: dict[str, str]) -> tuple[str, str, Cell]:
    if name := said.get("free") or said.get("freed"):
        model = page.id_of(name)
        page.holds(page.cell("monthly_cost", model).known, "free" in said, "whether it is known now")
        return "monthly_cost", model, _FREE
    if "cost" in said:
        return _sized(page, "monthly_cost", said["cost"], said["below"], up=False, known=True)
    return _sized(page, "monthly_cost", said["priced"], said["bound"], up=said["price"] == "more", known=False)


def _sized(page: Page, key: str, name: str, limit: str, *, up: bool, known: bool) -> tuple[str, str, Cell]:
    """A figure just past the one that another model of the page has, which the sentence must name."""
    model = page.id_of(name)
    page.holds(page.cell(key, model).known, known, "whether it is known now")
    printed = {one: _figure(page, key, one) for one in page.models if one != model}
    rivals = [one for one, text in printed.items() if text == limit]
    page.holds(bool(rivals), expected=True, what="whose figure that is")
    return key, model, _past(page.cell(key, rivals[0]), up=up, money=key == "monthly_cost")


def _figure(page: Page, key: str, model: str) -> str:
    cell = page.cell(key, model)
    return str(cell.value) if key == "provider_routes" else cell.text


def _past(bound: Cell, *, up: bool, money: bool) -> Cell:
    amount = Decimal(str(bound.value))
    step = amount / 2 if money else Decimal(1)
    return replace(bound, state="known", value=str(amount + step if up else amount - step), text="past it")


def _no_turn(page: Page, _: re.Match[str], block: Block) -> None:
    now = verdict(page)
    page.holds(block.marks["data-mc-outcome"], now[0], "the outcome now")
    for key, model, changed in _improvements(page):
        page.claims += 1
        if (then := verdict(page.with_cell(key, model, changed))) != now:
            page.faults.append(f"{page.at} [{key} of {model} at {changed.value!r} makes it {then}]")


def _improvements(page: Page) -> Iterator[tuple[str, str, Cell]]:
    """Each change of the kinds that the page names, alone: a lower cost, a larger size, a capability more."""
    for signal in page.catalog.signals:
        key = row_of(signal)
        for model in page.models:
            cell = page.cells.get((key, model))
            if cell is None:
                continue
            if key in page.catalog.capabilities:
                for state, value in (("known", "yes"), ("no", "no")):
                    if (not cell.settled and cell.state != "na") or (cell.state == "no" and value == "yes"):
                        yield key, model, Cell(state=state, value=value, text=value.capitalize())
            elif key in {"context_window", "max_output", "provider_routes", "monthly_cost"}:
                for other in page.models:
                    if other != model and rankable(page, key, other):
                        yield from _beyond(page, key, model, other)


def _beyond(page: Page, key: str, model: str, other: str) -> Iterator[tuple[str, str, Cell]]:
    cell, bound = page.cell(key, model), page.cell(key, other)
    money = key == "monthly_cost"
    if cell.state == "na" or (money and (Decimal(str(bound.value)) == 0 or not page.routes[model].active)):
        return
    if not cell.known or rankable(page, key, model):
        yield key, model, _past(bound, up=not money, money=money)
        if money:
            yield key, model, _FREE
    # No size is 0, and a model is not found at no provider.
    if not cell.known and (money or int(str(bound.value)) > 1):
        yield key, model, _past(bound, up=money, money=money)


RULES = (
    Rule(
        r"(?:It would (?:turn to <to:named>|(?P<out>be too close to call|be withheld))|"
        r"<now:model> would no longer be the choice) if (?P<what>.+)\.",
        _turn,
    ),
    Rule(
        r"No single lower cost, larger size, further provider or capability would turn it, "
        r"nor would any one of these that is still to be found\.",
        _no_turn,
    ),
)
