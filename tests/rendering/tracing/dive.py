"""What the deep dive and the review say, traced to the tables and the files."""

from __future__ import annotations

import re

from tests.rendering.tracing.grammar import Rule, every, ids, items, key_of
from tests.rendering.tracing.page import Block, Page
from tests.rendering.tracing.standing import leaders, score_leaders, use_case
from tests.rendering.tracing.tradeoffs import expected
from tests.rendering.tracing.wording import NUMBERS, counted, every_one, verb


def _split(page: Page, phrase: str) -> tuple[list[str], list[str], list[str]]:
    """The models that have the capability, that lack it, and of which it is not known."""
    key = key_of(page, phrase)
    cells = {model: page.cell(key, model) for model in page.models}
    return (
        [model for model, cell in cells.items() if cell.value == "yes"],
        [model for model, cell in cells.items() if cell.value == "no"],
        [model for model, cell in cells.items() if not cell.settled],
    )


def _phrases(page: Page) -> list[str]:
    return [page.catalog.phrase("capabilities", key) for key in page.catalog.capabilities]


_PART = r"<c:skill> \(<has:models> (?P<verb>has|have) it, <not:models> (?P<other>does|do) not\)"


def _part(page: Page, found: re.Match[str], _: Block) -> None:
    told = every(page, _PART, found["what"])
    page.holds(found["n"], "one capability" if len(told) == 1 else f"{len(told)} capabilities", "how many")
    page.holds([one["c"] for one in told], _differing(page), "all that differ")
    for one in told:
        having, lacking, _open = _split(page, one["c"])
        page.holds(ids(page, one["has"]), having, "who has it")
        page.holds(ids(page, one["not"]), lacking, "who does not")
        page.holds([one["verb"], one["other"]], [verb(having, "has", "have"), verb(lacking, "does", "do")], "the verbs")


def _differing(page: Page) -> list[str]:
    return [one for one in _phrases(page) if _split(page, one)[0] and _split(page, one)[1]]


def _common(page: Page) -> list[str]:
    return [one for one in _phrases(page) if len(_split(page, one)[0]) == len(page.models)]


def _inseparable(page: Page, _: re.Match[str], __: Block) -> None:
    page.holds(_differing(page), [], "that none differs")


def _too_little(page: Page, _: re.Match[str], __: Block) -> None:
    page.holds(_differing(page) + _common(page), [], "that none is common or differs")


def _all_have(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["all"], every_one(page), "how many")
    page.holds(items(page, found["c"], "skill"), _common(page), "what all have")
    page.holds(bool(found["so"]), bool(_differing(page)), "that others differ")


def _unsure(page: Page, found: re.Match[str], _: Block) -> None:
    told = items(page, found["c"], "skill")
    page.holds(told, [one for one in _phrases(page) if _split(page, one)[2]], "what is not known of all")
    page.holds(len(told) < len(_phrases(page)), expected=True, what="that it is not every one")
    page.holds(found["n"], NUMBERS[len(page.models)], "how many")
    page.holds(found["it"], "it" if len(told) == 1 else "them", "the number")


def _none_known(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["all"], every_one(page).lower(), "how many")
    page.holds([one for one in _phrases(page) if not _split(page, one)[2]], [], "that of none all is known")


def _way(page: Page, found: re.Match[str], _: Block) -> None:
    model = page.id_of(found["m"])
    page.holds(found["route"], page.said("cheapest_route", model), "the cheapest route")
    level, dearer = page.routes[model].lowest()
    page.holds(found["how"], "is cheapest" if dearer else "comes", "whether another costs more")
    others = counted(len(level) - 1, "other route") if len(level) > 1 else None
    page.holds(found["level"], others, "how many cost as much")


def _no_way(page: Page, found: re.Match[str], _: Block) -> None:
    model = page.id_of(found["m"])
    page.holds(page.cell("monthly_cost", model).state, "unknown", "that there is no price")
    why = page.said("cheapest_route", model)
    page.holds(found["why"], why[:1].lower() + why[1:], "what the table says is missing")


def _reach(page: Page, found: re.Match[str], _: Block) -> None:
    told = every(page, r"<m:model> (?:can be had )?from (?P<p>\d+ providers?)(?: over (?P<r>\d+ routes?))?", found[0])
    reached = [model for model in page.models if page.routes[model].active]
    page.holds([page.id_of(one["m"]) for one in told], reached, "those that have a route")
    for one in told:
        routes = page.routes[page.id_of(one["m"])]
        page.holds(one["p"], counted(len(routes.provider_ids), "provider"), "how many providers")
        several = len(routes.active) != len(routes.provider_ids)
        page.holds(one["r"], counted(len(routes.active), "route") if several else None, "how many routes")


