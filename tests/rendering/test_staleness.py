"""What was last looked at too long ago says so wherever a page shows it, and nothing else does."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from mkdocs_model_compare.rendering.renderer import Page, Renderer
from tests.catalog.folders import TODAY, read

A = """\
name: A
developer: Lab
context_window: {value: 200000, source: card}
max_output: {value: 64000, source: list}
capabilities: {vision: yes}
sources:
  card: {url: "https://a.example", retrieved: 2026-01-02}
  list: {url: "https://b.example", retrieved: 2026-11-01}
"""


@pytest.fixture
def shown(tmp_path: Path):
    """The page of A and B with these lines added to A, on TODAY."""

    def show(*lines: str, stale_after: int = 180, today: date = TODAY) -> BeautifulSoup:
        catalog = read(tmp_path, {"models/a.yml": "\n".join((A, *lines, ""))})
        workload = catalog.settings.workloads["default"]
        renderer = Renderer(catalog, workload=workload, today=today, stale_after=stale_after)
        page = Page()
        models = (catalog.models["a"], catalog.models["b"])
        html = [
            one.html
            for one in renderer.sections(models, ("summary", "specs", "capabilities", "reviewed"), workload, page)
        ]
        html += [renderer.fact(catalog.models["a"], "context_window", page), renderer.sources(page)]
        return BeautifulSoup("\n".join(html), "html.parser")

    return show


def cell(page, row):
    (found,) = page.select(f"tr[data-mc-row={row}] td[data-mc-model=a]")
    return found


def stale(element):
    return [(mark.get_text(), mark["title"]) for mark in element.select("span.mc-stale")]


MARK = ("stale", "last looked at 2026-01-02")


def test_a_stale_value_is_marked_in_its_cell_beside_its_source(shown):
    assert stale(cell(shown(), "context_window")) == [MARK]
    assert cell(shown(), "context_window").select_one(".mc-cite").get_text() == "1 stale"


def test_a_fresh_value_of_the_same_model_is_not_marked(shown):
    assert stale(cell(shown(), "max_output")) == []


def test_a_value_without_any_date_is_not_marked(shown):
    assert stale(cell(shown(), "vision")) == []


def test_a_value_without_a_source_is_as_old_as_the_review(shown):
    found = cell(shown("reviewed: 2026-02-03"), "vision")
    assert stale(found) == [("stale", "last looked at 2026-02-03")]
    assert found.select_one(".mc-cite").get_text() == "† stale"


def test_a_review_makes_its_facts_fresh(shown):
    assert stale(shown("reviewed: 2026-11-01")) == []


def test_a_stale_value_is_marked_in_prose(shown):
    page = shown()
    assert stale(page.select_one(".mc-summary")) == [MARK]
    assert stale(page.select_one(".mc-fact")) == [MARK]


def test_the_list_marks_the_sources_of_stale_values_alone(shown):
    card, listed = shown().select("ol.mc-sources li")
    assert stale(card) == [MARK]
    assert stale(listed) == []


def test_the_section_reviewed_names_the_models_with_stale_facts(shown):
    assert [one.get_text() for one in shown().select("strong.mc-stale")] == ["1 fact about A is due for another look."]


@pytest.mark.parametrize(
    ("stale_after", "today", "found"),
    [(0, TODAY, False), (180, date(2026, 7, 1), False), (180, date(2026, 7, 2), True)],
)
def test_the_number_of_days_decides(shown, stale_after, today, found):
    assert bool(stale(shown(stale_after=stale_after, today=today))) is found
