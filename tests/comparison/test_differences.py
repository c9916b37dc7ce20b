"""What is different between two states of a catalog: every change is told, once, and nothing else is."""

from datetime import date
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.comparison.differences.difference import Difference, Side, difference
from mkdocs_model_compare.comparison.differences.pairing import paired
from mkdocs_model_compare.comparison.recommending import Compared
from mkdocs_model_compare.rendering.exporting.differences import difference_schema, exported_difference
from mkdocs_model_compare.rendering.text.differences import document
from mkdocs_model_compare.rendering.text.markdown import markdown
from mkdocs_model_compare.rendering.text.plain import plain
from tests.catalog.folders import TODAY, write
from tests.comparison.strategies import any_sheets, improvements, losses
from tests.rendering.tracing import generated

# Imported by name, as it comes without types.
VALIDATOR = import_module("jsonschema").Draft202012Validator(difference_schema())


def side(folder, compared=()):
    reader = CatalogReader(folder, "data")
    catalog = reader.read(TODAY)
    workload = catalog.settings.workloads["default"]
    verdicts = tuple(Compared(models=models, workload=workload, where="page.md") for models in compared)
    return Side(catalog=catalog, workload=workload, compared=verdicts, locate=reader.locate)


def between(tmp_path, old, new, *compared):
    """The difference between two catalogs, each the base with these files over it."""
    return difference(
        side(write(tmp_path / "old", old), compared), side(write(tmp_path / "new", new), compared), None, TODAY
    )


def facts(found: Difference):
    """Path → what was and is, as printed or in its state."""
    return {
        change.path: (change.before.text or change.before.state.value, change.after.text or change.after.state.value)
        for model in found.models
        for change in model.facts
    }


def model(*lines):
    return {"models/a.yml": "\n".join(("name: A", "developer: Lab", *lines, ""))}


FACTS = {
    "a value": ("context_window: 128000", "context_window: 200000", {"context_window": ("128k", "200k")}),
    "found": ("", "max_output: 8192", {"max_output": ("unknown", "8k")}),
    "withdrawn": ("license: mit", "license: undisclosed", {"license": ("MIT", "undisclosed")}),
    "no longer": (
        "capabilities: {vision: yes}",
        "capabilities: {vision: no}",
        {"capabilities.vision": ("Yes", "No")},
    ),
    "a date's precision": ("released: 2026", "released: 2026-02", {"released": ("2026", "2026-02")}),
    "words": ("aliases: [x]", "aliases: [x, y]", {"aliases": ("x", "x, y")}),
    "a price": (
        "routes: [{provider: acme, price: {input: 1, output: 2}}]",
        "routes: [{provider: acme, price: {input: 1.50, output: 2}}]",
        {"routes.acme.price.input": ("$1", "$1.50")},
    ),
    "free": (
        "routes: [{provider: acme, price: {input: 1, output: 2}}]",
        "routes: [{provider: acme, price: {input: 0, output: 2}}]",
        {"routes.acme.price.input": ("$1", "free")},
    ),
    "another currency": (
        "routes: [{provider: acme, price: {input: 1, output: 2}}]",
        "routes: [{provider: acme, price: {input: 1, output: 2, currency: EUR}}]",
        {"routes.acme.price.input": ("$1", "€1"), "routes.acme.price.output": ("$2", "€2")},
    ),
    "a route more": (
        "routes: [{provider: acme, price: {input: 1, output: 2}}]",
        "routes: [{provider: globex, billing: credits}, {provider: acme, price: {input: 1, output: 2}}]",
        {"routes.globex": ("unknown", "by credits")},
    ),
    "a route less": (
        "routes: [{provider: acme, region: eu, price: {input: 1, output: 2}}, {provider: acme, region: us}]",
        "routes: [{provider: acme, region: us}]",
        {"routes.acme": ("$1 input, $2 output", "unknown")},
    ),
    "a route that retires": (
        "routes: [{provider: acme, price: {input: 1, output: 2}}]",
        "routes: [{provider: acme, status: retired, price: {input: 1, output: 2}}]",
        {"routes.acme.status": ("active", "retired")},
    ),
    "a variant": (
        "routes: [{provider: acme, price: {input: 2}}]",
        "routes: [{provider: acme, price: {input: 2}, variants: [{when: {mode: batch}, price: {input: 1}}]}]",
        {"routes.acme.variants.0.price.input": ("unknown", "$1")},
    ),
    "a price that was": (
        "routes: [{provider: acme, price: {input: 2, output: 4}}]",
        "routes: [{provider: acme, price: {input: 2, output: 4}, history: [{until: 2026-01, price: {input: 3}}]}]",
        {"routes.acme.history.2026-01": ("unknown", "$3 input")},
    ),
    "a score": (
        "benchmarks: [{benchmark: exam, score: 70}, {benchmark: exam, variant: tools, score: 80, interval: [79, 81]}]",
        "benchmarks: [{benchmark: exam, variant: tools, score: 81, interval: [80, 82]}, {benchmark: exam, score: 70}]",
        {"benchmarks.exam.tools": ("80%", "81%"), "benchmarks.exam.tools.interval": ("79 to 81", "80 to 82")},
    ),
    "the order": (
        "routes: [{provider: acme}, {provider: globex}]",
        "routes: [{provider: globex}, {provider: acme}]",
        {},
    ),
    "the review": ("reviewed: 2026-11-01", "reviewed: 2026-11-02", {"reviewed": ("2026-11-01", "2026-11-02")}),
}


