"""What one comparison has found of a model alone serves the next, and nothing that depends on other models does."""

import pytest

from mkdocs_model_compare.comparison.comparison import Comparison, row_keys
from mkdocs_model_compare.comparison.sheets import Sheets
from mkdocs_model_compare.comparison.spending import listings
from tests.comparison.builders import model, priced, settings, workload

RULES = settings()
KEYS = (*row_keys(), *RULES.capabilities)
ONE = model("one", context_window=128_000, routes=(priced("Acme", "1", "2"),))
TWO = model("two", context_window=131_072, routes=(priced("Acme", "2", "3"),))
THREE = model("three", context_window=400_000, routes=(priced("Acme", "0.5", "1"),))


@pytest.mark.parametrize("models", [(ONE, TWO), (ONE, THREE), (THREE, TWO, ONE)])
def test_what_is_shared_is_what_would_be_found_anew(models):
    sheets = Sheets()
    for others in ((ONE, THREE), (ONE, TWO), (TWO, THREE)):
        for key in KEYS:
            Comparison(others, RULES, workload(), sheets).values(key)
    shared, fresh = (Comparison(models, RULES, workload(), each) for each in (sheets, None))
    assert [shared.values(key) for key in KEYS] == [fresh.values(key) for key in KEYS]
    assert listings(shared) == listings(fresh)


def test_a_value_is_made_once_for_all_comparisons_of_a_model():
    sheets = Sheets()
    first, second = (Comparison((ONE, other), RULES, workload(), sheets) for other in (TWO, THREE))
    assert first.value(ONE, "input_price") is second.value(ONE, "input_price")
    assert first.cost(ONE) is second.cost(ONE)


def test_costs_are_those_of_the_workload():
    sheets = Sheets()
    few, many = (Comparison((ONE, TWO), RULES, workload(requests=requests), sheets) for requests in (1, 1000))
    assert few.value(ONE, "monthly_cost").raw.amount * 1000 == many.value(ONE, "monthly_cost").raw.amount


def test_only_the_latest_sheets_are_kept(monkeypatch):
    monkeypatch.setattr("mkdocs_model_compare.comparison.sheets._MOST", 2)
    sheets = Sheets()
    one, two = sheets.sheet(ONE, workload()), sheets.sheet(TWO, workload())
    assert sheets.sheet(ONE, workload()) is one
    sheets.sheet(THREE, workload())
    assert sheets.sheet(ONE, workload()) is one
    assert sheets.sheet(TWO, workload()) is not two
