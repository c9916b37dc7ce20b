"""How one value stands to another, before any verdict is drawn from it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum


class Standing(IntEnum):
    """How the first of two values stands to the second. None of these where one cannot be ranked."""

    BEHIND = -1
    TIED = 0
    AHEAD = 1


# How each stands to each, row by row; None to itself, and where one of the two cannot be ranked.
Standings = Sequence[Sequence[Standing | None]]
_OF_SIGN = (Standing.TIED, Standing.AHEAD, Standing.BEHIND)


def of_sign(sign: int) -> Standing:
    """1: ahead, 0: tied, -1: behind. A tenth of what `Standing(sign)` takes, and a page asks a hundred times."""
    return _OF_SIGN[sign]


def leading(against: Standings) -> tuple[int, ...]:
    """The places of those that nobody beats, if anyone is beaten.

    One that cannot be ranked against any other leads nothing.
    """
    ranked = [place for place, standings in enumerate(against) if standings.count(None) < len(standings)]
    best = tuple(place for place in ranked if Standing.BEHIND not in against[place])
    return best if len(best) < len(ranked) else ()
