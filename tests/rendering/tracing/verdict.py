"""What the verdict says (headline, warnings, reasons, weights, what is open), traced to the tables and the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from tests.rendering.tracing.grammar import Rule, every, ids, items, key_of
from tests.rendering.tracing.page import Block, Page
from tests.rendering.tracing.standing import (
    counts_scores,
    duel,
    led_scores,
    level,
    rankable,
    row_of,
    signal_leaders,
    stands,
    undecided,
    use_case,
    verdict,
    without,
)
from tests.rendering.tracing.wording import counted, listed, when

_LABELS = {
    "price": "Cost at this traffic",
    "benchmarks": "Shared benchmarks led",
    "providers": "Providers",
    "max_output": "Max output",
}


def _headline(page: Page, found: re.Match[str], block: Block) -> None:
    outcome, choice = verdict(page)
    said = "close" if found["close"] else "withheld" if found["held"] else "choice"
    page.holds(said, outcome, "the outcome")
    page.holds(block.marks["data-mc-outcome"], outcome, "the outcome's mark")
    page.holds(block.marks.get("data-mc-choice"), choice, "the choice's mark")
    page.holds(found["choice"], page.named(choice) if choice else None, "the choice")
    told = {
        one["m"]: items(page, one["c"], "case")
        for one in every(page, r"; choose <m:named> for <c:cases>", found["rest"])
    }
    picks = {case: use_case(page, case)[1] for case in page.catalog.use_cases}
    expected = {
        page.named(model): [page.catalog.phrase("use_cases", case) for case, pick in picks.items() if pick == model]
        for model in page.models
        if model != choice and model in picks.values()
    }
    page.holds(told, expected, "the use cases of others")


def _caution(page: Page, found: re.Match[str], _: Block) -> None:
    (model,) = ids(page, found["m"])
    page.holds(found["s"], page.cell("status", model).value, "the status")
    retires = page.catalog.fact(model, "retires")
    page.holds(found["was"] == "was", found["s"] == "retired" and bool(found["w"]), "the tense")
    if found["w"] or found["s"] != "retired":
        page.holds(found["w"], when(str(retires.value)) if retires.known else None, "when it retires")
    successor = page.catalog.models[model].get("successor")
    page.holds(found["next"], page.name(successor) if successor else None, "the successor")


def _reason(page: Page, found: re.Match[str], block: Block) -> None:
    signal = block.marks["data-mc-signal"]
    page.holds(found["weight"], page.catalog.signals[signal], "the weight")
    page.holds(ids(page, found["who"]), signal_leaders(page, signal), "who leads")
    weighed(page, signal, found[0].rpartition(" +")[0], signal_leaders(page, signal), page.models)


def weighed(page: Page, signal: str, text: str, leading: list[str], among: Sequence[str]) -> None:
    """The values of those ahead, and of those that they are ahead of: "Context window: 256k against 200k"."""
    behind = [one for one in among if one not in leading and _known(page, signal, one)]
    label, _, values = text.partition(": ")
    page.holds(label, _label(page, signal), "the signal")
    ahead, other = (
        listed(dict.fromkeys(_brought(page, signal, one, among) for one in side)) for side in (leading, behind)
    )
    pairs = ", pair by pair" if counts_scores(page, signal) and len(page.models) > 2 else ""
    page.holds(values, f"{ahead} against {other}{pairs}", "both values")


def _share_of_two(page: Page, found: re.Match[str], _: Block) -> None:
    _decided(page, found)
    page.holds([found["m"], found["o"]], [page.name(model) for model in page.models], "the models")
    one, other = page.models
    won = duel(page, one, other, page.catalog.signals).won
    page.holds([Decimal(found["a"]), Decimal(found["b"])], list(won.values()), "the weights won")


def _share(page: Page, found: re.Match[str], _: Block) -> None:
    _decided(page, found)


def _decided(page: Page, found: re.Match[str]) -> None:
    signals = page.catalog.signals
    page.holds(int(found["d"]), sum(not undecided(page, signal) for signal in signals), "how many are decided")
    page.holds(found["n"], counted(len(signals), "signal"), "of how many")
    page.holds(found["verb"], "is" if found["d"] == "1" else "are", "the verb")


def _winner(page: Page, found: re.Match[str], _: Block) -> None:
    choice = verdict(page)[1]
    page.holds(found["m"], page.name(choice) if choice else None, "the choice")
    told = every(page, r"<m:model> by <a:number> to <b:number>", found[0].partition(" wins against ")[2])
    others = [model for model in page.models if model != choice]
    page.holds([page.id_of(one["m"]) for one in told], others, "all others")
    for one, other in zip(told, others, strict=False):
        won = duel(page, str(choice), other, page.catalog.signals).won
        page.holds([Decimal(one["a"]), Decimal(one["b"])], list(won.values()), "the weights won")


_BEATEN = r"<:model> by <:number> to <:number>"
_WINS = rf" <:model> wins against {_BEATEN}(?:(?:, | and ){_BEATEN})*\."
_PAIR = "<:model> and <:model>, <:number> to <:number>"
_CLOSE, _UNKNOWN = (rf" {why}: {_PAIR}(?:; {_PAIR})*\." for why in ("Too close to call", "Too little is known"))


def _no_winner(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(verdict(page)[1], None, "that none wins")
    told = [*_victories(page, found["wins"]), *_unwon(page, found["close"], "close")]
    told += _unwon(page, found["unknown"], "withheld")
    every_pair = {frozenset(pair) for pair in combinations(page.models, 2)}
    page.holds({frozenset(pair) for pair, _, _ in told}, every_pair, "every pair")
    page.holds(len(told), len(every_pair), "each pair once")
    for pair, outcome, said in told:
        result = duel(page, *pair, page.catalog.signals)
        page.holds(outcome, result.outcome, "the outcome")
        page.holds(result.choice, pair[0] if outcome == "choice" else None, "the winner of the pair")
        page.holds(said, [result.won[model] for model in pair], "the weights won")


_Told = tuple[tuple[str, str], str, list[Decimal]]


def _victories(page: Page, text: str) -> Iterator[_Told]:
    for one in every(page, r"<m:model> wins against (?P<whom>[^;]+?\d)\.(?= |$)", text):
        for other in every(page, "<o:model> by <x:number> to <y:number>", one["whom"]):
            pair = page.id_of(one["m"]), page.id_of(other["o"])
            yield pair, "choice", [Decimal(other["x"]), Decimal(other["y"])]


def _unwon(page: Page, text: str | None, why: str) -> Iterator[_Told]:
    for one in every(page, "<a:model> and <b:model>, <x:number> to <y:number>", text or ""):
        yield (page.id_of(one["a"]), page.id_of(one["b"])), why, [Decimal(one["x"]), Decimal(one["y"])]


def _level(page: Page, found: re.Match[str], _: Block) -> None:
    told = {key_of(page, phrase) for phrase in items(page, found["what"], "phrase")}
    signals = page.catalog.signals
    page.holds(told, {one for one in signals if level(page, one)}, "what is level")


def _mixed(page: Page, found: re.Match[str], _: Block) -> None:
    told = {key_of(page, phrase) for phrase in items(page, found["what"], "phrase")}
    rest = {one for one in page.catalog.signals if not (undecided(page, one) or level(page, one))}
    page.holds(told, {one for one in rest if not signal_leaders(page, one)}, "what has no one best value")


_ONE = r"<:model>(?:: (?:undisclosed|not applicable|priced in [A-Z]{3}))?"
_GAP = rf"(?: \({_ONE}(?:(?:, | and ){_ONE})*\))?"
_GAPS = _GAP.replace("\\(", "\\((?P<who>").replace("\\)", ")\\)")


def _open(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(open_told(page, found["groups"]), open_signals(page), "what is open, and whose fact is missing")


def open_told(page: Page, text: str) -> dict[str, set[str]]:
    """Signal → the models whose fact is missing, from "shared benchmarks; cost at this traffic (Gemma)"."""
    told: dict[str, set[str]] = {}
    for one in every(page, rf"<what:phrases>{_GAPS}(?=; |$)", text):
        for phrase in items(page, one["what"], "phrase"):
            told[key_of(page, phrase)] = _gaps(page, one["who"], key_of(page, phrase))
    return told


def _gaps(page: Page, text: str | None, signal: str) -> set[str]:
    """The models whose fact is missing; what is told to stand in its place does."""
    for one in every(page, r"<m:model>: (?P<why>undisclosed|not applicable|priced in (?P<in>[A-Z]{3}))", text or ""):
        cell = page.cell(row_of(signal), page.id_of(one["m"]))
        told = {"undisclosed": "undisclosed", "not applicable": "na"}.get(one["why"], "known")
        page.holds((told, one["in"]), (cell.state, cell.currency if cell.known else None), "what there is instead")
    return set(ids(page, text)) or set(page.models)


def open_signals(page: Page) -> dict[str, set[str]]:
    """The signals that are open between some of the models, and whose facts are missing."""
    return {one: set(without(page, one)) for one in page.catalog.signals if undecided(page, one)}


def _missing_title(page: Page, _: re.Match[str], block: Block) -> None:
    page.holds(block.marks["data-mc-outcome"], "withheld", "the outcome")
    told = [str(one["data-mc-signal"]) for one in page.sections["verdict"].select(".mc-missing > li")]
    page.holds(set(told), set(open_signals(page)), "all that is missing")
    weights = [Decimal(page.catalog.signals[signal]) for signal in told]
    page.holds(weights, sorted(weights, reverse=True), "the heaviest first")


def _missing(page: Page, found: re.Match[str], block: Block) -> None:
    signal = block.marks["data-mc-signal"]
    page.holds(key_of(page, found["what"]), signal, "the signal")
    page.holds(_gaps(page, found["who"], signal), set(without(page, signal)), "whose fact is missing")


def reasons_told(page: Page) -> None:
    """Every signal that someone leads in is told as a reason, the heaviest first."""
    page.at = "verdict: the reasons"
    told = [str(one["data-mc-signal"]) for one in page.sections["verdict"].select(".mc-reasons > li")]
    led = [signal for signal in page.catalog.signals if signal_leaders(page, signal)]
    page.holds(told, sorted(led, key=lambda signal: -Decimal(page.catalog.signals[signal])), "all reasons")


def _known(page: Page, signal: str, model: str) -> bool:
    if counts_scores(page, signal):
        return any(stands(page, signal, model, other) is not None for other in page.models if other != model)
    return rankable(page, row_of(signal), model)


def _brought(page: Page, signal: str, model: str, among: Sequence[str]) -> str:
    if not counts_scores(page, signal):
        return (
            str(page.cell("provider_routes", model).value)
            if signal == "providers"
            else page.said(row_of(signal), model)
        )
    found = [led_scores(page, signal, model, other) for other in among if other != model]
    return f"{sum(ahead for ahead, _, _ in found)} of {sum(shared for _, _, shared in found)}"


def _label(page: Page, signal: str) -> str:
    if signal in page.catalog.capabilities:
        return str(page.catalog.capabilities[signal]["name"])
    if signal in page.catalog.benchmarks:
        return str(page.catalog.benchmarks[signal]["name"])
    return _LABELS.get(signal, signal.replace("_", " ").capitalize())


_SHARE = r"<d:number> of (?P<n>(?:no|\d+) signals?) (?P<verb>is|are) decided"
RULES = (
    Rule(
        r"(?:Choose <choice:named> overall|(?P<close>Too close to call overall)|"
        r"(?P<held>No overall verdict: too little is known))(?P<rest>(?:; choose <:named> for <:cases>)*)\.",
        _headline,
    ),
    Rule(
        r"<m:model> (?P<was>is|was) (?P<s>deprecated|retired)(?: (?:and (?:retires|was to retire) )?<w:when>)?"
        r"(?:; its successor is <next:model>)?\.",
        _caution,
    ),
    Rule(r"[^:]+: .+? against .+? \+(?P<weight>[\d.]+) <who:models>", _reason),
    Rule(rf"{_SHARE}, by weight <a:number> for <m:model> and <b:number> for <o:model>\.", _share_of_two),
    Rule(rf"{_SHARE} for all of them\.", _share),
    Rule(r"<m:model> wins against (?:(?:, | and )?<:model> by <:number> to <:number>)+\.", _winner),
    Rule(
        rf"None wins against every other\.(?P<wins>(?:{_WINS})*)(?P<close>{_CLOSE})?(?P<unknown>{_UNKNOWN})?",
        _no_winner,
    ),
    Rule(r"No one value is the best: <what:phrases>\.", _mixed),
    Rule(r"Level: <what:phrases>\.", _level),
    Rule(rf"Open: (?P<groups><:phrases>{_GAP}(?:; <:phrases>{_GAP})*)\.", _open),
    Rule("What is missing, the heaviest first:", _missing_title),
    Rule(rf"<what:phrase>{_GAPS}", _missing),
)