@pytest.mark.parametrize(("old", "new", "told"), FACTS.values(), ids=FACTS)
def test_a_fact_is_told_as_it_was_and_is(tmp_path, old, new, told):
    assert facts(between(tmp_path, model(old), model(new))) == told


def test_another_source_of_the_same_value_is_no_other_value(tmp_path):
    card = "sources: {card: {url: 'https://example.org', retrieved: 2026-11-0%s}}"
    lines = f"context_window: 1000\n{card}\nprovenance: {{default: card}}"
    (change,) = between(tmp_path, model(lines % 1), model(lines % 2)).models
    assert (change.facts, change.resourced) == ((), ("context_window",))


def test_the_rise_is_the_share_of_what_it_was(tmp_path):
    routes = "routes: [{provider: acme, price: {input: %s, output: 2}}]"
    (change,) = between(tmp_path, model(routes % 4), model(routes % 5)).models[0].facts
    assert str(change.rise) == "0.25"


def test_what_came_and_went_is_listed(tmp_path):
    old = {"models/c.yml": "name: C\ndeveloper: Lab\n", "comparisons/x.yml": "models: [a, b]\nnote: N\n"}
    new = {
        "models/d.yml": "name: D\ndeveloper: Lab\n",
        "catalog.yml": "workloads: {night: {requests: 1, input_tokens: 1, output_tokens: 1}}\n",
    }
    found = {one.kind: (one.added, one.removed) for one in between(tmp_path, old, new).listings}
    assert found == {"model": (("d",), ("c",)), "workload": (("night",), ()), "comparison": ((), ("a, b",))}


def test_what_stands_beside_the_models_is_told(tmp_path):
    old = {"catalog.yml": "signals: {price: 3}\n", "comparisons/x.yml": "models: [a, b]\nnote: Old\n"}
    new = {
        "catalog.yml": "signals: {price: 5}\nverdict: {margin: 0.1}\n",
        "comparisons/x.yml": "models: [b, a]\nnote: New\n",
        "licenses.yml": "mit: {name: MIT, openness: open-weights, commercial_use: permitted}\n",
    }
    found = {(one.kind, one.entry, one.path): (one.before, one.after) for one in between(tmp_path, old, new).entries}
    assert found == {
        ("licence", "mit", "openness"): ("open-source", "open-weights"),
        ("comparison", "a, b", "note"): ("Old", "New"),
        ("setting", "catalog.yml", "margin"): ("0.05", "0.1"),
        ("setting", "catalog.yml", "weights.price"): ("3", "5"),
    }


CHEAP = "routes: [{provider: acme, price: {input: 1, output: 2}}]"
DEAR = "routes: [{provider: acme, price: {input: 50, output: 90}}]"
RULE = {"catalog.yml": "verdict: {floor: 0}\n", "models/b.yml": f"name: B\ndeveloper: Lab\n{CHEAP.replace('1', '9')}\n"}


def test_a_verdict_that_turns_names_the_signals_that_turn_it(tmp_path):
    (turn,) = between(tmp_path, {**RULE, **model(CHEAP)}, {**RULE, **model(DEAR)}, ("a", "b")).turns
    assert (turn.before.choice.id, turn.after.choice.id, turn.turned) == ("a", "b", True)
    assert [one.signal for one in turn.signals] == ["price"]
    assert "lowest-cost" in {one.use_case.id for one in turn.cases}
    assert turn.where == ("page.md",)


