"""The errors of the core, each with its place and the edit that puts it right.

The core raises them; a shell translates them into its host's error, a box on the page or an exit status.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A spot in a file: `path:line:column`, both counted from 1; 0 where the file as a whole is meant."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class Level(StrEnum):
    """A warning can be acknowledged, or ages; an error is wrong whoever looks at it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing to put right: `message` says what is wrong, what was expected and what to do."""

    place: Place
    where: str
    message: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.where}: {self.message}" if self.where else f"{self.place}: {self.message}"


class CompareError(Exception):
    """Base of every error that a user can put right; its text is fit to be shown to them."""


class CatalogError(CompareError):
    """All the problems of one catalog at once, in the order of their places."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that `name` was probably meant to be, if one is close."""
    by_folded = {candidate.casefold(): candidate for candidate in names}
    matches = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def suggestion(name: str, names: Iterable[str]) -> str | None:
    """The question after a name that is nearly right."""
    close = nearest(name, names)
    return None if close is None else f'did you mean "{close}"?'
