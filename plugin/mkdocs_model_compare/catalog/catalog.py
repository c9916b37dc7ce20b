"""A whole catalog: models, what they refer to, settings, and the curators' words.

`loading.py` makes it from the files; `comparison/` reads nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_model_compare.errors import Place

from .model import Benchmark, License, Model, Provider
from .settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A curator's own words and claims about one set of models (`comparisons/*.yml`)."""

    models: tuple[str, ...]
    note: str | None
    faq: tuple[tuple[str, str], ...]  # question, answer
    expect: Mapping[str, object]
    place: str
    places: Mapping[str, Place] = field(default_factory=dict)  # dotted path in the file ("expect.cheapest") → its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    models: Mapping[str, Model]  # by id, sorted
    providers: Mapping[str, Provider]
    licenses: Mapping[str, License]
    benchmarks: Mapping[str, Benchmark]
    settings: Settings
    remarks: tuple[Remark, ...]
    ids: Mapping[str, str] = field(default_factory=dict)  # every id and alias → id

    def find(self, name: str) -> Model | None:
        """The model with this id or alias."""
        model_id = self.ids.get(name)
        return None if model_id is None else self.models[model_id]

    def remark(self, models: tuple[str, ...]) -> Remark | None:
        """The curators' words on just this set of models, in any order."""
        wanted = frozenset(models)
        return next((remark for remark in self.remarks if frozenset(remark.models) == wanted), None)
