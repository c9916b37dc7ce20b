"""What is said against a catalog that can be used: false claims, recommended models that go, stale facts, doubts.

A strict build fails on all but the doubts, since a fact can be right in spite of one. It is said once for a build, and
by a server once for every change of it, however many pages show the models.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.doubting import Locate
from mkdocs_model_compare.catalog.staleness import stale_problems
from mkdocs_model_compare.comparison.findings import findings
from mkdocs_model_compare.comparison.recommending import Compared
from mkdocs_model_compare.errors import Level, Problem
from mkdocs_model_compare.site.asks import Basis
from mkdocs_model_compare.site.pages import SitePages, compared


class Audit:
    """`warn` takes a message that a strict build counts, `note` one that it does not."""

    def __init__(self, warn: Callable[[str], None], note: Callable[[str], None]) -> None:
        self._warn = warn
        self._note = note
        self._kept: tuple[tuple[Basis, tuple[Compared, ...], date], _Found] | None = None

    def report(self, basis: Basis, pages: SitePages, locate: Locate, *, repeat: bool) -> None:
        """Tell everything that is found; nothing if that was so the last time, unless it is to be repeated."""
        if basis.catalog is None:
            return
        before = self._kept[1] if self._kept else _Found()
        found = self._found(basis, basis.catalog, compared(pages), locate)
        if repeat or found != before:
            for problem in found.counting:
                self._warn(str(problem))
            for problem in found.doubts:
                self._note(f"warning: {problem}")

    def _found(self, basis: Basis, catalog: Catalog, compared: tuple[Compared, ...], locate: Locate) -> _Found:
        today = date.today()
        asked = (basis, compared, today)
        if self._kept is None or self._kept[0] != asked:
            stale = stale_problems(catalog.models.values(), today, basis.stale_after, locate)
            other = findings(catalog, locate, workload=basis.workload, today=today, compared=compared)
            wrong = (problem for problem in other if problem.level is Level.ERROR)
            doubts = tuple(problem for problem in other if problem.level is Level.WARNING)
            self._kept = (asked, _Found(counting=(*wrong, *stale), doubts=doubts))
        return self._kept[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """`counting` fails a strict build; `doubts` are facts that can be right all the same, and fail nothing."""

    counting: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
