"""States, precision and provenance of the facts that a file's values become."""

from datetime import date
from decimal import Decimal

import pytest

from mkdocs_model_compare.catalog.dates import PartialDate
from mkdocs_model_compare.catalog.model import Billing, Modalities, Parameters, State, Status
from tests.catalog.folders import read, read_model

SOURCES = (
    "sources:",
    '  card: {url: "https://example.org/card", title: Card, retrieved: 2026-11-20}',
    '  prices: {url: "https://example.org/prices", note: snapshot}',
    "  us: {editorial: yes}",
)


@pytest.mark.parametrize(
    ("line", "state", "value"),
    [
        ("context_window: 200000", State.KNOWN, 200000),
        ("context_window: 200_000", State.KNOWN, 200000),
        ("context_window: {value: 200000}", State.KNOWN, 200000),
        ("context_window: unknown", State.UNKNOWN, None),
        ("context_window: Unknown", State.UNKNOWN, None),
        ("context_window:", State.UNKNOWN, None),
        ("context_window: ~", State.UNKNOWN, None),
        ("", State.UNKNOWN, None),
        ("context_window: undisclosed", State.UNDISCLOSED, None),
        ("context_window: {value: undisclosed}", State.UNDISCLOSED, None),
        ("context_window: n/a", State.NOT_APPLICABLE, None),
        ("context_window: N/A", State.NOT_APPLICABLE, None),
    ],
)
def test_a_value_has_one_of_the_states(tmp_path, line, state, value):
    fact = read_model(tmp_path, line).context_window
    assert (fact.path, fact.state, fact.value) == ("context_window", state, value)


@pytest.mark.parametrize(
    ("answer", "state", "value"),
    [
        ("yes", State.KNOWN, True),
        ("true", State.KNOWN, True),
        ("{value: yes}", State.KNOWN, True),
        ("no", State.NO, None),
        ("{value: no, note: by design}", State.NO, None),
        ("unknown", State.UNKNOWN, None),
        ("undisclosed", State.UNDISCLOSED, None),
        ("n/a", State.NOT_APPLICABLE, None),
        ("", State.UNKNOWN, None),
    ],
)
def test_a_capability_has_one_of_the_states(tmp_path, answer, state, value):
    fact = read_model(tmp_path, "capabilities:", f"  vision: {answer}").capabilities["vision"]
    assert (fact.path, fact.state, fact.value) == ("capabilities.vision", state, value)


def test_there_is_a_fact_for_every_capability_of_the_settings(tmp_path):
    settings = "capabilities: {audio_input: {name: Audio input}}\n"
    catalog = read(tmp_path, {"catalog.yml": settings, "models/a.yml": "name: A\ndeveloper: Lab\n"})
    facts = catalog.models["a"].capabilities
    assert list(facts) == list(catalog.settings.capabilities)
    assert facts["audio_input"].state is State.UNKNOWN


