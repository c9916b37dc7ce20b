"""Where the command prints to: any sign of a catalog can be printed, whatever the system's encoding is."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path


def any_sign() -> None:
    """What goes to a file or a pipe is UTF-8; what a terminal cannot show is written as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # The same escape is right in JSON, and keeps the bytes of a path that are no text at all.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def drop_output() -> str:
    """Give up on standard output, so that Python does not try again when it ends; the words for it in a message."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return "the output cannot be written"
