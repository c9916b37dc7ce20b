"""models.dev: what is taken of its three files, from which row, and what is left unknown."""

from decimal import Decimal

import pytest

from mkdocs_model_compare.catalog.model import Billing, Status
from mkdocs_model_compare.catalog.upstream.records import Condition, ListError
from tests.catalog.upstream.listing import catalog, doubted, listing, model, offer, record, skipped

OWN = {"anthropic/claude-nano-1": record()}
COST = {"input": 1, "output": 5, "cache_read": 0.1, "cache_write": 1.25}


def read(data, known=()):
    return listing("models.dev", data, known)


def test_facts_are_those_of_the_models_own_record():
    found = read(
        catalog({"anthropic/claude-nano-1": record(family="claude-nano", knowledge="2026-01", reasoning=True)})
    )
    one = model(found, "claude-nano-1")
    assert (one.name, one.developer, one.own) == ("Claude Nano 1", "Anthropic", True)
    assert {path: str(value) for path, value in one.facts.items()} == {
        "family": "claude-nano",
        "released": "2026-05-02",
        "knowledge_cutoff": "2026-01",
        "context_window": "200000",
        "max_output": "64000",
        "modalities": "{'input': ['text', 'image'], 'output': ['text']}",
        "capabilities.vision": "True",
        "capabilities.multimodal": "True",
        "capabilities.reasoning": "True",
        "capabilities.function_calling": "True",
    }


def test_its_own_labs_row_adds_what_the_record_lacks():
    own = record(knowledge="2025-12", limit={"context": 1, "output": 0})
    found = read(
        catalog({"anthropic/claude-nano-1": record(limit={"context": 200000})}, anthropic={"claude-nano-1": own})
    )
    facts = model(found, "claude-nano-1").facts
    assert (facts["context_window"], str(facts["knowledge_cutoff"])) == (200000, "2025-12")
    assert "max_output" not in facts


def test_no_fact_of_a_model_is_taken_from_a_reseller():
    wrong = record(name="Nano!!", limit={"context": 7, "output": 7}, knowledge="2020", reasoning=True, cost=COST)
    found = read(catalog({"anthropic/claude-nano-1": record(limit={})}, openrouter={"anthropic/claude-nano-1": wrong}))
    one = model(found, "claude-nano-1")
    assert one.name == "Claude Nano 1"
    assert not {"context_window", "max_output", "knowledge_cutoff", "capabilities.reasoning"} & set(one.facts)
    assert offer(one, "openrouter").price["input"] == 1


def test_false_where_an_answer_is_required_is_unknown_and_elsewhere_no():
    found = read(catalog({"anthropic/claude-nano-1": record(tool_call=False, structured_output=False)}))
    facts = model(found, "claude-nano-1").facts
    assert "capabilities.function_calling" not in facts
    assert "capabilities.reasoning" not in facts
    assert facts["capabilities.structured_outputs"] is False


def test_limits_of_0_are_unknown():
    found = read(catalog({"anthropic/claude-nano-1": record(limit={"context": 0, "output": 0})}))
    assert not {"context_window", "max_output"} & set(model(found, "claude-nano-1").facts)


def test_prices_are_exact():
    row = record(cost={"input": 0.049999999999999996, "output": 0.25, "cache_read": 0.005})
    one = model(read(catalog(OWN, anthropic={"claude-nano-1": row})), "claude-nano-1")
    assert offer(one, "anthropic").price == {
        "input": Decimal("0.05"),
        "output": Decimal("0.25"),
        "cached_input": Decimal("0.005"),
    }


def test_tiers_are_variants_and_their_repetition_is_none():
    tier = {"input": 2, "output": 5, "cache_read": 0.2, "tier": {"type": "context", "size": 272000}}
    cost = {**COST, "tiers": [tier], "context_over_200k": {"input": 2, "output": 5}}
    one = model(read(catalog(OWN, anthropic={"claude-nano-1": record(cost=cost)})), "claude-nano-1")
    # The output costs the same, so the variant inherits it.
    assert offer(one, "anthropic").conditions == (
        Condition(context_over=272000, price={"input": Decimal(2), "cached_input": Decimal("0.2")}),
    )


def test_without_tiers_the_price_over_200k_is_a_variant():
    cost = {**COST, "context_over_200k": {"input": 2, "output": 8}}
    one = model(read(catalog(OWN, anthropic={"claude-nano-1": record(cost=cost)})), "claude-nano-1")
    assert offer(one, "anthropic").conditions == (
        Condition(context_over=200000, price={"input": Decimal(2), "output": Decimal(8)}),
    )


