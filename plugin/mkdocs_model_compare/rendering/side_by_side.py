"""The facts of every model as the cells of comparisons print them, for the script that shows chosen ones side by side.

The tables are those that stand in a comparison's own sections, and every text in them is made here: the script puts
cells beside each other and formats nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Fact, Model
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.catalog.staleness import stale_look
from mkdocs_model_compare.comparison import figures, rows
from mkdocs_model_compare.comparison.comparison import WINDOWS, Comparison
from mkdocs_model_compare.comparison.value import Value

from .citations import MARKED, described
from .labels import HEADINGS, Words
from .showing import Showing
from .words import traffic

VERSION = 1
# Beside the text of a cell: its numerals, which the script makes, and the sign of a yes or no, which is no text.
_BESIDE = re.compile(rf'{MARKED}|<sup class="mc-cite">.*?</sup>|<span aria-hidden="true">.*?</span>')


class SideBySide:
    """`limit` is the day before which a fact is stale."""

    def __init__(self, catalog: Catalog, workload: Workload, words: Words, show: Showing, limit: date | None) -> None:
        self._catalog = catalog
        self._workload = workload
        self._words = words
        self._show = show
        self._limit = limit
        self._values: dict[tuple[str | None, ...], int] = {}
        self._sources: dict[tuple[str | None, ...], int] = {}

    def data(self) -> Mapping[str, Any]:
        """`models`: id → name and cells, in the order of the rows of `sections`.

        A cell is the place of its value in `values` and of its sources in `sources`. A value is its state, its text,
        and what of these there is: the machine's form, the exact figure, the text in full, the link, the currency. A
        source is what it is in one line, its link, and the sign that stands for it where there is nothing to list.
        """
        keys = tuple(key for _, _, _, keys in self._tables() for key in keys)
        return {
            "version": VERSION,
            "sections": tuple(self._section(*table) for table in self._tables()),
            "models": {model.id: (model.name, self._cells(model, keys)) for model in self._catalog.models.values()},
            "values": tuple(map(_shortest, self._values)),
            "sources": tuple(map(_shortest, self._sources)),
        }

    def _tables(self) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
        """Name, caption, what heads the keys, and the keys, as in the templates of the sections."""
        cost = f"Monthly cost at {traffic(self._workload)}"
        yield "specs", "Specifications", "Specification", rows.SPECS
        yield "pricing", "Prices on the cheapest route of each model", "Price", rows.PRICES
        yield "monthly_cost", cost, "Cost", ("monthly_cost", "cheapest_route")
        yield "capabilities", "Capabilities", "Capability", tuple(self._catalog.settings.capabilities)

    def _section(self, name: str, caption: str, first: str, keys: tuple[str, ...]) -> tuple[object, ...]:
        return name, HEADINGS[name], caption, first, tuple((key, self._words.label(key)) for key in keys)

    def _cells(self, model: Model, keys: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
        # Alone, so that a size is short unless one of the model's own makes it unclear.
        comparison = Comparison((model,), self._catalog.settings, self._workload)
        return tuple(self._cell(comparison, model, key) for key in keys)

    def _cell(self, comparison: Comparison, model: Model, key: str) -> tuple[int, ...]:
        value = comparison.value(model, key)
        kept = self._values.setdefault(self._value(comparison, value), len(self._values))
        cited = dict.fromkeys(self._cited(value))
        return kept, *(self._sources.setdefault(source, len(self._sources)) for source in cited)

    def _value(self, comparison: Comparison, value: Value) -> tuple[str | None, ...]:
        text = Markup(_BESIDE.sub("", self._show.column(comparison, value.model, value.key))).striptags()  # noqa: S704
        full = None
        if value.known and value.key in WINDOWS:
            text, full = figures.tokens(value.raw), figures.exact(value.raw)
        return (
            value.state,
            text,
            value.machine if value.settled else None,
            value.exact,
            full,
            value.raw.url if value.known and value.key == "license" else None,
            value.currency if value.currency != "USD" else None,
        )

    def _cited(self, value: Value) -> Iterator[tuple[str, str | None, str | None]]:
        """Each source in one line, its link, and what stands in place of a numeral where there is none to list."""
        for fact in value.facts:
            if fact.source is not None:
                yield described(fact.source, fact) + self._age(value, fact), fact.source.url, None
        if value.facts and value.settled and not any(fact.source for fact in value.facts):
            yield "no source recorded" + self._age(value, value.facts[0]), None, "†"

    def _age(self, value: Value, fact: Fact[Any]) -> str:
        looked = stale_look(fact, value.model, self._limit) if self._limit else None
        return f", stale: last looked at {looked}" if looked else ""


def _shortest(values: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Without the Nones at its end."""
    last = max(place for place, value in enumerate(values) if value is not None)
    return values[: last + 1]
