"""`catalog.yml` is merged over the shipped settings."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mkdocs_model_compare.catalog.defaults import phrase_of
from mkdocs_model_compare.catalog.settings import Capability, UseCase, Workload
from tests.catalog.folders import read


def settings(tmp_path, text=None):
    return read(tmp_path, {"catalog.yml": text}).settings


def test_the_shipped_settings_are_those_of_the_contract(tmp_path):
    shipped = settings(tmp_path)
    assert (shipped.currency, shipped.margin, shipped.floor) == ("USD", Decimal("0.05"), Decimal("0.5"))
    assert list(shipped.capabilities) == [
        "vision",
        "multimodal",
        "reasoning",
        "function_calling",
        "tool_use",
        "structured_outputs",
        "code_execution",
        "ide_integration",
        "computer_use",
        "parallel_agents",
    ]
    assert list(shipped.weights)[:4] == ["price", "openness", "benchmarks", "context_window"]
    assert sum(shipped.weights.values()) == 32
    assert list(shipped.use_cases) == ["coding", "rag", "agents", "long-context", "lowest-cost", "self-hosting"]
    assert shipped.workloads["default"] == Workload(
        id="default",
        name="Default",
        requests=1_000_000,
        input_tokens=800,
        output_tokens=250,
        cached=Decimal(0),
        batch=False,
    )


def test_capabilities_are_added_and_changed_by_key(tmp_path):
    text = "capabilities: {audio_input: {name: Audio input, ask: yes}, vision: {ask: no}}\n"
    found = settings(tmp_path, text).capabilities
    assert found["audio_input"] == Capability(
        id="audio_input", name="Audio input", phrase="audio input", description=None, ask=True, best_for=None
    )
    assert (found["vision"].name, found["vision"].ask, found["vision"].best_for) == (
        "Vision",
        False,
        "image understanding",
    )


def test_workloads_are_added_and_changed_by_key(tmp_path):
    text = "workloads: {default: {requests: 5}, night: {requests: 1, input_tokens: 2, output_tokens: 0, batch: yes}}\n"
    found = settings(tmp_path, text).workloads
    assert (found["default"].requests, found["default"].input_tokens) == (5, 800)
    assert (found["night"].name, found["night"].output_tokens, found["night"].cached) == (None, 0, Decimal(0))
    assert found["night"].batch is True


def test_weights_are_changed_signal_by_signal_and_0_switches_one_off(tmp_path):
    found = settings(tmp_path, "signals: {price: 0, vision: 2.5, exam: 1}\n").weights
    assert "price" not in found
    assert (found["vision"], found["exam"], found["openness"]) == (Decimal("2.5"), 1, 3)


def test_one_threshold_can_be_changed_alone(tmp_path):
    found = settings(tmp_path, "verdict: {margin: 0}\n")
    assert (found.margin, found.floor) == (0, Decimal("0.5"))


def test_a_use_case_of_the_same_id_is_changed_key_by_key(tmp_path):
    text = "use_cases: {rag: {signals: {price: 1, vision: 0}}, night: {name: Night shifts, signals: {exam: 1}}}\n"
    found = settings(tmp_path, text).use_cases
    assert found["rag"] == UseCase(id="rag", name="RAG", phrase="RAG", require=(), weights={"price": Decimal(1)})
    assert (found["night"].phrase, dict(found["night"].weights)) == ("night shifts", {"exam": Decimal(1)})


def test_a_shipped_use_case_keeps_what_is_not_given(tmp_path):
    base = settings(tmp_path, "currency: USD\n").use_cases["agents"]
    found = settings(tmp_path, "use_cases: {agents: {require: [vision]}, coding: {signals: {price: 1}}}\n").use_cases
    assert found["agents"] == replace(base, require=("vision",))
    assert (found["coding"].require, dict(found["coding"].weights)) == (("function_calling",), {"price": Decimal(1)})


def test_another_name_brings_its_own_phrase(tmp_path):
    text = "capabilities: {vision: {name: Image input}}\nuse_cases: {rag: {name: Document search}}\n"
    found = settings(tmp_path, text)
    assert (found.capabilities["vision"].phrase, found.use_cases["rag"].phrase) == ("image input", "document search")


def test_the_currency_can_be_another(tmp_path):
    assert settings(tmp_path, "currency: EUR\n").currency == "EUR"


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Function calling", "function calling"),
        ("RAG", "RAG"),
        ("IDE integration", "IDE integration"),
        ("GitHub Actions", "GitHub Actions"),
        ("Long context", "long context"),
        ("Self-hosting", "self-hosting"),
        ("X", "X"),
        ("3D output", "3D output"),
    ],
)
def test_a_name_begins_small_inside_a_sentence_unless_it_is_a_proper_one(name, phrase):
    assert phrase_of(name) == phrase
