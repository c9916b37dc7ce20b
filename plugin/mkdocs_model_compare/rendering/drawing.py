"""Lines of a picture → the paths that SVG draws, and what tells the lines apart where there is no colour."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_model_compare.comparison.price_chart import Line, Segment

# By the model's place on the page: the pattern of its line, and its marker, drawn around a point.
_PATTERNS = ("none", "7 3", "2 3", "9 3 2 3", "12 4", "5 2 1 2")
_MARKERS = (
    "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
    "m-3 -3h6v6h-6z",
    "m0 -4l4 7h-8z",
    "m0 -4l4 4l-4 4l-4 -4z",
    "m0 4l4 -7h-8z",
    "m-4 -1.5h8v3h-8z",
)


def pattern(line: Line) -> str:
    """The `stroke-dasharray` of the line."""
    return _PATTERNS[line.place % len(_PATTERNS)]


def trace(line: Line) -> str:
    """The known part of the line: level while a price held, upright where the next one follows at once."""
    return "".join(_trace(line.segments))


def _trace(segments: tuple[Segment, ...]) -> Iterator[str]:
    reached = pen = None
    for one in segments:
        end = one.end, one.height
        if not one.open:
            if reached is None or reached[0] != one.start:
                yield f"M{one.start:g} {one.height:g}"
            else:
                # After a tail, which is drawn apart, the pen is still elsewhere.
                yield "" if pen == reached else f"M{reached[0]:g} {reached[1]:g}"
                yield f"V{one.height:g}"
            yield f"H{one.end:g}"
            pen = end
        reached = end


def tail(line: Line) -> str:
    """The part whose beginning nobody recorded; empty where there is none."""
    return "".join(f"M{one.start:g} {one.height:g}H{one.end:g}" for one in line.segments if one.open)


def markers(line: Line) -> str:
    """A marker where a price is known to have begun, and where the last one stands now."""
    points = [(one.start, one.height) for one in line.segments if not one.open]
    last = line.segments[-1]
    return "".join(f"M{x:g} {y:g}{_marker(line)}" for x, y in [*points, (last.end, last.height)])


def swatch(line: Line) -> str:
    """The marker alone, in the middle of a swatch of 30 by 10."""
    return f"M15 5{_marker(line)}"


def _marker(line: Line) -> str:
    return _MARKERS[line.place % len(_MARKERS)]
