"""What axe-core finds wrong on a page. Its script comes with a Python package: nothing is loaded at test time."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
# Only what is wrong is wanted, which is a lot faster on a long page.
_RUN = "context => axe.run(context, {resultTypes: ['violations'], elementRef: false, preload: false})"


def violations(page: Page, *, within: str = "html", without: tuple[str, ...] = ()) -> list[str]:
    """What any rule of axe-core, best practices too, finds wrong inside `within`, one line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    context = {"include": [[within]], "exclude": [[selector] for selector in without]}
    found: dict[str, Any] = page.evaluate(_RUN, context)
    return [
        f"{rule['id']}: {node['target'][-1]}: {node['failureSummary'].splitlines()[1].strip()}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
