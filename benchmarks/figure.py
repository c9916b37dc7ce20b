"""One measured figure and the limit that it is held to.

The bench files return these; the runner prints them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`measured` and `limit` are in `unit`: ms, s, MB, or × for a ratio. Without a limit it is only reported."""

    name: str
    measured: float
    unit: str
    limit: float | None = None

    @property
    def within(self) -> bool:
        return self.limit is None or self.measured <= self.limit
