"""What every mapping of a catalog file is made of: entries, facts with their long form, and the shared kinds.

The files stand in `schema_model.py` and `schema_beside.py`; each key has its docstring and example there, once.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Generic, TypeAlias, TypeVar, cast, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .dates import PartialDate
from .kinds import ABSENT, text_kind, yes_no_kind
from .model import State
from .number_kinds import decimal_kind, whole_kind
from .special_kinds import currency_kind, day_kind, partial_date_kind, url_kind

T = TypeVar("T")

Text = Annotated[str, text_kind()]
Id = Annotated[str, text_kind("an id")]
SourceId = Annotated[str, text_kind("an id under sources")]
Url = Annotated[str, url_kind()]
Currency = Annotated[str, currency_kind()]
YesNo = Annotated[bool, yes_no_kind()]
Day = Annotated[date, day_kind()]
DateLike = Annotated[PartialDate, partial_date_kind()]
Tokens = Annotated[int, whole_kind("a whole number of tokens, 1 or more")]
TokensOrNone = Annotated[int, whole_kind("a whole number of tokens, 0 or more", least=0)]
Requests = Annotated[int, whole_kind("a whole number of requests per month")]
Money = Annotated[Decimal, decimal_kind("a price per 1,000,000 tokens, 0 or more", least=0)]
Number = Annotated[Decimal, decimal_kind("a number")]
Share = Annotated[Decimal, decimal_kind("a share from 0 to 1", least=0, most=1)]
Weight = Annotated[Decimal, decimal_kind("a weight, 0 or more", least=0)]


class Entry(BaseModel):
    """A mapping with fixed keys."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


class Long(Entry, Generic[T]):
    """A fact that needs its own provenance."""

    value: T
    """The value itself, or unknown, undisclosed or n/a."""
    source: SourceId | None = Field(None, examples=["card"])
    """Where the value is from."""
    note: Text | None = Field(None, examples=["token budget"])
    """What a reader should know about it."""
    retrieved: Day | None = Field(None, examples=["2026-11-22"])
    """When it was looked up; the source's own date when absent."""


# Parts that these branches add to the path of an error. No key of a file has a NUL in it; `reading` refuses that.
PLAIN, LONG, ABSENCE = "\0plain", "\0long", "\0absence"


class OrLong:
    """The short forms of a fact beside the long one: a plain value, or a word for its absence."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        plain = get_args(source)[0]
        return _either(
            {
                PLAIN: handler.generate_schema(plain),
                LONG: handler.generate_schema(long_form(plain)),
                ABSENCE: _ABSENT_SCHEMA,
            },
            _form_beside_mapping if mapping_of(plain) else _form,
        )


class OrAbsence:
    """A plain value, or a word for its absence."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        plain = get_args(source)[0]
        return _either({PLAIN: handler.generate_schema(plain), ABSENCE: _ABSENT_SCHEMA}, _presence)


class ByShape:
    """A mapping or a single value: the first type given is the single value's, the second the mapping's."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        single, mapping = get_args(source)
        return _either({PLAIN: handler.generate_schema(single), LONG: handler.generate_schema(mapping)}, _shape)


Given: TypeAlias = Annotated[T | State | Long[T | State], OrLong()]
"""A fact as a file can state it."""


def key(example: Any, default: Any = ...) -> Any:
    """A field of an entry, with the example that documents it."""
    return Field(default, examples=[example])


def fact(example: Any) -> Any:
    """A fact that may be left out, which says that nobody looked."""
    return Field(State.UNKNOWN, examples=[example])


def long_form(plain: Any) -> type[Long[Any]]:
    """The long form of a fact with such plain values."""
    return cast("type[Long[Any]]", Long.__class_getitem__(Annotated[plain | State, OrAbsence()]))


def mapping_of(annotation: Any) -> type[Entry] | None:
    """The entry among the plain forms of a value, if a mapping is one of them."""
    parts = (annotation, *get_args(annotation), *(inner for part in get_args(annotation) for inner in get_args(part)))
    return next((part for part in parts if isinstance(part, type) and issubclass(part, Entry)), None)


def _either(choices: dict[str, CoreSchema], pick: Callable[[Any], str]) -> CoreSchema:
    # A union decided by the value's form: only the branch that was meant reports faults.
    return core_schema.tagged_union_schema(dict(choices), discriminator=pick)


def _form(value: Any) -> str:
    if type(value) is dict:
        return LONG
    return _presence(value)


def _form_beside_mapping(value: Any) -> str:
    if type(value) is dict:
        return LONG if "value" in value else PLAIN
    return _presence(value)


def _presence(value: Any) -> str:
    return ABSENCE if value is None or (type(value) is str and value in ABSENT) else PLAIN


def _shape(value: Any) -> str:
    return LONG if type(value) is dict or type(value) is list else PLAIN


_ABSENT_SCHEMA = core_schema.no_info_plain_validator_function(lambda value: ABSENT.get(value, State.UNKNOWN))