def _no_reach(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(page.routes[page.id_of(found["m"])].all, [], "that no route is recorded")


def _choose(page: Page, found: re.Match[str], block: Block) -> None:
    model = block.marks["data-mc-about"]
    page.holds(found["m"], page.named(model), "the name")
    page.holds(items(page, found["c"], "case"), _picked(page, model), "all use cases that it is the choice for")
    _strengths(page, found, model)


def _unchosen(page: Page, found: re.Match[str], block: Block) -> None:
    model = block.marks["data-mc-about"]
    page.holds(page.id_of(found["m"]), model, "which model")
    page.holds(_picked(page, model), [], "that no use case points to it")
    _strengths(page, found, model)


def _strengths(page: Page, found: re.Match[str], model: str) -> None:
    told = items(page, found["s"], "strength") if found["s"] else []
    leads = {key for key in expected(page, model) if key != "decision_fit"}
    page.holds(len(told), min(len(leads), 4), "as many strengths as there are, up to four")
    for phrase in told:
        key = key_of(page, phrase)
        page.holds(key in leads, expected=True, what=f"that it leads in {phrase}")
    if found["s"]:
        page.holds(found["verb"], "strength here is" if len(told) == 1 else "strengths here are", "the verb")


def _picked(page: Page, model: str) -> list[str]:
    cases = [case for case in page.catalog.use_cases if use_case(page, case)[1] == model]
    return [page.catalog.phrase("use_cases", case) for case in cases]


def _behind(page: Page, found: re.Match[str], block: Block) -> None:
    model = block.marks["data-mc-about"]
    page.holds(page.id_of(found["m"]), model, "which model")
    page.holds(found["n"], "the other" if len(page.models) == 2 else "all the others", "the number")
    page.holds([*_picked(page, model), *(key for key in expected(page, model) if key != "decision_fit")], [], "nothing")
    for key in {key for key, _ in page.cells} - {"providers"}:
        if key in {"context_window", "max_output", "monthly_cost", *page.catalog.capabilities}:
            page.holds(leaders(page, key) != [model], expected=True, what=f"that it does not lead in {key}")
    for at in page.scores:
        page.holds(score_leaders(page, at) != [model], expected=True, what="that it leads in no score")


def _reviewed(page: Page, found: re.Match[str], _: Block) -> None:
    dates = {model: str(page.catalog.models[model]["reviewed"]) for model in _dated(page)}
    page.holds(found["first"], min(dates.values()), "the oldest review")
    told = {page.id_of(one["m"]): one["d"] for one in every(page, r"<m:model> <d:date>", found["all"] or "")}
    page.holds(told, dates if len(set(dates.values())) > 1 else {}, "each review")
    if told:
        page.holds(found["word"], "older" if len(told) == 2 else "oldest", "the word")


def _never(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(ids(page, found["who"]), [one for one in page.models if one not in _dated(page)], "who has none")


def _no_review(page: Page, _: re.Match[str], __: Block) -> None:
    page.holds(_dated(page), [], "that none is")


def _stale(page: Page, found: re.Match[str], _: Block) -> None:
    reviewed = page.catalog.models[page.id_of(found["m"])].get("reviewed", "")
    page.holds(found["verb"], "is" if found["n"] == "1 fact" else "are", "the verb")
    page.holds(reviewed < page.stale_before, expected=True, what="that the last look is too long ago")


def _dated(page: Page) -> list[str]:
    return [model for model in page.models if page.catalog.models[model].get("reviewed")]


def _true(page: Page, _: re.Match[str], __: Block) -> None:
    page.holds([one["href"] for one in page.sections["related"].select("a")], [], "that there is no link")


_STRENGTHS = r"its (?P<verb>strengths? here (?:is|are)) <s:strengths>"
DEEP_DIVE = (
    Rule(
        r"They differ in (?P<n>one capability|\d+ capabilities): (?P<what>.+?\)(?:(?:, | and )<:skill> \(.+?\))*)\.",
        _part,
    ),
    Rule(r"No capability is known to separate them\.", _inseparable),
    Rule(r"Too little is recorded of their capabilities to tell them apart\.", _too_little),
    Rule(r"<all:all> have <c:skills>(?P<so>, so those decide nothing)?\.", _all_have),
    Rule(r"No capability is established for <all:all>; ask before you rely on one\.", _none_known),
    Rule(
        r"Not established for at least one of the <n:count>: <c:skills>; ask before you rely on (?P<it>it|them)\.",
        _unsure,
    ),
    Rule(
        r"(?:By the token, )?<m:model> (?P<how>is cheapest|comes) from "
        r"(?P<route><:provider>(?: \([^()]*\))?: (?:free|<:sum> in and <:sum> out per 1M tokens)"
        r"(?:, at the tier over <:size> input tokens)?(?:, in batch)?(?:, up to <:size> tokens a request)?)"
        r"(?:, at the same cost as on (?P<level>\d+ other routes?))?\.",
        _way,
    ),
    Rule(r"What <m:model> costs by the token stays open: (?P<why>[^.]+)\.", _no_way),
    Rule(
        r"<:model> can be had from \d+ providers?(?: over \d+ routes?)?"
        r"(?:(?:, | and )<:model> from \d+ providers?(?: over \d+ routes?)?)*\.",
        _reach,
    ),
    Rule(r"Where <m:model> can be run is not recorded\.", _no_reach),
    Rule(rf"Choose <m:named> for <c:cases>(?:; {_STRENGTHS})?\.", _choose),
    Rule(rf"No use case points to <m:model>; {_STRENGTHS}\.", _unchosen),
    Rule(r"Nothing that is known puts <m:model> ahead of (?P<n>the other|all the others)\.", _behind),
)
REVIEWED = (
    Rule(
        r"Last reviewed <first:date>(?:, the (?P<word>older|oldest) of the dates "
        r"\((?P<all><:model> <:date>(?:, <:model> <:date>)*)\))?\.",
        _reviewed,
    ),
    Rule(r"No review is recorded for <who:models>\.", _never),
    Rule(r"No review is recorded\.", _no_review),
    Rule(r"(?P<n>\d+ facts?) about <m:model> (?P<verb>is|are) due for another look\.", _stale),
)
RELATED = (Rule(r"No other page of this site compares one of these models\.", _true),)
