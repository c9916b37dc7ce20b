"""Sources: what values rest on, over the whole catalog, and the numerals by which one page cites it.

What a value rests on is the same on every page, its numerals are not. So `References` gives a mark to stand in the
HTML of a value, and a page's `Citations` puts the numerals in its place, in the order of the page.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Fact, Source
from mkdocs_model_compare.catalog.staleness import may_be_stale, stale_look
from mkdocs_model_compare.comparison.value import Value

from .escaping import DAGGER, escape
from .labels import Words

_NO_SOURCE = f'<span title="no source recorded">{DAGGER}</span>'
# What stands on both sides of a mark's number. No text of a catalog can forge it, for a `<` in it is always escaped.
_MARK = "<!--mc-cite-->"
MARKED = f"{_MARK}[0-9]+{_MARK}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One source as a fact cites it: `title` is it in one line, escaped; `note` what is told of which fact alone."""

    source: Source
    title: str
    note: tuple[str, str] | None


# The source of a stale fact, if it has one, and its last look.
Aged = tuple[Source | None, date]


class References:
    """What the values of a catalog rest on. Values with the same sources share a mark.

    What was last looked at before `limit` is marked as stale; None: nothing is.
    """

    def __init__(self, words: Words, catalog: Catalog, limit: date | None) -> None:
        self._words = words
        self._limit = limit or date.min
        # Mostly empty, so that a fresh catalog is not asked for the age of each value.
        self._aging = {model.id for model in catalog.models.values() if limit and may_be_stale(model, limit)}
        self._marks: dict[Hashable, str] = {}
        self._groups: list[tuple[tuple[Reference, ...], tuple[Aged, ...]]] = []

    def mark(self, *values: Value) -> str:
        """What stands for the numerals behind values that are told as one; a dagger where no source is recorded."""
        known = self._known_mark(*values) if len(values) == 1 else None
        return known or self._mark(values)

    def _known_mark(self, value: Value) -> str | None:
        """The mark of one fresh fact, as nearly every value has, if its source has been cited so before."""
        if len(value.facts) != 1 or value.facts[0].source is None or value.model.id in self._aging:
            return None
        return self._marks.get((_key(value, value.facts[0]),))

    def _mark(self, values: tuple[Value, ...]) -> str:
        cited = {
            _key(value, fact): (value, fact) for value in values for fact in value.facts if fact.source is not None
        }
        aged = self._aged(values) if self._aging else ()
        if not cited:
            return _raised(_NO_SOURCE, aged) if any(value.facts and value.settled for value in values) else ""
        asked = (*cited, *((id(source), looked) for source, looked in aged))
        return self._marks.get(asked) or self._new_mark(asked, cited.values(), aged)

    def group(self, number: int) -> tuple[tuple[Reference, ...], tuple[Aged, ...]]:
        return self._groups[number]

    def _aged(self, values: Iterable[Value]) -> tuple[Aged, ...]:
        return tuple(
            (fact.source, looked)
            for value in values
            if value.model.id in self._aging
            for fact in value.facts
            if (looked := stale_look(fact, value.model, self._limit)) is not None
        )

    def _new_mark(self, asked: Hashable, cited: Iterable[tuple[Value, Fact[Any]]], aged: tuple[Aged, ...]) -> str:
        self._groups.append((tuple(self._reference(value, fact) for value, fact in cited), aged))
        mark = self._marks[asked] = f"{_MARK}{len(self._groups) - 1}{_MARK}"
        return mark

    def _reference(self, value: Value, fact: Fact[Any]) -> Reference:
        assert fact.source is not None
        # The list gives the source's date; one of the fact's own is told with the fact.
        own = fact.retrieved if fact.retrieved != fact.source.retrieved else None
        told = ", ".join(part for part in (f"retrieved {own}" if own else None, fact.note) if part)
        note = (f"{value.model.name}, {self._words.phrase_of(fact.path)}", told) if told else None
        return Reference(source=fact.source, title=escape(described(fact.source, fact)), note=note)


@dataclass(slots=True)
class Entry:
    """One source in the page's list. `notes` are remarks on single facts: (of what, the note).

    `stale` is the last look at the oldest stale fact that the page has from it.
    """

    number: int
    source: Source
    stale: date | None = None
    notes: dict[tuple[str, str], None] = field(default_factory=dict)


class Citations:
    """One page's sources, numbered in the order of their first citation; its one list of sources is made from it."""

    def __init__(self) -> None:
        self._entries: dict[Hashable, Entry] = {}
        self._numerals: dict[str, str] = {}

    def numbered(self, html: str, references: References) -> str:
        """The same HTML with the numerals in the places of the marks."""
        parts = html.split(_MARK)
        numerals = self._numerals
        parts[1::2] = [numerals.get(group) or self._cited(group, references) for group in parts[1::2]]
        return "".join(parts)

    def number(self, source: Source) -> Entry:
        # The same page read on the same day is one source, whatever each model's file calls it.
        key = (source.url or source.title or source.id, source.title, source.retrieved, source.note, source.editorial)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = Entry(len(self._entries) + 1, source)
        return entry

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __bool__(self) -> bool:
        return bool(self._entries)

    def _cited(self, group: str, references: References) -> str:
        numerals: dict[int, str] = {}
        cited, aged = references.group(int(group))
        for reference in cited:
            entry = self.number(reference.source)
            if reference.note:
                entry.notes[reference.note] = None
            numerals.setdefault(entry.number, _numeral(entry, reference))
        for source, looked in aged:
            if source is not None:
                entry = self.number(source)
                entry.stale = min(entry.stale or looked, looked)
        html = self._numerals[group] = _raised(" ".join(numerals.values()), aged)
        return html


def described(source: Source, fact: Fact[Any]) -> str:
    """A source in one line, as a fact cites it: what it is, when it was read, and the notes."""
    retrieved = fact.retrieved or source.retrieved
    name = source.title or source.url or ("editors' judgement" if source.editorial else source.id)
    when = f"retrieved {retrieved}" if retrieved else None
    return ", ".join(part for part in (name, when, source.note, fact.note) if part)


def _key(value: Value, fact: Fact[Any]) -> Hashable:
    """Facts with the same key cite the same thing; most are just their model's source. It is kept, so its id stays."""
    source = fact.source
    assert source is not None
    if fact.note or fact.retrieved != source.retrieved:
        return id(source), fact.note, fact.retrieved, value.model.id, fact.path
    return id(source)


def _raised(numerals: str, aged: tuple[Aged, ...]) -> str:
    if aged:
        numerals += f' <span class="mc-stale" title="last looked at {min(when for _, when in aged)}">stale</span>'
    return f'<sup class="mc-cite">{numerals}</sup>'


def _numeral(entry: Entry, reference: Reference) -> str:
    return f'<a href="#mc-source-{entry.number}" title="{reference.title}">{entry.number}</a>'