@pytest.mark.parametrize(
    ("written", "precise"),
    [
        ("2025", PartialDate(2025)),
        ("2025-10", PartialDate(2025, 10)),
        ("2025-10-15", PartialDate(2025, 10, 15)),
        ('"2025-10-15"', PartialDate(2025, 10, 15)),
        ('"2025"', PartialDate(2025)),
        ("{value: 2025}", PartialDate(2025)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
    ],
)
def test_a_date_keeps_its_precision(tmp_path, written, precise):
    assert read_model(tmp_path, f"released: {written}").released.value == precise


@pytest.mark.parametrize(
    ("written", "counts"),
    [
        ("12B", Parameters(total=12_000_000_000, active=None, text="12B")),
        ("1.5b", Parameters(total=1_500_000_000, active=None, text="1.5B")),
        ("270M", Parameters(total=270_000_000, active=None, text="270M")),
        ("1T", Parameters(total=1_000_000_000_000, active=None, text="1T")),
        ("123456789", Parameters(total=123_456_789, active=None, text="123456789")),
        (
            "{total: 30B, active: 3.3B}",
            Parameters(total=30_000_000_000, active=3_300_000_000, text="30B", active_text="3.3B"),
        ),
        ("{value: {total: 30B}, note: about}", Parameters(total=30_000_000_000, active=None, text="30B")),
    ],
)
def test_parameters_are_whole_numbers_and_the_text_as_written(tmp_path, written, counts):
    assert read_model(tmp_path, f"parameters: {written}").parameters.value == counts


def test_money_is_decimal_to_the_digits_of_the_file(tmp_path):
    lines = (
        "routes:",
        "  - provider: acme",
        "    price: {input: 1.00, output: 0.1, cached_input: 5, cache_write: 1.0e-06}",
    )
    price = read_model(tmp_path, *lines).routes[0].price
    assert {key: str(fact.value) for key, fact in price.facts.items()} == {
        "input": "1.00",
        "output": "0.1",
        "cached_input": "5",
        "cache_write": "0.0000010",
    }


def test_a_price_that_is_left_out_is_absent_and_a_stated_one_has_its_state(tmp_path):
    lines = ("routes:", "  - provider: acme", "    price: {input: 0, output: undisclosed}")
    price = read_model(tmp_path, *lines).routes[0].price
    assert price.currency == "USD"
    assert list(price.facts) == ["input", "output"]
    assert (price.facts["input"].state, price.facts["input"].value) == (State.KNOWN, 0)
    assert price.facts["output"].state is State.UNDISCLOSED


@pytest.mark.parametrize("price", ["", "    price:", "    price: unknown", "    price: undisclosed"])
def test_a_route_without_prices_has_none(tmp_path, price):
    assert read_model(tmp_path, "routes:", "  - provider: acme", price).routes[0].price is None


def test_status_is_active_when_absent_and_then_has_no_source(tmp_path):
    model = read_model(tmp_path, *SOURCES, "provenance: {default: card}")
    assert (model.status.state, model.status.value, model.status.source) == (State.KNOWN, Status.ACTIVE, None)


def test_a_stated_status_has_its_source(tmp_path):
    model = read_model(tmp_path, "status: legacy", *SOURCES, "provenance: {default: card}")
    assert (model.status.value, model.status.source.id) == (Status.LEGACY, "card")


def test_openness_and_commercial_use_follow_from_the_licence_with_its_provenance(tmp_path):
    model = read_model(tmp_path, "license: {value: mit, source: us, note: for all sizes}", *SOURCES)
    assert model.license.value.name == "MIT"
    assert (model.openness.path, model.openness.value) == ("openness", "open-source")
    assert (model.commercial_use.path, model.commercial_use.value) == ("commercial_use", "permitted")
    assert {fact.source.id for fact in (model.license, model.openness, model.commercial_use)} == {"us"}
    assert {fact.note for fact in (model.license, model.openness, model.commercial_use)} == {"for all sizes"}


@pytest.mark.parametrize("absence", ["unknown", "undisclosed"])
def test_an_absent_licence_leaves_what_follows_from_it_in_the_same_state(tmp_path, absence):
    model = read_model(tmp_path, f"license: {absence}")
    assert {model.license.state, model.openness.state, model.commercial_use.state} == {State(absence)}


def test_a_licence_that_does_not_say_leaves_commercial_use_unknown(tmp_path):
    files = {
        "licenses.yml": "own: {name: Own, openness: open-weights}\n",
        "models/a.yml": "name: A\ndeveloper: Lab\nlicense: own\n",
    }
    model = read(tmp_path, files).models["a"]
    assert (model.openness.value, model.commercial_use.state) == ("open-weights", State.UNKNOWN)


def source_ids(tmp_path, *lines):
    model = read_model(tmp_path, *lines, *SOURCES)
    route = model.routes[0]
    facts = (
        model.context_window,
        model.capabilities["vision"],
        model.capabilities["reasoning"],
        route.price.facts["input"],
        route.price.facts["output"],
        route.variants[0].price.facts["input"],
        model.scores[0].fact,
    )
    return [fact.source and fact.source.id for fact in facts]


STATED = (
    "context_window: 5",
    "capabilities: {vision: yes, reasoning: no}",
    "routes: [{provider: acme, price: {input: 1, output: 2}, variants: [{when: {mode: batch}, price: {input: 1}}]}]",
    "benchmarks: [{benchmark: exam, score: 5}]",
)


@pytest.mark.parametrize(
    ("provenance", "ids"),
    [
        ("{}", [None] * 7),
        ("{default: card}", ["card"] * 7),
        ("{default: card, routes: prices}", ["card", "card", "card", "prices", "prices", "prices", "card"]),
        ("{routes.acme: prices}", [None, None, None, "prices", "prices", "prices", None]),
        ("{routes: us, routes.acme.price: prices}", [None, None, None, "prices", "prices", "us", None]),
        ("{routes: us, routes.acme.price.output: prices}", [None, None, None, "us", "prices", "us", None]),
        ("{routes: us, routes.acme.variants: card}", [None, None, None, "us", "us", "card", None]),
        ("{capabilities: us, capabilities.vision: card}", [None, "card", "us", None, None, None, None]),
        ("{benchmarks: us, benchmarks.exam: card}", [None] * 6 + ["card"]),
        ("{context_window: us, default: card}", ["us"] + ["card"] * 6),
    ],
)
def test_the_longest_path_that_leads_to_a_fact_gives_its_source(tmp_path, provenance, ids):
    assert source_ids(tmp_path, *STATED, f"provenance: {provenance}") == ids


def test_the_source_of_a_fact_itself_goes_first_and_that_of_its_entry_next(tmp_path):
    lines = (
        "context_window: {value: 5, source: us}",
        "capabilities: {vision: {value: yes, source: prices}, reasoning: yes}",
        "routes:",
        "  - provider: acme",
        "    source: prices",
        "    price: {input: {value: 1, source: us}, output: 2}",
        "    variants: [{when: {mode: batch}, price: {input: 1}}]",
        "benchmarks: [{benchmark: exam, score: 5, source: us}]",
        "provenance: {default: card, routes.acme.price: card}",
    )
    assert source_ids(tmp_path, *lines) == ["us", "prices", "card", "us", "prices", "prices", "us"]


def test_one_source_without_provenance_is_not_assumed(tmp_path):
    model = read_model(tmp_path, "context_window: 5", 'sources: {card: {url: "https://example.org"}}')
    assert model.context_window.source is None


@pytest.mark.parametrize("stated", ["", "context_window: unknown", "context_window: {value: unknown}"])
def test_what_nobody_looked_up_has_no_source(tmp_path, stated):
    model = read_model(tmp_path, stated, *SOURCES, "provenance: {default: card}")
    assert (model.context_window.source, model.context_window.retrieved) == (None, None)


def test_what_a_developer_will_not_say_has_its_source(tmp_path):
    model = read_model(tmp_path, "parameters: undisclosed", *SOURCES, "provenance: {default: card}")
    assert model.parameters.source.id == "card"


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("{value: 5, source: card}", date(2026, 11, 20)),
        ("{value: 5, source: card, retrieved: 2026-01-02}", date(2026, 1, 2)),
        ("{value: 5, retrieved: 2026-01-02}", date(2026, 1, 2)),
        ("{value: 5, source: prices}", None),
        ("5", None),
    ],
)
def test_a_fact_was_retrieved_on_its_own_day_else_on_that_of_its_source(tmp_path, stated, day):
    assert read_model(tmp_path, f"context_window: {stated}", *SOURCES).context_window.retrieved == day


