"""The marks of the product contract, which others' checks rely on."""

import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_model_compare.rendering.sections import SECTIONS
from tests.rendering.golden import page_of

PAIR = '"claude-haiku-4.5", "gemma-4-12b-it"'
ROWS = {
    "scorecard": "best_for decision_fit context_window cheapest_output provider_routes shared_benchmarks",
    "specs": "released context_window max_output parameters architecture license openness commercial_use "
    "knowledge_cutoff modalities status",
    "pricing": "input_price output_price cached_input_price batch_input_price batch_output_price providers",
    "monthly_cost": "monthly_cost cheapest_route cost_delta",
    "capabilities": "vision multimodal reasoning function_calling tool_use structured_outputs code_execution "
    "ide_integration computer_use parallel_agents",
}


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return BeautifulSoup(page_of(f"<< compare({PAIR}) >>"), "html.parser")


def cell(page: BeautifulSoup, section: str, row: str, model: str) -> Tag:
    found = page.select_one(f'[data-mc-section="{section}"] [data-mc-row="{row}"] [data-mc-model="{model}"]')
    assert found is not None
    return found


def test_a_comparison_has_its_sections_in_the_order_of_the_contract(page: BeautifulSoup) -> None:
    bodies = page.select("[data-mc-section]")
    assert tuple(body["data-mc-section"] for body in bodies) == SECTIONS
    assert all(body["data-mc-models"] == "claude-haiku-4.5 gemma-4-12b-it" for body in bodies)
    assert all({"mc", f"mc-{body['data-mc-section']}"} <= set(body["class"]) for body in bodies)


@pytest.mark.parametrize(("section", "keys"), ROWS.items())
def test_tables_have_the_rows_of_the_contract_in_order(page: BeautifulSoup, section: str, keys: str) -> None:
    rows = page.select(f'[data-mc-section="{section}"] tr[data-mc-row]')
    assert [row["data-mc-row"] for row in rows] == keys.split()
    for row in rows:
        assert [one["data-mc-model"] for one in row.select("td")] == ["claude-haiku-4.5", "gemma-4-12b-it"]


@pytest.mark.parametrize(
    ("section", "row", "model", "state", "value"),
    [
        ("specs", "context_window", "gemma-4-12b-it", "known", "262144"),
        ("specs", "max_output", "gemma-4-12b-it", "unknown", None),
        ("specs", "released", "claude-haiku-4.5", "known", "2025-10-01"),
        ("specs", "knowledge_cutoff", "claude-haiku-4.5", "known", "2025-02"),
        ("specs", "parameters", "gemma-4-12b-it", "known", "12000000000"),
        ("specs", "license", "gemma-4-12b-it", "known", "apache-2.0"),
        ("specs", "openness", "gemma-4-12b-it", "known", "open-source"),
        ("specs", "commercial_use", "claude-haiku-4.5", "known", "conditional"),
        ("specs", "status", "claude-haiku-4.5", "known", "active"),
        ("scorecard", "cheapest_output", "claude-haiku-4.5", "known", "4"),
        ("scorecard", "cheapest_output", "gemma-4-12b-it", "unknown", None),
        ("scorecard", "provider_routes", "claude-haiku-4.5", "known", "5"),
        ("scorecard", "shared_benchmarks", "gemma-4-12b-it", "known", "0"),
        ("pricing", "input_price", "claude-haiku-4.5", "known", "0.8"),
        ("monthly_cost", "monthly_cost", "claude-haiku-4.5", "known", "1640"),
        ("monthly_cost", "monthly_cost", "gemma-4-12b-it", "unknown", None),
        ("monthly_cost", "cheapest_route", "claude-haiku-4.5", "known", "aws-bedrock"),
        ("monthly_cost", "cost_delta", "claude-haiku-4.5", "unknown", None),
        ("capabilities", "reasoning", "claude-haiku-4.5", "no", "no"),
        ("capabilities", "reasoning", "gemma-4-12b-it", "known", "yes"),
    ],
)
def test_a_cell_tells_its_state_and_value(
    page: BeautifulSoup, section: str, row: str, model: str, state: str, value: str | None
) -> None:
    found = cell(page, section, row, model)
    assert (found["data-mc-state"], found.get("data-mc-value")) == (state, value)


def test_tables_have_a_caption_and_scoped_headers(page: BeautifulSoup) -> None:
    for table in page.select("table"):
        assert table.caption is not None
        assert table.caption.get_text(strip=True)
        assert all(header.get("scope") in {"col", "row", "rowgroup"} for header in table.select("th"))


def test_the_verdict_bears_its_outcome_and_choice(page: BeautifulSoup) -> None:
    (answer,) = page.select("[data-mc-outcome]")
    assert (answer["data-mc-outcome"], answer["data-mc-choice"]) == ("choice", "gemma-4-12b-it")


def test_statements_about_one_model_name_it(page: BeautifulSoup) -> None:
    for section in ("tradeoffs", "deep_dive", "faq"):
        about = page.select(f'[data-mc-section="{section}"] [data-mc-about]')
        assert {one["data-mc-about"] for one in about} == {"claude-haiku-4.5", "gemma-4-12b-it"}


def test_friction_is_told_in_both_directions(page: BeautifulSoup) -> None:
    items = page.select('[data-mc-section="switch_friction"] li')
    directions = {(item["data-mc-from"], item["data-mc-to"]) for item in items}
    assert directions == {("claude-haiku-4.5", "gemma-4-12b-it"), ("gemma-4-12b-it", "claude-haiku-4.5")}


def test_each_route_has_its_line(page: BeautifulSoup) -> None:
    providers = [row["data-mc-route"] for row in page.select('[data-mc-section="pricing"] [data-mc-route]')]
    assert len(providers) == 10
    assert providers.count("anthropic") == 2


def test_questions_bear_their_ids(page: BeautifulSoup) -> None:
    assert [entry["data-mc-question"] for entry in page.select("[data-mc-question]")] == [
        "context_window",
        "open_source",
        "capability:vision",
        "capability:multimodal",
        "capability:reasoning",
        "capability:function_calling",
        "capability:structured_outputs",
        "capability:code_execution",
        "newer",
        "where_to_run",
    ]


def test_inline_values_bear_the_marks_of_a_cell_and_their_path() -> None:
    html = page_of(
        'It reads << fact("gemma-4-12b-it", "context_window") >> and costs << cost("claude-haiku-4.5") >>, '
        'at << fact("claude-haiku-4.5", "routes.aws-bedrock.price.output") >> for output.'
    )
    soup = BeautifulSoup(html, "html.parser")
    window, output = soup.select(".mc-fact")
    cost = soup.select_one(".mc-cost")
    assert cost is not None
    assert (window["data-mc-path"], window["data-mc-value"]) == ("context_window", "262144")
    assert (output["data-mc-path"], output["data-mc-value"]) == ("routes.aws-bedrock.price.output", "4")
    assert (cost["data-mc-state"], cost["data-mc-value"]) == ("known", "1640")


def test_every_source_numeral_leads_to_its_entry_in_the_list(page: BeautifulSoup) -> None:
    targets = {numeral["href"] for numeral in page.select(".mc-cite a")}
    assert targets == {f"#{entry['id']}" for entry in page.select(".mc-sources > li")}
