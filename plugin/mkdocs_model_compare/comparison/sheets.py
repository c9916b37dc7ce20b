"""What one model's facts come to at one workload, whoever stands beside it.

A site shows a model on many pages. What is worked out for the first of them serves the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Workload

from .value import Value

# Some 50 kB each, of models with many routes.
_MOST = 256


@dataclass(slots=True)
class Sheet:
    """`values` by row key or capability. In `kept` is what functions have made of the model, by the function."""

    values: dict[str, Value] = field(default_factory=dict)
    kept: dict[Callable[..., Any], Any] = field(default_factory=dict)


class Sheets:
    """Those of one catalog. Of many, the ones asked for first are let go.

    In `ruled` is what functions have made of the catalog's settings alone, by the function.
    """

    def __init__(self) -> None:
        self.ruled: dict[Callable[..., Any], Any] = {}
        self._sheets: dict[tuple[str, Workload], Sheet] = {}

    def sheet(self, model: Model, workload: Workload) -> Sheet:
        asked = (model.id, workload)
        # Put back as the latest.
        found = self._sheets[asked] = self._sheets.pop(asked, Sheet())
        if len(self._sheets) > _MOST:
            del self._sheets[next(iter(self._sheets))]
        return found
