"""The gallery shows every macro with every argument, and what it shows is what makes the result below it."""

import re

import pytest

from mkdocs_model_compare.macros import MACROS, calls_in, parse_call
from mkdocs_model_compare.macros.arguments import bind
from mkdocs_model_compare.rendering.renderer import SECTIONS
from tests.docs.pages import DOCS, text_of

GALLERY = sorted(page.relative_to(DOCS).as_posix() for page in (DOCS / "gallery").glob("*.md"))
_SHOWN = re.compile(
    r"^```markdown\n(?P<source>.*?)^```\n\n(?P<result>.*?)(?=^#|^```|^<!--|\Z)", re.MULTILINE | re.DOTALL
)
# Here a macro is shown for how it can be written, and not for its result.
_WRITING = "## Writing a macro"


def shown(page):
    """What a page shows as (source, the text of the page that follows it)."""
    before, _, rest = text_of(page).partition(_WRITING)
    text = before + rest.partition("\n## ")[2] if rest else before
    return [(found["source"], found["result"]) for found in _SHOWN.finditer(text)]


@pytest.mark.parametrize("page", [*GALLERY, "macros.md"])
def test_what_is_shown_is_what_runs(page):
    pairs = shown(page)
    assert pairs
    for source, result in pairs:
        assert result.startswith(source)


@pytest.mark.parametrize("page", GALLERY)
def test_nothing_runs_that_is_not_shown(page):
    assert [result.strip() for _, result in shown(page)] == [source.strip() for source, _ in shown(page)]
    text = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    running = [call.inner for call in calls_in(text)]
    assert running == [call.inner for source, _ in shown(page) for call in calls_in(source)]


def arguments_shown():
    """Macro → the names of the arguments that the gallery gives it."""
    found: dict[str, set[str]] = {name: set() for name in MACROS}
    for page in GALLERY:
        for call in calls_in(text_of(page)):
            bound = bind(parse_call(call.inner))
            found[call.name] |= bound.named.keys() | ({"models"} if bound.many else set())
    return found


def test_every_macro_is_in_the_gallery_with_every_argument():
    """Those of one section share theirs with `compare`, so that there they are shown once."""
    found = arguments_shown()
    missing = {
        name: [one.name for one in signature.parameters if one.name not in found[name]]
        for name, signature in MACROS.items()
        if name not in SECTIONS
    }
    assert missing == {name: [] for name in missing}
    assert [name for name in SECTIONS if "models" not in found[name]] == []
