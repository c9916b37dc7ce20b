"""An import into an empty catalog: the files that it makes, and what it refuses to make."""

import os

from mkdocs_model_compare.catalog.loading import CatalogReader
from tests.catalog.folders import TODAY
from tests.catalog.merging.imports import SOURCES, imported, model_file, plan
from tests.catalog.upstream.listing import catalog, litellm, record

COST = {"input": 1, "output": 5, "cache_read": 0.1}


def test_a_new_file_says_all_that_the_list_does_and_whose_word_it_is(tmp_path):
    tier = {"input": 2, "output": 7.5, "tier": {"type": "context", "size": 200000}}
    rows = catalog(
        {"anthropic/claude-nano-1": record(reasoning=True)},
        anthropic={"claude-nano-1": record(cost={**COST, "tiers": [tier]})},
        some_shop={"anthropic/claude-nano-1": record(limit={"context": 100000}, cost=COST)},
    )
    found = imported(tmp_path, rows, name="models.dev")
    assert (found.added, found.routes_added) == (["claude-nano-1"], 2)
    assert (tmp_path / "models" / "claude-nano-1.yml").read_text("utf-8") == (
        "# yaml-language-server: "
        "$schema=https://mkdocs-model-compare.github.io/mkdocs-model-compare/schema/model.json\n"
        "name: Claude Nano 1\n"
        "developer: Anthropic\n"
        "aliases: [anthropic/claude-nano-1]\n"
        "released: 2026-05-02\n"
        "context_window: 200000\n"
        "max_output: 64000\n"
        "modalities: {input: [text, image], output: [text]}\n"
        "capabilities:\n"
        "  vision: yes\n"
        "  multimodal: yes\n"
        "  reasoning: yes\n"
        "  function_calling: yes\n"
        "routes:\n"
        "  - provider: anthropic\n"
        "    model: claude-nano-1\n"
        "    price: {input: 1.00, output: 5.00, cached_input: 0.10}\n"
        "    variants:\n"
        "      - {when: {context_over: 200000}, price: {input: 2.00, output: 7.50}}\n"
        "  - provider: some-shop\n"
        "    model: anthropic/claude-nano-1\n"
        "    context_window: 100000\n"
        "    price: {input: 1.00, output: 5.00, cached_input: 0.10}\n"
        "sources:\n"
        '  models-dev: {url: "https://models.dev", retrieved: 2026-11-20}\n'
        "provenance: {default: models-dev}\n"
    )
    assert (tmp_path / "providers.yml").read_text("utf-8").splitlines()[1:] == [
        'anthropic: {name: Anthropic, kind: vendor, url: "https://platform.claude.com/docs/en/about-claude/pricing"}',
        'some-shop: {name: Some-Shop, url: "https://some-shop.example"}',
    ]


def test_the_result_is_a_catalog_without_a_problem_and_a_second_run_changes_nothing(tmp_path):
    rows = {
        "claude-nano-1": litellm(max_output_tokens=64000, supports_vision=True),
        "eu.anthropic.claude-nano-1-v1:0": litellm(litellm_provider="bedrock_converse"),
        "groq/meta-llama/Llama-9": litellm(litellm_provider="groq"),
    }
    assert imported(tmp_path, rows).added == ["claude-nano-1", "llama-9"]
    assert sorted(CatalogReader(tmp_path).read(TODAY).models) == ["claude-nano-1", "llama-9"]
    again = plan(tmp_path, rows)
    assert (again.files, again.changes, again.unchanged) == ({}, [], 2)


def test_providers_are_added_below_those_that_are_there(tmp_path):
    model_file(tmp_path, "name: A\ndeveloper: Lab\n", "a")
    (tmp_path / "providers.yml").write_text("# mine\nours: {name: anthropic}  # kept\n# end\n", encoding="utf-8")
    imported(tmp_path, {"claude-nano-1": litellm(), "groq/meta-llama/Llama-9": litellm(litellm_provider="groq")})
    text = (tmp_path / "providers.yml").read_text("utf-8")
    assert text == (
        "# mine\nours: {name: anthropic}  # kept\n"
        'groq: {name: Groq, kind: cloud, url: "https://console.groq.com/docs/models"}\n# end\n'
    )
    # The catalog has Anthropic under an id of its own.
    assert "provider: ours\n" in (tmp_path / "models" / "claude-nano-1.yml").read_text("utf-8")


def test_a_capability_that_the_catalog_does_not_have_is_left_out(tmp_path):
    found = imported(tmp_path, {"claude-nano-1": litellm(supports_audio_input=True)})
    assert "audio_input" not in found.files["models/claude-nano-1.yml"].decode()
    (tmp_path / "catalog.yml").write_text("capabilities: {audio_input: {name: Audio input}}\n", encoding="utf-8")
    assert [one.path for one in plan(tmp_path, {"claude-nano-1": litellm(supports_audio_input=True)}).changes] == [
        "capabilities.audio_input"
    ]


