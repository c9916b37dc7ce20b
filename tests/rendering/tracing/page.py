"""One comparison's HTML as an outside reader has it: the tables' cells, and the prose around them block by block.

Nothing of the statements behind the page is looked at, only its text and the marks of the product contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from tests.rendering.tracing.plain_catalog import PlainCatalog
from tests.rendering.tracing.plain_prices import Routes, Traffic

# Taken out before the page is parsed: they are half of its elements.
NUMERALS = re.compile(r'<sup class="mc-cite">.*?</sup>', re.DOTALL)
_BLOCKS = ["p", "li", "summary", "dt", "dd", "time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """`text` without the lead, which is its own mark ("larger")."""

    state: str
    value: str | None
    text: str
    currency: str = "USD"
    lead: str | None = None
    small: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        return self.state == "known"

    @property
    def settled(self) -> bool:
        return self.state in {"known", "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, list item or cell of prose. `marks` are its own attributes and those of what it stands in."""

    section: str
    text: str
    marks: Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class Page:
    """`cells` by row and model: what the tables of the page say, which prose must say too."""

    catalog: PlainCatalog
    models: tuple[str, ...]
    traffic: Traffic
    sections: Mapping[str, Tag]
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)
    scores: dict[tuple[str, str], dict[str, Cell]] = field(default_factory=dict)
    routes: dict[str, Routes] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    claims: int = 0
    at: str = ""
    stale_before: str = ""

    def holds(self, found: object, expected: object, what: str = "") -> None:
        """One claim, traced: what the page says, and what it should."""
        self.claims += max(1, len(found)) if isinstance(found, list | dict | set) else 1
        if found != expected:
            self.faults.append(f"{self.at} [{what}: says {found!r}, and should {expected!r}]")

    def cell(self, key: str, model: str) -> Cell:
        return self.cells[key, model]

    def said(self, key: str, model: str, *, lower: bool = False) -> str:
        text = self.cells[key, model].text
        return text.lower() if lower else text

    def with_cell(self, key: str, model: str, changed: Cell) -> Page:
        """The same page but for one value: to see what would then be so."""
        return Page(
            catalog=self.catalog,
            models=self.models,
            traffic=self.traffic,
            sections=self.sections,
            cells={**self.cells, (key, model): changed},
            scores=self.scores,
            routes=self.routes,
        )

    def id_of(self, name: str) -> str:
        return next(model for model in self.catalog.models if self.catalog.name(model) == name)

    def name(self, model: str) -> str:
        return self.catalog.name(model)

    def named(self, model: str) -> str:
        """A name where the model is recommended or listed."""
        status = self.cell("status", model).value
        return f"{self.name(model)} ({status})" if status in {"deprecated", "retired"} else self.name(model)


def read_page(
    catalog: PlainCatalog, models: tuple[str, ...], html: str, traffic: Traffic, stale_before: str = ""
) -> Page:
    soup = BeautifulSoup(NUMERALS.sub("", html), "html.parser")
    found = {str(one["data-mc-section"]): one for one in soup.find_all("div", attrs={"data-mc-section": True})}
    page = Page(catalog=catalog, models=models, traffic=traffic, sections=found, stale_before=stale_before)
    page.routes = {model: Routes(catalog, model, traffic) for model in models}
    for name, section in found.items():
        for row in section.find_all("tr", attrs={"data-mc-row": True}):
            _read_row(page, name, row)
    return page


def blocks(page: Page, section: str) -> Iterator[Block]:
    """The prose of a section; its tables and the editors' own words are left out."""
    body = page.sections[section]
    for one in body.find_all(_BLOCKS):
        if _outermost(one, body):
            yield Block(section=section, text=text_of(one), marks=_marks(one, body))


def loose_text(page: Page, section: str) -> str:
    """What stands in no block and in no table, and so would go unchecked."""
    body = page.sections[section]
    pieces = (one for one in body.find_all(string=True) if one.parent is not None and type(one).__name__ != "Comment")
    return " ".join("".join(one for one in pieces if _unread(one.parent, body)).split())


def text_of(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def rows_of(page: Page, section: str, mark: str) -> Iterator[Tag]:
    yield from page.sections[section].find_all("tr", attrs={mark: True})


def _read_row(page: Page, section: str, row: Tag) -> None:
    key = str(row["data-mc-row"])
    cells = {str(one["data-mc-model"]): _cell(one) for one in row.find_all("td", attrs={"data-mc-model": True})}
    if section == "benchmarks":
        page.scores[key, str(row.get("data-mc-variant", ""))] = cells
        return
    for model, cell in cells.items():
        page.at = f"{section}: {key} of {model}"
        before = page.cells.setdefault((key, model), cell)
        page.holds((cell.state, cell.value, cell.text), (before.state, before.value, before.text), "another table")


def _cell(td: Tag) -> Cell:
    value, lead = td.find("span", class_="mc-value"), td.find("span", class_="mc-lead")
    assert value is not None
    return Cell(
        state=str(td["data-mc-state"]),
        value=str(td["data-mc-value"]) if td.has_attr("data-mc-value") else None,
        text=re.sub("^[✓✕] ", "", text_of(value)),
        currency=str(td.get("data-mc-currency", "USD")),
        lead=text_of(lead).removeprefix("▲ ") if lead else None,
        small=tuple(text_of(one) for one in td.find_all("small")),
    )


def _apart(tag: Tag) -> bool:
    """A table, the editors' own words, or the name of what is folded away."""
    return tag.name in {"table", "aside"} or "mc-fold" in (tag.get("class") or ())


def _outermost(one: Tag, body: Tag) -> bool:
    if _apart(one):
        return False
    for parent in one.parents:
        if parent is body:
            return True
        if parent.name in _BLOCKS or _apart(parent):
            return False
    return False


def _unread(parent: Tag | None, body: Tag) -> bool:
    while parent is not None and parent is not body:
        if parent.name in _BLOCKS or _apart(parent):
            return False
        parent = parent.parent
    return True


def _marks(one: Tag, body: Tag) -> dict[str, str]:
    found = {f"class.{name}": name for name in one.get("class") or ()}
    for tag in (one, *one.parents):
        found = {**{key: str(value) for key, value in tag.attrs.items() if key.startswith("data-mc-")}, **found}
        if tag is body:
            break
    return found
