"""What a page with macros becomes: input, output and warnings of each case, under two sets of extensions."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from mkdocs_model_compare.extension import ModelCompareExtension
from tests.extension.fakes import FakeHost

CASES = Path(__file__).with_name("cases")
SETS: dict[str, dict[str, dict[str, Any]]] = {
    "plain": {"fenced_code": {}, "tables": {}, "toc": {}},
    # What Material's own documentation lists, with the options that can come in a macro's way.
    "material": {
        "abbr": {},
        "admonition": {},
        "attr_list": {},
        "def_list": {},
        "footnotes": {},
        "md_in_html": {},
        "nl2br": {},
        "smarty": {"smart_angled_quotes": True},
        "tables": {},
        "toc": {"permalink": True},
        "pymdownx.arithmatex": {"generic": True},
        "pymdownx.betterem": {},
        "pymdownx.caret": {},
        "pymdownx.critic": {},
        "pymdownx.details": {},
        "pymdownx.emoji": {},
        "pymdownx.highlight": {},
        "pymdownx.inlinehilite": {},
        "pymdownx.keys": {},
        "pymdownx.magiclink": {},
        "pymdownx.mark": {},
        "pymdownx.smartsymbols": {},
        "pymdownx.snippets": {},
        "pymdownx.superfences": {},
        "pymdownx.tabbed": {"alternate_style": True},
        "pymdownx.tasklist": {},
        "pymdownx.tilde": {},
    },
}


def converted(text: str, extensions: str) -> tuple[str, list[str]]:
    """The page's HTML, and the warnings. As in every host the front matter is taken off first."""
    host = FakeHost(text=text)
    chosen = SETS[extensions]
    md = markdown.Markdown(extensions=[*chosen, ModelCompareExtension(host)], extension_configs=chosen)
    return md.convert(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)), host.warnings


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            for extensions in SETS:
                expected = case.get(extensions, case.get("plain"))
                if expected is not None:
                    yield pytest.param(case, extensions, expected, id=f"{path.stem}-{case['title']}-{extensions}")


@pytest.mark.parametrize(("case", "extensions", "expected"), list(cases()))
def test_a_page_becomes(case: dict[str, Any], extensions: str, expected: str):
    html, warnings = converted(case["input"], extensions)
    assert html == expected.rstrip("\n")
    assert warnings == [text.rstrip("\n") for text in case.get("warnings", [])]
