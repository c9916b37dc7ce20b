"""Catalogs of models of which only what a test is about is known."""

from dataclasses import replace
from types import MappingProxyType

from mkdocs_model_compare.catalog.catalog import Catalog
from tests.comparison.builders import model
from tests.macros.catalogs import small_catalog


def catalog_of(**models) -> Catalog:
    """`id=(name, facts)`."""
    made = {name: model(name, name=called, **facts) for name, (called, facts) in sorted(models.items())}
    return replace(small_catalog(), models=MappingProxyType(made), ids=MappingProxyType({name: name for name in made}))
