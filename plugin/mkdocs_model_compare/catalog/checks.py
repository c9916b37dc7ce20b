"""What can be wrong between the files of a catalog: names that lead nowhere, names used twice, reviews to come."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from mkdocs_model_compare.errors import Problem

from .checks_comparisons import comparison_problems
from .checks_model import known_value
from .checks_settings import settings_problems
from .contents import Contents, no_model, no_such
from .files import FileRecord
from .schema import Long
from .schema_model import ModelFile
from .validating import Finding
from .wording import plain_decimal

def check(contents: Contents, today: date) -> Iterator[Problem]:
    """Every problem that no file has on its own. Reviews are never later than `today`."""
    yield from _ids(contents.models)
    yield from _aliases(contents)
    known = {
        "providers.yml": contents.named_in("providers"),
        "licenses.yml": contents.named_in("licenses"),
        "benchmarks.yml": contents.named_in("benchmarks"),
        "capabilities": contents.settings_named("capabilities"),
        "use cases": contents.settings_named("use_cases"),
    }
    units = _units(contents)
    for record in contents.models:
        if record.record is not None:
            yield from (record.problem_in_record(finding) for finding in _references(record, known))
            yield from (record.problem_in_record(finding) for finding in _ranges(record.record, units))
            yield from (record.problem_in_record(finding) for finding in _standing(record, contents, today))
    yield from settings_problems(contents)
    yield from comparison_problems(contents)


def _ids(records: Iterable[FileRecord]) -> Iterator[Problem]:
    first: dict[str, FileRecord] = {}
    for record in records:
        other = first.setdefault(record.model_id.casefold(), record)
        if other is record:
            continue
        if other.model_id == record.model_id:
            message = f"{other.shown} gives the same id, {record.model_id}; expected each id once; rename one of the files"
        else:
            message = f"{other.shown} differs only in case; expected names that differ everywhere; rename one of the files"
        yield record.about_itself(message)


def _aliases(contents: Contents) -> Iterator[Problem]:
    owners: dict[str, FileRecord] = {}
    for record in contents.models:
        for index, alias in enumerate(record.aliases):
            owner = owners.setdefault(alias, record)
            named = contents.ids.get(alias)
            if named is not None:
                whose = "this model's own id" if named.model_id == record.model_id else f"the id of {named.shown}"
            elif owner is not record:
                whose = f"an alias in {owner.shown} too"
            elif alias in record.aliases[:index]:
                whose = "listed twice"
            else:
                continue
            message = f'"{alias}" is {whose}; expected a name that nothing else has; remove it, or correct it'
            yield record.problem_in_record(Finding(("aliases", index), message))


def _references(record: FileRecord, known: Mapping[str, Mapping[str, object] | None]) -> Iterator[Finding]:
    model: ModelFile = record.record
    for index, route in enumerate(model.routes or ()):
        yield from _named(("routes", index, "provider"), route.provider, "providers.yml", known)
    for index, score in enumerate(model.benchmarks or ()):
        yield from _named(("benchmarks", index, "benchmark"), score.benchmark, "benchmarks.yml", known)
    license_ = known_value(model.license)
    if isinstance(license_, str):
        path = ("license", "value") if isinstance(model.license, Long) else ("license",)
        yield from _named(path, license_, "licenses.yml", known)
    for capability in model.capabilities or ():
        yield from _named(("capabilities", capability), capability, "capabilities", known, on_key=True)
    for index, use_case in enumerate(model.fit or ()):
        yield from _named(("fit", index), use_case, "use cases", known)
    for path in model.provenance or ():
        if path.startswith("capabilities."):
            capability = path.removeprefix("capabilities.")
            yield from _named(("provenance", path), capability, "capabilities", known, on_key=True)


def _named(
    path: tuple[str | int, ...],
    name: str,
    where: str,
    known: Mapping[str, Mapping[str, object] | None],
    *,
    on_key: bool = False,
) -> Iterator[Finding]:
    names = known[where]
    if names is None or name in names:
        return
    yield Finding(path, no_such(name, where, names), on_key)


def _units(contents: Contents) -> dict[str, str]:
    record = contents.beside.get("benchmarks")
    return {} if record is None or record.record is None else {key: entry.unit for key, entry in record.record.items()}


def _ranges(model: ModelFile, units: Mapping[str, str]) -> Iterator[Finding]:
    for index, entry in enumerate(model.benchmarks or ()):
        score = known_value(entry.score)
        unit = units.get(entry.benchmark)
        if not isinstance(score, Decimal):
            continue
        path = ("benchmarks", index, "score", "value") if isinstance(entry.score, Long) else ("benchmarks", index, "score")
        if unit == "percent" and not 0 <= score <= 100:
            message = f"{plain_decimal(score)} is no percentage; expected 0 to 100; correct the score, or the benchmark's unit"
            yield Finding(path, message)
        elif unit in ("usd", "seconds") and score < 0:
            message = f"{plain_decimal(score)} is negative; expected {unit}, 0 or more; correct the score"
            yield Finding(path, message)


def _standing(record: FileRecord, contents: Contents, today: date) -> Iterator[Finding]:
    model: ModelFile = record.record
    if model.reviewed is not None and model.reviewed > today:
        message = f"{model.reviewed} is after today, {today}; expected the day of a review that took place; correct it"
        yield Finding(("reviewed",), message)
    successor = model.successor
    if successor is None:
        return
    if contents.names.get(successor) == record.model_id:
        message = f'"{successor}" is this model itself; expected another model; correct or remove it'
        yield Finding(("successor",), message)
    elif not contents.may_be_called(successor):
        yield Finding(("successor",), no_model(successor, contents))
