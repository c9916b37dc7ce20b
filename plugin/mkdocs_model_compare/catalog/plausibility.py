"""What in a catalog is possible and yet hardly so, by its facts alone; each doubt waits for a correction or a reason.

Only what the facts rule out is doubted: an unknown value, another currency or a date that may still fit never is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from .doubting import CUTOFF_AFTER_RELEASE, OUTPUT_OVER_CONTEXT, Doubt
from .model import Model, Status
from .plausible_prices import family_doubts, price_doubts

ENDS_SOON = timedelta(days=60)


def doubts(models: Mapping[str, Model]) -> Iterator[Doubt]:
    """Every doubt that needs no verdict."""
    families = defaultdict(list)
    for model in models.values():
        if model.family is not None:
            families[model.family].append(model)
        yield from _limits(model)
        yield from _dates(model)
        yield from price_doubts(model)
    for family in families.values():
        yield from family_doubts(family)


def ending(model: Model, today: date) -> str | None:
    """Which fact says that the model is retired, or retires within 60 days of today; None if none is sure to."""
    if model.status.value is Status.RETIRED:
        return "status"
    retires = model.retires.value
    return "retires" if retires is not None and retires.last <= today + ENDS_SOON else None


def _limits(model: Model) -> Iterator[Doubt]:
    window, output = model.context_window.value, model.max_output.value
    if window is not None and output is not None and output > window:
        yield Doubt(
            model=model,
            check=OUTPUT_OVER_CONTEXT,
            path="max_output",
            message=f"{output} is more than the context window, {window}; expected at most that",
            remedy="correct one of the two",
        )


def _dates(model: Model) -> Iterator[Doubt]:
    released, cutoff = model.released.value, model.knowledge_cutoff.value
    if released is not None and cutoff is not None and released.last < cutoff.first:
        yield Doubt(
            model=model,
            check=CUTOFF_AFTER_RELEASE,
            path="knowledge_cutoff",
            message=f"{cutoff} is after the release, {released}; expected a date before it",
            remedy="correct one of the two",
        )
