"""Routes, prices and the month's cost in the export."""

from __future__ import annotations

from mkdocs_model_compare.catalog.model import PRICE_KEYS, Provider, Variant
from mkdocs_model_compare.comparison.rows import Cell
from mkdocs_model_compare.comparison.spending import Lack, Listing, Spending

from .shapes import COUNT, FLAG, TEXT, Field, Given, Many, Maybe, Shape, one_of
from .values import MODEL_ID, ROWS, VALUE

PROVIDER = Shape[Provider](
    "provider",
    "Who offers a model.",
    Field("id", TEXT, "Its id.", lambda one: one.id),
    Field("name", TEXT, "Its name.", lambda one: one.name),
)

SPENDING = Shape[Spending](
    "spending",
    "One model's month.",
    Field("cost", VALUE, "The month's cost; `unknown` where it is unavailable.", lambda one: one.value),
    Field(
        "provider",
        Maybe(PROVIDER),
        "Whose route is the cheapest.",
        lambda one: one.cost and one.cost.offer.route.provider,
    ),
    Field(
        "regions",
        Many(TEXT),
        "Where that price holds, if not in the route's own region.",
        lambda one: one.cost.offer.regions if one.cost else (),
    ),
    Field("lack", Maybe(one_of(*Lack)), "Why there is no cost.", lambda one: one.lack),
    Field("cached_at_full_price", FLAG, "The route has no price for cached input.", lambda one: one.full_price_cache),
    Field("batch_at_full_price", FLAG, "The route has no price for batch.", lambda one: one.full_price_batch),
    Field("other_currency", FLAG, "Not in the catalog's currency, and so not ranked.", lambda one: one.other_currency),
    Field(
        "outgrown",
        Many(TEXT),
        "The keys of the model's own limits that a request of the workload is too large for.",
        lambda one: tuple(value.key for value in one.outgrown),
    ),
)

MONTHLY_COST = Shape[Given](
    "monthly_cost",
    "The cost of a month at the workload, each model on its cheapest single route.",
    ROWS,
    Field("models", Many(SPENDING), "One per model.", lambda given: given["spendings"]),
)

CONDITION = Shape[tuple[Variant, tuple[Cell | None, ...]]](
    "condition",
    "Prices under a condition.",
    Field("mode", Maybe(TEXT), "`batch`, or null.", lambda one: one[0].mode),
    Field("context_over", Maybe(COUNT), "Input tokens of one request, strictly more.", lambda one: one[0].context_over),
    Field("regions", Many(TEXT), "Empty: any.", lambda one: one[0].regions),
    Field("prices", Many(VALUE), "Those that it overrides.", lambda one: [cell.value for cell in one[1] if cell]),
)

ROUTE = Shape[Listing](
    "route",
    "One way to call or run a model.",
    Field("model", MODEL_ID, "The model.", lambda one: one.model.id),
    Field("provider", PROVIDER, "Who offers it.", lambda one: one.route.provider),
    Field("region", Maybe(TEXT), "Where.", lambda one: one.route.region),
    Field("label", Maybe(TEXT), "What tells it from another of the provider's.", lambda one: one.route.label),
    Field("status", TEXT, "Its status.", lambda one: one.route.status.value),
    Field("billing", TEXT, "How it is sold.", lambda one: one.route.billing.value),
    Field("cheapest", FLAG, "Whether it is the model's cheapest at the workload.", lambda one: one.cheapest),
    Field(
        "prices",
        Many(VALUE),
        f"Per 1M tokens: {', '.join(PRICE_KEYS)}.",
        lambda one: [cell.value for cell in one.cells],
    ),
    Field("conditions", Many(CONDITION), "Other prices under conditions.", lambda one: one.variants),
)

PRICING = Shape[Given](
    "pricing",
    "Prices of the cheapest route, and every route by provider.",
    ROWS,
    Field(
        "routes",
        Many(ROUTE),
        "By model, then by provider's name, retired ones last.",
        lambda given: [route for _, own in given["listings"] for route in own],
    ),
)
