"""Write a large invented catalog, the same at every run, for the benchmarks to read.

Each model's file is of about 80 lines with three routes, as a curated file with prices, variants and scores has. No
check doubts any of it: reports are not what is measured.
"""

import sys
from pathlib import Path

PROVIDERS = 12
BENCHMARKS = 6
LICENSES = ("apache-2.0", "mit", "proprietary")


def write_catalog(folder: Path, models: int = 1000) -> None:
    """Write `models` files of models, and the files beside them, into `folder`."""
    (folder / "models").mkdir(parents=True, exist_ok=True)
    (folder / "providers.yml").write_text("".join(map(_provider, range(PROVIDERS))), encoding="utf-8")
    (folder / "licenses.yml").write_text(_licenses(), encoding="utf-8")
    (folder / "benchmarks.yml").write_text("".join(map(_benchmark, range(BENCHMARKS))), encoding="utf-8")
    for number in range(models):
        path = folder / "models" / f"{model_id(number)}.yml"
        path.write_text(_model(number), encoding="utf-8")


def model_id(number: int) -> str:
    return f"lab{number % 25:02}-model-{number:04}"


def _provider(number: int) -> str:
    return (
        f"provider-{number}: {{name: Provider {number}, kind: cloud, url: https://provider{number}.example/pricing}}\n"
    )


def _licenses() -> str:
    return (
        "apache-2.0: {name: Apache 2.0, spdx: Apache-2.0, openness: open-source, commercial_use: permitted}\n"
        "mit: {name: MIT, spdx: MIT, openness: open-source, commercial_use: permitted}\n"
        "proprietary: {name: Proprietary, openness: proprietary, commercial_use: conditional}\n"
    )


def _benchmark(number: int) -> str:
    return f"benchmark-{number}: {{name: Benchmark {number}, unit: percent, higher_is_better: true}}\n"


def _model(number: int) -> str:
    return (
        _identity(number)
        + _capabilities(number)
        + "routes:\n"
        + "".join(_route(number, place) for place in range(3))
        + "benchmarks:\n"
        + "".join(_score(number, place) for place in range(3))
        + _provenance(number)
    )


def _identity(number: int) -> str:
    month, day = number % 12 + 1, number % 28 + 1
    return f"""\
name: Model {number} of Lab {number % 25}
developer: Lab {number % 25}
family: family-{number // 4}
aliases: [lab{number % 25}/model-{number}, model-{number}-2026{month:02}{day:02}]
summary: An invented model, number {number} of a catalog that only exists to be read quickly.
status: {"legacy" if number % 9 == 0 else "active"}
released: 2025-{month:02}-{day:02}
context_window: {128_000 + 1000 * (number % 300)}
max_output: {8192 * (1 + number % 8)}
parameters: {"undisclosed" if number % 3 else f"{1 + number % 70}B"}
architecture: decoder-only
license: {LICENSES[number % 3]}
knowledge_cutoff: 2025-{month:02}
modalities: {{input: [text, image], output: [text]}}
"""


def _capabilities(number: int) -> str:
    answers = [("yes", "no", "unknown")[(number + place) % 3] for place in range(10)]
    return f"""\
capabilities:
  vision: {answers[0]}
  multimodal: {answers[1]}
  reasoning: {{value: {answers[2]}, source: card, note: token budget}}
  function_calling: {answers[3]}
  tool_use: {answers[4]}
  structured_outputs: {answers[5]}
  code_execution: {answers[6]}
  ide_integration: {answers[7]}
  computer_use: {answers[8]}
  parallel_agents: {answers[9]}
fit: [coding, rag]
"""


def _route(number: int, place: int) -> str:
    cents = 40 + number * 7 % 400 + place * 13
    return f"""\
  - provider: provider-{(number + place) % PROVIDERS}
    region: global
    model: lab{number % 25}.model-{number}-v{place}
    price: {{input: {cents / 100:.2f}, output: {cents / 20:.2f}, cached_input: {cents / 1000:.3f}}}
    variants:
      - when: {{mode: batch}}
        price: {{input: {cents / 200:.3f}, output: {cents / 40:.3f}}}
      - when: {{context_over: 200000}}
        price: {{input: {cents / 50:.2f}, output: {cents / 10:.2f}}}
    since: 2025-10-15
"""


def _score(number: int, place: int) -> str:
    score = 40 + (number * 3 + place * 11) % 50
    return f"""\
  - benchmark: benchmark-{(number + place) % BENCHMARKS}
    score: {score}.5
    interval: [{score - 1}.0, {score + 2}.0]
    variant: no tools
    source: card
"""


def _provenance(number: int) -> str:
    return f"""\
sources:
  card:
    url: https://lab{number % 25}.example/models/{number}
    retrieved: 2026-11-20
  prices:
    url: https://prices.example/{number}.json
    retrieved: 2026-11-21
    note: snapshot
provenance:
  default: card
  routes: prices
reviewed: 2026-11-21
"""


if __name__ == "__main__":
    write_catalog(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
