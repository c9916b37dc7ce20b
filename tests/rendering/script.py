"""The script of the pages, made from its sources: bundled and made small by tools from npm, which only this needs.

`make script` runs it. The tests, the package and the sites take the made file as it is.
"""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

RENDERING = Path(__file__).parents[2] / "plugin/mkdocs_model_compare/rendering"
SOURCES = RENDERING / "script"
MADE = RENDERING / "assets/model-compare.js"
BUNDLE = ("esbuild@0.28.2", "--bundle", "--format=esm", "--target=esnext", "--charset=utf8")
SHRINK = (
    "terser@5.51.2",
    "--module",
    "--mangle",
    "--compress",
    "passes=5,unsafe_arrows=true,ecma=2020,pure_getters=true,keep_fargs=false",
)


def opening() -> str:
    """The made file's first line, which tells the state of the sources that it is of."""
    texts = (path.read_bytes() for path in sorted(SOURCES.glob("*.js")))
    return f"// Made by `make script` from {sha256(b''.join(texts)).hexdigest()[:12]}\n"


def made() -> str:
    return opening() + _run(*SHRINK, text=_run(BUNDLE[0], str(SOURCES / "main.js"), *BUNDLE[1:]))


def _run(*command: str, text: str = "") -> str:
    found = subprocess.run(["npx", "--yes", *command], input=text, text=True, capture_output=True, check=False)
    if found.returncode:
        raise SystemExit(found.stderr)
    return found.stdout


if __name__ == "__main__":
    MADE.write_text(made(), encoding="utf-8")
