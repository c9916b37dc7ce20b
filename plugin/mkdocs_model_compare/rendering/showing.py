"""A value → its HTML: printed form or state in words, and the numeral of its source. The same in cells and prose.

A page shows some 200 values, so fragments are f-strings of escaped text, made once per value; `Markup` says that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup
from markupsafe import escape as _escape

from mkdocs_model_compare.catalog.model import Fact, Model, Score, Source, State
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.benchmarks import Matchup, score_text
from mkdocs_model_compare.comparison.charts import Bar
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.paths import OWN_TEXTS, value_at
from mkdocs_model_compare.comparison.rows import Cell, Row
from mkdocs_model_compare.comparison.value import Value, of_fact
from mkdocs_model_compare.comparison.verdict import Evidence

from . import words
from .citations import Citations, Entry
from .words import Words

_SIGNS = {State.KNOWN: "✓", State.NO: "✕"}
_NO_SOURCE = Markup('<sup class="mc-cite"><span title="no source recorded">†</span></sup>')
_US_DOLLAR = "USD"


def _route(value: Value) -> str:
    return escape(words.unit_prices(value.raw) if value.known else words.lacking(value.model))


def _coverage(value: Value) -> str | None:
    return words.coverage(value.raw) if value.known else None


def _providers(value: Value) -> str | None:
    if not value.known:
        return None
    return escape(words.listed(provider.name for provider in value.raw.providers) or "none active")


def _license(value: Value) -> str | None:
    url = value.raw.url if value.known else None
    return f'<a href="{escape(url)}">{escape(value.text)}</a>' if url else None


# None: the value's own text or state says it.
_SAID_IN_CELLS: Mapping[str, Callable[[Value], str | None]] = {
    "cheapest_route": _route,
    "provider_routes": _coverage,
    "providers": _providers,
    "shared_benchmarks": lambda value: words.shared_scores(*value.raw),
    "license": _license,
    "cost_delta": lambda value: "lowest" if value.known and not value.raw else None,
}


class Showing:
    """Shows the values of one page, and cites their sources in its list."""

    def __init__(self, words: Words, citations: Citations) -> None:
        self._words = words
        self._citations = citations
        # By identity: the value is kept with its HTML, so that no other can take its place in memory.
        self._texts: dict[int, tuple[Value, Markup]] = {}
        self._cites: dict[int, tuple[Value, Markup]] = {}
        self._prose: dict[int, tuple[Value, Markup]] = {}
        self._numbers: dict[int, str] = {}

    def __call__(self, value: Value) -> Markup:
        """Text and source numerals, for prose."""
        return _kept(self._prose, value, lambda one: f"{self.text(one)}{self.cite(one)}")

    def text(self, value: Value) -> Markup:
        """The printed form, its exact figure one hover away; a state in words where no value is known."""
        return _kept(self._texts, value, self._text)

    def cite(self, value: Value) -> Markup:
        """The numerals of the sources behind a value; a dagger where none is recorded."""
        return _kept(self._cites, value, self._cite)

    def cites(self, values: Iterable[Value]) -> Markup:
        """The numerals of the sources behind several values that are told as one, each once."""
        facts = [(value, fact) for value in values for fact in value.facts if value.settled or fact.source]
        numerals = list(self._numerals(facts))
        if numerals:
            return _safe(f'<sup class="mc-cite">{" ".join(numerals)}</sup>')
        return _NO_SOURCE if facts else Markup()

    def marks(self, value: Value) -> Markup:
        """The attributes that others can rely on."""
        found = f' data-mc-model="{escape(value.model.id)}" data-mc-state="{value.state}"'
        if value.machine is not None and value.settled:
            found += f' data-mc-value="{escape(value.machine)}"'
        if value.currency is not None and value.currency != _US_DOLLAR:
            found += f' data-mc-currency="{escape(value.currency)}"'
        return _safe(found)

    def cell(self, cell: Cell, after: str = "") -> Markup:
        """One `td`; `after` is HTML that goes below the value."""
        value = cell.value
        better, lead = "", ""
        if cell.lead:
            better = ' class="mc-better"'
            lead = f' <span class="mc-lead">▲ {escape(cell.lead)}</span>'
        shown = f'<span class="mc-value">{self._in_cell(value)}</span>{self.cite(value)}{lead}'
        return _safe(f"<td{better}{self.marks(value)}>{shown}{after}</td>")

    def rows(self, rows: Iterable[Row]) -> Markup:
        """The `tr`s of a table with a row per key and a column per model."""
        return _safe("\n".join(self._row(row) for row in rows))

    def evidence(self, one: Evidence) -> Markup:
        """What a model brings to a signal: its value, or how many of the shared benchmarks it leads."""
        return _safe(f"ahead in {one.ahead} of {one.shared}") if one.value is None else self(one.value)

    def bar(self, matchup: Matchup, bar: Bar) -> Markup:
        """A cell of the benchmark table: the score, its interval, who measured it and when, and its length."""
        value = _scored(bar.model, matchup, bar.score)
        after = ""
        if bar.score is not None:
            told = ", ".join(str(part) for part in (bar.score.reported_by, bar.score.date) if part)
            after = "".join(f"<small>{escape(part)}</small>" for part in (bar.interval, told) if part)
            after += f'<span class="mc-bar" style="--mc-share:{bar.share}%"></span>'
        return self.cell(Cell(value=value, lead="better" if bar.ahead else None), after)

    def score(self, matchup: Matchup, model: Model) -> Markup:
        """A score that one model alone has, for prose."""
        return self.scored(model, matchup, next(score for score in matchup.scores if score is not None))

    def scored(self, model: Model, matchup: Matchup, score: Score) -> Markup:
        """A score in its unit, for prose."""
        return self(_scored(model, matchup, score))

    def column(self, comparison: Comparison, model: Model, key: str) -> Markup:
        """A cell of a table over the catalog."""
        value = value_at(comparison, model, key) if key in OWN_TEXTS else comparison.value(model, key)
        return self.cell(Cell(value=value, lead=None))

    def _row(self, row: Row) -> str:
        differs = ' class="mc-differs"' if row.differs else ""
        head = f'<th scope="row">{escape(self._words.label(row.key))}</th>'
        return f'<tr data-mc-row="{escape(row.key)}"{differs}>{head}{"".join(map(self.cell, row.cells))}</tr>'

    def licensed(self, openness: Sequence[Value]) -> Markup:
        """The licence that these models share, as a property of theirs: `open source under Apache 2.0`."""
        first = openness[0]
        held = first.model.license.value
        if not first.known or held is None:
            told = f"under a licence that is {self.text(first)}"
        elif first.raw == "proprietary":
            told = "proprietary"
        else:
            told = f"{words.openness(first.raw)} under {escape(words.licence_name(held.name))}"
        return _safe(f"{told}{self.cites(openness)}")

    def _in_cell(self, value: Value) -> str:
        """What a cell says, where that is more than the bare value."""
        if value.state is State.NO or value.raw is True:
            return f'<span aria-hidden="true">{_SIGNS[value.state]}</span> {self.text(value)}'
        said = _SAID_IN_CELLS.get(value.key)
        return self.text(value) if said is None else said(value) or self.text(value)

    def _text(self, value: Value) -> str:
        if not value.known:
            return f'<span class="mc-{value.state}">{escape(self._words.state(value.key, value.state))}</span>'
        if value.exact:
            return f'<span title="{escape(value.exact)}">{escape(value.text)}</span>'
        return escape(value.text)

    def _cite(self, value: Value) -> str:
        return self.cites((value,))

    def _numerals(self, facts: Iterable[tuple[Value, Fact[Any]]]) -> Iterator[str]:
        seen: set[int] = set()
        for value, fact in facts:
            entry = self._citations.cite(fact, partial(self._named, value, fact))
            if entry is not None and entry.number not in seen:
                seen.add(entry.number)
                yield self._numeral(entry, fact)

    def _numeral(self, entry: Entry, fact: Fact[Any]) -> str:
        if fact.note or fact.retrieved != entry.source.retrieved:
            return _anchor(entry, fact)
        found = self._numbers.get(entry.number)
        if found is None:
            found = self._numbers[entry.number] = _anchor(entry, fact)
        return found

    def _named(self, value: Value, fact: Fact[Any]) -> str:
        return f"{value.model.name}, {self._words.phrase_of(fact.path)}"


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    return str(_escape(text))


def described(source: Source, fact: Fact[Any] | None = None) -> str:
    """A source in one line: what it is, when it was read, and the notes."""
    note = fact.note if fact else None
    retrieved = (fact.retrieved if fact else None) or source.retrieved
    name = source.title or source.url or ("editors' judgement" if source.editorial else source.id)
    when = f"retrieved {retrieved}" if retrieved else None
    return ", ".join(part for part in (name, when, source.note, note) if part)


def _anchor(entry: Entry, fact: Fact[Any]) -> str:
    title = escape(described(entry.source, fact))
    return f'<a href="#mc-source-{entry.number}" title="{title}">{entry.number}</a>'


def _kept(kept: dict[int, tuple[Value, Markup]], value: Value, make: Callable[[Value], str]) -> Markup:
    found = kept.get(id(value))
    if found is None:
        found = kept[id(value)] = (value, _safe(make(value)))
    return found[1]


def _safe(html: str) -> Markup:
    """HTML in which everything from the catalog has been escaped."""
    return Markup(html)  # noqa: S704 - made here, from escaped parts only


def _scored(model: Model, matchup: Matchup, score: Score | None) -> Value:
    key = matchup.benchmark.id
    if score is None or score.fact.value is None:
        return Value(model=model, key=key, state=State.UNKNOWN if score is None else score.fact.state)
    return of_fact(
        model,
        key,
        score.fact,
        score_text(matchup.benchmark, score.fact.value),
        machine=figures.plain(score.fact.value),
    )
