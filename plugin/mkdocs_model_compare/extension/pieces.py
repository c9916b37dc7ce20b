"""A comparison as the parts of a page: headings, what stands below each, and a row of links to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from mkdocs_model_compare.macros import Comparison
from mkdocs_model_compare.rendering.labels import LINKS
from mkdocs_model_compare.rendering.renderer import Section
from mkdocs_model_compare.rendering.words import listed

# The answer; what comes after it is what one looks things up in.
_FIRST = frozenset({"summary", "verdict"})
# As many are seen at a glance, without a way to them.
_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a page: a heading, if `heading` is not None, and the HTML below it.

    `link` is the heading in the row of links above it, if there is one; such a row is a part that has a `label`.
    """

    heading: str | None = None
    level: int = 0
    html: str = ""
    link: str | None = None
    label: str | None = None


def comparison_pieces(macro: Comparison, sections: Sequence[Section]) -> tuple[Piece, ...]:
    """The sections in their order; a row of links to all the others stands below the answer, or first."""
    answer = next((at for at, section in enumerate(sections) if section.name not in _FIRST), len(sections))
    linked = len(sections) - answer > _FEW
    pieces = [
        Piece(
            heading=section.heading,
            level=macro.heading_level,
            html=str(section.html),
            link=LINKS.get(section.name) if linked and at >= answer else None,
        )
        for at, section in enumerate(sections)
    ]
    if linked:
        names = listed(macro.models, by="name")
        pieces.insert(answer, Piece(label=f"Sections on {names}"))
    return tuple(pieces)


def row_of_links(label: str, links: Sequence[tuple[str, str]]) -> str:
    """The row; `links` are ids of headings, and what they are called."""
    found = " ".join(f'<a href="#{escape(target)}">{escape(text)}</a>' for target, text in links)
    return f'<nav class="mc mc-links" aria-label="{escape(label)}">{found}</nav>'
