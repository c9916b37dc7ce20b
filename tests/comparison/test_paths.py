"""Every path of a model's file leads to its value, in the state that the file gives it."""

import pytest

from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.paths import value_at
from tests.catalog.folders import read

FILES = {
    "providers.yml": "cloud: {name: Cloud}\nbank: {name: Bank}\n",
    "benchmarks.yml": "exam: {name: Exam, unit: percent}\nmaze: {name: Maze, unit: score}\n",
    "models/a.yml": """
name: A
developer: Acme
aliases: [acme/a, a-1]
parameters: {total: 30B, active: 3B}
fit: [rag, coding]
routes:
  - provider: cloud
    region: eu
    context_window: 16384
    price: {input: 1, output: 2, currency: EUR}
    variants: [{when: {context_over: 200000, mode: batch, region: [eu, us]}, price: {output: 3}}]
    history: [{until: 2025-10, price: {input: 4}}]
    source: list
  - {provider: bank, billing: credits}
benchmarks:
  - {benchmark: exam, variant: short, score: 7}
  - {benchmark: exam, variant: long, score: 8.5, interval: [8, 9.5], reported_by: Acme, date: 2025-12}
sources: {list: {url: https://example.org/list, retrieved: 2026-01-02}}
reviewed: 2026-01-02
""",
    "models/b.yml": "name: B\ndeveloper: Acme\nparameters: undisclosed\n",
    "models/c.yml": "name: C\ndeveloper: Acme\nparameters: 7B\n",
}


@pytest.mark.parametrize(
    ("model", "path", "state", "text", "machine"),
    [
        ("a", "aliases", "known", "acme/a, a-1", "acme/a, a-1"),
        ("b", "aliases", "unknown", "", None),
        ("a", "fit", "known", "RAG, Coding", "rag coding"),
        ("a", "reviewed", "known", "2026-01-02", "2026-01-02"),
        ("b", "reviewed", "unknown", "", None),
        ("a", "parameters.total", "known", "30B", "30000000000"),
        ("a", "parameters.active", "known", "3B", "3000000000"),
        ("b", "parameters.total", "undisclosed", "", None),
        ("b", "parameters.active", "undisclosed", "", None),
        ("c", "parameters.active", "unknown", "", None),
        ("a", "routes.cloud.price.output", "known", "€2", "2"),
        ("a", "routes.cloud.eu.price.currency", "known", "EUR", "EUR"),
        ("a", "routes.cloud.price.cached_input", "unknown", "", None),
        ("a", "routes.bank.price.output", "na", "", None),
        ("a", "routes.cloud.context_window", "known", "16k", "16384"),
        ("a", "routes.bank.context_window", "unknown", "", None),
        ("a", "routes.cloud.variants.0.when.context_over", "known", "200k", "200000"),
        ("a", "routes.cloud.variants.0.when.mode", "known", "batch", "batch"),
        ("a", "routes.cloud.variants.0.when.region", "known", "eu, us", "eu, us"),
        ("a", "routes.cloud.variants.0.price.output", "known", "€3", "3"),
        ("a", "routes.cloud.history.0.until", "known", "2025-10", "2025-10"),
        ("a", "routes.cloud.history.0.price.input", "known", "€4", "4"),
        ("a", "benchmarks.exam", "known", "7%", "7"),
        ("a", "benchmarks.exam.long", "known", "8.5%", "8.5"),
        ("a", "benchmarks.exam.score", "known", "7%", "7"),
        ("a", "benchmarks.exam.long.interval", "known", "8% to 9.5%", "8% to 9.5%"),
        ("a", "benchmarks.exam.interval", "unknown", "", None),
        ("a", "benchmarks.exam.variant", "known", "short", "short"),
        ("a", "benchmarks.exam.long.reported_by", "known", "Acme", "Acme"),
        ("a", "benchmarks.exam.long.date", "known", "2025-12", "2025-12"),
        ("a", "benchmarks.maze", "unknown", "", None),
        ("a", "benchmarks.maze.score", "unknown", "", None),
    ],
)
def test_a_path_leads_to_its_value(tmp_path, model, path, state, text, machine):
    catalog = read(tmp_path, FILES)
    held = catalog.models[model]
    comparison = Comparison((held,), catalog.settings, catalog.settings.workloads["default"])
    value = value_at(comparison, held, path, catalog.benchmarks)
    assert (value.key, value.state, value.text, value.machine) == (path, State(state), text, machine)


def test_a_path_that_leads_nowhere_brings_the_nearest(tmp_path):
    catalog = read(tmp_path, FILES)
    held = catalog.models["a"]
    comparison = Comparison((held,), catalog.settings, catalog.settings.workloads["default"])
    with pytest.raises(LookupError, match=r'^A has no "benchmarks\.mase"; did you mean "benchmarks\.maze"\?$'):
        value_at(comparison, held, "benchmarks.mase", catalog.benchmarks)
    with pytest.raises(
        LookupError, match=r'^A has no "x"; write what leads to it in the model\'s file, such as context'
    ):
        value_at(comparison, held, "x", catalog.benchmarks)


@pytest.mark.parametrize("path", ["routes.cloud", "routes.cloud.region", "routes.cloud.variants.0.when.mode"])
def test_what_is_part_of_a_route_has_the_routes_source(tmp_path, path):
    catalog = read(tmp_path, FILES)
    held = catalog.models["a"]
    comparison = Comparison((held,), catalog.settings, catalog.settings.workloads["default"])
    assert [fact.source for fact in value_at(comparison, held, path).facts] == [held.sources["list"]]
