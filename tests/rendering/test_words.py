"""Sentences that are right for one, several and none, in number and article."""

from pathlib import Path

import pytest

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.rendering import words
from tests.rendering.golden import TODAY


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_items_are_listed(items: list[str], text: str) -> None:
    assert words.listed(items) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "no providers"), (1, "1 provider"), (2, "2 providers"), (1000, "1,000 providers")]
)
def test_things_are_counted(count: int, text: str) -> None:
    assert words.counted(count, "provider") == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Apache 2.0", "Apache 2.0"),
        ("Llama 4 Community License", "the Llama 4 Community License"),
        ("The Grok 2 License", "The Grok 2 License"),
    ],
)
def test_a_licence_is_called_as_one_speaks_of_it(name: str, text: str) -> None:
    assert words.licence_name(name) == text


@pytest.mark.parametrize(
    ("date", "text"), [("2025", "in 2025"), ("2025-10", "in October 2025"), ("2025-10-05", "on 5 October 2025")]
)
def test_dates_are_told_at_their_precision(date: str, text: str) -> None:
    assert words.on_date(PartialDate.parse(date)) == text


@pytest.mark.parametrize(
    ("routes", "text"),
    [
        ("", "No route is recorded"),
        ("[{provider: p}]", "Its only route has no price by the token"),
        ("[{provider: p}, {provider: p}]", "Neither of its 2 routes has a price by the token"),
        ("[{provider: p}, {provider: p}, {provider: p}]", "None of its 3 routes has a price by the token"),
        ("[{provider: p, billing: credits}]", "Its only route is sold in credits, not by the token"),
        (
            "[{provider: p, billing: credits}, {provider: p, billing: subscription}]",
            "Its 2 routes are sold in credits or sold by subscription, not by the token",
        ),
        ("[{provider: p, price: {input: undisclosed, output: undisclosed}}]", "Its price by the token is undisclosed"),
        ("[{provider: p, price: {input: undisclosed}}]", "Its only route has no price by the token"),
        ("[{provider: p, price: {input: 1}}]", "The output price is missing"),
        ("[{provider: p, price: {output: 1}}]", "The input price is missing"),
        (
            "[{provider: p, price: {input: 1}}, {provider: p, price: {output: 1}}]",
            "No route has both an input and an output price",
        ),
        ("[{provider: p, status: retired}]", "All its routes are retired"),
    ],
)
def test_what_a_cost_lacks_is_named(tmp_path: Path, routes: str, text: str) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "providers.yml").write_text("p: {name: P, kind: vendor}\n", encoding="utf-8")
    model = f"name: A\ndeveloper: D\nroutes: {routes}\n" if routes else "name: A\ndeveloper: D\n"
    (tmp_path / "models" / "a.yml").write_text(model, encoding="utf-8")
    assert words.lacking(load_catalog(tmp_path, TODAY).models["a"]) == text
