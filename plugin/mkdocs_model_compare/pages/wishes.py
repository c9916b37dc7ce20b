"""The option `pages`: what it can be, and what it says. What only a catalog can tell is checked in `planning.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from mkdocs_model_compare.comparison.worth import FLOOR
from mkdocs_model_compare.errors import CompareError, nearest
from mkdocs_model_compare.macros.table import FEWEST_MODELS, MOST_MODELS

# Where in the option, as `.comparisons[1]` (empty: all of it), and what is wrong there.
Fault = tuple[str, str]
Where = str | Mapping[str, Any]

COMPARISONS = "[[a, b], [a, c]], all, or {nearest: 3}"
KINDS = ("comparison", "model", "index")
_KINDS_OF = {"comparisons": "comparison", "models": "model", "index": "index"}
EXPORTS = ("json", "markdown", "catalog", "llms")
_FLAGS = ("index", "faq_data", "not_found")
# Every key of the option: what it says, and its default, as the documentation shows them.
WISHES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "path": ("the folder of the made pages in the site", "`compare`"),
        "comparisons": ("the comparisons to make a page for", "none"),
        "models": (
            '`true` for a page per model, or `{where: "vision"}` for the models that meet a condition',
            "`false`",
        ),
        "index": ("a page with a [picker](macros.md#picker) of all models and the way to all comparisons", "`false`"),
        "floor": (
            "the share of facts that must be known of every model of a page that a rule chose; 0 makes all",
            f"`{FLOOR}`",
        ),
        "tags": ("tags of the pages: `[Models]`, or `{comparisons: […], models: […], index: […]}`", "none"),
        "nav": ("the kinds of pages that are put into a navigation that is not written out", "`[index]`"),
        "not_found": ("a picker on the theme's 404 page", "`false`"),
        "exports": (
            "[files for programs](json.md#files-of-a-site): some of `json`, `markdown`, `catalog` and `llms`",
            "none",
        ),
        "faq_data": ("whether the questions of a comparison are told to search engines, as JSON-LD", "`false`"),
    }
)
_MOST_NEAREST = 50


class WishesError(CompareError):
    """All that is wrong in the option."""

    def __init__(self, *found: Fault) -> None:
        super().__init__("\n".join(f"pages{where}: {what}" for where, what in found))
        self.found = found


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One comparison that is written out, and its place in the option."""

    models: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Pairs by a rule: each model's `nearest` few, or all where that is 0, of the models that meet `where`."""

    nearest: int = 0
    where: Where | None = None
    place: str = ".comparisons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """`models_where` is the filter of the models with a page; `tags` and `nav` are by the kind of page.

    `not_found` asks for a picker on the 404 page, which is the theme's.
    """

    path: str = "compare"
    listed: tuple[Listed, ...] = ()
    choices: tuple[Choice, ...] = ()
    models: bool = False
    models_where: Where | None = None
    index: bool = False
    floor: Decimal = FLOOR
    tags: Mapping[str, tuple[str, ...]] | None = None
    nav: frozenset[str] = frozenset({"index"})
    faq_data: bool = False
    not_found: bool = False
    exports: frozenset[str] = frozenset()


def read_wishes(value: object) -> Wishes:
    """Check the option.

    Raises:
        WishesError: with all that is wrong in it.
    """
    if not isinstance(value, Mapping):
        raise WishesError(("", f"{found(value)}; expected a mapping with {', '.join(WISHES)}"))
    faults = [
        *unknown_keys(value, tuple(WISHES)),
        *_path_faults(value.get("path", "compare")),
        *_comparison_faults(value.get("comparisons")),
        *_models_faults(value.get("models", False)),
        *_floor_faults(value.get("floor", 0)),
        *_tag_faults(value.get("tags")),
        *_choices_faults(".nav", value.get("nav", []), _KINDS_OF),
        *_choices_faults(".exports", value.get("exports", []), EXPORTS),
        *((f".{key}", _no_flag(value[key])) for key in _FLAGS if not isinstance(value.get(key, False), bool)),
    ]
    if faults:
        raise WishesError(*faults)
    comparisons, models = value.get("comparisons"), value.get("models", False)
    return Wishes(
        path=str(PurePosixPath(value.get("path", "compare"))),
        listed=tuple(_listed(comparisons)),
        choices=tuple(_choices(comparisons)),
        models=bool(models),
        models_where=models["where"] if isinstance(models, Mapping) else None,
        index=value.get("index", False),
        floor=Decimal(str(value["floor"])) if "floor" in value else FLOOR,
        tags=_tags(value.get("tags")),
        nav=frozenset(_KINDS_OF[kind] for kind in value.get("nav", ["index"])),
        faq_data=value.get("faq_data", False),
        not_found=value.get("not_found", False),
        exports=frozenset(value.get("exports", [])),
    )


def _entries(comparisons: object) -> Iterator[tuple[str, object]]:
    """Each entry of the option `comparisons` with its place; one that is no list is the only one."""
    if isinstance(comparisons, list):
        yield from ((f".comparisons[{number}]", entry) for number, entry in enumerate(comparisons))
    elif comparisons is not None:
        yield ".comparisons", comparisons


def _listed(comparisons: object) -> Iterator[Listed]:
    for place, entry in _entries(comparisons):
        if isinstance(entry, list):
            yield Listed(models=tuple(entry), place=place)


def _choices(comparisons: object) -> Iterator[Choice]:
    for place, entry in _entries(comparisons):
        if isinstance(entry, Mapping):
            yield Choice(nearest=entry.get("nearest", 0), where=entry.get("where"), place=place)
        elif entry == "all":
            yield Choice(place=place)


def _tags(value: object) -> Mapping[str, tuple[str, ...]] | None:
    if isinstance(value, Mapping):
        return {_KINDS_OF[kind]: tuple(map(str, tags)) for kind, tags in value.items()}
    return dict.fromkeys(KINDS, tuple(map(str, value))) if isinstance(value, list) else None


def _path_faults(value: object) -> Iterator[Fault]:
    parts = PurePosixPath(value).parts if isinstance(value, str) else ()
    if not parts or parts[0] == "/" or ".." in parts or "\\" in str(value) or ":" in parts[0]:
        yield ".path", f"{found(value)}; expected a folder of the site, as compare"


def _comparison_faults(value: object) -> Iterator[Fault]:
    for place, entry in _entries(value):
        if isinstance(entry, list):
            yield from _list_faults(place, entry)
        elif isinstance(entry, Mapping):
            yield from _choice_faults(place, entry)
        elif isinstance(value, list) and entry != "all":
            yield place, f"{found(entry)}; expected a list of {FEWEST_MODELS} to {MOST_MODELS} models, as [a, b]"
        elif entry != "all":
            yield place, f"{found(entry)}; expected {COMPARISONS}"


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
        yield from unknown_keys(value, tuple(_KINDS_OF), ".tags")
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
            close = nearest(str(choice), known)
            hint = f'did you mean "{close}"?' if close else f"expected some of {', '.join(known)}"
            yield place, f"{found(choice)}; {hint}"


def unknown_keys(value: Mapping[str, object], known: tuple[str, ...], place: str = "") -> Iterator[Fault]:
    for key in value:
        if key not in known:
            close = nearest(str(key), known)
            hint = f'did you mean "{close}"?' if close else f"expected one of {', '.join(known)}"
            yield f"{place}.{key}", f"there is no such option; {hint}"


def _no_flag(value: object) -> str:
    return f"{found(value)}; expected true or false"


def found(value: object) -> str:
    """As YAML writes it."""
    if value is None or isinstance(value, bool):
        return f"found {'nothing' if value is None else str(value).lower()}"
    return f'found "{value}"' if isinstance(value, str) else f"found {value}"
