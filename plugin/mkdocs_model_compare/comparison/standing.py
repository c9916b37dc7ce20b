"""How one value stands to another, before any verdict is drawn from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """How the models stand to each other under one key or signal, in their order.

    `best`: the places of those that nobody beats, if anyone is beaten. `level`: every two of them tie. `open`: some two
    cannot be ranked.
    """

    standings: Standings
    best: tuple[int, ...]
    level: bool
    open: bool


def contest(standings: Standings) -> Contest:
    others = len(standings) - 1
    return Contest(
        standings=standings,
        best=leading(standings),
        level=all(row.count(Standing.TIED) == others for row in standings),
        # None to itself is nothing open.
        open=any(row.count(None) > 1 for row in standings),
    )


def leading(against: Standings) -> tuple[int, ...]:
    """The places of those that nobody beats, if anyone is beaten.

    One that cannot be ranked against any other leads nothing.
    """
    ranked = [place for place, standings in enumerate(against) if standings.count(None) < len(standings)]
    best = tuple(place for place in ranked if Standing.BEHIND not in against[place])
    return best if len(best) < len(ranked) else ()


def contest_of_two(standing: Standing | None) -> Contest:
    """The one in which the first of two stands so to the second: one of four, which most pages ask for."""
    return _UNKNOWN if standing is None else _OF_TWO[standing]


_UNKNOWN = contest(((None, None), (None, None)))
_OF_TWO = tuple(contest(((None, one), (of_sign(-one), None))) for one in _OF_SIGN)
