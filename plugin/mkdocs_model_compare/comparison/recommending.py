"""Verdicts that recommend a model which is retired, or soon will be: doubts about what a site compares.

The rule ranks what the facts say; that a choice is about to go away is for a person to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.doubting import RETIRED_CHOICE, Doubt
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.plausibility import ending
from mkdocs_model_compare.catalog.settings import Workload

from .comparison import Comparison
from .verdict import decide, winner

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Models whose verdict is given somewhere: their ids, and `where`, the file that asks for it."""

    models: tuple[str, ...]
    workload: Workload
    where: str


def recommended(catalog: Catalog, compared: Iterable[Compared], today: date) -> Iterator[Doubt]:
    """A doubt for each model on its way out that is the overall choice somewhere, naming where."""
    facts = {model.id: path for model in catalog.models.values() if (path := ending(model, today)) is not None}
    found: dict[str, dict[str, None]] = {}
    for one in compared if facts else ():
        choice = _choice(catalog, one) if not facts.keys().isdisjoint(one.models) else None
        if choice is not None and choice.id in facts:
            found.setdefault(choice.id, {})[one.where] = None
    for model_id, places in sorted(found.items()):
        yield _doubt(catalog.models[model_id], facts[model_id], tuple(places))


def _choice(catalog: Catalog, compared: Compared) -> Model | None:
    models = tuple(catalog.models[model] for model in compared.models)
    comparison = Comparison(models, catalog.settings, compared.workload)
    return winner(models, decide(comparison, models, catalog.settings.weights))


def _doubt(model: Model, path: str, places: tuple[str, ...]) -> Doubt:
    going = f"{model.id} is retired" if path == "status" else f"{model.id} retires {model.retires.value}"
    named, rest = ", ".join(places[:_MOST_NAMED]), len(places) - _MOST_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    instead = f"compare its successor, {model.successor}, instead" if model.successor else "compare another instead"
    return Doubt(
        model=model,
        check=RETIRED_CHOICE,
        path=path,
        message=f"{going}, and it is the overall choice of {named}{more}; expected a model that stays",
        remedy=instead,
    )
