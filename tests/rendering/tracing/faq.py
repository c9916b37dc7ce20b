"""What the questions ask and the answers say, traced to the tables."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import Tag

from tests.rendering.tracing.grammar import compiled, every, ids, items, key_of, names_of
from tests.rendering.tracing.page import Page, text_of
from tests.rendering.tracing.standing import leaders, order, rankable
from tests.rendering.tracing.wording import every_one, listed, not_one, term, term_verb, traffic, verb, when

_ASKED = {
    "context_window": (r"Which has the (?P<word>larger|largest) context window, <who:models>\?", "larger", "largest"),
    "cheaper": (r"Which is (?P<word>cheaper|cheapest), <who:models>\?", "cheaper", "cheapest"),
    "newer": (r"Which is (?P<word>newer|newest), <who:models>\?", "newer", "newest"),
    "open_source": (r"(?P<word>Is|Are any of) <who:models> open source\?", "Is", "Are any of"),
    "where_to_run": (r"Where can I run <who:models>(?P<word>)\?", "", ""),
    "capability": (r"(?P<word>Does|Do any of) <who:models> have <c:skill>\?", "Does", "Do any of"),
}
_ROWS = {"context_window": "context_window", "cheaper": "monthly_cost", "newer": "released"}


def check_questions(page: Page) -> None:
    told = []
    for entry in page.sections["faq"].find_all("div", attrs={"data-mc-question": True}):
        question = str(entry["data-mc-question"])
        if question != "note":
            told.append(question)
            _check(page, question, entry)
    page.at = "faq: the questions"
    page.holds(told, _answerable(page), "all that the facts answer, and no other")


def _check(page: Page, question: str, entry: Tag) -> None:
    asked, answered = (text_of(part) for part in entry.find_all(["dt", "dd"]))
    kind, _, capability = question.partition(":")
    page.at = f"faq: “{asked}”"
    pattern, two, more = _ASKED[kind]
    found = compiled(names_of(page.catalog), pattern).fullmatch(asked)
    if found is None:
        page.faults.append(f"{page.at} [no pattern knows this question]")
        return
    page.holds(ids(page, found["who"]), list(page.models), "the models")
    page.holds(found["word"], two if len(page.models) == 2 else more, "the word")
    if capability:
        page.holds(key_of(page, found["c"]), capability, "the capability")
    page.at = f"faq: “{asked}” “{answered}”"
    _ANSWERS[kind](page, answered, capability or _ROWS.get(kind, kind))


def _answerable(page: Page) -> list[str]:
    found = ["context_window"] if _told_apart(page, "context_window") else []
    if all(page.cell("license", model).known for model in page.models):
        found.append("open_source")
    asked = [key for key, one in page.catalog.capabilities.items() if one.get("ask") in {"yes", "true"}]
    settled = [key for key in asked if all(page.cell(key, model).settled for model in page.models)]
    found += [f"capability:{key}" for key in settled]
    found += ["cheaper"] if _told_apart(page, "monthly_cost") else []
    found += ["newer"] if _told_apart(page, "released") else []
    return found + (["where_to_run"] if all(page.routes[model].all for model in page.models) else [])


def _told_apart(page: Page, key: str) -> bool:
    """All can be ranked, and either some lead or all are the same."""
    if not all(rankable(page, key, model) for model in page.models):
        return False
    return bool(leaders(page, key)) or len({page.said(key, model) for model in page.models}) == 1


def _match(page: Page, pattern: str, text: str) -> re.Match[str] | None:
    found = compiled(names_of(page.catalog), pattern).fullmatch(text)
    if found is None:
        page.faults.append(f"{page.at} [no pattern knows this answer]")
    return found


def _ranked(page: Page, text: str, key: str) -> None:
    level, ahead, each, behind, tail = _FORMS[key]
    if not leaders(page, key):
        found = _match(page, level, text)
        if found:
            page.holds(found["none"], "Neither" if len(page.models) == 2 else not_one(page), "how many")
            for model in page.models:
                page.holds(found["v"], _value(page, key, model), f"the value of {model}")
            _tail(page, found)
        return
    found = _match(
        page,
        rf"(?P<ahead>.+?); (?P<behind>(?:(?:, | and )?{behind})+){tail}".replace("<m:", "<:").replace("<v:", "<:"),
        text,
    )
    if not found:
        return
    for model, other in [(one, other) for one in leaders(page, key) for other in page.models]:
        page.holds(order(page, key, model, other) != -1 if model != other else True, expected=True, what="ahead")
    best = leaders(page, key)
    names, value = listed(page.name(one) for one in best), _value(page, key, best[0])
    if key == "monthly_cost":
        ahead, each = _cost_form(page, best)
    said = ahead.format(names, value) + each if len(best) > 1 and key != "released" else ahead.format(names, value)
    if key == "released" and len(best) > 1:
        said = f"{names}, {'both' if len(best) == 2 else 'all'} released {value}"
    page.holds(found["ahead"], said, "who leads, and with what")
    told = [(page.id_of(one["m"]), one["v"]) for one in every(page, behind, found["behind"])]
    others = [model for model in page.models if model not in best]
    page.holds(told, [(model, _value(page, key, model)) for model in others], "the others' values")
    _tail(page, found)


def _cost_form(page: Page, best: list[str]) -> tuple[str, str]:
    """What is free is not said to be so "a month"; and two that print otherwise are told apart."""
    texts = {model: page.said("monthly_cost", model) for model in best}
    told = {model: ", free" if text == "free" else f", at {text} a month" for model, text in texts.items()}
    if len(set(texts.values())) > 1:
        return listed(f"{page.name(model)}{text}" for model, text in told.items()), ""
    return "{}" + told[best[0]], "" if texts[best[0]] == "free" else " each"


def _tail(page: Page, found: re.Match[str]) -> None:
    if "t" in found.groupdict():
        page.holds(found["t"], traffic(page), "the traffic")


def _value(page: Page, key: str, model: str) -> str:
    text = page.said(key, model)
    return when(str(page.cell(key, model).value)) if key == "released" else text


_FORMS = {
    "context_window": (
        r"(?P<none>Neither|None of the \w+): <:all> take <v:size> tokens\.",
        "{}, with {} tokens",
        " each",
        "<m:model> has <v:size>",
        r"\.",
    ),
    "monthly_cost": (
        r"(?P<none>Neither|None of the \w+) at <t:traffic>: (?:<:all> are )?<v:sum>(?: a month each)?\.",
        "{}, at {} a month",
        " each",
        "<m:model> comes to <v:sum>",
        r", for <t:traffic>\.(?: Other traffic weighs input and output differently and can turn this round\.)?",
    ),
    "released": (
        r"(?P<none>Neither|None of the \w+): <:all> came <v:when>\.",
        "{}, released {}",
        "",
        "<m:model> came <v:when>",
        r"\.",
    ),
}


def _open_source(page: Page, text: str, _: str) -> None:
    closed = [model for model in page.models if page.cell("openness", model).value == "proprietary"]
    if len(closed) == len(page.models):
        page.holds(text, f"No, {not_one(page).lower()}: {every_one(page).lower()} are proprietary.", "that none is")
        return
    groups: dict[str, list[str]] = {}
    for model in page.models:
        groups.setdefault(term(page, model), []).append(model)
    told = []
    for held, models in groups.items():
        aside = (
            ", which is not an open-source licence" if page.cell("openness", models[0]).value == "open-weights" else ""
        )
        who = every_one(page) if len(models) == len(page.models) else listed(map(page.name, models))
        told.append(f"{who} {term_verb(page, models)} {held}{aside}.")
    page.holds(text, " ".join(told), "each licence")


def _capability(page: Page, text: str, key: str) -> None:
    having = [model for model in page.models if page.cell(key, model).value == "yes"]
    lacking = [model for model in page.models if page.cell(key, model).value == "no"]
    page.holds(len(having) + len(lacking), len(page.models), "that all is known")
    if not lacking:
        page.holds(text, f"Yes, {every_one(page).lower()}.", "that all have it")
    elif not having:
        page.holds(text, f"No, {not_one(page).lower()}.", "that none has it")
    elif found := _match(page, r"<a:models> (?P<does>does|do); <b:models> (?P<not>does|do) not\.", text):
        page.holds(ids(page, found["a"]), having, "who has it")
        page.holds(ids(page, found["b"]), lacking, "who lacks it")
        page.holds([found["does"], found["not"]], [verb(one, "does", "do") for one in (having, lacking)], "the verbs")


def _where(page: Page, text: str, _: str) -> None:
    told = every(
        page, r"<m:model> is available from <p:providers>\.|Every recorded route to <r:model> is retired\.", text
    )
    page.holds(" ".join(one[0] for one in told), text, "nothing else")
    page.holds([page.id_of(one["m"] or one["r"]) for one in told], list(page.models), "each model")
    for one in told:
        providers = items(page, one["p"], "provider") if one["m"] else []
        page.holds(providers, page.routes[page.id_of(one["m"] or one["r"])].providers, "where it is")


_ANSWERS: dict[str, Callable[[Page, str, str], None]] = {
    "context_window": _ranked,
    "cheaper": _ranked,
    "newer": _ranked,
    "open_source": _open_source,
    "capability": _capability,
    "where_to_run": _where,
}
