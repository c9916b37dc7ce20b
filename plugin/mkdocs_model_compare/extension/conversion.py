"""One conversion of one page: its text and the macros met so far.

The processors of `processors.py` only put macros on hold, since a sentence is read long after the blocks around it and
sources are to be numbered as a reader meets them; `filling.py` renders them when all are known.
"""

from dataclasses import dataclass, field

from markdown import Markdown

from .host import Host


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A macro waiting for its HTML. `alone`: it is a paragraph of its own; `closed`: its `>>` is there."""

    inner: str
    alone: bool
    closed: bool


@dataclass(slots=True, kw_only=True)
class Conversion:
    """`held` is by the number in the stash of HTML that each has reserved; `guarded`: see `processors.py`.

    `bodies` are the HTML of sections and tables, by what stands for it in the stash. Markdown goes through everything
    in there again and again, so what is long and finished comes into the page last.
    """

    md: Markdown
    host: Host
    text: str = ""
    held: dict[int, Held] = field(default_factory=dict)
    guarded: bool = False
    bodies: dict[str, str] = field(default_factory=dict)

    def begin(self, text: str) -> None:
        self.text = text
        self.held = {}
        self.guarded = False
        self.bodies = {}

    def keep(self, html: str) -> str:
        """Keep one finished element for the end; returns what stands for it, which Markdown takes for a block."""
        slot = f"<!--mc-body-{len(self.bodies)}-->"
        self.bodies[slot] = html
        return slot

    def hold(self, inner: str, *, alone: bool = False, closed: bool = True) -> str:
        """Reserve a place in the stash; returns the placeholder that stands for it in the tree's texts."""
        placeholder = self.md.htmlStash.store("")
        self.held[self.md.htmlStash.html_counter - 1] = Held(inner=inner, alone=alone, closed=closed)
        return placeholder
