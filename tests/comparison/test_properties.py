"""What must hold for every catalog (product contract, "The verdict is a published rule")."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.model import Billing, Model, State
from mkdocs_model_compare.catalog.settings import Settings, Workload
from mkdocs_model_compare.comparison import figures, pricing, rule
from mkdocs_model_compare.comparison.charts import chart
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.edges import tradeoffs
from mkdocs_model_compare.comparison.flips import Change, Flip, flip
from mkdocs_model_compare.comparison.friction import switches
from mkdocs_model_compare.comparison.questions import questions
from mkdocs_model_compare.comparison.ranking import standing
from mkdocs_model_compare.comparison.rule import Outcome
from mkdocs_model_compare.comparison.standing import Standing
from mkdocs_model_compare.comparison.use_cases import Advice, advise
from mkdocs_model_compare.comparison.verdict import Verdict, duel, verdict
from tests.comparison.builders import compared, copy, price, route, settings
from tests.comparison.strategies import (
    any_sheets,
    built,
    full_sheets,
    improvements,
    line_up,
    losses,
    priced_routes,
    routes,
    rules,
    workloads,
)
from tests.comparison.telling import ROWS, told

# The rarest thing a property asks for, a fact to make better, is in nearly every sheet with much in it.
SEVERAL = st.lists(any_sheets(), min_size=2, max_size=4)


# Order and copies


@given(SEVERAL, rules(), workloads(), st.randoms(use_true_random=False))
def test_the_order_of_arguments_changes_no_statement(given_sheets, rule_book, traffic, shuffler):
    models = line_up(*given_sheets)
    mixed = list(models)
    shuffler.shuffle(mixed)
    assert told(Comparison(models, rule_book, traffic)) == told(Comparison(tuple(mixed), rule_book, traffic))


@given(any_sheets(), rules(), workloads())
def test_a_model_against_its_own_copy_ties_everywhere(sheet, rule_book, traffic):
    original = built("alpha", sheet)
    found = Comparison((original, copy(original)), rule_book, traffic)
    assert set(_signals(found).values()) <= {Standing.TIED, None}
    assert verdict(found).choice is None
    assert all(advice.choice is None for advice in advise(found))
    sections = told(found)
    assert not any(row["differs"] for row in sections["rows"] + sections["capabilities"])
    assert not any(cell["lead"] for row in sections["rows"] + sections["capabilities"] for cell in row["cells"])
    assert not any(one.leads or one.alone or one.benchmarks for one in tradeoffs(found))
    assert not any(one.leaders for one in questions(found))
    assert not any(bar.ahead for bars in chart(found) for bar in bars.bars)
    for switch in switches(found):
        assert (switch.lost, switch.gained, switch.commercial_use) == ((), (), None)
        assert switch.license is None or not switch.license.known


# Better facts


@given(SEVERAL.filter(lambda some: len(some) <= 3), rules(), workloads(), st.data())
def test_improving_one_known_fact_never_makes_a_model_do_worse(given_sheets, rule_book, traffic, data):
    better = list(improvements(given_sheets[0]))
    assume(better)
    _, improved = data.draw(st.sampled_from(better))
    before, after = (
        Comparison(line_up(sheet, *given_sheets[1:]), rule_book, traffic) for sheet in (given_sheets[0], improved)
    )
    assert _success(after, verdict(after)) >= _success(before, verdict(before))
    for old, new in zip(advise(before), advise(after), strict=True):
        assert _success(after, new) >= _success(before, old)


# Unknown facts


@given(any_sheets(), any_sheets(), rules(), workloads(), st.data())
def test_an_unknown_fact_leaves_its_signals_open_and_every_other_as_it_was(sheet, rival, rule_book, traffic, data):
    less = list(losses(sheet))
    assume(less)
    resting, without = data.draw(st.sampled_from(less))
    before, after = (Comparison(line_up(one, rival), rule_book, traffic) for one in (sheet, without))
    then, now = (_signals(one) for one in (before, after))
    for name, found in now.items():
        assert found is (None if name in resting.split() else then[name])


@given(any_sheets(), any_sheets(), rules(), workloads(), st.data())
def test_an_unknown_fact_adds_weight_to_neither_side(sheet, rival, rule_book, traffic, data):
    less = list(losses(sheet))
    assume(less)
    _, without = data.draw(st.sampled_from(less))
    before, after = (Comparison(line_up(one, rival), rule_book, traffic) for one in (sheet, without))
    then, now = (verdict(one).duels[0].tally for one in (before, after))
    assert now.first <= then.first
    assert now.second <= then.second


@given(any_sheets(), any_sheets(), rules(), workloads())
def test_an_unknown_must_have_never_makes_the_choice(sheet, rival, rule_book, traffic):
    """It would be the same whether the model turned out to have it or not."""
    found = Comparison(line_up(sheet, rival), rule_book, traffic)
    for advice in advise(found):
        unsure = {gate.model.id for gate in advice.doubtful}
        if advice.choice is not None and unsure:
            assert advice.choice.id not in unsure
            won = duel(found, found.models[0], found.models[1], advice.use_case.weights)
            assert won.choice is advice.choice


@given(SEVERAL, rules(), workloads())
def test_nobody_leads_by_a_value_that_is_not_known(given_sheets, rule_book, traffic):
    found = Comparison(line_up(*given_sheets), rule_book, traffic)
    for one in tradeoffs(found):
        for edge in (*one.leads, *one.alone):
            assert edge.value.known
            assert edge.others
            assert all(other.settled for other in edge.others)
            assert edge.value is found.value(one.model, edge.key)
            assert all(standing(found, edge.value, other) is Standing.AHEAD for other in edge.others)
        for lead in one.benchmarks:
            assert lead.others


# Flip points


@given(st.lists(full_sheets(), min_size=2, max_size=3), rules(), workloads())
def test_a_flip_point_is_true(given_sheets, rule_book, traffic):
    """The change is made to the model's facts, nearly at the bound and far past it, and the verdict turns."""
    found = Comparison(line_up(*given_sheets), rule_book, traffic)
    before = verdict(found)
    turn = flip(found, before)
    assume(turn is not None)
    assert turn is not None
    for changed in _changed(turn, traffic, rule_book):
        pair = Comparison((changed, turn.rival), rule_book, traffic)
        after = verdict(pair)
        assert after.outcome is turn.outcome
        assert (after.choice and after.choice.id) == (turn.choice and turn.choice.id)
        whole = tuple(changed if one.id == changed.id else one for one in found.models)
        turned = verdict(Comparison(whole, rule_book, traffic))
        assert (turned.outcome, _id(turned.choice)) != (before.outcome, _id(before.choice))


