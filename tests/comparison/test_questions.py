import pytest

from mkdocs_model_compare.catalog.model import Billing, State, Status
from mkdocs_model_compare.comparison.questions import own_questions, questions
from tests.comparison.builders import compared, model, price, priced, route


def asked(*held):
    """Each question's id with the models that have the better of it."""
    return {one.id: [leader.id for leader in one.leaders] for one in questions(compared(*held))}


KNOWN = {
    "context_window": 100,
    "license": "apache-2.0",
    "released": "2025-10",
    "capabilities": {"vision": True, "reasoning": False, "tool_use": True},
    "routes": [priced("Acme", "1", "2")],
}


def test_where_nothing_is_known_nothing_is_asked():
    assert asked(model("a"), model("b")) == {}
    assert asked(model("a", **KNOWN), model("b")) == {}
    assert asked(model("a", **KNOWN), model("b", **KNOWN), model("c")) == {}


def test_the_questions_come_in_one_order_and_level_ones_have_no_leader():
    assert list(asked(model("a", **KNOWN), model("b", **KNOWN)).items()) == [
        ("context_window", []),
        ("open_source", []),
        ("capability:vision", []),
        ("capability:reasoning", []),
        ("cheaper", []),
        ("newer", []),
        ("where_to_run", []),
    ]


def test_only_capabilities_marked_for_it_are_asked_about():
    can = {"capabilities": {"tool_use": True, "vision": False}}
    assert asked(model("a", **can), model("b", **can)) == {"capability:vision": []}


@pytest.mark.parametrize("state", [State.UNKNOWN, State.UNDISCLOSED, State.NOT_APPLICABLE])
def test_a_missing_fact_of_one_model_takes_its_question_away(state):
    for key, question in (("context_window", "context_window"), ("license", "open_source"), ("released", "newer")):
        assert question not in asked(model("a", **KNOWN), model("b", **{**KNOWN, key: state}))
    without = {**KNOWN, "capabilities": {"vision": state, "reasoning": True}}
    assert "capability:vision" not in asked(model("a", **KNOWN), model("b", **without))
    assert "capability:reasoning" in asked(model("a", **KNOWN), model("b", **without))


@pytest.mark.parametrize(
    "other",
    [
        route("Mute"),
        route("Credits", price(input="1", output="1"), billing=Billing.CREDITS),
        route("Euro", price("EUR", input="1", output="1")),
        route("Half", price(input="1")),
    ],
)
def test_cheaper_is_asked_only_where_both_costs_can_be_ranked(other):
    found = asked(model("a", routes=[priced("Acme", "1", "2")]), model("b", routes=[other]))
    assert found == {"where_to_run": []}


def test_the_better_one_leads():
    more = {"context_window": 200, "released": "2026-01-02", "routes": [priced("Acme", "1", "1")]}
    found = asked(model("a", **KNOWN), model("b", **{**KNOWN, **more}))
    assert {key: leaders for key, leaders in found.items() if leaders} == {
        "context_window": ["b"],
        "cheaper": ["b"],
        "newer": ["b"],
    }


@pytest.mark.parametrize(
    ("dates", "leaders"),
    [
        (("2025", "2026"), ["m1"]),
        (("2025-10", "2025-10"), []),
        (("2025", "2025-10"), None),
        (("2025", "2026", "2026"), ["m1", "m2"]),
        (("2025-06", "2025", "2026"), ["m2"]),
        (("2025-06", "2025", "2024"), None),
    ],
)
def test_newer_is_asked_only_where_the_dates_tell(dates, leaders):
    found = asked(*(model(f"m{at}", released=date) for at, date in enumerate(dates)))
    assert found == ({} if leaders is None else {"newer": leaders})


def test_where_to_run_counts_no_retired_route():
    old = [route("Old", status=Status.RETIRED)]
    (question,) = questions(compared(model("a", routes=old), model("b", routes=[route("Acme")])))
    assert [[one.name for one in value.raw.providers] for value in question.values] == [[], ["Acme"]]


def test_a_curators_own_questions_are_kept_word_for_word():
    (question,) = own_questions((("Which smells better?", "Neither has a *smell*."),))
    assert (question.id, question.asked, question.answer) == ("note", "Which smells better?", "Neither has a *smell*.")
    assert question.values == ()
