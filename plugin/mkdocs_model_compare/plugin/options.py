"""The plugin's options in `mkdocs.yml`: each checked, all mistakes at once, each with its place and what to write.

MkDocs by itself stops at the first option that is wrong and only warns of unknown ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError

from mkdocs_model_compare.catalog.option_places import option_place
from mkdocs_model_compare.errors import CompareError, Place
from mkdocs_model_compare.macros import checked_traffic
from mkdocs_model_compare.pages.faults import Fault, found, unknown_keys
from mkdocs_model_compare.pages.wishes import Wishes, WishesError, read_wishes

T = TypeVar("T")

_LONGEST = 36_500


class FaultsError(ValidationError):
    """All that is wrong in one option."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(what for _, what in faults))
        self.found = faults


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
        raise FaultsError(("", f"{found(value)}; expected a folder, its path relative to mkdocs.yml"))
    return value


def _workload(value: object) -> str | Mapping[str, object]:
    if isinstance(value, str):
        return value
    if not isinstance(value, Mapping):
        example = "{requests: 1000000, input_tokens: 800, output_tokens: 250}"
        raise FaultsError(("", f"{found(value)}; expected {example}, or the id of a workload of catalog.yml"))
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
        raise FaultsError(("", f"{found(value)}; expected a number of days from 0 (never) to {_LONGEST}, as 180"))
    return value


def _wishes(value: object) -> Wishes:
    try:
        return read_wishes(value)
    except WishesError as error:
        raise FaultsError(*error.found) from None


def fault_line(options: Options, option: str, what: str) -> str:
    """A mistake with its place in the file."""
    return f"{_place(options, option)}: plugins.model-compare.{option}: {what}"


def _place(options: Options, option: str) -> Place:
    path = Path(options.config_file_path or "mkdocs.yml")
    return option_place(path, path.name, "model-compare", option)


class Options(Config):
    """The product contract, "Options of the plugin". `templates` is empty for the shipped ones alone."""

    catalog = Option(_folder, "data")
    workload: Option[str | Mapping[str, object]] = Option(_workload, {})
    stale_after = Option(_days, 180)
    templates = Option(_folder, "")
    pages: Option[Wishes | None] = Option(_wishes, None)

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check every option. Unknown ones are errors, too: what they were meant to say would not be done."""
        faults: list[Fault] = list(unknown_keys(self.data, tuple(key for key, _ in self._schema)))
        for key, option in self._schema:
            try:
                self[key] = option.validate(self.get(key))
            except FaultsError as error:
                faults += [(f"{key}{where}", what) for where, what in error.found]
        told = ((where.lstrip("."), what) for where, what in faults)
        return [(where, ValidationError(f"{what} ({_place(self, where)})")) for where, what in told], []
