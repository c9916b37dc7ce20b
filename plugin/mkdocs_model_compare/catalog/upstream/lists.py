"""A published list → `Listing`: the table of lists that can be read, and the one way to read each."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from . import genai_prices, litellm, models_dev
from .gathering import gather
from .json_input import read_json
from .records import Listing, Upstream
from .rows import Rows

UPSTREAMS: Mapping[str, Upstream] = {one.UPSTREAM.name: one.UPSTREAM for one in (models_dev, litellm, genai_prices)}
# The list that is a package and no file.
INSTALLED = genai_prices.UPSTREAM.name
_READERS: Mapping[str, Callable[[Any, Rows, date], None]] = {
    models_dev.UPSTREAM.name: lambda data, rows, _: models_dev.read(data, rows),
    litellm.UPSTREAM.name: litellm.read,
}


def read_listing(
    name: str, raw: bytes | None, today: date, *, known: Iterable[str] = (), note: str | None = None
) -> Listing:
    """All that the list called `name` says.

    `raw` is its file, None for the installed package; `known` are the keys of models that a catalog has already, whose
    routes are taken even where the list does not say who made them; `today` is the day on which prices must hold.

    Raises:
        ListError: the list cannot be read.
    """
    rows = Rows()
    if raw is None:
        providers, version = genai_prices.installed()
        genai_prices.read(providers, rows, today)
        note = note or f"version {version}"
    else:
        _READERS[name](read_json(raw), rows, today)
    models = gather(rows, known)
    return Listing(
        upstream=UPSTREAMS[name],
        note=note,
        rows=rows.count,
        models=models,
        skipped=tuple(rows.skipped),
        doubted=tuple(dict.fromkeys(rows.doubted)),
        ids=frozenset(rows.ids),
    )
