"""What a reader can require in a table is what an author can write in `where`, and orders are those of `sort`."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.model import Model, State
from mkdocs_model_compare.comparison.comparison import Comparison, row_keys
from mkdocs_model_compare.comparison.query import Condition, Query
from mkdocs_model_compare.comparison.requirements import Kind, Option, Requirement, can_require, requirements
from mkdocs_model_compare.comparison.selecting import ranks, select
from tests.comparison.builders import CAPABILITIES, compared, model, price, priced, route
from tests.comparison.strategies import any_sheets, line_up

KEYS = tuple(key for key in (*row_keys(), *CAPABILITIES) if can_require(compared(), key))
OPERATORS = {Kind.HAS: "=", Kind.IS: "=", Kind.LEAST: ">=", Kind.MOST: "<="}
LINE_UPS = st.lists(any_sheets(), min_size=1, max_size=6).map(lambda sheets: line_up(*sheets))


def required(*models: Model, key: str) -> Requirement | None:
    return next(requirements(compared(*models), models, (key,)), None)


def options(*models: Model, key: str) -> list[tuple[str, ...]]:
    found = required(*models, key=key)
    return [] if found is None else [option.texts for option in found.options]


def meeting(models: Sequence[Model], requirement: Requirement, option: Option) -> list[str]:
    return [
        model.id
        for model, place in zip(models, requirement.places, strict=True)
        if place is not None and option.low <= place <= option.high
    ]


def selected(comparison: Comparison, requirement: Requirement, option: Option) -> list[str]:
    wanted = ("open-source", "open-weights") if option.key == "open" else (option.key,)
    condition = Condition(key=requirement.key, operator=OPERATORS[requirement.kind], wanted=wanted)
    return [one.id for one in select(comparison, Query(conditions=(condition,), columns=(), sort=()))]


@given(LINE_UPS)
def test_every_option_is_met_by_the_models_that_the_same_condition_selects(models):
    comparison = compared(*models)
    for requirement in requirements(comparison, models, KEYS):
        for option in requirement.options:
            assert meeting(models, requirement, option) == selected(comparison, requirement, option)


@given(LINE_UPS)
def test_every_option_tells_models_apart(models):
    for requirement in requirements(compared(*models), models, KEYS):
        for option in requirement.options:
            assert 0 < len(meeting(models, requirement, option)) < len(models)


@given(LINE_UPS, st.sampled_from(("name", "developer", *row_keys(), *CAPABILITIES)), st.booleans())
def test_ranks_give_the_order_of_a_sorted_table_with_the_unknown_last_either_way(models, key, descending):
    comparison = compared(*models)
    ranked = list(zip(models, ranks(comparison, models, key), strict=True))
    known = sorted((rank * (-1 if descending else 1), at) for at, (_, rank) in enumerate(ranked) if rank is not None)
    order = [models[at].id for _, at in known] + [one.id for one, rank in ranked if rank is None]
    found = select(comparison, Query(conditions=(), columns=(), sort=((key, descending),)))
    assert [one.id for one in found] == order


def test_what_is_unknown_or_undisclosed_has_no_place_and_what_does_not_apply_meets_nothing():
    models = [
        model(name, capabilities={"vision": value})
        for name, value in (
            ("a", True),
            ("b", False),
            ("c", None),
            ("d", State.UNDISCLOSED),
            ("e", State.NOT_APPLICABLE),
        )
    ]
    found = required(*models, key="vision")
    assert found is not None
    assert found.places == (1, 0, None, None, -1)
    assert [(one.key, one.low, one.high) for one in found.options] == [("yes", 1, 1)]


def test_a_price_in_another_currency_is_no_known_price():
    models = (
        model("a", routes=[priced("Acme", "1", "5")]),
        model("b", routes=[route("Acme", price("EUR", input="1", output="5"))]),
        model("c", routes=[priced("Acme", "30", "60")]),
    )
    found = required(*models, key="input_price")
    assert found is not None
    assert found.places == (4, None, 9)


def test_bounds_are_steps_that_tell_models_apart_from_the_narrowest_that_all_known_ones_meet():
    models = (model("a", context_window=131_072), model("b", context_window=1_000_000), model("c"))
    assert options(*models, key="context_window") == [
        (text,) for text in ("128k", "200k", "256k", "400k", "500k", "1M")
    ]
    cheap, dear = model("a", routes=[priced("Acme", "0.1", "3")]), model("b", routes=[priced("Acme", "1", "3")])
    assert options(cheap, dear, key="input_price") == [("$0.10",), ("$0.20",), ("$0.50",)]
    assert options(cheap, dear, model("c"), key="output_price") == [("$5",)]


def test_either_open_licence_will_do_where_there_is_a_closed_one_too():
    closed, weights, source = (model(key, license=key) for key in ("proprietary", "research", "apache-2.0"))
    assert options(closed, weights, source, key="openness") == [
        ("Open source", "Open weights"),
        ("Open source",),
        ("Open weights",),
        ("Proprietary",),
    ]
    assert options(weights, source, key="openness") == [("Open source",), ("Open weights",)]


def test_nothing_is_offered_that_all_models_meet_or_none_does():
    assert required(model("a", capabilities={"vision": True}), key="vision") is None
    assert required(model("a", capabilities={"vision": False}), model("b"), key="vision") is None
    assert required(model("a", license="mit"), key="license") is None
