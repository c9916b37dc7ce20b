import pytest

from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison.fact_values import by_licence
from mkdocs_model_compare.comparison.narrative import deep_dive, review, summary
from tests.comparison.builders import compared, copy, day, model, priced, route, settings, use_case


def dived(*held, rules=None):
    return deep_dive(compared(*held, rules=rules))


def test_footprints_are_parted_by_what_is_known():
    held = (
        model("a", capabilities={"vision": True, "reasoning": True, "tool_use": True, "computer_use": False}),
        model("b", capabilities={"vision": True, "reasoning": False, "tool_use": State.UNDISCLOSED}),
    )
    told = dived(*held)
    assert [one.capability.id for one in told.common] == ["vision"]
    assert [(one.capability.id, one.having, one.lacking) for one in told.differing] == [
        ("reasoning", (held[0],), (held[1],))
    ]
    open_ones = {one.capability.id: [model.id for model in one.unknown] for one in told.open}
    assert open_ones["tool_use"] == ["b"]
    assert open_ones["computer_use"] == ["b"]
    assert "vision" not in open_ones


def test_what_is_for_a_model_are_its_leads_and_the_use_cases_it_is_the_choice_for():
    rules = settings(use_cases=[use_case("long", context_window=1), use_case("sight", ["vision"], vision=1)])
    held = (
        model("a", context_window=2, capabilities={"vision": False}, routes=[priced("A", "2", "2")]),
        model("b", context_window=1, capabilities={"vision": True}, routes=[priced("A", "1", "1")]),
    )
    first, second = dived(*held, rules=rules).favours
    assert [one.use_case.id for one in first.advice] == ["long"]
    assert first.strengths == ("context_window",)
    assert [one.use_case.id for one in second.advice] == ["sight"]
    assert second.strengths == ("vision", "monthly_cost")


def test_of_a_model_that_leads_in_much_only_the_first_four_are_told():
    better = model(
        "a",
        context_window=2,
        max_output=2,
        license="apache-2.0",
        capabilities={"vision": True},
        routes=[priced("A", "1", "1"), route("B")],
    )
    worse = model(
        "b",
        context_window=1,
        max_output=1,
        license="proprietary",
        capabilities={"vision": False},
        routes=[priced("A", "2", "2")],
    )
    first, second = dived(better, worse).favours
    assert first.strengths == ("vision", "context_window", "max_output", "monthly_cost")
    assert second.strengths == ()


def test_the_deep_dive_has_the_values_of_the_tables():
    found = compared(model("a", routes=[priced("A", "1", "2")]), model("b"))
    told = deep_dive(found)
    assert all(one.value is found.value(one.model, "monthly_cost") for one in told.spendings)
    assert all(one is found.value(one.model, "provider_routes") for one in told.coverage)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, (False, False, 0)),
        ({"released": "2025", "context_window": 1000}, (True, True, 0)),
        ({"routes": [priced("A", "1", "2")]}, (False, False, 2)),
    ],
)
def test_the_summary_claims_only_what_holds_for_all(facts, expected):
    held = model("a", **facts)
    told = summary(compared(held, copy(held)))
    assert (told.dated, told.level, len(told.priced)) == expected
    assert len(told.priced) + len(told.unpriced) == 2
    assert (told.window, told.alone) == (None, ())
    mixed = summary(compared(held, model("b")))
    assert (mixed.dated, mixed.level) == (False, False)


def test_the_summary_groups_the_models_under_one_licence():
    licences = ("apache-2.0", None, "apache-2.0", "proprietary", State.UNDISCLOSED)
    told = summary(compared(*(model(f"m{at}", license=held) for at, held in enumerate(licences))))
    groups = by_licence(told.openness)
    assert [[value.model.id for value in group] for group in groups] == [["m0", "m2"], ["m1"], ["m3"], ["m4"]]


def test_the_summary_tells_who_made_them_and_what_sets_them_apart():
    ours = model("a", context_window=2000, capabilities={"vision": True, "reasoning": False})
    theirs = model("b", context_window=1000, capabilities={"vision": False, "reasoning": True}, developer="Bolt")
    told = summary(compared(ours, theirs))
    assert told.developer is None
    assert told.window is not None
    assert (told.window.model, told.window.value.text) == (ours, "2k")
    assert [(one.id, [lead.key for lead in own]) for one, own in told.alone] == [
        ("a", ["vision"]),
        ("b", ["reasoning"]),
    ]
    assert summary(compared(ours, copy(ours))).developer == "Acme"


def test_a_review_has_the_oldest_date_and_who_was_never_reviewed():
    b = model("b", reviewed=day("2026-01-02"), context_window=8)
    held = (model("a", reviewed=day("2026-06-15")), b, model("c"))
    told = review(compared(*held), day("2026-06-20"), 30)
    assert told.oldest == day("2026-01-02")
    assert [one.id for one in told.never] == ["c"]
    assert [(one.id, count) for one, count in told.stale] == [("b", 1)]
    assert [(one.id, when) for one, when in told.reviewed] == [("a", day("2026-06-15")), ("b", day("2026-01-02"))]
    assert review(compared(model("a"), model("b")), day("2026-06-20"), 30).oldest is None


@pytest.mark.parametrize(
    ("today", "stale_after", "stale"),
    [
        ("2026-07-01", 180, False),
        ("2026-06-30", 180, False),
        ("2026-07-02", 181, False),
        ("2026-07-02", 180, True),
        ("2099-01-01", 0, False),
        ("2099-01-01", 10_000_000, False),
    ],
)
def test_facts_are_stale_after_more_than_so_many_days(today, stale_after, stale):
    held = compared(model("a", reviewed=day("2026-01-02"), context_window=8), model("b"))
    assert bool(review(held, day(today), stale_after).stale) == stale
