"""Which spellings are one model, who made it, and which texts are no id at all."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.upstream.identity import identify, key_of, parts_key_of, split_region, unfit
from mkdocs_model_compare.catalog.upstream.tables import vendor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("claude-haiku-4.5", "anthropic/claude-haiku-4-5"),
        ("claude-haiku-4-5-20251001", "anthropic.claude-haiku-4-5-20251001-v1:0"),
        ("claude-haiku-4-5@20251001", "claude-haiku-4-5-20251001"),
        ("gpt-5-2025-08-07", "gpt-5-20250807"),
        ("Llama-3.3-70B-Instruct", "meta.llama3-3-70b-instruct-v1:0"),
        ("llama-3.1-8b-instruct", "accounts/fireworks/models/llama-v3p1-8b-instruct"),
        ("meta-llama/Meta-Llama-3.1-8B-Instruct", "llama-3.1-8b-instruct"),
        ("gpt-oss:120b", "openai/gpt-oss-120b"),
        ("gpt-oss-120b-maas", "gpt-oss-120b"),
        ("anthropic-claude-3.5-sonnet", "claude-3-5-sonnet"),
        ("deepseek/deepseek-v4:free", "deepseek-v4"),
        ("jamba-1.5-large@001", "jamba-1.5-large"),
        ("amazon-nova/nova-lite-v1", "amazon.nova-lite-v1:0"),
        ("amazon.nova-2-lite-v1:0", "nova-2-lite"),
    ],
)
def test_spellings_of_one_model_have_one_key(one, other):
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("claude-haiku-4.5", "claude-haiku-4.5-20251001"),
        ("deepseek-v3", "deepseek-v3.1"),
        ("qwen3-32b", "qwen3-30b"),
        ("gpt-5", "gpt-5-mini"),
        ("anthropic.claude-v2:1", "anthropic.claude-v1"),
        ("mistral-7b-v0.1", "mistral-7b-v0.2"),
    ],
)
def test_models_that_differ_keep_their_keys_apart(one, other):
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("claude-haiku-4-5", "claude-4.5-haiku"),
        ("claude-haiku-4-5-20251001", "anthropic/claude-4.5-haiku-20251001"),
        ("claude-3-haiku", "claude-haiku-3"),
        ("claude-opus-4", "claude-4.0-opus"),
        ("gemini-1.5-flash-8b", "google/gemini-flash-1.5-8b"),
        ("nemotron-3-nano-30b-a3b", "nemotron-nano-3-30b-a3b:free"),
    ],
)
def test_names_in_another_order_have_the_same_parts(one, other):
    assert parts_key_of(one) == parts_key_of(other) is not None


NEAR_MISSES = (
    ("gpt-4", "gpt-4o", "gpt-4-turbo", "gpt-4.1", "gpt-4-mini", "gpt-4-32k", "gpt-4-0613", "gpt-5"),
    ("claude-haiku-3", "claude-3.5-haiku", "claude-3-haiku-20240307", "claude-3-5-haiku-thinking", "claude-sonnet-3"),
    ("llama-3.1-8b", "llama-3-8b", "llama-3.1-80b", "llama-3.1-8b-instruct", "llama-3-1b", "llama-3.1-8b-turbo"),
    ("qwen3-30b-a3b", "qwen3-30b", "qwen3-3b-a30b", "qwen3-30b-a3b-thinking", "qwen3-30b-a3b-2507"),
    ("grok-4.2", "grok-4.20", "grok-4-2507", "grok-4", "grok-4-latest", "grok-4-mini", "grok-4-fast", "grok-2-4"),
    ("hermes-3-llama-3.1-70b", "hermes-3.1-llama-3-70b", "hermes-4-70b", "hermes-70b-4"),
)


@pytest.mark.parametrize(
    ("one", "other"), [pair for names in NEAR_MISSES for pair in combinations(names, 2)], ids=lambda name: name
)
def test_models_with_nearly_the_same_name_have_no_key_in_common(one, other):
    keys = [{key_of(name), parts_key_of(name)} - {None} for name in (one, other)]
    assert not keys[0] & keys[1]


WORDS = st.from_regex(r"[a-z]{2,8}", fullmatch=True).filter(lambda word: word not in {"meta", "free", "maas"})
VERSIONS = st.from_regex(r"[1-9][0-9]?(\.[1-9][0-9]?)?", fullmatch=True)


@given(st.lists(WORDS, min_size=1, max_size=4), VERSIONS, st.one_of(WORDS, VERSIONS), st.data())
def test_a_name_is_the_same_in_any_order_and_another_with_anything_more(words, version, more, data):
    parts = [*words, version]
    turned = data.draw(st.permutations(parts))
    key = parts_key_of("-".join(parts))
    assert key is not None
    assert parts_key_of("-".join(turned).replace(".", "-")) == key
    assert parts_key_of("-".join([*turned, more])) != key
    assert parts_key_of("-".join([*words, f"{version}1"])) != key


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("deepseek.v3.2", "deepseek-v3.2"),
        ("deepseek.r1-v1:0", "deepseek-r1"),
        ("deepseek/r1", "deepseek-r1"),
        ("minimax/m2.1", "minimax-m2.1"),
        ("openai/o3", "o3"),
    ],
)
def test_a_version_alone_has_its_makers_name_before_it(written, name):
    assert key_of(written) == key_of(name)


@pytest.mark.parametrize(
    ("text", "developer", "stated"),
    [
        ("anthropic/claude-nano", "Anthropic", True),
        ("anthropic.claude-nano-v1:0", "Anthropic", True),
        ("claude-nano", "Anthropic", False),
        ("nvidia/llama-3.1-nemotron-70b", "NVIDIA", True),
        ("llama-3.1-nemotron-70b", "NVIDIA", False),
        ("hf:zai-org/GLM-9", "Z.ai", True),
        ("somebody/their-own-model", None, False),
    ],
)
def test_the_developer_is_who_the_id_names_or_whose_name_it_begins_with(text, developer, stated):
    found = identify(text)
    assert (found.developer, found.stated) == (developer, stated)


def test_a_region_comes_off_the_front():
    assert split_region("eu.anthropic.claude-nano") == ("eu", "anthropic.claude-nano")
    assert split_region("us-gov.nvidia.nano-3") == ("us-gov", "nvidia.nano-3")
    assert split_region("eu.5") == (None, "eu.5")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("../../etc/passwd", "the id is a path"),
        ("/etc/passwd", "the id is a path"),
        ("a//b", "the id is a path"),
        ("lab/..", "the id is a path"),
        ("lab\\..\\model", "the id holds signs that no id has"),
        ("lab/model\x00.yml", "the id holds signs that no id has"),
        ("lab/\u202egnp", "the id holds signs that no id has"),
        ("lab/\ud800", "the id holds signs that no id has"),
        ("m" * 201, "the id has more than 200 signs"),
        ("  ", "the id is no text"),
        (5, "the id is no text"),
    ],
)
def test_what_cannot_be_an_id_is_told(text, why):
    assert unfit(text) == why


def test_a_provider_of_the_table_has_our_id_and_any_other_keeps_its_own():
    assert vendor("litellm", "bedrock_converse").id == vendor("models.dev", "amazon-bedrock").id == "aws-bedrock"
    other = vendor("models.dev", "Some_Shop!", "Some Shop", "https://shop.example")
    assert (other.id, other.name, other.url, other.makes) == ("some-shop", "Some Shop", "https://shop.example", None)
