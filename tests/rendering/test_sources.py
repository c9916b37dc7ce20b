"""The page's list of sources holds all that is known of where a value is from, without hovering."""

from pathlib import Path

from bs4 import BeautifulSoup

from mkdocs_model_compare.catalog.loading import load_catalog
from tests.rendering.golden import TODAY, page_of

MODEL = """
name: {name}
developer: Acme
context_window: {{value: 200000, source: card, retrieved: 2026-06-05, note: as announced}}
max_output: {{value: 64000, source: card, retrieved: 2026-06-06}}
architecture: {{value: dense, source: card, retrieved: 2026-06-01}}
sources: {{card: {{url: 'https://example.org/{name}', title: Card of {name}, retrieved: 2026-06-01}}}}
"""


def test_a_fact_with_a_date_or_note_of_its_own_is_listed_with_them(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    for name in ("a", "b"):
        (tmp_path / "models" / f"{name}.yml").write_text(MODEL.format(name=name), encoding="utf-8")
    soup = BeautifulSoup(page_of('<< specs("a", "b") >>', load_catalog(tmp_path, TODAY)), "html.parser")
    first = soup.select("ol.mc-sources > li")[0]
    assert [one.get_text() for one in first.select("li")] == [
        "a, context window: retrieved 2026-06-05, as announced",
        "a, maximum output: retrieved 2026-06-06",
    ]
    for own in first.select("ul"):
        own.decompose()
    assert first.get_text() == "Card of a, retrieved 2026-06-01"


def test_the_day_a_model_retires_leads_to_its_source(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    for name in ("a", "b"):
        end = "status: deprecated\nretires: {value: 2027-01-01, source: card}" if name == "b" else ""
        (tmp_path / "models" / f"{name}.yml").write_text(MODEL.format(name=name) + end, encoding="utf-8")
    soup = BeautifulSoup(page_of('<< verdict("a", "b") >>', load_catalog(tmp_path, TODAY)), "html.parser")
    caution = soup.select_one(".mc-caution")
    assert caution is not None
    assert caution.get_text() == "b is deprecated† and retires on 1 January 20271."


def test_what_is_told_once_of_several_models_leads_to_the_sources_of_all(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    for name in ("a", "b", "c"):
        text = MODEL.format(name=name).replace("200000", "300000" if name == "c" else "200000")
        (tmp_path / "models" / f"{name}.yml").write_text(text, encoding="utf-8")
    page = page_of('<< verdict("a", "b", "c") >> \n\n<< tradeoffs("a", "b", "c") >>', load_catalog(tmp_path, TODAY))
    soup = BeautifulSoup(page, "html.parser")
    for told in ("[data-mc-signal=context_window]", "[data-mc-key=context_window]"):
        lead = soup.select_one(told)
        assert lead is not None
        assert [one.get_text() for one in lead.select(".mc-cite")] == ["1", "2 3"]
