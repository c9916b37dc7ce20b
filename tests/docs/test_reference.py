"""What templates.md, macros.md, options.md and the published schemas say holds."""

import json
import re
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from mkdocs_model_compare.catalog.json_schema import schemas
from mkdocs_model_compare.cli import main
from mkdocs_model_compare.rendering.exporting.formats import formats
from tests.docs.made import ROOT
from tests.docs.pages import DOCS, block, blocks, files_of, first_site, section, text_of, written

PACKAGE = ROOT / "plugin" / "mkdocs_model_compare"
CONTEXT = click.Context(main)
_MARK = re.compile(r"data-mc-[a-z-]+")
# Stands in a page only while search plugins read it.
_PASSING = {"data-mc-stand-in"}


@pytest.fixture
def first(tmp_path):
    return first_site(tmp_path)


def test_the_published_schemas_are_those_of_the_code(request):
    """`--force-regen` writes them anew, as `model-compare schema --output docs/schema` does."""
    published = {path.stem: json.loads(path.read_text("utf-8")) for path in (DOCS / "schema").glob("*.json")}
    if request.config.getoption("force_regen"):
        CliRunner().invoke(main, ["schema", "--output", str(DOCS / "schema")], catch_exceptions=False)
    assert published == {**schemas(), **formats()}


def test_one_block_of_a_template_can_be_changed_as_the_page_shows(first):
    written(first.root, files_of("templates.md", "overrides/"))
    first.configure(plugins="[{model-compare: {templates: overrides/compare}}]")
    assert first.build().ours == []
    scorecard = first.one("index.html", "[data-mc-section=scorecard]")
    assert "Ask the platform team for ours." in scorecard.get_text()
    assert scorecard.select("tr[data-mc-row=context_window]")


EVERY_FILTER = """\
{% extends "shipped/_section.html.jinja" %}
{% block body %}
<p>{{ summary.windows|shown }}; {{ summary.windows[0]|show }};
{{ summary.windows[0]|text }}{{ summary.windows[0]|cite }};
{{ "context_window"|label }}, {{ "context_window"|phrase }}; {{ models|listed(by="name") }};
{{ 2|counted("provider") }};
{% for model in models %}{{ loop|sep }}{{ model.name }}{% endfor %}</p>
{% endblock %}
"""


def test_the_filters_that_the_page_names_say_what_it_says(first):
    named = re.findall(r"\w\|(\w+)", section("templates.md", "What a block can say"))
    assert sorted(named) == sorted(re.findall(r"\|(\w+)", EVERY_FILTER))
    first.write("own/summary.html.jinja", EVERY_FILTER)
    first.configure(plugins="[{model-compare: {templates: own}}]")
    first.page("index.md", '<< summary("small-one", "large-one") >>\n')
    first.build()
    said = first.one("index.html", "[data-mc-section=summary]").get_text()
    assert " ".join(said.split()) == (
        "128k1 and 1M2; 128k1; 128k1; Context window, context window; Small One and Large One; 2 providers; "
        "Small One and Large One"
    )


def test_every_mark_is_listed_and_no_other():
    sources = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.jinja")]
    used = {mark for path in sources for mark in _MARK.findall(path.read_text("utf-8"))}
    assert set(_MARK.findall(section("templates.md", "Marks"))) == used - _PASSING


def conditions():
    """The code of the table of conditions: text of one column, dicts of the other."""
    rows = section("macros.md", "models").partition("### Conditions")[2]
    lines = [line for line in rows.splitlines() if line.startswith("| ") and "`" in line]
    return [code for line in lines for code in re.findall(r"`([^`]+)`", line)]


@pytest.mark.parametrize("condition", conditions())
def test_a_condition_can_be_written_as_the_page_shows(first, condition):
    where = condition if condition.startswith("{") else f'"{condition}"'
    first.page("index.md", f"# Home\n\n<< models(where={where}) >>\n")
    assert first.build().ours == []


@pytest.mark.parametrize("path", ["knowledge_cutoff", "capabilities.reasoning", "modalities.input", "monthly_cost"])
def test_a_path_can_be_written_as_the_page_shows(first, path):
    assert f'"{path}"' in section("macros.md", "fact")
    first.page("index.md", f'# Home\n\nIt is << fact("small-one", "{path}") >>.\n')
    assert first.build().ours == []


def test_python_markdown_makes_the_comparison_as_the_page_shows(first):
    (code,) = blocks(text_of("options.md"), "python")
    command = [sys.executable, "-c", f"{code}\nprint(html)"]
    html = subprocess.run(command, cwd=first.root, check=True, capture_output=True, text=True).stdout
    assert 'data-mc-section="verdict"' in html
    assert 'class="mc mc-error' not in html


def test_the_extension_alone_makes_the_pages_as_zensicals_configuration_shows(first, monkeypatch):
    """Built by MkDocs; Zensical itself is run by tests/hosts."""
    first.write("mkdocs.yml", block("options.md", "mkdocs.yml for Zensical"))
    monkeypatch.chdir(first.root)
    assert first.build().warnings == []
    assert first.soup().select("[data-mc-outcome]")


@pytest.mark.parametrize("name", main.list_commands(CONTEXT))
def test_every_command_is_listed_with_its_options(name):
    text = section("commands.md", name)
    command = main.get_command(CONTEXT, name)
    assert command is not None
    options = [option for one in command.params if isinstance(one, click.Option) for option in one.opts]
    assert [option for option in options if f"`{option}" not in text] == []
