"""Everything that can be said against a catalog that can be read: false claims, doubts and stale facts.

The command `check` and the build both show this, so that what passes the one passes the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.doubting import RETIRED_CHOICE, Locate, needless, outstanding
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.plausibility import doubts, ending
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.catalog.staleness import stale_problems
from mkdocs_model_compare.errors import Problem

from .claims import check_claims
from .recommending import Compared, recommended


def findings(
    catalog: Catalog,
    locate: Locate,
    *,
    workload: Workload,
    today: date,
    stale_after: int = 0,
    compared: Iterable[Compared] = (),
) -> tuple[Problem, ...]:
    """False claims as errors, all else as warnings, in the order of their places.

    `workload` is that of the claims. `compared` has the verdicts of a site's pages, beside those of the catalog's own
    comparisons. `stale_after` in days; 0: nothing goes stale.
    """
    remarks = (Compared(models=one.models, workload=workload, where=one.place) for one in catalog.remarks)
    found = (*doubts(catalog.models), *recommended(catalog, (*remarks, *compared), today))

    def open_to(model: Model, check: str) -> bool:
        # Whether a verdict is for it depends on pages that not everyone who checks has before them.
        return check == RETIRED_CHOICE and ending(model, today) is not None

    models = catalog.models.values()
    problems = (
        *check_claims(catalog, workload),
        *outstanding(found, locate),
        *needless(models, found, locate, open_to=open_to),
        *stale_problems(models, today, stale_after, locate),
    )
    return tuple(sorted(problems))
