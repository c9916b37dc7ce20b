"""One fact of the catalog beside what a list says of it: the same, another, or more exactly the same."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import Fact, License, Modalities, Model, State
from mkdocs_model_compare.catalog.special_kinds import as_seen

_CAPABILITIES = "capabilities."
_IN_WORDS = {State.NO: "no", State.UNDISCLOSED: "undisclosed", State.NOT_APPLICABLE: "n/a", State.UNKNOWN: "unknown"}


def fact_at(model: Model, path: str) -> Fact[object] | None:
    """The fact of a model that a list calls by this path; None for what is no fact, such as a family."""
    if path.startswith(_CAPABILITIES):
        return model.capabilities.get(path.removeprefix(_CAPABILITIES))
    found = getattr(model, path, None)
    return found if isinstance(found, Fact) else None


def said(fact: Fact[object]) -> str:
    """What the catalog says, as text that is the same for the same value."""
    return _IN_WORDS[fact.state] if fact.value is None else text(fact.value)


def text(value: object) -> str:
    """What a list says, in the same way."""
    if isinstance(value, Modalities):
        return _modalities(value.input, value.output)
    if isinstance(value, Mapping):
        return _modalities(value["input"], value["output"])
    if isinstance(value, License):
        return value.id
    if isinstance(value, Enum):
        return str(value.value)
    return as_seen(value if isinstance(value, bool | Decimal) else str(value))


def _modalities(taken: object, given: object) -> str:
    kinds = (", ".join(sorted(one)) if isinstance(one, list | tuple) else "" for one in (taken, given))
    return " → ".join(kinds)


def agree(fact: Fact[object], value: object) -> bool:
    """Whether both can be right: the same, or a date that is but more exact than the other."""
    ours = fact.value
    if isinstance(ours, PartialDate) and isinstance(value, PartialDate):
        return ours.first <= value.last and value.first <= ours.last
    return said(fact) == text(value)


def plain(value: object) -> object:
    """A list's value as a file states it."""
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, PartialDate | date) else value
