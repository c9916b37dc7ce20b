"""A headless browser, a server for a built site, and a record of what went wrong on its pages."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from tests.browser.every_kind import MATERIAL, OF_ANY_THEME, build_every_kind
from tests.browser.waiting import PATIENCE

HOST = "127.0.0.1"
CHROMIUM = shutil.which("chromium")
REMEDY = "The browser tests need Debian's chromium. Install it: apt-get install chromium"
BLANK = "about:blank"
# The options that a page of any context can be given; all others make a context of its own.
OF_A_PAGE = frozenset(("viewport", "color_scheme", "forced_colors", "reduced_motion"))
# No sandbox, since root has none; and nothing that makes Chromium itself talk to the outside.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Findings:
    """What no page of ours may cause: errors in the console, and requests to another host."""

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None and "CI" in os.environ:
        pytest.fail(REMEDY, pytrace=False)
    if CHROMIUM is None:
        pytest.skip(REMEDY)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a built folder until the tests end, and says at what address: `http://127.0.0.1:<port>`."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(Server(folder)).address


@pytest.fixture(scope="session")
def folder_of_every_kind(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Where the site with a page of every kind is built in a theme: once, for all tests that look at it.

    In another theme than Material it has only those pages that are looked at there.
    """

    def built(theme: str) -> Path:
        only = None if theme == MATERIAL else OF_ANY_THEME
        return build_every_kind(tmp_path_factory.mktemp("kinds"), theme, only=only)

    return cache(built)


@pytest.fixture(scope="session")
def every_kind(folder_of_every_kind: Callable[[str], Path], serve: Callable[[Path], str]) -> Callable[..., str]:
    """At what address it is."""
    served: Callable[[str], str] = cache(lambda theme: serve(folder_of_every_kind(theme)))

    def address(theme: str = MATERIAL) -> str:
        return served(theme)

    return address


@pytest.fixture
def findings() -> Findings:
    """Filled by every page that `open_page` opens in the same test."""
    return Findings()


@pytest.fixture(scope="session")
def shared(browser: Browser) -> BrowserContext:
    """The context of all pages that need none of their own: to make one takes as long as to open a page in it."""
    return new_context(browser)


@pytest.fixture
def open_page(browser: Browser, shared: BrowserContext, findings: Findings) -> Iterator[Callable[..., Page]]:
    """Opens an address where nothing is kept of its site; options are Playwright's, as `color_scheme="dark"`.

    What begins as a blank page is one that the test prepares: a clock would stay in its context, which is its own.
    """
    with ExitStack() as own:

        def opened(address: str, **options: Any) -> Page:
            if address == BLANK or options.keys() - OF_A_PAGE:
                page = own.enter_context(new_context(browser, **options)).new_page()
            else:
                page = new_page(shared, address, **options)
            watch(page, findings)
            page.goto(address)
            return page

        yield opened
    for page in shared.pages:
        page.close()


class Server(ThreadingHTTPServer):
    """Serves one folder from a thread, on a free port, without a log."""

    request_queue_size = 128  # a browser asks for much at once

    def __init__(self, folder: Path) -> None:
        super().__init__((HOST, 0), partial(QuietHandler, directory=str(folder)))
        self.address = f"http://{HOST}:{self.server_port}"
        self.thread = threading.Thread(target=self.serve_forever)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.shutdown()
        self.thread.join()
        self.server_close()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keeps requests out of the tests' output."""


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    context.route(is_outside, lambda route: route.abort())  # recorded by `watch`, and never really sent
    return context


def new_page(context: BrowserContext, address: str, *, viewport: ViewportSize | None = None, **media: Any) -> Page:
    """A page to which the site at the address is new, whatever an earlier one had it keep."""
    page = context.new_page()
    parts = urlsplit(address)
    known = {"origin": f"{parts.scheme}://{parts.netloc}", "storageTypes": "all"}
    context.new_cdp_session(page).send("Storage.clearDataForOrigin", known)
    if viewport is not None:
        page.set_viewport_size(viewport)
    page.emulate_media(**media)
    return page


def watch(page: Page, findings: Findings) -> None:
    page.on("console", lambda message: findings.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: findings.errors.append(str(error)))
    page.on("request", lambda request: findings.outside.append(request.url) if is_outside(request.url) else None)


def is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != HOST
