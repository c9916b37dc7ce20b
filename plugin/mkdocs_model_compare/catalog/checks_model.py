"""What can be wrong in one model's file although each of its values is right: dates, intervals, sources, paths.

Everything here depends on that file alone.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from mkdocs_model_compare.errors import suggestion

from .doubting import CHECKS
from .model import PRICE_KEYS
from .naming import known_value
from .reading import KeyPath
from .schema import Long
from .schema_model import ModelFile, ParametersEntry, PriceEntry, RouteEntry, ScoreEntry
from .stating import entry_paths
from .validating import Finding, Validated
from .wording import listed, plain_decimal

# Keys that `provenance` can name without going deeper.
_FIELDS = frozenset(ModelFile.model_fields) - {"sources", "provenance", "reviewed", "settled", "acknowledged"} | {
    "default"
}


def model_findings(data: Mapping[str, object], validated: Validated) -> list[Finding]:
    """The findings of one model's file; `data` is what it says, and its record what of that is right."""
    record: ModelFile = validated.record
    in_record = [
        *_dates(record),
        *_parameters(record),
        *(finding for index, route in enumerate(record.routes or ()) for finding in _route(route, ("routes", index))),
        *_scores(record.benchmarks or []),
        *_sources(record),
        *_acknowledged(record),
    ]
    return [
        *(
            Finding(validated.written(finding.path), finding.message, finding.on_key)
            for finding in in_record
            if not validated.concerns(finding)
        ),
        *_references(data),
        *provenance_findings(data),
    ]


def _dates(record: ModelFile) -> Iterator[Finding]:
    released, retires = known_value(record.released), known_value(record.retires)
    if released is not None and record.reviewed is not None and released.first > record.reviewed:
        message = (
            f"{released} is after the review of {record.reviewed}; expected a date before it; correct one of the two"
        )
        yield Finding(("released",), message)
    if released is not None and retires is not None and retires.last < released.first:
        message = f"{retires} is before the release of {released}; expected a date after it; correct one of the two"
        yield Finding(("retires",), message)


def _parameters(record: ModelFile) -> Iterator[Finding]:
    stated = known_value(record.parameters)
    if isinstance(stated, ParametersEntry) and stated.active and stated.active.number > stated.total.number:
        message = (
            f"{stated.active.text} is more than the total; expected at most {stated.total.text}; swap or correct them"
        )
        around = ("parameters", "value") if isinstance(record.parameters, Long) else ("parameters",)
        yield Finding((*around, "active"), message)


def _route(route: RouteEntry, path: KeyPath) -> Iterator[Finding]:
    base = route.price if isinstance(route.price, PriceEntry) else None
    if base is not None:
        yield from _price(base, (*path, "price"))
    currency = (base and base.currency) or "USD"
    for index, variant in enumerate(route.variants or ()):
        inner = (*path, "variants", index)
        if not (variant.when.mode or variant.when.region or variant.when.context_over is not None):
            message = "no condition stands here; expected mode, context_over or region; add one, or remove the variant"
            yield Finding((*inner, "when"), message)
        yield from _price(variant.price, (*inner, "price"))
        if variant.price.currency not in (None, currency):
            message = (
                f"{variant.price.currency} differs from the route's {currency}; expected one currency in a route; "
                "give the other currency a route of its own"
            )
            yield Finding((*inner, "price", "currency"), message)
    yield from _history(route, path)


def _price(price: PriceEntry, path: KeyPath) -> Iterator[Finding]:
    if all(getattr(price, key) is None for key in PRICE_KEYS):
        yield Finding(path, f"no price stands here; expected {listed(PRICE_KEYS)}; add one, or remove the key")


def _history(route: RouteEntry, path: KeyPath) -> Iterator[Finding]:
    newer: tuple[str, date] | None = None if route.since is None else ("since", route.since.last)
    for index, past in enumerate(route.history or ()):
        inner = (*path, "history", index)
        yield from _price(past.price, (*inner, "price"))
        if newer is not None and past.until.first > newer[1]:
            what = "the price now took effect" if newer[0] == "since" else "the price listed before it ended"
            message = f"{past.until} is after {what}; expected earlier prices, newest first; correct or reorder them"
            yield Finding((*inner, "until"), message)
        newer = ("until", past.until.last)