# More than two models


@given(st.lists(any_sheets(), min_size=3, max_size=6), rules(), workloads())
def test_of_several_models_the_choice_is_the_one_that_wins_against_every_other(given_sheets, rule_book, traffic):
    models = line_up(*given_sheets)
    pairs = {
        frozenset((one.id, other.id)): _id(verdict(Comparison((one, other), rule_book, traffic)).choice)
        for one, other in combinations(models, 2)
    }
    winners: list[str | None] = [
        one.id for one in models if all(won == one.id for pair, won in pairs.items() if one.id in pair)
    ]
    found = verdict(Comparison(models, rule_book, traffic))
    assert [_id(found.choice)] == (winners or [None])
    assert (found.outcome is Outcome.CHOICE) == bool(winners)


@given(SEVERAL, rules(), workloads())
def test_a_model_on_its_way_out_is_never_recommended_without_saying_so(given_sheets, rule_book, traffic):
    found = verdict(Comparison(line_up(*given_sheets), rule_book, traffic))
    assert (
        found.choice is None
        or found.choice.status.value not in {"deprecated", "retired"}
        or (found.choice in found.cautions)
    )


# Costs


@given(st.lists(st.one_of(routes(), priced_routes()), max_size=4), workloads())
def test_a_cost_is_that_of_one_priced_route(held, traffic):
    models = {place: built("alpha", {"routes": [one]}) for place, one in enumerate(held)}
    alone = [cost for one in models.values() if (cost := pricing.cheapest(one, traffic, "USD"))]
    found = pricing.cheapest(built("alpha", {"routes": held}), traffic, "USD")
    assert (found is None) == (not alone)
    if found is not None:
        assert found.offer.route.billing is Billing.TOKEN
        assert found.offer.route.active
        dollars = [one for one in alone if one.offer.currency == "USD"]
        assert found.amount == min(one.amount for one in dollars or alone)


@given(
    st.lists(priced_routes(), min_size=1, max_size=3),
    workloads(),
    st.sampled_from(("requests", "input_tokens", "output_tokens")),
    st.sampled_from((1, 700, 300_000)),
)
def test_more_traffic_never_costs_less(held, traffic, kind, more):
    """Every tier of these routes is dearer than the price below it."""
    model = built("alpha", {"routes": held})
    less = pricing.cheapest(model, traffic, "USD")
    grown = pricing.cheapest(model, replace(traffic, **{kind: getattr(traffic, kind) + more}), "USD")
    assert (less is None) == (grown is None)
    if less is not None and grown is not None:
        assert grown.amount >= less.amount


