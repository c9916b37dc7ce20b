"""What sentences say where facts are missing, shared or out of reach: no more than is known, and nothing twice."""

import re
from pathlib import Path

import pytest

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.loading import load_catalog
from tests.rendering.golden import TODAY, page_of, read_aloud

BESIDE = {
    "benchmarks.yml": "maze: {name: Maze, unit: score, higher_is_better: true}\n",
    "providers.yml": "cloud: {name: Cloud}\nhub: {name: Hub}\n",
    "licenses.yml": """
gemma: {name: Gemma Terms, openness: open-weights, commercial_use: conditional}
one: {name: One, openness: proprietary, commercial_use: permitted}
two: {name: Two, openness: proprietary, commercial_use: conditional}
""",
}


@pytest.fixture
def written(tmp_path: Path):
    """A catalog of models `a`, `b` …, each given by the lines of its file beside its name."""

    def written(*models: str) -> Catalog:
        (tmp_path / "models").mkdir(exist_ok=True)
        for name, text in BESIDE.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        ids = "abcdef"[: len(models)]
        for model_id, lines in zip(ids, models, strict=True):
            text = f"name: {model_id.upper()}\n{lines}\n"
            text += "" if "developer" in lines else "developer: Acme\n"
            (tmp_path / f"models/{model_id}.yml").write_text(text, encoding="utf-8")
        return load_catalog(tmp_path, TODAY)

    return written


@pytest.fixture
def told(written):
    """The words of a macro over the models."""

    def told(macro: str, *models: str) -> str:
        ids = "abcdef"[: len(models)]
        name, _, arguments = macro.removesuffix(")").partition("(")
        call = f"{name}({', '.join([*map(repr, ids), arguments])})"
        return re.sub(r"\s+", " ", read_aloud(page_of(f"<< {call} >>", written(*models))))

    return told


def routes(*each: str) -> str:
    return f"routes: [{', '.join(each)}]"


PRICED = "{provider: cloud, price: {input: 1, output: 2}}"
HUB = "{provider: hub, price: {input: 1, output: 2}}"
SMALL = "{provider: cloud, context_window: 16000, price: {input: 1, output: 2}}"
EURO = "{provider: cloud, price: {input: 1, output: 3, currency: EUR}}"
YEN = "{provider: hub, price: {input: 100, output: 300, currency: JPY}}"
DEAR = "{provider: cloud, price: {input: 2, output: 4}}"
STEEP = "{provider: cloud, price: {input: 0.5, output: 9}}"
INPUT = "{provider: cloud, price: {input: 1}}"
OUTPUT = "{provider: hub, price: {output: 1}}"
RETIRED = "{provider: cloud, status: retired, price: {input: 1, output: 2}}"
DOWNLOAD = "{provider: hub, billing: download}"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("", "no route is recorded"),
        (routes(INPUT), "the output price is missing"),
        (routes(INPUT, OUTPUT), "no route has both an input and an output price"),
        (routes(RETIRED), "all its routes are retired"),
        (routes(DOWNLOAD), "its only route is offered as a download, not by the token"),
        (routes("{provider: hub}"), "its only route has no price by the token"),
    ],
)
def test_prose_says_which_price_is_missing_and_never_denies_one_that_is_recorded(told, lines, why):
    page = told("compare(sections=['summary', 'deep_dive'])", routes(PRICED), lines)
    assert f"What B costs by the token stays open: {why}." in page
    assert "A costs $1,300 a month; what B would cost is not known." in page
    assert "no providers" not in page


def test_the_deep_dive_says_once_that_its_prices_are_by_the_token(told):
    page = told("deep_dive", routes(PRICED), routes(DEAR))
    assert "By the token, A comes from Cloud: $1 in and $2 out per 1M tokens" in page
    assert ". B comes from Cloud: $2 in and $4 out per 1M tokens" in page


@pytest.mark.parametrize(
    ("held", "said", "marked"),
    [
        ((PRICED,), "A comes from Cloud: $1 in and $2 out per 1M tokens.", 0),
        ((PRICED, HUB), "A comes from Cloud: $1 in and $2 out per 1M tokens, at the same cost as on 1 other route.", 0),
        ((PRICED, DEAR), "A is cheapest from Cloud: $1 in and $2 out per 1M tokens.", 1),
        (
            (PRICED, HUB, DEAR),
            "A is cheapest from Cloud: $1 in and $2 out per 1M tokens, at the same cost as on 1 other route.",
            2,
        ),
        ((EURO, YEN), "A comes from Cloud: €1 in and €3 out per 1M tokens.", 0),
    ],
)
def test_a_route_is_called_cheapest_only_where_another_is_seen_to_cost_more(told, held, said, marked):
    page = told("compare(sections=['pricing', 'deep_dive'])", routes(*held), "")
    assert re.sub(r"(?:\[\d+\]|†)", "", page).count(said) == 1
    assert page.count("▲ cheapest") == marked


