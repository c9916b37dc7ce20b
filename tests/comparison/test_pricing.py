from decimal import Decimal

import pytest

from mkdocs_model_compare.catalog.model import Billing, State, Status
from mkdocs_model_compare.comparison import pricing
from mkdocs_model_compare.comparison.spending import Lack, spending
from tests.comparison.builders import compared, model, price, priced, route, variant, workload

ONE_MILLION_IN = workload(1, 1_000_000, 0)
ONE_MILLION_OUT = workload(1, 0, 1_000_000)
BOTH = workload(1, 1_000_000, 1_000_000)


def cost_of(*routes, traffic=BOTH, currency="USD"):
    """The cheapest month's amount and provider, None where there is none."""
    found = pricing.cheapest(model(routes=routes), traffic, currency)
    return None if found is None else (found.amount, found.offer.route.provider.name)


def amount(*variants, base=None, traffic=BOTH, **fields):
    found = cost_of(route("Acme", base or price(input="1", output="5"), *variants, **fields), traffic=traffic)
    return None if found is None else found[0]


def test_the_default_workload_at_080_and_4_dollars_costs_1640():
    assert cost_of(priced("AWS Bedrock", "0.80", "4"), traffic=workload()) == (Decimal(1640), "AWS Bedrock")


def test_costs_are_exact_decimals():
    assert cost_of(priced("Acme", "0.1", "0.2"), traffic=workload(3, 1, 1)) == (Decimal("0.0000009"), "Acme")


@pytest.mark.parametrize(("tokens", "expected"), [(200_000, "0.2"), (200_001, "0.400002"), (400_000, "0.8")])
def test_a_tier_counts_only_above_its_bound_and_then_prices_the_whole_request(tokens, expected):
    tier = variant(context_over=200_000, input="2", output="7.50")
    assert amount(tier, traffic=workload(1, tokens, 0)) == Decimal(expected)


def test_a_tier_is_reached_by_one_request_not_by_the_month():
    tier = variant(context_over=200_000, input="2", output="7.50")
    assert amount(tier, traffic=workload(1_000_000, 1, 0)) == 1


def test_of_two_tiers_the_highest_one_reached_counts_whatever_their_order():
    low, high = variant(context_over=100, input="2"), variant(context_over=1000, input="3")
    for tiers in ((low, high), (high, low)):
        assert amount(*tiers, traffic=workload(1_000_000, 500, 0)) == 1000
        assert amount(*tiers, traffic=workload(1_000_000, 2000, 0)) == 6000


def test_a_variant_inherits_what_it_does_not_give():
    assert amount(variant(context_over=0, input="2")) == 2 + 5
    assert amount(variant(context_over=0, input="2", output=State.UNKNOWN)) == 2 + 5


def test_the_cached_share_costs_the_cached_price():
    base = price(input="1", output="5", cached_input="0.10")
    assert amount(base=base, traffic=workload(1, 1_000_000, 0, "0.4")) == Decimal("0.64")
    assert amount(base=base, traffic=workload(1, 1_000_000, 0, "1")) == Decimal("0.10")


def test_a_cost_rests_on_the_cached_price_only_where_it_uses_it():
    held = model(routes=[route("Acme", price(input="1", output="5", cached_input="0.10"))])
    for share, keys in (("0", ["input", "output"]), ("0.4", ["input", "output", "cached_input"])):
        cost = pricing.cheapest(held, workload(cached=share), "USD")
        assert cost is not None
        assert [fact.path for fact in cost.facts] == [f"price.{key}" for key in keys]


def test_without_a_cached_price_cached_input_costs_full_price_and_the_page_can_say_so():
    traffic = workload(1, 1_000_000, 0, "0.4")
    assert amount(traffic=traffic) == 1
    found = compared(model(routes=[priced("Acme", "1", "5")]), model("beta"), traffic=traffic)
    assert spending(found, found.models[0]).full_price_cache


def test_cache_writes_are_no_part_of_a_monthly_cost():
    assert amount(base=price(input="1", output="5", cache_write="100")) == 6


BATCH = variant(mode="batch", input="0.50", output="2.50")


