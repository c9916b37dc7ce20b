from datetime import date

import pytest

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.staleness import stale, stale_before, stale_problems
from tests.catalog.folders import TODAY, read_model, write

LIMIT = date(2026, 6, 1)
SOURCES = """\
sources:
  old: {url: "https://a.example", retrieved: 2026-01-02}
  new: {url: "https://b.example", retrieved: 2026-11-01}"""


def problems(folder, *lines, stale_after=180):
    text = "\n".join(("name: A", "developer: Lab", *lines, ""))
    reader = CatalogReader(write(folder, {"models/a.yml": text}), shown_as="data")
    models = reader.read(TODAY).models.values()
    return "\n".join(str(one) for one in stale_problems(models, TODAY, stale_after, reader.locate))


class TestTheLastLook:
    def test_is_that_of_the_source(self, tmp_path):
        model = read_model(
            tmp_path, "context_window: 8", "max_output: {value: 4, source: new}", SOURCES, "provenance: {default: old}"
        )
        assert stale(model, LIMIT) == {"context_window": date(2026, 1, 2)}

    def test_is_the_facts_own_before_its_sources(self, tmp_path):
        model = read_model(tmp_path, "context_window: {value: 8, source: new, retrieved: 2026-02-03}", SOURCES)
        assert stale(model, LIMIT) == {"context_window": date(2026, 2, 3)}

    def test_is_the_review_where_that_is_later(self, tmp_path):
        lines = ("context_window: {value: 8, source: old}", SOURCES)
        assert stale(read_model(tmp_path, *lines, "reviewed: 2026-06-01"), LIMIT) == {}
        assert stale(read_model(tmp_path, *lines, "reviewed: 2026-05-31"), LIMIT) == {
            "context_window": date(2026, 5, 31)
        }

    def test_is_the_source_where_the_review_is_older(self, tmp_path):
        assert (
            stale(
                read_model(tmp_path, "context_window: {value: 8, source: new}", SOURCES, "reviewed: 2025-01-01"), LIMIT
            )
            == {}
        )

    def test_is_none_without_any_date(self, tmp_path):
        assert stale(read_model(tmp_path, "context_window: 8", "capabilities: {vision: no}"), LIMIT) == {}


def test_what_nobody_looked_up_is_never_stale(tmp_path):
    model = read_model(tmp_path, "max_output: unknown", "capabilities: {vision: unknown}", "reviewed: 2025-01-01")
    assert stale(model, LIMIT) == {}


def test_every_state_but_unknown_ages(tmp_path):
    model = read_model(
        tmp_path,
        "parameters: undisclosed",
        "knowledge_cutoff: n/a",
        "status: legacy",
        "capabilities: {vision: no, reasoning: yes}",
        "license: mit",
        "routes:",
        "- {provider: acme, price: {input: 1, output: 2}, variants: [{when: {mode: batch}, price: {input: 0.5}}]}",
        "- {provider: globex, billing: credits}",
        "benchmarks: [{benchmark: exam, score: 5}]",
        "reviewed: 2025-01-01",
    )
    assert list(stale(model, LIMIT)) == [
        "status",
        "parameters",
        "license",
        "knowledge_cutoff",
        "capabilities.vision",
        "capabilities.reasoning",
        "routes.acme.price.input",
        "routes.acme.price.output",
        "routes.acme.variants.0.price.input",
        "routes.globex",
        "benchmarks.exam",
    ]


@pytest.mark.parametrize(
    ("stale_after", "limit"),
    [(0, None), (1, date(2026, 11, 21)), (180, date(2026, 5, 26)), (10_000_000, date(1, 1, 1))],
)
def test_the_limit_is_so_many_days_before_today(stale_after, limit):
    assert stale_before(TODAY, stale_after) == limit


def test_a_fact_of_just_so_many_days_ago_is_fresh(tmp_path):
    assert problems(tmp_path, "context_window: 8", "reviewed: 2026-05-26") == ""
    assert problems(tmp_path, "context_window: 8", "reviewed: 2026-05-25") == (
        "data/models/a.yml:4:11: reviewed: 1 fact was last looked at more than 180 days ago, on 2026-05-25: "
        "context_window; expected a later look; compare it with its source, and write today's date as reviewed"
    )


def test_nothing_goes_stale_after_0_days(tmp_path):
    assert problems(tmp_path, "context_window: 8", "reviewed: 1999-01-01", stale_after=0) == ""


def test_a_model_without_a_review_is_named_at_its_name(tmp_path):
    assert problems(
        tmp_path, "context_window: {value: 8, source: old}", "max_output: {value: 4, source: new}", SOURCES
    ) == (
        "data/models/a.yml:1:7: reviewed: 1 fact was last looked at more than 180 days ago, on 2026-01-02: "
        "context_window; expected a later look; compare it with its source, and write today's date as reviewed"
    )


def test_many_facts_are_counted_by_what_they_belong_to(tmp_path):
    found = problems(
        tmp_path,
        "released: 2024",
        "context_window: 8",
        "max_output: {value: 4, retrieved: 2026-01-01}",
        "parameters: 12B",
        "capabilities: {vision: yes, reasoning: no}",
        "routes:",
        "- {provider: acme, price: {input: 1, output: 2}, variants: [{when: {mode: batch}, price: {input: 0.5}}]}",
        "- {provider: acme, price: {input: 1, output: 2}}",
        "- {provider: globex, price: {input: 1}}",
        "benchmarks: [{benchmark: exam, score: 5}, {benchmark: arena, score: 5}]",
        "reviewed: 2025-01-01",
    )
    assert found == (
        "data/models/a.yml:13:11: reviewed: 14 facts were last looked at more than 180 days ago, the oldest on "
        "2025-01-01: released, context_window, max_output, parameters, capabilities (2), routes.acme (3) and 5 more; "
        "expected a later look; compare them with their sources, and write today's date as reviewed"
    )
