from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison.edges import edge, tradeoffs
from tests.comparison.builders import compared, copy, model, priced, route, score, workload


def leads(*held, **options):
    return {one.model.id: [lead.key for lead in one.leads] for one in tradeoffs(compared(*held, **options))}


def alone(*held):
    return {one.model.id: [lead.key for lead in one.alone] for one in tradeoffs(compared(*held))}


def test_a_model_leads_where_it_alone_has_the_better_value():
    ours = model("a", context_window=2, max_output=1, released="2026", license="apache-2.0", routes=[route("Acme")])
    theirs = model(
        "b", context_window=1, max_output=1, released="2025", license="proprietary", routes=[route("A"), route("B")]
    )
    assert leads(ours, theirs) == {
        "a": ["context_window", "openness", "commercial_use", "released"],
        "b": ["provider_routes"],
    }


def test_a_lead_names_the_values_it_is_ahead_of_and_no_unknown_one():
    held = [model("a", context_window=3), model("b", context_window=1), model("c"), model("d", context_window=2)]
    lead = edge(compared(*held), "context_window")
    assert lead is not None
    assert lead.model.id == "a"
    assert [other.model.id for other in lead.others] == ["b", "d"]


def test_against_unknown_values_alone_nobody_leads():
    assert leads(model("a", context_window=3), model("b")) == {"a": [], "b": []}


def test_a_shared_lead_is_nobodys():
    held = [model(name, context_window=size) for name, size in (("a", 2), ("b", 2), ("c", 1))]
    assert edge(compared(*held), "context_window") is None


def test_dates_that_may_be_the_same_day_give_no_lead():
    held = [model("a", released="2025-12"), model("b", released="2025"), model("c", released="2024")]
    assert edge(compared(*held), "released") is None
    assert edge(compared(*held[::2]), "released") is not None


def test_the_output_price_is_a_lead_of_its_own_only_where_it_points_elsewhere():
    cheap_in, cheap_out = model("a", routes=[priced("A", "1", "9")]), model("b", routes=[priced("A", "9", "1")])
    reading, writing = workload(1000, 1_000_000, 1), workload(1000, 1, 1_000_000)
    assert leads(cheap_in, cheap_out, traffic=reading) == {"a": ["monthly_cost"], "b": ["cheapest_output"]}
    assert leads(cheap_in, cheap_out, traffic=writing) == {"a": [], "b": ["monthly_cost"]}


def test_a_capability_is_had_alone_only_where_another_is_known_to_lack_it():
    ours = model("a", capabilities={"vision": True, "reasoning": True, "tool_use": True, "computer_use": False})
    theirs = model("b", capabilities={"vision": False, "reasoning": State.UNKNOWN, "tool_use": True})
    assert alone(ours, theirs) == {"a": ["vision"], "b": []}


def test_a_benchmark_is_led_only_beyond_the_intervals():
    ours = model("a", scores=[score("Maze", "70"), score("Chess", "70", interval=("60", "80")), score("Go", "1")])
    theirs = model("b", scores=[score("Maze", "60"), score("Chess", "65"), score("Go", "2", variant="hard")])
    first, second = tradeoffs(compared(ours, theirs))
    assert [(one.matchup.benchmark.name, [model.id for model, _ in one.others]) for one in first.benchmarks] == [
        ("Maze", ["b"])
    ]
    assert second.benchmarks == ()


def test_what_the_curators_vouch_for_is_listed():
    first, second = tradeoffs(compared(model("a", fit=("coding", "no such", "rag")), model("b")))
    assert [case.id for case in first.fit] == ["coding", "rag"]
    assert not first.nothing
    assert second.nothing


def test_a_copy_has_no_tradeoffs():
    held = model("a", context_window=3, license="research", routes=[priced("A", "1", "2")], scores=[score("Maze", "1")])
    assert all(one.nothing for one in tradeoffs(compared(held, copy(held))))