def test_a_route_says_all_that_the_file_says(tmp_path):
    model = read_model(
        tmp_path,
        "routes:",
        "  - provider: acme",
        "    region: global",
        "    model: acme.a-v1",
        "    label: Priority",
        "    status: preview",
        "    billing: credits",
        "    source: prices",
        "    note: by agreement",
        "    retrieved: 2026-11-01",
        "    price: {input: 1, output: {value: 2, note: list price}, currency: EUR}",
        "    variants:",
        "      - {when: {mode: batch, context_over: 1000, region: us}, price: {input: 0.5}}",
        "      - {when: {region: [us, eu]}, price: {input: 3}}",
        "    since: 2025-10",
        "    history: [{until: 2025-09-30, price: {input: 4}}]",
        "  - provider: acme",
        *SOURCES,
    )
    route, second = model.routes
    assert (route.path, route.provider.name, route.region, route.model) == (
        "routes.acme",
        "Acme",
        "global",
        "acme.a-v1",
    )
    assert (route.label, route.status, route.billing) == ("Priority", Status.PREVIEW, Billing.CREDITS)
    assert (route.source.id, route.note, route.retrieved) == ("prices", "by agreement", date(2026, 11, 1))
    assert route.price.currency == "EUR"
    assert route.price.facts["output"].note == "list price"
    assert route.price.facts["output"].path == "routes.acme.price.output"
    assert route.price.facts["output"].retrieved == date(2026, 11, 1)
    first, other = route.variants
    assert (first.mode, first.context_over, first.regions) == ("batch", 1000, ("us",))
    assert (other.mode, other.context_over, other.regions) == (None, None, ("us", "eu"))
    assert (first.price.currency, first.price.facts["input"].path) == ("EUR", "routes.acme.variants.0.price.input")
    assert route.since == PartialDate(2025, 10)
    assert route.history[0].until == PartialDate(2025, 9, 30)
    assert route.history[0].price.facts["input"].path == "routes.acme.history.0.price.input"
    assert (second.path, second.status, second.billing) == ("routes.acme.2", Status.ACTIVE, Billing.TOKEN)


