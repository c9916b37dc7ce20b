"""What made pages are called and described as: no two alike, and so that they read well in the results of a search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model, Status
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.comparison import Comparison
from mkdocs_model_compare.comparison.sheets import Sheets
from mkdocs_model_compare.rendering.words import OPENNESS, listed

from .planning import Plan

INDEX_TITLE = "Model comparisons"
_INDEX = "Every model of the catalog with its main facts, and the way to every comparison on this site."
# What search engines show of a description.
_MOST_SIGNS = 158
_ENDS = ": which to choose and why", ": which to choose"


class Telling:
    """Of the pages of one catalog."""

    def __init__(self, catalog: Catalog, workload: Workload) -> None:
        self._catalog = catalog
        self._workload = workload
        self._sheets = Sheets()
        self._names = Counter(map(_heard, catalog.models.values()))
        self._summaries = Counter(model.summary for model in catalog.models.values())

    def title(self, page: Plan) -> str:
        if page.kind == "index":
            return INDEX_TITLE
        title = " vs ".join(map(self.name, page.models))
        retired = page.kind == "model" and page.models[0].status.value is Status.RETIRED
        return f"{title} (retired)" if retired else title

    def name(self, model: Model) -> str:
        """A model's name, told from that of another of the same name."""
        return model.name if self._names[_heard(model)] == 1 else f"{model.name} ({model.id})"

    def description(self, page: Plan) -> str:
        if page.kind == "index":
            return _INDEX
        comparison = Comparison(page.models, self._catalog.settings, self._workload, self._sheets)
        if page.kind == "comparison":
            return self._compared(comparison)
        (model,) = page.models
        if model.summary and self._summaries[model.summary] == 1:
            return model.summary
        return _fitting(f"{self.name(model)} by {model.developer}", (model.summary or "", *_facts(comparison)), ("",))

    def _compared(self, comparison: Comparison) -> str:
        names = [self.name(model) for model in comparison.models]
        return _fitting(f"{listed(names)} compared", _differences(comparison), _ENDS)


def _heard(model: Model) -> str:
    return " ".join(model.name.split()).casefold()


def _fitting(start: str, clauses: tuple[str, ...], ends: tuple[str, ...]) -> str:
    """As many of the clauses as fit, and the first of the ends that does."""
    end = next((one for one in ends if len(start) + len(one) < _MOST_SIGNS), ends[-1])
    text = start + end
    for number, clause in enumerate(clause for clause in clauses if clause):
        longer = f"{text}{'; ' if number or end else ': '}{clause}"
        if len(longer) >= _MOST_SIGNS:
            break
        text = longer
    return f"{text}."


def _differences(comparison: Comparison) -> tuple[str, ...]:
    return tuple(_different(comparison))


def _different(comparison: Comparison) -> Iterator[str]:
    for key, told in (
        ("context_window", "{} tokens of context"),
        ("output_price", "{} per 1M output tokens"),
        ("openness", "{}"),
    ):
        values = comparison.values(key)
        texts = [OPENNESS.get(value.machine or "", value.text) for value in values]
        if all(value.known for value in values) and len(set(texts)) > 1:
            yield told.format(" against ".join(texts))


def _facts(comparison: Comparison) -> tuple[str, ...]:
    (model,) = comparison.models
    value = {key: comparison.value(model, key) for key in ("context_window", "input_price", "output_price", "openness")}
    window, fresh, out, openness = value.values()
    return (
        f"{window.text} tokens of context" if window.known else "",
        f"{fresh.text} per 1M tokens in and {out.text} out" if fresh.known and out.known else "",
        OPENNESS.get(openness.machine or "", openness.text) if openness.known else "",
    )
