"""Where the texts of a picture stand so that none covers another; one without room is left to the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

# Of the picture's letters, on the safe side; figures of every common font are narrower.
_LETTER, _LINE = 6.6, 12
_LEFT, _RIGHT = 8, 352
_HIGHEST, _LOWEST, _BASE = 12, 158, 178
_GAP, _APART = 5, 2
# How much of a text stands before its `x`.
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One level stretch of a line, and what it says."""

    text: str
    start: float
    end: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`x` is the text's start, middle or end by `anchor`, `y` its base line, `at` what it belongs to."""

    text: str
    x: float
    y: float
    at: float
    anchor: Literal["start", "middle", "end"] = "start"

    @property
    def ends(self) -> tuple[float, float]:
        width = len(self.text) * _LETTER
        left = self.x - width * _SHARES[self.anchor]
        return left, left + width

    def crossed_by(self, step: Drawn) -> bool:
        left, right = self.ends
        return step.start < right and left < step.end and 0 <= self.y - step.height <= _LINE - 2

    def covers(self, other: Label) -> bool:
        (left, right), (their_left, their_right) = self.ends, other.ends
        return left < their_right + _APART and their_left < right + _APART and abs(self.y - other.y) < _LINE


def prices_beside(drawn: Iterable[Drawn]) -> tuple[Label, ...]:
    """The text of each step above its line, below it, or nowhere."""
    steps = tuple(drawn)
    placed: list[Label] = []
    for step in steps:
        free = next((one for one in _beside(step) if _free(one, placed, steps)), None)
        if free is not None:
            placed.append(free)
    return tuple(placed)


def _beside(step: Drawn) -> Iterator[Label]:
    fits = step.start + len(step.text) * _LETTER <= _RIGHT
    x = step.start + 2 if fits else step.end
    for y in (step.height - _GAP, step.height + _LINE):
        if _HIGHEST <= y <= _LOWEST:
            yield Label(text=step.text, x=round(x, 1), y=round(y, 1), at=step.height, anchor="start" if fits else "end")


def _free(label: Label, placed: Iterable[Label], steps: Iterable[Drawn]) -> bool:
    return not any(label.covers(other) for other in placed) and not any(label.crossed_by(step) for step in steps)


def dates_below(dates: Iterable[tuple[str, float]]) -> tuple[Label, ...]:
    """Of each day (text, place) its text below the picture; the first given goes before those after it."""
    placed: list[Label] = []
    for text, at in dates:
        half = len(text) * _LETTER / 2
        x = min(max(at, _LEFT + half), _RIGHT - half)
        label = Label(text=text, x=round(x, 1), y=_BASE, at=at, anchor="middle")
        if not any(label.covers(other) for other in placed):
            placed.append(label)
    return tuple(placed)
