"""`show` in a terminal: in colour with rich, in plain text without it."""

import os
import pty
import re
import subprocess
import sys

import pytest

from tests.catalog.folders import write
from tests.cli.running import PAIR, shown
from tests.rendering.golden import FOLDER

CODES = re.compile(r"\x1b\][^\x1b]*\x1b\\|\x1b\[[0-9;]*m")
# The program reads the clock, so nothing may depend on the day.
SHOW = ("show", *PAIR, "--catalog", str(FOLDER), "--stale-after", "0")
COMMAND = "from mkdocs_model_compare.cli import main; main()"
WITHOUT_RICH = f"""
from importlib import util
found = util.find_spec
util.find_spec = lambda name, package=None: None if name == "rich" else found(name, package)
{COMMAND}
"""


def on_a_terminal(program: str, *arguments: str, width: int = 100) -> str:
    """What a program of Python writes to a terminal of this width."""
    terminal, far_end = pty.openpty()
    shaped = {**os.environ, "COLUMNS": str(width), "TERM": "xterm-256color"}
    shaped.pop("NO_COLOR", None)
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, stdin=far_end, stdout=far_end, stderr=far_end, env=shaped) as running:
        os.close(far_end)
        written = b""
        while part := _read(terminal):
            written += part
    os.close(terminal)
    assert running.returncode == 0, written
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how a terminal says that the other side is gone
        return b""


@pytest.fixture(scope="module")
def screen():
    return on_a_terminal(COMMAND, *SHOW)


def test_with_rich_a_terminal_gets_tables_colours_and_links(screen):
    assert "╭──" in screen
    assert re.search(r"\x1b\[[0-9;]*32m[^\x1b]*▲ larger", screen)
    # The numeral of a source leads to the source itself.
    assert re.search(r"\x1b\]8;[^;]*;https://example.org/haiku\x1b\\(\x1b\[[0-9;]*m)*\[1\]", screen)
    assert max(map(len, CODES.sub("", screen).splitlines())) <= 100


def test_with_rich_it_says_what_the_plain_text_says(screen):
    def words(text: str) -> list[str]:
        return re.findall(r"[\w$.,%≈]+", text)

    plain = shown(*PAIR)
    # Cells are broken into lines at other places, so the words of the whole are compared.
    assert sorted(words(CODES.sub("", screen))) == sorted(words(plain))


def test_without_rich_a_terminal_gets_the_plain_text():
    options = ("--sections", "verdict,capabilities")
    screen = on_a_terminal(WITHOUT_RICH, *SHOW, *options)
    assert screen == shown(*PAIR, *options)


def test_a_format_that_is_asked_for_is_the_same_on_a_terminal():
    options = ("--sections", "capabilities", "--format", "md")
    assert on_a_terminal(COMMAND, *SHOW, *options) == shown(*PAIR, *options)


def test_nothing_of_a_catalog_is_taken_for_markup_of_the_terminal(tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "a.yml").write_text("name: 'A [bold]x[/bold] :smile: [/nope]'\ndeveloper: Lab\n")
    (tmp_path / "models" / "b.yml").write_text("name: B\ndeveloper: Lab\n")
    screen = on_a_terminal(COMMAND, "show", "a", "b", "--catalog", str(tmp_path), "--sections", "scorecard", width=120)
    assert "A [bold]x[/bold] :smile: [/nope] vs B" in CODES.sub("", screen)


def test_a_long_path_goes_on_in_the_next_line_of_its_cell(tmp_path):
    for name, price in (("old", 1), ("new", 2)):
        route = f"{{provider: globex, price: {{input: {price}, output: 2, cached_input: {price}}}}}"
        write(tmp_path / name, {"models/a.yml": f"name: A\ndeveloper: Lab\nroutes: [{route}]\n"})
    shown = CODES.sub("", on_a_terminal(COMMAND, "diff", str(tmp_path / "old"), str(tmp_path / "new"), width=60))
    cells = [line.split("│")[1].strip() for line in shown.splitlines() if line.startswith("│")]
    assert "routes.globex.price.cached_input" in "".join(cells)
