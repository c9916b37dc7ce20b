"""What the exported JSON is declared in: shapes of named fields, each with its kind, its meaning and where it is from.

The one table writes the JSON, the JSON Schema and the reference page, so that they cannot drift apart; and since the
names stand here, renaming a class or an attribute of the statements changes no export.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from mkdocs_model_compare.catalog.json_schema import schema_head
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.rendering.citations import Citations

T = TypeVar("T")
U = TypeVar("U")
# What the template of a section is given.
Given = Mapping[str, Any]


class Kind(Protocol):
    """What a field can hold. `told` is how the reference page says it."""

    @property
    def told(self) -> str: ...

    def schema(self) -> dict[str, Any]: ...

    def write(self, value: Any, sources: Citations) -> Any:
        """The value as JSON has it; `sources` numbers those that it cites."""

    def shapes(self) -> Iterator[Shape[Any]]: ...


@dataclass(frozen=True, slots=True)
class Plain:
    """Text, numbers and truth, written as they are or as text."""

    told: str
    json: Mapping[str, Any]
    written: Callable[[Any], Any] = str

    def schema(self) -> dict[str, Any]:
        return dict(self.json)

    def write(self, value: Any, _sources: Citations) -> Any:
        return self.written(value)

    def shapes(self) -> Iterator[Shape[Any]]:
        return iter(())


TEXT = Plain("text", {"type": "string"})
COUNT = Plain("whole number", {"type": "integer", "minimum": 0}, int)
FLAG = Plain("true or false", {"type": "boolean"}, bool)
DECIMAL = Plain("decimal in text", {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}, figures.plain)
DATE = Plain("date in text", {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"})


def one_of(*words: str) -> Plain:
    return Plain(", ".join(f"`{word}`" for word in words), {"enum": list(words)})


@dataclass(frozen=True, slots=True)
class Maybe:
    """null where there is none."""

    inner: Kind

    @property
    def told(self) -> str:
        return f"{self.inner.told}, or null"

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.inner.schema(), {"type": "null"}]}

    def write(self, value: Any, sources: Citations) -> Any:
        return None if value is None else self.inner.write(value, sources)

    def shapes(self) -> Iterator[Shape[Any]]:
        return self.inner.shapes()


@dataclass(frozen=True, slots=True)
class Many:
    inner: Kind

    @property
    def told(self) -> str:
        return f"list of {self.inner.told}"

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.inner.schema()}

    def write(self, value: Any, sources: Citations) -> Any:
        return [self.inner.write(one, sources) for one in value]

    def shapes(self) -> Iterator[Shape[Any]]:
        return self.inner.shapes()


@dataclass(frozen=True, slots=True)
class ByKey:
    """A mapping whose keys are those of rows, capabilities and the like."""

    inner: Kind

    @property
    def told(self) -> str:
        return f"mapping to {self.inner.told}"

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.inner.schema()}

    def write(self, value: Any, sources: Citations) -> Any:
        return {key: self.inner.write(one, sources) for key, one in value.items()}

    def shapes(self) -> Iterator[Shape[Any]]:
        return self.inner.shapes()


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    name: str
    kind: Kind
    doc: str
    get: Callable[[T], Any]


class Shape(Generic[T]):
    """An object of the export, made from a `T`. Every field is always there, in this order."""

    def __init__(self, name: str, doc: str, *fields: Field[T], optional: bool = False) -> None:
        self.name = name
        self.doc = doc
        self.fields = fields
        # Fields whose value is None are left out.
        self.optional = optional

    @property
    def told(self) -> str:
        return f"[{self.name}](#{self.name})"

    def schema(self) -> dict[str, Any]:
        return {"$ref": f"#/$defs/{self.name}"}

    def definition(self) -> dict[str, Any]:
        return {
            "type": "object",
            "description": self.doc,
            "properties": {one.name: {**one.kind.schema(), "description": one.doc} for one in self.fields},
            **({} if self.optional else {"required": [one.name for one in self.fields]}),
        }

    def write(self, value: T, sources: Citations) -> dict[str, Any]:
        got = ((one, one.get(value)) for one in self.fields)
        return {one.name: one.kind.write(held, sources) for one, held in got if held is not None or not self.optional}

    def shapes(self) -> Iterator[Shape[Any]]:
        yield self
        for one in self.fields:
            yield from one.kind.shapes()


def of(shape: Shape[U], get: Callable[[T], U]) -> tuple[Field[T], ...]:
    """The fields of another shape as fields of this one."""

    def through(inner: Callable[[U], Any]) -> Callable[[T], Any]:
        return lambda value: inner(get(value))

    return tuple(Field(one.name, one.kind, one.doc, through(one.get)) for one in shape.fields)


def definitions(root: Shape[Any]) -> dict[str, Shape[Any]]:
    """Every shape in use by its name, the outer before the inner."""
    return _by_name(root.shapes())


def published(root: Shape[Any], name: str, title: str) -> dict[str, Any]:
    """The JSON Schema of a format, as the documentation publishes it under this name."""
    inner = {key: shape.definition() for key, shape in definitions(root).items() if shape is not root}
    return {**schema_head(name, title), **root.definition(), "$defs": inner}


def _by_name(shapes: Iterable[Shape[Any]]) -> dict[str, Shape[Any]]:
    found: dict[str, Shape[Any]] = {}
    for shape in shapes:
        assert found.setdefault(shape.name, shape) is shape, f"two shapes are called {shape.name}"
    return found
