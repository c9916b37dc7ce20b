"""A value → its HTML: printed form or state in words, and the mark of its sources. The same in cells and prose.

A page shows some 300 values, so fragments are f-strings of escaped text; only what a template gets is `Markup`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from jinja2.runtime import Macro
from markupsafe import Markup

from mkdocs_model_compare.catalog.model import Model, Score, State
from mkdocs_model_compare.comparison.benchmarks import Matchup
from mkdocs_model_compare.comparison.charts import Bar
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.paths import OWN_TEXTS, of_score, value_at
from mkdocs_model_compare.comparison.reasons import Evidence
from mkdocs_model_compare.comparison.rows import Cell, Row
from mkdocs_model_compare.comparison.value import Value

from . import pictures, words
from .cells import SAID_IN_CELLS
from .citations import References
from .escaping import CHECK, CROSS, TRIANGLE, escape, safe
from .labels import Words
from .words import listed

_SIGNS = {State.KNOWN: CHECK, State.NO: CROSS}
_US_DOLLAR = "USD"
# Some 10 MB, of a few hundred models.
_MOST = 16_384
# Some 10 kB each, of a model's many routes.
_MOST_TOLD = 256
S = TypeVar("S")
T = TypeVar("T")


class Showing:
    """Shows values the same on every page: their sources by the marks of `References`, which each page numbers."""

    def __init__(self, words: Words, references: References) -> None:
        self._words = words
        self._references = references
        # By identity: the value is kept with its HTML, so that no other can take its place in memory.
        self._prose: dict[int, tuple[Value, Markup]] = {}
        self._cells: dict[int, tuple[Value, tuple[str, str]]] = {}
        self._whole: dict[int, tuple[Cell, str]] = {}
        self._cited: dict[int, tuple[Value, Markup]] = {}
        self._scores: dict[int, tuple[Score, Value]] = {}
        self._bars: dict[int, tuple[Bar, Markup]] = {}
        self._once: dict[str, dict[int, tuple[object, Markup]]] = {}

    def __call__(self, value: Value) -> Markup:
        """Text and sources, for prose."""
        return _kept(self._prose, value, self._in_prose)

    def once(self, told: object, macro: Macro) -> Markup:
        """What a template's macro makes of a statement that is told on many pages, and of nothing else."""
        return _kept(self._once.setdefault(macro.name, {}), told, lambda one: safe(macro(one)), _MOST_TOLD)

    def all(self, values: Sequence[Value]) -> Markup:
        """Several values in prose, what reads alike once: "a, b and c"."""
        if len(values) == 1:
            return self(values[0])
        alike: dict[str, list[Value]] = {}
        for value in values:
            alike.setdefault(self._text(value), []).append(value)
        return safe(listed(text + self._references.mark(*found) for text, found in alike.items()))

    def text(self, value: Value) -> Markup:
        """The printed form, its exact figure one hover away; a state in words where no value is known."""
        return safe(self._text(value))

    def cite(self, value: Value) -> Markup:
        """The sources behind a value; a dagger where none is recorded."""
        return _kept(self._cited, value, self._mark)

    def cites(self, values: Iterable[Value]) -> Markup:
        """The sources behind several values that are told as one, each once."""
        return safe(self._references.mark(*values))

    def sourced(self, values: Iterable[Value]) -> Markup:
        """What several values are about, each with its sources: "reasoning, vision and tool use"."""
        return safe(listed(escape(self._words.phrase(one.key)) + self._references.mark(one) for one in values))

    def marks(self, value: Value) -> Markup:
        """The attributes that others can rely on."""
        return safe(_marks(value))

    def cells(self, cells: Iterable[Cell | None], blank: str = "") -> Markup:
        """A `td` for each; `blank` is the word in place of a cell that is none."""
        empty = f'<td><span class="mc-na">{escape(blank)}</span></td>'
        return safe("".join(empty if cell is None else self._cell(cell) for cell in cells))

    def rows(self, rows: Iterable[Row]) -> Markup:
        """The `tr`s of a table with a row per key and a column per model."""
        return safe("\n".join(self._row(row) for row in rows))

    def matrix(self, rows: Iterable[Row]) -> Markup:
        """The same, of a sign to the cell, whose word is there for those who do not see it."""
        return safe("\n".join(self._row(row, self._signed) for row in rows))

    def evidence(self, brought: Sequence[Evidence], tag: str = "") -> Markup:
        """What models bring to a signal, each in the tag, and what reads alike once."""
        start, end = (f"<{tag}>", f"</{tag}>") if tag else ("", "")
        if len(brought) == 1:
            return safe(f"{start}{self._evidence(brought[0])}{end}")
        told: dict[object, list[Evidence]] = {}
        for one in brought:
            told.setdefault(_read(one), []).append(one)
        return safe(listed(f"{start}{self._evidence(*alike)}{end}" for alike in told.values()))

    def bar(self, matchup: Matchup, bar: Bar) -> Markup:
        """A cell of the benchmark table: the score, its interval, who measured it and when, and its length."""
        if bar.score is None:
            return safe(self._td(Cell(value=self._measured(bar.model, matchup, None), lead=None)))
        return _kept(self._bars, bar, lambda one: safe(self._drawn(matchup, one)))

    def score(self, matchup: Matchup, model: Model) -> Markup:
        """A score that one model alone has, for prose."""
        return self.scored(model, matchup, next(score for score in matchup.scores if score is not None))

    def scored(self, model: Model, matchup: Matchup, score: Score) -> Markup:
        """A score in its unit, for prose."""
        return self(self._measured(model, matchup, score))

    def column(self, comparison: Comparison, model: Model, key: str) -> Markup:
        """A cell of a table over the catalog."""
        value = value_at(comparison, model, key) if key in OWN_TEXTS else comparison.value(model, key)
        return safe(self._td(Cell(value=value, lead=None)))

    def licensed(self, openness: Sequence[Value]) -> Markup:
        """The licence that these models share, as a property of theirs: `open source under Apache 2.0`."""
        first = openness[0]
        held = first.model.license.value
        if not first.known or held is None:
            told = f"under a licence that is {self._text(first)}"
        elif first.raw == "proprietary":
            told = "proprietary"
        else:
            told = f"{words.openness(first.raw)} under {escape(words.licence_name(held.name))}"
        return safe(told + self._references.mark(*openness))

    def _drawn(self, matchup: Matchup, bar: Bar) -> str:
        score = bar.score
        assert score is not None
        told = ", ".join(str(part) for part in (score.reported_by, score.date) if part)
        after = "".join(f"<small>{escape(part)}</small>" for part in (bar.interval, told) if part)
        value = self._measured(bar.model, matchup, score)
        cell = Cell(value=value, lead="better" if bar.ahead else None)
        return self._td(cell, after + pictures.bar(bar.share, bar.ends))

    def _measured(self, model: Model, matchup: Matchup, score: Score | None) -> Value:
        """A score as a value: the same one each time, so that its HTML is kept as that of other values is."""
        if score is None or score.fact.value is None:
            state = State.UNKNOWN if score is None else score.fact.state
            return Value(model=model, key=matchup.benchmark.id, state=state)
        return _kept(self._scores, score, lambda one: of_score(model, one.benchmark.id, one))

    def _row(self, row: Row, cell: Callable[[Cell], str] | None = None) -> str:
        differs = ' class="mc-differs"' if row.differs else ""
        head = f'<th scope="row">{escape(self._words.label(row.key))}</th>'
        return f'<tr data-mc-row="{escape(row.key)}"{differs}>{head}{"".join(map(cell or self._cell, row.cells))}</tr>'

    def _signed(self, cell: Cell) -> str:
        value = cell.value
        shown = f'<span class="mc-value">{self._text(value)}</span>{self._references.mark(value)}'
        return _td(_marks(value), pictures.sign(value.state) + shown, cell.lead)

    def _cell(self, cell: Cell) -> str:
        """One `td`; of those without a bar there is one for many pages."""
        return _kept(self._whole, cell, self._td) if cell.length is None else self._td(cell)

    def _td(self, cell: Cell, after: str = "") -> str:
        """`after` is HTML that goes below the value."""
        marks, shown = _kept(self._cells, cell.value, self._marked)
        if cell.length is not None:
            after += pictures.bar(cell.length)
        return _td(marks, shown, cell.lead, after)

    def _marked(self, value: Value) -> tuple[str, str]:
        """The attributes of a cell, and what is in it."""
        return _marks(value), f'<span class="mc-value">{self._in_cell(value)}</span>{self._references.mark(value)}'

    def _in_prose(self, value: Value) -> Markup:
        return safe(self._text(value) + self._references.mark(value))

    def _mark(self, value: Value) -> Markup:
        return safe(self._references.mark(value))

    def _evidence(self, *alike: Evidence) -> str:
        first = alike[0]
        if first.value is None:
            return f"{first.ahead} of {first.shared}"
        return self.all([one.value for one in alike if one.value is not None])

    def _in_cell(self, value: Value) -> str:
        """What a cell says, where that is more than the bare value."""
        if value.state is State.NO or value.raw is True:
            return f'<span aria-hidden="true">{_SIGNS[value.state]}</span> {self._text(value)}'
        said = SAID_IN_CELLS.get(value.key)
        return self._text(value) if said is None else said(value) or self._text(value)

    def _text(self, value: Value) -> str:
        if not value.known:
            return f'<span class="mc-{value.state}">{escape(self._words.state(value.key, value.state))}</span>'
        if value.exact:
            return f'<span title="{escape(value.exact)}">{escape(value.text)}</span>'
        return escape(value.text)


def _td(marks: str, shown: str, lead: str | None, after: str = "") -> str:
    if not lead:
        return f"<td{marks}>{shown}{after}</td>"
    return f'<td class="mc-better"{marks}>{shown} <span class="mc-lead">{TRIANGLE} {escape(lead)}</span>{after}</td>'


def _kept(kept: dict[int, tuple[S, T]], value: S, make: Callable[[S], T], most: int = _MOST) -> T:
    found = kept.get(id(value))
    if found is None:
        if len(kept) >= most:
            kept.clear()
        found = kept[id(value)] = (value, make(value))
    return found[1]


def _read(evidence: Evidence) -> object:
    value = evidence.value
    return (value.text or value.state) if value else (evidence.ahead, evidence.shared)


def _marks(value: Value) -> str:
    found = f' data-mc-model="{escape(value.model.id)}" data-mc-state="{value.state}"'
    if value.machine is not None and value.settled:
        found += f' data-mc-value="{escape(value.machine)}"'
    if value.currency is not None and value.currency != _US_DOLLAR:
        found += f' data-mc-currency="{escape(value.currency)}"'
    return found
