"""The questions that the facts answer, and only those; then the curators' own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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

    `ahead` and `behind` are the values of the leaders and of the others; `turns`: at other traffic others can be ahead.
    `capability` is given for `capability:<id>`, with the values of the models `having` it and of those `without` it;
    `asked` and `answer` for a curator's own (`note`).
    """

    id: str
    values: tuple[Value, ...] = ()
    leaders: tuple[Model, ...] = ()
    ahead: tuple[Value, ...] = ()
    behind: tuple[Value, ...] = ()
    turns: bool = False
    capability: Capability | None = None
    having: tuple[Value, ...] = ()
    without: tuple[Value, ...] = ()
    asked: str | None = None
    answer: str | None = None

    @property
    def alike(self) -> bool:
        """Those ahead read the same, so that the figure is said once."""
        return len({value.text for value in self.ahead}) == 1

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
            yield Question(
                id=f"capability:{capability.id}",
                values=values,
                capability=capability,
                having=tuple([value for value in values if value.known]),
                without=tuple([value for value in values if not value.known]),
            )
    if all(ranked_cost(comparison, model) is not None for model in comparison.models):
        yield from _ranked(comparison, "cheaper", "monthly_cost", _turns)
    yield from _ranked(comparison, "newer", "released")
    coverage = comparison.values("provider_routes")
    if all(value.known for value in coverage):
        yield Question(id="where_to_run", values=coverage)


def own_questions(asked: tuple[tuple[str, str], ...]) -> tuple[Question, ...]:
    """The curators' questions and answers, as they wrote them."""
    return tuple(Question(id="note", asked=question, answer=answer) for question, answer in asked)


def _turns(comparison: Comparison, ahead: tuple[Value, ...], behind: tuple[Value, ...]) -> bool:
    """Whether input alone, or output alone, would cost less with a model that is behind than with one that leads."""
    ours, theirs = ([comparison.of_model(value.model, _least) for value in values] for values in (ahead, behind))
    return any(other[key] < one[key] for one in ours for other in theirs for key in _PARTS)


def _least(comparison: Comparison, model: Model) -> Mapping[PriceKey, Decimal]:
    """The lowest price of each kind on any route in the catalog's currency, of requests of this size."""
    found = [cost.offer for cost in comparison.costs(model)]
    own = [offer for offer in found if offer.currency == comparison.settings.currency]
    return {key: min(amount for offer in own if (amount := offer.amount(key)) is not None) for key in _PARTS}


def _ranked(
    comparison: Comparison,
    question: str,
    key: str,
    turns: Callable[[Comparison, tuple[Value, ...], tuple[Value, ...]], bool] = lambda *_: False,
) -> Iterator[Question]:
    """Asked only where every model can be ranked, and the best are told apart from the others or all the same."""
    values = comparison.values(key)
    if None in ranked(comparison, key):
        return
    first = leaders(comparison, key)
    if not first and len({value.text for value in values}) > 1:
        return
    leading = {model.id for model in first}
    ahead = tuple([value for value in values if value.model.id in leading])
    behind = tuple([value for value in values if value.model.id not in leading])
    yield Question(
        id=question,
        values=values,
        leaders=first,
        ahead=ahead,
        behind=behind,
        turns=turns(comparison, ahead, behind),
    )
