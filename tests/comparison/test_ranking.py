import pytest

from mkdocs_model_compare.catalog.model import State, Status
from mkdocs_model_compare.comparison.ranking import standing
from mkdocs_model_compare.comparison.rows import row
from mkdocs_model_compare.comparison.standing import Standing, leading
from tests.comparison.builders import compared, copy, fact, model, parameters, price, priced, route

BEHIND, TIED, AHEAD = Standing


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("2025", "2024", AHEAD),
        ("2025-10", "2025-09", AHEAD),
        ("2025-10-15", "2025-10-14", AHEAD),
        ("2025-10-01", "2025-09", AHEAD),
        ("2026-01", "2025", AHEAD),
        ("2025", "2025", TIED),
        ("2025-10", "2025-10", TIED),
        # May be the same day: at this precision nobody can say.
        ("2025", "2025-10", TIED),
        ("2025-12-31", "2025", TIED),
        ("2025-10", "2025-10-31", TIED),
        ("2025", "2026", BEHIND),
        ("2025-09", "2025-10-01", BEHIND),
    ],
)
def test_a_date_is_later_only_if_every_day_it_can_mean_is(ours, theirs, expected):
    found = compared(model("alpha", released=ours), model("beta", released=theirs))
    first, second = found.values("released")
    assert (standing(found, first, second), standing(found, second, first)) == (expected, -expected)


@pytest.mark.parametrize(
    ("key", "better", "worse"),
    [
        ("context_window", {"context_window": 131_072}, {"context_window": 128_000}),
        ("max_output", {"max_output": 2}, {"max_output": 1}),
        ("released", {"released": "2026"}, {"released": "2025-12"}),
        ("knowledge_cutoff", {"knowledge_cutoff": "2025-02"}, {"knowledge_cutoff": "2025-01"}),
        ("openness", {"license": "apache-2.0"}, {"license": "research"}),
        ("openness", {"license": "research"}, {"license": "proprietary"}),
        ("commercial_use", {"license": "apache-2.0"}, {"license": "proprietary"}),
        ("commercial_use", {"license": "proprietary"}, {"license": "research"}),
        ("status", {"status": Status.ACTIVE}, {"status": Status.PREVIEW}),
        ("status", {"status": Status.LEGACY}, {"status": Status.DEPRECATED}),
        ("status", {"status": Status.DEPRECATED}, {"status": Status.RETIRED}),
        ("vision", {"capabilities": {"vision": True}}, {"capabilities": {"vision": False}}),
        ("monthly_cost", {"routes": [priced("A", "1", "2")]}, {"routes": [priced("A", "1", "3")]}),
        ("monthly_cost", {"routes": [priced("A", "0", "0")]}, {"routes": [priced("A", "0.000001", "0")]}),
        ("cheapest_output", {"routes": [priced("A", "1", "2")]}, {"routes": [priced("A", "1", "3")]}),
        ("provider_routes", {"routes": [route("A"), route("B")]}, {"routes": [route("A"), route("A")]}),
    ],
)
def test_each_kind_of_value_has_a_better_end(key, better, worse):
    found = compared(model("alpha", **worse), model("beta", **better))
    first, second = found.values(key)
    assert (standing(found, first, second), standing(found, second, first)) == (BEHIND, AHEAD)
    assert [cell.lead is not None for cell in row(found, key).cells] == [False, True]


@pytest.mark.parametrize("state", [State.UNKNOWN, State.UNDISCLOSED, State.NOT_APPLICABLE])
@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("context_window", {"context_window": 1}),
        ("released", {"released": "2025"}),
        ("openness", {"license": "research"}),
        ("vision", {"capabilities": {"vision": False}}),
    ],
)
def test_what_is_not_known_is_not_ranked(key, known, state):
    name = {"openness": "license"}.get(key, key)
    missing = {"capabilities": {key: state}} if key == "vision" else {name: state}
    found = compared(model("alpha", **known), model("beta", **missing))
    assert standing(found, *found.values(key)) is None
    assert found.values(key)[1].state is state
    assert [cell.lead for cell in row(found, key).cells] == [None, None]
    assert not row(found, key).differs


def test_preview_and_legacy_are_level():
    found = compared(model("alpha", status=Status.PREVIEW), model("beta", status=Status.LEGACY))
    assert standing(found, *found.values("status")) is TIED


def test_costs_that_print_alike_are_level_and_do_not_differ():
    found = compared(
        *(model(name, routes=[priced("A", amount, "0")]) for name, amount in (("a", "1.0001"), ("b", "1")))
    )
    assert standing(found, *found.values("monthly_cost")) is TIED
    assert not row(found, "monthly_cost").differs
    assert [value.text for value in found.values("cost_delta")] == ["$0", "$0"]


