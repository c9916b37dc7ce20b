"""A claim that holds is silent; one that does not says what is true now, by which facts, at the line of the claim."""

import pytest

from mkdocs_model_compare.comparison.claims import check_claims
from tests.catalog.folders import read

# However little is known decides.
NO_FLOOR = {"catalog.yml": "verdict: {floor: 0}\n"}
REMEDY = "; correct the claim, and what is written here of it, or the facts"
A = {
    "context_window": "200000",
    "max_output": "64000",
    "routes": "[{provider: acme, price: {input: 1.00, output: 5.00}}]",
    "capabilities": "{function_calling: yes, code_execution: yes, vision: no}",
    "license": "mit",
    "released": "2026-01-01",
}
B = {
    "context_window": "262144",
    "max_output": "8192",
    "routes": "[{provider: globex, price: {input: 0.50, output: 2}}]",
    "capabilities": "{function_calling: yes, code_execution: no, vision: yes}",
    "license": "mit",
    "released": "2025-01-01",
}


def said(folder, expect, a=A, b=B, workload="default", **files):
    """What is said of these claims, about a and b with these facts; `bee` is another name of b."""
    lines = {
        name: "".join(f"{key}: {value}\n" for key, value in facts.items()) for name, facts in {"a": a, "b": b}.items()
    }
    catalog = read(
        folder,
        {
            "models/a.yml": f"name: A\ndeveloper: Lab\n{lines['a']}",
            "models/b.yml": f"name: B\ndeveloper: Lab\naliases: [bee]\n{lines['b']}",
            "comparisons/x.yml": f"models: [a, b]\nexpect:\n  {expect}\n",
            **files,
        },
    )
    return "\n".join(str(one) for one in check_claims(catalog, catalog.settings.workloads[workload]))


def line(where, told, column):
    return f"data/comparisons/x.yml:3:{column}: {where}: {told}{REMEDY}"


@pytest.mark.parametrize(
    "expect",
    [
        "cheapest: b",
        "cheapest: bee",
        "larger_context: b",
        "larger_output: a",
        "coding: a",
        "lowest-cost: b",
        "has: {a: code_execution, bee: [vision, function_calling]}",
    ],
)
def test_a_claim_that_holds_is_silent(tmp_path, expect):
    assert said(tmp_path, expect, **NO_FLOOR) == ""


def test_the_cheapest_is_told_with_costs_and_prices(tmp_path):
    assert said(tmp_path, "cheapest: a") == line(
        "expect.cheapest",
        "it is not a: it is b; a: $2,050 (routes.acme.price.input 1.00, routes.acme.price.output 5.00), "
        "b: $900 (routes.globex.price.input 0.50, routes.globex.price.output 2)",
        13,
    )


def test_the_larger_context_is_told_in_full(tmp_path):
    told = "it is not a: it is b; a: 200,000 (context_window), b: 262,144 (context_window)"
    assert said(tmp_path, "larger_context: a") == line("expect.larger_context", told, 19)


def test_the_larger_output_is_told_in_full(tmp_path):
    told = "it is not b: it is a; a: 64,000 (max_output), b: 8,192 (max_output)"
    assert said(tmp_path, "larger_output: bee") == line("expect.larger_output", told, 18)


class TestTies:
    def test_equal_windows_have_no_larger_one(self, tmp_path):
        told = "it is not a: it is none of them; a: 200,000 (context_window), b: 200,000 (context_window)"
        b = {**B, "context_window": "200000"}
        assert said(tmp_path, "larger_context: a", b=b) == line("expect.larger_context", told, 19)

    def test_costs_that_print_alike_have_no_cheapest(self, tmp_path):
        b = {**B, "routes": "[{provider: globex, price: {input: 1.0001, output: 5.00}}]"}
        assert said(tmp_path, "cheapest: a", b=b) == line(
            "expect.cheapest",
            "it is not a: it is none of them; "
            "a: $2,050 (routes.acme.price.input 1.00, routes.acme.price.output 5.00), "
            "b: $2,050 (routes.globex.price.input 1.0001, routes.globex.price.output 5.00)",
            13,
        )


class TestUnknowns:
    def test_an_unknown_window_leaves_the_larger_open(self, tmp_path):
        told = "that it is b cannot be said: a: 200,000 (context_window), b: undisclosed (context_window)"
        b = {**B, "context_window": "undisclosed"}
        assert said(tmp_path, "larger_context: b", b=b) == line("expect.larger_context", told, 19)

    def test_a_model_without_a_price_leaves_the_cheapest_open(self, tmp_path):
        told = (
            "that it is a cannot be said: "
            "a: $2,050 (routes.acme.price.input 1.00, routes.acme.price.output 5.00), b: unknown (routes)"
        )
        assert said(tmp_path, "cheapest: a", b={}) == line("expect.cheapest", told, 13)

    def test_a_price_in_another_currency_leaves_the_cheapest_open(self, tmp_path):
        b = {**B, "routes": "[{provider: globex, price: {input: 0.5, output: 2, currency: EUR}}]"}
        found = said(tmp_path, "cheapest: b", b=b)
        assert "that it is b cannot be said: a: $2,050 (" in found
        assert "b: €900 (routes.globex.price.input 0.5, routes.globex.price.output 2)" in found

    def test_the_largest_of_those_known_is_not_the_largest_of_all(self, tmp_path):
        files = {
            "models/c.yml": "name: C\ndeveloper: Lab\n",
            "comparisons/x.yml": "models: [a, b, c]\nexpect:\n  larger_context: b\n",
        }
        windows = "a: 200,000 (context_window), b: 262,144 (context_window), c: unknown (context_window)"
        told = f"that it is b cannot be said: {windows}"
        assert said(tmp_path, "", **files) == line("expect.larger_context", told, 19)

    @pytest.mark.parametrize("state", ["undisclosed", "n/a", "unknown"])
    def test_what_nobody_says_is_not_called_a_lack(self, tmp_path, state):
        a = {**A, "capabilities": f"{{vision: {state}}}"}
        assert "a is not known to have vision: " in said(tmp_path, "has: {a: vision}", a=a)


