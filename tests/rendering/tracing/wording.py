"""How cells read inside a sentence: the few forms that tables and prose do not share letter by letter."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

from tests.rendering.tracing.page import Page

NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def listed(texts: Iterable[str]) -> str:
    found = list(texts)
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


def when(text: str) -> str:
    """`2025-10-15` → `on 15 October 2025`."""
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if not month:
        return f"in {year}"
    return f"on {day} {calendar.month_name[month]} {year}" if day else f"in {calendar.month_name[month]} {year}"


def term(page: Page, model: str) -> str:
    """The licence as a property of the model."""
    held = page.cell("openness", model)
    if not held.known:
        return f"under a licence that is {held.text}"
    if held.value == "proprietary":
        return "proprietary"
    licence = page.said("license", model)
    the = "the " if re.search(r"(?i)(licen[cs]e|agreement|terms)$", licence) else ""
    return f"{str(held.value).replace('-', ' ')} under {the}{licence}"


def term_verb(page: Page, models: list[str]) -> str:
    have = page.cell("openness", models[0]).value == "open-weights"
    return ("has" if have else "is") if len(models) == 1 else ("have" if have else "are")


def every_one(page: Page) -> str:
    return "Both" if len(page.models) == 2 else f"All {NUMBERS[len(page.models)]}"


def not_one(page: Page) -> str:
    return "Neither" if len(page.models) == 2 else f"None of the {NUMBERS[len(page.models)]}"


def counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def traffic(page: Page) -> str:
    of = page.traffic
    text = f"{counted(of.requests, 'request')} a month of".replace(str(of.requests), f"{of.requests:,}", 1)
    text = text.replace("no requests", "0 requests")
    text += f" {of.input_tokens:,} input and {of.output_tokens:,} output token{'' if of.output_tokens == 1 else 's'}"
    text += " each" if of.requests != 1 else ""
    text += f", {(of.cached * 100).to_integral_value():f}% of the input cached" if of.cached else ""
    return text + (", in batch" if of.batch else "")


def verb(names: list[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many
