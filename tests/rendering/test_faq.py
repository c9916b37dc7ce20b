"""Answers of the FAQ where no model is ahead: they say so, once, and of all of them."""

import re
from pathlib import Path

import pytest

from mkdocs_model_compare.catalog.loading import load_catalog
from tests.rendering.golden import TODAY, page_of, read_aloud

TWIN = """
name: {name}
developer: Acme
released: 2026-01-02
context_window: 200000
routes: [{{provider: cloud, price: {{input: 1, output: 2}}}}]
"""


@pytest.mark.parametrize(
    ("ids", "none", "every"),
    [(("a", "b"), "Neither", "both"), (("a", "b", "c"), "None of the three", "all three")],
    ids=["two", "three"],
)
def test_models_that_are_level_are_said_to_be(tmp_path: Path, ids: tuple[str, ...], none: str, every: str) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "providers.yml").write_text("cloud: {name: Cloud}\n", encoding="utf-8")
    for model_id in ids:
        text = TWIN.format(name=f"Model {model_id.upper()}")
        (tmp_path / "models" / f"{model_id}.yml").write_text(text, encoding="utf-8")
    macro = f"<< faq({str(ids)[1:-1]}) >>"
    page = re.sub(r"\s+", " ", read_aloud(page_of(macro, load_catalog(tmp_path, TODAY))))
    assert f"? {none}: {every} take 200k tokens." in page
    assert f"? {none}: {every} came on 2 January 2026." in page
    traffic = "1,000,000 requests a month of 800 input and 250 output tokens each"
    assert f"? {none} at {traffic}: $1,300 a month each." in page
