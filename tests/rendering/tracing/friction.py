"""What a switch meets, each way, traced to the tables."""

from __future__ import annotations

import re
from itertools import permutations

from tests.rendering.tracing.grammar import Check, Rule, every, ids, items
from tests.rendering.tracing.page import Block, Page
from tests.rendering.tracing.standing import order
from tests.rendering.tracing.wording import listed

_SIZES = {"context window": "context_window", "maximum output": "max_output", "licence": "license"}


def _ends(block: Block) -> tuple[str, str]:
    return block.marks["data-mc-from"], block.marks["data-mc-to"]


def _title(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["b"], page.named(*ids(page, found["b"], "named")), "the name")


def _shared(page: Page, found: re.Match[str], block: Block) -> None:
    before, after = (page.routes[one] for one in _ends(block))
    both = [name for name in before.providers if name in after.providers]
    told = items(page, found["p"], "provider") if found["p"] else []
    page.holds(told, both, "who offers both")
    page.holds(bool(before.all and after.all), expected=True, what="that the routes are known")
    if told:
        page.holds(found["verb"], "offers" if len(told) == 1 else "offer", "the verb")


def _unshared(page: Page, _: re.Match[str], block: Block) -> None:
    before, after = (page.routes[one] for one in _ends(block))
    page.holds(bool(before.all and after.all), expected=False, what="that the routes of one are not known")


def moved(page: Page, before: str, after: str) -> dict[str, list[str]]:
    """The capabilities lost, unknown and gained by the switch."""
    found: dict[str, list[str]] = {"lost": [], "uncertain": [], "gained": []}
    for key in page.catalog.capabilities:
        old, new, phrase = page.cell(key, before), page.cell(key, after), page.catalog.phrase("capabilities", key)
        lacks_old, lacks_new = (one.value == "no" or one.state == "na" for one in (old, new))
        if old.value == "yes" and lacks_new:
            found["lost"].append(phrase)
        if old.value == "yes" and not (new.settled or lacks_new):
            found["uncertain"].append(phrase)
        if lacks_old and new.value == "yes":
            found["gained"].append(phrase)
    return found


def _moved(kind: str) -> Check:
    def check(page: Page, found: re.Match[str], block: Block) -> None:
        told = items(page, found["c"], "skill")
        page.holds(told, moved(page, *_ends(block))[kind], kind)
        if kind == "uncertain":
            page.holds(page.id_of(found["m"]), block.marks["data-mc-to"], "whose")
            page.holds(found["it"], "it" if len(told) == 1 else "them", "the number")

    return check


def _unmoved(page: Page, _: re.Match[str], block: Block) -> None:
    found = moved(page, *_ends(block))
    page.holds([one for some in found.values() for one in some], [], "that nothing is lost or gained")


def _size(block: Block, what: str) -> str:
    key = {"r": "context_window", "a": "max_output"}[what[0].lower()]
    assert block.marks["data-mc-key"] == key
    return key


def _smaller(page: Page, found: re.Match[str], block: Block) -> None:
    (before, after), key = _ends(block), _size(block, found["what"])
    page.holds(order(page, key, after, before), -1, "that it is smaller")
    page.holds(found["new"], page.said(key, after), "the size after")
    page.holds(page.id_of(found["m"]), before, "which model")
    page.holds(found["old"], page.said(key, before), "the size before")
    page.holds(found["verb"], "takes" if key == "context_window" else "gives", "the verb")


def _fits(page: Page, found: re.Match[str], block: Block) -> None:
    (before, after), key = _ends(block), _size(block, found["what"])
    page.holds(order(page, key, after, before), 1 if found["old"] else 0, "that it is larger, or the same")
    page.holds(found["new"], page.said(key, after), "the size after")
    page.holds(found["old"] or found["new"], page.said(key, before), "the size before")


def _unsure(page: Page, found: re.Match[str], block: Block) -> None:
    ends, key = _ends(block), block.marks["data-mc-key"]
    page.holds(_SIZES[found["size"]], key, "which size")
    if found["what"]:
        page.holds(_size(block, found["what"]), key, "of what")
    told = {page.id_of(one["m"]): one["s"] for one in every(page, r"of <m:model> (?:is )?<s:state>", found["of"])}
    if found["both"]:
        told = dict.fromkeys(ends, found["both"])
    page.holds(told, {one: page.said(key, one) for one in ends if not page.cell(key, one).known}, "the states")


