"""All that is different between two states of a catalog, for those who keep it and those who review it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.doubting import Locate
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.findings import findings
from mkdocs_model_compare.comparison.recommending import Compared
from mkdocs_model_compare.errors import Level, Problem

from .entries import EntryChange, Listing, entry_changes, listings
from .facts import ModelChange, model_changes
from .turns import Turn, turns


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChange:
    """A page of the site: `what` is added, removed, changed, or broken by a macro that can no longer be answered.

    `models` are the changed ones that it shows; `message` is the first fault of a broken one.
    """

    uri: str
    what: str
    models: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two catalogs. `workload` is the site's; `compared` has the verdicts of its pages."""

    catalog: Catalog
    workload: Workload
    compared: tuple[Compared, ...]
    locate: Locate


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """`arising` and `settled` are what `check` finds on one side alone: false claims, and doubts.

    `compared` is how many comparisons were looked at for verdicts that turn. `pages` None: no site is known.
    """

    listings: tuple[Listing, ...]
    models: tuple[ModelChange, ...]
    entries: tuple[EntryChange, ...]
    compared: int
    turns: tuple[Turn, ...]
    arising: tuple[Problem, ...]
    settled: tuple[Problem, ...]
    pages: tuple[PageChange, ...] | None

    @property
    def nothing(self) -> bool:
        return not (self.listings or self.models or self.entries or self.turns or self.arising or self.settled)

    @property
    def wrong(self) -> bool:
        """A strict build that passed before would fail now."""
        broken = any(page.what == "broken" for page in self.pages or ())
        return broken or any(problem.level is Level.ERROR for problem in self.arising)


def difference(old: Side, new: Side, pages: Iterable[PageChange] | None, today: date) -> Difference:
    compared = dict.fromkeys((*_remarked(new), *new.compared))
    ours, theirs = _found(old, today), _found(new, today)
    return Difference(
        listings=listings(old.catalog, new.catalog),
        models=tuple(model_changes(old.catalog, new.catalog, new.workload)),
        entries=entry_changes(old.catalog, new.catalog),
        compared=len({(one.models, one.workload) for one in compared}),
        turns=turns(old.catalog, new.catalog, compared),
        arising=tuple(theirs[key] for key in theirs if key not in ours),
        settled=tuple(ours[key] for key in ours if key not in theirs),
        pages=None if pages is None else tuple(pages),
    )


def _remarked(side: Side) -> Iterable[Compared]:
    return (Compared(models=one.models, workload=side.workload, where=one.place) for one in side.catalog.remarks)


def _found(side: Side, today: date) -> dict[tuple[str, str, str], Problem]:
    """By file, path and level: a claim that fails with other figures is the same finding."""
    found = findings(side.catalog, side.locate, workload=side.workload, today=today, compared=side.compared)
    return {(one.place.path, one.where, one.level): one for one in found}
