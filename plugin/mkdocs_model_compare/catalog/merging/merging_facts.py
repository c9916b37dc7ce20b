"""The facts about a model: those that are the list's follow it, what is missing is added, the rest is only compared."""

from collections.abc import Mapping

from mkdocs_model_compare.catalog.stating import entry_paths

from . import comparing
from .beside import ORDER, Beside
from .entries import CAPABILITIES

# Written into new files, and a curator's from then on: they have no source.
_NO_FACTS = frozenset(("family",))


def merge_facts(beside: Beside) -> None:
    row = beside.offered.names[0]
    missing: dict[str, object] = {}
    for path, value in beside.offered.facts.items():
        fact = comparing.fact_at(beside.model, path)
        if path in _NO_FACTS or fact is None:
            continue
        if not _is_stated(beside.data, path):
            missing[path] = value
        elif beside.is_own(fact.source):
            if comparing.said(fact) != comparing.text(value):
                beside.splice.replace(tuple(path.split(".", 1)), comparing.plain(value))
                beside.changed(path, comparing.said(fact), comparing.text(value))
        else:
            beside.compare(path, fact, value, row)
    if beside.fills:
        _fill(beside, {path: value for path, value in missing.items() if not beside.refused(path)})


def _is_stated(data: Mapping[str, object], path: str) -> bool:
    if path.startswith(CAPABILITIES):
        listed = data.get("capabilities")
        return isinstance(listed, Mapping) and path.removeprefix(CAPABILITIES) in listed
    return path in data


def _fill(beside: Beside, missing: Mapping[str, object]) -> None:
    capabilities: dict[str, object] = {}
    for path, value in missing.items():
        stated = sourced(beside, path, comparing.plain(value))
        if path.startswith(CAPABILITIES):
            capabilities[path.removeprefix(CAPABILITIES)] = stated
        else:
            beside.splice.insert((), path, stated, ORDER)
        beside.changed(path, None, comparing.text(value))
    if capabilities and not beside.splice.has(("capabilities",)):
        beside.splice.insert((), "capabilities", capabilities, ORDER)
    else:
        for name, stated in capabilities.items():
            beside.splice.insert(("capabilities",), name, stated, ())


def sourced(beside: Beside, path: str, value: object) -> object:
    """The value as the file must state it for its source to be the list."""
    if is_ours_by_provenance(beside, path):
        return value
    return {"value": value, "source": beside.source_id}


def is_ours_by_provenance(beside: Beside, path: str) -> bool:
    """Whether what is said of the path, or around it, makes the list its source."""
    said = beside.record.record.provenance or {}
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        found = said.get(".".join(parts[:length]))
        if found is not None:
            return found in beside.own
    return said.get("default") in beside.own


def next_path(beside: Beside, provider: str, already: int) -> str:
    """The path that a further route of this provider will have."""
    names = [route.provider.id for route in beside.model.routes] + [provider] * (already + 1)
    return ".".join(list(entry_paths("routes", names))[-1])
