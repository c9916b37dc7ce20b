"""Every format for other programs, by the name under which its JSON Schema is published."""

from __future__ import annotations

from typing import Any

from . import export_schema
from .coverage import coverage_schema
from .differences import difference_schema
from .facts import facts_schema


def formats() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each."""
    return {
        "show": export_schema(),
        "diff": difference_schema(),
        "coverage": coverage_schema(),
        "facts": facts_schema(),
    }
