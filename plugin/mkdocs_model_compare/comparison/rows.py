"""The rows of the tables: one value per model, and which of them leads."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Model

from .comparison import Comparison
from .lengths import DRAWN, lengths
from .ranking import contests, order_of, ranked
from .statement import statement
from .value import Value

_PAIR = 2
SPECS = (
    "released",
    "context_window",
    "max_output",
    "parameters",
    "architecture",
    "license",
    "openness",
    "commercial_use",
    "knowledge_cutoff",
    "modalities",
    "status",
)
PRICES = (
    "input_price",
    "output_price",
    "cached_input_price",
    "batch_input_price",
    "batch_output_price",
    "providers",
)


@statement(frozen=True, slots=True, kw_only=True)
class Cell:
    """`lead` is the word that tells why this is the better value ("larger"), None where it is not.

    `length` is that of its bar, in percent of the longest of the row; None where there is none to draw.
    """

    value: Value
    lead: str | None
    length: Decimal | None = None


@statement(frozen=True, slots=True, kw_only=True)
class Row:
    """`differs`: the models are known to differ here."""

    key: str
    cells: tuple[Cell, ...]
    differs: bool


def row(comparison: Comparison, key: str) -> Row:
    values = comparison.values(key)
    leads: list[str | None] = [None] * len(values)
    for model in leaders(comparison, key):
        leads[comparison.places[model.id]] = _word(comparison, values)
    if key in DRAWN:
        drawn = zip(values, leads, lengths(values), strict=True)
        cells = [Cell(value=value, lead=lead, length=length) for value, lead, length in drawn]
    else:
        cells = [_cell(comparison, value, lead) for value, lead in zip(values, leads, strict=True)]
    return Row(key=key, cells=tuple(cells), differs=_differ(values))


def _cell(comparison: Comparison, value: Value, lead: str | None) -> Cell:
    """The same one wherever the same value leads or does not, so that its HTML is made once."""
    kept = comparison.of_model(value.model, _cells)
    found = kept.get((value.key, lead))
    if found is None or found.value is not value:
        found = kept[value.key, lead] = Cell(value=value, lead=lead)
    return found


def _cells(_: Comparison, __: Model) -> dict[tuple[str, str | None], Cell]:
    """Those of one model that tables have had so far."""
    return {}


def leaders(comparison: Comparison, key: str) -> tuple[Model, ...]:
    """The models with the best value; none where nothing can be ranked, or all are level.

    None either where the best cannot be told apart, though they are not the same: "2025" and "2025-10".
    """
    return comparison.of_all(_leaders).get(key, ())


def _leaders(comparison: Comparison) -> Mapping[str, tuple[Model, ...]]:
    """By key."""
    models, found = comparison.models, {}
    for key, contest in comparison.of_all(contests).items():
        best = contest.best
        if len(best) > 1:
            ranks = ranked(comparison, key)
            best = best if len({ranks[place] for place in best}) == 1 else ()
        found[key] = tuple([models[place] for place in best])
    return found


def capability_rows(comparison: Comparison) -> tuple[Row, ...]:
    return tuple(row(comparison, key) for key in comparison.settings.capabilities)


def _differ(values: tuple[Value, ...]) -> bool:
    """Whether those that are settled read otherwise: two costs that print alike do not differ."""
    settled = [value for value in values if value.settled]
    if len(settled) < _PAIR:
        return False
    seen = {value.text for value in settled}
    if len(seen) == 1 and values[0].key == "provider_routes":
        # The count of providers stands beside that of their routes.
        return len({len(value.raw.routes) for value in settled}) > 1
    return len(seen) > 1


def _word(comparison: Comparison, values: tuple[Value, ...]) -> str:
    key = values[0].key
    order = order_of(key)
    if len(values) == _PAIR:
        return order.better
    # The best of those that are known is not the best of all; what has a capability has it, whatever the others have.
    complete = key in comparison.settings.capabilities or None not in ranked(comparison, key)
    return order.best if complete else f"{order.best} known"