def test_a_verdict_is_told_once_for_all_its_pages_and_not_where_it_stays(tmp_path):
    old, new = {**RULE, **model(CHEAP)}, {**RULE, **model(DEAR), "comparisons/x.yml": "models: [a, b]\n"}
    found = between(tmp_path, old, new, ("a", "b"))
    assert [one.where for one in found.turns] == [("data/comparisons/x.yml", "page.md")]
    assert (
        between(tmp_path, {**RULE, **model(CHEAP)}, {**RULE, **model(CHEAP, "reviewed: 2026-11-01")}, ("a", "b")).turns
        == ()
    )


def test_a_verdict_turns_by_the_rule_as_well(tmp_path):
    strict = {**RULE, **model(CHEAP), "catalog.yml": "verdict: {floor: 1}\n"}
    (turn,) = between(tmp_path, {**RULE, **model(CHEAP)}, strict, ("a", "b")).turns
    assert (turn.before.outcome, turn.after.outcome) == ("choice", "withheld")


def test_a_claim_that_fails_is_told_where_it_did_not_before(tmp_path):
    claim = {"comparisons/x.yml": "models: [a, b]\nexpect: {cheapest: a}\n"}
    holds, fails = {**RULE, **model(CHEAP), **claim}, {**RULE, **model(DEAR), **claim}
    found = between(tmp_path / "1", holds, fails)
    assert [one.where for one in found.arising] == ["expect.cheapest"]
    assert found.wrong
    found = between(tmp_path / "2", fails, fails)
    assert (found.arising, found.wrong) == ((), False)
    found = between(tmp_path / "3", fails, holds)
    assert [one.where for one in found.settled] == ["expect.cheapest"]
    assert not found.wrong


def test_what_is_alike_in_the_first_respect_is_paired_before_what_is_in_the_second():
    assert paired(["a1", "b1"], ["b2", "b1", "c1"], lambda one: one, lambda one: one[0]) == (
        (None, "b2"),
        ("b1", "b1"),
        (None, "c1"),
        ("a1", None),
    )


def said(found):
    """What each side has, told without paths, which follow the side that is new."""
    return sorted(
        (model.after.id, repr(_told(change.before)), repr(_told(change.after)))
        for model in found.models
        for change in model.facts
    )


def _told(value):
    return value.state.value, value.machine, value.currency


SHEETS = st.lists(generated.known_sheets(), min_size=2, max_size=3)


@given(old=SHEETS, new=SHEETS, rule=generated.rules())
def test_between_any_two_catalogs(tmp_path_factory, old, new, rule):
    """The way back tells the same the other way round, nothing differs from itself, and every format can say it."""
    folder = tmp_path_factory.mktemp("any")
    pair = [tuple(generated.write(folder / name, sheets, rule)[:2]) for name, sheets in (("old", old), ("new", new))]
    before, after = side(folder / "old", pair), side(folder / "new", pair)
    there, back = (difference(*sides, None, date(2026, 11, 22)) for sides in ((before, after), (after, before)))
    assert difference(before, before, None, TODAY).nothing
    assert said(there) == sorted((name, now, was) for name, was, now in said(back))
    assert {one.models[0].id for one in there.turns} == {one.models[0].id for one in back.turns}
    assert [error.message for error in VALIDATOR.iter_errors(exported_difference(there))] == []
    assert markdown(document(there)).startswith("## Changes of the catalog\n")
    assert plain(document(there), 80).startswith("Changes of the catalog\n")


@settings(max_examples=30)  # each is a catalog for every fact of a sheet
@given(sheet=any_sheets())
def test_no_change_of_one_fact_goes_untold(tmp_path_factory, sheet):
    folder = tmp_path_factory.mktemp("one")
    generated.write(folder / "0", [{"developer": "Lab", **sheet}], {})
    before = side(folder / "0")
    # One more provider is a route to a provider that the catalog on disk has not.
    edits = [
        edit for what, edit in (*improvements(sheet), *losses(sheet)) if what != "providers" or "routes" not in edit
    ]
    for number, changed in enumerate(edits, 1):
        generated.write(folder / str(number), [{"developer": "Lab", **changed}], {})
        after = side(folder / str(number))
        same = before.catalog.models["alpha"] == after.catalog.models["alpha"]
        assert difference(before, after, None, TODAY).nothing == same