def test_a_batch_price_counts_only_where_the_workload_says_batch():
    assert amount(BATCH) == 6
    assert amount(BATCH, traffic=workload(1, 1_000_000, 1_000_000, batch=True)) == 3


def test_without_a_batch_price_batch_costs_full_price_and_the_page_can_say_so():
    traffic = workload(1, 1_000_000, 1_000_000, batch=True)
    routes = {
        "without": route("Acme", price(input="1", output="5")),
        "with": route("Acme", price(input="1", output="5"), BATCH),
    }
    held = [model(name, routes=[one]) for name, one in routes.items()]
    found = compared(*held, traffic=traffic)
    assert [spending(found, one).full_price_batch for one in held] == [True, False]


def test_batch_above_a_tier_without_a_price_for_both_costs_the_tiers_price():
    """The dearer one is assumed, and the page says that it is not a batch price."""
    tier = variant(context_over=200_000, input="2", output="7.50")
    traffic = workload(1, 1_000_000, 1_000_000, batch=True)
    for variants in ((BATCH, tier), (tier, BATCH)):
        held = model(routes=[route("Acme", price(input="1", output="5"), *variants)])
        cost = pricing.cheapest(held, traffic, "USD")
        assert cost is not None
        assert (cost.amount, cost.offer.batch) == (Decimal("9.5"), False)


def test_a_price_for_batch_above_a_tier_overrides_both():
    tier = variant(context_over=200_000, input="2", output="7.50")
    both = variant(mode="batch", context_over=200_000, input="1", output="3.75")
    for variants in ((BATCH, tier, both), (both, tier, BATCH)):
        assert amount(*variants, traffic=workload(1, 1_000_000, 1_000_000, batch=True)) == Decimal("4.75")


def test_a_region_has_its_own_price_and_the_cheapest_place_counts():
    assert amount(variant(regions=("us", "eu"), input="1.10", output="5.50")) == 6
    assert amount(variant(regions=("us", "eu"), input="0.90", output="4.50")) == Decimal("5.4")


def test_a_route_in_a_region_has_that_regions_price():
    assert amount(variant(regions=("us", "eu"), input="1.10", output="5.50"), region="eu") == Decimal("6.6")


def test_a_price_for_several_regions_holds_in_each_of_them():
    both, one = variant(regions=("us", "eu"), output="4"), variant(regions=("eu",), input="0.5")
    assert amount(both, one) == Decimal("4.5")


def test_a_variant_in_another_currency_is_never_mixed_with_the_routes_own():
    """Its output price would be euros beside dollars."""
    assert amount(variant(context_over=0, input="2", currency="EUR")) is None


def test_of_several_routes_the_lowest_counts_then_the_providers_name():
    dear, zeta, acme = priced("Dear", "2", "5"), priced("Zeta", "1", "5"), priced("acme", "1", "5")
    for routes in ((dear, zeta, acme), (acme, zeta, dear)):
        assert cost_of(*routes) == (6, "acme")


def test_a_price_is_never_put_together_from_two_routes():
    assert cost_of(priced("Low In", "1", "9"), priced("Low Out", "9", "1")) == (10, "Low In")
    assert cost_of(route("In", price(input="1")), route("Out", price(output="1"))) is None


@pytest.mark.parametrize("billing", [one for one in Billing if one is not Billing.TOKEN])
def test_a_route_not_billed_by_the_token_is_never_counted(billing):
    assert cost_of(priced("Cheap", "0.01", "0.01", billing=billing)) is None
    assert cost_of(priced("Cheap", "0.01", "0.01", billing=billing), priced("Acme", "1", "5")) == (6, "Acme")


def test_a_retired_route_is_never_counted():
    assert cost_of(priced("Cheap", "0.01", "0.01", status=Status.RETIRED), priced("Acme", "1", "5")) == (6, "Acme")


def test_a_deprecated_route_still_counts():
    assert cost_of(priced("Cheap", "0.01", "0.01", status=Status.DEPRECATED)) == (Decimal("0.02"), "Cheap")


