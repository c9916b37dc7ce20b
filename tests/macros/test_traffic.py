"""The workload of an option, checked as the arguments of a macro are."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.macros import DEFAULT_WORKLOAD, workload_option
from mkdocs_model_compare.macros.traffic import TRAFFIC
from tests.macros.catalogs import CHAT, small_catalog


def test_nothing_is_the_default():
    assert workload_option({}, small_catalog()) == DEFAULT_WORKLOAD


def test_a_mapping_replaces_numbers_of_the_default():
    option = {"requests": 5, "cached": 0.1, "batch": True}
    assert workload_option(option, small_catalog()) == replace(
        DEFAULT_WORKLOAD, requests=5, cached=Decimal("0.1"), batch=True
    )


def test_the_catalogs_own_default_goes_before_the_shipped_one():
    catalog = small_catalog()
    own = replace(CHAT, id="default")
    catalog = replace(catalog, settings=replace(catalog.settings, workloads={"default": own}))
    assert workload_option({}, catalog) == own
    assert workload_option({"requests": 7}, catalog) == replace(own, requests=7, id=None, name=None)


def test_text_is_the_id_of_a_workload():
    assert workload_option("chat", small_catalog()) == CHAT


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("chatt", 'workload: there is no workload "chatt"; did you mean "chat"?'),
        (
            7,
            "workload: expected the id of a workload, or a mapping with " + ", ".join(TRAFFIC),
        ),
        ({"request": 1}, 'workload: there is no key "request"; did you mean "requests"?'),
        (
            {"qqq": 1},
            'workload: there is no key "qqq"; it takes ' + ", ".join(TRAFFIC),
        ),
        ({"requests": 0}, "workload: requests can be 1 or more; 0 is out of range"),
        ({"requests": "1M"}, "workload: requests is a whole number, e.g. 1_000_000; this is text"),
        ({"cached": 40.5}, "workload: cached can be 0 to 1; 40.5 is out of range"),
        ({"batch": [True]}, "workload: batch is True or False, e.g. True; this is a list"),
    ],
)
def test_a_mistake_names_the_option(option, message):
    with pytest.raises(CompareError) as caught:
        workload_option(option, small_catalog())
    assert str(caught.value) == message
