"""What is wrong in the option `pages`, each with its place in it. What only a catalog can tell is in `planning.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from mkdocs_model_compare.comparison.worth import FLOOR
from mkdocs_model_compare.errors import suggestion
from mkdocs_model_compare.macros.table import FEWEST_MODELS, MOST_MODELS

# Where in the option, as `.comparisons[1]` (empty: all of it), and what is wrong there.
Fault = tuple[str, str]

# How the option calls the kinds of pages, and what they are called elsewhere.
KINDS_OF = {"comparisons": "comparison", "models": "model", "index": "index"}
_EXPORTS = ("json", "markdown", "catalog", "llms")
_FLAGS = ("index", "faq_data", "not_found")
_COMPARISONS = "[[a, b], [a, c]], all, or {nearest: 3}"
_MOST_NEAREST = 50


def wish_faults(value: Mapping[str, object]) -> Iterator[Fault]:
    """What is wrong in the values; of keys see `unknown_keys`."""
    yield from _path_faults(value.get("path", "compare"))
    yield from _comparison_faults(value.get("comparisons"))
    yield from _models_faults(value.get("models", False))
    yield from _floor_faults(value.get("floor", 0))
    yield from _tag_faults(value.get("tags"))
    yield from _choices_faults(".nav", value.get("nav", []), KINDS_OF)
    yield from _choices_faults(".exports", value.get("exports", []), _EXPORTS)
    yield from ((f".{key}", _no_flag(value[key])) for key in _FLAGS if not isinstance(value.get(key, False), bool))


def unknown_keys(value: Mapping[str, object], known: tuple[str, ...], place: str = "") -> Iterator[Fault]:
    for key in value:
        if key not in known:
            hint = suggestion(str(key), known) or f"expected one of {', '.join(known)}"
            yield f"{place}.{key}", f"there is no such option; {hint}"


def found(value: object) -> str:
    """As YAML writes it."""
    if value is None or isinstance(value, bool):
        return f"found {'nothing' if value is None else str(value).lower()}"
    return f'found "{value}"' if isinstance(value, str) else f"found {value}"


def entries(comparisons: object) -> Iterator[tuple[str, object]]:
    """Each entry of the option `comparisons` with its place; one that is no list is the only one."""
    if isinstance(comparisons, list):
        yield from ((f".comparisons[{number}]", entry) for number, entry in enumerate(comparisons))
    elif comparisons is not None:
        yield ".comparisons", comparisons


def _path_faults(value: object) -> Iterator[Fault]:
    parts = PurePosixPath(value).parts if isinstance(value, str) else ()
    if not parts or parts[0] == "/" or ".." in parts or "\\" in str(value) or ":" in parts[0]:
        yield ".path", f"{found(value)}; expected a folder of the site, as compare"


def _comparison_faults(value: object) -> Iterator[Fault]:
    for place, entry in entries(value):
        if isinstance(entry, list):
            yield from _list_faults(place, entry)
        elif isinstance(entry, Mapping):
            yield from _choice_faults(place, entry)
        elif isinstance(value, list) and entry != "all":
            yield place, f"{found(entry)}; expected a list of {FEWEST_MODELS} to {MOST_MODELS} models, as [a, b]"
        elif entry != "all":
            yield place, f"{found(entry)}; expected {_COMPARISONS}"


def _choice_faults(place: str, entry: Mapping[str, object]) -> Iterator[Fault]:
    yield from unknown_keys(entry, ("nearest", "where"), place)
    count = entry.get("nearest", 1 if "where" in entry else None)
    if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= _MOST_NEAREST:
        yield f"{place}.nearest", f"{found(count)}; expected a whole number from 1 to {_MOST_NEAREST}"
    yield from _where_faults(place, entry)


def _where_faults(place: str, entry: Mapping[str, object]) -> Iterator[Fault]:
    where = entry.get("where")
    if "where" in entry and not (where and isinstance(where, str | Mapping)):
        yield f"{place}.where", f'{found(where)}; expected a condition, as "vision and context_window >= 200k"'


def _list_faults(place: str, models: list[object]) -> Iterator[Fault]:
    if not FEWEST_MODELS <= len(models) <= MOST_MODELS:
        counted = f"{len(models)} model{'' if len(models) == 1 else 's'}"
        yield place, f"found {counted}; expected {FEWEST_MODELS} to {MOST_MODELS}, as [a, b]"
    for number, model in enumerate(models):
        if not isinstance(model, str):
            yield f"{place}[{number}]", f'{found(model)}; expected the id of a model; put it in quotes: "{model}"'


def _models_faults(value: object) -> Iterator[Fault]:
    if isinstance(value, Mapping):
        yield from unknown_keys(value, ("where",), ".models")
        yield from _where_faults(".models", {"where": None, **value})
    elif not isinstance(value, bool):
        yield ".models", _no_flag(value)


def _floor_faults(value: object) -> Iterator[Fault]:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        yield ".floor", f"{found(value)}; expected a share from 0 to 1, as {FLOOR}"


def _tag_faults(value: object) -> Iterator[Fault]:
    if isinstance(value, Mapping):
        yield from unknown_keys(value, tuple(KINDS_OF), ".tags")
    by_place = {f".tags.{key}": tags for key, tags in value.items()} if isinstance(value, Mapping) else {".tags": value}
    for place, tags in by_place.items():
        if tags is not None and not (isinstance(tags, list) and all(isinstance(tag, str | int) for tag in tags)):
            yield place, f"{found(tags)}; expected a list of tags, as [Models]"


def _choices_faults(place: str, value: object, choices: Iterable[str]) -> Iterator[Fault]:
    known = tuple(choices)
    if not isinstance(value, list):
        yield place, f"{found(value)}; expected a list of {', '.join(known)}"
        return
    for choice in value:
        if choice not in known:
            hint = suggestion(str(choice), known) or f"expected some of {', '.join(known)}"
            yield place, f"{found(choice)}; {hint}"


def _no_flag(value: object) -> str:
    return f"{found(value)}; expected true or false"
