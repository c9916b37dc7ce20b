"""What stands in a table of models for the page's script, and the facts that it sets side by side."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.comparison import rows
from tests.rendering.golden import golden_catalog, page_of, read_aloud, renderer

HAIKU, GEMMA = "claude-haiku-4.5", "gemma-4-12b-it"


def table_data(macro: str, catalog: Catalog | None = None) -> Mapping[str, Any]:
    table = BeautifulSoup(page_of(f"<< {macro} >>", catalog), "html.parser").select_one("[data-mc-table]")
    assert table is not None
    found: Mapping[str, Any] = json.loads(str(table["data-mc-table"]))
    return found


@pytest.fixture(scope="module")
def facts() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(json.dumps(renderer(golden_catalog()).facts()))
    return found


def value(facts: Mapping[str, Any], model: str, key: str) -> list[Any]:
    keys = [row[0] for section in facts["sections"] for row in section[4]]
    place: int = facts["models"][model][1][keys.index(key)][0]
    found: list[Any] = facts["values"][place]
    return found


def test_a_picker_is_the_same_table_as_models_makes() -> None:
    arguments = 'where="context_window >= 1k", columns=["license", "context_window"], sort="-context_window"'
    assert read_aloud(page_of(f"<< picker({arguments}) >>")) == read_aloud(page_of(f"<< models({arguments}) >>"))


def test_a_picker_bears_its_marks() -> None:
    page = BeautifulSoup(page_of("<< picker() >>"), "html.parser")
    (picker,) = page.select("[data-mc-section=picker]")
    assert {"mc", "mc-picker"} <= set(picker["class"])
    assert picker["data-mc-models"] == f"{HAIKU} {GEMMA}"


def test_every_column_has_the_ranks_of_its_rows() -> None:
    orders = table_data('models(columns=["context_window", "name", "input_price"])')["orders"]
    assert orders == [["name", [0, 1]], ["context_window", [0, 1]], ["input_price", [0, None]]]


def test_the_order_that_a_table_is_made_in_is_told_in_its_head() -> None:
    page = BeautifulSoup(page_of('<< models(sort=["-context_window", "name"]) >>'), "html.parser")
    assert [(head.get_text(), head["aria-sort"]) for head in page.select("[aria-sort]")] == [
        ("Context window", "descending")
    ]


def test_a_table_offers_must_haves_for_its_columns_and_a_picker_for_all_that_matters() -> None:
    of_table = table_data('models(columns=["developer", "reasoning", "openness"])')["filters"]
    assert [(one["key"], one["label"], one["has"]) for one in of_table] == [
        ("reasoning", "Reasoning", True),
        ("openness", "Openness", False),
    ]
    of_picker = table_data('picker(columns=["developer"])')["filters"]
    keys = ["openness", "license", "context_window", "input_price", "output_price", "reasoning", "code_execution"]
    assert [one["key"] for one in of_picker] == keys


def test_options_read_as_what_is_asked_for() -> None:
    filters = {one["key"]: one for one in table_data("picker()")["filters"]}
    assert filters["context_window"]["options"] == [["256000", "256k or more", 6, 12]]
    assert [text for _, text, _, _ in filters["openness"]["options"]] == ["Open source", "Proprietary"]


def test_a_name_cannot_end_the_attribute_that_the_data_stand_in() -> None:
    catalog = golden_catalog()
    evil = replace(next(iter(catalog.licenses.values())), id="evil", name="'\"><script>&amp;")
    haiku = catalog.models[HAIKU]
    models = {**catalog.models, HAIKU: replace(haiku, license=replace(haiku.license, value=evil))}
    found = table_data('picker(columns=["license"])', replace(catalog, models=models))
    (license_filter,) = [one for one in found["filters"] if one["key"] == "license"]
    assert "'\"><script>&amp;" in [text for _, text, _, _ in license_filter["options"]]


def test_a_table_without_models_has_nothing_to_sort() -> None:
    assert "data-mc-table" not in page_of('<< models(where="context_window > 900M") >>')


def test_the_facts_have_the_rows_of_the_sections_they_stand_for(facts: Mapping[str, Any]) -> None:
    keys = {name: tuple(key for key, _ in of) for name, _, _, _, of in facts["sections"]}
    assert keys["specs"] == rows.SPECS
    assert keys["pricing"] == rows.PRICES
    assert keys["capabilities"] == tuple(golden_catalog().settings.capabilities)
    captions = {name: caption for name, _, caption, _, _ in facts["sections"]}
    page = BeautifulSoup(page_of(f'<< compare("{HAIKU}", "{GEMMA}") >>'), "html.parser")
    for name in ("specs", "pricing", "capabilities"):
        caption = page.select_one(f"[data-mc-section={name}] caption")
        head = page.select_one(f"[data-mc-section={name}] thead th")
        heading = page.select_one(f"h2:has(+ [data-mc-section={name}])")
        assert caption is not None
        assert head is not None
        assert heading is not None
        assert captions[name] == caption.get_text()
        assert {(of[1], of[3]) for of in facts["sections"] if of[0] == name} == {(heading.get_text(), head.get_text())}


def test_a_value_has_its_state_text_and_machine_form(facts: Mapping[str, Any]) -> None:
    assert value(facts, GEMMA, "context_window") == ["known", "256k", "262144", "262,144 tokens", "262,144"]
    assert value(facts, HAIKU, "input_price") == ["known", "$0.80", "0.8"]
    assert value(facts, GEMMA, "input_price") == ["unknown", "no price known"]
    assert value(facts, HAIKU, "reasoning") == ["no", "No", "no"]
    assert value(facts, GEMMA, "license")[:3] == ["known", "Apache 2.0", "apache-2.0"]


def test_every_value_names_the_sources_that_its_cell_in_a_comparison_cites(facts: Mapping[str, Any]) -> None:
    page = BeautifulSoup(page_of(f'<< compare("{HAIKU}", "{GEMMA}") >>'), "html.parser")
    keys = [(section[0], row[0]) for section in facts["sections"] for row in section[4]]
    for model in (HAIKU, GEMMA):
        for (section, key), (_, *cited) in zip(keys, facts["models"][model][1], strict=True):
            cell = page.select_one(f'[data-mc-section={section}] [data-mc-row="{key}"] [data-mc-model="{model}"]')
            assert cell is not None
            ours = {facts["sources"][source][0] for source in cited}
            assert ours == {str(numeral["title"]) for numeral in cell.select(".mc-cite [title]")}


def test_a_stale_fact_says_so_with_its_source() -> None:
    catalog = golden_catalog()
    old = renderer(catalog)
    old.stale_after = 1
    assert any(re.search(r", stale: last looked at \d{4}-", str(source[0])) for source in old.facts()["sources"])
