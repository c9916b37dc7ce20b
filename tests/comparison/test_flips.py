import pytest

from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison.flips import flip
from mkdocs_model_compare.comparison.rule import Outcome
from mkdocs_model_compare.comparison.verdict import verdict
from tests.comparison.builders import compared, model, price, priced, route, settings


def turned(weights, *held, **rules):
    """The flip as (model, change, key, bound), and what the verdict then is."""
    found = compared(*held, rules=settings(weights, **rules))
    told = flip(found, verdict(found))
    if told is None:
        return None
    then = told.choice.id if told.choice else str(told.outcome)
    return (told.model.id, str(told.change), told.key, told.bound and told.bound.text), then


def able(name, **capabilities):
    return model(name, capabilities=capabilities)


@pytest.mark.parametrize(
    ("weights", "ours", "theirs", "expected"),
    [
        (
            {"vision": 3, "context_window": 2},
            model("a", capabilities={"vision": True}, context_window=1000),
            model("b", capabilities={"vision": False}, context_window=2000),
            (("b", "gain", "vision", None), "b"),
        ),
        (
            {"context_window": 3, "vision": 1},
            model("a", capabilities={"vision": False}, context_window=2000),
            model("b", capabilities={"vision": True}, context_window=1000),
            (("b", "above", "context_window", "2k"), "b"),
        ),
        (
            {"price": 3},
            model("a", routes=[priced("Acme", "1", "4")]),
            model("b", routes=[priced("Acme", "2", "4")]),
            (("b", "below", "monthly_cost", "$1,800"), "b"),
        ),
        (
            {"providers": 1},
            model("a", routes=[route("A"), route("B")]),
            model("b", routes=[route("A")]),
            (("b", "above", "provider_routes", "2"), "b"),
        ),
    ],
)
def test_a_choice_turns_by_one_known_fact(weights, ours, theirs, expected):
    assert turned(weights, ours, theirs) == expected
    assert turned(weights, theirs, ours) == expected


@pytest.mark.parametrize(
    ("signal", "ours", "theirs", "expected"),
    [
        # `a` leads in tool use (2), `b` in vision (3); what is missing weighs 2.
        (
            "reasoning",
            able("a", vision=False, tool_use=True),
            able("b", vision=True, tool_use=False, reasoning=False),
            (("a", "found-yes", "reasoning", None), "a"),
        ),
        (
            "reasoning",
            able("a", vision=False, tool_use=True, reasoning=True),
            able("b", vision=True, tool_use=False, reasoning=State.UNDISCLOSED),
            (("b", "found-no", "reasoning", None), "a"),
        ),
        (
            "max_output",
            able("a", vision=False, tool_use=True),
            model("b", capabilities={"vision": True, "tool_use": False}, max_output=8192),
            (("a", "found-above", "max_output", "8k"), "a"),
        ),
        (
            "max_output",
            model("a", capabilities={"vision": False, "tool_use": True}, max_output=8192),
            able("b", vision=True, tool_use=False),
            (("b", "found-below", "max_output", "8k"), "a"),
        ),
        (
            "price",
            model("a", capabilities={"vision": False, "tool_use": True}, routes=[route("Acme")]),
            model("b", capabilities={"vision": True, "tool_use": False}, routes=[priced("Acme", "1", "4")]),
            (("a", "found-below", "monthly_cost", "$1,800"), "a"),
        ),
        (
            "price",
            model("a", capabilities={"vision": False, "tool_use": True}, routes=[priced("Acme", "1", "4")]),
            model("b", capabilities={"vision": True, "tool_use": False}, routes=[route("Acme")]),
            (("b", "found-above", "monthly_cost", "$1,800"), "a"),
        ),
    ],
)
def test_a_missing_fact_can_turn_a_choice(signal, ours, theirs, expected):
    weights = {"vision": 3, "tool_use": 2, signal: 2}
    assert turned(weights, ours, theirs) == expected
    assert turned(weights, theirs, ours) == expected


