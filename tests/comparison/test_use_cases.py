import pytest

from mkdocs_model_compare.catalog.model import Billing, State, Status
from mkdocs_model_compare.comparison.use_cases import Fitness, advice, advise, meets
from tests.comparison.builders import compared, model, priced, route, settings, use_case

SIZE = use_case("size", ["vision"], context_window=1)


def advised(*held, case=SIZE):
    return advice(compared(*held, rules=settings(use_cases=[case])), case)


def sized(name, count, vision):
    return model(name, context_window=count, capabilities={"vision": vision})


def test_other_weights_over_the_same_signals_choose():
    told = advised(sized("a", 1, vision=True), sized("b", 2, vision=True))
    assert (told.fitness, told.choice and told.choice.id) == (Fitness.CHOICE, "b")
    assert told.deciding is not None
    assert told.deciding.signal == "context_window"
    assert (told.removed, told.doubtful, told.open) == ((), (), ())


def test_a_model_known_to_lack_a_must_have_is_out():
    told = advised(sized("a", 1, vision=True), sized("b", 2, vision=False))
    assert (told.fitness, told.choice and told.choice.id, told.deciding) == (Fitness.CHOICE, "a", None)
    assert [(gate.model.id, gate.requirement, gate.met, gate.value.text) for gate in told.removed] == [
        ("b", "vision", False, "No")
    ]


def test_if_all_lack_it_nobody_is_chosen():
    told = advised(sized("a", 1, vision=False), sized("b", 2, vision=False))
    assert (told.fitness, told.choice, len(told.removed)) == (Fitness.NONE, None, 2)


@pytest.mark.parametrize("state", [State.UNKNOWN, State.UNDISCLOSED])
@pytest.mark.parametrize(
    ("sure", "doubtful", "choice"),
    [
        (2, 1, "a"),  # wins whether b has it or not
        (1, 2, None),  # b wins if it has it
        (1, 1, None),  # level if it has it
    ],
)
def test_a_model_whose_must_have_is_unknown_is_neither_in_nor_out(state, sure, doubtful, choice):
    told = advised(sized("a", sure, vision=True), sized("b", doubtful, vision=state))
    assert (told.choice and told.choice.id) == choice
    assert told.fitness is (Fitness.CHOICE if choice else Fitness.OPEN)
    assert [(gate.model.id, gate.met) for gate in told.doubtful] == [("b", None)]
    assert told.removed == ()


def test_one_left_over_whose_must_have_is_unknown_is_not_chosen():
    told = advised(sized("a", 1, vision=False), sized("b", 2, vision=State.UNKNOWN))
    assert (told.fitness, told.choice) == (Fitness.OPEN, None)


def test_level_models_are_told_as_level_and_missing_facts_as_open():
    assert advised(sized("a", 1, vision=True), sized("b", 1, vision=True)).fitness is Fitness.CLOSE
    told = advised(sized("a", 1, vision=True), sized("b", None, vision=True))
    assert told.fitness is Fitness.OPEN
    assert [reason.signal for reason in told.open] == ["context_window"]


def test_of_three_the_choice_wins_against_every_other_that_is_in():
    told = advised(sized("a", 1, vision=True), sized("b", 3, vision=False), sized("c", 2, vision=True))
    assert told.choice is not None
    assert told.choice.id == "c"
    assert advised(*(sized(name, 2, vision=True) for name in "abc")).fitness is Fitness.CLOSE


def test_advice_is_given_for_every_use_case():
    found = compared(model("a"), model("b"))
    assert [told.use_case.id for told in advise(found)] == list(found.settings.use_cases)
    assert all(told.choice is None for told in advise(found))


@pytest.mark.parametrize(
    ("requirement", "facts", "expected"),
    [
        ("vision", {"capabilities": {"vision": True}}, True),
        ("vision", {"capabilities": {"vision": False}}, False),
        ("vision", {"capabilities": {"vision": State.NOT_APPLICABLE}}, False),
        ("vision", {"capabilities": {"vision": State.UNDISCLOSED}}, None),
        ("vision", {}, None),
        ("open_weights", {"license": "apache-2.0"}, True),
        ("open_weights", {"license": "research"}, True),
        ("open_weights", {"license": "proprietary"}, False),
        ("open_weights", {}, None),
        ("commercial_use", {"license": "apache-2.0"}, True),
        ("commercial_use", {"license": "proprietary"}, True),
        ("commercial_use", {"license": "research"}, False),
        ("commercial_use", {}, None),
        ("priced", {"routes": [priced("Acme", "1", "2")]}, True),
        ("priced", {"routes": [priced("Acme", "0", "0")]}, True),
        ("priced", {"routes": [route("Acme")]}, None),
        ("priced", {"routes": [route("Acme", billing=Billing.CREDITS)]}, None),
        ("priced", {"routes": [route("Acme", billing=Billing.CREDITS), route("Bolt")]}, None),
        ("priced", {"routes": [priced("Acme", "1", "2", status=Status.RETIRED)]}, None),
        ("priced", {}, None),
    ],
)
def test_a_must_have_is_met_missed_or_unknown(requirement, facts, expected):
    held = model("a", **facts)
    assert meets(compared(held, model("b")), held, requirement) is expected
