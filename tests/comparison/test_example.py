"""The example page's facts give the example page's statements, where those are true."""

from decimal import Decimal

import pytest

from mkdocs_model_compare.comparison.edges import tradeoffs
from mkdocs_model_compare.comparison.flips import Change, flip
from mkdocs_model_compare.comparison.friction import Room, switches
from mkdocs_model_compare.comparison.narrative import deep_dive, summary
from mkdocs_model_compare.comparison.questions import questions
from mkdocs_model_compare.comparison.rows import SPECS, row
from mkdocs_model_compare.comparison.rule import Outcome
from mkdocs_model_compare.comparison.spending import Lack, cheapest_outputs, spendings
from mkdocs_model_compare.comparison.use_cases import Fitness, advise
from mkdocs_model_compare.comparison.verdict import verdict
from tests.comparison.builders import compared
from tests.comparison.example import gemma, haiku

HAIKU, GEMMA = "claude-haiku-4.5", "gemma-4-12b-it"


@pytest.fixture(name="page")
def _page():
    return compared(haiku(), gemma())


def texts(page, key):
    return tuple(value.text for value in page.values(key))


def test_gemma_is_the_overall_choice(page):
    found = verdict(page)
    assert (found.outcome, found.choice and found.choice.id) == (Outcome.CHOICE, GEMMA)
    (duel,) = found.duels
    assert [int(weight) for weight in (duel.tally.first, duel.tally.second)] == [5, 10]
    assert [int(weight) for weight in (duel.tally.decided, duel.tally.whole)] == [25, 32]
    assert [(one.signal, [leader.id for leader in one.leaders]) for one in found.reasons if one.leaders] == [
        ("openness", [GEMMA]),
        ("context_window", [GEMMA]),
        ("providers", [HAIKU]),
        ("commercial_use", [GEMMA]),
        ("reasoning", [GEMMA]),
        ("code_execution", [HAIKU]),
        ("released", [GEMMA]),
        ("knowledge_cutoff", [HAIKU]),
    ]
    assert [(one.signal, [model.id for model in one.missing]) for one in found.reasons if one.open] == [
        ("price", [GEMMA]),
        ("benchmarks", [HAIKU, GEMMA]),
        ("max_output", [HAIKU, GEMMA]),
    ]
    assert found.cautions == ()


def test_a_larger_window_of_haikus_would_make_it_too_close_to_call(page):
    """It moves 4 of the 5 by which Gemma leads, and a lead of 1 is below the margin of 1.25."""
    told = flip(page, verdict(page))
    assert told is not None
    assert (told.model.id, told.rival.id, told.key, told.change) == (HAIKU, GEMMA, "context_window", Change.ABOVE)
    assert (told.bound and told.bound.text, told.outcome, told.choice) == ("256k", Outcome.CLOSE, None)


def test_haiku_is_the_choice_for_coding(page):
    told = {one.use_case.id: one for one in advise(page)}
    coding = told["coding"]
    assert (coding.fitness, coding.choice and coding.choice.id) == (Fitness.CHOICE, HAIKU)
    assert coding.deciding is not None
    assert coding.deciding.signal == "code_execution"
    assert told["long-context"].choice is page.models[1]
    self_hosting = told["self-hosting"]
    assert (self_hosting.choice, self_hosting.deciding) == (page.models[1], None)
    assert [(gate.model.id, gate.requirement) for gate in self_hosting.removed] == [(HAIKU, "open_weights")]
    assert (told["lowest-cost"].choice, told["lowest-cost"].fitness) == (None, Fitness.OPEN)


def test_the_scorecard(page):
    assert texts(page, "best_for") == (
        "multimodal apps, tool-calling agents, provider-routed production",
        "reasoning-heavy apps, multimodal apps, tool-calling agents",
    )
    assert texts(page, "decision_fit") == ("Coding, Rag, Agents", "Coding, Rag, Agents")
    assert texts(page, "context_window") == ("200k", "256k")
    assert texts(page, "cheapest_output") == ("$4", "")
    assert texts(page, "shared_benchmarks") == ("0", "0")
    counted = [(value.machine, len(value.raw.routes)) for value in page.values("provider_routes")]
    assert counted == [("5", 8), ("2", 2)]


