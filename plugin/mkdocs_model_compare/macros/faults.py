"""Mistakes in a macro, each with the stretch of its text that is at fault.

Every other module here raises these; a shell shows them as a box, a warning or an exit status.
"""

from typing import NamedTuple

from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.rendering.columns import columns


class Span(NamedTuple):
    """A stretch of a macro's text, the text being all that stands between `<<` and `>>`; `end` is exclusive."""

    start: int
    end: int


class MacroError(CompareError):
    """One mistake in one macro. Its text says what was found, what was expected and what to write instead."""

    def __init__(self, message: str, span: Span | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


def with_caret(text: str, span: Span | None, *, closed: bool = True) -> str:
    """The macro as it stands in the page, `<< … >>`, with a line of carets under what is at fault.

    `text` is what stands between `<<` and `>>`. Without a span there are no carets.
    """
    shown = f"<<{text}>>" if closed else f"<<{text}"
    if span is None:
        return shown
    start, end = span.start + 2, max(span.end, span.start + 1) + 2
    before, fault, after = shown[:start], shown[start:end], shown[end:]
    line_start = before.rpartition("\n")[2]
    fault_line, _, more = fault.partition("\n")
    rest_of_line, newline, below = (more and "", "\n", more + after) if more else after.partition("\n")
    first_lines = before + fault_line + rest_of_line
    carets = " " * columns(line_start) + "^" * max(columns(fault_line.rstrip()), 1)
    return f"{first_lines}\n{carets}{newline}{below}"
