"""Where sources differ: what is reported, and how a curator settles it until a source changes."""

import pytest

from tests.catalog.folders import report
from tests.catalog.merging.imports import differing, model_file, plan
from tests.catalog.upstream.listing import catalog, litellm, record

HEAD = "name: Claude Nano 1\ndeveloper: Anthropic\n"
CARD = "sources:\n  card: {url: https://example.org/card, retrieved: 2026-10-01}\nprovenance: {default: card}\n"
ROWS = {"claude-nano-1": litellm(max_output_tokens=64000)}


def file_with(tmp_path, *lines):
    return model_file(tmp_path, "\n".join((HEAD.strip(), *lines, CARD)))


def test_both_values_are_listed_with_their_sources(tmp_path):
    file_with(tmp_path, "max_output: 32000")
    (one,) = plan(tmp_path, ROWS).disagreements
    assert (one.model, one.path, one.row, one.settled_before) == ("claude-nano-1", "max_output", "claude-nano-1", False)
    assert (one.ours.source, one.ours.value, one.ours.retrieved) == ("card", "32000", "2026-10-01")
    assert (one.theirs.source, one.theirs.value, one.theirs.retrieved) == ("litellm", "64000", "2026-11-20")
    assert one.ours.url == "https://example.org/card"


def test_prices_of_the_same_route_are_compared(tmp_path):
    file_with(tmp_path, "routes: [{provider: anthropic, price: {input: 1.00, output: 4}}]")
    found = plan(tmp_path, ROWS)
    assert differing(found) == [("routes.anthropic.price.output", "card", "4", "5")]
    assert (found.prices_compared, found.prices_differing) == (2, 1)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("released: 2026-05", {"release_date": "2026-05-02"}),
        ("released: 2026-05-02", {"release_date": "2026-05"}),
        ("modalities: {input: [image, text], output: [text]}", {}),
        ("context_window: 200000", {}),
        ("capabilities: {function_calling: yes}", {}),
        ("capabilities: {reasoning: no}", {"reasoning": False}),
    ],
)
def test_what_can_both_be_right_is_no_difference(tmp_path, ours, theirs):
    file_with(tmp_path, ours)
    rows = catalog({"anthropic/claude-nano-1": record(**theirs)})
    assert differing(plan(tmp_path, rows, name="models.dev")) == []


def test_a_licence_is_known_by_its_name_or_spdx_identifier(tmp_path):
    file_with(tmp_path, "license: ours")
    (tmp_path / "licenses.yml").write_text(
        "ours: {name: Ours, openness: proprietary}\nmit: {name: MIT Licence, spdx: MIT, openness: open-source}\n"
    )
    rows = catalog({"anthropic/claude-nano-1": record(license="MIT"), "openai/gpt-nano": record(license="Odd 9")})
    found = plan(tmp_path, rows, name="models.dev")
    assert differing(found) == [("license", "card", "ours", "mit")]
    assert b"license" not in found.files["models/gpt-nano.yml"]


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        ("released: 2026-06", ("released", "card", "2026-06", "2026-05-02")),
        ("context_window: undisclosed", ("context_window", "card", "undisclosed", "200000")),
        ("capabilities: {function_calling: no}", ("capabilities.function_calling", "card", "no", "yes")),
        (
            "modalities: {input: [text], output: [text]}",
            ("modalities", "card", "text → text", "image, text → text"),
        ),
    ],
)
def test_other_values_are_a_difference(tmp_path, ours, expected):
    file_with(tmp_path, ours)
    rows = catalog({"anthropic/claude-nano-1": record()})
    assert differing(plan(tmp_path, rows, name="models.dev")) == [expected]


def test_what_the_file_calls_unknown_is_no_difference(tmp_path):
    file_with(tmp_path, "max_output: unknown")
    found = plan(tmp_path, ROWS)
    assert (found.files, [one for one in found.changes if one.path == "max_output"]) == ({}, [])


SETTLED = "settled:\n  max_output: {note: the card says so, saw: {litellm: 64000, card: 32000}}"


def test_a_settled_difference_is_not_reported(tmp_path):
    file_with(tmp_path, "max_output: 32000", SETTLED)
    found = plan(tmp_path, ROWS)
    assert (differing(found), found.settled) == ([], 1)


def test_it_is_reported_again_when_the_list_changes(tmp_path):
    file_with(tmp_path, "max_output: 32000", SETTLED)
    (one,) = plan(tmp_path, {"claude-nano-1": litellm(max_output_tokens=128000)}).disagreements
    assert one.settled_before


def test_it_is_reported_again_when_the_file_changes(tmp_path):
    file_with(tmp_path, "max_output: 16000", SETTLED)
    (one,) = plan(tmp_path, ROWS).disagreements
    assert one.settled_before


def test_numbers_are_settled_however_they_are_written(tmp_path):
    file_with(
        tmp_path,
        "routes: [{provider: anthropic, price: {input: 0.60, output: 5}}]",
        "settled: {routes.anthropic.price.input: {note: n, saw: {litellm: 1.000}}}",
    )
    assert plan(tmp_path, ROWS).settled == 1


def test_a_provider_that_is_settled_is_not_added(tmp_path):
    settled = "settled: {routes.anthropic: {note: withdrawn, saw: {litellm: 1}}}"
    model_file(tmp_path, f"{HEAD}sources: {{litellm: {{url: https://x.example}}}}\n{settled}\n")
    assert [one.path for one in plan(tmp_path, ROWS).changes] == ["max_output"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "settled: {max_output: {saw: {x: 1}}}",
            "settled.max_output.note: missing; expected text; add it, such as note: The provider's own page says 0.60.",
        ),
        (
            "settled: {max_output: {note: n, saw: {x: [1]}}}",
            (
                "settled.max_output.saw.x: a list stands here; expected the value as the source gave it: a number, "
                "text, yes or no; write the value on the same line"
            ),
        ),
    ],
)
def test_a_wrong_settlement_is_reported(tmp_path, line, message):
    assert message in report(tmp_path, {"models/a.yml": f"name: A\ndeveloper: Lab\n{line}\n"})