def test_the_specs(page):
    assert {key: texts(page, key) for key in SPECS} == {
        "released": ("2025-10-01", "2026-06-03"),
        "context_window": ("200k", "256k"),
        "max_output": ("", ""),
        "parameters": ("", "12B"),
        "architecture": ("Decoder only", "Decoder only"),
        "license": ("Proprietary", "Apache 2.0"),
        "openness": ("Proprietary", "Open source"),
        "commercial_use": ("Conditional", "Permitted"),
        "knowledge_cutoff": ("2025-02", "2025-01"),
        "modalities": ("", ""),
        "status": ("Active", "Active"),
    }
    assert [key for key in SPECS if row(page, key).differs] == [
        *("released", "context_window", "license", "openness", "commercial_use", "knowledge_cutoff"),
    ]
    assert [value.exact for value in page.values("context_window")] == ["200,000 tokens", "262,144 tokens"]


def test_the_month_costs_1640_dollars_on_aws_bedrock_and_is_unavailable_for_gemma(page):
    first, second = spendings(page)
    assert first.cost is not None
    assert (first.value.text, first.cost.amount) == ("$1,640", Decimal(1640))
    assert first.cost.offer.route.provider.name == "AWS Bedrock"
    assert texts(page, "cheapest_route") == ("AWS Bedrock", "")
    assert (second.value.text, second.cost, second.lack) == ("", None, Lack.NO_PRICE)
    assert texts(page, "cost_delta") == ("", "")
    assert texts(page, "input_price") == ("$0.80", "")
    assert texts(page, "output_price") == ("$4", "")
    assert cheapest_outputs(page) == ()


def test_the_tradeoffs(page):
    first, second = tradeoffs(page)
    assert [one.key for one in first.leads] == ["provider_routes", "knowledge_cutoff"]
    assert [one.key for one in first.alone] == ["code_execution"]
    assert [one.key for one in second.leads] == ["context_window", "openness", "commercial_use", "released"]
    assert [one.key for one in second.alone] == ["reasoning"]
    assert [[case.id for case in one.fit] for one in (first, second)] == [["coding", "rag", "agents"]] * 2


def test_no_route_and_no_benchmark_is_shared(page):
    there, back = switches(page)
    assert (there.shared, back.shared) == ((), ())
    assert [value.key for value in there.lost] == ["code_execution"]
    assert [value.key for value in there.gained] == ["reasoning"]
    assert [value.key for value in back.lost] == ["reasoning"]
    assert [value.key for value in back.gained] == ["code_execution"]
    assert (there.context[0], back.context[0]) == (Room.FITS, Room.SMALLER)
    assert (there.cost, back.cost) == (None, None)
    assert not any(one.comparable for one in page.matchups)


def test_the_questions(page):
    assert [(one.id, [leader.id for leader in one.leaders]) for one in questions(page)] == [
        ("context_window", [GEMMA]),
        ("open_source", []),
        ("capability:vision", []),
        ("capability:multimodal", []),
        ("capability:reasoning", []),
        ("newer", [GEMMA]),
        ("where_to_run", []),
    ]
    where = questions(page)[-1].values
    assert [[one.name for one in value.raw.providers] for value in where] == [
        ["Anthropic", "AWS Bedrock", "GCP Vertex AI", "Microsoft Foundry", "Snowflake Cortex"],
        ["Hugging Face Inference Endpoints", "Kaggle Models"],
    ]


def test_the_prose_rests_on_the_same_facts(page):
    told = summary(page)
    assert (told.developer, told.dated, told.level) == (None, True, False)
    assert told.window is not None
    assert told.window.model.id == GEMMA
    dive = deep_dive(page)
    assert [one.capability.id for one in dive.differing] == ["reasoning", "code_execution"]
    assert [one.capability.id for one in dive.common] == [
        *("vision", "multimodal", "function_calling", "tool_use", "structured_outputs"),
    ]
    assert dive.open == ()
    assert ["coding" in [one.use_case.id for one in favour.advice] for favour in dive.favours] == [True, False]
