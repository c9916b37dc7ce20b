"""Imports of invented lists into small catalogs."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.merging.entries import Origin
from mkdocs_model_compare.catalog.merging.matching import Known
from mkdocs_model_compare.catalog.merging.plan import Plan
from mkdocs_model_compare.catalog.merging.planning import Import, Wishes
from mkdocs_model_compare.catalog.upstream.lists import read_listing
from mkdocs_model_compare.catalog.upstream.records import Listing
from mkdocs_model_compare.catalog.writing import write_whole
from tests.catalog.folders import TODAY

LATER = date(2026, 11, 20)
SOURCES = "sources:\n  litellm: {url: https://github.com/BerriAI/litellm, retrieved: 2026-11-01}\n"
PROVIDERS = "anthropic: {name: Anthropic, kind: vendor}\nacme: {name: Acme}\n"


def plan(
    folder: Path, rows: Mapping[str, Any], *, name: str = "litellm", retrieved: date = LATER, **wishes: Any
) -> Plan:
    """What an import would do, without doing it."""
    known = Known(CatalogReader(folder).preview(TODAY, {})).keys
    return plan_of(folder, read_listing(name, json.dumps(rows).encode(), retrieved, known=known), retrieved, **wishes)


def plan_of(folder: Path, listing: Listing, retrieved: date = LATER, **wishes: Any) -> Plan:
    reader = CatalogReader(folder, shown_as="data")
    catalog = reader.preview(TODAY, {})
    origin = Origin(upstream=listing.upstream, retrieved=retrieved, note=None)
    return Import(reader, catalog, listing, origin, Wishes(**wishes)).plan(TODAY)


def imported(folder: Path, rows: Mapping[str, Any], **options: Any) -> Plan:
    """The same, done."""
    found = plan(folder, rows, **options)
    for path, content in found.files.items():
        write_whole(folder / path, content)
    return found


def model_file(folder: Path, text: str | bytes, name: str = "claude-nano-1") -> Path:
    """A catalog with this one model."""
    path = folder / "models" / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "providers.yml").write_text(PROVIDERS, encoding="utf-8")
    return path


def differing(found: Plan) -> list[tuple[str, str, str, str]]:
    return [(one.path, one.ours.source, one.ours.value, one.theirs.value) for one in found.disagreements]
