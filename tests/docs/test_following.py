"""Every page that leads a reader somewhere leads there, when it is followed literally."""

import json
import subprocess
from contextlib import chdir
from shutil import copytree

import pytest
from click.testing import CliRunner

from mkdocs_model_compare.catalog.reading import read_document
from mkdocs_model_compare.catalog.validating import validate
from mkdocs_model_compare.cli import main
from tests.catalog.upstream.listing import catalog, litellm, record
from tests.docs.pages import block, blocks, first_site, text_of
from tests.docs.replaying import follow
from tests.plugin.small_site import Site

# Page → what its reader then has: a page of the site, what is in it, and a piece of its text.
LEADS_TO = {
    "how-to/capability.md": [
        ("audio/index.html", "[data-mc-row=audio_input] [data-mc-model=text-one][data-mc-state=no]", "No"),
        (
            "audio/index.html",
            "[data-mc-question='capability:audio_input']",
            "Does Voice One or Text One have audio input?",
        ),
        ("audio/index.html", "[data-mc-section=models] tbody", "Voice One"),
    ],
    "how-to/use-case.md": [
        ("rule/index.html", "[data-mc-section=decision_rule] tr[data-mc-signal=price]", "5"),
        ("rule/index.html", "[data-mc-section=decision_rule] tr[data-mc-use-case=contracts]", "open weights"),
        ("index.html", "tr[data-mc-use-case=contracts]", "Small One"),
        ("index.html", ".mc-traffic", "4,000 requests a month of 30,000 input and 1,200 output tokens each"),
    ],
    "how-to/look.md": [
        ("index.html", "[data-mc-section=pricing]", "Our own contract is cheaper: ask finance."),
        ("index.html", "[data-mc-section=pricing]", "All routes, prices per 1M tokens"),
        ("index.html", "[data-mc-section=summary]", "In short: Small One by Example Lab and Large One by Example Lab."),
    ],
    "how-to/large-sites.md": [
        ("compare/index.html", "[data-mc-section=picker]", "Small One"),
        ("compare/large-one-vs-small-one/index.html", "h1", "Large One"),
    ],
}


def test_the_tutorial_leads_from_an_empty_folder_to_a_site_that_can_be_published(tmp_path):
    """But for what fetches, serves and pushes, which people have tried on a fresh machine."""
    site = follow("getting-started.md", Site(tmp_path))
    assert site.one("index.html", "[data-mc-outcome]")["data-mc-outcome"] == "choice"
    assert not site.soup().select(".mc-error")
    assert (site.root / ".github/workflows/pages.yml").is_file()


def test_the_mistake_of_the_tutorial_is_reported_as_it_says(tmp_path, monkeypatch):
    site = first_site(tmp_path)
    site.edit("data/models/small-one.yml", "license: ", "licence: ")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["check"]).stdout == block("getting-started.md", "the mistake")


# What a reader has downloaded, in the form of the published lists.
LISTS = {
    "catalog.json": catalog({"anthropic/claude-nano-1": record()}, anthropic={"claude-nano-1": record()}),
    "prices.json": {"claude-nano-1": litellm(), "claude-sonnet-5-5": litellm()},
    "model_prices_and_context_window.json": {"claude-nano-1": litellm()},
}


KEPT = (
    ("init", "--quiet", "--initial-branch=main"),
    ("add", "."),
    ("commit", "--quiet", "--message=Begin"),
    ("tag", "v1.2"),
    ("tag", "v1.3"),
)


@pytest.mark.parametrize("page", ["commands.md", "importing.md", "json.md"])
def test_every_command_of_a_page_runs(page, tmp_path):
    """In a project that `init` has started and git keeps, with a copy of it from before beside it."""
    here = tmp_path / "project"
    here.mkdir()
    with chdir(here):
        assert CliRunner().invoke(main, ["init"]).exit_code == 0
        for command in KEPT:
            subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *command], check=True)
    copytree(here, tmp_path / "before")
    for name, rows in LISTS.items():
        (here / name).write_text(json.dumps(rows), encoding="utf-8")
    follow(page, Site(here), write=False)


def test_the_rule_of_ones_own_on_the_page_of_the_verdict_is_in_force(tmp_path):
    site = follow("verdict.md", first_site(tmp_path))
    site.page("rule.md", "# Rule\n\n<< decision_rule() >>\n")
    assert site.build().ours == []
    rule = site.one("rule/index.html", "[data-mc-section=decision_rule]")
    assert "A lead below 10% of the decided weight is too close to call." in rule.get_text()
    assert rule.select("tr[data-mc-use-case=transcription]")


def snippets():
    """What pages show of a model's file, but for whole files."""
    texts = [text for page in ("catalog.md", "importing.md") for text in blocks(text_of(page), "yaml")]
    return [text for text in texts if not text.startswith("#")]


@pytest.mark.parametrize("text", snippets())
def test_a_piece_of_a_models_file_is_one_that_the_catalog_accepts(text):
    data = read_document(f"name: A\ndeveloper: Lab\n{text}".encode()).data
    assert validate("model", data or {}).findings == []


@pytest.mark.parametrize("page", LEADS_TO)
def test_a_how_to_page_leads_where_it_says(page, tmp_path):
    site = follow(page, first_site(tmp_path))
    for path, selector, text in LEADS_TO[page]:
        assert text in " ".join(site.one(path, selector).get_text(" ").split()), selector
    assert not [path for path in site.root.glob("site/**/*.html") if "mc-error" in path.read_text("utf-8")]
