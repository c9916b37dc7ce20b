"""The kinds of single values that a catalog file can hold: each reads one value or says which edit mends it.

A kind is written once, as an annotation on a field of the schema; its words serve error texts and reference page, its
`json` the editor's schema.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mkdocs_model_compare.errors import suggestion

from .model import State
from .wording import listed, shown

# How a file says that there is no value; the state is what the comparison then knows.
ABSENT: dict[object, State] = {
    form: state
    for word, state in (
        ("unknown", State.UNKNOWN),
        ("undisclosed", State.UNDISCLOSED),
        ("n/a", State.NOT_APPLICABLE),
    )
    for form in (word, word.capitalize(), word.upper())
}
ABSENCE_WORDS = "unknown, undisclosed or n/a"


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """How one plain value is read.

    `read` takes what `reading.interpret` made of the value and returns what the record keeps, or raises what `wrong`
    returns. `words` have their article: "a whole number of tokens". `json` is the value's JSON Schema.
    """

    words: str
    json: Mapping[str, Any]
    read: Callable[[object], object]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)


def wrong(found: str, expected: str, remedy: str) -> PydanticCustomError:
    """The error of one value, in the three parts that every message has."""
    return PydanticCustomError("catalog", "{text}", {"text": f"{found}; expected {expected}; {remedy}"})


def text_kind(words: str = "text", check: Callable[[str], str | None] | None = None, **json: object) -> Kind:
    """Text that is not empty. `check` returns the remedy for a text that will not do."""

    def read(value: object) -> str:
        if type(value) is not str:
            raise _not_text(value, words)
        stripped = value.strip()
        if not stripped:
            raise wrong("the text is empty", words, "write it, or remove the key")
        if check is not None and (remedy := check(stripped)) is not None:
            raise wrong(f"{shown(stripped)} will not do", words, remedy)
        return stripped

    return Kind(words, {"type": "string", "minLength": 1, **json}, read)


def _not_text(value: object, words: str) -> PydanticCustomError:
    if value is None:
        return wrong("nothing stands here", words, "write it")
    if isinstance(value, bool):
        return wrong("this is read as yes or no", words, "put it in quotes")
    if isinstance(value, (dict, list)):
        return wrong(f"{shown(value)} stands here", words, "write plain text")
    return wrong(f"{shown(value)} is a number", words, f'put it in quotes: "{shown(value)}"')


def choice_kind(what: str, choices: Mapping[str, object]) -> Kind:
    """One of a few fixed words; the record keeps what the word stands for."""
    words = f"{what}: {listed(choices)}"

    def read(value: object) -> object:
        if type(value) is str and value in choices:
            return choices[value]
        if value is None:
            raise _not_text(value, words)
        close = suggestion(value, choices) if isinstance(value, str) else None
        raise wrong(f"{shown(value)} is not among the choices", words, close or "choose one of them")

    return Kind(words, {"enum": list(choices)}, read)


def yes_no_kind(words: str = "yes or no") -> Kind:
    spellings = [True, False, "yes", "no", "true", "false", "on", "off"]

    def read(value: object) -> object:
        if value is True or value is False:
            return value
        if type(value) is str and value.casefold() in ("yes", "no", "true", "false", "on", "off"):
            raise wrong(f"{shown(value)} is text", words, "remove the quotes")
        if value is None:
            raise wrong("nothing stands here", words, "write yes or no")
        raise wrong(f"{shown(value)} is neither yes nor no", words, "write one of them")

    return Kind(words, {"enum": spellings}, read)