@given(SEVERAL, workloads())
def test_no_price_is_never_a_cost_of_0(given_sheets, traffic):
    found = Comparison(line_up(*given_sheets), settings(), traffic)
    for model, value in zip(found.models, found.values("monthly_cost"), strict=True):
        assert value.known == any(route.priced for route in model.routes)
        if value.known and value.text == "free":
            assert value.raw.offer.amount("input") == value.raw.offer.amount("output") == 0


@given(any_sheets(), workloads())
def test_the_cheapest_output_is_at_most_the_output_price(sheet, traffic):
    found = compared(built("alpha", sheet), built("beta", {}), traffic=traffic)
    cheapest, own = (found.value(found.models[0], key) for key in ("cheapest_output", "output_price"))
    if own.known and cheapest.currency == own.currency:
        assert cheapest.raw <= own.raw


# Questions


@given(SEVERAL, workloads())
def test_a_question_is_asked_only_where_every_models_facts_answer(given_sheets, traffic):
    found = Comparison(line_up(*given_sheets), settings(), traffic)
    for question in questions(found):
        assert [value.model for value in question.values] == list(found.models)
        assert all(value.settled for value in question.values)
        if question.id == "cheaper":
            assert {value.currency for value in question.values} == {"USD"}
        for leader in question.leaders:
            rest = [value for value in question.values if value.model not in question.leaders]
            best = found.value(leader, question.values[0].key)
            assert rest
            assert all(standing(found, best, value) is Standing.AHEAD for value in rest)


# The same figure everywhere


@given(SEVERAL, workloads())
def test_every_value_has_a_text_just_when_it_is_settled(given_sheets, traffic):
    found = Comparison(line_up(*given_sheets), settings(), traffic)
    for key in (*ROWS, *found.settings.capabilities):
        for value in found.values(key):
            assert bool(value.text) == value.settled
            assert value.state is not State.NO or value.machine == "no"


def _signals(found: Comparison) -> rule.BySignal:
    return rule.standings(found, found.models[0], found.models[1])


def _id(model: Model | None) -> str | None:
    return model.id if model else None


def _success(found: Comparison, statement: Verdict | Advice) -> int:
    """How the first model came off: chosen 2, nobody chosen 1, another chosen 0."""
    if statement.choice is None:
        return 1
    return 2 if statement.choice is found.models[0] else 0


def _changed(turn: Flip, traffic: Workload, rule_book: Settings) -> list[Model]:
    """The flip's model with only the flip's change made to it, near the bound and far from it."""
    down = turn.change in {Change.BELOW, Change.FOUND_BELOW}
    if turn.bound is None:
        return [_with_capability(turn.model, turn.key, has=turn.change is not Change.FOUND_NO)]
    if turn.key == "monthly_cost":
        limit = figures.rounded(turn.bound.raw.amount)
        step = Decimal(1) if limit > 100 else Decimal("0.01")
        costs = (max(limit - step, Decimal(0)), Decimal(0)) if down else (limit + step, limit * 9 + 9)
        return [_costing(turn.model, cost, traffic, rule_book.currency) for cost in costs]
    size = int(turn.bound.machine or 0)
    sizes = (size - 1, 1) if down else (size + 1, size * 3 + 3)
    change = _with_providers if turn.key == "provider_routes" else _with_size
    return [change(turn.model, turn.key, size) for size in sizes]


def _with_capability(model: Model, key: str, *, has: bool) -> Model:
    fact = model.capabilities[key]
    changed = replace(fact, state=State.KNOWN if has else State.NO, value=True if has else None)
    return replace(model, capabilities={**model.capabilities, key: changed})


def _with_size(model: Model, key: str, size: int) -> Model:
    return replace(model, **{key: replace(getattr(model, key), state=State.KNOWN, value=size)})


def _with_providers(model: Model, _: str, count: int) -> Model:
    kept = tuple(one for one in model.routes if one.active)
    missing = count - len({one.provider.id for one in kept})
    more = (route(f"Hub {number}", billing=Billing.DOWNLOAD) for number in range(missing))
    return replace(model, routes=(*model.routes, *more))


def _costing(model: Model, cost: Decimal, traffic: Workload, currency: str) -> Model:
    """The model with one price alone, on a provider that it has, that comes to this cost a month."""
    each = str(cost * 1_000_000 / (traffic.requests * (traffic.input_tokens + traffic.output_tokens)))
    place = next(at for at, one in enumerate(model.routes) if one.active)
    bare = [replace(one, price=None, variants=()) for one in model.routes]
    bare[place] = replace(bare[place], price=price(currency, input=each, output=each), billing=Billing.TOKEN)
    return replace(model, routes=tuple(bare))
