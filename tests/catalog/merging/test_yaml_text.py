"""What is written reads back as exactly what it was."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.merging import yaml_text
from mkdocs_model_compare.catalog.reading import read_document

_SIGNS = st.characters(
    exclude_categories=("Cs", "Cc"),
)


@given(text=st.text(_SIGNS, min_size=1, max_size=20))
def test_any_text_stays_text(text):
    for written in (f"{{a: {yaml_text.flow(text)}}}\n", f"a: {yaml_text.flow(text)}\n"):
        document = read_document(written.encode())
        assert (document.data, document.faults) == ({"a": text}, ())


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "No",
        "null",
        "~",
        "1",
        "1e3",
        "0x1f",
        "- a",
        "a: b",
        "a #b",
        "*x",
        "&x",
        "!x",
        "@x",
        "%x",
        "`",
        "<<",
        "?",
        "]",
    ],
)
def test_what_means_something_to_yaml_is_quoted(text):
    assert read_document(f"a: {yaml_text.flow(text)}\n".encode()).data == {"a": text}


def test_values_are_written_as_the_catalog_has_them():
    value = {"a": True, "b": Decimal("0.50"), "c": 200000, "d": "2026-05-02", "e": ["text", "image"]}
    assert yaml_text.flow(value) == "{a: yes, b: 0.50, c: 200000, d: 2026-05-02, e: [text, image]}"
