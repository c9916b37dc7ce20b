"""Time `model-compare import` of a list as long as the published ones, into an empty catalog and again."""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.figure import Figure

MODELS = 500
SELLERS = 10
_COMMAND = "from mkdocs_model_compare.cli import main; main()"


def measure() -> list[Figure]:
    """500 models of one lab, each sold by ten providers in the form of LiteLLM's list."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prices = folder / "prices.json"
        prices.write_text(json.dumps(_rows()), encoding="utf-8")
        rows = f"{MODELS * SELLERS:,} rows"
        first, memory = _run("import", "litellm", str(prices), "--catalog", str(folder / "data"))
        again, _ = _run("import", "litellm", str(prices), "--catalog", str(folder / "data"))
        return [
            Figure(name=f"import of {rows} into an empty catalog", measured=first, unit="s", limit=20),
            Figure(name=f"import of {rows}: peak memory", measured=memory, unit="MB", limit=500),
            Figure(name=f"import of {rows} again, which changes nothing", measured=again, unit="s", limit=20),
        ]


def _rows() -> dict[str, dict[str, object]]:
    chance = random.Random(0)  # noqa: S311 - prices are no secrets
    found: dict[str, dict[str, object]] = {}
    for model in range(MODELS):
        for seller in range(SELLERS):
            price = chance.randrange(1, 900) * 1e-8
            found[f"seller{seller}/openai/gpt-bench-{model}"] = {
                "litellm_provider": "openai" if seller == 0 else f"seller{seller}",
                "mode": "chat",
                "max_output_tokens": 1000 * chance.randrange(8, 128),
                "input_cost_per_token": price,
                "output_cost_per_token": price * 4,
                "input_cost_per_token_batches": price / 2,
                "cache_read_input_token_cost": price / 10,
                "supports_function_calling": True,
                "supports_vision": model % 2 == 0,
            }
    return found


def _run(*arguments: str) -> tuple[float, float]:
    """Seconds as a person waits for them, and megabytes at most, of a process of its own."""
    used = [sys.executable, "-m", "benchmarks.used", sys.executable, "-c", _COMMAND, *arguments]
    start = perf_counter()
    process = subprocess.run(used, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    seconds = perf_counter() - start
    return seconds, float(process.stdout.split()[1]) / 1e6
