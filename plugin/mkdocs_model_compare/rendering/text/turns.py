"""A verdict that turns → an item of a list: what was chosen and is chosen now, by which signals, and where."""

from __future__ import annotations

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.comparison.differences.turns import CaseTurn, SignalTurn, Turn
from mkdocs_model_compare.comparison.reasons import Reason
from mkdocs_model_compare.comparison.rule import Outcome
from mkdocs_model_compare.comparison.use_cases import Advice, Fitness
from mkdocs_model_compare.comparison.verdict import Verdict
from mkdocs_model_compare.rendering.words import listed, traffic

from .blocks import Block, Listing, Paragraph, Span

_OUTCOMES = {Outcome.CLOSE: "too close to call", Outcome.WITHHELD: "withheld"}
_FITNESS = {
    Fitness.CLOSE: "no difference",
    Fitness.OPEN: "cannot say",
    Fitness.NONE: "none has what it takes",
}
_MOST_NAMED = 5


def told_turn(turn: Turn) -> tuple[Block, ...]:
    names = " vs ".join(model.name for model in turn.models)
    verdict = f"{_outcome(turn.before)} → {_outcome(turn.after)}" if turn.turned else f"stays {_outcome(turn.after)}"
    head = Paragraph(spans=(Span(text=names, strong=True), Span(text=f": {verdict}")))
    lines = [f"{_signal(one)}" for one in turn.signals]
    lines += [f"{one.use_case.name}: {_case(one)}" for one in turn.cases]
    lines += [f"at {traffic(turn.workload)}; in {_places(turn.where)}"]
    return head, Listing(items=tuple((Paragraph(spans=(Span(text=line),)),) for line in lines))


def _outcome(verdict: Verdict) -> str:
    return _OUTCOMES.get(verdict.outcome, "") if verdict.choice is None else verdict.choice.name


def _case(turn: CaseTurn) -> str:
    return f"{_advice(turn.before)} → {_advice(turn.after)}"


def _advice(advice: Advice) -> str:
    return _FITNESS.get(advice.fitness, "") if advice.choice is None else advice.choice.name


def _signal(turn: SignalTurn) -> str:
    weights = {format(one.weight, "f") for one in (turn.before, turn.after) if one is not None}
    return f"{turn.signal} (weight {' → '.join(sorted(weights))}): {_stand(turn.before)} → {_stand(turn.after)}"


def _stand(reason: Reason | None) -> str:
    if reason is None:
        return "no weight"
    if reason.leaders:
        return _names(reason.leaders)
    if reason.missing:
        return f"open for {_names(reason.missing)}"
    return "level" if reason.level else "no one leads"


def _names(models: tuple[Model, ...]) -> str:
    return listed(model.name for model in models)


def _places(where: tuple[str, ...]) -> str:
    rest = len(where) - _MOST_NAMED
    return listed(where) if rest <= 1 else f"{', '.join(where[:_MOST_NAMED])} and {rest} more"
