"""A catalog as its YAML says it, read anew: every scalar a text, no schema, none of the package's own reading.

A second opinion for the tests: what a table's cell must hold is worked out here from the files and the contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

Node = Any  # a mapping, list or text, as YAML's base loader gives it
_STATES = {"unknown": "unknown", "": "unknown", "undisclosed": "undisclosed", "n/a": "na"}
_YES, _NO = {"yes", "true", "on"}, {"no", "false", "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A state of the contract, and the text that the cell's `data-mc-value` must bear (None: none)."""

    state: str
    value: str | None = None

    @property
    def known(self) -> bool:
        return self.state == "known"


UNKNOWN = Held(state="unknown")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlainCatalog:
    """Each equals itself alone, so that what is made of it can be kept."""

    models: Mapping[str, Node]
    providers: Mapping[str, Node]
    licenses: Mapping[str, Node]
    benchmarks: Mapping[str, Node]
    currency: str
    capabilities: Mapping[str, Node]
    signals: Mapping[str, str]
    use_cases: Mapping[str, Node]
    margin: str
    floor: str

    def fact(self, model: str, key: str) -> Held:
        """What a row of the specifications must say of the model."""
        found = self.models[model]
        if key in {"openness", "commercial_use"}:
            licence = stated(found.get("license"))
            return stated(self.licenses[str(licence.value)].get(key)) if licence.known else licence
        raw = found.get(key, "active" if key == "status" else None)
        if key == "parameters":
            return _parameters(raw)
        if key == "modalities" and isinstance(raw, dict):
            kinds = raw.get("value", raw)
            if isinstance(kinds, dict):
                return Held(state="known", value=f"{' '.join(kinds['input'])} > {' '.join(kinds['output'])}")
        return stated(raw)

    def capability(self, model: str, key: str) -> Held:
        held = stated((self.models[model].get("capabilities") or {}).get(key))
        if held.value in _NO:
            return Held(state="no", value="no")
        return Held(state="known", value="yes") if held.value in _YES else held

    def name(self, model: str) -> str:
        return str(self.models[model]["name"])

    def phrase(self, kind: str, key: str) -> str:
        """How a capability or a use case reads inside a sentence."""
        entry = getattr(self, kind)[key]
        name = str(entry.get("name", key))
        lowered = name[0].lower() + name[1:] if name.split(maxsplit=1)[0][1:].islower() else name
        return str(entry.get("phrase", lowered))

    def best_for(self, model: str) -> tuple[str, ...]:
        own = self.models[model].get("best_for")
        if own is not None:
            return tuple(own)
        held = (one for key, one in self.capabilities.items() if self.capability(model, key).known)
        return tuple(dict.fromkeys(one["best_for"] for one in held if "best_for" in one))

    def scores(self, model: str) -> dict[tuple[str, str], Node]:
        """The known scores by benchmark and variant ("" for none); of two alike the later dated one."""
        dated = sorted(self.models[model].get("benchmarks") or (), key=lambda one: str(one.get("date", "")))
        return {(one["benchmark"], one.get("variant", "")): one for one in dated if stated(one.get("score")).known}


def stated(raw: Node) -> Held:
    """A fact that may stand alone or as `{value, source, …}`."""
    value = raw.get("value") if isinstance(raw, dict) else raw
    if value is None:
        return UNKNOWN
    state = _STATES.get(value) if isinstance(value, str) else None
    return Held(state=state) if state else Held(state="known", value=value)


def from_folder(folder: Path) -> PlainCatalog:
    models = {path.stem: _load(path.read_text("utf-8")) for path in sorted((folder / "models").rglob("*.yml"))}
    beside = {name: _beside(folder / f"{name}.yml") for name in ("providers", "licenses", "benchmarks", "catalog")}
    return _merged(models, beside)


def _merged(models: Mapping[str, Node], beside: Mapping[str, Node]) -> PlainCatalog:
    own, base = beside["catalog"], _shipped()
    verdict = {**base["verdict"], **own.get("verdict", {})}
    capabilities = dict(base["capabilities"])
    for key, entry in own.get("capabilities", {}).items():
        capabilities[key] = {**capabilities.get(key, {}), **entry}
    signals = {**base["signals"], **own.get("signals", {})}
    return PlainCatalog(
        models=models,
        providers=beside["providers"],
        licenses=beside["licenses"],
        benchmarks=beside["benchmarks"],
        currency=own.get("currency", base["currency"]),
        capabilities=capabilities,
        signals={name: weight for name, weight in signals.items() if float(weight)},
        use_cases={**base["use_cases"], **own.get("use_cases", {})},
        margin=verdict["margin"],
        floor=verdict["floor"],
    )


@cache
def _shipped() -> Node:
    return _load(files("mkdocs_model_compare.catalog").joinpath("default.yml").read_text("utf-8"))


def _beside(path: Path) -> Node:
    return (_load(path.read_text("utf-8")) or {}) if path.exists() else {}


def _load(text: str) -> Node:
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but texts


def _parameters(raw: Node) -> Held:
    inner = raw.get("value", raw) if isinstance(raw, dict) else raw
    total = inner["total"] if isinstance(inner, dict) else inner
    held = stated(total)
    return Held(state="known", value=whole(str(held.value))) if held.known else held


def whole(text: str) -> str:
    """`11.95B` → `11950000000`."""
    unit = {"K": 3, "M": 6, "B": 9, "T": 12}.get(text[-1].upper())
    if unit is None:
        return text
    head, _, tail = text[:-1].partition(".")
    return (head + tail.ljust(unit, "0")).lstrip("0")
