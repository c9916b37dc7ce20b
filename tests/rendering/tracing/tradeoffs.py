"""What each model alone has or leads in, traced to the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.rendering.tracing.grammar import Check, Rule, ids, items, key_of
from tests.rendering.tracing.page import Block, Page
from tests.rendering.tracing.standing import leaders, rankable, score_leaders
from tests.rendering.tracing.summary import only_ones
from tests.rendering.tracing.wording import NUMBERS, listed, term

LEADING = (
    "context_window",
    "max_output",
    "monthly_cost",
    "cheapest_output",
    "provider_routes",
    "openness",
    "commercial_use",
    "released",
    "knowledge_cutoff",
    "status",
)


def led(page: Page, model: str) -> list[str]:
    """The rows that the model alone leads."""
    found = [key for key in LEADING if leaders(page, key) == [model]]
    return [key for key in found if key != "cheapest_output" or "monthly_cost" not in found]


def _name(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["m"], page.named(*ids(page, found["m"], "named")), "the name")


def _lead(key: str, two: str, more: str) -> Check:
    def check(page: Page, found: re.Match[str], block: Block) -> None:
        model = block.marks["data-mc-about"]
        others = [one for one in page.models if one != model and rankable(page, key, one)]
        page.holds(block.marks["data-mc-key"], key, "the key")
        page.holds([model], leaders(page, key), "who leads")
        page.holds(found["word"], more if len(page.models) > 2 else two, "the word")
        page.holds(bool(found["known"]), len(others) < len(page.models) - 1, "whether all are known")
        page.holds(found["own"], _says(page, key, model), "its value")
        said = dict.fromkeys(_says(page, key, one) for one in others)
        page.holds(found["other"], listed(said), "the others' values")

    return check


def _says(page: Page, key: str, model: str) -> str:
    if key == "openness":
        return term(page, model)
    if key == "provider_routes":
        return str(page.cell(key, model).value)
    return page.said(key, model, lower=key in {"commercial_use", "status"})


def _only(page: Page, found: re.Match[str], block: Block) -> None:
    page.holds(found["n"], NUMBERS[len(page.models)], "how many")
    page.holds(block.marks["data-mc-key"], key_of(page, found["c"]), "the key")
    page.holds(
        (block.marks["data-mc-about"], found["c"]) in only_ones(page), expected=True, what="that all others lack it"
    )


def _some_lack(page: Page, found: re.Match[str], block: Block) -> None:
    key, model = key_of(page, found["c"]), block.marks["data-mc-about"]
    page.holds(block.marks["data-mc-key"], key, "the key")
    page.holds(page.cell(key, model).value, "yes", "that it has it")
    lacking = [one for one in page.models if page.cell(key, one).value == "no"]
    page.holds(ids(page, found["not"]), lacking, "who lacks it")
    page.holds(found["verb"], "does" if len(lacking) == 1 else "do", "the verb")
    page.holds(len(lacking) < len(page.models) - 1, expected=True, what="that of others it is not known")


def _score(page: Page, found: re.Match[str], block: Block) -> None:
    model, at = block.marks["data-mc-about"], measured(page, found["what"])
    page.holds(block.marks["data-mc-key"], at[0], "the key")
    page.holds([model], score_leaders(page, at), "who leads")
    others = [cell.text for one, cell in page.scores[at].items() if cell.known and one != model]
    page.holds(found["own"], page.scores[at][model].text, "its score")
    page.holds(found["other"], listed(others), "the others' scores")


def measured(page: Page, text: str) -> tuple[str, str]:
    """`SWE-bench Verified (mini-agent)` → the benchmark's id and the variant."""
    found = re.fullmatch(r"(.+?)(?: \(([^()]*)\))?", text)
    assert found
    return key_of(page, found[1]), found[2] or ""


def _vouched(page: Page, found: re.Match[str], block: Block) -> None:
    told = items(page, found["c"], "case")
    fit = page.catalog.models[block.marks["data-mc-about"]].get("fit", ())
    page.holds(told, [page.catalog.phrase("use_cases", case) for case in fit], "what the file vouches for")


def _nothing(page: Page, _: re.Match[str], block: Block) -> None:
    page.holds(list(expected(page, block.marks["data-mc-about"])), [], "that there is nothing")


def expected(page: Page, model: str) -> Iterator[str]:
    """The keys that must be told of the model."""
    yield from led(page, model)
    yield from (key for key in page.catalog.capabilities if leaders(page, key) == [model])
    yield from (at[0] for at in page.scores if score_leaders(page, at) == [model])
    if page.catalog.models[model].get("fit"):
        yield "decision_fit"


def all_told(page: Page) -> None:
    for model in page.models:
        page.at = f"tradeoffs: of {model}"
        told = page.sections["tradeoffs"].find_all("li", attrs={"data-mc-about": model, "data-mc-key": True})
        page.holds(sorted(str(one["data-mc-key"]) for one in told), sorted(expected(page, model)), "all leads")


_KNOWN = "(?P<known>, as far as known)?"


def _rule(key: str, two: str, more: str, own: str, between: str = " against ", end: str = "") -> Rule:
    kind = own.strip("<>").partition(":")[2]
    after = f"(?P<other><:{kind}s>)" if kind != "word" else r"(?P<other>.+)"
    value = own if kind != "word" else r"(?P<own>permitted|conditional|prohibited|active|preview|legacy|deprecated)"
    what = {
        "commercial_use": "commercial use",
        "status": "standing",
        "released": "release",
        "openness": "licence",
    }.get(key)
    subject = (
        what
        or {
            "context_window": "context window",
            "max_output": "output",
            "monthly_cost": "cost at this traffic",
            "cheapest_output": "output price",
            "provider_routes": "providers",
            "knowledge_cutoff": "knowledge cutoff",
        }[key]
    )
    return Rule(rf"(?P<word>{two}|{more}) {subject}{_KNOWN}: {value}{end}{between}{after}\.", _lead(key, two, more))


RULES = (
    _rule("context_window", "The larger", "The largest", "<own:size>", end=" tokens"),
    Rule(
        rf"(?P<word>The longer|The longest) output{_KNOWN}: up to <own:size> tokens against <other:sizes>\.",
        _lead("max_output", "The longer", "The longest"),
    ),
    _rule("monthly_cost", "The lower", "The lowest", "<own:sum>", end="(?: a month)?"),
    _rule("cheapest_output", "The lower", "The lowest", "<own:sum>", end="(?: per 1M tokens)?"),
    _rule("provider_routes", "More", "The most", "<own:number>"),
    Rule(
        rf"(?P<word>The more|The most) open licence{_KNOWN}: <own:term>, against <other:terms>\.",
        _lead("openness", "The more", "The most"),
    ),
    _rule("commercial_use", "Freer", "The freest", "<own:word>"),
    _rule("status", "Better", "The best", "<own:word>"),
    _rule("released", "The newer", "The newest", "<own:date>"),
    _rule("knowledge_cutoff", "The later", "The latest", "<own:date>"),
    Rule(r"Has <c:skill>; <not:models> (?P<verb>does|do) not\.", _some_lack),
    Rule(r"The only one of the <n:count> with <c:skill>\.", _only),
    Rule(r"Ahead in <what:measure>: <own:score> against <other:scores>\.", _score),
    Rule(r"The editors vouch for it for <c:cases>\.", _vouched),
    Rule(r"Nothing that is known sets it apart\.", _nothing),
    Rule("<m:named>", _name),
)
