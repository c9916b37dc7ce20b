import pytest

from mkdocs_model_compare.catalog.placing import key_path

DATA = {
    "routes": [{"provider": "acme"}, "odd", {"provider": "acme"}, {"provider": "acme.eu"}],
    "benchmarks": [{"benchmark": "exam"}, {"benchmark": "exam"}],
}


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("context_window", ("context_window",)),
        ("capabilities.tool_use", ("capabilities", "tool_use")),
        ("routes.acme", ("routes", 0)),
        ("routes.acme.price.input", ("routes", 0, "price", "input")),
        ("routes.acme.2.price.input", ("routes", 2, "price", "input")),
        ("routes.acme.variants.1.price.cached_input", ("routes", 0, "variants", 1, "price", "cached_input")),
        ("routes.acme.eu.price", ("routes", 3, "price")),
        ("routes.globex.price", ("routes",)),
        ("benchmarks.exam", ("benchmarks", 0, "score")),
        ("benchmarks.exam.2", ("benchmarks", 1, "score")),
        ("acknowledged.route-prices", ("acknowledged", "route-prices")),
        ("acknowledged.route-prices.routes.acme", ("acknowledged", "route-prices", "routes.acme")),
    ],
)
def test_the_path_of_a_fact_leads_to_its_keys(path, keys):
    assert key_path(path, DATA) == keys


def test_without_the_list_a_path_leads_to_its_name():
    assert key_path("routes.acme.price", {}) == ("routes",)
