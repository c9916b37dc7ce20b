"""A catalog of eight invented models for the tests of macros."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.settings import Workload
from tests.comparison.builders import model, provider, settings, workload

WORKLOAD = workload()
CHAT = Workload(
    id="chat", name="Chat", requests=500_000, input_tokens=1200, output_tokens=300, cached=Decimal("0.4"), batch=False
)


def small_catalog() -> Catalog:
    """Models `a` to `g` and one with a longer id, `a` with the alias `acme/a_1`; one workload, `chat`."""
    models = [
        replace(model("a", name="Model A"), aliases=("acme/a_1",)),
        *(model(letter, name=f"Model {letter.upper()}") for letter in "bcdefg"),
        model("haiku-4.5", name="Claude Haiku 4.5"),
    ]
    return Catalog(
        models=MappingProxyType({one.id: one for one in models}),
        providers={"aws-bedrock": provider("AWS Bedrock")},
        licenses={},
        benchmarks={},
        settings=replace(settings(), workloads={"chat": CHAT}),
        remarks=(),
        ids=MappingProxyType({name: one.id for one in models for name in (one.id, *one.aliases)}),
    )
