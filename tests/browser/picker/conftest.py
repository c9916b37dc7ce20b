"""A site with tables and pickers, built once for all that looks at it, and its pages as a reader finds them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.picker.catalog import COMPARED, SECTIONS, THEME, write_site
from tests.plugin.small_site import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose pages `compared-*` show what comparisons are to agree with, and count as no comparison's page."""
    made = write_site(tmp_path_factory.mktemp("picker"), rest=THEME)
    made.page("small.md", '# Small\n\n<< models(where="vision", sort="-context_window") >>\n')
    made.page("two.md", "# Two\n\n<< models() >>\n\n<< picker() >>\n")
    made.page("beside.md", '# Beside\n\n<< monthly_cost("ada", "bell") >>\n\n<< picker() >>\n')
    for models in COMPARED:
        quoted = ", ".join(f'"{model}"' for model in models)
        made.page(
            f"compared-{'-'.join(models)}.md", f"# Compared\n\n<< compare({quoted}, sections={list(SECTIONS)}) >>\n"
        )
    made.build()
    return made


@pytest.fixture(scope="session")
def base(site: Site, serve: Callable[[Path], str]) -> str:
    return serve(site.root / "site")


@pytest.fixture
def picker(base: str, open_page: Callable[..., Page]) -> Callable[..., Page]:
    def opened(query: str = "", path: str = "compare/", **options: object) -> Page:
        page = open_page(f"{base}/{path}{query}", **options)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("thead button")
        return page

    return opened
