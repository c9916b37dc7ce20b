from decimal import Decimal

import pytest

from mkdocs_model_compare.catalog.model import State, Status
from mkdocs_model_compare.comparison.rule import Outcome, standings, tally
from mkdocs_model_compare.comparison.standing import Standing
from mkdocs_model_compare.comparison.verdict import verdict
from tests.comparison.builders import compared, model, price, priced, route, settings

BEHIND, TIED, AHEAD = Standing
NAMES = "vwxyz"


def ruled(*found, weights=(1, 1, 1, 1, 1), margin="0.05", floor="0.5"):
    named = dict(zip(NAMES, found, strict=False))
    heavy = dict(zip(named, map(Decimal, weights), strict=False))
    return tally(named, heavy, Decimal(margin), Decimal(floor))


@pytest.mark.parametrize(
    ("found", "weights", "outcome", "ahead"),
    [
        # One signal: who wins it is the choice.
        ([AHEAD], [1], Outcome.CHOICE, True),
        ([BEHIND], [1], Outcome.CHOICE, False),
        ([TIED], [1], Outcome.CLOSE, None),
        ([None], [1], Outcome.WITHHELD, None),
        # The larger sum of weights, not of signals.
        ([AHEAD, BEHIND, BEHIND], [3, 1, 1], Outcome.CHOICE, True),
        ([AHEAD, BEHIND], [1, 1], Outcome.CLOSE, None),
        # A lead of the margin is enough: 1 of 20 decided; one of 21 is below it.
        ([AHEAD, TIED], [1, 19], Outcome.CHOICE, True),
        ([AHEAD, TIED], [1, 20], Outcome.CLOSE, None),
        # Decided weight at the floor is enough; below it is not.
        ([AHEAD, None], [1, 1], Outcome.CHOICE, True),
        ([AHEAD, None], [10, 11], Outcome.WITHHELD, None),
        # A tie is decided, and counts for neither.
        ([TIED, AHEAD, None], [1, 1, 2], Outcome.CHOICE, True),
        ([], [], Outcome.WITHHELD, None),
    ],
)
def test_the_rule(found, weights, outcome, ahead):
    result = ruled(*found, weights=weights)
    assert (result.outcome, result.ahead) == (outcome, ahead)


def test_a_tally_shows_its_sums():
    result = ruled(AHEAD, AHEAD, BEHIND, TIED, None, weights=(1, 2, 4, 8, 16))
    assert (result.first, result.second, result.decided, result.whole) == (3, 4, 15, 31)


def test_without_a_margin_equal_sums_are_still_too_close():
    assert ruled(AHEAD, BEHIND, margin="0").outcome is Outcome.CLOSE
    assert ruled(AHEAD, BEHIND, TIED, weights=(1, "0.9", 9), margin="0").outcome is Outcome.CHOICE


def test_without_a_floor_one_decided_signal_is_enough_and_none_is_not():
    assert ruled(AHEAD, None, weights=(1, 99), floor="0").outcome is Outcome.CHOICE
    assert ruled(None, None, floor="0").outcome is Outcome.WITHHELD


def test_a_signal_without_weight_is_no_signal():
    rules = settings({"context_window": 0, "vision": 1})
    found = compared(model("a", context_window=2), model("b", context_window=1), rules=rules)
    assert [reason.signal for reason in verdict(found).reasons] == ["vision"]
    nothing = settings({"context_window": 0})
    assert verdict(compared(*found.models, rules=nothing)).outcome is Outcome.WITHHELD


def test_a_withheld_verdict_names_what_is_missing_heaviest_first():
    rules = settings({"vision": 1, "context_window": 2, "price": 3})
    held = model("a", context_window=1, routes=[priced("Acme", "1", "2")], capabilities={"vision": True})
    found = verdict(compared(held, model("b"), rules=rules))
    assert (found.outcome, found.choice, found.decided, found.signals) == (Outcome.WITHHELD, None, 0, 3)
    assert [(one.signal, [lack.id for lack in one.missing]) for one in found.reasons] == [
        ("price", ["b"]),
        ("context_window", ["b"]),
        ("vision", ["b"]),
    ]


