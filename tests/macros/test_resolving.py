"""Checking a call against the table of macros and the catalog."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from mkdocs_model_compare.comparison.query import parse_query
from mkdocs_model_compare.macros import (
    Changes,
    Comparison,
    CostOf,
    FactOf,
    History,
    Macro,
    MacroError,
    ModelLink,
    Span,
    Table,
    resolve,
)
from mkdocs_model_compare.rendering.renderer import SECTIONS
from tests.macros.catalogs import CHAT, WORKLOAD, small_catalog

CATALOG = small_catalog()
A, B = CATALOG.models["a"], CATALOG.models["b"]


def resolved(text: str) -> Macro:
    return resolve(text, CATALOG, WORKLOAD)


def comparison(arguments: str) -> Comparison:
    found = resolved(f'compare("a", "b", {arguments})')
    assert isinstance(found, Comparison)
    return found


def test_compare_is_every_section_at_the_workload_in_force():
    assert resolved('compare("a", "b")') == Comparison(
        models=(A, B), sections=SECTIONS, heading_level=2, workload=WORKLOAD
    )


def test_models_keep_their_order_and_go_by_any_name():
    found = resolved('compare("b", "acme/a_1")')
    assert isinstance(found, Comparison)
    assert found.models == (B, A)


def test_sections_are_shown_in_the_order_given():
    assert comparison('sections=["faq", "summary"]').sections == ("faq", "summary")


def test_excluded_sections_are_left_out_of_all_and_of_those_given():
    assert comparison('exclude=["faq", "related"]').sections == tuple(
        name for name in SECTIONS if name not in {"faq", "related"}
    )
    assert comparison('sections=["faq", "summary"], exclude=["faq"]').sections == ("summary",)


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_is_a_macro_of_its_own(name):
    assert resolved(f'{name}("a", "b", heading_level=3, workload="chat")') == Comparison(
        models=(A, B), sections=(name,), heading_level=3, workload=CHAT
    )


def test_a_workload_goes_by_its_id():
    assert comparison('workload="chat"').workload == CHAT


def test_numbers_replace_those_of_the_workload_which_then_has_no_name():
    assert comparison('workload="chat", requests=10, cached=0, batch=True').workload == replace(
        CHAT, requests=10, cached=Decimal(0), batch=True, id=None, name=None
    )
    assert comparison("input_tokens=0, output_tokens=1, cached=0.25").workload == replace(
        WORKLOAD, input_tokens=0, output_tokens=1, cached=Decimal("0.25")
    )


def test_the_same_numbers_leave_the_workload_its_name():
    assert comparison('workload="chat", requests=500_000').workload == CHAT


def test_none_is_the_same_as_leaving_an_argument_out():
    assert comparison("sections=None, workload=None, requests=None, heading_level=None") == resolved(
        'compare("a", "b")'
    )


def test_a_table_is_a_query():
    columns = 'columns=["released", "vision"]'
    assert resolved(f'models(where="vision", {columns}, sort=["-released", "name"])') == Table(
        query=parse_query(CATALOG, "vision", ("released", "vision"), ("-released", "name"))
    )
    assert resolved("models()") == Table(query=parse_query(CATALOG))
    assert resolved("picker(sort='name')") == Table(query=parse_query(CATALOG, sort="name"), picking=True)
    assert resolved('models({"vision": True}, sort="name")') == Table(
        query=parse_query(CATALOG, {"vision": True}, sort="name")
    )


def test_a_price_history_is_of_one_model_or_several():
    assert resolved('price_history("a")') == History(models=(A,), provider=None, workload=WORKLOAD)
    assert resolved('price_history("b", "a", provider="aws-bedrock", workload="chat")') == History(
        models=(B, A), provider="aws-bedrock", workload=CHAT
    )


def test_changes_look_back_over_the_catalog_or_what_a_condition_selects():
    assert resolved("changes()") == Changes(query=parse_query(CATALOG), days=90)
    assert resolved('changes(days=7, where="vision")') == Changes(query=parse_query(CATALOG, "vision"), days=7)
    assert resolved("changes(30)") == Changes(query=parse_query(CATALOG), days=30)


def test_inline_macros():
    assert resolved('fact("acme/a_1", "routes.x.price.output")') == FactOf(
        model=A, path="routes.x.price.output", path_span=Span(17, 40)
    )
    assert resolved('fact(path="released", model="a")') == FactOf(model=A, path="released", path_span=Span(10, 20))
    assert resolved('model("b")') == ModelLink(model=B)
    assert resolved('cost("a")') == CostOf(model=A, workload=WORKLOAD)
    assert resolved('cost("a", "chat", requests=1)') == CostOf(
        model=A, workload=replace(CHAT, requests=1, id=None, name=None)
    )


@pytest.mark.parametrize(
    ("text", "message", "fault"),
    [
        ('compair("a")', 'there is no macro "compair"; did you mean "compare"?', "compair"),
        ("Compare(", 'there is no macro "Compare"; did you mean "compare"?', "Compare"),
        (
            'compare("a", 1)',
            'a model is the id or an alias of a model, in quotes, e.g. "a"; this is a whole number',
            "1",
        ),
        ('compare("a", None)', 'a model is the id or an alias of a model, in quotes, e.g. "a"; this is None', "None"),
        ('compare(["a", "b"])', 'the models are given one by one, without a list: "a", "b"', '["a", "b"]'),
        (
            'compare(models=["a", "b"])',
            'the models stand first and without a name: compare("a", "b")',
            "models",
        ),
        ('compare("haiku-4.6", "a")', 'there is no model "haiku-4.6"; did you mean "haiku-4.5"?', '"haiku-4.6"'),
        (
            'compare("claude haiku", "a")',
            'there is no model "claude haiku"; did you mean "haiku-4.5"?',
            '"claude haiku"',
        ),
        ('compare("acme/a-1", "b")', 'there is no model "acme/a-1"; did you mean "acme/a_1"?', '"acme/a-1"'),
        ('compare("zzzz", "b")', 'there is no model "zzzz" in the catalog', '"zzzz"'),
        ('compare("model b", "a")', '"model b" is a model\'s name; write its id, "b"', '"model b"'),
        ('compare("a", "a")', '"a" is given twice; a comparison needs different models', '"a"'),
        (
            'compare("acme/a_1", "a")',
            '"acme/a_1" and "a" are the same model, a; a comparison needs different models',
            '"a"',
        ),
        ('faq("b")', 'faq takes 2 to 6 models, and only one is given; write faq("b", "b")', '"b"'),
        (
            'compare("a", "b", "c", "d", "e", "f", "g", "haiku-4.5")',
            "compare takes 2 to 6 models, and 8 are given; leave some out",
            '"g", "haiku-4.5"',
        ),
        ('compare("a", "b", sections=["faqs"])', 'there is no section "faqs"; did you mean "faq"?', '"faqs"'),
        (
            'compare("a", "b", exclude=["qqq"])',
            'there is no section "qqq"; the sections are ' + ", ".join(SECTIONS),
            '"qqq"',
        ),
        (
            'compare("a", "b", sections=["faq", "faq"])',
            'the section "faq" is named twice; keep one',
            '"faq"',
        ),
        (
            'compare("a", "b", sections="faq")',
            'sections is a list of section names, e.g. ["summary", "pricing"]; this is text',
            '"faq"',
        ),
        (
            'compare("a", "b", sections=[1])',
            'sections is a list of section names, e.g. ["summary", "pricing"]; this is a whole number',
            "1",
        ),
        ('compare("a", "b", sections=[])', "this leaves no section to show; name at least one", "[]"),
        ('compare("a", "b", heading_level=0)', "heading_level can be 1 to 6; 0 is out of range", "0"),
        ('compare("a", "b", heading_level=7)', "heading_level can be 1 to 6; 7 is out of range", "7"),
        ('compare("a", "b", requests=0)', "requests can be 1 or more; 0 is out of range", "0"),
        (
            'compare("a", "b", requests=1.5)',
            "requests is a whole number, e.g. 1_000_000; this is a decimal number",
            "1.5",
        ),
        ('compare("a", "b", requests=True)', "requests is a whole number, e.g. 1_000_000; this is True", "True"),
        ('compare("a", "b", input_tokens=-1)', "input_tokens can be 0 or more; -1 is out of range", "-1"),
        (
            'compare("a", "b", output_tokens={})',
            "output_tokens is a whole number, e.g. 1_000_000; this is a dict",
            "{}",
        ),
        ('compare("a", "b", cached=1.01)', "cached can be 0 to 1; 1.01 is out of range", "1.01"),
        ('compare("a", "b", cached="40%")', "cached is a number from 0 to 1, e.g. 0.4; this is text", '"40%"'),
        ('compare("a", "b", batch=1)', "batch is True or False, e.g. True; this is a whole number", "1"),
        ('compare("a", "b", workload="chatt")', 'there is no workload "chatt"; did you mean "chat"?', '"chatt"'),
        ('compare("a", "b", workload="q")', 'there is no workload "q"; the workloads are chat', '"q"'),
        ('compare("a", "b", request=1)', 'compare has no argument "request"; did you mean "requests"?', "request"),
        ('compare("a", "b", batch=True, batch=True)', "batch is given twice; keep one", "batch=True"),
        ('fact("a", "x", model="a")', "model is given twice; keep one", 'model="a"'),
        ('fact("a", "x", "y")', "fact takes model and path and no more; leave this out", '"y"'),
        ('model("a", "b")', "model takes model and no more; leave this out", '"b"'),
        (
            "fact()",
            'fact needs its model, the id or an alias of a model, in quotes: fact("a", "context_window")',
            "()",
        ),
        (
            'fact("a", None)',
            'fact needs its path, a path of the catalog, in quotes: fact("a", "context_window")',
            "None",
        ),
        (
            'fact("a", 1)',
            'path is a path of the catalog, in quotes, e.g. "context_window"; this is a whole number',
            "1",
        ),
        ("decision_rule(1)", "decision_rule takes no argument; leave this out", "1"),
        ("decision_rule(x=1)", 'decision_rule has no argument "x"; it takes none', "x"),
        (
            'compare("a", "b", heading_level="3")',
            "heading_level is a whole number, e.g. 2; this is text",
            '"3"',
        ),
        ('changes(days="30")', "days is a whole number, e.g. 90; this is text", '"30"'),
        ('model("a", text="x")', 'model has no argument "text"; it takes model', "text"),
        (
            'models(sort="contxt_window")',
            'there is no column "contxt_window"; did you mean "context_window"?',
            '"contxt_window"',
        ),
        (
            'models(sort="x")',
            'there is no column "x"; write a row of a comparison, such as released, or a capability\'s id',
            '"x"',
        ),
        (
            'models(where="vision", columns=["vison"])',
            'there is no column "vison"; did you mean "vision"?',
            '["vison"]',
        ),
        (
            'models(columns="vision")',
            'columns is a list of columns, e.g. ["context_window", "input_price"]; this is text',
            '"vision"',
        ),
        (
            'models(where={"openness": "open-wheights"})',
            'openness is never "open-wheights"; did you mean "open-weights"?',
            '{"openness": "open-wheights"}',
        ),
        (
            'models(where="vision = perhaps")',
            'vision is never "perhaps"; write one of yes, no',
            '"vision = perhaps"',
        ),
        (
            'models(where="vision > 0")',
            "no value of vision is more than another; write = or !=",
            '"vision > 0"',
        ),
        (
            'models(where="released >= 200k")',
            'released is a date, and "200k" is a number; write 2025, 2025-10 or 2025-10-15',
            '"released >= 200k"',
        ),
        (
            'models(where="released > 2025.5")',
            'released is a date, and "2025.5" is a number; write 2025, 2025-10 or 2025-10-15',
            '"released > 2025.5"',
        ),
        (
            'models(where={"context_window": ">2025-10"})',
            'context_window is a number, and "2025-10" is a date; write 200000, 200k or 1.50',
            '{"context_window": ">2025-10"}',
        ),
        (
            'models(where={"context_window": {">=": 5}})',
            'the operator is part of the text, as in {"context_window": ">=200k"}',
            '{"context_window": {">=": 5}}',
        ),
        (
            "price_history()",
            'price_history takes 1 to 6 models, and none is given; write price_history("a", "b")',
            "()",
        ),
        (
            'price_history("a", provider="aws-bedrok")',
            'there is no provider "aws-bedrok" in the catalog; did you mean "aws-bedrock"?',
            '"aws-bedrok"',
        ),
        (
            'price_history("a", provider="qqq")',
            'there is no provider "qqq" in the catalog; write a key of providers.yml',
            '"qqq"',
        ),
        (
            'price_history("a", provider=1)',
            'provider is the id of a provider, in quotes, e.g. "aws-bedrock"; this is a whole number',
            "1",
        ),
        ("changes(days=0)", "days can be 1 to 36500; 0 is out of range", "0"),
        ('changes(where="visoin")', 'there is no column "visoin"; did you mean "vision"?', '"visoin"'),
        (
            "models(where=True)",
            'where is a condition in quotes, or a dict of them, e.g. "vision and context_window >= 200k"; this is True',
            "True",
        ),
    ],
)
def test_a_mistake_says_what_is_wrong_and_where(text, message, fault):
    with pytest.raises(MacroError) as caught:
        resolved(text)
    assert caught.value.message == message
    assert caught.value.span is not None
    assert text[slice(*caught.value.span)] == fault


def test_a_catalog_without_workloads_says_what_to_give_instead():
    bare = replace(CATALOG, settings=replace(CATALOG.settings, workloads={}))
    with pytest.raises(MacroError) as caught:
        resolve('cost("a", workload="chat")', bare, WORKLOAD)
    assert caught.value.message == (
        'there is no workload "chat": catalog.yml has none; give requests, input_tokens and output_tokens'
    )


def test_an_empty_catalog_says_so():
    empty = replace(CATALOG, models=MappingProxyType({}), ids=MappingProxyType({}))
    with pytest.raises(MacroError) as caught:
        resolve('model("a")', empty, WORKLOAD)
    assert caught.value.message == "the catalog has no models yet"
