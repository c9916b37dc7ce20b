"""The exported JSON: what a program can rely on."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.rendering.exporting import COMPARISON, export_schema, exported
from mkdocs_model_compare.rendering.exporting.shapes import definitions
from mkdocs_model_compare.rendering.renderer import SECTIONS
from tests.docs.made import ROOT
from tests.rendering.golden import TODAY, golden_catalog
from tests.rendering.test_catalog_strings import EVIL
from tests.rendering.test_catalog_strings import write as write_evil

NAMES = tuple(name for name in SECTIONS if name != "related")
# Every kind of statement that the golden catalog has none of.
RICH = {
    "providers.yml": "acme: {name: Acme}\nglobex: {name: Globex}\n",
    "licenses.yml": "mit: {name: MIT, openness: open-source, commercial_use: permitted}\n",
    "benchmarks.yml": "exam: {name: Exam, unit: percent}\narena: {name: Arena, unit: elo}\n",
    "models/a.yml": """
name: A
developer: Lab
status: deprecated
retires: 2026-12
successor: b
context_window: 200000
max_output: 8000
parameters: {total: 30B, active: 3B}
license: mit
modalities: {input: [text, image], output: [text]}
capabilities: {vision: yes, reasoning: undisclosed, code_execution: no}
routes:
  - provider: acme
    region: eu
    price: {input: 0.10, output: 1, cached_input: 0.01}
    variants:
      - {when: {mode: batch}, price: {input: 0.05}}
      - {when: {context_over: 100000, region: [us]}, price: {output: 3}}
benchmarks:
  - {benchmark: exam, score: 73.30, interval: [71, 75.5], reported_by: Lab, date: 2026-01, source: card}
  - {benchmark: arena, score: 1200}
sources: {card: {url: "https://example.org/card", retrieved: 2026-06-01, note: page 3}, us: {editorial: true}}
provenance: {capabilities: us, routes: card}
reviewed: 2025-01-01
""",
    "models/b.yml": """