def test_a_score_says_all_that_the_file_says(tmp_path):
    model = read_model(
        tmp_path,
        "benchmarks:",
        "  - {benchmark: exam, score: 73.3, variant: no tools, interval: [71.0, 75], reported_by: Lab, date: 2025-10,"
        " source: card, note: one run}",
        "  - {benchmark: exam, score: undisclosed, variant: tools}",
        *SOURCES,
    )
    score, second = model.scores
    assert (score.benchmark.name, score.variant, score.reported_by, score.date) == (
        "Exam",
        "no tools",
        "Lab",
        PartialDate(2025, 10),
    )
    assert (score.fact.value, score.interval) == (Decimal("73.3"), (Decimal("71.0"), Decimal(75)))
    assert (score.fact.path, score.fact.source.id, score.fact.note) == ("benchmarks.exam", "card", "one run")
    assert score.fact.retrieved == date(2026, 11, 20)
    assert (second.fact.path, second.fact.state) == ("benchmarks.exam.2", State.UNDISCLOSED)


def test_a_model_says_all_that_the_file_says(tmp_path):
    model = read_model(
        tmp_path,
        "family: a",
        "aliases: [lab/a]",
        "summary: One sentence.",
        "successor: bee",
        "modalities: {input: [text, image], output: [text]}",
        "fit: [coding]",
        "best_for: [agents]",
        "reviewed: 2026-11-22",
        *SOURCES,
    )
    assert (model.id, model.name, model.developer, model.place) == ("a", "A", "Lab", "data/models/a.yml")
    assert (model.family, model.aliases, model.summary) == ("a", ("lab/a",), "One sentence.")
    assert model.successor == "b"  # an alias serves wherever an id does
    assert model.modalities.value == Modalities(input=("text", "image"), output=("text",))
    assert (model.fit, model.best_for, model.reviewed) == (("coding",), ("agents",), date(2026, 11, 22))
    assert (model.sources["us"].editorial, model.sources["us"].url) == (True, None)
    assert (model.sources["card"].title, model.sources["prices"].note) == ("Card", "snapshot")


def test_a_bare_model_leaves_open_what_it_does_not_say(tmp_path):
    model = read_model(tmp_path)
    assert (model.fit, model.best_for, model.routes, model.scores, model.reviewed) == (None, None, (), (), None)
    assert model.modalities.state is State.UNKNOWN
