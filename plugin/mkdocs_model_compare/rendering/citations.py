"""The sources that one page cites, numbered in the order of their first citation.

A page has one `Citations`; every cell and every inline fact on it draws its numeral here, and the page's one list
of sources is made from it when the rest of the page is done.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mkdocs_model_compare.catalog.model import Fact, Source


@dataclass(slots=True)
class Entry:
    """One source in the page's list. `notes` are remarks on single facts: (of what, the note)."""

    number: int
    source: Source
    notes: dict[tuple[str, str], None] = field(default_factory=dict)


class Citations:
    def __init__(self) -> None:
        self._entries: dict[tuple[object, ...], Entry] = {}
        # By identity, for most facts share their model's sources; the source is kept, so that none takes its place.
        self._known: dict[int, tuple[Source, Entry]] = {}

    def cite(self, fact: Fact[Any], of: Callable[[], str]) -> Entry | None:
        """Number the fact's source, and keep the fact's own note beside it. None: no source is recorded.

        `of` makes the words for the fact by which a note in the list names it: "Claude Haiku 4.5, reasoning".
        """
        if fact.source is None:
            return None
        entry = self.number(fact.source)
        if fact.note:
            entry.notes[of(), fact.note] = None
        return entry

    def number(self, source: Source) -> Entry:
        known = self._known.get(id(source))
        if known is None:
            known = self._known[id(source)] = (source, self._numbered(source))
        return known[1]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __bool__(self) -> bool:
        return bool(self._entries)

    def _numbered(self, source: Source) -> Entry:
        # The same page read on the same day is one source, whatever each model's file calls it.
        key = (source.url or source.title or source.id, source.title, source.retrieved, source.note, source.editorial)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = Entry(len(self._entries) + 1, source)
        return entry