name: B
developer: Lab
context_window: 1048576
capabilities: {vision: {value: yes, note: stills, source: card}, reasoning: n/a}
routes: [{provider: acme, price: {input: 0.2, output: 0.4}}, {provider: globex, billing: credits}]
benchmarks: [{benchmark: exam, score: 50, variant: null}, {benchmark: exam, score: 9, variant: hard}]
sources: {card: {url: "https://example.org/b", title: "B's card"}}
""",
    "models/c.yml": "name: C\ndeveloper: Other\n",
    "comparisons/both.yml": "models: [a, b]\nnote: '**A** <b>'\nfaq: [{question: Why?, answer: 'So *be* it'}]\n",
}


def rich(folder: Path) -> Catalog:
    for name, text in RICH.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load_catalog(folder, TODAY)


def export(catalog: Catalog, *models: str, names: tuple[str, ...] = NAMES) -> dict[str, Any]:
    chosen = tuple(catalog.models[model] for model in models)
    comparison = Comparison(chosen, catalog.settings, catalog.settings.workloads["default"])
    return exported(catalog, comparison, names, TODAY, 180)


def parts(held: Any) -> Iterator[Any]:
    yield held
    for inner in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from parts(inner)


def facts(held: Any) -> list[dict[str, Any]]:
    return [fact for part in parts(held) if isinstance(part, dict) for fact in part.get("facts", ())]


@pytest.fixture(scope="module")
def several(tmp_path_factory) -> list[dict[str, Any]]:
    catalog = rich(tmp_path_factory.mktemp("rich"))
    evil = load_catalog(write_evil(tmp_path_factory.mktemp("evil")), TODAY)
    golden = golden_catalog()
    return [
        export(golden, *golden.models),
        export(catalog, "a", "b"),
        export(catalog, "c", "b", "a"),
        export(catalog, "a", "c", names=("specs",)),
        export(evil, *evil.models),
    ]


def test_every_export_is_valid_against_the_published_schema(several, tmp_path):
    for number, one in enumerate(several):
        (tmp_path / f"{number}.json").write_text(json.dumps(one), encoding="utf-8")
    schema = ROOT / "docs" / "schema" / "show.json"
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--schemafile",
        str(schema),
        *map(str, tmp_path.glob("*.json")),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_every_shape_of_the_format_is_met_in_these_tests(several):
    """So that the schema is tried on all of it: each list and each mapping that can be null is once filled."""
    found = {tuple(part) for one in several for part in parts(one) if isinstance(part, dict)}
    shapes = {name: tuple(one.name for one in shape.fields) for name, shape in definitions(COMPARISON).items()}
    unmet = {name for name, fields in shapes.items() if fields not in found} - {"comparison", "sections"}
    assert unmet == set()


def test_the_sections_are_those_asked_for(several):
    assert list(several[1]["sections"]) == list(NAMES)
    assert list(several[3]["sections"]) == ["specs"]


def test_a_fact_has_its_path_state_value_and_source(several):
    held = several[1]
    vision = [fact for fact in facts(held) if fact["path"] == "capabilities.vision" and fact["note"] == "stills"]
    number = vision[0]["source"]
    assert vision[0] == {
        "path": "capabilities.vision",
        "state": "known",
        "value": "yes",
        "source": number,
        "note": "stills",
        "retrieved": None,
    }
    assert held["sources"][number - 1] == {
        "number": number,
        "url": "https://example.org/b",
        "title": "B's card",
        "retrieved": None,
        "note": None,
        "editorial": False,
    }


def test_every_number_of_a_source_is_in_the_list_and_every_source_is_named(several):
    for one in several:
        named = {fact["source"] for fact in facts(one)} - {None}
        assert named == {source["number"] for source in one["sources"]}
        assert [source["number"] for source in one["sources"]] == list(range(1, len(one["sources"]) + 1))


def test_all_five_states_are_told_apart(several):
    specs = {(cell["key"], cell["model"]): cell for row in _rows(several[1], "capabilities") for cell in row["cells"]}
    told = {key: (specs[key]["state"], specs[key]["value"], specs[key]["text"]) for key in specs}
    assert told["vision", "a"] == (State.KNOWN, "yes", "Yes")
    assert told["code_execution", "a"] == (State.NO, "no", "No")
    assert told["tool_use", "a"] == (State.UNKNOWN, None, None)
    assert told["reasoning", "a"] == (State.UNDISCLOSED, None, None)
    assert told["reasoning", "b"] == (State.NOT_APPLICABLE, None, None)


def _rows(held: dict[str, Any], section: str) -> list[dict[str, Any]]:
    return held["sections"][section]["rows"]


@pytest.mark.parametrize(
    ("section", "key", "value", "text"),
    [
        ("specs", "context_window", "200000", "200k"),
        ("specs", "parameters", "30000000000", "30B, 3B active"),
        ("specs", "license", "mit", "MIT"),
        ("specs", "modalities", "text image > text", "text, image in; text out"),
        ("specs", "status", "deprecated", "Deprecated"),
        ("pricing", "input_price", "0.1", "$0.10"),
        ("pricing", "batch_input_price", "0.05", "$0.05"),
        ("monthly_cost", "monthly_cost", "330", "$330"),
    ],
)
def test_a_value_is_given_for_programs_and_as_printed(several, section, key, value, text):
    (row,) = (row for row in _rows(several[1], section) if row["key"] == key)
    assert (row["cells"][0]["value"], row["cells"][0]["text"]) == (value, text)


def test_numbers_with_a_point_are_text_and_no_others_are(several):
    for one in several:
        assert not [part for part in parts(one) if isinstance(part, float)]
    reasons = several[1]["sections"]["verdict"]["reasons"]
    assert all(Decimal(reason["weight"]) > 0 for reason in reasons)
    (scores,) = several[1]["sections"]["benchmarks"]["shared"]
    assert scores["scores"][0]["interval"] == ["71", "75.5"]
    assert scores["scores"][0]["date"] == "2026-01"


def test_the_verdict_says_who_by_how_much_and_what_would_turn_it(several):
    held = several[0]["sections"]["verdict"]
    assert (held["outcome"], held["choice"], held["decided"], held["signals"]) == ("choice", "gemma-4-12b-it", 17, 20)
    assert held["duels"] == [
        {
            "first": "claude-haiku-4.5",
            "second": "gemma-4-12b-it",
            "first_weight": "5",
            "second_weight": "10",
            "decided_weight": "25",
            "whole_weight": "32",
            "outcome": "choice",
            "choice": "gemma-4-12b-it",
        }
    ]
    flip = held["flip"]
    assert (flip["key"], flip["model"], flip["change"], flip["bound"]["value"], flip["outcome"]) == (
        "context_window",
        "claude-haiku-4.5",
        "above",
        "262144",
        "close",
    )
    (coding,) = (one for one in held["use_cases"] if one["id"] == "coding")
    assert (coding["answer"], coding["choice"], coding["deciding"]["signal"]) == (
        "choice",
        "claude-haiku-4.5",
        "code_execution",
    )
    missing = {reason["signal"]: reason["missing"] for reason in held["reasons"] if reason["open"]}
    assert missing["price"] == ["gemma-4-12b-it"]


def test_a_model_on_its_way_out_is_said_to_be(several):
    assert several[1]["sections"]["verdict"]["cautions"] == [
        {"model": "a", "status": "deprecated", "retires": "2026-12", "successor": "b"}
    ]


def test_curators_words_are_given_as_they_wrote_them(several):
    sections = several[1]["sections"]
    assert sections["verdict"]["note"] == "**A** <b>"
    assert (sections["faq"]["questions"][-1]["question"], sections["faq"]["questions"][-1]["answer"]) == (
        "Why?",
        "So *be* it",
    )


def test_there_is_no_html_but_what_a_curator_wrote(several):
    markup = re.compile(r"</?[a-z]|&[a-z#0-9]+;|mc-")
    for one in several[:1] + several[2:4]:
        assert not [part for part in parts(one) if isinstance(part, str) and markup.search(part)]
    evil = [part for part in parts(several[4]) if isinstance(part, str) and markup.search(part)]
    assert evil
    assert all(EVIL.casefold() in part.casefold() for part in evil)


def test_the_order_of_keys_is_that_of_the_schema(several):
    schema = export_schema()
    assert list(several[0]) == list(schema["properties"])
    assert list(several[0]["models"][0]) == list(schema["$defs"]["model"]["properties"])
    assert json.dumps(several[0]) == json.dumps(export(golden_catalog(), *golden_catalog().models))
