"""Time from a key press to the picture that follows it, in a picker of 300 models in Debian's chromium.

The page is built with Material and read from the disk by the browser itself, so nothing but the page is measured.
Beside the time by the clock stands the processor time of the page, which others at work on the machine do not lengthen.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page, Route, sync_playwright

from benchmarks.figure import Figure
from benchmarks.make_catalog import write_catalog
from benchmarks.sites import MKDOCS

# By the clock and by the processor, in milliseconds.
Took = tuple[float, float]

MODELS = 300
LIMIT = 100.0  # ms
ADDRESS = "http://picker.example"
# Each key leaves other rows: all, a lab's, one model, none; and back again.
KEYS = (*"lab 7 model 132", *["Backspace"] * 15, *"zz", *["Backspace"] * 2)
# A space is taken when the key is let go. From the press to the first moment at which the picture with its effect was
# handed over.
WATCH = """
window.took = [];
addEventListener("keydown", () => performance.mark("key"), { capture: true });
addEventListener("keyup", () => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.took.push(performance.measure("answer", "key").duration);
    port2.postMessage("");
  });
}, { capture: true });
"""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = _built(Path(temporary))
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.route(f"{ADDRESS}/**", lambda route: _answer(route, site))
        page.goto(f"{ADDRESS}/")
        page.wait_for_selector("thead button")
        page.evaluate(WATCH)
        timed = {"search": _searching(page), "order": _pressed(page, "thead button"), "must-have": _must_haves(page)}
        browser.close()
    return [figure for name, took in timed.items() for figure in _figures(name, took)]


def _figures(name: str, took: list[Took]) -> list[Figure]:
    what = f"picker: {MODELS} models, {name}, {len(took)} keys"
    clock, processor = zip(*took, strict=True)
    return [
        Figure(name=f"{what}, median", measured=median(clock), unit="ms", limit=LIMIT),
        Figure(name=f"{what}, slowest", measured=max(clock), unit="ms", limit=LIMIT),
        Figure(name=f"{what}, processor, median", measured=median(processor), unit="ms"),
        Figure(name=f"{what}, processor, slowest", measured=max(processor), unit="ms"),
    ]


def _searching(page: Page) -> list[Took]:
    page.focus("input[type=search]")
    return _keys(page, KEYS)


def _must_haves(page: Page) -> list[Took]:
    page.click("text=Must-haves")
    return _pressed(page, ".mc-asking input[type=checkbox]")


def _pressed(page: Page, selector: str) -> list[Took]:
    """The space bar on each of these controls, twice."""
    took: list[Took] = []
    for control in page.locator(selector).all():
        control.focus()
        took += _keys(page, (" ", " "))
    return took


def _keys(page: Page, keys: tuple[str, ...]) -> list[Took]:
    page.evaluate("window.took = []")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    processor = []
    for count, key in enumerate(keys, start=1):
        before = _worked(session)
        page.keyboard.press(key)
        page.wait_for_function(f"window.took.length === {count}")
        processor.append(_worked(session) - before)
    session.detach()
    return list(zip(page.evaluate("window.took"), processor, strict=True))


def _worked(session: CDPSession) -> float:
    """The milliseconds that the page's thread has been at work so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


def _answer(route: Route, site: Path) -> None:
    path = site / urlsplit(route.request.url).path.lstrip("/")
    file = path / "index.html" if path.is_dir() else path
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404)


def _built(folder: Path) -> Path:
    write_catalog(folder / "data", MODELS)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Models\n\n<< picker() >>\n", encoding="utf-8")
    settings = {
        "site_name": "Benchmark",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"model-compare": {"stale_after": 0}}],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    subprocess.run([*MKDOCS, "build", "--quiet"], cwd=folder, check=True)
    return folder / "site"
