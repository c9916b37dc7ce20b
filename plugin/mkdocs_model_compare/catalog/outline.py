"""The schema's annotations taken apart: what stands at a path, and what words describe it.

Error texts, JSON Schema and the reference page all see the schema through this, so that none keeps a copy of it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from .kinds import Kind
from .model import State
from .schema import LONG, PLAIN, Entry, Long, OrAbsence, OrLong, long_form
from .schema_beside import BenchmarkEntry, CatalogFile, ComparisonFile, LicenseEntry, ProviderEntry
from .schema_model import ModelFile
from .wording import listed

# Name of a kind of file → what its top level is.
ROOTS: Mapping[str, Any] = {
    "model": ModelFile,
    "providers": dict[str, ProviderEntry],
    "licenses": dict[str, LicenseEntry],
    "benchmarks": dict[str, BenchmarkEntry],
    "catalog": CatalogFile,
    "comparison": ComparisonFile,
}


@cache
def annotations(entry: type[Entry]) -> Mapping[str, Any]:
    """The annotations of an entry's keys, with what `Annotated` adds."""
    hints = get_type_hints(entry, include_extras=True)
    if _is_long(entry) and entry is not Long:
        hints["value"] = entry.__pydantic_generic_metadata__["args"][0]
    return hints


def bare(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The annotation without `Annotated` and without None, and what `Annotated` said."""
    if get_origin(annotation) is Annotated:
        inner, *said = get_args(annotation)
        below, more = bare(inner)
        return below, (*said, *more)
    if get_origin(annotation) in (Union, UnionType):
        parts = [part for part in get_args(annotation) if part is not NoneType]
        if len(parts) == 1:
            return bare(parts[0])
    return annotation, ()


def forms(annotation: Any) -> Iterator[Any]:
    """The plain forms that a value can have, each without further alternatives."""
    inner, said = bare(annotation)
    if any(isinstance(one, Kind) for one in said):
        yield annotation
    elif get_origin(inner) in (Union, UnionType):
        for part in get_args(inner):
            if part not in (State, NoneType) and not _is_long(part):
                yield from forms(part)
    else:
        yield inner


def kind_of(annotation: Any) -> Kind | None:
    return next((one for one in bare(annotation)[1] if isinstance(one, Kind)), None)


def is_given(annotation: Any) -> bool:
    """Whether this is a fact, which may have its long form."""
    return any(isinstance(one, OrLong) for one in bare(annotation)[1])


def long_of(annotation: Any) -> type[Long[Any]]:
    """The long form of this fact."""
    return long_form(get_args(bare(annotation)[0])[0])


def has_absence(annotation: Any) -> bool:
    """Whether a word for absence may stand here."""
    return any(isinstance(one, (OrLong, OrAbsence)) for one in bare(annotation)[1])


def inside(annotation: Any, part: str | int) -> Any:
    """The annotation of what stands under a key or index; None where the schema has none."""
    if part == PLAIN:
        return get_args(bare(annotation)[0])[0]
    if part == LONG:
        return long_of(annotation) if is_given(annotation) else annotation
    for form in forms(annotation):
        if isinstance(form, type) and issubclass(form, Entry) and part in form.model_fields:
            return annotations(form)[str(part)]
        if get_origin(form) is dict:
            return get_args(form)[1]
        if get_origin(form) is list and isinstance(part, int):
            return get_args(form)[0]
    return None


def keys_of(annotation: Any) -> tuple[str, ...]:
    """The keys of the mapping that stands here."""
    for form in forms(annotation):
        if isinstance(form, type) and issubclass(form, Entry):
            return tuple(form.model_fields)
    return ()


def words(annotation: Any) -> str:
    """What is expected here, with its article."""
    return " or ".join(dict.fromkeys(_words(form) for form in forms(annotation)))


def _words(form: Any) -> str:
    if (kind := kind_of(form)) is not None:
        return kind.words
    if get_origin(form) is list:
        return f"a list, each item {words(get_args(form)[0])}"
    if get_origin(form) is dict:
        return f"a mapping, each value {words(get_args(form)[1])}"
    assert issubclass(form, Entry)
    return f"a mapping with {listed(form.model_fields, 'and')}"


def _is_long(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Long)
