"""Two lists of things without ids → which of the one is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def paired(
    before: Iterable[T], after: Iterable[T], *alike: Callable[[T], Hashable]
) -> tuple[tuple[T | None, T | None], ...]:
    """Those that are alike in the first respect, of the rest those alike in the second, and so on.

    In the order of `after`; what has gone follows.
    """
    olds, news = list(before), list(after)
    partners: dict[int, T] = {}
    for respect in alike:
        waiting: dict[Hashable, list[T]] = {}
        for old in olds:
            waiting.setdefault(respect(old), []).append(old)
        for place, new in enumerate(news):
            found = waiting.get(respect(new)) if place not in partners else None
            if found:
                partners[place] = found.pop(0)
        olds = _without(olds, partners.values())
    return (*((partners.get(place), new) for place, new in enumerate(news)), *((old, None) for old in olds))


def _without(things: Sequence[T], taken: Iterable[T]) -> list[T]:
    # By identity: two that are equal are still two.
    gone = {id(one) for one in taken}
    return [one for one in things if id(one) not in gone]