def test_what_costs_under_a_cent_is_undercut_by_a_free_one_alone():
    ours = model("a", routes=[priced("Acme", "1", "4")])
    theirs = model("b", routes=[priced("Acme", "0.000000001", "0.000000001")])
    assert turned({"price": 3}, ours, theirs) == (("a", "below", "monthly_cost", "under $0.01"), "a")
    found = compared(ours, theirs, rules=settings({"price": 3}))
    told = flip(found, verdict(found))
    assert told is not None
    assert told.free


def test_a_fact_that_is_found_and_ties_can_make_a_narrow_lead_too_close():
    held = able("a", vision=True), able("b", vision=False, reasoning=False)
    told = turned({"vision": 1, "reasoning": 24}, *held, floor="0")
    assert told == (("a", "found-no", "reasoning", None), "close")


@pytest.mark.parametrize(
    "routes",
    [
        # A price would take a provider first, a second fact.
        (),
        # What another currency costs is neither above nor below.
        (route("Euro", price("EUR", input="9", output="9")),),
    ],
)
def test_a_cost_that_no_one_fact_makes_comparable_gives_no_flip(routes):
    ours = model("a", capabilities={"vision": False, "tool_use": True}, routes=routes)
    theirs = model("b", capabilities={"vision": True, "tool_use": False}, routes=[priced("Acme", "1", "4")])
    told = turned({"vision": 3, "tool_use": 2, "price": 2}, ours, theirs)
    assert told == (("a", "gain", "vision", None), "a")


def test_two_signals_on_the_same_fact_give_no_flip_by_it():
    held = (model("a", routes=[priced("Acme", "1", "4")]), model("b", routes=[priced("Acme", "2", "4")]))
    assert turned({"price": 1}, *held) is not None
    assert turned({"price": 1, "input_price": 1}, *held) is None
    assert turned({"price": 1, "input_price": 0}, *held) is not None


def test_nothing_is_cheaper_than_free():
    held = (model("a", routes=[priced("Acme", "0", "0")]), model("b", routes=[priced("Acme", "2", "4")]))
    assert turned({"price": 1}, *held) is None


@pytest.mark.parametrize(
    ("state", "expected"),
    [(State.UNKNOWN, (("a", "found-no", "tool_use", None), "b")), (State.NOT_APPLICABLE, None)],
)
def test_what_does_not_apply_is_not_found_out(state, expected):
    ours = model("a", released="2026", capabilities={"tool_use": state})
    theirs = model("b", released="2025", capabilities={"tool_use": True})
    assert turned({"released": 1, "tool_use": 2}, ours, theirs, floor="0") == expected


def test_a_withheld_verdict_waits_for_its_facts():
    found = compared(model("a"), model("b"))
    assert verdict(found).outcome is Outcome.WITHHELD
    assert flip(found, verdict(found)) is None


def test_a_close_verdict_turns_when_it_becomes_a_choice():
    held = able("a", vision=True, tool_use=False), able("b", vision=False, tool_use=True)
    assert turned({"vision": 1, "tool_use": 1}, *held) == (("b", "gain", "vision", None), "b")


def test_the_smallest_change_is_told_and_of_equal_ones_the_rules_order_decides():
    held = (
        able("a", vision=True, tool_use=True, reasoning=True),
        able("b", vision=False, tool_use=False, reasoning=False),
    )
    weights = {"vision": 1, "tool_use": 1, "reasoning": 1}
    # No single one turns a choice won by three.
    assert turned(weights, *held) is None
    assert turned({"vision": 5, "tool_use": 2, "reasoning": 1}, *held) is None
    assert turned({"tool_use": 1, "vision": 1}, *held, margin="0.6") == (("b", "gain", "tool_use", None), "close")


def test_of_three_models_the_flip_names_the_rival():
    held = [model(name, context_window=size) for name, size in (("a", 4000), ("b", 2000), ("c", 1000))]
    found = compared(*held, rules=settings({"context_window": 1}))
    told = flip(found, verdict(found))
    assert told is not None
    assert (told.model.id, told.rival.id, told.bound and told.bound.model.id) == ("b", "a", "a")
    assert (told.outcome, told.choice and told.choice.id) == (Outcome.CHOICE, "b")