def test_what_a_route_takes_at_once_is_said_wherever_its_price_is(told):
    page = told("compare", "context_window: 256000\n" + routes(SMALL), "context_window: 200000\n" + routes(DEAR))
    limit = "$1 in and $2 out per 1M tokens, up to 16k tokens a request"
    assert page.count(limit) >= 2  # in the table of costs, and in the deep dive
    assert "the month costs less: $1,300" in page
    assert ", on a route that takes up to 16k tokens a request." in page


def test_capabilities_are_not_listed_where_all_of_them_are_open(told):
    page = told("deep_dive", "", "capabilities: {vision: yes}")
    assert "tell them apart. No capability is established for both; ask before you rely on one." in page
    assert "Not established" not in page
    page = told("deep_dive", "capabilities: {vision: no}", "capabilities: {vision: yes}")
    assert "Not established for at least one of the two: multimodal input, reasoning," in page
    assert "No capability is established" not in page


def test_one_strength_is_told_in_the_singular(told):
    page = told("deep_dive", routes(PRICED, HUB), routes(PRICED))
    assert "No use case points to A; its strength here is a wider choice of providers." in page


def test_the_better_standing_speaks_for_a_model(told):
    page = told("compare", "status: active", "status: deprecated")
    assert "Better standing: active" in page
    assert "No use case points to A; its strength here is a better standing." in page


def test_what_leaves_a_signal_open_is_told_as_what_it_is(told):
    page = told(
        "verdict",
        f"capabilities: {{reasoning: n/a, vision: undisclosed}}\n{routes(EURO)}",
        "capabilities: {reasoning: yes, vision: yes}\n" + routes(PRICED),
    )
    assert "cost at this traffic (A: priced in EUR)" in page
    assert "reasoning (A: not applicable)" in page
    assert "vision (A: undisclosed)" in page
    assert "context window" in page


def test_scores_of_more_than_two_are_said_to_be_counted_pair_by_pair(told):
    scored = "benchmarks: [{{benchmark: maze, score: {}}}]".format
    assert "2 of 2 against 1 of 2 and 0 of 2, pair by pair" in told("verdict", scored(3), scored(2), scored(1))
    assert "pair by pair" not in told("verdict", scored(3), scored(2))


def test_a_verdict_that_stands_alone_says_what_traffic_it_means(told):
    traffic = "“This traffic” is 1,000,000 requests a month of 800 input and 250 output tokens each."
    assert traffic in told("verdict", routes(PRICED), routes(DEAR))
    assert "“This traffic”" not in told("compare", routes(PRICED), routes(DEAR))


def test_where_no_cost_is_known_the_summary_says_so_once(told):
    assert "What either would cost a month is not known." in told("summary", routes(INPUT), "")


def test_one_maker_is_named_once_where_dates_are_missing(told):
    page = told("summary", "released: 2025-10", "released: undisclosed")
    assert "Acme made A (released in October 2025) and B (release date undisclosed)." in page


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("", ""), "Acme made A and B; neither release date is known."),
        (("", "", ""), "Acme made A, B and C; no release date is known."),
        (("", "developer: Bolt"), "A is by Acme and B by Bolt; neither release date is known."),
        (("developer: Cog", "developer: Bolt", ""), "A is by Cog, B by Bolt and C by Acme; no release date is known."),
    ],
)
def test_that_no_release_date_is_known_is_said_once(told, lines, said):
    assert said in told("summary", *lines)


def test_values_of_others_that_read_alike_are_told_once(told):
    page = told("tradeoffs", "license: two\ncontext_window: 1000", "license: two\ncontext_window: 1000", "license: one")
    assert "The freest commercial use: permitted against conditional." in page
    page = told("tradeoffs", "context_window: 2000", "context_window: 1000", "context_window: 1000")
    assert "The largest context window: 2k tokens against 1k." in page


def test_models_without_a_score_share_a_sentence(told):
    page = told("benchmarks", "", "benchmarks: [{benchmark: maze, score: 3}]", "", "")
    assert page.count("No benchmark score is recorded for A, C or D.") == page.count("No benchmark score") == 1


def test_the_providers_of_all_models_share_a_sentence(told):
    page = told("deep_dive", routes(PRICED, HUB), "", routes(HUB))
    assert "A can be had from 2 providers and C from 1 provider. Where B can be run is not recorded." in page