@pytest.mark.parametrize(("input_tokens", "counted"), [(15_884, True), (15_885, False)])
def test_a_route_counts_only_for_requests_that_fit_it(input_tokens, counted):
    """Input and output share the room: 15,884 and 500 tokens are just 16,384."""
    small = priced("Acme", "1", "2", context_window=16_384)
    held = model("a", routes=[small])
    traffic = workload(input_tokens=input_tokens, output_tokens=500)
    assert (pricing.cheapest(held, traffic, "USD") is not None) is counted
    assert (spending(compared(held, model("b"), traffic=traffic), held).lack is Lack.NOT_SO) is not counted


def test_a_price_of_0_is_free_and_a_missing_one_is_not():
    assert cost_of(priced("Gift", "0", "0")) == (0, "Gift")
    assert cost_of(route("Mute", price(input="0"))) is None
    found = compared(model(routes=[priced("Gift", "0", "0")]), model("beta", routes=[route("Mute")]))
    assert [value.text for value in found.values("monthly_cost")] == ["free", ""]
    assert [value.state for value in found.values("monthly_cost")] == [State.KNOWN, State.UNKNOWN]


def test_no_traffic_costs_nothing_but_is_not_called_free():
    found = compared(model(routes=[priced("Acme", "1", "5")]), model("beta"), traffic=workload(0))
    assert found.value(found.models[0], "monthly_cost").text == "$0"


def test_the_catalogs_currency_goes_before_a_lower_amount_in_another():
    euro = route("Euro", price("EUR", input="0.01", output="0.01"))
    assert cost_of(euro, priced("Acme", "1", "5")) == (6, "Acme")
    assert cost_of(euro) == (Decimal("0.02"), "Euro")


def test_of_two_other_currencies_the_code_and_not_the_smaller_amount_settles_which_counts():
    yuan, euro = (
        route(name, price(name, input=amount, output=amount)) for name, amount in (("CNY", "9"), ("EUR", "1"))
    )
    dear = route("Dear", price("CNY", input="10", output="10"))
    assert cost_of(euro, dear, yuan) == (18, "CNY")
    found = pricing.cheapest_output(model(routes=[euro, dear, yuan]), "USD")
    assert found is not None
    assert found[0].provider.name == "CNY"


def test_a_cost_in_another_currency_is_shown_and_not_ranked():
    held = model(routes=[route("Euro", price("EUR", input="1", output="5"))])
    found = compared(held, model("beta", routes=[priced("Acme", "1", "5")]))
    assert [value.text for value in found.values("monthly_cost")] == ["€2,050", "$2,050"]
    assert [value.currency for value in found.values("monthly_cost")] == ["EUR", "USD"]
    assert [value.state for value in found.values("cost_delta")] == [State.UNKNOWN, State.UNKNOWN]
    assert spending(found, held).other_currency


def test_costs_name_every_priced_place_the_cheapest_first():
    held = model(routes=[priced("B", "1", "5"), priced("A", "2", "5"), route("C")])
    assert [cost.amount for cost in pricing.costs(held, BOTH)] == [6, 7]


@pytest.mark.parametrize(
    ("routes", "expected"),
    [
        ([], None),
        ([route("Mute", price(output="1"))], None),
        ([priced("Dear", "0.1", "9"), priced("Low", "9", "3")], ("Low", "3")),
        ([priced("Old", "1", "1", status=Status.RETIRED), priced("Low", "9", "3")], ("Low", "3")),
        ([priced("Credits", "1", "1", billing=Billing.CREDITS), priced("Low", "9", "3")], ("Low", "3")),
        ([route("Low", price(input="1", output="5"), BATCH)], ("Low", "5")),
        ([route("Low", price(input="1", output="5"), variant(regions=("eu",), output="4"))], ("Low", "4")),
        ([route("Low", price(input="1", output="5"), variant(context_over=10, output="4"))], ("Low", "5")),
        ([route("Euro", price("EUR", input="1", output="1")), priced("Low", "9", "3")], ("Low", "3")),
        ([priced("Zeta", "1", "3"), priced("Acme", "2", "3")], ("Acme", "3")),
    ],
)
def test_the_cheapest_output_is_the_lowest_of_any_priced_route_without_batch(routes, expected):
    found = pricing.cheapest_output(model(routes=routes), "USD")
    assert (found and (found[0].provider.name, str(found[1].value))) == expected