def test_0_is_free_only_where_free_is_meant():
    zero = record(cost={"input": 0, "output": 0})
    rows = {"anthropic/claude-nano-1": zero, "anthropic/claude-nano-1:free": zero}
    found = read(catalog(OWN, openrouter=rows))
    free, unknown = sorted(model(found, "claude-nano-1").offers, key=lambda one: one.label or "~")
    assert free.label == "free"
    assert free.price == {"input": 0, "output": 0}
    assert (unknown.label, unknown.price, unknown.billing) == (None, {}, Billing.TOKEN)
    assert doubted(found) == [
        (
            "openrouter/anthropic/claude-nano-1",
            "prices of 0: free, a subscription or not known, which the list does not say",
        )
    ]


def test_one_price_of_0_beside_another_is_unknown():
    row = record(cost={"input": 1, "output": 5, "cache_read": 0, "cache_write": 0})
    one = model(read(catalog(OWN, anthropic={"claude-nano-1": row})), "claude-nano-1")
    assert offer(one, "anthropic").price == {"input": Decimal(1), "output": Decimal(5)}


def test_subscriptions_and_credits_are_such_and_have_no_price():
    row = record(cost=COST)
    found = read(catalog(OWN, github_copilot={"claude-nano-1": row}, databricks={"databricks-claude-nano-1": row}))
    one = model(found, "claude-nano-1")
    assert (offer(one, "github-copilot").billing, offer(one, "github-copilot").price) == (Billing.SUBSCRIPTION, {})
    assert (offer(one, "databricks").billing, offer(one, "databricks").price) == (Billing.CREDITS, {})


def test_impossible_dates_are_reported_and_left_unknown():
    rows = {"anthropic/claude-nano-1": record(release_date="2025-02-31", knowledge="2025-25-11")}
    found = read(catalog(rows))
    assert not {"released", "knowledge_cutoff"} & set(model(found, "claude-nano-1").facts)
    assert doubted(found) == [
        ("anthropic/claude-nano-1", "release_date: 2025-02-31 is no date"),
        ("anthropic/claude-nano-1", "knowledge: 2025-25-11 is no date"),
    ]


def test_a_regions_row_is_a_route_with_a_region():
    rows = {"anthropic.claude-nano-1-v1:0": record(cost=COST), "eu.anthropic.claude-nano-1-v1:0": record(cost=COST)}
    one = model(read(catalog(OWN, amazon_bedrock=rows)), "claude-nano-1")
    assert offer(one, "aws-bedrock").model == "anthropic.claude-nano-1-v1:0"
    assert offer(one, "aws-bedrock", "eu").model == "eu.anthropic.claude-nano-1-v1:0"


def test_published_weights_are_a_download_and_quantized_ones_are_not():
    quantized = {"url": "https://huggingface.co/openai/gpt-nano-fp8", "quantization": "fp8"}
    weights = [quantized, {"url": "https://huggingface.co/openai/gpt-nano"}, {"url": "https://elsewhere.example/x"}]
    one = model(read(catalog({"openai/gpt-nano": record(weights=weights)})), "gpt-nano")
    assert [(route.vendor.id, route.model, route.billing) for route in one.offers] == [
        ("huggingface", "openai/gpt-nano", Billing.DOWNLOAD)
    ]


def test_a_sellers_status_is_its_routes_and_the_labs_is_the_models():
    old = record(status="deprecated", cost=COST)
    found = read(catalog(OWN, anthropic={"claude-nano-1": record(status="beta")}, groq={"claude-nano-1": old}))
    one = model(found, "claude-nano-1")
    assert one.facts["status"] is Status.PREVIEW
    assert offer(one, "groq").status is Status.DEPRECATED


def test_one_date_of_a_model_is_the_model_and_two_are_models_of_their_own():
    one_date = {"anthropic/claude-nano-1": record(), "anthropic/claude-nano-1-20260502": record()}
    assert [one.id for one in read(catalog(one_date)).models] == ["claude-nano-1"]
    two_dates = {**one_date, "anthropic/claude-nano-1-20260701": record()}
    ids = [one.id for one in read(catalog(two_dates)).models]
    assert ids == ["claude-nano-1", "claude-nano-1-20260502", "claude-nano-1-20260701"]


@pytest.mark.parametrize("turned", ["anthropic/claude-1-nano", "claude-1.0-nano", "claude-1-nano:free"])
def test_a_name_in_another_order_is_a_route_to_the_labs_model(turned):
    found = read(catalog(OWN, groq={turned: record(limit={"context": 5000}, cost=COST)}))
    (one,) = found.models
    assert (one.id, one.facts["context_window"], len(one.spellings)) == ("claude-nano-1", 200000, 1)
    assert [route.vendor.id for route in one.offers] == ["groq"]


