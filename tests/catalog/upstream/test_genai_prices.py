"""The package genai-prices: dated prices, tiers and batches of an invented provider in the package's shapes."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from mkdocs_model_compare.catalog.upstream import genai_prices
from mkdocs_model_compare.catalog.upstream.lists import read_listing
from mkdocs_model_compare.catalog.upstream.records import Condition, ListError, Past
from tests.catalog.folders import TODAY
from tests.catalog.upstream.genai import info, price, read, step
from tests.catalog.upstream.listing import doubted, model, offer, skipped


def test_the_row_of_its_own_lab_gives_name_window_and_price(monkeypatch):
    found = read(monkeypatch, info())
    one = model(found, "claude-nano-1")
    assert (found.note, one.name, one.facts) == ("version 9.9", "Claude Nano 1", {"context_window": 200000})
    assert offer(one, "anthropic").price == {"input": 1, "output": 5}


def test_earlier_prices_are_history_with_their_dates(monkeypatch):
    steps = [step(None, input="2", output="9"), step("2026-05-01", input="1", output="5")]
    found = read(monkeypatch, info(prices=steps))
    route = offer(model(found, "claude-nano-1"), "anthropic")
    assert route.price == {"input": 1, "output": 5}
    assert route.since == date(2026, 5, 1)
    assert route.history == (Past(until=date(2026, 4, 30), price={"input": Decimal(2), "output": Decimal(9)}),)


def test_a_step_that_changes_no_price_of_ours_is_none(monkeypatch):
    steps = [step(None, input="1", output="5", web="9"), step("2026-05-01", input="1", output="5", web="8")]
    route = offer(model(read(monkeypatch, info(prices=steps)), "claude-nano-1"), "anthropic")
    assert (route.since, route.history) == (None, ())


def test_a_price_to_come_is_said_and_not_taken(monkeypatch):
    steps = [step(None, input="1", output="5"), step("2027-01-01", input="2", output="9")]
    found = read(monkeypatch, info(prices=steps))
    assert offer(model(found, "claude-nano-1"), "anthropic").price["input"] == 1
    assert doubted(found) == [("anthropic/claude-nano-1", "a price from 2027-01-01 on, which is still to come")]


def test_prices_by_the_hour_are_left_out(monkeypatch):
    by_hour = SimpleNamespace(constraint=SimpleNamespace(start_time="00:30"), prices=price(input="9", output="9"))
    found = read(monkeypatch, info(prices=[step(None, input="1", output="5"), by_hour]))
    assert offer(model(found, "claude-nano-1"), "anthropic").price["input"] == 1
    assert doubted(found) == [("anthropic/claude-nano-1", "prices by the hour of day left out")]


def test_tiers_and_batches_are_variants(monkeypatch):
    tiered = price(input={0: "1", 199999: "2"}, output={0: "5", 199999: "8"}, cache_read="0.1")
    batch = SimpleNamespace(
        when={"processing": "batch"}, constraint=None, prices=price(input={0: "0.5", 199999: "1"}, output="2.5")
    )
    found = read(monkeypatch, info(prices=tiered, price_variants=[batch]))
    assert offer(model(found, "claude-nano-1"), "anthropic").conditions == (
        Condition(batch=True, price={"input": Decimal("0.5"), "output": Decimal("2.5")}),
        Condition(context_over=199999, price={"input": Decimal(2), "output": Decimal(8)}),
        Condition(batch=True, context_over=199999, price={"input": Decimal(1), "output": Decimal("2.5")}),
    )


def test_a_row_of_batch_prices_is_a_variant_of_the_route(monkeypatch):
    batch = info("anthropic/claude-nano-1:batch", price(input="0.5", output="2.5"))
    alone = info("anthropic/claude-micro-1:batch", price(input="0.5", output="2.5"))
    found = read(monkeypatch, info("anthropic/claude-nano-1"), batch, alone)
    (route,) = model(found, "claude-nano-1").offers
    assert route.conditions == (Condition(batch=True, price={"input": Decimal("0.5"), "output": Decimal("2.5")}),)
    why = "it is a batch price, and the list has not one route that it is of"
    assert skipped(found) == {"anthropic/anthropic/claude-micro-1:batch": why}


def test_what_bedrock_asks_in_one_region_is_a_route_of_its_own(monkeypatch):
    rows = [info("global.anthropic.claude-nano-1-v1:0"), info("regional.anthropic.claude-nano-1-v1:0")]
    one = model(read(monkeypatch, *rows, provider="aws"), "claude-nano-1")
    assert [(route.region, route.model) for route in one.offers] == [
        ("global", "global.anthropic.claude-nano-1-v1:0"),
        ("regional", "anthropic.claude-nano-1-v1:0"),
    ]


def test_what_has_no_price_for_answers_is_skipped(monkeypatch):
    found = read(monkeypatch, info(prices=price(input="1")), info("text-embedding-9"))
    assert skipped(found) == {
        "anthropic/claude-nano-1": "it has no price for output tokens",
        "anthropic/text-embedding-9": "the model is no chat model",
    }


def test_without_the_package_one_is_told_how_to_get_it(monkeypatch):
    def missing(_):
        raise ImportError

    monkeypatch.setattr(genai_prices, "import_module", missing)
    with pytest.raises(ListError) as refused:
        read_listing("genai-prices", None, TODAY)
    assert str(refused.value) == (
        "the package genai-prices is not installed; expected it beside this one; "
        'run: pip install "mkdocs-model-compare[genai-prices]"'
    )
