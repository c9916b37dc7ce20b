"""Models whose routes are sold in every way, and sites with the cost table of two."""

from collections.abc import Callable
from pathlib import Path

from tests.plugin.small_site import Site, forget_plugins

MODELS = {
    "plain": "routes: [{provider: acme, price: {input: 1, output: 5}}]",
    "cached": "routes: [{provider: acme, price: {input: 0.8, output: 4, cached_input: 0.075}}]",
    "tiers": """
routes:
  - provider: acme
    region: eu
    price: {input: 1.25, output: 10}
    variants:
      - {when: {context_over: 200000}, price: {input: 2.5, output: 15}}
      - {when: {mode: batch}, price: {input: 0.625, output: 5}}
      - {when: {context_over: 500000, mode: batch}, price: {input: 2}}
      - {when: {region: [us, eu]}, price: {input: 1.1}}""",
    "several": """
routes:
  - {provider: zeta, price: {input: 3, output: 15, cached_input: 0.3}}
  - {provider: acme, price: {input: 3, output: 15}}
  - {provider: acme, billing: credits}
  - {provider: acme, price: {input: 1}}
  - {provider: acme, status: retired, price: {input: 0.1, output: 0.1}}
  - {provider: zeta, label: small, context_window: 8192, price: {input: 0.000125, output: 0.0005}}""",
    "free": "routes: [{provider: acme, price: {input: 0, output: 0}}]",
    "euro": "routes: [{provider: acme, price: {input: 1.5, output: 2, currency: EUR}}]",
    "abroad": """
routes:
  - {provider: acme, price: {input: 1.5, output: 2, currency: EUR}}
  - {provider: zeta, price: {input: 10, output: 20, currency: CNY}}
  - {provider: acme, label: large, price: {input: 9, output: 30, currency: CNY}}""",
    "kinds": """
routes:
  - {provider: acme, billing: credits}
  - {provider: acme, billing: subscription}
  - {provider: acme, billing: compute-hours}
  - {provider: acme, billing: download}
  - {provider: acme, region: us, price: {input: 2, output: 9, cached_input: undisclosed}}
  - provider: zeta
    price: {input: 1.9, output: 9.5, cached_input: 0.19}
    variants:
      - {when: {mode: batch, region: [eu]}, price: {input: 1, output: 4}}
      - {when: {region: [eu]}, price: {cached_input: n/a}}
      - {when: {context_over: 199999}, price: {cached_input: 0.5, output: 12}}""",
    "unpriced": "routes: [{provider: acme}]",
}


def site_of(
    folder: Path, serve: Callable[[Path], str], a: str, b: str, tables: str = '<< monthly_cost("a", "b") >>'
) -> str:
    """The address of a site with one page, about two models with these routes."""
    forget_plugins()
    made = Site(folder)
    made.catalog({name: f"name: {name.upper()}\ndeveloper: Acme\n{routes}\n" for name, routes in (("a", a), ("b", b))})
    made.write("data/providers.yml", "acme: {name: Acme, kind: vendor}\n")
    made.page("index.md", f"# A and B\n\n{tables}\n")
    made.configure(rest="theme: {name: material, font: false}")
    made.build()
    return serve(folder / "site")
