"""The plugin's options in `mkdocs.yml`: each checked, all mistakes at once, each with its place and what to write.

MkDocs by itself stops at the first option that is wrong and only warns of unknown ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError

from mkdocs_model_compare.errors import CompareError, nearest
from mkdocs_model_compare.macros import checked_traffic
from mkdocs_model_compare.macros.table import FEWEST_MODELS, MOST_MODELS
from mkdocs_model_compare.site.made import Wishes

T = TypeVar("T")
# Where in the option, as `.comparisons[1]` (empty: all of it), and what is wrong there.
Fault = tuple[str, str]

_LONGEST = 36_500
_MOST_NEAREST = 50
_FLAGS = ("models", "index", "not_found")
_PAGES = ("path", "comparisons", *_FLAGS)
_COMPARISONS = "[[a, b], [a, c]], all, or {nearest: 3}"


class FaultsError(ValidationError):
    """All that is wrong in one option."""

    def __init__(self, *found: Fault) -> None:
        super().__init__("; ".join(what for _, what in found))
        self.found = found


class Option(BaseConfigOption[T]):
    """An option that `check` turns into what the plugin works with; left out or empty it is `default`.

    `check` raises `FaultsError`.
    """

    def __init__(self, check: Callable[[object], T], default: T) -> None:
        super().__init__()
        self._check = check
        self._absent = default

    def run_validation(self, value: object, /) -> T:
        return self._absent if value is None else self._check(value)


def _folder(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise FaultsError(("", f"{_found(value)}; expected a folder, its path relative to mkdocs.yml"))
    return value


def _workload(value: object) -> str | Mapping[str, object]:
    if isinstance(value, str):
        return value
    if not isinstance(value, Mapping):
        example = "{requests: 1000000, input_tokens: 800, output_tokens: 250}"
        raise FaultsError(("", f"{_found(value)}; expected {example}, or the id of a workload of catalog.yml"))
    faults: list[Fault] = []
    for key, number in value.items():
        try:
            checked_traffic({key: number})
        except CompareError as error:
            faults.append((f".{key}", str(error).removeprefix("workload: ")))
    if faults:
        raise FaultsError(*faults)
    return value


def _days(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LONGEST:
        raise FaultsError(("", f"{_found(value)}; expected a number of days from 0 (never) to {_LONGEST}, as 180"))
    return value


def _wishes(value: object) -> Wishes:
    if not isinstance(value, Mapping):
        raise FaultsError(("", f"{_found(value)}; expected a mapping with {', '.join(_PAGES)}"))
    faults = [
        *_unknown_keys(value, _PAGES),
        *_path_faults(value.get("path", "compare")),
        *_comparison_faults(value.get("comparisons")),
        *(
            (f".{key}", f"{_found(value[key])}; expected true or false")
            for key in _FLAGS
            if not isinstance(value.get(key, False), bool)
        ),
    ]
    if faults:
        raise FaultsError(*faults)
    comparisons = value.get("comparisons")
    return Wishes(
        path=str(PurePosixPath(value.get("path", "compare"))),
        listed=tuple(tuple(models) for models in comparisons) if isinstance(comparisons, list) else (),
        every_pair=comparisons == "all",
        nearest=comparisons["nearest"] if isinstance(comparisons, Mapping) else 0,
        models=value.get("models", False),
        index=value.get("index", False),
        not_found=value.get("not_found", False),
    )


def _path_faults(value: object) -> Iterator[Fault]:
    parts = PurePosixPath(value).parts if isinstance(value, str) else ()
    if not parts or parts[0] == "/" or ".." in parts or "\\" in str(value):
        yield ".path", f"{_found(value)}; expected a folder of the site, as compare"


def _comparison_faults(value: object) -> Iterator[Fault]:
    if isinstance(value, list):
        for number, models in enumerate(value):
            yield from _list_faults(f".comparisons[{number}]", models)
    elif isinstance(value, Mapping):
        yield from _unknown_keys(value, ("nearest",), ".comparisons")
        count = value.get("nearest")
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= _MOST_NEAREST:
            yield ".comparisons.nearest", f"{_found(count)}; expected a whole number from 1 to {_MOST_NEAREST}"
    elif value not in ("all", None):
        yield ".comparisons", f"{_found(value)}; expected {_COMPARISONS}"


def _list_faults(place: str, models: object) -> Iterator[Fault]:
    if not isinstance(models, list):
        yield place, f"{_found(models)}; expected a list of {FEWEST_MODELS} to {MOST_MODELS} models, as [a, b]"
        return
    if not FEWEST_MODELS <= len(models) <= MOST_MODELS:
        counted = f"{len(models)} model{'' if len(models) == 1 else 's'}"
        yield place, f"found {counted}; expected {FEWEST_MODELS} to {MOST_MODELS}, as [a, b]"
    for number, model in enumerate(models):
        if not isinstance(model, str):
            yield f"{place}[{number}]", f'{_found(model)}; expected the id of a model; put it in quotes: "{model}"'


def _unknown_keys(value: Mapping[str, object], known: tuple[str, ...], place: str = "") -> Iterator[Fault]:
    for key in value:
        if key not in known:
            close = nearest(str(key), known)
            hint = f'did you mean "{close}"?' if close else f"expected one of {', '.join(known)}"
            yield f"{place}.{key}", f"there is no such option; {hint}"


def _found(value: object) -> str:
    """As YAML writes it."""
    if value is None or isinstance(value, bool):
        return f"found {'nothing' if value is None else str(value).lower()}"
    return f'found "{value}"' if isinstance(value, str) else f"found {value}"


class Options(Config):
    """The product contract, "Options of the plugin". `templates` is empty for the shipped ones alone."""

    catalog = Option(_folder, "data")
    workload: Option[str | Mapping[str, object]] = Option(_workload, {})
    stale_after = Option(_days, 180)
    templates = Option(_folder, "")
    pages: Option[Wishes | None] = Option(_wishes, None)

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check every option. Unknown ones are errors, too: what they were meant to say would not be done."""
        faults: list[Fault] = list(_unknown_keys(self.data, tuple(key for key, _ in self._schema)))
        for key, option in self._schema:
            try:
                self[key] = option.validate(self.get(key))
            except FaultsError as error:
                faults += [(f"{key}{where}", what) for where, what in error.found]
        return [(where.lstrip("."), ValidationError(what)) for where, what in faults], []