def _licence(page: Page, found: re.Match[str], block: Block) -> None:
    before, after = _ends(block)
    page.holds([found["old"], found["new"]], [page.said("license", one) for one in (before, after)], "the licences")
    uses = [page.said("commercial_use", one, lower=True) for one in (before, after)]
    told = [found["of"], found["to"]] if found["of"] else []
    known = all(page.cell("commercial_use", one).known for one in (before, after))
    page.holds(told, uses if known and uses[0] != uses[1] else [], "the commercial use")


def _no_cost(page: Page, found: re.Match[str], block: Block) -> None:
    wanted = [one for one in _ends(block) if not _ranked(page, one)]
    page.holds(ids(page, found["who"]), wanted, "who has no comparable price")
    page.holds(bool(wanted), expected=True, what="that one has none")


def _cost(page: Page, found: re.Match[str], block: Block) -> None:
    before, after = _ends(block)
    said = {"the same": 0, "less": 1, "more": -1}[found["how"]]
    page.holds(said, order(page, "monthly_cost", after, before), "which costs less")
    page.holds(found["new"], page.said("monthly_cost", after), "the cost after")
    if found["old"] or page.cell("monthly_cost", before).value != "0":  # "free" and "$0" are the same
        page.holds(found["old"] or found["new"], page.said("monthly_cost", before), "the cost before")
    limit = page.said("cheapest_route", after).partition("up to ")[2].removesuffix(" tokens a request")
    page.holds(found["limit"] or "", limit, "what the route takes at once")


def all_told(page: Page) -> None:
    """Each direction has its lines, no more and no fewer."""
    for before, after in permutations(page.models, 2):
        page.at = f"switch_friction: {before} → {after}"
        told = page.sections["switch_friction"].find_all("li", attrs={"data-mc-from": before, "data-mc-to": after})
        page.holds(listed(str(one["data-mc-key"]) for one in told), listed(_lines(page, before, after)), "the lines")


def _lines(page: Page, before: str, after: str) -> list[str]:
    capabilities = [kind for kind, some in moved(page, before, after).items() if some] or ["capabilities"]
    old, new = page.cell("license", before), page.cell("license", after)
    licence = ["license"] if not (old.known and new.known) or old.value != new.value else []
    return ["providers", *capabilities, "context_window", "max_output", *licence, "monthly_cost"]


def _ranked(page: Page, model: str) -> bool:
    cell = page.cell("monthly_cost", model)
    return cell.known and cell.currency == page.catalog.currency


_USE = "permitted|conditional|prohibited"
RULES = (
    Rule(r"From <a:model> to <b:named>", _title),
    Rule(r"<p:providers> (?P<verb>offers?) both\.", _shared),
    Rule(r"No provider offers both: (?P<p>)expect another account, endpoint and invoice\.", _shared),
    Rule(r"Whether a provider offers both is unknown\.", _unshared),
    Rule(r"Lost: <c:skills>\.", _moved("lost")),
    Rule(r"Not known of <m:model>: <c:skills>\. Try (?P<it>it|them) first\.", _moved("uncertain")),
    Rule(r"Gained: <c:skills>\.", _moved("gained")),
    Rule(r"No known capability is lost or gained\.", _unmoved),
    Rule(
        r"(?P<what>Requests|Answers) over <new:size> tokens no longer fit; "
        r"<m:model> (?P<verb>takes|gives) <old:size>\.",
        _smaller,
    ),
    Rule(
        r"Every (?P<what>request|answer) that fits now still fits: <new:size> tokens, "
        r"(?:as before|<old:size> before)\.",
        _fits,
    ),
    Rule(
        r"Whether (?:every (?P<what>request|answer) still fits|the licence changes) is unknown: "
        r"the (?P<size>context window|maximum output|licence) "
        r"(?P<of>of (?:both is <both:state>|.+))\.",
        _unsure,
    ),
    Rule(
        r"The licence changes from (?P<old><:licence>) to (?P<new><:licence>)"
        rf"(?:; commercial use, from (?P<of>{_USE}) to (?P<to>{_USE}))?\.",
        _licence,
    ),
    Rule(
        r"What the switch does to the month's cost is unknown: "
        r"there is no comparable price for (?P<who><:model>(?: or <:model>)?)\.",
        _no_cost,
    ),
    Rule(
        r"At this traffic the month costs (?P<how>the same|less|more): <new:sum>(?: after <old:sum>)?"
        r"(?:, on a route that takes up to <limit:size> tokens a request)?\.",
        _cost,
    ),
)
