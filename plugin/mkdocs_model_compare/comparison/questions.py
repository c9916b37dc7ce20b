"""The questions that the facts answer, and only those; then the curators' own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model, PriceKey
from mkdocs_model_compare.catalog.settings import Capability

from .comparison import Comparison
from .money_values import ranked_cost
from .ranking import ranked
from .rows import leaders
from .statement import statement
from .value import Value

_PARTS: tuple[PriceKey, ...] = ("input", "output")


@statement(frozen=True, slots=True, kw_only=True)
class Question:
    """`id` is the mark `data-mc-question`. `values`: one per model; `leaders`: who has the better of it, none if level.

    `turns`: at other traffic others can be ahead. `capability` is given for `capability:<id>`, `asked` and `answer` for
    a curator's own (`note`).
    """

    id: str
    values: tuple[Value, ...] = ()
    leaders: tuple[Model, ...] = ()
    capability: Capability | None = None
    asked: str | None = None
    answer: str | None = None
    turns: bool = False

    @property
    def ahead(self) -> tuple[Value, ...]:
        return tuple(value for value in self.values if any(value.model is leader for leader in self.leaders))

    @property
    def alike(self) -> bool:
        """Those ahead read the same, so that the figure is said once."""
        return len({value.text for value in self.ahead}) == 1

    @property
    def behind(self) -> tuple[Value, ...]:
        return tuple(value for value in self.values if all(value.model is not leader for leader in self.leaders))

    @property
    def having(self) -> tuple[Value, ...]:
        return tuple(value for value in self.values if value.known)

    @property
    def without(self) -> tuple[Value, ...]:
        return tuple(value for value in self.values if not value.known)

    @property
    def closed(self) -> bool:
        """Of `open_source`: every licence is proprietary."""
        return all(value.raw.openness == "proprietary" for value in self.values)


def questions(comparison: Comparison) -> tuple[Question, ...]:
    return tuple(_questions(comparison))


def _questions(comparison: Comparison) -> Iterator[Question]:
    yield from _ranked(comparison, "context_window", "context_window")
    licenses = comparison.values("license")
    if all(value.known for value in licenses):
        yield Question(id="open_source", values=licenses)
    for capability in comparison.settings.capabilities.values():
        values = comparison.values(capability.id)
        if capability.ask and all(value.settled for value in values):
            yield Question(id=f"capability:{capability.id}", values=values, capability=capability)
    if all(ranked_cost(comparison, model) is not None for model in comparison.models):
        yield from (
            replace(one, turns=_turns(comparison, one)) for one in _ranked(comparison, "cheaper", "monthly_cost")
        )
    yield from _ranked(comparison, "newer", "released")
    coverage = comparison.values("provider_routes")
    if all(value.known for value in coverage):
        yield Question(id="where_to_run", values=coverage)


def own_questions(asked: tuple[tuple[str, str], ...]) -> tuple[Question, ...]:
    """The curators' questions and answers, as they wrote them."""
    return tuple(Question(id="note", asked=question, answer=answer) for question, answer in asked)


def _turns(comparison: Comparison, question: Question) -> bool:
    """Whether input alone, or output alone, would cost less with a model that is behind than with one that leads."""
    ahead, behind = (
        [comparison.of_model(value.model, _least) for value in values] for values in (question.ahead, question.behind)
    )
    return any(theirs[key] < ours[key] for ours in ahead for theirs in behind for key in _PARTS)


def _least(comparison: Comparison, model: Model) -> Mapping[PriceKey, Decimal]:
    """The lowest price of each kind on any route in the catalog's currency, of requests of this size."""
    found = [cost.offer for cost in comparison.costs(model)]
    own = [offer for offer in found if offer.currency == comparison.settings.currency]
    return {key: min(amount for offer in own if (amount := offer.amount(key)) is not None) for key in _PARTS}


def _ranked(comparison: Comparison, question: str, key: str) -> Iterator[Question]:
    """Asked only where every model can be ranked, and the best are told apart from the others or all the same."""
    values = comparison.values(key)
    if None in ranked(comparison, key):
        return
    ahead = leaders(comparison, key)
    if ahead or len({value.text for value in values}) == 1:
        yield Question(id=question, values=values, leaders=ahead)
