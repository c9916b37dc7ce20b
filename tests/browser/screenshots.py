"""Pictures of each kind of page and state for a person to look at: `make screenshots`; ARGS="pair six" for only those.

They go into `screenshots/`, named `<page>.<screen>.<scheme>.png` for what is seen first and with `.full` for the whole
page. The pages are those of `every_kind.py` in three themes, and those of the documentation with the real catalog.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM, REMEDY, Server
from tests.browser.every_kind import BUILT_IN, MATERIAL, PAGES, build_every_kind

ROOT = Path(__file__).parents[2]
OUT = ROOT / "screenshots"
SCREENS = {"wide": (1440, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")
OF_THE_DOCS = {
    "docs": "",
    "docs-pair": "examples/open-or-closed/",
    "docs-three": "examples/three-way/",
    "docs-inline": "examples/inline-facts/",
    "docs-index": "compare/",
    "docs-model": "compare/models/claude-haiku-5.5/",
}
NUMERAL = ".mc-table .mc-cite a >> visible=true >> nth=0"


def panel(page: Page) -> None:
    page.locator(NUMERAL).scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # scrolling, when it ends, closes the panel
    page.locator(NUMERAL).click()


def wrong_input(page: Page) -> None:
    page.fill("input[name=requests]", "0")
    page.locator(".mc-problem").scroll_into_view_if_needed()


def stuck_header(page: Page) -> None:
    page.locator("[data-mc-row=knowledge_cutoff]").evaluate("row => row.scrollIntoView({block: 'center'})")


def scrolled_sideways(page: Page) -> None:
    page.locator("[data-mc-section=specs]").scroll_into_view_if_needed()
    page.locator("[data-mc-section=specs] .mc-scroll").evaluate("table => table.scrollLeft = 200")


# The page, the options of its window, and what is done before the picture is taken.
STATES: dict[str, tuple[str, dict[str, Any], Callable[[Page], None] | None]] = {
    "state-panel": ("pair", {}, panel),
    "state-wrong-input": ("priced", {}, wrong_input),
    "state-stuck-header": ("pair", {}, stuck_header),
    "state-sideways": ("six", {}, scrolled_sideways),
    "state-high-contrast": ("pair", {"forced_colors": "active"}, None),
    "state-no-script": ("priced", {"java_script_enabled": False}, None),
    "state-zoom-400": ("pair", {"viewport": {"width": 320, "height": 256}}, None),
}


def main(names: list[str]) -> None:
    if CHROMIUM is None:
        sys.exit(REMEDY)
    OUT.mkdir(exist_ok=True)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, address in addresses(folder, names, stack):
            shoot(browser, name, address)
            sys.stdout.write(f"{name}\n")
        browser.close()


def addresses(folder: Path, names: list[str], stack: ExitStack) -> Iterator[tuple[str, str]]:
    """The wanted pictures and the pages they are of. A site is built when the first of its pages is wanted."""
    themes = {"": MATERIAL, **{f"{theme}-": rest for theme, rest in BUILT_IN.items()}}
    for prefix, theme in themes.items():
        pages = {f"{prefix}{name}": page for name, page in PAGES.items()}
        if not prefix:
            pages |= {name: PAGES[page] for name, (page, _, _) in STATES.items()}
        wanted = {name: page for name, page in pages.items() if not names or name in names}
        if wanted:
            base = stack.enter_context(Server(build_every_kind(folder / f"site-{prefix}", theme))).address
            yield from ((name, f"{base}/{page}") for name, page in wanted.items())
    wanted = {name: page for name, page in OF_THE_DOCS.items() if not names or name in names}
    if wanted:
        base = stack.enter_context(Server(build_docs(folder / "docs"))).address
        yield from ((name, f"{base}/{page}") for name, page in wanted.items())


def build_docs(folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder], cwd=ROOT, check=True)
    return folder


def shoot(browser: Browser, name: str, address: str) -> None:
    _, options, act = STATES.get(name, ("", {}, None))
    for (screen, (width, height)), scheme in product(SCREENS.items(), SCHEMES):
        window = {"viewport": {"width": width, "height": height}, "color_scheme": scheme, **options}
        context = browser.new_context(**window)
        page = context.new_page()
        page.goto(address)
        if act:
            act(page)
        file = OUT / f"{name}.{screen}.{scheme}.png"
        page.screenshot(path=file)
        if not act:
            page.screenshot(path=file.with_suffix(".full.png"), full_page=True)
        context.close()
    if name in PAGES:
        page = browser.new_page()
        page.goto(address)
        page.pdf(path=OUT / f"{name}.pdf", format="A4")
        page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
