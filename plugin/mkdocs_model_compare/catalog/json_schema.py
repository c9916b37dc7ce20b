"""The schema as JSON Schema for editors, and as rows for the reference page.

Both are walks over the same annotations and docstrings that the files are validated by.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from .kinds import ABSENT
from .meanings import meanings
from .outline import ROOTS, annotations, forms, has_absence, is_given, kind_of, long_of, words
from .schema import Entry
from .written import flow

_TITLES = {
    "model": "A model (models/*.yml)",
    "providers": "Providers (providers.yml)",
    "licenses": "Licences (licenses.yml)",
    "benchmarks": "Benchmarks (benchmarks.yml)",
    "catalog": "Settings (catalog.yml)",
    "comparison": "A comparison (comparisons/*.yml)",
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Where the documentation publishes them.
_PUBLISHED = "https://mkdocs-model-compare.github.io/mkdocs-model-compare/schema"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One key of one kind of file, as the reference page lists it. `path` has `<id>` and `[]` for what repeats."""

    path: str
    type: str
    required: bool
    description: str
    example: str


def schemas() -> dict[str, dict[str, Any]]:
    """JSON Schema of each kind of file, by its name: model, providers, licenses, benchmarks, catalog, comparison."""
    return {name: {**schema_head(name, _TITLES[name]), **_schema(root, [])} for name, root in ROOTS.items()}


def schema_head(name: str, title: str) -> dict[str, Any]:
    """What each published schema begins with."""
    return {"$schema": _DRAFT, "$id": f"{_PUBLISHED}/{name}.json", "title": title}


def fields(name: str) -> list[Row]:
    """Every key of one kind of file, outer before inner, in the order of the schema."""
    return list(_rows(ROOTS[name], ""))


def editor_line(name: str) -> str:
    """The first line of a file of one kind, by which editors with the YAML language server find its schema."""
    assert name in ROOTS
    return f"# yaml-language-server: $schema={_PUBLISHED}/{name}.json"


def _schema(annotation: Any, examples: list[Any]) -> dict[str, Any]:
    options = [_form(form, examples) for form in forms(annotation)]
    if is_given(annotation):
        options += [_absence(), _entry(long_of(annotation), examples)]
    elif has_absence(annotation):
        options.append(_absence())
    elif _may_be_empty(annotation):
        options.append({"type": "null"})
    return options[0] if len(options) == 1 else {"anyOf": options}


def _form(form: Any, examples: Sequence[Any]) -> dict[str, Any]:
    if (kind := kind_of(form)) is not None:
        return dict(kind.json)
    if get_origin(form) is list:
        return {"type": "array", "items": _schema(get_args(form)[0], [])}
    if get_origin(form) is dict:
        inner = [value for example in examples if isinstance(example, dict) for value in example.values()]
        return {"type": "object", "additionalProperties": _schema(get_args(form)[1], inner)}
    return _entry(form)


def _entry(entry: type[Entry], examples: Sequence[Any] = ()) -> dict[str, Any]:
    """`examples` are those of a value whose long form the entry is."""
    properties = {}
    for name, annotation in annotations(entry).items():
        field = entry.model_fields[name]
        shown = field.examples or [*examples]
        said = {"description": _described(meanings(entry)[name], annotation), "examples": shown}
        properties[name] = {**_schema(annotation, shown), **{key: value for key, value in said.items() if value}}
    required = [name for name, field in entry.model_fields.items() if field.is_required()]
    return {
        "type": "object",
        "description": (entry.__doc__ or "").strip(),
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _described(description: str, annotation: Any) -> str:
    """With what is expected there and in which unit, as far as the bare type does not say it."""
    told = " or ".join(dict.fromkeys(words(form) for form in forms(annotation) if kind_of(form) is not None))
    return description if told in ("", "text") else f"{description} Expected: {told}."


def _absence() -> dict[str, Any]:
    return {"enum": [*ABSENT, None]}


def _may_be_empty(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, UnionType) and NoneType in get_args(annotation)


def _rows(annotation: Any, path: str) -> Iterator[Row]:
    for form in forms(annotation):
        if kind_of(form) is not None:
            continue
        if get_origin(form) is list:
            yield from _rows(get_args(form)[0], f"{path}[]")
        elif get_origin(form) is dict:
            yield from _rows(get_args(form)[1], f"{path}.<id>" if path else "<id>")
        else:
            yield from _entry_rows(form, path)


def _entry_rows(entry: type[Entry], path: str) -> Iterator[Row]:
    for name, field in entry.model_fields.items():
        annotation = annotations(entry)[name]
        inner = f"{path}.{name}" if path else name
        yield Row(
            path=inner,
            type=_type(annotation),
            required=field.is_required(),
            description=meanings(entry)[name],
            example=flow((field.examples or [""])[0]),
        )
        yield from _rows(annotation, inner)


def _type(annotation: Any) -> str:
    said = " or ".join(dict.fromkeys(_in_words(form) for form in forms(annotation)))
    return f"{said}; a fact" if is_given(annotation) else said


def _in_words(form: Any) -> str:
    if get_origin(form) is list:
        inner = get_args(form)[0]
        return "a list" if kind_of(inner) is None else f"a list, each item {words(inner)}"
    if get_origin(form) is dict:
        return "a mapping"
    return "a mapping" if kind_of(form) is None else words(form)
