"""LiteLLM: prices per token with conditions in their keys, flags that are absent, and regions that are keys."""

from decimal import Decimal

import pytest

from mkdocs_model_compare.catalog.model import Billing, Status
from mkdocs_model_compare.catalog.upstream.records import Condition, ListError
from tests.catalog.upstream.listing import doubted, listing, litellm, model, offer, skipped


def read(rows):
    return listing("litellm", rows)


def nano(**said):
    return model(read({"claude-nano-1": litellm(**said)}), "claude-nano-1")


def test_prices_per_token_become_prices_per_million():
    one = nano(cache_read_input_token_cost=1e-7, cache_creation_input_token_cost=1.25e-6)
    assert offer(one, "anthropic").price == {
        "input": Decimal(1),
        "output": Decimal(5),
        "cached_input": Decimal("0.1"),
        "cache_write": Decimal("1.25"),
    }


def test_batches_and_tiers_are_variants():
    one = nano(
        input_cost_per_token_batches=5e-7,
        output_cost_per_token_batches=2.5e-6,
        input_cost_per_token_above_200k_tokens=2e-6,
        output_cost_per_token_above_200k_tokens=5e-6,
        input_cost_per_token_above_200k_tokens_batches=1e-6,
    )
    assert offer(one, "anthropic").conditions == (
        Condition(batch=True, price={"input": Decimal("0.5"), "output": Decimal("2.5")}),
        Condition(context_over=200000, price={"input": Decimal(2), "output": Decimal(5)}),
        Condition(batch=True, context_over=200000, price={"input": Decimal(1)}),
    )


def test_a_condition_is_left_out_only_where_it_changes_nothing():
    """Over 200k tokens a batch costs as much input as other requests do, which is not what another batch costs."""
    one = nano(
        input_cost_per_token_batches=5e-7,
        output_cost_per_token_batches=2.5e-6,
        input_cost_per_token_above_200k_tokens_batches=1e-6,
    )
    over = next(one for one in offer(one, "anthropic").conditions if one.batch and one.context_over)
    assert over.price == {"input": Decimal(1)}


def test_ranges_of_tokens_are_a_price_and_variants():
    tiers = [
        {"range": [0, 256000.0], "input_cost_per_token": 5e-8, "output_cost_per_token": 4e-7},
        {"range": [256000.0, 1000000.0], "input_cost_per_token": 2.5e-7, "output_cost_per_token": 2e-6},
    ]
    row = {"litellm_provider": "dashscope", "mode": "chat", "tiered_pricing": tiers}
    route = offer(model(read({"dashscope/qwen-nano": row}), "qwen-nano"), "alibaba")
    assert route.price == {"input": Decimal("0.05"), "output": Decimal("0.4")}
    assert route.conditions == (Condition(context_over=256000, price={"input": Decimal("0.25"), "output": Decimal(2)}),)


def test_other_tiers_of_service_are_left_out_and_said_to_be():
    found = read({"claude-nano-1": litellm(input_cost_per_token_priority=9e-6, off_peak_pricing={"x": 1})})
    assert offer(model(found, "claude-nano-1"), "anthropic").conditions == ()
    assert doubted(found) == [
        ("claude-nano-1", "prices of the priority tier left out"),
        ("claude-nano-1", "prices by the hour of day left out"),
    ]


def test_flags_are_facts_and_absent_ones_unknown():
    facts = nano(supports_vision=True, supports_computer_use=False, supports_reasoning=None).facts
    assert facts == {"capabilities.vision": True, "capabilities.computer_use": False}


def test_the_input_limit_is_no_context_window():
    assert nano(max_input_tokens=200000, max_output_tokens=64000).facts == {"max_output": 64000}
    assert nano(max_output_tokens=0).facts == {}


def test_flags_of_a_seller_are_no_facts_of_the_model():
    rows = {
        "claude-nano-1": litellm(),
        "azure_ai/claude-nano-1": litellm(litellm_provider="azure_ai", supports_vision=True, max_output_tokens=5),
    }
    assert model(read(rows), "claude-nano-1").facts == {}


