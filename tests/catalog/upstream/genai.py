"""An invented provider in the shapes of the package genai-prices."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from mkdocs_model_compare.catalog.upstream import genai_prices
from mkdocs_model_compare.catalog.upstream.lists import read_listing
from tests.catalog.folders import TODAY


def price(**prices):
    return SimpleNamespace(**{f"{name}_mtok": _amount(value) for name, value in prices.items()})


def _amount(value):
    if isinstance(value, dict):
        base, *tiers = value.items()
        return SimpleNamespace(
            base=Decimal(base[1]), tiers=[SimpleNamespace(start=start, price=Decimal(one)) for start, one in tiers]
        )
    return Decimal(value)


def step(day, **prices):
    constraint = None if day is None else SimpleNamespace(start_date=date.fromisoformat(day))
    return SimpleNamespace(constraint=constraint, prices=price(**prices))


def info(model_id="claude-nano-1", prices=None, **said):
    default = {"name": "Claude Nano 1", "context_window": 200000, "deprecated": None, "price_variants": None}
    return SimpleNamespace(id=model_id, prices=prices or price(input="1", output="5"), **{**default, **said})


def read(monkeypatch, *models, provider="anthropic"):
    one = SimpleNamespace(id=provider, name="Anthropic", pricing_urls=["https://a.example"], models=list(models))
    monkeypatch.setattr(genai_prices, "installed", lambda: ([one], "9.9"))
    return read_listing("genai-prices", None, TODAY)