def test_the_input_and_output_price_are_those_of_the_cheapest_route_at_the_workload():
    held = model(routes=[priced("Low In", "1", "9"), priced("Low Out", "9", "1")])
    chats, essays = (compared(held, model("beta"), traffic=one) for one in (ONE_MILLION_IN, ONE_MILLION_OUT))
    assert [chats.value(held, key).text for key in ("input_price", "output_price")] == ["$1", "$9"]
    assert [essays.value(held, key).text for key in ("input_price", "output_price")] == ["$9", "$1"]
    assert [one.value(held, "cheapest_route").machine for one in (chats, essays)] == ["low-in", "low-out"]
    assert [one.value(held, "cheapest_output").text for one in (chats, essays)] == ["$1", "$1"]


def test_batch_prices_are_shown_whatever_the_workload_and_never_a_tiers():
    tier = variant(context_over=200_000, input="2", output="7.50")
    held = model(routes=[route("Acme", price(input="1", output="5"), BATCH, tier)])
    for traffic, texts in ((workload(), ["$0.50", "$2.50"]), (workload(input_tokens=300_000), ["", ""])):
        found = compared(held, model("beta"), traffic=traffic)
        assert [found.value(held, key).text for key in ("batch_input_price", "batch_output_price")] == texts


def test_a_batch_price_of_input_alone_leaves_the_output_price_in_force():
    held = model(routes=[route("Acme", price(input="1", output="5"), variant(mode="batch", input="0.50"))])
    found = compared(held, model("beta"))
    assert [found.value(held, key).text for key in ("batch_input_price", "batch_output_price")] == ["$0.50", "$5"]


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        ({"input": "1", "output": State.UNDISCLOSED}, (State.UNKNOWN, State.UNDISCLOSED)),
        ({"input": State.UNDISCLOSED, "output": State.UNDISCLOSED}, (State.UNDISCLOSED, State.UNDISCLOSED)),
        ({"input": State.UNKNOWN}, (State.UNKNOWN, State.UNKNOWN)),
    ],
)
def test_an_undisclosed_price_is_said_of_that_price_alone(prices, expected):
    held = model(routes=[route("Acme", price(**prices))])
    found = compared(held, model("beta"))
    assert tuple(found.value(held, key).state for key in ("input_price", "output_price")) == expected


@pytest.mark.parametrize(
    ("routes", "expected"),
    [
        ([], Lack.NO_ROUTE),
        ([priced("Old", "1", "2", status=Status.RETIRED)], Lack.RETIRED),
        ([route("Credits", billing=Billing.CREDITS)], Lack.NOT_BY_TOKEN),
        ([route("Mute")], Lack.NO_PRICE),
        ([route("Mute", price(output="1"))], Lack.NO_INPUT),
        ([route("Mute", price(input="1", output=State.UNDISCLOSED))], Lack.NO_OUTPUT),
        ([route("In", price(input="1")), route("Out", price(output="1"))], Lack.SPLIT),
        (
            [route("Tier", price(input="1", output="2"), variant(context_over=1, output=State.UNDISCLOSED))],
            Lack.NOT_SO,
        ),
        ([priced("Acme", "1", "2")], None),
    ],
)
def test_a_model_without_a_cost_tells_which_fact_is_missing(routes, expected):
    held = model(routes=routes)
    found = spending(compared(held, model("beta")), held)
    assert (found.lack, found.cost is None) == (expected, expected is not None)
    assert all(one.active for one in found.routes)


def test_the_delta_is_what_a_model_costs_more_than_the_cheapest():
    models = [model(f"m{place}", routes=[priced("Acme", one, "0")]) for place, one in enumerate(("1", "1.5", "3"))]
    found = compared(*models, model("mute"), traffic=workload(1_000_000, 100, 0))
    assert [value.text for value in found.values("cost_delta")] == ["$0", "+$50", "+$200", ""]
    assert [value.machine for value in found.values("cost_delta")] == ["0", "50", "200", None]
