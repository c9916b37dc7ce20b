"""The sentences a page may hold: patterns over its text, each with a check that traces what it claims.

A pattern is a regular expression in which `<name:kind>` stands for a phrase of that kind, by the catalog's own names.
Text that no pattern knows is a fault, so that no new wording goes unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tests.rendering.tracing.page import Block, Page
from tests.rendering.tracing.plain_catalog import PlainCatalog

Check = Callable[[Page, re.Match[str], Block], None]

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
MONEY = rf"(?:free|(?:under )?(?:(?:CN¥|[$€£¥₹₩]){NUMBER}|{NUMBER} [A-Z]{{3}}))"
TOKENS = rf"≈?{NUMBER}[kM]?"
DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
WHEN = r"(?:on \d+ [A-Z][a-z]+ \d{4}|in (?:[A-Z][a-z]+ )?\d{4})"
STATE = r"(?:unknown|undisclosed|not applicable)"
_TRAFFIC = (
    rf"{NUMBER} requests? a month of {NUMBER} input and {NUMBER} output tokens?(?: each)?"
    rf"(?:, {NUMBER}% of the input cached)?(?:, in batch)?"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` must fill a block from where the last one ended to a space or the block's end."""

    pattern: str
    check: Check


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in one catalog."""

    models: tuple[str, ...]
    providers: tuple[str, ...]
    licenses: tuple[str, ...]
    developers: tuple[str, ...]
    benchmarks: tuple[str, ...]
    capabilities: tuple[str, ...]
    cases: tuple[str, ...]


@lru_cache(64)
def names_of(catalog: PlainCatalog) -> Names:
    return Names(
        models=tuple(one["name"] for one in catalog.models.values()),
        providers=tuple(one["name"] for one in catalog.providers.values()),
        licenses=tuple(one["name"] for one in catalog.licenses.values()),
        developers=tuple({one["developer"]: None for one in catalog.models.values()}),
        benchmarks=tuple(one["name"] for one in catalog.benchmarks.values()),
        capabilities=tuple(catalog.phrase("capabilities", key) for key in catalog.capabilities),
        cases=tuple(catalog.phrase("use_cases", key) for key in catalog.use_cases),
    )


def trace(page: Page, block: Block, rules: Sequence[Rule]) -> None:
    """Read the block from its start to its end, checking each sentence by the rule whose pattern it fills."""
    names, at = names_of(page.catalog), 0
    while at < len(block.text):
        page.at = f"{block.section}: “{block.text[at:]}”"
        found, check = _next(names, block.text, at, rules)
        if found is None or check is None:
            page.faults.append(f"{page.at} [no pattern knows this sentence]")
            return
        page.at = f"{block.section}: “{found[0]}”"
        check(page, found, block)
        at = found.end() + 1


def items(page: Page, text: str | None, kind: str) -> list[str]:
    """The parts of "a, b and c"."""
    return re.findall(compiled(names_of(page.catalog), f"<:{kind}>"), text) if text else []


def every(page: Page, pattern: str, text: str) -> list[re.Match[str]]:
    """All places of a smaller pattern inside a sentence."""
    return list(re.finditer(compiled(names_of(page.catalog), pattern), text))


def ids(page: Page, text: str | None, kind: str = "model") -> list[str]:
    """The models named in "a, b and c"."""
    return [page.id_of(re.sub(r" \((?:deprecated|retired)\)$", "", name)) for name in items(page, text, kind)]


@lru_cache(2048)
def compiled(names: Names, pattern: str) -> re.Pattern[str]:
    kinds = _kinds(names)

    def put(found: re.Match[str]) -> str:
        name, kind = found.groups()
        inner = _list(kinds[kind[:-1]]) if kind.endswith("s") and kind not in kinds else kinds[kind]
        return f"(?P<{name}>{inner})" if name else f"(?:{inner})"

    return re.compile(re.sub(r"<(\w*):(\w+)>", put, pattern))


def _next(names: Names, text: str, at: int, rules: Iterable[Rule]) -> tuple[re.Match[str] | None, Check | None]:
    for rule in rules:
        found = compiled(names, rule.pattern + r"(?= |$)").match(text, at)
        if found:
            return found, rule.check
    return None, None


@lru_cache(64)
def _kinds(names: Names) -> dict[str, str]:
    model, licence = _any(names.models), _any(names.licenses)
    benchmark = _any(names.benchmarks)
    return {
        "model": model,
        "named": rf"{model}(?: \((?:deprecated|retired)\))?",
        "provider": _any(names.providers),
        "licence": licence,
        "developer": _any(names.developers),
        "skill": _any(names.capabilities),
        "case": _any(names.cases),
        "phrase": _any((*names.capabilities, *names.benchmarks, *PHRASES)),
        "measure": rf"{benchmark}(?: \([^()]*\))?",
        "term": rf"(?:proprietary|open (?:source|weights) under (?:the )?{licence}|under a licence that is {STATE})",
        "strength": _any(
            (*names.capabilities, *STRENGTHS, *(f"the better score in {one}" for one in names.benchmarks))
        ),
        "sum": MONEY,
        "size": TOKENS,
        "date": DATE,
        "when": WHEN,
        "state": STATE,
        "number": NUMBER,
        "traffic": _TRAFFIC,
        "score": rf"-?(?:{NUMBER}(?:%| s)?|{MONEY})",
        "count": "(?:two|three|four|five|six)",
        "all": r"(?:[Bb]oth|[Aa]ll (?:three|four|five|six))",
        "none": r"(?:[Nn]either|[Nn]one of the (?:three|four|five|six))",
        "billing": "(?:by the token|in credits|by subscription|by the hour of compute|as a download)",
    }


PHRASES = {
    "cost at this traffic": "price",
    "openness": "openness",
    "shared benchmarks": "benchmarks",
    "context window": "context_window",
    "providers": "providers",
    "number of providers": "providers",
    "commercial use": "commercial_use",
    "status": "status",
    "maximum output": "max_output",
    "release date": "released",
    "knowledge cutoff": "knowledge_cutoff",
    "open weights": "open_weights",
    "a full price by the token": "priced",
}
STRENGTHS = {
    "a lower cost at this traffic": "monthly_cost",
    "a larger context window": "context_window",
    "a longer output": "max_output",
    "a more open licence": "openness",
    "freer commercial use": "commercial_use",
    "a newer release": "released",
    "a later knowledge cutoff": "knowledge_cutoff",
    "a lower output price": "cheapest_output",
    "a wider choice of providers": "provider_routes",
    "a better standing": "status",
}


def key_of(page: Page, phrase: str) -> str:
    """The row, capability, requirement or benchmark that goes by this phrase."""
    for key in page.catalog.capabilities:
        if page.catalog.phrase("capabilities", key) == phrase:
            return key
    for key, one in page.catalog.benchmarks.items():
        if one["name"] == phrase.removeprefix("the better score in "):
            return key
    return {**PHRASES, **STRENGTHS}[phrase]


def _any(names: Iterable[str]) -> str:
    found = sorted({re.escape(name) for name in names}, key=len, reverse=True)
    return f"(?:{'|'.join(found) or '(?!)'})"


def _list(item: str) -> str:
    return f"(?:{item})(?:, (?:{item}))*(?: (?:and|or) (?:{item}))?"
