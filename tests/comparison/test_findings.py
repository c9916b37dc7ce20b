"""Claims, doubts, recommended models that go, and stale facts come as one list, each answered in its own file."""

from datetime import date

import pytest

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.comparison.findings import findings
from mkdocs_model_compare.comparison.recommending import Compared
from tests.catalog.folders import TODAY, write

ANY_FLOOR = {"catalog.yml": "verdict: {floor: 0}\nsignals: {status: 0}\n"}
SETS = {"comparisons/x.yml": "models: [a, b]\n"}


def found(folder, files, *, today=TODAY, stale_after=0, pages=()):
    reader = CatalogReader(write(folder, {**ANY_FLOOR, **files}), shown_as="data")
    catalog = reader.read(TODAY)
    workload = catalog.settings.workloads["default"]
    compared = [Compared(models=models, workload=workload, where=where) for where, models in pages]
    told = findings(catalog, reader.locate, workload=workload, today=today, stale_after=stale_after, compared=compared)
    return [f"{one.level}: {one}" for one in told]


def wins(*lines):
    """Model a, which is the choice over b by its larger window."""
    return {
        "models/a.yml": "\n".join(("name: A", "developer: Lab", "context_window: 9000", *lines, "")),
        "models/b.yml": "name: B\ndeveloper: Lab\ncontext_window: 8000\n",
    }


class TestRecommended:
    def test_a_retired_choice_of_a_comparison_is_doubted_at_its_status(self, tmp_path):
        assert found(tmp_path, {**wins("status: retired"), **SETS}) == [
            (
                "error: data/models/a.yml:4:9: status: a is retired, and it is the overall choice of "
                "data/comparisons/x.yml; expected a model that stays; compare another instead, or say why it is right "
                "under acknowledged, as retired-choice"
            )
        ]

    def test_one_that_retires_soon_is_doubted_at_that_day_and_its_successor_named(self, tmp_path):
        files = wins("retires: 2027-01-20", "successor: b")
        assert found(tmp_path, {**files, **SETS}) == [
            (
                "error: data/models/a.yml:4:10: retires: a retires 2027-01-20, and it is the overall choice of "
                "data/comparisons/x.yml; expected a model that stays; compare its successor, b, instead, or say why it "
                "is right under acknowledged, as retired-choice"
            )
        ]

    def test_the_pages_are_named_each_once_and_not_all_of_many(self, tmp_path):
        pages = [(f"{name}.md", ("b", "a")) for name in "zyxwv"] + [("z.md", ("a", "b"))]
        (told,) = found(tmp_path, wins("status: retired"), pages=pages)
        assert "the overall choice of z.md, y.md, x.md and 2 more; " in told

    @pytest.mark.parametrize(
        "files",
        [
            pytest.param(wins("status: retired"), id="it is compared nowhere"),
            pytest.param({**wins("status: deprecated"), **SETS}, id="it is deprecated"),
            pytest.param({**wins("retires: 2027-01"), **SETS}, id="it may stay for longer"),
            pytest.param({**wins(), **SETS}, id="it stays"),
        ],
    )
    def test_otherwise_it_is_not(self, tmp_path, files):
        assert found(tmp_path, files) == []

    def test_one_that_is_not_the_choice_is_not(self, tmp_path):
        files = {**wins(), **SETS, "models/b.yml": "name: B\ndeveloper: Lab\ncontext_window: 8000\nstatus: retired\n"}
        assert found(tmp_path, files) == []

    def test_a_reason_answers_it(self, tmp_path):
        reason = "acknowledged: {retired-choice: kept for those who still run it}"
        assert found(tmp_path, {**wins("status: retired", reason), **SETS}) == []

    def test_a_reason_stays_right_where_no_comparison_is_at_hand(self, tmp_path):
        """`check` does not see the pages."""
        assert found(tmp_path, wins("status: retired", "acknowledged: {retired-choice: it is so}")) == []

    def test_a_reason_for_a_model_that_stays_is_reported(self, tmp_path):
        assert found(tmp_path, wins("acknowledged: {retired-choice: it is so}")) == [
            (
                "warning: data/models/a.yml:4:16: acknowledged.retired-choice: nothing here is doubted any more; "
                "expected only what still is; remove it"
            )
        ]


def test_all_kinds_come_in_the_order_of_their_places(tmp_path):
    files = {
        "models/a.yml": "name: A\ndeveloper: Lab\ncontext_window: 1\nmax_output: 2\nreviewed: 2025-01-01\n",
        "models/b.yml": "name: B\ndeveloper: Lab\nacknowledged: {cached-price: it is so}\n",
        "comparisons/x.yml": "models: [a, b]\nexpect: {has: {b: vision}}\n",
    }
    told = found(tmp_path, files, stale_after=30)
    assert [" ".join(one.split(" ")[:3]) for one in told] == [
        "error: data/comparisons/x.yml:2:16: expect.has.b:",
        "warning: data/models/a.yml:4:13: max_output:",
        "warning: data/models/a.yml:5:11: reviewed:",
        "warning: data/models/b.yml:3:16: acknowledged.cached-price:",
    ]


def test_today_is_what_the_caller_says(tmp_path):
    files = wins("reviewed: 2026-11-20")
    assert found(tmp_path, files, stale_after=30) == []
    assert len(found(tmp_path, files, stale_after=30, today=date(2026, 12, 21))) == 1
