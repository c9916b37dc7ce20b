"""The published list that `import` and `add` fill a catalog from: its content, its day, and what of it is meant."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from mkdocs_model_compare.catalog.merging.planning import fits
from mkdocs_model_compare.catalog.upstream.lists import INSTALLED
from mkdocs_model_compare.catalog.upstream.records import Listing
from mkdocs_model_compare.errors import nearest


def raw_list(upstream: str, file: Path | None) -> bytes | None:
    """The content of the list's file; None for the list that is an installed package."""
    if upstream == INSTALLED:
        if file is not None:
            message = f"{upstream} is the installed package and takes no file; leave {file} out."
            raise click.UsageError(message)
        return None
    if file is None:
        message = f"{upstream} takes the list's file: model-compare import {upstream} FILE"
        raise click.UsageError(message)
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"{file} cannot be read ({error.strerror or error})."
        raise click.UsageError(message) from None


def day_of(file: Path | None, today: date) -> date:
    """In the time zone of whoever downloaded it, as every day that they write."""
    return today if file is None else min(today, datetime.fromtimestamp(file.stat().st_mtime).astimezone().date())


def expect_matches(listing: Listing, only: tuple[str, ...]) -> None:
    """Refuse a name that nothing in the list has."""
    ids = listing.ids | {model.id for model in listing.models}
    for glob in only:
        if not any(fits(one, (glob,)) for one in ids):
            close = nearest(glob, ids)
            hint = f" Did you mean {close!r}?" if close else ""
            message = f"no id of the list is {glob!r}.{hint}"
            raise click.UsageError(message)
