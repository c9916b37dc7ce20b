"""The prices of a history as lines: where each step stands in its picture, in the units of that picture.

Heights and lengths come from the very steps that the table shows, so the picture cannot say what the table does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mkdocs_model_compare.catalog.model import PriceKey

from .chart_labels import Drawn, Label, dates_below, prices_beside
from .price_history import KEYS, Step, Track
from .value import Value

# In a picture of 360 by 190, as the template draws it.
LEFT, RIGHT = 8, 352
TOP, FLOOR = 26, 160
# Of a price that began on an unknown day this share of the picture is shown, before everything that is known.
_TAIL = 8
_SHORTEST = timedelta(days=30)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One price in the picture. `open`: nobody recorded when it began, and nothing is listed before it."""

    step: Step
    value: Value
    start: float
    end: float
    height: float
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One model's prices, oldest first. `place` is the model's among those of the page."""

    place: int
    track: Track
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One kind of price in one currency, from nothing at `FLOOR` to the dearest at `TOP`."""

    key: PriceKey
    currency: str
    lines: tuple[Line, ...]
    prices: tuple[Label, ...]
    dates: tuple[Label, ...]

    @property
    def open(self) -> bool:
        """Some price in it began on a day that nobody recorded."""
        return any(segment.open for line in self.lines for segment in line.segments)


def panels(tracks: Sequence[Track], today: date) -> tuple[Panel, ...]:
    """A picture for each kind of price and currency; none where no price has a date."""
    if not any(track.dated for track in tracks):
        return ()
    scale = _Days(tracks, today)
    currencies = dict.fromkeys(step.price.currency for track in tracks for step in track.steps)
    found = (_panel(tracks, key, currency, scale) for currency in currencies for key in KEYS)
    return tuple(panel for panel in found if panel is not None)


def legend(found: Sequence[Panel]) -> tuple[Line, ...]:
    """One line of each model that is drawn, in the order of the page."""
    by_place = {line.place: line for panel in found for line in panel.lines}
    return tuple(by_place[place] for place in sorted(by_place))


class _Days:
    """Days → how far to the right, over all that is known and up to today."""

    def __init__(self, tracks: Sequence[Track], today: date) -> None:
        known = [day for track in tracks for step in track.steps for day in _known_days(step)]
        self.today = today
        self.last = max(today, *known)
        self.first = min(*known, self.last - _SHORTEST)
        if any(track.steps and track.steps[-1].since is None for track in tracks):
            self.first -= (self.last - self.first) / _TAIL

    def __call__(self, day: date) -> float:
        along = (max(day, self.first) - self.first) / (self.last - self.first)
        return round(LEFT + along * (RIGHT - LEFT), 1)


def _known_days(step: Step) -> Iterator[date]:
    if step.since:
        yield step.since.first
    if step.until:
        yield step.until.last + _DAY


def _panel(tracks: Sequence[Track], key: PriceKey, currency: str, scale: _Days) -> Panel | None:
    index = KEYS.index(key)
    amounts = [
        amount for track in tracks for step in track.steps if (amount := _amount(step, index, currency)) is not None
    ]
    if not amounts:
        return None
    drawn = (
        Line(place=place, track=track, segments=tuple(_segments(track, index, currency, scale, max(amounts))))
        for place, track in enumerate(tracks)
    )
    lines = tuple(line for line in drawn if line.segments)
    segments = [segment for line in lines for segment in line.segments]
    return Panel(
        key=key,
        currency=currency,
        lines=lines,
        prices=prices_beside(
            Drawn(text=one.value.text, start=one.start, end=one.end, height=one.height) for one in segments
        ),
        dates=dates_below(_dates(segments, scale)),
    )


def _segments(track: Track, index: int, currency: str, scale: _Days, highest: Decimal) -> Iterator[Segment]:
    for place in reversed(range(len(track.steps))):
        step = track.steps[place]
        amount = _amount(step, index, currency)
        if amount is None:
            continue
        older = track.steps[place + 1] if place + 1 < len(track.steps) else None
        newer = track.steps[place - 1] if place else None
        end = scale(_end(step, newer, scale))
        yield Segment(
            step=step,
            value=step.cells[index].value,
            start=min(scale(_start(track, step, older, scale)), end),
            end=end,
            height=round(FLOOR - float(amount / highest if highest else 0) * (FLOOR - TOP), 1),
            open=step.since is None and older is None,
        )


def _start(track: Track, step: Step, older: Step | None, scale: _Days) -> date:
    """Where nothing is recorded: the end of the price listed before, else as far as there is a model to be priced."""
    if step.since:
        return step.since.first
    if older is not None:
        return _end(older, step, scale)
    released = track.model.released.value
    return max(scale.first, released.first) if released else scale.first


def _end(step: Step, newer: Step | None, scale: _Days) -> date:
    if step.until is None:
        return scale.last
    ended = step.until.last + _DAY
    # "until 2025-10", "since 2025-10": the day between the two is somewhere in that month.
    return min(ended, newer.since.first) if newer and newer.since else ended


def _amount(step: Step, index: int, currency: str) -> Decimal | None:
    value = step.cells[index].value
    return value.raw if step.price.currency == currency and value.known else None


def _dates(segments: Sequence[Segment], scale: _Days) -> list[tuple[str, float]]:
    """The days on which a price began or ended, the latest first, each as the table has it; then today."""
    begun = {str(one.step.since): one.start for one in segments if one.step.since}
    ended = {str(one.step.until): one.end for one in segments if one.step.until}
    # Of the last day of one price and the first of the next there is room for the later.
    found = sorted({**ended, **begun}.items(), key=lambda one: (-one[1], one[0] not in begun))
    return [*found, ("today", scale(scale.today))]
