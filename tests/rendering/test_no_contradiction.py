"""No contradiction can be built: each number, yes and no, and comparative of a page is traced to its tables and files.

Every sentence must be known to a pattern of `tracing/`, so that a new wording has to be traced before it passes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.settings import Workload
from tests.comparison.strategies import Sheet, workloads
from tests.rendering.tracing.comparing import DATA, Comparer, comparer, real_catalog, six_of, some_pairs, some_threes
from tests.rendering.tracing.generated import known_sheets, rules, write

MODELS = sorted(path.stem for path in (DATA / "models").rglob("*.yml"))
TODAY = date(2026, 11, 22)


@cache
def real() -> Comparer:
    return real_catalog()


def check(comparing: Comparer, models: tuple[str, ...]) -> int:
    """The number of claims of the page, none of which may be wrong."""
    page = comparing.trace(*models)
    assert not page.faults, "\n".join((" and ".join(models), *page.faults))
    return page.claims


@pytest.mark.parametrize("model", MODELS)
def test_no_pair_tried_of_the_catalog_contradicts_its_tables(
    model: str, record_property: Callable[[str, object], None]
) -> None:
    own = [pair for pair in some_pairs(MODELS) if min(pair) == model]
    record_property("claims", sum(check(real(), pair) for pair in own))


@pytest.mark.parametrize("models", some_threes(MODELS), ids="-".join)
def test_no_three_of_the_catalog_contradict_their_tables(
    models: tuple[str, ...], record_property: Callable[[str, object], None]
) -> None:
    record_property("claims", check(real(), models))


def test_no_six_of_the_catalog_contradict_their_tables(record_property: Callable[[str, object], None]) -> None:
    record_property("claims", check(real(), six_of(MODELS)))


@settings(max_examples=50)
@given(st.lists(known_sheets(), min_size=2, max_size=4), rules(), workloads())
def test_no_invented_models_contradict_their_tables(sheets: list[Sheet], rule: Sheet, traffic: Workload) -> None:
    with TemporaryDirectory() as folder:
        models = write(Path(folder) / "data", sheets, rule)
        check(comparer(Path(folder) / "data", TODAY, stale_after=180, workload=traffic), tuple(models))
