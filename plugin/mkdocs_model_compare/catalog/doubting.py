"""What a check of plausibility says: a doubt about facts that can be right all the same, until a curator says why.

The checks are in `plausibility.py` and `plausible_prices.py`; one needs the verdict and stands in `comparison/`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from mkdocs_model_compare.errors import Level, Place, Problem

from .model import Model

SIBLING_PRICE = "sibling-price"
ROUTE_PRICES = "route-prices"
CACHED_PRICE = "cached-price"
CUTOFF_AFTER_RELEASE = "cutoff-after-release"
OUTPUT_OVER_CONTEXT = "output-over-context"
RETIRED_CHOICE = "retired-choice"

# Id of a check, as `acknowledged` names it → what it doubts.
CHECKS: Mapping[str, str] = {
    SIBLING_PRICE: "a price equal to that of an older model of the family, where a newer one has another",
    ROUTE_PRICES: "a route whose price differs more than threefold from another route's",
    CACHED_PRICE: "a price for cached input above that for input",
    CUTOFF_AFTER_RELEASE: "a knowledge cutoff after the release",
    OUTPUT_OVER_CONTEXT: "a maximum output above the context window",
    RETIRED_CHOICE: "a verdict for a model that is retired, or retires within 60 days",
}

# A model's id and the path of a fact → where that stands in the model's file.
Locate: TypeAlias = Callable[[str, str], Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """`path` is that of the doubted fact in the model's file; `message` is found and expected, without the remedy."""

    model: Model
    check: str
    path: str
    message: str
    remedy: str


def outstanding(doubts: Iterable[Doubt], locate: Locate) -> Iterator[Problem]:
    """A problem for every doubt that its model's file does not acknowledge.

    A warning, except that a model which goes away is recommended: that is an error.
    """
    # Those of one file together, which is then read but once for its places.
    for doubt in sorted(doubts, key=lambda one: one.model.id):
        if reason_for(doubt) is None:
            message = f"{doubt.message}; {doubt.remedy}, or say why it is right under acknowledged, as {doubt.check}"
            level = Level.ERROR if doubt.check == RETIRED_CHOICE else Level.WARNING
            yield Problem(place=locate(doubt.model.id, doubt.path), where=doubt.path, message=message, level=level)


def needless(
    models: Iterable[Model], doubts: Collection[Doubt], locate: Locate, *, open_to: Callable[[Model, str], bool]
) -> Iterator[Problem]:
    """A warning for every acknowledgement that no doubt is answered by.

    `open_to`: whether a check can doubt the model elsewhere, so that its acknowledgement is left in peace.
    """
    answered = {(doubt.model.id, doubt.check, path) for doubt in doubts if (path := reason_for(doubt)) is not None}
    for model in models:
        for check, reasons in model.acknowledged.items():
            for path in reasons:
                if (model.id, check, path) in answered or open_to(model, check):
                    continue
                where = f"acknowledged.{check}" + (f".{path}" if path else "")
                message = "nothing here is doubted any more; expected only what still is; remove it"
                yield Problem(place=locate(model.id, where), where=where, message=message, level=Level.WARNING)


def reason_for(doubt: Doubt) -> str | None:
    """The path under which the model's file acknowledges the doubt: the longest that leads to it, or "" for all."""
    reasons = doubt.model.acknowledged.get(doubt.check, {})
    fitting = (path for path in reasons if not path or f"{doubt.path}.".startswith(f"{path}."))
    return max(fitting, key=len, default=None)
