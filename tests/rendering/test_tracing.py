"""The tracer sees what it is there for: any figure, comparative or sentence of a page that is not so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.rendering.tracing.comparing import Comparer, comparer
from tests.rendering.tracing.generated import write
from tests.rendering.tracing.page import NUMERALS

PAIR = ("alpha", "beta-2.5")
SHEETS = [
    {
        "developer": "Lab One",
        "context_window": 200_000,
        "max_output": 8_000,
        "released": "2025-06-15",
        "license": "proprietary",
        "capabilities": {"vision": True, "reasoning": False, "tool_use": True},
        "routes": [{"provider": "Acme", "input": "1", "output": "5"}, {"provider": "Bolt", "billing": "credits"}],
        "scores": [{"benchmark": "Maze", "amount": 70}],
        "reviewed": "2026-11-01",
    },
    {
        "developer": "Lab Two",
        "context_window": 1_000_000,
        "max_output": 8_000,
        "released": "2026-01",
        "license": "apache-2.0",
        "capabilities": {"vision": False, "reasoning": True, "tool_use": True},
        "routes": [{"provider": "Acme", "input": "0.80", "output": "4"}],
        "scores": [{"benchmark": "Maze", "amount": 50}],
        "reviewed": "2026-11-20",
    },
]


@pytest.fixture(scope="module")
def comparing(tmp_path_factory: pytest.TempPathFactory) -> Comparer:
    folder: Path = tmp_path_factory.mktemp("traced") / "data"
    write(folder, SHEETS, {})
    return comparer(folder, date(2026, 11, 22))


def test_a_page_as_it_is_made_has_no_fault(comparing: Comparer) -> None:
    assert comparing.trace(*PAIR).faults == []


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        # summary
        ("Lab One on", "Lab Two on"),
        ("in January 2026", "in February 2026"),
        ("has the larger context window", "has the smaller context window"),
        ("</span> tokens against", "</span> tokens, far more than"),
        ("is open source under", "is closed source under"),
        ("costs $2,050", "costs $2,051"),
        ("only Alpha has vision", "only Beta 2.5 has vision"),
        # verdict
        ('data-mc-outcome="choice"', 'data-mc-outcome="close"'),
        ("Choose Beta 2.5 overall", "Choose Alpha overall"),
        ('<span class="mc-weight">+3 Beta 2.5', '<span class="mc-weight">+3 Alpha'),
        ('<span class="mc-weight">+2 ', '<span class="mc-weight">+4 '),
        ("by weight 6 for", "by weight 7 for"),
        ("signals are decided", "signals is decided"),
        ("Level: ", "Level: vision, "),
        ("Open: ", "Open: vision, "),
        ("Alpha lacks open weights", "Beta 2.5 lacks open weights"),
        # the rest, in the order of the page
        ("More providers: ", "Fewer providers: "),
        ("The only one of the two with vision", "The only one of the two with reasoning"),
        ("Ahead in Maze: 70% against 50%", "Ahead in Maze: 70% against 60%"),
        ("Acme offers both.", "Bolt offers both."),
        ("Lost: vision.", "Lost: reasoning."),
        ("no longer fit; Beta 2.5 takes", "no longer fit; Alpha takes"),
        (", as before", ", <span>200k</span> before"),
        ("the month costs less: $1,640", "the month costs more: $1,640"),
        ("They differ in 2 capabilities", "They differ in 3 capabilities"),
        ("Both have tool use", "Both have vision"),
        ("can be had from 2 providers", "can be had from 3 providers"),
        ("its strengths here are", "its strength here is"),
        ("released in January 2026", "released in January 2025"),
        ("</span> does; <span", "</span> do; <span"),
        ("Alpha is available from Acme and Bolt", "Alpha is available from Acme"),
        ("the older of the dates", "the newer of the dates"),
        # tables
        ('data-mc-value="200000"', 'data-mc-value="20000"'),
        (">&#10003;</span> Yes", ">&#10003;</span> No"),
        ("&#9650; cheaper", "&#9650; dearer"),
        ("</div>", "<p>Both are good.</p></div>"),
        ("</div>", "And so on.</div>"),
    ],
)
def test_a_page_that_says_otherwise_has_a_fault(comparing: Comparer, said: str, instead: str) -> None:
    html = NUMERALS.sub("", comparing.html(*PAIR))
    assert said in html
    assert comparing.trace_html(PAIR, html.replace(said, instead, 1)).faults
