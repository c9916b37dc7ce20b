"""What is told of one statement on many pages is worded once, and never taken for what is told of another."""

from typing import Any

from jinja2 import Environment

from mkdocs_model_compare.comparison.value import unknown
from tests.rendering.golden import golden_catalog, renderer

MACROS = """
{% macro short(value) %}{{ worded("short", value) }}{% endmacro %}
{% macro long(value) %}{{ worded("long", value) }}{% endmacro %}
"""


def test_each_macro_words_a_statement_once_and_an_equal_one_anew():
    catalog = golden_catalog()
    show = renderer(catalog)._show
    worded: list[tuple[str, int]] = []

    def word(macro, value):
        worded.append((macro, id(value)))
        return f"{macro} {len(worded)}"

    told: Any = Environment(autoescape=True).from_string(MACROS).make_module({"worded": word})
    one, equal = (unknown(next(iter(catalog.models.values())), "vision") for _ in range(2))
    assert [show.once(one, told.short) for _ in range(3)] == ["short 1"] * 3
    assert show.once(one, told.long) == "long 2"
    assert show.once(equal, told.short) == "short 3"
    assert worded == [("short", id(one)), ("long", id(one)), ("short", id(equal))]
