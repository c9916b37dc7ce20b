"""Whatever stands in a file, the reader answers with a catalog or with the report of its problems."""

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog import composing
from mkdocs_model_compare.catalog.reading import read_document
from mkdocs_model_compare.errors import CatalogError
from tests.catalog.folders import BASE, read

FULL = (Path(__file__).parent / "examples" / "models" / "claude-haiku-4.5.yml").read_text(encoding="utf-8")
NAMES = st.sampled_from([*BASE, "catalog.yml", "comparisons/x.yml"])
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["unknown", "n/a", "acme", "1e-06", "2025-02-31", "12B", "https://example.org", "a", "bee"]),
)
KEYS = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        [
            *("name", "developer", "aliases", "status", "released", "context_window", "parameters", "license"),
            *("modalities", "capabilities", "vision", "routes", "provider", "price", "input", "output", "variants"),
            *("when", "mode", "benchmarks", "benchmark", "score", "interval", "sources", "url", "provenance", "value"),
            *("source", "models", "faq", "expect", "has", "signals", "use_cases", "workloads", "verdict", "total"),
        ]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=12,
)


def problems(files):
    """What a catalog with these files is told; nothing but a report may be raised."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            read(Path(folder), files)
        except CatalogError as error:
            return error.problems
    return ()


def assert_read_or_reported(files):
    found = problems(files)
    assert len(set(found)) == len(found)
    for problem in found:
        assert problem.message.count(";") >= 2  # what is wrong; what was expected; what to do
        assert "Input should be" not in problem.message


@given(name=NAMES, raw=st.binary(max_size=60))
def test_any_bytes_are_read_or_reported(name, raw):
    assert_read_or_reported({name: raw})


@given(name=NAMES, text=st.text(alphabet="ab:-[]{}&*!|>'\"%@`#?,\n\t 019.~<=", max_size=40))
def test_any_text_of_the_signs_of_yaml_is_read_or_reported(name, text):
    assert_read_or_reported({name: text})


@given(name=NAMES, data=st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_data_is_read_or_reported(name, data):
    assert_read_or_reported({name: yaml.safe_dump(data, allow_unicode=True)})


@given(start=st.integers(0, len(FULL)), length=st.integers(0, 12), text=st.text(max_size=6))
def test_any_edit_of_a_right_file_is_read_or_reported(start, length, text):
    assert_read_or_reported({"models/a.yml": FULL[:start] + text + FULL[start + length :]})


@given(data=st.dictionaries(KEYS, VALUES, max_size=6))
def test_both_parsers_read_the_same(data):
    raw = yaml.safe_dump(data, allow_unicode=True).encode()
    fast = read_document(raw)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composing, "COMPOSER", composing.PureComposer)
        pure = read_document(raw)
    assert (fast.data, fast.faults) == (pure.data, pure.faults)
