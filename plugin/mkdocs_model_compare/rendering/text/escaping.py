"""A catalog's words as Markdown that shows just them: no markup, no broken table, no macro, nobody mentioned.

Backslashes stand only where CommonMark, GitHub and Python-Markdown all take them; elsewhere entities do it, as for
braces, which a page's own templates would see behind a backslash.
"""

from __future__ import annotations

import re

from mkdocs_model_compare.rendering.links import SAFE_SCHEMES, SCHEME

_SPECIAL = re.compile(
    r"""
    (?P<slashed>[\\`*_\[\]>])
    | (?P<entity>[<|~^{}] | &(?=\#?\w+;) | \$(?!\d) | (?<=:)/(?=/) | (?<=\bwww)\.)
    | (?P<parted>(?<!\w)@(?=\w) | @(?=[\w-]+\.\w) | \#(?=\d) | (?<!\w):(?=[\w+-]+:))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?P<slashed>\#|[-+!](?=[-+!\s]|$)) | (?P<entity>[=:?~]) | (?P<number>\d+)(?P<dot>[.)])(?=\s|$)", re.VERBOSE
)
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\"'()<>\[\]\\^`{|}*~$]")


def escaped(text: str) -> str:
    """Text inside a line.

    A dollar before a figure opens and closes no formula, so prices stay as they are. An empty comment after `@`, `#`
    and `:` keeps GitHub from making a mention, a reference or a picture of what follows.
    """
    return _SPECIAL.sub(_escape, text)


def opening(line: str) -> str:
    """A line of Markdown that begins a paragraph and must not begin anything else."""
    found = _OPENING.match(line)
    if found is None:
        return line
    rest = line[found.end() :]
    return f"{found['number']}\\{found['dot']}{rest}" if found["number"] else _escape(found) + rest


def code(text: str) -> str:
    """A code span, in a fence longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def address(url: str | None) -> str | None:
    """An address as a link's target; None where there is none that is safe to follow."""
    if not url:
        return None
    scheme = SCHEME.match(url)
    if scheme is not None and scheme[0].lower() not in SAFE_SCHEMES:
        return None
    coded = _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url)
    return re.sub(r"&(?=#?\w+;)", "&amp;", coded)


def _escape(found: re.Match[str]) -> str:
    kinds = found.groupdict()
    if kinds["slashed"]:
        return f"\\{found[0]}"
    return f"&#{ord(found[0])};" if kinds["entity"] else f"{found[0]}<!-- -->"
