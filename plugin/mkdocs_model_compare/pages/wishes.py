"""The option `pages`: what it can be, and what it says. What is wrong in it is found in `faults.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from mkdocs_model_compare.comparison.worth import FLOOR
from mkdocs_model_compare.errors import CompareError

from .faults import KINDS_OF, Fault, entries, found, unknown_keys, wish_faults

Where = str | Mapping[str, Any]

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
        *wish_faults(value),
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
        nav=frozenset(KINDS_OF[kind] for kind in value.get("nav", ["index"])),
        faq_data=value.get("faq_data", False),
        not_found=value.get("not_found", False),
        exports=frozenset(value.get("exports", [])),
    )


def _listed(comparisons: object) -> Iterator[Listed]:
    for place, entry in entries(comparisons):
        if isinstance(entry, list):
            yield Listed(models=tuple(entry), place=place)


def _choices(comparisons: object) -> Iterator[Choice]:
    for place, entry in entries(comparisons):
        if isinstance(entry, Mapping):
            yield Choice(nearest=entry.get("nearest", 0), where=entry.get("where"), place=place)
        elif entry == "all":
            yield Choice(place=place)


def _tags(value: object) -> Mapping[str, tuple[str, ...]] | None:
    if isinstance(value, Mapping):
        return {KINDS_OF[kind]: tuple(map(str, tags)) for kind, tags in value.items()}
    return dict.fromkeys(KINDS_OF.values(), tuple(map(str, value))) if isinstance(value, list) else None
