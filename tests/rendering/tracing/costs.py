"""What is remarked around costs, prices and benchmarks, traced to the tables and to the files' routes."""

from __future__ import annotations

import re

from tests.rendering.tracing.grammar import Rule, every, ids
from tests.rendering.tracing.page import Block, Page
from tests.rendering.tracing.tradeoffs import measured
from tests.rendering.tracing.wording import traffic


def _intro(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["t"], traffic(page), "the traffic")


def _remark(page: Page, found: re.Match[str], block: Block) -> None:
    (model,) = ids(page, found["m"])
    page.holds(model, block.marks["data-mc-about"], "which model")
    paid = page.routes[model].cheapest
    assert paid is not None
    cached = bool(page.traffic.cached) and not paid.has("cached_input")
    batch = page.traffic.batch and not paid.batched & {"input", "output"}
    page.holds(bool(found["cache"]), cached, "that cached input has no price")
    page.holds(bool(found["batch"]), batch, "that batch has no price")
    foreign = paid.currency != page.catalog.currency
    told = (found["own"], found["ours"])
    page.holds(told, (paid.currency, page.catalog.currency) if foreign else (None, None), "the currencies")
    limits = [found["window"], found["longest"]]
    page.holds(limits, [_outgrown(page, model, key) for key in ("context_window", "max_output")], "the limits")


def _outgrown(page: Page, model: str, key: str) -> str | None:
    """The limit in its printed form, where a request of the traffic does not keep within it."""
    size = page.traffic.output_tokens + (page.traffic.input_tokens if key == "context_window" else 0)
    cell = page.cell(key, model)
    return page.said(key, model) if cell.known and size > int(str(cell.value)) else None


def _outputs(page: Page, found: re.Match[str], block: Block) -> None:
    model = block.marks["data-mc-about"]
    page.holds(page.id_of(found["m"]), model, "which model")
    routes = page.routes[model]
    lowest, cheapest = routes.lowest_output(), routes.cheapest
    assert lowest is not None
    assert cheapest is not None
    page.holds(found["out"], routes.provider(lowest.route["provider"]), "the lowest output price")
    page.holds(found["cost"], routes.provider(cheapest.route["provider"]), "the lowest cost")
    outputs = routes.listed_outputs(cheapest.route)
    page.holds(all(lowest.amount("output") < one for one in outputs), expected=True, what="that it is lower there")
    page.holds(bool(found["same"]), found["out"] == found["cost"], "that the provider is one")


def _unshared(page: Page, found: re.Match[str], _: Block) -> None:
    page.holds(found["of"], "both" if len(page.models) == 2 else "any two of them", "how many")
    counts = [at for model in page.models for at in page.catalog.scores(model)]
    page.holds(len(counts), len(set(counts)), "that none is shared")


def _own_scores(page: Page, found: re.Match[str], block: Block) -> None:
    model = block.marks["data-mc-about"]
    page.holds(page.id_of(found["m"]), model, "which model")
    others = {at for one in page.models if one != model for at in page.catalog.scores(one)}
    expected = {at: score for at, score in page.catalog.scores(model).items() if at not in others}
    told = {measured(page, one["b"]): one["s"] for one in every(page, r"<b:measure>: <s:score>", found["what"])}
    page.holds({at: _plain(text) for at, text in told.items()}, {at: _written(one) for at, one in expected.items()})
    page.holds(found["noun"], "a score" if len(told) == 1 else "scores", "the number")
    page.holds(bool(found["only"]), bool(page.scores), "“only” where some are shared")


def _no_scores(page: Page, found: re.Match[str], _: Block) -> None:
    without = [model for model in page.models if not page.catalog.scores(model)]
    page.holds(ids(page, found["who"]), without, "those that have none")


def _plain(text: str) -> str:
    return re.sub(r"[%$,]| s$", "", text)


def _written(score: dict[str, object]) -> str:
    held = score["score"]
    text = str(held["value"] if isinstance(held, dict) else held)
    return text.rstrip("0").rstrip(".") if "." in text else text


_ENTRY = r"<:measure>: <:score>"
MONTHLY_COST = (
    Rule(r"Each model is counted on its cheapest single route sold by the token, at <t:traffic>\.", _intro),
    Rule(
        r"<m:model>: (?P<cache>the route has no price for cached input, so all input is counted at the full price)?"
        r"(?:; )?(?P<batch>the route has no batch price, so the standard price is counted)?"
        r"(?:; )?(?:no full price in (?P<ours>[A-Z]{3}), so its cost in (?P<own>[A-Z]{3}) is not ranked)?"
        r"(?:; )?(?:a request of this traffic is larger than its context window, <window:size> tokens)?"
        r"(?:; )?(?:an answer of this traffic is longer than its maximum output, <longest:size> tokens)?\.",
        _remark,
    ),
)
PRICING = (
    Rule(
        r"<m:model>: the lowest output price is at <out:provider>, "
        r"the lowest cost at this traffic at <cost:provider>(?P<same>, on another route)?\.",
        _outputs,
    ),
)
BENCHMARKS = (
    Rule(
        r"No benchmark was measured the same way for (?P<of>both|any two of them), so no score is compared\.", _unshared
    ),
    Rule(
        rf"(?P<only>Only )?<m:model> has (?P<noun>a score|scores) in (?P<what>{_ENTRY}(?:(?:, | and ){_ENTRY})*)\.",
        _own_scores,
    ),
    Rule(r"No benchmark score is recorded for <who:models>\.", _no_scores),
)
