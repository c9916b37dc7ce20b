"""One stated value → a `Fact`: its state, and its source by the nearest of the places that can name one.

The order is: the fact's own source, its entry's, the longest path in `provenance` that leads to it, the default.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from .model import Fact, Source, State
from .schema import Long

T = TypeVar("T")
U = TypeVar("U")
Stated: TypeAlias = T | State | Long[T | State]


@dataclass(frozen=True, slots=True)
class Around:
    """The provenance that a fact has from what is around it."""

    source: Source | None
    note: str | None
    retrieved: date | None


@lru_cache(maxsize=4096)
def unknown(path: str) -> Fact[Any]:
    """The fact that a file leaves out: nobody looked, so there is nothing to cite."""
    return Fact(path=path, state=State.UNKNOWN)


class Statements:
    """Makes the facts of one model's file.

    `sources` are the file's, by id; `provenance` is path → id of a source, with `default` among the paths.
    """

    def __init__(self, sources: Mapping[str, Source], provenance: Mapping[str, str]) -> None:
        self._sources = sources
        self._by_path = {path: _said(sources[source_id]) for path, source_id in provenance.items()}
        self._default = self._by_path.pop("default", _NOWHERE)
        self.detailed = any("." in path for path in self._by_path)  # something is said below the top level

    def along(self, *parts: str) -> Around:
        """What the longest path of `provenance` says that the path of these parts begins with."""
        by_path = self._by_path
        if by_path:
            for length in range(len(parts), 0, -1):
                found = by_path.get(".".join(parts[:length]))
                if found is not None:
                    return found
        return self._default

    def around(self, path: tuple[str, ...], source: str | None, note: str | None, retrieved: date | None) -> Around:
        """What an entry at `path` with these keys says of the facts in it."""
        said = self.along(*path) if source is None else _said(self._sources[source])
        if note is None and retrieved is None:
            return said
        return Around(said.source, note, retrieved or said.retrieved)

    def stated(self, name: str, value: Stated[T]) -> Fact[T]:
        """A fact at the top level of the file."""
        if value is State.UNKNOWN:
            return unknown(name)
        return self.given(name, value, self._by_path.get(name, self._default))

    def given(self, path: str, value: Stated[T], around: Around) -> Fact[T]:
        """A fact; what it says itself goes before what is said around it."""
        if isinstance(value, State):
            if value is State.UNKNOWN:
                return unknown(path)
            return Fact(path=path, state=value, source=around.source, note=around.note, retrieved=around.retrieved)
        if isinstance(value, Long):
            return self._long(path, value, around)
        return Fact(
            path=path,
            state=State.KNOWN,
            value=value,
            source=around.source,
            note=around.note,
            retrieved=around.retrieved,
        )

    def _long(self, path: str, long: Long[T | State], around: Around) -> Fact[T]:
        if long.source is not None:
            around = _said(self._sources[long.source])
        elif long.value is State.UNKNOWN:
            around = _NOWHERE
        return Fact(
            path=path,
            state=long.value if isinstance(long.value, State) else State.KNOWN,
            value=None if isinstance(long.value, State) else long.value,
            source=around.source,
            note=long.note or around.note,
            retrieved=long.retrieved or around.retrieved,
        )

    def answer(self, path: str, value: Stated[bool], around: Around) -> Fact[bool]:
        """A fact whose known answer no is a state of its own."""
        if isinstance(value, Long):
            return derived(self._long(path, value, around), lambda answer: answer or State.NO)
        return self.given(path, value or State.NO, around)


def _said(source: Source) -> Around:
    return Around(source, None, source.retrieved)


_NOWHERE = Around(None, None, None)


def derived(fact: Fact[T], read: Callable[[T], U | State | None], path: str | None = None) -> Fact[U]:
    """The fact that follows from another, with its provenance; a State, or None for unknown, is that state."""
    value = None if fact.value is None else read(fact.value)
    if fact.value is None:
        state = fact.state
    elif value is None:
        state = State.UNKNOWN
    elif isinstance(value, State):
        state, value = value, None
    else:
        state = State.KNOWN
    return Fact(
        path=path or fact.path,
        state=state,
        value=None if isinstance(value, State) else value,
        source=fact.source,
        note=fact.note,
        retrieved=fact.retrieved,
    )


def entry_paths(group: str, names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The paths of a list's entries: `routes.aws`, and for a further one of that name `routes.aws.2`."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = count = seen.get(name, 0) + 1
        yield (group, name) if count == 1 else (group, name, str(count))
