"""What the verdict's table says to choose for each use case, and why, traced to the tables and the rule."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from tests.rendering.tracing.grammar import compiled, ids, key_of, names_of
from tests.rendering.tracing.page import Page, rows_of, text_of
from tests.rendering.tracing.standing import duel, meets, stands, use_case, weights_of, without
from tests.rendering.tracing.verdict import open_told, weighed
from tests.rendering.tracing.wording import not_one, verb

_NOTHING = "nothing that is known sets them clearly apart"
_NONE_AHEAD = "none is clearly ahead of all the others"


def check_cases(page: Page) -> None:
    found = {str(row["data-mc-use-case"]): row for row in rows_of(page, "verdict", "data-mc-use-case")}
    page.at = "verdict: use cases"
    page.holds(list(found), list(page.catalog.use_cases), "all use cases")
    for case, row in found.items():
        name, chosen, why = (text_of(one) for one in row.find_all(["th", "td"]))
        page.at = f"verdict: “{name} | {chosen} | {why}”"
        fitness, choice = use_case(page, case)
        page.holds(name, page.catalog.use_cases[case].get("name", case), "the use case")
        page.holds(row.get("data-mc-pick"), choice, "the choice's mark")
        page.holds(chosen, page.named(choice) if choice else _without_choice(page, fitness), "the choice")
        _check_why(page, case, fitness, choice, why)


def _without_choice(page: Page, fitness: str) -> str:
    close = "no difference" if len(page.models) == 2 else "no clear choice"
    return {"close": close, "none": not_one(page).lower()}.get(fitness, "cannot say")


def _check_why(page: Page, case: str, fitness: str, choice: str | None, why: str) -> None:
    wanted = page.catalog.use_cases[case].get("require", ())
    gates = {(model, one): meets(page, model, one) for model in page.models for one in wanted}
    out = {model for (model, _), met in gates.items() if met is False}
    running = [model for model in page.models if model not in out]
    told, _, little = why.partition("too little is known: ")
    parts = [part for part in told.split("; ") if part]
    lacking = {pair for part in parts for pair in _lacked(page, part)}
    page.holds(lacking, {pair for pair, met in gates.items() if met is False}, "who lacks a must-have")
    doubtful = {pair for part in parts for pair in _doubted(page, part)}
    unsure = {pair for pair, met in gates.items() if met is None and pair[0] in running}
    page.holds(doubtful, unsure if fitness == "open" else set(), "of whom a must-have is unknown")
    rest = [part for part in parts if not _lacked(page, part) and not _doubted(page, part)]
    if little:
        page.holds(fitness, "open", "that it is open")
        between = list(combinations(running, 2))
        wanting = [one for one in weights_of(page, case) if None in {stands(page, one, *pair) for pair in between}]
        page.holds(open_told(page, little), {one: set(without(page, one)) for one in wanting}, "what is unknown")
        page.holds(bool(wanting), expected=True, what="that something is")
    page.holds(bool(little), fitness == "open" and not unsure, "whether too little is known")
    _check_decisive(page, case, choice, running, rest)
    if fitness == "close":
        page.holds(rest, [_close(page, case, running)], "that none is ahead")
        won = [duel(page, *pair, weights_of(page, case)).choice for pair in combinations(running, 2)]
        most = max((won.count(model) for model in running), default=0)
        page.holds(most < len(running) - 1, expected=True, what="that none is ahead of all the others")


def _close(page: Page, case: str, running: list[str]) -> str:
    for one, other in combinations(running, 2) if len(running) == 2 else ():
        won = duel(page, one, other, weights_of(page, case)).won
        if any(won.values()):
            told = " and ".join(f"{won[model].normalize():f} for {page.name(model)}" for model in running)
            return f"too close by weight: {told}"
    return _NOTHING if len(page.models) == 2 else _NONE_AHEAD


def _check_decisive(page: Page, case: str, choice: str | None, running: list[str], rest: list[str]) -> None:
    if choice is None:
        return
    weights, others = weights_of(page, case), [one for one in running if one != choice]
    ahead = {
        signal: Decimal(weight)
        for signal, weight in weights.items()
        if others and all(stands(page, signal, choice, other) == 1 for other in others)
    }
    if not ahead:
        page.holds(rest, ["more weight in all"] if len(running) == len(page.models) else [], "no one signal")
        return
    heaviest = [signal for signal, weight in ahead.items() if weight == max(ahead.values())]
    page.holds(len(rest), 1, "one reason")
    weighed(page, heaviest[0], rest[0], [choice], running)


def _lacked(page: Page, part: str) -> list[tuple[str, str]]:
    found = compiled(names_of(page.catalog), r"<who:models> (?P<verb>lacks?) <what:phrase>").fullmatch(part)
    if found is None:
        return []
    models = ids(page, found["who"])
    page.holds(found["verb"], verb(models, "lacks", "lack"), "the verb")
    return [(model, key_of(page, found["what"])) for model in models]


def _doubted(page: Page, part: str) -> list[tuple[str, str]]:
    found = compiled(names_of(page.catalog), r"whether (?P<who>.+) has (?P<what>.+) is unknown").fullmatch(part)
    if found is None:
        return []
    wanted = [key_of(page, phrase) for phrase in re.split(r", | and ", found["what"])]
    return [(model, key) for model in ids(page, found["who"]) for key in wanted]