def _scores(entries: list[ScoreEntry]) -> Iterator[Finding]:
    seen = set()
    for index, entry in enumerate(entries):
        path = ("benchmarks", index)
        if entry.interval is not None:
            yield from _interval(entry, (*path, "interval"))
        result = (entry.benchmark, entry.variant, entry.reported_by, entry.date)
        if result in seen:
            message = "the same result is listed above; expected each once; tell them apart by variant, or remove one"
            yield Finding(path, message)
        seen.add(result)


def _interval(entry: ScoreEntry, path: KeyPath) -> Iterator[Finding]:
    interval, score = entry.interval or [], known_value(entry.score)
    if len(interval) != 2:
        how_many = "1 number stands here" if len(interval) == 1 else f"{len(interval)} numbers stand here"
        yield Finding(path, f"{how_many}; expected two, [lower, upper]; correct it")
        return
    low, high = interval
    written = f"[{plain_decimal(low)}, {plain_decimal(high)}]"
    if low > high:
        message = f"{written} is reversed; expected the lower end first; swap the two"
    elif score is None:
        message = "an interval without its score; expected both; add the score, or remove the interval"
    elif not low <= score <= high:
        message = f"{written} does not hold the score {plain_decimal(score)}; expected it inside; correct one of them"
    else:
        return
    yield Finding(path, message)


def _sources(record: ModelFile) -> Iterator[Finding]:
    for source_id, source in (record.sources or {}).items():
        if source.url is None and not source.editorial:
            message = (
                "a source without an address; expected url; add it, or editorial: yes for the curators' own judgement"
            )
            yield Finding(("sources", source_id), message)


def _acknowledged(record: ModelFile) -> Iterator[Finding]:
    for check in record.acknowledged or ():
        if check not in CHECKS:
            remedy = suggestion(check, CHECKS) or "correct it, or remove it"
            yield Finding(("acknowledged", check), f"unknown check; expected {listed(CHECKS)}; {remedy}", on_key=True)


def _references(data: Mapping[str, object]) -> Iterator[Finding]:
    sources = data.get("sources")
    known = sources if isinstance(sources, dict) else {}
    for path, source in _named_sources(data, ()):
        if source not in known:
            yield Finding(path, _no_source(source, known))


def _no_source(source: str, known: Mapping[str, object]) -> str:
    expected = f"expected {listed(known)}" if known else "expected one, and none is listed"
    remedy = suggestion(source, known) or "add it under sources"
    return f'"{source}" is no key of sources; {expected}; {remedy}'


def _named_sources(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if type(value) is dict:
        for key, inner in value.items():
            if key == "source" or path == ("provenance",):
                if type(inner) is str:
                    yield (*path, key), inner
            elif type(inner) is not str and (path or key != "sources"):
                yield from _named_sources(inner, (*path, key))
    elif type(value) is list:
        for index, inner in enumerate(value):
            if type(inner) is dict:
                yield from _named_sources(inner, (*path, index))


def provenance_findings(data: Mapping[str, object]) -> Iterator[Finding]:
    """The paths of `provenance` that lead nowhere in the file."""
    stated = data.get("provenance")
    paths = [path for path in stated if path not in _FIELDS] if isinstance(stated, dict) else []
    if not paths:
        return
    known = _FIELDS | set(_deep_paths(data))
    for path in paths:
        if path not in known and not path.startswith("capabilities."):
            remedy = suggestion(path, known) or "correct the path, or remove the line"
            message = (
                f'"{path}" is no path of this file; expected one such as capabilities or routes.<provider>; {remedy}'
            )
            yield Finding(("provenance", path), message, on_key=True)


def _deep_paths(data: Mapping[str, object]) -> Iterator[str]:
    for group, key in (("routes", "provider"), ("benchmarks", "benchmark")):
        listed_entries = data.get(group)
        entries = (
            [entry for entry in listed_entries if isinstance(entry, dict)] if isinstance(listed_entries, list) else []
        )
        for parts, entry in zip(entry_paths(group, (str(entry.get(key)) for entry in entries)), entries, strict=True):
            path = ".".join(parts)
            yield path
            yield from _price_paths(path, entry)


def _price_paths(path: str, entry: Mapping[str, object]) -> Iterator[str]:
    if "price" in entry:
        yield f"{path}.price"
        yield from (f"{path}.price.{key}" for key in PRICE_KEYS)
    for group in ("variants", "history"):
        inner = entry.get(group)
        if isinstance(inner, list):
            yield f"{path}.{group}"
            for index in range(len(inner)):
                yield f"{path}.{group}.{index}"
                yield from _price_paths(f"{path}.{group}.{index}", {"price": None})
