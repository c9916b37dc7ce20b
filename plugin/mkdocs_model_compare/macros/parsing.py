"""The text between `<<` and `>>` → a call with literal arguments, every one with its place in the text.

Nothing is evaluated and nothing is looked up here: what the names and values mean is for `resolving.py` to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from .faults import MacroError, Span
from .tokens import Token, number_of, text_of, tokens_of

# A list of lists has no use in a macro; the bound keeps `[[[[…` a message and not a stack overflow.
_DEEPEST = 4
_CONSTANTS: Mapping[str, bool | None] = {"True": True, "true": True, "False": False, "false": False, "None": None}
_CLOSING = {"[": "]", "(": ")", "{": "}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal:
    """One value as the author wrote it. A list holds literals, a dict literals by their keys."""

    value: "str | int | Decimal | bool | tuple[Literal, ...] | Mapping[str, Literal] | None"
    span: Span

    @property
    def plain(self) -> object:
        """The value with lists as tuples and dicts of plain values."""
        if isinstance(self.value, tuple):
            return tuple(item.plain for item in self.value)
        if isinstance(self.value, Mapping):
            return {key: item.plain for key, item in self.value.items()}
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """`name` is None for a positional one; `span` covers the name too."""

    name: str | None
    literal: Literal
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A macro that is well formed. `parentheses` is the span of `(…)`."""

    text: str
    name: str
    name_span: Span
    arguments: tuple[Argument, ...]
    parentheses: Span


# What a page asks is looked up right after its macros were found.
@lru_cache(maxsize=64)
def parse_call(text: str) -> Call:
    """Read `name(arguments)`, with space and line breaks anywhere between the parts.

    Raises:
        MacroError: the text is not a call with literal arguments.
    """
    return _Parser(text).call()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tuple(tokens_of(text))
        self.at = 0

    def call(self) -> Call:
        name = self.take()
        if name.kind != "name":
            raise MacroError('a macro begins with its name, e.g. compare("a", "b")', name.span)
        opening = self.take()
        if opening.text != "(":
            raise MacroError(f'after "{name.text}" there must be its arguments in parentheses', opening.span)
        arguments = self.arguments()
        closing = self.take()
        if self.peek().kind != "end":
            raise MacroError("a macro is one call; nothing can follow its closing parenthesis", self.peek().span)
        return Call(
            text=self.text,
            name=name.text,
            name_span=name.span,
            arguments=arguments,
            parentheses=Span(opening.span.start, closing.span.end),
        )

    def arguments(self) -> tuple[Argument, ...]:
        found: list[Argument] = []
        while self.peek().text != ")":
            argument = self.argument()
            if argument.name is None and found and found[-1].name is not None:
                raise MacroError(_stray_positional(found[-1], argument, self.text), argument.span)
            found.append(argument)
            self.separator(")")
        return tuple(found)

    def argument(self) -> Argument:
        name, mark = self.peek(), self.peek(1)
        if name.kind != "name" or mark.text not in ("=", ":"):
            literal = self.value()
            return Argument(name=None, literal=literal, span=literal.span)
        if mark.text == ":":
            raise MacroError(f'an argument is given with "=": {name.text}=…', mark.span)
        self.at += 2
        literal = self.value()
        return Argument(name=name.text, literal=literal, span=Span(name.span.start, literal.span.end))

    def value(self, depth: int = 0) -> Literal:
        token = self.take()
        if token.kind == "string":
            return Literal(value=text_of(token), span=token.span)
        if token.kind == "number":
            return Literal(value=number_of(token), span=token.span)
        if token.text in _CONSTANTS:
            return Literal(value=_CONSTANTS[token.text], span=token.span)
        if token.text in _CLOSING:
            if depth == _DEEPEST:
                raise MacroError(f"lists can stand {_DEEPEST} deep at most", token.span)
            return self.dictionary(token, depth) if token.text == "{" else self.sequence(token, depth)
        raise MacroError(_not_a_value(token), token.span)

    def sequence(self, opening: Token, depth: int) -> Literal:
        closing = _CLOSING[opening.text]
        items: list[Literal] = []
        while self.peek().text != closing:
            items.append(self.value(depth + 1))
            self.separator(closing)
        return Literal(value=tuple(items), span=Span(opening.span.start, self.take().span.end))

    def dictionary(self, opening: Token, depth: int) -> Literal:
        items: dict[str, Literal] = {}
        while self.peek().text != "}":
            key = self.take()
            if key.kind != "string":
                raise MacroError('a key is text in quotes, e.g. {"openness": "open-weights"}', key.span)
            name = text_of(key)
            if name in items:
                raise MacroError(f'the key "{name}" is given twice; keep one', key.span)
            colon = self.take()
            if colon.text != ":":
                raise MacroError(f'after the key "{name}" there must be ":" and its value', colon.span)
            items[name] = self.value(depth + 1)
            self.separator("}")
        return Literal(value=items, span=Span(opening.span.start, self.take().span.end))

    def separator(self, closing: str) -> None:
        token = self.peek()
        if token.text == ",":
            self.at += 1
        elif token.kind == "end":
            raise MacroError(f'"{closing}" is missing at the end', token.span)
        elif token.text != closing:
            raise MacroError(f'there must be "," or "{closing}" before this', token.span)

    def peek(self, ahead: int = 0) -> Token:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def take(self) -> Token:
        token = self.peek()
        self.at += 1
        return token


def _not_a_value(token: Token) -> str:
    if token.kind == "end":
        return "the macro ends where a value was expected"
    if token.kind == "name":
        return f'{token.text} is not a value; text stands in quotes: "{token.text}"'
    if token.text == ",":
        return "there is no value before this comma"
    return f'"{token.text}" stands where a value was expected'


def _stray_positional(before: Argument, stray: Argument, text: str) -> str:
    numbers = (before.literal.value, stray.literal.value)
    if all(isinstance(number, int) and not isinstance(number, bool) for number in numbers):
        first, second = (text[part.start : part.end] for part in (before.literal.span, stray.literal.span))
        return f"a number is written without commas: {before.name}={first}_{second}"
    return "an argument without a name cannot follow one with a name; put it first or name it"
