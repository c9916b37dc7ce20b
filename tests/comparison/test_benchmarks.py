import pytest

from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison.benchmarks import (
    alone,
    leads,
    matchup_leaders,
    matchups,
    score_standing,
    score_text,
)
from mkdocs_model_compare.comparison.charts import chart
from mkdocs_model_compare.comparison.reasons import reason
from mkdocs_model_compare.comparison.rule import BENCHMARKS, standings
from mkdocs_model_compare.comparison.standing import Standing
from tests.comparison.builders import benchmark, compared, model, score, settings

RACE = benchmark("Race", "seconds", higher_is_better=False)
BEHIND, TIED, AHEAD = Standing


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (score("Maze", "70"), score("Maze", "60"), AHEAD),
        (score("Maze", "70"), score("Maze", "70.0"), TIED),
        (score(RACE, "70"), score(RACE, "60"), BEHIND),
        # One score within the other's interval, from either side.
        (score("Maze", "70", interval=("55", "85")), score("Maze", "60"), TIED),
        (score("Maze", "70"), score("Maze", "60", interval=("50", "70")), TIED),
        (score("Maze", "70"), score("Maze", "60", interval=("50", "69.9")), AHEAD),
        # The intervals touch, but neither score is within the other's.
        (score("Maze", "70", interval=("64", "76")), score("Maze", "60", interval=("54", "66")), AHEAD),
        (score(RACE, "70", interval=("55", "85")), score(RACE, "60"), TIED),
    ],
)
def test_a_score_leads_unless_it_is_equal_or_within_the_others_interval(ours, theirs, expected):
    assert score_standing(ours, theirs) is expected
    assert score_standing(theirs, ours) is Standing(-expected)


def test_two_variants_are_two_rows_and_never_compared():
    models = (
        model("a", scores=[score("Maze", "70"), score("Maze", "50", variant="hard")]),
        model("b", scores=[score("Maze", "40", variant="hard"), score("Maze", "20", variant="easy")]),
    )
    found = matchups(models)
    assert [(one.variant, one.measured) for one in found] == [(None, 1), ("easy", 1), ("hard", 2)]
    assert [one.variant for one in found if one.complete] == ["hard"]
    assert [[one.variant for one in own] for _, own in alone(models, found)] == [[None], ["easy"]]
    assert leads(found, 0, 1) == (1, 0, 1)


def test_of_two_results_measured_the_same_way_the_later_counts():
    old, new = score("Maze", "70", when="2025-01"), score("Maze", "50", when="2025-06-01")
    models = (model("a", scores=[new, old]), model("b", scores=[score("Maze", "60")]))
    assert leads(matchups(models), 0, 1) == (0, 1, 1)


def test_an_unknown_score_is_no_score():
    models = (model("a", scores=[score("Maze", State.UNKNOWN)]), model("b", scores=[score("Maze", "60")]))
    assert not any(one.complete for one in matchups(models))
    assert standings(compared(*models), *models)[BENCHMARKS] is None


def test_of_three_models_a_benchmark_of_two_is_comparable_but_not_shared():
    models = (
        model("a", scores=[score("Maze", "70"), score(RACE, "9")]),
        model("b", scores=[score("Maze", "60"), score(RACE, "5")]),
        model("c", scores=[score("Maze", "70")]),
    )
    found = matchups(models)
    assert [(one.benchmark.name, one.measured) for one in found] == [("Maze", 3), ("Race", 2)]
    assert all(one.comparable for one in found)
    assert [one.benchmark.name for one in found if one.complete] == ["Maze"]
    assert [matchup_leaders(one) for one in found] == [(0, 2), (1,)]
    assert [value.text for value in compared(*models).values("shared_benchmarks")] == ["1", "1", "1"]


def test_a_tie_within_the_intervals_has_no_leader():
    models = (model("a", scores=[score("Maze", "70", interval=("60", "80"))]), model("b", scores=[score("Maze", "65")]))
    (bars,) = chart(compared(*models))
    assert bars.tied
    assert [(bar.text, int(bar.share), bar.interval, bar.ahead) for bar in bars.bars] == [
        ("70%", 70, "60% to 80%", False),
        ("65%", 65, None, False),
    ]


def test_a_copy_of_a_score_ties_with_it():
    """Also where both are the same object, beside one that beats or is beaten."""
    one = score("Maze", "70")
    models = (model("a", scores=[one]), model("b", scores=[one]), model("c", scores=[score("Maze", "60")]))
    assert [matchup_leaders(found) for found in matchups(models)] == [(0, 1)]


def test_the_signal_goes_to_the_one_ahead_in_more_of_the_shared_benchmarks():
    models = (
        model("a", scores=[score("Maze", "70"), score("Chess", "70"), score(RACE, "9")]),
        model("b", scores=[score("Maze", "60"), score("Chess", "60"), score(RACE, "5")]),
    )
    found = compared(*models, rules=settings({BENCHMARKS: 1, "race": 1}))
    assert standings(found, *models)[BENCHMARKS] is AHEAD
    assert standings(found, *models)["race"] is BEHIND
    told = reason(found, BENCHMARKS, settings().weights[BENCHMARKS])
    assert [(one.ahead, one.shared) for one in told.evidence] == [(2, 3), (1, 3)]
    assert [one.id for one in told.leaders] == ["a"]


def test_without_a_shared_benchmark_the_signal_is_open_and_both_lack_the_others():
    models = (model("a", scores=[score("Maze", "70")]), model("b", scores=[score("Chess", "70")]))
    found = compared(*models)
    told = reason(found, BENCHMARKS, settings().weights[BENCHMARKS])
    assert told.open
    assert told.missing == models
    only = compared(models[0], model("mute"))
    assert [one.id for one in reason(only, BENCHMARKS, settings().weights[BENCHMARKS]).missing] == ["mute"]


@pytest.mark.parametrize(
    ("unit", "amount", "text"),
    [
        ("percent", "73.30", "73.3%"),
        ("elo", "1287.0", "1,287"),
        ("score", "0.50", "0.5"),
        ("usd", "0.42", "$0.42"),
        ("usd", "0", "$0"),
        ("seconds", "12.5", "12.5 s"),
    ],
)
def test_a_score_bears_its_unit(unit, amount, text):
    held = score(benchmark("Maze", unit), amount)
    assert held.fact.value is not None
    assert score_text(held.benchmark, held.fact.value) == text
