"""The text of a macro → its tokens, and the values that strings and numbers stand for."""

import re
from decimal import Decimal
from typing import NamedTuple

from .faults import MacroError, Span

NAME = r"[A-Za-z_][\w-]*"

# The longest number that any argument can mean; also far below the length at which `int()` refuses.
_MOST_DIGITS = 18

_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    | (?P<number>[+-]?\.?\d[\w.]*%?)
    | (?P<name>{NAME})
    | (?P<mark>[()\[\]{{}},=:])
    """,
    re.VERBOSE,
)
_WHOLE = re.compile(r"[+-]?\d+(?:_\d+)*")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:_\d+)*)?\.\d+(?:_\d+)*")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|(.))")
_LETTER_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_TYPOGRAPHIC = "“”„‟«»‘’‚‛"


class Token(NamedTuple):
    """`kind` is string, number, name, mark or end."""

    kind: str
    text: str
    span: Span


def tokens_of(text: str) -> list[Token]:
    """The tokens, with one of kind `end` behind them.

    Raises:
        MacroError: something in the text begins no token.
    """
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise MacroError(_unreadable(text[at]), Span(at, at + 1))
        at = match.end()
        if match.lastgroup != "space":
            found.append(Token(str(match.lastgroup), match.group(), Span(match.start(), at)))
    # The end has no text, so that no comparison with a mark is true of it; its caret stands on the last letter's heels.
    end = len(text.rstrip())
    return [*found, Token("end", "", Span(end, end + 1))]


def number_of(token: Token) -> int | Decimal:
    """The value of a number; raises MacroError where it is none, as `200k`."""
    digits = token.text.replace("_", "")
    if len(digits.lstrip("+-")) > _MOST_DIGITS:
        raise MacroError(f"a number has {_MOST_DIGITS} digits at most", token.span)
    if not token.text.isascii():
        raise MacroError(f"{token.text} is not a number; write it with the digits 0 to 9", token.span)
    if _WHOLE.fullmatch(token.text):
        return int(digits)
    if _DECIMAL.fullmatch(token.text):
        return Decimal(digits)
    if token.text.endswith("%"):
        raise MacroError(f"{token.text} is not a number; a share is written from 0 to 1, e.g. 0.4", token.span)
    raise MacroError(f"{token.text} is not a number; write it out, e.g. 200_000 or 0.4", token.span)


def text_of(token: Token) -> str:
    """The value of a string; raises MacroError for an escape that does not exist."""
    start = token.span.start + 1
    body = token.text[1:-1]
    if "\\" not in body:
        return body

    def letter(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code:
            return _code_point(int(code, 16), Span(start + match.start(), start + match.end()))
        # A punctuation mark behind a backslash is itself, as in Markdown: `\|` in a table's cell.
        if match[3].isalnum() and match[3] not in _LETTER_ESCAPES:
            message = f"{match[0]} is not an escape; a backslash itself is written \\\\"
            raise MacroError(message, Span(start + match.start(), start + match.end()))
        return _LETTER_ESCAPES.get(match[3], match[3])

    return _ESCAPE.sub(letter, body)


def _unreadable(letter: str) -> str:
    if letter in _TYPOGRAPHIC:
        return f"{letter} is a typographic quote; write a straight one, \" or '"
    if letter in "\"'":
        return f"the text that begins here has no closing {letter} on its line"
    return f"{letter} has no meaning in a macro; text stands in quotes"


def _code_point(number: int, span: Span) -> str:
    if 0xD800 <= number <= 0xDFFF:  # the surrogates, which are no characters
        raise MacroError("this escape names half of a character; write the character itself", span)
    return chr(number)
