"""What the pages list is what the code has."""

import pytest

from mkdocs_model_compare.macros import MACROS
from mkdocs_model_compare.rendering.renderer import SECTIONS
from tests.docs.made import BLOCK, MADE, remade
from tests.docs.pages import DOCS

PAGES = sorted(DOCS.rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_made_table_is_as_the_code_has_it(page, request):
    """`make test ARGS="-k made --force-regen"` writes them anew, and fails where one changed."""
    text = page.read_text("utf-8")
    now = remade(text)
    if request.config.getoption("force_regen"):
        page.write_text(now, encoding="utf-8")
    assert text == now


def test_every_table_that_can_be_made_is_on_one_page():
    found = [match["name"] for page in PAGES for match in BLOCK.finditer(page.read_text("utf-8"))]
    assert sorted(found) == sorted(MADE)


def test_a_macro_of_one_section_takes_what_compare_takes_but_for_the_sections():
    """As macros.md says, so that one table is enough for all."""
    whole = [one for one in MACROS["compare"].parameters if one.name not in ("sections", "exclude")]
    assert all(list(MACROS[name].parameters) == whole for name in SECTIONS)


def test_every_macro_has_its_heading():
    text = (DOCS / "macros.md").read_text("utf-8")
    assert all(f"\n## {name}\n" in text or name in SECTIONS for name in MACROS)
