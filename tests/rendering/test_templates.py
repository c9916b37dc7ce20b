"""A user's templates stand before the shipped ones, block by block."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from mkdocs_model_compare.rendering.renderer import SECTIONS, Page, Renderer
from tests.rendering.golden import golden_catalog, renderer


def section(name: str, templates: Path | None) -> str:
    catalog = golden_catalog()
    made: Renderer = renderer(catalog, templates)
    (found,) = made.sections(tuple(catalog.models.values()), (name,), made.workload, Page())
    return found.html


def test_one_block_can_be_replaced_and_the_others_stay(tmp_path: Path) -> None:
    template = (
        '{% extends "shipped/verdict.html.jinja" %}{% block headline %}<p>Ours: {{ verdict.outcome }}</p>{% endblock %}'
    )
    (tmp_path / "verdict.html.jinja").write_text(template, encoding="utf-8")
    html = section("verdict", tmp_path)
    assert "<p>Ours: choice</p>" in html
    assert "Choose Gemma 4 12B IT overall" not in html
    assert "17 of 20 signals are decided" in html


@pytest.mark.parametrize("name", SECTIONS)
def test_a_folder_without_templates_changes_nothing(tmp_path: Path, name: str) -> None:
    assert section(name, tmp_path) == section(name, None)


def test_a_name_that_no_template_is_given_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "specs.html.jinja").write_text("{{ rowz }}", encoding="utf-8")
    with pytest.raises(UndefinedError, match="'rowz' is undefined"):
        section("specs", tmp_path)