@pytest.mark.parametrize(
    ("key", "provider", "vendor", "region", "model_id"),
    [
        ("eu.anthropic.claude-nano-1-v1:0", "bedrock_converse", "aws-bedrock", "eu", "eu.anthropic.claude-nano-1-v1:0"),
        ("bedrock/us-east-1/anthropic.claude-nano-1", "bedrock", "aws-bedrock", "us-east-1", "anthropic.claude-nano-1"),
        ("azure/eu/claude-nano-1", "azure", "microsoft-foundry", "eu", "claude-nano-1"),
        (
            "vertex_ai/claude-nano-1@default",
            "vertex_ai-anthropic_models",
            "google-vertex",
            None,
            "claude-nano-1@default",
        ),
        ("azure_ai/FW-claude-nano-1", "azure_ai", "microsoft-foundry", None, "FW-claude-nano-1"),
    ],
)
def test_regions_and_sellers_come_off_the_key(key, provider, vendor, region, model_id):
    found = read({"claude-nano-1": litellm(), key: litellm(litellm_provider=provider)})
    assert len(found.models) == 1
    assert offer(model(found, "claude-nano-1"), vendor, region).model == model_id


def test_what_is_no_chat_model_or_not_sold_by_the_token_is_skipped_with_the_reason():
    found = read(
        {
            "sample_spec": litellm(mode="one of: chat, embedding"),
            "claude-nano-1": litellm(),
            "claude-embed": litellm(mode="embedding"),
            "claude-old": litellm(mode=None),
            "bedrock/us-east-1/1-month-commitment/anthropic.claude-nano-1": litellm(litellm_provider="bedrock"),
            "ft:gpt-nano": litellm(litellm_provider="openai"),
            "claude-lost": {"mode": "chat"},
        }
    )
    assert skipped(found) == {
        "claude-embed": "its mode is embedding, not chat",
        "claude-old": "it has no mode",
        "bedrock/us-east-1/1-month-commitment/anthropic.claude-nano-1": "it is paid for by commitment",
        "ft:gpt-nano": "it is a price for fine-tuned models",
        "claude-lost": "it has no provider",
    }
    assert found.rows == 6


def test_a_price_in_credits_is_none_in_dollars():
    rows = {
        "claude-nano-1": litellm(),
        "databricks/databricks-claude-nano-1": litellm(litellm_provider="databricks", input_dbu_cost_per_token=1.4e-5),
    }
    route = offer(model(read(rows), "claude-nano-1"), "databricks")
    assert (route.billing, route.price) == (Billing.CREDITS, {})


def test_an_end_is_the_models_where_the_lab_says_so_and_else_the_routes():
    rows = {
        "claude-nano-1": litellm(deprecation_date="2027-05-01"),
        "azure_ai/claude-nano-1": litellm(litellm_provider="azure_ai", deprecation_date="2026-11-01"),
    }
    one = model(read(rows), "claude-nano-1")
    assert str(one.facts["retires"]) == "2027-05-01"
    assert offer(one, "anthropic").status is None
    assert offer(one, "microsoft-foundry").status is Status.DEPRECATED


def test_rows_that_ask_the_same_are_one_route():
    rows = {"claude-nano-1": litellm(), "claude-nano-1-20260502": litellm(), "anthropic/claude-nano-1": litellm()}
    one = model(read(rows), "claude-nano-1")
    assert [route.model for route in one.offers] == ["claude-nano-1"]
    assert one.names == ("claude-nano-1", "anthropic/claude-nano-1", "claude-nano-1-20260502")


def test_another_file_is_refused():
    with pytest.raises(ListError) as refused:
        read({"models": {}})
    assert str(refused.value) == (
        "this is no price list of LiteLLM; expected its model_prices_and_context_window.json; download that file"
    )
