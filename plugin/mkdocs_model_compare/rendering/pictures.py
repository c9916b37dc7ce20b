"""Bars and signs as inline SVG: in the colours of the theme, crisp at any size, and printed where backgrounds are not.

Each stands beside the words that say the same, so no reader of a screen is told twice.
"""

from __future__ import annotations

from decimal import Decimal

from mkdocs_model_compare.catalog.model import State

_SIGNS = {State.KNOWN: "M3 6.2l2 2 4-4.4", State.NO: "M4 4l4 4M8 4l-4 4"}


def bar(length: Decimal, ends: tuple[Decimal, Decimal] | None = None) -> str:
    """A bar on a scale of 100; `ends` are those of the interval around its own end."""
    whisker = f'<path d="M{ends[0]} 1V5M{ends[0]} 3H{ends[1]}M{ends[1]} 1V5"/>' if ends else ""
    return (
        f'<svg class="mc-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect y="1" width="{length}" height="4"/>{whisker}</svg>'
    )


def sign(state: State) -> str:
    """A full square with a tick for a yes, an empty one with a cross for a no, nothing where neither is known."""
    path = _SIGNS.get(state)
    if path is None:
        return ""
    square = '<rect x=".5" y=".5" width="11" height="11" rx="2.5"/>'
    return f'<svg class="mc-sign" viewBox="0 0 12 12" aria-hidden="true">{square}<path d="{path}"/></svg>'
