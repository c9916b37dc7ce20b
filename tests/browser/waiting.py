"""A page answers a moment after it is asked, and on a busy machine a long one: what it promises is waited for."""

from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Locator, Page

from tests import patience

Read = TypeVar("Read")

PATIENCE = 1000 * patience.SECONDS
_BETWEEN = 20
_FRAMES = """async () => {
    for (const _ of [1, 2, 3, 4]) await new Promise(requestAnimationFrame);
}"""
_TO_THE_MIDDLE = "one => one.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'})"
# A theme that swaps pages looks the link of a click up in the sitemap, once it has that; this one leads nowhere.
_SWAPS = """() => {
    const link = Object.assign(document.createElement("a"), {href: "/nowhere/"});
    const {has} = Map.prototype;
    let looked = false;
    Map.prototype.has = function (key) { looked ||= key === link.href; return has.call(this, key); };
    addEventListener("click", (event) => event.preventDefault(), {once: true});
    document.body.append(link);
    link.click();
    link.remove();
    Map.prototype.has = has;
    return looked;
}"""


def becomes(page: Page, read: Callable[[], Read], expected: Read) -> None:
    """Wait until it reads so, on this page or of what this page tells."""
    found = read()
    for _ in range(PATIENCE // _BETWEEN):
        if found == expected:
            return
        page.wait_for_timeout(_BETWEEN)
        found = read()
    assert found == expected, f"{found!r} never became {expected!r}"


def some_pictures_later(page: Page) -> None:
    """When all is drawn, and scrolling, which tells of itself with the next picture, has told."""
    page.evaluate(_FRAMES)


def brought_into_view(one: Locator) -> Locator:
    """In the middle of the screen and at rest: a scroll that is still to be told would close the panel of a source."""
    one.evaluate(_TO_THE_MIDDLE)
    some_pictures_later(one.page)
    return one


def wait_until_pages_are_swapped(page: Page) -> None:
    """Until the theme has read the sitemap, a link loads its page as any link does."""
    page.wait_for_function(_SWAPS)
