"""The schema for editors and the rows of the reference page say what the reader accepts."""

import json
import subprocess
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from mkdocs_model_compare.catalog.json_schema import editor_line, fields, schemas
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.outline import ROOTS
from mkdocs_model_compare.catalog.reading import read_document
from mkdocs_model_compare.catalog.validating import validate
from tests.catalog.folders import TODAY

SCHEMAS = schemas()
# Imported by name, as it comes without types.
Validator = import_module("jsonschema").Draft202012Validator
# The files that the contract of the catalog gives as examples, with what they refer to.
EXAMPLES = Path(__file__).parent / "examples"
KINDS = {"models": "model", "comparisons": "comparison"}
FILES = [
    pytest.param(path, KINDS.get(path.parent.name, path.stem), id=str(path.relative_to(EXAMPLES)))
    for path in sorted(EXAMPLES.rglob("*.yml"))
]


class EditorLoader(yaml.SafeLoader):
    """Reads as editors do: dates stay text, and yes and no may."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[1] not in ("timestamp", "bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(kind, text):
    data = yaml.load(text, EditorLoader)  # noqa: S506
    return [error.message for error in Validator(SCHEMAS[kind]).iter_errors(data)]


def test_the_examples_of_the_contract_load():
    catalog = CatalogReader(EXAMPLES).read(TODAY)
    assert catalog.find("claude-haiku-4-5-20251001") is catalog.models["claude-haiku-4.5"]


def test_there_is_a_schema_for_every_kind_of_file():
    assert list(SCHEMAS) == ["model", "providers", "licenses", "benchmarks", "catalog", "comparison"]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_valid_and_says_what_it_is_for(kind):
    Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[kind]["title"]


@pytest.mark.parametrize(("path", "kind"), FILES)
def test_a_schema_accepts_the_examples_of_the_contract(path, kind):
    assert faults(kind, path.read_text(encoding="utf-8")) == []


def test_the_schema_of_settings_accepts_the_shipped_ones():
    shipped = files("mkdocs_model_compare.catalog").joinpath("default.yml").read_text(encoding="utf-8")
    assert faults("catalog", shipped) == []


@pytest.mark.parametrize(
    "line",
    [
        "released: 2025",
        "released: 2025-10",
        "released: 2025-10-15",
        "released: {value: 2025-10, source: card, note: about, retrieved: 2026-11-22}",
        "released: undisclosed",
        "context_window: 200000",
        "context_window: {value: n/a}",
        "context_window:",
        "parameters: 12B",
        "parameters: 12000000",
        "parameters: {total: 30B, active: 3B}",
        "parameters: {value: {total: 30B}, source: card}",
        "capabilities: {vision: yes, reasoning: {value: no}, tool_use: unknown, computer_use: true}",
        "modalities: {value: {input: [text], output: [text]}}",
        "routes: [{provider: acme, price: {input: 0, output: {value: 1.5, note: list}}}]",
        "routes: [{provider: acme, price: unknown, variants: [{when: {region: us}, price: {input: 1}}]}]",
        "benchmarks: [{benchmark: exam, score: {value: 5, source: card}}]",
    ],
)
def test_the_schema_of_models_accepts_what_the_reader_accepts(line):
    text = f"name: A\ndeveloper: Lab\n{line}\n"
    assert validate("model", read_document(text.encode()).data or {}).findings == []
    assert faults("model", text) == []


@pytest.mark.parametrize(
    "line",
    [
        "contxt_window: 5",
        "released: October",
        "context_window: '5'",
        "context_window: 0",
        "context_window: {source: card}",
        "context_window: {value: 5, sorce: card}",
        "parameters: lots",
        "capabilities: {vision: maybe}",
        "status: retird",
        "routes: [{price: {input: 1}}]",
        "routes: [{provider: acme, price: {input: -1}}]",
        "routes: [{provider: acme, variants: [{price: {input: 1}}]}]",
        "sources: {card: {url: 'ftp://example.org'}}",
        "developer: 5",
    ],
)
def test_the_schema_of_models_refuses_what_the_reader_refuses(line):
    text = "name: A\n" + ("" if line.startswith("developer") else "developer: Lab\n") + f"{line}\n"
    assert validate("model", read_document(text.encode()).data or {}).findings
    assert faults("model", text)


def test_the_reference_names_every_key_with_its_type_example_and_description():
    rows = {row.path: row for row in fields("model")}
    assert rows["context_window"].type == "a whole number of tokens, 1 or more; a fact"
    assert rows["context_window"].example == "200000"
    assert rows["context_window"].description == "How many tokens one request and its answer may hold together."
    assert [path for path, row in rows.items() if row.required and "[" not in path and "." not in path] == [
        "name",
        "developer",
    ]
    assert rows["routes[].price.input"].example == "1.00"
    assert rows["sources.<id>.url"].required is False


@pytest.mark.parametrize("kind", ROOTS)
def test_every_key_is_documented_with_an_example(kind):
    for row in fields(kind):
        assert row.description, row.path
        assert row.example, row.path


def properties(schema, path=""):
    """Every key that a schema describes, whatever it is nested in: its path and what is said of it."""
    for name, inner in schema.get("properties", {}).items():
        yield f"{path}.{name}", inner
        yield from properties(inner, f"{path}.{name}")
    nested = [*schema.get("anyOf", []), schema.get("items"), schema.get("additionalProperties")]
    for inner in nested:
        if isinstance(inner, dict):
            yield from properties(inner, path)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_an_editor_shows_what_every_key_means_with_an_example_that_is_right(kind):
    found = list(properties(SCHEMAS[kind]))
    assert found
    for path, said in found:
        assert said["description"].endswith("."), path
        assert said["examples"], path
        for example in said["examples"]:
            assert [error.message for error in Validator(said).iter_errors(example)] == [], path


@pytest.mark.parametrize(
    ("kind", "path", "unit"),
    [
        ("model", ".context_window", "a whole number of tokens, 1 or more"),
        ("model", ".context_window.value", "a whole number of tokens, 1 or more"),
        ("model", ".max_output", "a whole number of tokens, 1 or more"),
        ("model", ".parameters", "a count of parameters, such as 12B, 1.5B, 270M or a whole number"),
        ("model", ".released", "a date: 2025, 2025-10 or 2025-10-15"),
        ("model", ".routes.price.input", "a price per 1,000,000 tokens, 0 or more"),
        ("model", ".routes.history.price.output", "a price per 1,000,000 tokens, 0 or more"),
        ("model", ".routes.price.currency", "a currency such as USD or EUR"),
        ("catalog", ".workloads.requests", "a whole number of requests per month"),
        ("catalog", ".workloads.cached", "a share from 0 to 1"),
        ("catalog", ".verdict.margin", "a share from 0 to 1"),
    ],
)
def test_an_editor_shows_the_unit(kind, path, unit):
    told = [said["description"] for where, said in properties(SCHEMAS[kind]) if where == path]
    assert told
    assert all(text.endswith(f" Expected: {unit}.") for text in told)


@pytest.mark.parametrize(("path", "kind"), FILES)
def test_check_jsonschema_accepts_the_examples_by_the_published_schema(path, kind, tmp_path):
    """The program that pre-commit and workflows run, reading YAML in its own way."""
    schema = tmp_path / f"{kind}.json"
    schema.write_text(json.dumps(SCHEMAS[kind]), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "ok -- validation done\n")


@pytest.mark.parametrize("kind", ROOTS)
def test_the_top_keys_of_the_reference_are_those_of_the_schema(kind):
    top = [row.path for row in fields(kind) if "." not in row.path.replace("<id>.", "") and "[" not in row.path]
    schema = SCHEMAS[kind].get("properties") or SCHEMAS[kind]["additionalProperties"]["properties"]
    assert [path.removeprefix("<id>.") for path in top] == list(schema)


def test_the_line_for_editors_leads_to_the_schema_that_the_documentation_publishes():
    root = Path(__file__).parents[2]
    site = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8").split("markdown_extensions")[0])["site_url"]
    for kind in schemas():
        start, _, path = editor_line(kind).partition(site)
        assert start == "# yaml-language-server: $schema="
        assert json.loads((root / "docs" / path).read_text("utf-8"))["$id"] == f"{site}{path}"
