"""What a reader does with a table of models, and what it and the address then come to."""

from playwright.sync_api import Locator, Page

from tests.browser.waiting import becomes


def head(page: Page, name: str) -> Locator:
    return page.locator("[data-mc-table] thead").first.get_by_role("button", name=name, exact=True)


def search(page: Page) -> Locator:
    return page.locator(".mc-asking input[type=search]")


def tick(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("checkbox", name=f"Compare {name}").check()


def status(page: Page) -> Locator:
    """What is told of the models that are chosen."""
    return page.locator(".mc-chosen [role=status]")


def shows(page: Page, models: list[str], place: int = 0, *, first: int | None = None) -> None:
    """These models and no other, in this order; or these first."""
    becomes(page, lambda: _rows(page, place)[:first], models)


def asks(page: Page, held: dict[str, str]) -> None:
    """What the address holds."""
    becomes(page, lambda: page.evaluate("Object.fromEntries(new URLSearchParams(location.search))"), held)


def focus_is_on(page: Page, text: str, of: str = "textContent") -> None:
    becomes(page, lambda: page.evaluate(f"document.activeElement.{of}"), text)


def _rows(page: Page, place: int) -> list[str]:
    return page.eval_on_selector_all(
        "[data-mc-table]",
        f"""all => [...all[{place}].querySelectorAll("tbody tr")].filter(row => row.checkVisibility())
                .map(row => row.dataset.mcModel)""",
    )
