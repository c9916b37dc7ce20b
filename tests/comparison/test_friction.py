import pytest

from mkdocs_model_compare.catalog.model import State, Status
from mkdocs_model_compare.comparison.friction import Room, switch, switches
from mkdocs_model_compare.comparison.standing import Standing
from tests.comparison.builders import compared, copy, model, price, priced, route


def switched(before, after):
    return switch(compared(before, after), before, after)


def names(values):
    return [value.key for value in values]


def test_every_pair_is_told_both_ways():
    found = compared(model("a"), model("b"), model("c"))
    pairs = [(one.before.id, one.after.id) for one in switches(found)]
    assert pairs == [("a", "b"), ("a", "c"), ("b", "a"), ("b", "c"), ("c", "a"), ("c", "b")]


def test_capabilities_are_lost_uncertain_or_gained_and_the_unknown_is_never_lost():
    old = model("a", capabilities={"vision": True, "reasoning": True, "tool_use": True, "computer_use": False})
    new = model("b", capabilities={"vision": True, "reasoning": False, "computer_use": True, "code_execution": True})
    there, back = switched(old, new), switched(new, old)
    assert [names(there.lost), names(there.uncertain), names(there.gained)] == [
        ["reasoning"],
        ["tool_use"],
        ["computer_use"],
    ]
    assert [names(back.lost), names(back.uncertain), names(back.gained)] == [
        ["computer_use"],
        ["code_execution"],
        ["reasoning"],
    ]
    assert all(value.model is new for value in (*there.lost, *there.uncertain, *there.gained))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(200, 100, Room.SMALLER), (100, 200, Room.FITS), (100, 100, Room.FITS), (100, None, Room.UNKNOWN)],
)
def test_context_and_output_fit_or_not(before, after, expected):
    there = switched(
        model("a", context_window=before, max_output=before), model("b", context_window=after, max_output=after)
    )
    assert (there.context[0], there.output[0]) == (expected, expected)
    assert (there.context[1].before.raw, there.context[1].after.raw) == (before, after)


def test_shared_providers_are_those_of_routes_that_are_not_retired():
    old = model("a", routes=[route("Acme"), route("Bolt"), route("Bolt"), route("Core", status=Status.RETIRED)])
    new = model("b", routes=[route("Core"), route("Bolt")])
    shared = switched(old, new).shared
    assert shared is not None
    assert [provider.name for provider in shared] == ["Bolt"]
    assert switched(old, model("b", routes=[route("Zeta")])).shared == ()


def test_without_recorded_routes_nothing_is_said_of_shared_providers():
    assert switched(model("a"), model("b", routes=[route("Acme")])).shared is None
    assert switched(model("a", routes=[route("Acme")]), model("b")).shared is None


def test_a_licence_is_told_where_it_changes():
    there = switched(model("a", license="proprietary"), model("b", license="apache-2.0"))
    assert there.license is not None
    assert (there.license.before.text, there.license.after.text) == ("Proprietary", "Apache 2.0")
    assert there.commercial_use is not None
    assert (there.commercial_use.before.text, there.commercial_use.after.text) == ("Conditional", "Permitted")
    same = switched(model("a", license="apache-2.0"), model("b", license="apache-2.0"))
    assert (same.license, same.commercial_use) == (None, None)


def test_a_licence_that_is_not_known_is_not_said_to_change():
    for old, new in ((model("a", license="apache-2.0"), model("b")), (model("a"), model("b"))):
        there = switched(old, new)
        assert there.license is not None
        assert not there.license.known
        assert there.commercial_use is None


def test_what_does_not_apply_is_had_as_little_as_what_is_lacked():
    able, none = model("a", capabilities={"vision": True}), model("b", capabilities={"vision": State.NOT_APPLICABLE})
    assert [value.key for value in switched(able, none).lost] == ["vision"]
    assert switched(able, none).uncertain == ()
    assert [value.key for value in switched(none, able).gained] == ["vision"]


def test_the_price_is_told_where_both_are_ranked():
    cheap, dear = model("a", routes=[priced("Acme", "1", "4")]), model("b", routes=[priced("Acme", "2", "4")])
    for old, new, expected in ((cheap, dear, Standing.BEHIND), (dear, cheap, Standing.AHEAD)):
        cost = switched(old, new).cost
        assert cost is not None
        assert (cost[0], cost[1].before.model, cost[1].after.model) == (expected, old, new)
    assert switched(cheap, model("c")).cost is None
    assert switched(cheap, model("c", routes=[route("Euro", price("EUR", input="1", output="1"))])).cost is None


def test_a_switch_to_a_copy_changes_nothing():
    held = model(
        context_window=100, license="research", capabilities={"vision": True}, routes=[priced("Acme", "1", "2")]
    )
    there = switched(held, copy(held))
    assert (there.lost, there.uncertain, there.gained, there.license) == ((), (), (), None)
    assert there.cost is not None
    assert there.cost[0] is Standing.TIED