def test_claims_hold_at_the_workload_they_are_asked_at(tmp_path):
    b = {**B, "routes": "[{provider: globex, price: {input: 0.50, output: 9}}]"}
    files = {"catalog.yml": "workloads: {reading: {name: R, requests: 1000, input_tokens: 1000, output_tokens: 0}}\n"}
    assert said(tmp_path, "cheapest: a", b=b) == ""
    assert "it is b; a: $1 (" in said(tmp_path, "cheapest: a", b=b, workload="reading", **files)


class TestOverall:
    def test_the_choice_is_told_with_its_heaviest_reasons(self, tmp_path):
        b = {**B, "context_window": "262144", "capabilities": "{}", "max_output": "unknown"}
        found = said(tmp_path, "overall: a", b=b, **NO_FLOOR)
        assert found == line(
            "expect.overall",
            "it is not a: the choice is b; "
            "price: a: $2,050 (routes.acme.price.input 1.00, routes.acme.price.output 5.00), "
            "b: $900 (routes.globex.price.input 0.50, routes.globex.price.output 2); "
            "context_window: a: 200,000 (context_window), b: 262,144 (context_window)",
            12,
        )
        assert said(tmp_path, "overall: bee", b=b, **NO_FLOOR) == ""

    def test_a_withheld_verdict_names_the_heaviest_that_is_missing(self, tmp_path):
        found = said(tmp_path, "overall: a", b={})
        assert found.startswith("data/comparisons/x.yml:3:12: expect.overall: it is not a: the verdict is withheld; ")
        assert (
            "price: a: $2,050 (routes.acme.price.input 1.00, routes.acme.price.output 5.00), b: unknown (routes)"
            in found
        )
        assert "; and " in found

    def test_one_that_is_too_close_is_told_by_weight(self, tmp_path):
        assert said(tmp_path, "overall: a", a={"license": "mit"}, b={"license": "mit"}, **NO_FLOOR) == line(
            "expect.overall",
            "it is not a: it is too close to call, by weight 0 for a and 0 for b; no signal is decided",
            12,
        )

    def test_shared_benchmarks_are_counted(self, tmp_path):
        a, b = ({**A, "benchmarks": f"[{{benchmark: exam, score: {score}}}]"} for score in (50, 60))
        assert "benchmarks: a: ahead in 0 of 1 shared (benchmarks), b: ahead in 1 of 1 shared (benchmarks)" in said(
            tmp_path, "overall: a", a=a, b=b, **NO_FLOOR
        )


class TestUseCases:
    def test_the_signal_that_decides_is_told(self, tmp_path):
        found = said(tmp_path, "lowest-cost: a")
        assert found.startswith(
            "data/comparisons/x.yml:3:16: expect.lowest-cost: it is not a: the choice is b; price: a: $2,050 ("
        )

    def test_a_must_have_that_removes_the_claimed_is_told(self, tmp_path):
        a = {**A, "capabilities": "{function_calling: no}"}
        found = said(tmp_path, "coding: a", a=a)
        assert "it is not a: the choice is b; a lacks function_calling: no (capabilities.function_calling)" in found

    def test_a_must_have_that_nobody_looked_up_is_told(self, tmp_path):
        a = {**A, "capabilities": "{}"}
        found = said(tmp_path, "coding: a", a=a)
        told = "whether a has function_calling: unknown (capabilities.function_calling)"
        assert f"that it is a cannot be said: {told}" in found

    def test_none_that_has_what_it_takes_is_said(self, tmp_path):
        none = "{function_calling: no}"
        found = said(tmp_path, "coding: a", a={**A, "capabilities": none}, b={**B, "capabilities": none})
        assert found.startswith(
            "data/comparisons/x.yml:3:11: expect.coding: it is not a: none of them has what it takes; a lacks "
        )

    def test_no_difference_is_said(self, tmp_path):
        assert said(tmp_path, "lowest-cost: a", b=A) == line(
            "expect.lowest-cost", "it is not a: there is no difference", 16
        )


class TestHas:
    def test_each_capability_that_is_lacking_is_told_at_its_model(self, tmp_path):
        assert said(tmp_path, "has: {a: [vision, code_execution], bee: [code_execution, reasoning]}") == "\n".join(
            (
                line("expect.has.a", "a does not have vision: no (capabilities.vision)", 9),
                line("expect.has.b", "b does not have code_execution: no (capabilities.code_execution)", 38),
                line("expect.has.b", "b is not known to have reasoning: unknown (capabilities.reasoning)", 38),
            )
        )
