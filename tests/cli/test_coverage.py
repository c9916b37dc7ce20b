"""`coverage`: what is known, and what to look up next."""

import json
from importlib import import_module

from mkdocs_model_compare.rendering.exporting.coverage import coverage_schema
from tests.catalog.folders import write
from tests.cli.running import run

VALIDATOR = import_module("jsonschema").Draft202012Validator(coverage_schema())
FILES = {
    "catalog.yml": "signals: {price: 3, openness: 3, commercial_use: 2}\n",
    "models/a.yml": "name: A\ndeveloper: Lab\nlicense: mit\nparameters: undisclosed\ncapabilities: {vision: no}\n",
    "models/b.yml": "name: B\ndeveloper: Lab\nmax_output: n/a\nroutes: [{provider: acme}]\n",
    "models/c.yml": "name: C\ndeveloper: Lab\nstatus: retired\n",
}


def told(tmp_path):
    result = run("coverage", "--format", "json", "--catalog", str(write(tmp_path, FILES)))
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    VALIDATOR.validate(found)
    return found


def test_the_heaviest_missing_facts_come_first_each_once(tmp_path):
    found = [(one["path"], one["weight"], one["models"]) for one in told(tmp_path)["missing"]]
    # Openness and commercial use are looked up with the licence.
    assert found[0] == ("license", "5", ["b"])
    assert found[1] == ("routes[].price", "3", ["a", "b"])
    assert [weight for _, weight, _ in found] == sorted((weight for _, weight, _ in found), key=float, reverse=True)


def test_a_retired_model_is_nothing_to_work_on(tmp_path):
    found = told(tmp_path)
    assert all("c" not in one["models"] for one in found["missing"])
    assert "c" in [one["id"] for one in found["models"]]


def test_every_state_is_counted_apart_and_only_unknown_is_missing(tmp_path):
    found = told(tmp_path)
    facts = {
        one["key"]: {state: one[state] for state in ("known", "no", "undisclosed", "na", "unknown")}
        for one in found["facts"]
    }
    assert facts["vision"] == {"known": 0, "no": 1, "undisclosed": 0, "na": 0, "unknown": 2}
    assert facts["parameters"] == {"known": 0, "no": 0, "undisclosed": 1, "na": 0, "unknown": 2}
    assert facts["max_output"] == {"known": 0, "no": 0, "undisclosed": 0, "na": 1, "unknown": 2}
    assert {one["path"]: one["models"] for one in found["missing"]}["parameters"] == ["b"]


def test_the_counts_of_a_model_and_of_a_fact_agree(tmp_path):
    found = told(tmp_path)
    for fact in found["facts"]:
        assert fact["unknown"] == sum(one["states"][fact["key"]] == "unknown" for one in found["models"])
    for model in found["models"]:
        assert model["answered"] == sum(state != "unknown" for state in model["states"].values())


def test_the_json_has_every_field_of_its_schema_and_no_other(tmp_path):
    found, schema = told(tmp_path), coverage_schema()
    assert list(found) == list(schema["properties"])
    for name, shape in (("missing", "missing_fact"), ("facts", "fact_coverage"), ("models", "model_coverage")):
        assert {tuple(one) for one in found[name]} == {tuple(schema["$defs"][shape]["properties"])}


def test_text_and_markdown_say_the_same(tmp_path):
    folder = str(write(tmp_path, FILES))
    text = run("coverage", "--catalog", folder).stdout
    assert text.startswith("Coverage of the catalog\n-----------------------\n\n3 models: ")
    assert "1.  license (weight 5): 1 model: b\n" in text
    assert "1. `license` (weight 5): 1 model: b\n" in run("coverage", "--catalog", folder, "--format", "md").stdout


def test_a_catalog_with_problems_ends_with_1(tmp_path):
    result = run("coverage", "--catalog", str(write(tmp_path, {"models/a.yml": "name: A\n"})))
    assert (result.exit_code, result.stdout) == (1, "")
