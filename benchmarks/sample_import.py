"""Facts of an imported catalog beside the list that they are from, read anew: a second opinion on what `import` wrote.

    model-compare import litellm prices.json --catalog /tmp/imported
    python -m benchmarks.sample_import litellm prices.json /tmp/imported

Nothing of the package's own reading is used: the list is plain JSON, the catalog plain YAML, every scalar a text. Each
sampled price must be that of a row for the same provider's id, and each sampled fact that of a record the file names.
A last argument is how many of either to compare, 1000 by default.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

Row = Mapping[str, Any]
_PRICES = {
    "models.dev": {"input": "input", "output": "output", "cached_input": "cache_read", "cache_write": "cache_write"},
    "litellm": {
        "input": "input_cost_per_token",
        "output": "output_cost_per_token",
        "cached_input": "cache_read_input_token_cost",
        "cache_write": "cache_creation_input_token_cost",
    },
}
_PER = {"models.dev": 1, "litellm": 1_000_000}


def main(name: str, file: str, folder: str, most: str = "1000") -> int:
    rows = _rows(name, json.loads(Path(file).read_bytes(), parse_float=Decimal))
    models = {path.stem: _yaml(path) for path in sorted(Path(folder, "models").rglob("*.yml"))}
    prices, facts = list(_prices(models)), list(_facts(name, models))
    chance = random.Random(0)  # noqa: S311 - a sample, and the same one each time
    asked = chance.sample(prices, min(int(most), len(prices)))
    stated = chance.sample(facts, min(int(most), len(facts)))
    wrong_prices = [one for one in asked if not _price_is_right(name, rows, one)]
    wrong_facts = [one for one in stated if not _fact_is_right(name, rows, one)]
    for one in (*wrong_prices, *wrong_facts):
        print(one)
    print(f"{len(asked)} of {len(prices)} prices compared, {len(wrong_prices)} wrong")
    print(f"{len(stated)} of {len(facts)} facts compared, {len(wrong_facts)} wrong")
    return int(bool(wrong_prices or wrong_facts))


def _yaml(path: Path) -> Row:
    found: Row = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts alone
    return found


def _rows(name: str, data: Any) -> Mapping[str, list[Row]]:
    """The last part of an id, in small letters → the rows with such ids."""
    found: dict[str, list[Row]] = defaultdict(list)
    if name == "litellm":
        listed = [(key, row) for key, row in data.items() if key != "sample_spec"]
    else:
        listed = list(data["models"].items())
        listed += [(key, row) for one in data["providers"].values() for key, row in one["models"].items()]
    for key, row in listed:
        found[_last(key)].append({**row, "": key})
    return found


def _last(key: str) -> str:
    return key.rsplit("/", 1)[-1].casefold()


def _prices(models: Mapping[str, Row]) -> Iterator[tuple[str, str, str, str]]:
    """Model, the provider's id for it, key of a price, amount."""
    for model, said in models.items():
        for route in said.get("routes", ()):
            for key, amount in route.get("price", {}).items():
                yield model, route["model"], key, amount


def _price_is_right(name: str, rows: Mapping[str, list[Row]], one: tuple[str, str, str, str]) -> bool:
    _, provider_id, key, amount = one
    for row in rows[_last(provider_id)]:
        costs = row.get("cost") or {} if name == "models.dev" else _first_tier(row)
        listed = costs.get(_PRICES[name][key])
        # What a program printed of a float is within a billionth of what was meant, and no price is that exact.
        if listed is not None and abs(Decimal(listed) * _PER[name] - Decimal(amount)) <= Decimal(amount) * Decimal(
            "1e-9"
        ):
            return True
    return False


def _first_tier(row: Row) -> Row:
    tiers = row.get("tiered_pricing")
    return {**tiers[0], **row} if tiers else row


def _facts(name: str, models: Mapping[str, Row]) -> Iterator[tuple[str, str, Any]]:
    paths = (
        ("context_window", "max_output", "released", "knowledge_cutoff") if name == "models.dev" else ("max_output",)
    )
    for model, said in models.items():
        yield from ((model, path, (said.get("aliases", ()), said[path])) for path in paths if path in said)
        for capability, answer in said.get("capabilities", {}).items():
            if capability in _FLAGS[name]:
                yield model, f"capabilities.{capability}", (said.get("aliases", ()), answer)


_FLAGS = {
    "models.dev": {
        "reasoning": "reasoning",
        "function_calling": "tool_call",
        "structured_outputs": "structured_output",
    },
    "litellm": {
        "reasoning": "supports_reasoning",
        "function_calling": "supports_function_calling",
        "structured_outputs": "supports_response_schema",
        "computer_use": "supports_computer_use",
    },
}
_PLACES = {
    "context_window": "context",
    "max_output": "output",
    "released": "release_date",
    "knowledge_cutoff": "knowledge",
}


def _fact_is_right(name: str, rows: Mapping[str, list[Row]], one: tuple[str, str, Any]) -> bool:
    model, path, (aliases, value) = one
    named = [row for key in (model, *aliases) for row in rows[_last(key)]]
    return any(_listed(name, row, path) == value for row in named)


def _listed(name: str, row: Row, path: str) -> str:
    if path.startswith("capabilities."):
        flag = row.get(_FLAGS[name][path.removeprefix("capabilities.")])
        return {True: "yes", False: "no"}.get(flag, "") if isinstance(flag, bool) else ""
    if name == "litellm":
        return str(row.get("max_output_tokens", ""))
    place = _PLACES[path]
    return str((row["limit"] if place in ("context", "output") else row).get(place, ""))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
