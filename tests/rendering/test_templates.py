"""A user's templates stand before the shipped ones, block by block."""

from pathlib import Path

import pytest

from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.rendering.own_templates import check_names
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


def test_a_users_template_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "specs.html.jinja").write_bytes(b"\xff")
    with pytest.raises(CompareError, match=r"^ours/specs\.html\.jinja:1: the file is not UTF-8; save it with that"):
        section("specs", folder)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("\n{{ rowz }}", "specs.html.jinja:2: 'rowz' is undefined"),
        ("{% for x %}", "specs.html.jinja:1: expected token 'in', got 'end of statement block'"),
        ("\n\n{{ 1 / 0 }}", "specs.html.jinja:3: division by zero"),
        ('{% extends "no.html.jinja" %}', 'specs.html.jinja:1: there is no template "no.html.jinja"'),
        ('\n{% include "shipped/summary.html.jinja" %}', "specs.html.jinja:2: 'summary' is undefined"),
    ],
)
def test_a_mistake_in_a_users_template_is_told_with_its_place(tmp_path: Path, template: str, message: str) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "specs.html.jinja").write_text(template, encoding="utf-8")
    with pytest.raises(CompareError) as caught:
        section("specs", folder)
    assert str(caught.value) == f"ours/{message}; correct the template, or remove it to have the shipped one"


@pytest.mark.parametrize("name", ["scorcard.html.jinja", "scorecard.html", "scorecard.jinja", "Scorecard.html.jinja"])
def test_a_name_that_is_nearly_a_templates_is_told_with_the_right_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / name).write_text("", encoding="utf-8")
    with pytest.raises(CompareError) as caught:
        check_names(tmp_path / "ours")
    assert str(caught.value) == f'ours/{name}: no template has this name; did you mean "scorecard.html.jinja"?'


def test_pieces_of_ones_own_and_other_files_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "verdict.html.jinja").write_text('{% include "verdicts.html.jinja" %}', encoding="utf-8")
    (tmp_path / "verdicts.html.jinja").write_text("", encoding="utf-8")
    (tmp_path / "greeting.html").write_text("", encoding="utf-8")
    (tmp_path / "scorcard.md").write_text("", encoding="utf-8")
    check_names(tmp_path)