def test_routes_that_are_retired_count_nowhere():
    old = route("Old", price(input="1", output="1"), status=Status.RETIRED)
    held = model(routes=[route("A"), route("A"), route("B"), old])
    value = compared(held, copy(held)).value(held, "provider_routes")
    assert (value.text, value.machine, len(value.raw.routes)) == ("2", "2", 3)


def test_the_providers_row_names_them_and_differs_where_they_do():
    found = compared(
        *(model(name, routes=[route("Zeta"), route(other)]) for name, other in (("a", "Acme"), ("b", "Bolt")))
    )
    assert [(value.text, value.machine) for value in found.values("providers")] == [
        ("Acme, Zeta", "acme zeta"),
        ("Bolt, Zeta", "bolt zeta"),
    ]
    assert row(found, "providers").differs
    assert not row(found, "provider_routes").differs


def test_as_many_providers_with_more_routes_differ():
    found = compared(model("a", routes=[route("A")]), model("b", routes=[route("A"), route("A")]))
    assert row(found, "provider_routes").differs
    assert [cell.lead for cell in row(found, "provider_routes").cells] == [None, None]


def test_a_model_without_recorded_routes_has_unknown_providers():
    found = compared(model("a"), model("b", routes=[route("A")]))
    assert [value.state for value in found.values("provider_routes")] == [State.UNKNOWN, State.KNOWN]


def test_the_word_for_the_best_of_several_says_when_some_are_not_known():
    sizes = [model(f"m{size}", context_window=size) for size in (1, 2, 3)]
    assert [cell.lead for cell in row(compared(*sizes[:2]), "context_window").cells] == [None, "larger"]
    assert [cell.lead for cell in row(compared(*sizes), "context_window").cells] == [None, None, "largest"]
    some = row(compared(*sizes, model("mute")), "context_window")
    assert [cell.lead for cell in some.cells] == [None, None, "largest known", None]


def test_of_three_two_can_share_the_lead():
    found = compared(*(model(f"m{at}", context_window=size) for at, size in enumerate((2, 1, 2))))
    assert [cell.lead for cell in row(found, "context_window").cells] == ["largest", None, "largest"]


def test_dates_that_cannot_be_told_apart_leave_nobody_the_newest():
    dates = compared(*(model(f"m{at}", released=day) for at, day in enumerate(("2025-12", "2025", "2024"))))
    assert [cell.lead for cell in row(dates, "released").cells] == [None, None, None]


def test_a_row_without_an_order_has_no_leader():
    held = (parameters(12_000_000_000, "12B"), parameters(30_000_000_000, "30B", 3_000_000_000, "3B"))
    found = compared(*(model(f"m{at}", parameters=one) for at, one in enumerate(held)))
    assert [value.text for value in found.values("parameters")] == ["12B", "30B, 3B active"]
    assert [value.machine for value in found.values("parameters")] == ["12000000000", "30000000000"]
    assert [cell.lead for cell in row(found, "parameters").cells] == [None, None]
    assert row(found, "parameters").differs


def test_short_forms_that_collide_on_a_page_are_shown_in_full_and_all_others_of_their_size():
    ours = model("a", context_window=128_000, max_output=2_000_000)
    found = compared(ours, model("b", context_window=131_072, max_output=8192))
    assert [value.text for value in found.values("context_window")] == ["128,000", "131,072"]
    assert [value.text for value in found.values("max_output")] == ["2M", "8,192"]
    assert [value.exact for value in found.values("max_output")] == ["2,000,000 tokens", "8,192 tokens"]


@pytest.mark.parametrize(
    ("against", "expected"),
    [
        ([[AHEAD], [BEHIND]], (0,)),
        ([[TIED], [TIED]], ()),
        ([[None], [None]], ()),
        ([[AHEAD, None], [BEHIND, None], [None, None]], (0,)),
        ([[TIED, AHEAD], [TIED, TIED], [BEHIND, TIED]], (0, 1)),
        ([[AHEAD, BEHIND], [BEHIND, AHEAD], [AHEAD, BEHIND]], ()),
    ],
)
def test_those_lead_that_nobody_beats(against, expected):
    assert leading(against) == expected


def test_every_state_of_a_capability_is_told_apart():
    states = {"vision": True, "reasoning": False, "tool_use": State.UNDISCLOSED, "computer_use": State.NOT_APPLICABLE}
    held = model(capabilities=states)
    found = compared(held, copy(held))
    shown = {key: (value.state, value.text, value.machine) for key in states for value in [found.value(held, key)]}
    assert shown == {
        "vision": (State.KNOWN, "Yes", "yes"),
        "reasoning": (State.NO, "No", "no"),
        "tool_use": (State.UNDISCLOSED, "", None),
        "computer_use": (State.NOT_APPLICABLE, "", None),
    }


def test_a_capability_that_the_file_does_not_name_is_unknown():
    held = model()
    found = compared(held, copy(held))
    assert found.value(held, "telepathy").state is State.UNKNOWN
    assert found.value(held, "telepathy").facts == (fact("capabilities.telepathy"),)
