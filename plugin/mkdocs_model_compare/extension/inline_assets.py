"""The styles and scripts of a page whose host has no place for files: they stand in the page itself."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def styles() -> str:
    return f"<style>{_asset('model-compare.css')}</style>"


def scripts(bodies: Iterable[str]) -> str:
    """What the sections and tables of a page need, once.

    As modules, which wait until the whole page is there, also where a theme swaps pages without loading them.
    """
    tables = any("data-mc-table=" in html for html in bodies)
    names = ("model-compare.js", *(("model-compare-picker.js",) if tables else ()))
    return "\n".join(f'<script type="module">{_asset(name)}</script>' for name in names)


@cache
def _asset(name: str) -> str:
    return files("mkdocs_model_compare.rendering").joinpath("assets", name).read_text("utf-8")
