"""What can be wrong between the files of a catalog: names that lead nowhere, names used twice, reviews to come."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from mkdocs_model_compare.errors import Problem

from .checks_comparisons import comparison_problems
from .checks_settings import settings_problems
from .contents import Contents, no_model, no_such
from .files import FileRecord
from .naming import IN_CAPABILITIES, References, known_value
from .reading import KeyPath
from .schema import Long
from .schema_model import ModelFile
from .validating import Finding
from .wording import plain_decimal


def check(contents: Contents, today: date) -> Iterator[Problem]:
    """Every problem that no file has on its own. Reviews and looks at sources are never later than `today`."""
    yield from _ids(contents.models)
    yield from _aliases(contents)
    known = _known(contents)
    units = _units(contents)
    for record in contents.models:
        if record.record is None:
            continue
        if not _explained(record.named, known):
            yield from record.problems_in_record(_references(record, known))
        if record.named.unusual_scores:
            yield from record.problems_in_record(_ranges(record.record, units))
        yield from record.problems_in_record(_standing(record, contents, today))
    yield from settings_problems(contents)
    yield from comparison_problems(contents)


# What a name can be → the names there are, or None where they cannot be known.
_Known: TypeAlias = Mapping[str, Mapping[str, object] | None]


def _known(contents: Contents) -> _Known:
    return {
        "providers.yml": contents.named_in("providers"),
        "licenses.yml": contents.named_in("licenses"),
        "benchmarks.yml": contents.named_in("benchmarks"),
        "capabilities": contents.settings_named("capabilities"),
        "use cases": contents.settings_named("use_cases"),
    }


def _explained(named: References, known: _Known) -> bool:
    """Whether every name leads somewhere; which does not is looked for only if not."""
    sought = (named.providers, named.licenses, named.benchmarks, named.capabilities, named.use_cases)
    return all(names is None or one <= names.keys() for one, names in zip(sought, known.values(), strict=True))


def _ids(records: Iterable[FileRecord]) -> Iterator[Problem]:
    same: dict[str, FileRecord] = {}
    folded: dict[str, FileRecord] = {}
    for record in records:
        other = same.setdefault(record.model_id, record)
        alike = folded.setdefault(record.model_id.casefold(), record)
        if other is not record:
            message = f"{other.shown} gives the same id, {record.model_id}; expected each once; rename one of the files"
        elif alike is record:
            continue
        else:
            other = alike
            message = (
                f"{other.shown} differs only in case; expected names that differ everywhere; rename one of the files"
            )
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
            yield from record.problems_in_record([Finding(("aliases", index), message)])


def _references(record: FileRecord, known: _Known) -> Iterator[Finding]:
    model: ModelFile = record.record
    for index, route in enumerate(model.routes or ()):
        yield from _named(("routes", index, "provider"), route.provider, "providers.yml", known)
    for index, score in enumerate(model.benchmarks or ()):
        yield from _named(("benchmarks", index, "benchmark"), score.benchmark, "benchmarks.yml", known)
    license_ = known_value(model.license)
    if license_ is not None:
        yield from _named(_value_path(("license",), model.license), license_, "licenses.yml", known)
    for capability in model.capabilities or ():
        yield from _named(("capabilities", capability), capability, "capabilities", known, on_key=True)
    for index, use_case in enumerate(model.fit or ()):
        yield from _named(("fit", index), use_case, "use cases", known)
    for path in model.provenance or ():
        if path.startswith(IN_CAPABILITIES):
            capability = path.removeprefix(IN_CAPABILITIES)
            yield from _named(("provenance", path), capability, "capabilities", known, on_key=True)


def _named(
    path: KeyPath,
    name: str,
    where: str,
    known: _Known,
    *,
    on_key: bool = False,
) -> Iterator[Finding]:
    names = known[where]
    if names is None or name in names:
        return
    yield Finding(path, no_such(name, where, names), on_key)


def _value_path(path: KeyPath, stated: object) -> KeyPath:
    """Where the value itself stands, in the short or the long form."""
    return (*path, "value") if isinstance(stated, Long) else path


def _units(contents: Contents) -> dict[str, str]:
    record = contents.beside.get("benchmarks")
    return {} if record is None or record.record is None else {key: entry.unit for key, entry in record.record.items()}


def _ranges(model: ModelFile, units: Mapping[str, str]) -> Iterator[Finding]:
    for index, entry in enumerate(model.benchmarks or ()):
        score = known_value(entry.score)
        unit = units.get(entry.benchmark)
        if score is None:
            continue
        path = _value_path(("benchmarks", index, "score"), entry.score)
        if unit == "percent" and not 0 <= score <= 100:
            message = f"{plain_decimal(score)} is no percentage; expected 0 to 100; correct it, or the benchmark's unit"
            yield Finding(path, message)
        elif unit in ("usd", "seconds") and score < 0:
            message = f"{plain_decimal(score)} is negative; expected {unit}, 0 or more; correct the score"
            yield Finding(path, message)


def _standing(record: FileRecord, contents: Contents, today: date) -> Iterator[Finding]:
    model: ModelFile = record.record
    if model.reviewed is not None and model.reviewed > today:
        message = f"{model.reviewed} is after today, {today}; expected the day of a review that took place; correct it"
        yield Finding(("reviewed",), message)
    for source, held in (model.sources or {}).items():
        if held.retrieved is not None and held.retrieved > today:
            message = f"{held.retrieved} is after today, {today}; expected the day of a look that took place"
            yield Finding(("sources", source, "retrieved"), f"{message}; correct it")
    successor = model.successor
    if successor is None:
        return
    if contents.names.get(successor) == record.model_id:
        message = f'"{successor}" is this model itself; expected another model; correct or remove it'
        yield Finding(("successor",), message)
    elif not contents.may_be_called(successor):
        yield Finding(("successor",), no_model(successor, contents))
