"""A whole comparison traced: every table against the files, every sentence against the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.rendering.tracing import costs, dive, friction, summary, tradeoffs, turning, verdict
from tests.rendering.tracing.cases import check_cases
from tests.rendering.tracing.faq import check_questions
from tests.rendering.tracing.grammar import Rule, trace
from tests.rendering.tracing.page import Page, blocks, loose_text, read_page
from tests.rendering.tracing.plain_catalog import PlainCatalog
from tests.rendering.tracing.plain_prices import Traffic
from tests.rendering.tracing.tables import check_tables

# A section that is a table alone has no sentences; the questions have a reader of their own.
_RULES: Mapping[str, Sequence[Rule]] = {
    "summary": summary.RULES,
    "verdict": (*turning.RULES, *verdict.RULES),
    "tradeoffs": tradeoffs.RULES,
    "monthly_cost": costs.MONTHLY_COST,
    "switch_friction": friction.RULES,
    "pricing": costs.PRICING,
    "benchmarks": costs.BENCHMARKS,
    "deep_dive": dive.DEEP_DIVE,
    "related": dive.RELATED,
    "reviewed": dive.REVIEWED,
}


def traced(catalog: PlainCatalog, models: tuple[str, ...], html: str, traffic: Traffic, stale_before: str) -> Page:
    """The page with all its claims counted, and its faults."""
    page = read_page(catalog, models, html, traffic, stale_before)
    check_tables(page)
    for section in page.sections:
        page.at = section
        page.holds(loose_text(page, section), "", "text outside of paragraphs and tables")
        if section == "faq":
            check_questions(page)
            continue
        for block in blocks(page, section):
            trace(page, block, _RULES.get(section, ()))
    verdict.reasons_told(page)
    check_cases(page)
    tradeoffs.all_told(page)
    friction.all_told(page)
    return page
