"""Lists that are broken or mean harm: each row that cannot be is left out with the reason, and nothing is raised."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.upstream.json_input import read_json
from mkdocs_model_compare.catalog.upstream.records import ListError
from tests.catalog.upstream.listing import catalog, doubted, listing, litellm, model, record, skipped

OWN = {"anthropic/claude-nano-1": record()}


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"{", "the file is not JSON (Expecting property name enclosed in double quotes, line 1, column 2); "),
        (b"\xff\xfe", "the file is not UTF-8; "),
        (b"[" * 200_000, "the file nests absurdly deep; "),
        (b"", "the file is not JSON (Expecting value, line 1, column 1); "),
    ],
)
def test_what_is_no_list_is_refused_with_the_place(raw, message):
    with pytest.raises(ListError) as refused:
        read_json(raw)
    assert str(refused.value).startswith(message)
    assert str(refused.value).endswith("; download it again")


def test_ids_that_are_paths_are_skipped():
    rows = {"../../../etc/cron": litellm(), "anthropic/../../x": litellm(), "claude\\..\\x": litellm(), "": litellm()}
    found = listing("litellm", {**rows, "claude-nano-1": litellm()})
    assert [one.id for one in found.models] == ["claude-nano-1"]
    assert set(skipped(found).values()) == {
        "the id is a path",
        "the id holds signs that no id has",
        "the id is no text",
    }


def test_keys_that_stand_twice_are_reported_and_a_row_with_such_is_skipped():
    row = json.dumps(litellm())
    raw = f'{{"claude-nano-1": {row}, "claude-nano-1": {row}, "claude-micro-1": {row[:-1]}, "mode": "chat"}}}}'
    found = listing("litellm", raw.encode())
    assert [one.id for one in found.models] == ["claude-nano-1"]
    assert skipped(found) == {
        "claude-nano-1": "the id stands twice; the first of them counts",
        "claude-micro-1": "keys of the row stand twice",
    }


def test_absurd_numbers_are_reported_and_unknown():
    absurd = {"cache_read_input_token_cost": "Y", "max_output_tokens": "X"}
    raw = json.dumps({**litellm(output_cost_per_token=-1), **absurd})
    raw = raw.replace('"X"', "9" * 5000).replace('"Y"', "1e400")
    found = listing("litellm", f'{{"claude-nano-1": {raw}}}'.encode())
    one = model(found, "claude-nano-1")
    assert (one.facts, list(one.offers[0].price)) == ({}, ["input"])
    assert [text.partition(":")[0] for _, text in doubted(found)] == [
        "output_cost_per_token",
        "cache_read_input_token_cost",
        "max_output_tokens",
    ]


def test_names_that_differ_only_in_case_are_one_model():
    rows = {"groq/meta-llama/Llama-9": litellm(), "groq/meta-llama/LLAMA-9": litellm()}
    found = listing("litellm", {key: {**row, "litellm_provider": "groq"} for key, row in rows.items()})
    assert [one.id for one in found.models] == ["llama-9"]


def test_models_of_two_labs_with_one_name_get_ids_that_differ():
    found = listing("models.dev", catalog({"openai/nano": record(), "google/nano": record()}))
    assert sorted((one.id, one.developer) for one in found.models) == [("nano", "Google"), ("openai-nano", "OpenAI")]


def test_rows_that_are_no_mappings_are_skipped():
    found = listing("models.dev", {"models": {**OWN, "openai/a": 5}, "providers": {"x": [], "y": {"models": None}}})
    assert skipped(found) == {
        "openai/a": "the row is no mapping",
        "x": "the provider lists no models",
        "y": "the provider lists no models",
    }


def test_signs_that_spoil_a_terminal_do_not_get_through():
    found = listing("models.dev", catalog({"openai/gpt-nano": record(name="Nano\x1b[31m\u202e\ud800")}))
    assert model(found, "gpt-nano").name == "Nano[31m"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_DEV = st.fixed_dictionaries({}, optional=dict.fromkeys((*record(), "cost", "weights", "status", "knowledge"), _JSON))
_PRICED = ("input_cost_per_token", "output_cost_per_token", "output_cost_per_token_batches", "max_output_tokens")
_LITE = st.fixed_dictionaries(
    {"litellm_provider": st.just("anthropic") | _JSON, "mode": st.just("chat") | _JSON},
    optional=dict.fromkeys((*_PRICED, "tiered_pricing", "deprecation_date", "supported_modalities"), _JSON),
)


@given(row=_DEV)
def test_whatever_stands_in_a_row_of_models_dev_nothing_is_raised(row):
    whole = catalog({"anthropic/claude-nano-1": row, "openai/gpt": record()}, groq={"claude-nano-1": row})
    assert listing("models.dev", whole).rows == 3


@given(row=_LITE)
def test_whatever_stands_in_a_row_of_litellm_nothing_is_raised(row):
    assert listing("litellm", {"claude-nano-1": row, "x": litellm()}).rows == 2
