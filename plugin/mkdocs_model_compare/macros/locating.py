"""Where in a text macros stand: in a piece of Markdown that is being converted, and in a page's own source.

Only looks for `<< name(… >>`; whether it is a good macro is for `resolving.py` to say.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from .code import without_code
from .faults import MacroError
from .parsing import Call, parse_call
from .table import MACROS
from .tokens import NAME

# What can begin a macro; the rest of the decision is `call_at`.
OPENING = re.compile(rf"<<\s*({NAME})\s*\(")
# A paragraph of a block macro's name and its models, with the parentheses left out or of another kind.
_BARE = re.compile(rf"<<\s*({NAME})(?:\s*:)?(?:\s*[\"'\[{{“][^<>]*)?\s*>>\s*")
_PARTS = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<<|>>|[()]""")
_QUOTES = "\"'“”„«‘’‚"
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_QUOTE_PREFIX = re.compile(r"\n[ \t]*>[ \t>]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A macro in a text: `text[start:end]` is all of it; `inner` is what stands between `<<` and `>>`.

    `closed` is False where no `>>` ends it; it then goes to its closing parenthesis, or to the end of its line.
    """

    start: int
    end: int
    name: str
    inner: str
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCall:
    """A macro in a page's source. `call` is None where it is not well formed; `line` counts from 1."""

    name: str
    line: int
    inner: str
    call: Call | None


def call_at(text: str, start: int) -> Found | None:
    """The macro that begins with the `<<` at `start`; None where that `<<` is just text.

    A name that the table knows makes it a macro however wrong the rest is. Any other name does so only with all of
    `<< name(…) >>`, so that `cout << f(x) << y` and `a << b(c)` stay text.
    """
    opening = OPENING.match(text, start)
    if opening is None:
        return None
    name = opening[1]
    end = _end(text, opening.end(), known=name in MACROS)
    if end is not None:
        return Found(start=start, end=end, name=name, inner=text[start + 2 : end - 2])
    if name in MACROS and _is_open_macro(name, text[:start], text[opening.end() :].lstrip()):
        inner = text[start + 2 : _end_of_open(text, opening.end())].rstrip()
        return Found(start=start, end=start + 2 + len(inner), name=name, inner=inner, closed=False)
    return None


def bare_at(text: str, start: int) -> Found | None:
    """A block macro that is all the rest of the text but has lost its parentheses: `<< compare "a", "b" >>`."""
    match = _BARE.fullmatch(text, start)
    if match is None or match[1] not in MACROS or not MACROS[match[1]].block:
        return None
    end = text.rindex(">>") + 2
    return Found(start=start, end=end, name=match[1], inner=text[start + 2 : end - 2])


def calls_at(text: str) -> Iterator[Found]:
    """Every macro in a text from which code has been taken out, in order."""
    at = 0
    while (at := text.find("<<", at)) >= 0:
        found = None if escaped(text, at) else call_at(text, at)
        if found is not None:
            yield found
        at = at + 2 if found is None else max(found.end, at + 2)


def escaped(text: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before this place."""
    before = at
    while before and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def calls_in(text: str) -> tuple[SourceCall, ...]:
    """The macros of a page's source, front matter and all, without rendering anything."""
    if "<<" not in text:
        return ()
    lines = _LineNumbers(text)
    return tuple(_source_call(found, lines.at(found.start)) for found in calls_at(without_code(text)))


def line_of(text: str, inner: str, occurrence: int, *, closed: bool = True) -> int | None:
    """The line (from 1) of the n-th (from 0) macro in a page's source that reads like `inner`, however it is broken.

    In the source its lines can begin with the marks of a quote. None: it is not there, as when it was included
    from another file.
    """
    # Between any two signs, as `key_of` counts one macro and another that is broken elsewhere for the same.
    parts = r"[\s>]*".join(re.escape(sign) for sign in key_of(inner))
    # What is not closed must not be found in what is, nor in what merely begins like it.
    after = r"[\s>]*>>" if closed else r"(?![\s>]*>>)" if inner.endswith(")") else r"[ \t]*(?=\n|\Z|<<)"
    pattern = re.compile(rf"(?<!\\)(?:\\\\)*<<[\s>]*{parts}{after}")
    for source in (without_code(text), text):
        places = [match.start() for match in pattern.finditer(source)]
        if places:
            return _LineNumbers(text).at(places[min(occurrence, len(places) - 1)])
    return None


def key_of(inner: str) -> str:
    """What all macros have in common that `line_of` takes for the same."""
    return "".join(inner.split())


def _end(text: str, at: int, *, known: bool) -> int | None:
    """Where the macro ends whose opening parenthesis stands right before `at`: behind its `>>`."""
    depth, closed = 1, at
    for part in _PARTS.finditer(text, at):
        mark = part.group()
        if mark == ">>":
            whole = depth == 0 and not text[closed : part.start()].strip(" \t\n>" if known else None)
            # Past a blank line only a whole macro goes on: a `>>` paragraphs later is not the one that is missing.
            return part.end() if whole or (known and not _BLANK_LINE.search(text, at, part.start())) else None
        if mark == "<<":
            break
        if mark in "()":
            depth += 1 if mark == "(" else -1
            closed = part.end()
            if depth == 0 and not known and not text[closed:].lstrip().startswith(">>"):
                return None
    return _end_past_open_quote(text, at) if known else None


def _is_open_macro(name: str, before: str, rest: str) -> bool:
    """Whether what is not closed is a macro all the same: with a quote next, or a block's name alone on its line."""
    return rest[0] in _QUOTES if rest else MACROS[name].block and not before.strip()


def _end_past_open_quote(text: str, at: int) -> int | None:
    # A quote left open pairs with a later one, and the closing `>>` seems to be inside of text: the first one counts.
    blank = _BLANK_LINE.search(text, at)
    stop = blank.start() if blank else len(text)
    closing, following = text.find(">>", at, stop), text.find("<<", at, stop)
    return closing + 2 if closing >= 0 and (following < 0 or closing < following) else None


def _end_of_open(text: str, at: int) -> int:
    """How far a macro without `>>` goes whose opening parenthesis stands right before `at`."""
    depth = 1
    line = text.find("\n", at)
    for part in _PARTS.finditer(text, at, len(text) if line < 0 else line):
        mark = part.group()
        if mark == "<<":
            return part.start()
        depth += (mark == "(") - (mark == ")")
        if depth == 0:
            return part.end()
    return len(text) if line < 0 else line


def _source_call(found: Found, line: int) -> SourceCall:
    call = None
    # In a quote every line of the macro begins with `>`; those are not the macro's.
    for inner in (found.inner, _QUOTE_PREFIX.sub("\n", found.inner)):
        try:
            call = parse_call(inner)
        except MacroError:
            continue
        break
    return SourceCall(name=found.name, line=line, inner=found.inner, call=call)


class _LineNumbers:
    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> int:
        return bisect_right(self.starts, offset)
