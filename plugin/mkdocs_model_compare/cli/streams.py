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


def refused(error: OSError) -> str:
    """What the system would not do, and what to do; no more is printed where that was printing."""
    if error.filename is not None:
        return f"{error.filename}: cannot be used ({error.strerror}); check the path and the rights"
    _drop_output()
    return f"the output cannot be written ({error.strerror or error}); make room there, or write it elsewhere"


def _drop_output() -> None:
    # Python would try again when it ends, and report that it could not.
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