def test_reasons_come_won_ones_first_then_ties_then_open_ones_each_by_weight():
    rules = settings({"vision": 1, "context_window": 2, "max_output": 3, "reasoning": 4, "price": 5})
    held = [
        model("a", context_window=2, max_output=1, capabilities={"vision": True, "reasoning": True}),
        model("b", context_window=1, max_output=1, capabilities={"vision": False, "reasoning": True}),
    ]
    found = verdict(compared(*held, rules=rules))
    assert [one.signal for one in found.reasons] == ["context_window", "vision", "reasoning", "max_output", "price"]
    assert [[leader.id for leader in one.leaders] for one in found.reasons] == [["a"], ["a"], [], [], []]
    assert [one.open for one in found.reasons] == [False, False, False, False, True]


def test_a_cost_in_another_currency_leaves_the_price_open():
    rules = settings({"price": 1, "context_window": 5})
    euro = model("a", context_window=1, routes=[route("Euro", price("EUR", input="1", output="1"))])
    dollar = model("b", context_window=2, routes=[priced("Acme", "9", "9")])
    found = verdict(compared(euro, dollar, rules=rules))
    assert [[lack.id for lack in one.missing] for one in found.reasons if one.signal == "price"] == [["a"]]
    assert found.choice is dollar


def sizes(*counts, rules=None):
    """Models that differ by context window alone; None: unknown."""
    held = [model(name, context_window=count) for name, count in zip("abcdef", counts, strict=False)]
    return verdict(compared(*held, rules=rules or settings({"context_window": 1})))


@pytest.mark.parametrize(
    ("counts", "outcome", "choice"),
    [
        ((3, 2, 1), Outcome.CHOICE, "a"),
        ((1, 2, 3, 4, 5, 6), Outcome.CHOICE, "f"),
        ((2, 2, 1), Outcome.CLOSE, None),
        ((1, 1, 1), Outcome.CLOSE, None),
        # The third could turn out to be the largest.
        ((2, 1, None), Outcome.WITHHELD, None),
        ((None, None, None), Outcome.WITHHELD, None),
        ((2, 2, None), Outcome.WITHHELD, None),
    ],
)
def test_of_several_models_only_one_that_wins_against_every_other_is_the_choice(counts, outcome, choice):
    found = sizes(*counts)
    assert (found.outcome, found.choice and found.choice.id) == (outcome, choice)


def test_a_verdict_that_no_missing_fact_could_turn_is_not_withheld():
    """`c` has lost to `a`, which is level with `b`: whatever is missing between `b` and `c`, nobody can win."""
    rules = settings({"context_window": 4, "vision": 3, "reasoning": 3})
    held = [
        model("a", context_window=2, capabilities={"vision": True, "reasoning": True}),
        model("b", capabilities={"vision": True, "reasoning": True}),
        model("c", context_window=1, capabilities={"vision": True}),
    ]
    found = verdict(compared(*held, rules=rules))
    outcomes = {(one.ours.id, one.theirs.id): one.tally.outcome for one in found.duels}
    assert outcomes == {("a", "b"): Outcome.CLOSE, ("a", "c"): Outcome.CHOICE, ("b", "c"): Outcome.WITHHELD}
    assert found.outcome is Outcome.CLOSE


def test_a_circle_of_wins_has_no_winner():
    rules = settings({"vision": 1, "reasoning": 1, "tool_use": 1})
    gained = (("vision", "reasoning"), ("reasoning", "tool_use"), ("tool_use", "vision"))
    held = [
        model(name, capabilities={key: key in own for key in ("vision", "reasoning", "tool_use")})
        for name, own in zip("abc", gained, strict=True)
    ]
    assert verdict(compared(*held, rules=rules)).outcome is Outcome.CLOSE


def test_the_models_on_their_way_out_are_named():
    held = [model(status.value, status=status) for status in Status]
    assert [one.id for one in verdict(compared(*held)).cautions] == ["deprecated", "retired"]


@pytest.mark.parametrize("state", [State.UNKNOWN, State.UNDISCLOSED, State.NOT_APPLICABLE])
def test_no_state_but_a_value_or_a_no_decides_a_signal(state):
    rules = settings({"vision": 1})
    for known in (True, False):
        held = (model("a", capabilities={"vision": known}), model("b", capabilities={"vision": state}))
        assert standings(compared(*held, rules=rules), *held)["vision"] is None