def test_a_provider_with_an_address_that_is_none_is_added_without_it(tmp_path):
    rows = catalog({"anthropic/claude-nano-1": record()}, shop={"claude-nano-1": record(cost=COST)})
    rows["providers"]["shop"] |= {"doc": 'https://a b"{}', "name": "Shop: {x} # \n\u2028"}
    found = imported(tmp_path, rows, name="models.dev")
    assert found.files["providers.yml"].decode().splitlines()[1:] == ['shop: {name: "Shop: {x} #"}']
    assert list(CatalogReader(tmp_path).read(TODAY).providers) == ["shop"]


def test_routes_can_be_kept_to_the_providers_that_the_catalog_has(tmp_path):
    model_file(tmp_path, "name: A\ndeveloper: Lab\n", "a")
    rows = {"claude-nano-1": litellm(), "azure_ai/claude-nano-1": litellm(litellm_provider="azure_ai")}
    found = plan(tmp_path, rows, known_providers=True)
    assert (found.added, found.routes_added, list(found.files)) == (["claude-nano-1"], 1, ["models/claude-nano-1.yml"])


def test_only_takes_whole_models_by_their_ids_and_single_rows_by_theirs(tmp_path):
    rows = {
        "claude-nano-1": litellm(),
        "claude-micro-1": litellm(),
        "azure_ai/claude-nano-1": litellm(litellm_provider="azure_ai"),
        "azure_ai/claude-micro-1": litellm(litellm_provider="azure_ai"),
    }
    assert (plan(tmp_path, rows, only=("CLAUDE-NANO-*",)).routes_added) == 2
    one = plan(tmp_path, rows, only=("azure_ai/claude-m*",))
    assert (one.added, one.routes_added) == (["claude-micro-1"], 1)


def test_two_models_that_would_have_one_file_get_one_each_and_none_is_overwritten(tmp_path):
    path = model_file(tmp_path, "name: Mine\ndeveloper: Lab\n", "CLAUDE-Nano-1")
    before = path.read_bytes()
    model_file(tmp_path, "name: Theirs\ndeveloper: OpenAI\n", "b")
    found = imported(tmp_path, {"claude-nano-1": litellm(), "groq/openai/b": litellm(litellm_provider="groq")})
    assert (found.added, path.read_bytes()) == ([], before)


def test_nothing_is_written_outside_the_catalog(tmp_path):
    folder = tmp_path / "site" / "data"
    hostile = [
        "../../evil",
        "/evil",
        "anthropic/../../evil",
        "..",
        ".hidden",
        "~evil",
        "-evil",
        "CON",
        "a" * 500,
        "\u202eevil",
    ]
    found = imported(folder, {**{f"{name}": litellm() for name in hostile}, "claude-nano-1": litellm()})
    written = {os.path.relpath(path, folder) for path in tmp_path.rglob("*") if path.is_file()}
    assert all(not path.startswith("..") for path in written)
    assert found.added[:1] == ["claude-nano-1"]
    assert len(found.skipped) >= 6


def test_a_file_that_would_be_wrong_is_left_as_it_is_and_the_others_are_written(tmp_path):
    """The list now says that the model came out after a person reviewed it."""
    text = (
        "name: A\ndeveloper: Anthropic\nreleased: 2026-03\nreviewed: 2026-04-01\n"
        "sources: {models-dev: {url: https://models.dev}}\nprovenance: {default: models-dev}\n"
    )
    path = model_file(tmp_path, text)
    rows = catalog({"anthropic/claude-nano-1": record(), "anthropic/claude-micro-1": record()})
    found = imported(tmp_path, rows, name="models.dev")
    assert (found.added, found.changes, path.read_text("utf-8")) == (["claude-micro-1"], [], text)
    (left,) = [one for one in found.skipped if one.id == "claude-nano-1"]
    assert left.text == (
        "its file would be wrong: released: 2026-05-02 is after the review of 2026-04-01; expected a date before it; "
        "correct one of the two"
    )
    assert len(CatalogReader(tmp_path).read(TODAY).models) == 2


def test_a_name_in_another_order_makes_no_second_model(tmp_path):
    model_file(tmp_path, f"name: Nano\ndeveloper: Anthropic\n{SOURCES}")
    found = imported(tmp_path, {"azure_ai/claude-1-nano": litellm(litellm_provider="azure_ai")})
    assert (found.added, [one.path for one in found.changes]) == ([], ["routes.microsoft-foundry"])


def test_two_files_for_one_model_are_kept_and_named(tmp_path):
    for name in ("claude-nano-1", "claude-1-nano"):
        model_file(tmp_path, f"name: Nano\ndeveloper: Anthropic\n{SOURCES}", name)
    found = plan(tmp_path, {"claude-nano-1": litellm(), "azure_ai/claude-1-nano": litellm(litellm_provider="azure_ai")})
    why = "the list has it and claude-nano-1 as one model; put the two files together"
    assert [(one.id, one.text) for one in found.kept] == [("claude-1-nano", why)]
    assert found.vanished == []
    assert [(one.id, one.text) for one in found.joined] == [("claude-1-nano", "claude-nano-1")]
