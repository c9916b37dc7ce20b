"""Knowing which models a page names without rendering it."""

import pytest

from mkdocs_model_compare.macros import compared_models, named_models, parse_call
from tests.macros.catalogs import small_catalog


@pytest.mark.parametrize(
    ("text", "compared", "named"),
    [
        ('compare("b", "acme/a_1", requests=1)', ("b", "a"), ("b", "a")),
        ('specs("a", "acme/a_1", "zz", 1)', ("a",), ("a",)),
        ('model("a")', (), ("a",)),
        ('fact("a", "b")', (), ("a",)),
        ('fact(path="b", model="c")', (), ("c",)),
        ('cost("acme/a_1", "chat")', (), ("a",)),
        ("fact()", (), ()),
        ('models("vision")', (), ()),
        ('compair("a", "b")', (), ()),
    ],
)
def test_the_models_of_a_call_are_known(text, compared, named):
    call = parse_call(text)
    assert compared_models(call, small_catalog()) == compared
    assert named_models(call, small_catalog()) == named