def test_duels_that_make_no_choice_are_told_by_who_won_them(told, tmp_path):
    (tmp_path / "catalog.yml").write_text("verdict: {floor: 0.1}\n", encoding="utf-8")
    sized = "context_window: {}\nmax_output: {}".format
    page = told("verdict", sized(2000, 3000), sized(1000, 1000), sized(3000, 2000), "", sized(3000, 2000))
    assert (
        "None wins against every other. C wins against A by 2 to 1 and B by 3 to 0. E wins against A by 2 to 1 and B "
        "by 3 to 0. A wins against B by 3 to 0. Too close to call: C and E, 0 to 0. Too little is known: A and D, 0 "
        "to 0; B and D, 0 to 0; C and D, 0 to 0; D and E, 0 to 0."
    ) in page


@pytest.mark.parametrize("macro", ["summary", "tradeoffs"])
def test_two_proprietary_licences_are_told_as_one(told, macro):
    page = told(macro, "license: one", "license: two", "license: gemma")
    assert page.count("proprietary") == 1


def test_one_licence_is_explained_once_in_the_faq(told):
    page = told("faq", "license: gemma", "license: gemma")
    assert "Both have open weights under the Gemma Terms, which is not an open-source licence." in page


def test_two_of_three_under_one_licence_share_a_sentence_in_the_faq(told):
    page = told("faq", "license: gemma", "license: one", "license: gemma")
    assert "A and C have open weights under the Gemma Terms, which is not an open-source licence. B is" in page


@pytest.mark.parametrize(("other", "turns"), [(DEAR, False), (STEEP, True)])
def test_other_traffic_is_said_to_turn_costs_only_where_one_of_two_prices_is_lower(told, other, turns):
    page = told("faq", routes(PRICED), routes(other))
    assert "A, at $1,300 a month; B comes to" in page
    assert ("can turn this round" in page) is turns


def test_what_is_not_known_of_a_must_have_is_said_once_for_all_it_holds_for(told):
    page = told("verdict", "", "", "capabilities: {tool_use: yes}")
    assert "whether A or B has function calling and tool use is unknown; whether C has function calling" in page


def test_leads_that_balance_are_not_called_nothing(told):
    known = "knowledge_cutoff: 2025\ncapabilities: {function_calling: yes, structured_outputs: no}\ncontext_window: "
    page = told("verdict", f"{known}1000\n{routes(PRICED)}", f"{known}2000\n{routes(DEAR)}")
    assert "RAG | no difference | too close by weight: 3 for A and 3 for B" in page


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("", "", "the maximum output of both is unknown."),
        ("max_output: undisclosed", "", "the maximum output of A is undisclosed and of B unknown."),
        ("max_output: 8000", "", "the maximum output of B is unknown."),
    ],
)
def test_a_size_that_is_missing_of_both_is_named_once(told, first, second, said):
    assert f"Whether every answer still fits is unknown: {said}" in told("switch_friction", first, second)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("status: retired\nretires: 2026-01", "B was retired in January 2026."),
        ("status: retired", "B is retired."),
        ("status: retired\nretires: 2027-01", "B is retired."),
        ("status: deprecated\nretires: 2026-01", "B is deprecated and was to retire in January 2026."),
        ("status: deprecated\nretires: 2027-01", "B is deprecated and retires in January 2027."),
    ],
)
def test_a_model_that_is_gone_is_spoken_of_in_the_past(told, lines, said):
    assert said in told("verdict", "", lines)


def test_a_cost_beyond_a_models_own_limits_says_so(told):
    limits = "context_window: 128000\nmax_output: 4000\n"
    page = told("monthly_cost(input_tokens=127000, output_tokens=4001)", limits + routes(PRICED), routes(DEAR))
    window = "a request of this traffic is larger than its context window, 128k tokens"
    assert f"A: {window}; an answer of this traffic is longer than its maximum output, 4k tokens." in page
    assert "B:" not in page


def test_remarks_on_one_cost_are_one_sentence(told):
    page = told("monthly_cost(batch=True, cached=0.5)", routes(PRICED), "")
    cache = "the route has no price for cached input, so all input is counted at the full price"
    assert f"A: {cache}; the route has no batch price, so the standard price is counted." in page


def test_stale_facts_are_counted(told):
    page = told("reviewed", "reviewed: 2020-01-01\ncontext_window: 8000", "")
    assert "1 fact about A is due for another look." in page


OUTGROWN = "an answer of this traffic is longer than its maximum output, 100 tokens"


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("", ["No route is recorded"]),
        (routes(INPUT), ["The output price is missing"]),
        ("max_output: 100\n" + routes(PRICED), [OUTGROWN]),
        (routes(PRICED), []),
    ],
)
def test_a_cost_in_a_sentence_says_under_the_pointer_what_is_wrong_with_it(written, lines, titles):
    html = page_of('It costs << cost("a") >>.', written(lines))
    assert re.findall(r'<span class="mc-cost"[^>]* title="([^"]*)"', html) == titles
