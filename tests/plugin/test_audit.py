"""What is said against a catalog that can be used is said once per build, and by a server once per change."""

import logging
from datetime import timedelta

import pytest
from mkdocs.exceptions import Abort

from tests.plugin.small_site import REVIEWED, Serving

AB, CRAY = '# A or B\n\n<< compare("ada-1", "bell-2") >>\n', '# Cray\n\n<< fact("cray-3", "context_window") >>\n'
DOUBTED = "data/models/ada-1.yml:8:13: max_output: 300000 is more than the context window, 200000; "


@pytest.fixture
def pages(site, monkeypatch):
    monkeypatch.chdir(site.root)
    site.page("index.md", AB)
    site.page("again.md", AB)
    return site


def doubtful(site):
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: 200000\nmax_output: 300000")


def said(heard):
    return [text.removeprefix("model-compare: ") for text in heard.warnings if text.startswith("model-compare: data/")]


def doubted(heard):
    start = "model-compare: warning: "
    return [text.removeprefix(start) for text in heard.of(logging.INFO) if text.startswith(start)]


def test_a_doubt_is_said_once_however_many_pages_show_the_model(pages):
    doubtful(pages)
    (text,) = doubted(pages.build())
    assert text.startswith(DOUBTED)


def test_a_doubt_does_not_fail_a_strict_build_and_a_reason_answers_it(pages):
    doubtful(pages)
    heard = pages.build()
    assert (heard.warnings, len(doubted(heard))) == ([], 1)
    pages.edit("data/models/ada-1.yml", "family: ada", "family: ada\nacknowledged: {output-over-context: as listed}")
    assert doubted(pages.build()) == []


def test_a_false_claim_is_a_warning_at_the_workload_in_force(pages):
    pages.write("data/comparisons/ab.yml", "models: [ada-1, bell-2]\nexpect: {cheapest: ada-1, overall: bell-2}\n")
    claim = "data/comparisons/ab.yml:2:20: expect.cheapest: it is not ada-1: it is bell-2; ada-1: $"
    (text,) = said(pages.build(strict=False))
    assert text.startswith(f"{claim}2,050 (")
    pages.configure("[{model-compare: {workload: {requests: 1000000, input_tokens: 1000, output_tokens: 0}}}]")
    (text,) = said(pages.build(strict=False))
    assert text.startswith(f"{claim}1,000 (")


def test_a_model_that_goes_is_named_with_the_pages_that_recommend_it_and_fails_a_strict_build(pages):
    pages.edit("data/models/bell-2.yml", "released:", "status: retired\nreleased:")
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        pages.build()
    (text,) = said(pages.build(strict=False))
    assert text.startswith(
        "data/models/bell-2.yml:3:9: status: bell-2 is retired, and it is the overall choice of again.md, index.md; "
    )
    for page in ("index.md", "again.md"):
        pages.page(page, '# A or B\n\n<< specs("ada-1", "bell-2") >>\n')
    assert pages.build().warnings == []


def test_stale_facts_are_counted_once_per_model_after_the_days_of_the_option(pages):
    pages.edit("data/models/ada-1.yml", f"reviewed: {REVIEWED}", f"reviewed: {REVIEWED - timedelta(days=20)}")
    assert pages.build().warnings == []
    assert "mc-stale" not in pages.html()
    pages.configure("[{model-compare: {stale_after: 10}}]")
    (text,) = said(pages.build(strict=False))
    assert text.startswith(
        "data/models/ada-1.yml:13:11: reviewed: 7 facts were last looked at more than 10 days ago, on "
    )
    assert pages.soup().select("td[data-mc-model=ada-1] span.mc-stale")
    assert not pages.soup().select("td[data-mc-model=bell-2] span.mc-stale")
    pages.configure("[{model-compare: {stale_after: 0}}]")
    assert pages.build().warnings == []


@pytest.mark.parametrize("dirty", [False, True])
def test_a_server_says_it_once_for_each_change(pages, dirty):
    serving = Serving(pages, dirty=dirty)
    assert doubted(serving.build()) == []
    doubtful(pages)
    assert len(doubted(serving.build())) == 1
    pages.page("again.md", CRAY)
    assert doubted(serving.build()) == []
    pages.edit("data/models/ada-1.yml", "300000", "400000")
    (text,) = doubted(serving.build())
    assert text.startswith(DOUBTED.replace("300000", "400000"))
    pages.edit("data/models/ada-1.yml", "400000", "100000")
    assert doubted(serving.build()) == []
    pages.edit("data/models/ada-1.yml", "100000", "400000")
    assert len(doubted(serving.build())) == 1


def test_a_catalog_that_cannot_be_used_is_not_doubted(pages):
    serving = Serving(pages, dirty=False)
    doubtful(pages)
    pages.edit("data/models/bell-2.yml", "cloud-one", "cloud-nine")
    assert doubted(serving.build()) == []
    pages.edit("data/models/bell-2.yml", "cloud-nine", "cloud-one")
    assert len(doubted(serving.build())) == 1
