"""Titles and descriptions of made pages differ between pages, say what differs, and end in time."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.pages.planning import Plan, plan
from mkdocs_model_compare.pages.telling import Telling
from mkdocs_model_compare.pages.wishes import Choice, Wishes
from tests.macros.catalogs import WORKLOAD, small_catalog
from tests.pages.catalogs import catalog_of


def told(catalog, wishes):
    telling = Telling(catalog, WORKLOAD)
    return {
        page.uri: (telling.title(page), telling.description(page)) for page in plan(wishes, catalog, WORKLOAD).pages
    }


ALL = Wishes(choices=(Choice(),), models=True, index=True, floor=Decimal(0))


def test_a_comparison_says_in_figures_what_differs():
    catalog = catalog_of(ada=("Ada", {"context_window": 200_000}), bell=("Bell", {"context_window": 128_000}))
    assert told(catalog, ALL)["compare/ada-vs-bell.md"] == (
        "Ada vs Bell",
        "Ada and Bell compared: which to choose and why; 200k against 128k tokens of context.",
    )


def test_a_model_is_told_by_its_facts_where_it_has_no_words_of_its_own():
    catalog = catalog_of(ada=("Ada", {"context_window": 200_000}))
    assert told(catalog, ALL)["compare/models/ada.md"] == ("Ada", "Ada by Acme: 200k tokens of context.")


names = st.sampled_from(["Ada", "ada", "Bell", "B" * 90, "C" * 300]) | st.text("xyz ", min_size=1)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), names, min_size=2, max_size=5))
def test_no_two_pages_are_told_alike(models):
    found = told(catalog_of(**{model: (name, {}) for model, name in models.items()}), ALL)
    assert len({title for title, _ in found.values()}) == len(found)
    assert len({description for _, description in found.values()}) == len(found)


def test_a_description_fits_into_a_search_result():
    found = told(small_catalog(), ALL)
    assert all(len(description) <= 160 for _, description in found.values())
    assert Plan(kind="index", uri="", models=()).listed is False
