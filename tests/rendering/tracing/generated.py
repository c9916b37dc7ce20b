"""Small invented catalogs, as the YAML of fact sheets: every state, price and date that a file can hold."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from mkdocs_model_compare.catalog.model import State
from tests.comparison.strategies import Sheet, any_sheets, full_sheets

NAMES = ("Alpha", "Beta 2.5", "Gamma-3", "Delta 4.1 Mini", "Epsilon", "Zeta")
_STATES = {State.UNKNOWN: "unknown", State.UNDISCLOSED: "undisclosed", State.NOT_APPLICABLE: "n/a"}
_BESIDE = {
    "providers.yml": "acme: {name: Acme}\nbolt: {name: Bolt}\ncore: {name: Core Cloud}\n",
    "licenses.yml": (
        "proprietary: {name: Proprietary, openness: proprietary, commercial_use: conditional}\n"
        "apache-2.0: {name: Apache 2.0, openness: open-source, commercial_use: permitted}\n"
        "research: {name: Research License, openness: open-weights, commercial_use: prohibited}\n"
        "other: {name: Other Terms, openness: open-weights, commercial_use: unknown}\n"
    ),
    "benchmarks.yml": (
        "maze: {name: Maze, unit: percent, higher_is_better: true}\n"
        "race: {name: Race, unit: seconds, higher_is_better: false}\n"
    ),
}


def known_sheets() -> st.SearchStrategy[Sheet]:
    """A sheet, and what the page tells beside the facts that are ranked."""
    more = st.fixed_dictionaries(
        {"developer": st.sampled_from(("Lab One", "Lab Two"))},
        optional={
            "reviewed": st.sampled_from(("2026-01-31", "2026-11-01", "2026-11-20")),
            "fit": st.sampled_from((("coding",), ("rag", "agents"))),
            "retires": st.sampled_from(("2026-12-31", "2027-02", "2028")),
            "successor": st.just("alpha"),
            "license": st.sampled_from(("other", State.UNDISCLOSED)),
        },
    )
    return st.builds(lambda sheet, other: {**other, **sheet}, st.one_of(any_sheets(), full_sheets()), more)


def rules() -> st.SearchStrategy[Sheet]:
    """The shipped rule or one with other weights, margin and floor."""
    weights = st.dictionaries(
        st.sampled_from(("price", "maze", "benchmarks", "openness", "providers", "vision", "released")),
        st.sampled_from((0, 1, 5)),
        max_size=3,
    )
    verdict = st.fixed_dictionaries(
        {}, optional={"margin": st.sampled_from(("0", "0.3")), "floor": st.sampled_from(("0", "0.9"))}
    )
    return st.builds(lambda signals, shares: {"signals": signals, "verdict": shares}, weights, verdict)


def write(folder: Path, sheets: list[Sheet], rule: Sheet) -> list[str]:
    """Write the catalog of these sheets; the ids of its models."""
    (folder / "models").mkdir(parents=True)
    for name, text in _BESIDE.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "catalog.yml").write_text(_flow({key: value for key, value in rule.items() if value}), "utf-8")
    ids = []
    for name, sheet in zip(NAMES, sheets, strict=False):
        ids.append(name.lower().replace(" ", "-"))
        document = {"name": name, **_document(sheet)}
        if document.get("successor") == ids[-1]:
            del document["successor"]
        lines = (f"{key}: {_flow(value)}\n" for key, value in document.items())
        (folder / "models" / f"{ids[-1]}.yml").write_text("".join(lines), "utf-8")
    return ids


def _document(sheet: Sheet) -> Sheet:
    plain = {key: value for key, value in sheet.items() if key not in {"routes", "scores"}}
    if "retires" in plain and str(plain.get("released", "")) > str(plain["retires"]):
        del plain["retires"]
    return {
        **plain,
        "routes": [_route(one) for one in sheet.get("routes", ())],
        "benchmarks": [_score(one) for one in sheet.get("scores", ())],
    }


def _route(sheet: Sheet) -> Sheet:
    amounts: Sheet = {key: sheet[key] for key in ("input", "output") if key in sheet}
    price = dict(amounts)
    if sheet.get("cached_input") == "share" and "input" in sheet:
        price["cached_input"] = f"{Decimal(sheet['input']) / 10:f}"
    elif "cached_input" in sheet and sheet["cached_input"] != "share":
        price["cached_input"] = sheet["cached_input"]
    if price and "currency" in sheet:
        price["currency"] = sheet["currency"]
    variants = []
    if amounts and "batch" in sheet:
        variants.append({"when": {"mode": "batch"}, "price": _times("0.5", amounts)})
    if amounts and "tier" in sheet:
        variants.append({"when": {"context_over": sheet["tier"]}, "price": _times("2", amounts)})
    fields: Sheet = {key: sheet[key] for key in ("billing", "status") if key in sheet}
    more = {"price": price, "variants": variants} if price else {}
    return {"provider": sheet["provider"].lower(), **fields, **more}


def _score(sheet: Sheet) -> Sheet:
    amount, found = sheet["amount"], {"benchmark": sheet["benchmark"].lower(), "score": sheet["amount"]}
    if "variant" in sheet:
        found["variant"] = sheet["variant"]
    if "within" in sheet:
        found["interval"] = [amount - sheet["within"], amount + sheet["within"]]
    return found


def _times(factor: str, amounts: Mapping[str, str]) -> Sheet:
    return {key: f"{Decimal(amount) * Decimal(factor):f}" for key, amount in amounts.items()}


def _flow(value: Any) -> str:
    """YAML in one line. Every text is plain, so that a number is one."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _STATES[value] if isinstance(value, State) and value in _STATES else str(value)
