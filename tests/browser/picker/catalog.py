"""The catalog of the tables and pickers that are tried here, and sites with it."""

from itertools import combinations
from pathlib import Path

from tests.plugin import small_site
from tests.plugin.small_site import Site, forget_plugins

BESIDE = {
    "providers.yml": small_site.BESIDE["providers.yml"],
    "licenses.yml": """
        closed: {name: Closed, openness: proprietary, commercial_use: conditional}
        weights: {name: Weights, openness: open-weights, commercial_use: prohibited}
        open: {name: Open 1.0, openness: open-source, commercial_use: permitted, url: "https://example.org/open"}
    """,
    "benchmarks.yml": "{}\n",
}
# Sizes that read alike in their short form, all five states, and prices under several conditions.
MODELS = {
    "ada": """
        name: Ada
        developer: Acme
        released: 2026-02-01
        context_window: 131072
        max_output: 8192
        parameters: {total: 30B, active: 3B}
        license: closed
        knowledge_cutoff: 2025-06
        modalities: {input: [text, image], output: [text]}
        capabilities: {vision: yes, reasoning: no, tool_use: undisclosed, computer_use: n/a}
        routes:
          - {provider: cloud-one, region: eu, price: {input: 1, output: 5, cached_input: 0.1}}
          - provider: cloud-two
            price: {input: 0.8, output: 4}
            variants: [{when: {mode: batch}, price: {input: 0.4, output: 2}}]
        sources:
          card: {url: "https://example.org/ada", title: Card of Ada, retrieved: 2026-06-01}
          prices: {url: "https://example.org/prices", retrieved: 2026-06-02, note: snapshot}
        provenance: {default: card, routes: prices}
    """,
    "bell": """
        name: Bell
        developer: Bell Labs
        released: 2026-01
        context_window: 128000
        max_output: undisclosed
        parameters: undisclosed
        license: open
        capabilities: {vision: {value: no, note: not yet}, reasoning: yes, tool_use: yes}
        routes: [{provider: cloud-one, price: {input: 0.5, output: 2}}]
        sources: {card: {url: "https://example.org/bell"}}
        provenance: {default: card}
    """,
    "cafe": """
        name: Café
        developer: Acme
        released: 2025
        context_window: 1000000
        license: weights
        status: deprecated
        capabilities: {vision: yes, reasoning: yes}
        routes: [{provider: cloud-two, price: {input: 3, output: 15, currency: EUR}}]
    """,
    "dora": """
        name: Dora
        developer: Dora & Sons
        routes: [{provider: cloud-two}]
    """,
    "free": """
        name: Free
        developer: Acme
        context_window: 260000
        max_output: 262144
        license: open
        routes: [{provider: cloud-one, price: {input: 0, output: 0}}]
        capabilities: {vision: no}
    """,
    "gone": """
        name: Gone
        developer: Acme
        status: retired
        routes: [{provider: cloud-one, status: retired, price: {input: 9, output: 9}}]
    """,
    "high": """
        name: High
        developer: Acme
        context_window: 65536
        capabilities: {vision: yes}
        routes: [{provider: cloud-one, price: {input: 0.000125, output: 600}}]
    """,
}
PAIRS = tuple(combinations(("ada", "bell", "cafe", "dora", "free", "gone"), 2))
SECTIONS = ("specs", "pricing", "capabilities")
COMPARED = (("ada", "bell", "cafe"), *PAIRS)
OPTIONS = "stale_after: 0, pages: {comparisons: [[free, high]], index: true, not_found: true, models: true}"
THEME = """
theme:
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
"""
ORDER = ["ada", "bell", "cafe", "dora", "free", "gone", "high"]


def write_site(folder: Path, **configured: str) -> Site:
    """With a picker on its index; not built yet."""
    forget_plugins()
    made = Site(folder)
    for name, text in BESIDE.items():
        made.write(f"data/{name}", text)
    for name, text in MODELS.items():
        made.model(name, text)
    made.page("index.md", "# Home\n\n[To the index](compare/index.md)\n")
    made.configure(plugins=f"[search, {{model-compare: {{{OPTIONS}}}}}]", **configured)
    return made
