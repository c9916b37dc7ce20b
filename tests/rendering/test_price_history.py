"""The history of prices and the latest changes as a page shows them: picture, table and words say the same."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from pytest_regressions.file_regression import FileRegressionFixture

from mkdocs_model_compare.catalog.catalog import Catalog
from tests.catalog.folders import read
from tests.rendering.golden import page_of, read_aloud

A = """\
name: A
developer: Lab
released: 2025-10-01
routes:
  - provider: acme
    since: 2026-06-15
    price: {input: 1, output: 5, cached_input: 0.1}
    history:
      - {until: 2026-06-14, price: {input: 1.20, output: 6, cached_input: 0.2}}
      - {until: 2026-01-31, price: {input: 2, output: unknown}}
  - {provider: globex, label: fast, price: {input: 3, output: 9}}
sources: {card: {url: "https://a.example", title: A's prices, retrieved: 2026-06-20}}
provenance: {default: card}
reviewed: 2026-06-30
"""
B = """\
name: B & Sons
developer: Lab
released: 2026-05
routes: [{provider: acme, region: eu, price: {input: 2, output: 4, currency: EUR}, since: 2026-06-01}]
reviewed: 2026-06-30
"""
PAGE = """\
# Prices

<< price_history("a", "b") >>

<< price_history("a", "b", "c", provider="globex") >>

<< price_history("c") >>

<< changes() >>

<< changes(days=7, where="developer = Nobody") >>
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    models = {"models/a.yml": A, "models/b.yml": B, "models/c.yml": "name: C\ndeveloper: Lab\n"}
    return read(tmp_path, models)


def section(html: str, name: str) -> Tag:
    found = BeautifulSoup(html, "html.parser").select_one(f"[data-mc-section={name}]")
    assert found is not None
    return found


def test_the_page_keeps_its_html(catalog: Catalog, file_regression: FileRegressionFixture) -> None:
    file_regression.check(page_of(PAGE, catalog), extension=".html")


def test_the_page_reads_as_it_was_read(catalog: Catalog, file_regression: FileRegressionFixture) -> None:
    file_regression.check(read_aloud(page_of(PAGE, catalog)), extension=".txt")


def test_every_row_and_cell_bears_its_marks(catalog: Catalog) -> None:
    table = section(page_of('<< price_history("a") >>', catalog), "price_history")
    rows = [
        (
            row["data-mc-row"],
            row["data-mc-route"],
            *(cell.get("data-mc-value", cell["data-mc-state"]) for cell in row.select("td")),
        )
        for row in table.select("tr[data-mc-row]")
    ]
    assert rows == [
        ("2026-06-15/..", "acme", "1", "5"),
        ("../2026-06-14", "acme", "1.2", "6"),
        ("../2026-01-31", "acme", "2", "unknown"),
    ]


def test_the_picture_is_told_in_words(catalog: Catalog) -> None:
    pictures = section(page_of('<< price_history("a") >>', catalog), "price_history").select("svg[role=img]")
    assert [picture["aria-label"] for picture in pictures] == [
        "Input price over time. A: $2 until 2026-01-31, $1.20 until 2026-06-14, $1 since 2026-06-15.",
        "Output price over time. A: $6 until 2026-06-14, $5 since 2026-06-15.",
    ]


def test_lines_differ_in_pattern_and_marker_as_well_as_in_colour(catalog: Catalog) -> None:
    html = page_of('<< price_history("a", "b", "c", provider="acme") >>', catalog)
    shown = section(html, "price_history").select(".mc-legend span")
    assert [one.get_text(strip=True) for one in shown] == ["A", "B & Sons"]
    for kind in ("class", "stroke-dasharray", "d"):
        told = {tuple(str(path.get(kind)) for path in (one, *one.select("path"))) for one in shown}
        assert len(told) == len(shown)


def test_an_open_beginning_is_dotted_and_said(catalog: Catalog) -> None:
    open_, known = (page_of(f'<< price_history("{name}", provider="acme") >>', catalog) for name in ("a", "b"))
    assert "Dotted: since when is not recorded." in open_
    assert "Dotted" not in known


def test_a_change_tells_both_amounts_with_their_source(catalog: Catalog) -> None:
    found = section(page_of("<< changes(days=30) >>", catalog), "changes")
    rows = {row["data-mc-row"]: row for row in found.select("tr[data-mc-row]")}
    assert list(rows) == ["reviewed", "price"]
    price = found.select("tr[data-mc-row=price]")[0]
    assert [one["data-mc-value"] for one in price.select("[data-mc-value]")] == ["1.2", "1", "6", "5", "0.2", "0.1"]
    assert price.select_one("time[datetime='2026-06-15']") is not None
    assert price.select_one('.mc-cite a[title^="A\'s prices"]') is not None
