"""What is said against a catalog that can be used: false claims, doubts, stale facts. A strict build fails on each.

Said once for a build, and by a server once for every change of it, however many pages show the models.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mkdocs_model_compare.catalog.doubting import Locate
from mkdocs_model_compare.comparison.findings import findings
from mkdocs_model_compare.comparison.recommending import Compared
from mkdocs_model_compare.errors import Problem
from mkdocs_model_compare.site.asks import AskSections, Basis
from mkdocs_model_compare.site.pages import SitePages

_JUDGED = "verdict"


class Audit:
    """`warn` takes one message."""

    def __init__(self, warn: Callable[[str], None]) -> None:
        self._warn = warn
        self._kept: tuple[tuple[Basis, tuple[Compared, ...], date], tuple[Problem, ...]] | None = None

    def report(self, basis: Basis, pages: SitePages, locate: Locate, *, repeat: bool) -> None:
        """Warn of everything that is found; of nothing if that was so the last time, unless it is to be repeated."""
        if basis.catalog is None:
            return
        before = self._kept[1] if self._kept else ()
        found = self._found(basis, _compared(pages), locate)
        if repeat or found != before:
            for problem in found:
                self._warn(str(problem))

    def _found(self, basis: Basis, compared: tuple[Compared, ...], locate: Locate) -> tuple[Problem, ...]:
        asked = (basis, compared, date.today())
        if self._kept is None or self._kept[0] != asked:
            assert basis.catalog is not None
            found = findings(
                basis.catalog,
                locate,
                workload=basis.workload,
                today=date.today(),
                stale_after=basis.stale_after,
                compared=compared,
            )
            self._kept = (asked, found)
        return self._kept[1]


def _compared(pages: SitePages) -> tuple[Compared, ...]:
    found = {
        Compared(models=ask.models, workload=ask.workload, where=page.uri)
        for page in pages.by_uri.values()
        for ask in page.asks
        if isinstance(ask, AskSections) and _JUDGED in ask.names
    }
    return tuple(sorted(found, key=lambda one: (one.where, one.models)))
