"""What is printed arrives: in any encoding, and with a line of text where it cannot."""

import errno
import os
import subprocess
import sys

import pytest

from tests.catalog.folders import write
from tests.cli.running import PAIR, run, shown
from tests.cli.test_terminal import COMMAND, SHOW, on_a_terminal
from tests.rendering.golden import FOLDER


def printed(*arguments, catalog=FOLDER, encoding="cp1252"):
    """What the command prints into a pipe on a system with this encoding, and to the other side of it."""
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments, "--catalog", str(catalog)],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_what_goes_into_a_file_is_utf_8_whatever_the_system_speaks(encoding):
    asked = ("show", *PAIR, "--stale-after", "0", "--sections", "scorecard")
    expected = shown(*asked[1:])
    assert "▲" in expected
    assert printed(*asked, encoding=encoding) == (0, expected, "")


def test_a_message_is_utf_8_too(tmp_path):
    folder = write(tmp_path / "模型", {})
    (folder / "models" / "a.yml").write_text("name: A\n")
    status, output, errors = printed("show", "a", "b", catalog=folder)
    assert (status, output) == (1, "")
    assert errors.startswith(f"{folder}/models/a.yml:1:1: developer: ")


def test_a_terminal_that_lacks_a_sign_gets_its_code():
    program = f"import sys; sys.stdout.reconfigure(encoding='cp1252'); {COMMAND}"
    assert "\\u25b2 larger" in on_a_terminal(program, *SHOW, "--sections", "scorecard")


# Takes nothing, as a file on a full disk, until what is printed is dropped.
FULL = f"""
import errno, io, os, sys
class Full(io.FileIO):
    def write(self, content):
        if os.path.samestat(os.fstat(self.fileno()), os.stat(os.devnull)):
            return len(content)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
sys.stdout = io.TextIOWrapper(io.BufferedWriter(Full(1, "wb")))
{COMMAND}
"""


@pytest.mark.parametrize("arguments", [("schema", "model"), ("--help",)])
def test_a_full_disk_is_told_in_one_line(arguments):
    done = subprocess.run([sys.executable, "-c", FULL, *arguments], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (
        1,
        b"",
        f"the output cannot be written ({os.strerror(errno.ENOSPC)}); make room there, or write it elsewhere\n",
    )


def test_what_the_system_refuses_is_told_in_one_line(tmp_path, monkeypatch):
    folder = write(tmp_path / "data", {})

    def denied(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("mkdocs_model_compare.catalog.loading.scan", denied)
    result = run("check", "--catalog", str(folder))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{folder}: cannot be used (Permission denied); check the path and the rights\n"
