"""No block of code on any page that its own language cannot even read, and no command or macro that there is not."""

import json
import re
import shlex

import click
import pytest
import yaml
from jinja2 import Environment

from mkdocs_model_compare.cli import main
from mkdocs_model_compare.macros import MACROS, calls_in, parse_call
from mkdocs_model_compare.macros.arguments import bind
from tests.docs.pages import DOCS, text_of
from tests.docs.replaying import steps

PAGES = sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))
BLOCKS = [(page, step) for page in PAGES for step in steps(page)]
# Shown for the report that it gets.
_WRONG = {"data/models/broken-one.yml"}
_LANGUAGES = {"sh", "yaml", "markdown", "text", "python", "json", "jinja", "css", "html", "toml"}


@pytest.mark.parametrize(("page", "step"), BLOCKS)
def test_a_block_can_be_read(page, step):
    assert step.language in _LANGUAGES
    if step.title in _WRONG:
        return
    if step.language == "yaml":
        assert yaml.safe_load(step.text) is not None or step.text.startswith("#")
    elif step.language == "python":
        compile(step.text, page, "exec")
    elif step.language == "json":
        json.loads(step.text)
    elif step.language == "jinja":
        Environment(autoescape=True).parse(step.text)


def lines():
    """Every command of ours on a page, with what it is given."""
    for page in PAGES:
        for found in re.finditer(r"^(?:- run: |\$ )?model-compare (.+?)(?: \|\| .*)?$", text_of(page), re.MULTILINE):
            yield pytest.param(found[1], id=f"{page}: {found[1]}")


@pytest.mark.parametrize("line", list(lines()))
def test_a_command_has_the_options_that_a_page_gives_it(line):
    name, *arguments = shlex.split(line, comments=True)
    command = main.get_command(click.Context(main), name)
    assert command is not None, f"there is no command {name}"
    options = [one for one in command.params if isinstance(one, click.Option)]
    known = {name for one in options for name in (*one.opts, *one.secondary_opts)}
    given = [one.partition("=")[0] for one in arguments if one.startswith("-")]
    assert [option for option in given if option not in known] == []


@pytest.mark.parametrize(("page", "step"), [one for one in BLOCKS if one[1].language == "markdown"])
def test_a_macro_has_the_arguments_that_a_page_gives_it(page, step):
    for call in calls_in(step.text):
        assert call.call is not None, f"{page}: {call.inner}"
        assert call.name in MACROS
        bind(parse_call(call.call.text))
