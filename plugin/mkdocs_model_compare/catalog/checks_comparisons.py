"""What can be wrong in the curators' comparisons: models that are not there, counts, claims that say nothing."""

from collections.abc import Iterator, Mapping

from mkdocs_model_compare.errors import Problem, suggestion

from .contents import Contents, no_model, no_such
from .files import FileRecord
from .reading import KeyPath
from .schema_beside import ComparisonFile
from .validating import Finding
from .wording import listed

FEWEST, MOST = 2, 6
_CLAIMS = ("cheapest", "larger_context", "larger_output", "overall", "has")


def comparison_problems(contents: Contents) -> Iterator[Problem]:
    first: dict[frozenset[str], FileRecord] = {}
    for record in contents.comparisons:
        if record.record is None:
            continue
        yield from record.problems_in_record(_findings(record, contents))
        models = frozenset(contents.names.get(name, name) for name in record.record.models)
        other = first.setdefault(models, record)
        if other is not record and models:
            message = f"{other.shown} is about the same models; expected one file for each set; merge the two"
            yield from record.problems_in_record([Finding(("models",), message)])


def _findings(record: FileRecord, contents: Contents) -> Iterator[Finding]:
    comparison: ComparisonFile = record.record
    written = record.data.get("models")
    count = len(written) if isinstance(written, list) else FEWEST
    if not FEWEST <= count <= MOST:
        how_many = "1 model stands here" if count == 1 else f"{count} models stand here"
        remedy = "add another" if count < FEWEST else "leave some out"
        yield Finding(("models",), f"{how_many}; expected {FEWEST} to {MOST}; {remedy}")
    seen: dict[str, str] = {}
    for index, name in enumerate(comparison.models):
        path: KeyPath = ("models", index)
        if not contents.may_be_called(name):
            yield Finding(path, no_model(name, contents))
            continue
        model_id = contents.names.get(name, name)
        if model_id in seen:
            also = "" if seen[model_id] == name else f', as "{seen[model_id]}"'
            yield Finding(path, f'"{name}" stands here twice{also}; expected each model once; remove one of the two')
        seen.setdefault(model_id, name)
    yield from _claims(comparison, set(seen), contents)


def _claims(comparison: ComparisonFile, models: set[str], contents: Contents) -> Iterator[Finding]:
    use_cases = contents.settings_named("use_cases")
    for claim, said in (comparison.expect or {}).items():
        path = ("expect", claim)
        if use_cases is not None and claim not in _CLAIMS and claim not in use_cases:
            names = (*_CLAIMS, *use_cases)
            remedy = suggestion(claim, names) or "correct it, or remove it"
            yield Finding(path, f"unknown claim; expected {listed(names)}; {remedy}", on_key=True)
        elif (claim == "has") is isinstance(said, str):
            expected = "a mapping of model to capabilities" if claim == "has" else "one model's id or alias"
            yield Finding(path, f"this claim has another form; expected {expected}; write it so")
        elif isinstance(said, str):
            yield from _claimed_model(path, said, models, contents)
        else:
            yield from _claimed_capabilities(path, said, models, contents)


def _claimed_model(
    path: KeyPath, name: str, models: set[str], contents: Contents, *, on_key: bool = False
) -> Iterator[Finding]:
    if not contents.may_be_called(name):
        yield Finding(path, no_model(name, contents), on_key)
    elif contents.names.get(name, name) not in models:
        message = f'"{name}" is not among the models compared here; expected one of them; correct it, or add the model'
        yield Finding(path, message, on_key)


def _claimed_capabilities(
    path: KeyPath, said: Mapping[str, str | list[str]], models: set[str], contents: Contents
) -> Iterator[Finding]:
    known = contents.settings_named("capabilities")
    for name, capabilities in said.items():
        yield from _claimed_model((*path, name), name, models, contents, on_key=True)
        alone = isinstance(capabilities, str)
        for index, capability in enumerate([capabilities] if isinstance(capabilities, str) else capabilities):
            if known is not None and capability not in known:
                inner = (*path, name) if alone else (*path, name, index)
                yield Finding(inner, no_such(capability, "capabilities", known))
