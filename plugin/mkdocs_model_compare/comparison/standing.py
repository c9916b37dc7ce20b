"""How one value stands to another, before any verdict is drawn from it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum


class Standing(IntEnum):
    """How the first of two values stands to the second. None of these where one cannot be ranked."""

    BEHIND = -1
    TIED = 0
    AHEAD = 1

    def __neg__(self) -> Standing:
        return _OPPOSITE[self.value + 1]


_OPPOSITE = (Standing.AHEAD, Standing.TIED, Standing.BEHIND)


def leading(against: Sequence[Sequence[Standing | None]]) -> tuple[int, ...]:
    """Given each one's standings to the others: the places of those that nobody beats, if anyone is beaten.

    One that cannot be ranked against any other leads nothing.
    """
    ranked = [place for place, standings in enumerate(against) if any(one is not None for one in standings)]
    best = tuple(place for place in ranked if Standing.BEHIND not in against[place])
    return best if len(best) < len(ranked) else ()
