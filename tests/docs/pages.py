"""What the pages of the documentation show, taken out of them: titled blocks, tables, and the sites they make."""

import re
from collections.abc import Iterable, Iterator
from contextlib import chdir
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from mkdocs_model_compare.cli import main
from tests.docs.made import ROOT
from tests.plugin.small_site import Site

DOCS = ROOT / "docs"
_TITLED = re.compile(r'^```(?P<language>\w+) title="(?P<title>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
_PLAIN = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
LOOKED = re.compile(r"\b((?:reviewed|retrieved): )[-0-9]{10}\b")
# What the title of a block begins with that goes to the end of a file.
ADD = "add to "
# A cell of a table holds nothing but one code span.
_CODE_ROW = re.compile(r"^\| `(?P<first>[^`]+)` \| `(?P<second>[^`]+)` \|$", re.MULTILINE)


def text_of(page: str) -> str:
    return (DOCS / page).read_text("utf-8")


def titled(text: str) -> Iterator[tuple[str, str]]:
    """The blocks of code with a title, as (title, text)."""
    return ((found["title"], found["text"]) for found in _TITLED.finditer(text))


def blocks(text: str, *languages: str) -> tuple[str, ...]:
    """The texts of the blocks of code without a title in one of these languages."""
    return tuple(found["text"] for found in _PLAIN.finditer(text) if found["language"] in languages)


def block(page: str, title: str) -> str:
    (text,) = (text for name, text in titled(text_of(page)) if name == title)
    return text


def section(page: str, heading: str) -> str:
    """The text under a heading, up to the next one."""
    _, _, rest = text_of(page).partition(f"\n## {heading}\n")
    assert rest, f"{page} has no heading {heading!r}"
    return rest.partition("\n## ")[0]


def code_rows(text: str) -> tuple[tuple[str, str], ...]:
    """The rows of tables with two columns of code."""
    return tuple((found["first"], found["second"]) for found in _CODE_ROW.finditer(text))


def written(folder: Path, blocks: Iterable[tuple[str, str]]) -> Site:
    """A site of these files as they stand in the page, but for the days of reviews: who copies it does so today."""
    site = Site(folder)
    for path, text in blocks:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(LOOKED.sub(rf"\g<1>{date.today()}", text), encoding="utf-8")  # noqa: DTZ011 - as the plugin
    return site


def files_of(page: str, *endings: str) -> tuple[tuple[str, str], ...]:
    """The blocks of a page whose title is the path of a file with one of these beginnings."""
    return tuple((title, text) for title, text in titled(text_of(page)) if title.startswith(endings))


def first_site(folder: Path) -> Site:
    """The site that `getting-started.md` leads to: what `init` makes, with the files of the page written over it."""
    with chdir(folder):
        assert CliRunner().invoke(main, ["init"]).exit_code == 0
    made = [(path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in folder.glob("data/**/*.yml")]
    added = {title.removeprefix(ADD): text for title, text in titled(text_of("getting-started.md")) if ADD in title}
    site = written(folder, ((path, text + added.get(path, "")) for path, text in made))
    return written(site.root, files_of("getting-started.md", "data/", "docs/"))
