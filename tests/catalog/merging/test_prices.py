"""Prices of the list that change: the new one in its place, the old one in the history with its date."""

import pytest

from mkdocs_model_compare.catalog.loading import CatalogReader
from tests.catalog.folders import TODAY
from tests.catalog.merging.imports import SOURCES, differing, imported, model_file, plan, plan_of
from tests.catalog.upstream.genai import info, read, step
from tests.catalog.upstream.listing import litellm

HEAD = "name: Claude Nano 1\ndeveloper: Anthropic\n"
TAIL = f"{SOURCES}provenance: {{default: litellm}}\n"
ROWS = {"claude-nano-1": litellm()}


def after(folder, routes, rows=None, **options):
    """The routes of a file after an import, with what was reported."""
    path = model_file(folder, f"{HEAD}routes:\n{routes}{TAIL}")
    found = imported(folder, rows or ROWS, **options)
    text = path.read_text("utf-8")
    CatalogReader(folder).read(TODAY)
    assert plan(folder, rows or ROWS, **options).files == {}
    return text[text.index("routes:\n") + 8 : text.index("sources:")], found


def test_a_changed_price_moves_into_the_history(tmp_path):
    routes, found = after(tmp_path, "  - provider: anthropic\n    price: {input: 1.20, output: 6.00} # list\n")
    assert routes == (
        "  - provider: anthropic\n"
        "    price: {input: 1.00, output: 5.00} # list\n"
        "    since: 2026-11-20\n"
        "    history:\n"
        "      - {until: 2026-11-19, price: {input: 1.20, output: 6.00}}\n"
    )
    assert [(one.path, one.old, one.new) for one in found.changes] == [
        ("routes.anthropic.price.input", "1.2", "1"),
        ("routes.anthropic.price.output", "6", "5"),
    ]


def test_it_stands_before_the_earlier_ones(tmp_path):
    routes, _ = after(
        tmp_path,
        "  - provider: anthropic\n"
        "    price: {input: 1.20, output: 5.00}\n"
        "    since: 2026-06-01   # from the page\n"
        "    history:\n"
        "    # before\n"
        "    - {until: 2026-05-31, price: {input: 3}}\n",
    )
    assert routes == (
        "  - provider: anthropic\n"
        "    price: {input: 1.00, output: 5.00}\n"
        "    since: 2026-11-20   # from the page\n"
        "    history:\n"
        "    # before\n"
        "    - {until: 2026-11-19, price: {input: 1.20, output: 5.00}}\n"
        "    - {until: 2026-05-31, price: {input: 3}}\n"
    )


def test_a_route_on_one_line_stays_on_it(tmp_path):
    routes, _ = after(tmp_path, "  - {provider: anthropic, price: {input: 1.20, output: 5}}\n")
    assert routes == (
        "  - {provider: anthropic, price: {input: 1.00, output: 5}, since: 2026-11-20, "
        "history: [{until: 2026-11-19, price: {input: 1.20, output: 5}}]}\n"
    )


def test_a_price_that_is_new_on_a_route_replaces_none(tmp_path):
    rows = {"claude-nano-1": litellm(cache_read_input_token_cost=1e-7)}
    routes, _ = after(tmp_path, "  - provider: anthropic\n    price: {input: 1, output: 5}\n", rows)
    assert routes == "  - provider: anthropic\n    price: {input: 1, output: 5, cached_input: 0.10}\n"


def test_a_price_that_the_list_gives_no_more_is_unknown_and_remembered(tmp_path):
    routes, _ = after(tmp_path, "  - provider: anthropic\n    price: {input: 1, output: 5, cached_input: 0.1}\n")
    assert "price: {input: 1, output: 5, cached_input: unknown}\n" in routes
    assert "- {until: 2026-11-19, price: {input: 1, output: 5, cached_input: 0.1}}\n" in routes


def test_a_price_that_is_written_otherwise_is_the_same(tmp_path):
    path = model_file(
        tmp_path, f"{HEAD}routes:\n  - {{provider: anthropic, price: {{input: 1.000, output: 5}}}}\n{TAIL}"
    )
    before = path.read_bytes()
    assert imported(tmp_path, ROWS).files == {}
    assert path.read_bytes() == before


def test_a_price_that_held_for_no_day_is_not_remembered(tmp_path):
    """The list was imported and corrected on one day."""
    routes, _ = after(tmp_path, "  - {provider: anthropic, since: 2026-11-20, price: {input: 2, output: 5}}\n")
    assert routes == "  - {provider: anthropic, since: 2026-11-20, price: {input: 1.00, output: 5}}\n"


def test_variants_follow_the_list_too(tmp_path):
    rows = {"claude-nano-1": litellm(input_cost_per_token_batches=5e-7, input_cost_per_token_above_200k_tokens=2e-6)}
    routes, _ = after(
        tmp_path,
        "  - provider: anthropic\n"
        "    price: {input: 1, output: 5}\n"
        "    variants:\n"
        "      - {when: {mode: batch}, price: {input: 0.6}} # half\n"
        "      - {when: {context_over: 128000}, price: {input: 9}}\n"
        "      - {when: {region: eu}, price: {input: 1.1}}\n",
        rows,
    )
    assert routes == (
        "  - provider: anthropic\n"
        "    price: {input: 1, output: 5}\n"
        "    variants:\n"
        "      - {when: {mode: batch}, price: {input: 0.50}} # half\n"
        "      - {when: {context_over: 128000}, price: {input: unknown}}\n"
        "      - {when: {region: eu}, price: {input: 1.1}}\n"
        "      - {when: {context_over: 200000}, price: {input: 2.00}}\n"
    )


def test_one_price_of_a_route_by_hand_stays_while_the_other_follows(tmp_path):
    path = model_file(
        tmp_path,
        f"{HEAD}routes:\n  - provider: anthropic\n    price: {{input: {{value: 3, source: card}}, output: 6}}\n"
        f"{SOURCES}  card: {{url: https://c.example}}\nprovenance: {{default: litellm}}\n",
    )
    found = imported(tmp_path, ROWS)
    assert "price: {input: {value: 3, source: card}, output: 5.00}\n" in path.read_text("utf-8")
    assert differing(found) == [("routes.anthropic.price.input", "card", "3", "1")]


@pytest.mark.parametrize(
    ("route", "row"),
    [
        ("{provider: anthropic, billing: credits}", litellm()),
        ("{provider: anthropic, price: {input: 7, output: 9, currency: EUR}}", litellm()),
    ],
)
def test_what_is_billed_otherwise_is_not_compared(tmp_path, route, row):
    path = model_file(tmp_path, f"{HEAD}routes:\n  - {route}\n{TAIL}")
    before = path.read_bytes()
    found = imported(tmp_path, {"claude-nano-1": row})
    assert (found.files, path.read_bytes()) == ({}, before)


def test_dates_of_the_list_itself_go_before_that_of_its_download(tmp_path, monkeypatch):
    steps = [step(None, input="2", output="9"), step("2026-09-01", input="1", output="5")]
    listing = read(monkeypatch, info(prices=steps))
    route = "{provider: anthropic, price: {input: 2, output: 9}}"
    path = model_file(
        tmp_path,
        f"{HEAD}context_window: 200000\nroutes:\n  - {route}\n"
        "sources:\n  genai-prices: {url: https://x.example}\nprovenance: {default: genai-prices}\n",
    )
    found = plan_of(tmp_path, listing)
    assert b"since: 2026-09-01, history: [{until: 2026-08-31, price: {input: 2" in found.files[f"models/{path.name}"]