def test_two_names_of_a_lab_with_other_facts_are_two_models():
    same = {"anthropic/claude-nano-1": record(), "anthropic/claude-1-nano": record()}
    assert [one.id for one in read(catalog(same)).models] == ["claude-1-nano"]
    for said in ({"release_date": "2025-01-01"}, {"limit": {"context": 5000}}):
        other = {**same, "anthropic/claude-1-nano": record(**said)}
        assert [one.id for one in read(catalog(other)).models] == ["claude-1-nano", "claude-nano-1"]


def test_rows_that_nothing_says_the_maker_of_are_skipped_with_the_reason():
    found = read(catalog(OWN, groq={"claude-nano-1": record(), "claude-micro": record(), "somebody/odd": record()}))
    why = "the list has no record of the model itself, and no id of it names who made it"
    assert skipped(found) == {"groq/claude-micro": why, "groq/somebody/odd": why}
    assert [one.vendor.id for one in model(found, "claude-nano-1").offers] == ["groq"]


def test_such_rows_are_taken_for_models_that_the_catalog_has():
    found = read(catalog(OWN, groq={"claude-micro": record(cost=COST)}), known=("claudemicro",))
    assert offer(model(found, "claude-micro"), "groq").price["output"] == 5


def test_a_seller_that_names_the_maker_makes_a_model_without_facts():
    found = read(catalog({}, groq={"meta-llama/Llama-9-8B": record(cost=COST)}))
    one = model(found, "llama-9-8b")
    assert (one.name, one.developer, one.own, one.facts) == ("Llama-9-8B", "Meta", False, {})


def test_a_lab_that_the_tables_lack_is_called_as_the_list_calls_it():
    rows = {"new-lab/one-1": record(name="One 1"), "other-lab/two-1": record(name="Two 1")}
    found = read(catalog(rows, new_lab={"one-1": record(cost=COST)}, groq={"two-1": record(cost=COST)}))
    one, two = model(found, "one-1"), model(found, "two-1")
    assert one.developer == "New-Lab"
    assert offer(one, "new-lab").price["input"] == 1
    assert (two.developer, [route.vendor.id for route in two.offers]) == ("Other Lab", ["groq"])


def test_a_provider_that_the_tables_lack_is_the_lab_of_what_nobody_else_has():
    own = {"one-1": record(name="One 1"), "one-2": record(limit={"context": 5000})}
    found = read(catalog({}, new_lab=own)["providers"])
    assert [(one.id, one.developer, one.own) for one in found.models] == [
        ("one-1", "New-Lab", True),
        ("one-2", "New-Lab", True),
    ]
    assert model(found, "one-2").facts["context_window"] == 5000


def test_a_reseller_that_the_tables_lack_is_no_lab():
    rows = {"claude-nano-1": record(), "gpt-nano": record(), "odd-one": record()}
    found = read(catalog(OWN, shop=rows, other_shop={"odd-one": record()}))
    assert [one.id for one in found.models] == ["claude-nano-1"]
    assert set(skipped(found)) == {"shop/gpt-nano", "shop/odd-one", "other-shop/odd-one"}


def test_of_two_that_have_a_model_the_one_whose_name_it_bears_is_its_lab():
    rows = {"acme-1": record(limit={"context": 7000})}
    found = read(catalog({}, acme=rows, shop={"acme-1": record(limit={"context": 1})})["providers"])
    (one,) = found.models
    assert (one.developer, one.facts["context_window"], len(one.offers)) == ("Acme", 7000, 2)


def test_what_gives_no_text_is_skipped():
    silent = record(modalities={"input": ["text"], "output": ["image"]})
    found = read(catalog({"openai/gpt-paint": silent, "openai/text-embedding-9": record()}))
    assert skipped(found) == {
        "openai/gpt-paint": "the model gives no text",
        "openai/text-embedding-9": "the model is no chat model",
    }


def test_api_json_and_models_json_are_read_too():
    whole = catalog(OWN, anthropic={"claude-nano-1": record(cost=COST)})
    api, models = read(whole["providers"]), read(whole["models"])
    assert offer(model(api, "claude-nano-1"), "anthropic").price["input"] == 1
    assert model(api, "claude-nano-1").facts["context_window"] == 200000
    assert model(models, "claude-nano-1").offers == ()


@pytest.mark.parametrize("data", [{}, [], {"a": 1}, {"models": [], "providers": {}}, 5])
def test_another_file_is_refused(data):
    with pytest.raises(ListError) as refused:
        read(data)
    assert str(refused.value) == (
        "this is no list of models.dev; expected its catalog.json, api.json or models.json; download one of them"
    )
