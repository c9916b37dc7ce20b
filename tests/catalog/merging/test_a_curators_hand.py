"""What a person wrote stays byte for byte, whatever the list says; only the list's own facts follow it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.loading import CatalogReader
from tests.catalog.folders import TODAY
from tests.catalog.merging.imports import SOURCES, differing, imported, model_file, plan
from tests.catalog.upstream.listing import litellm

ROWS = {"claude-nano-1": litellm(max_output_tokens=64000, supports_vision=True)}
URL = "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json"
HEAD = "name: Claude Nano 1\ndeveloper: Anthropic\n"


def test_a_fact_of_the_list_follows_it_and_one_by_hand_stays(tmp_path):
    text = (
        f"{HEAD}max_output: 32000 # by hand\ncapabilities:\n  vision: {{value: no, source: litellm, note: mine}}\n"
        f"{SOURCES}  card: {{url: https://example.org/card}}\nprovenance: {{default: card}}\n"
    )
    path = model_file(tmp_path, text)
    found = imported(tmp_path, {"claude-nano-1": {**ROWS["claude-nano-1"], "input_cost_per_token": 0}})
    changed = text.replace("{value: no,", "{value: yes,").replace("2026-11-01", "2026-11-20")
    # The route is new, and says whose word it is.
    route = (
        "routes:\n  - provider: anthropic\n    model: claude-nano-1\n    price: {output: 5.00}\n    source: litellm\n"
    )
    assert path.read_text("utf-8") == changed.replace("sources:\n", f"{route}sources:\n", 1)
    assert differing(found) == [("max_output", "card", "32000", "64000")]


def test_a_file_in_which_the_list_is_no_source_is_left_alone(tmp_path):
    path = model_file(tmp_path, HEAD)
    found = imported(tmp_path, ROWS)
    assert (found.files, found.unchanged, path.read_text("utf-8")) == ({}, 1, HEAD)


def test_it_is_filled_when_asked_for(tmp_path):
    path = model_file(tmp_path, f"{HEAD}max_output: unknown\n")
    imported(tmp_path, ROWS, fill=True)
    assert path.read_text("utf-8") == (
        f"{HEAD}max_output: unknown\n"
        "capabilities:\n  vision: {value: yes, source: litellm}\n"
        "routes:\n  - provider: anthropic\n    model: claude-nano-1\n    price: {input: 1.00, output: 5.00}\n"
        "    source: litellm\n"
        f'sources:\n  litellm: {{url: "{URL}", retrieved: 2026-11-20}}\n'
    )
    assert plan(tmp_path, ROWS, fill=True).files == {}


def test_routes_of_a_provider_that_is_in_other_hands_are_not_added(tmp_path):
    text = f"{HEAD}routes:\n  - {{provider: anthropic, label: peak, price: {{input: 9, output: 9}}}}\n{SOURCES}"
    model_file(tmp_path, text)
    assert not [one for one in plan(tmp_path, ROWS).changes if one.path.startswith("routes")]


def test_a_source_is_known_by_its_address_too(tmp_path):
    text = (
        f"{HEAD}max_output: 5\nsources:\n  prices: {{url: https://raw.githubusercontent.com/BerriAI/litellm/main/x.json}}\n"
        "provenance: {max_output: prices}\n"
    )
    model_file(tmp_path, text)
    first = plan(tmp_path, ROWS).changes[0]
    assert (first.path, first.old, first.new) == ("max_output", "5", "64000")


def test_an_older_list_changes_nothing(tmp_path):
    text = f"{HEAD}max_output: 5\nsources:\n  litellm: {{url: https://x.example, retrieved: 2026-11-21}}\n"
    model_file(tmp_path, f"{text}provenance: {{default: litellm}}\n")
    found = plan(tmp_path, ROWS)
    assert found.files == {}
    assert [one.text for one in found.kept] == ["its facts are from a later edition of the list, of 2026-11-21"]


def test_what_stands_behind_an_alias_is_left_to_the_curator(tmp_path):
    text = f"{HEAD}max_output: &most 5\ncontext_window: *most\n{SOURCES}provenance: {{default: litellm}}\n"
    path = model_file(tmp_path, text)
    found = imported(tmp_path, ROWS)
    assert path.read_text("utf-8") == text
    assert [one.text for one in found.kept] == ["its changes are to be made by hand: an anchor (&name) stands there"]


def test_a_model_that_left_the_list_is_reported_and_kept(tmp_path):
    text = f"{HEAD}max_output: 5\n{SOURCES}provenance: {{default: litellm}}\n"
    path = model_file(tmp_path, text)
    found = imported(tmp_path, {"claude-other": litellm()})
    assert [(one.id, one.text) for one in found.vanished] == [("claude-nano-1", "it is no longer in the list")]
    assert path.read_text("utf-8") == text


def test_a_route_that_left_the_list_is_reported_and_kept(tmp_path):
    route = "{provider: acme, price: {input: 1, output: 5}}"
    text = f"{HEAD}routes:\n  - {route}\n{SOURCES}provenance: {{default: litellm}}\n"
    path = model_file(tmp_path, text)
    found = imported(tmp_path, ROWS)
    assert [one.text for one in found.vanished] == ["routes.acme is no longer in the list"]
    assert f"- {route}\n" in path.read_text("utf-8")


def test_the_date_of_a_list_in_which_nothing_changed_moves_only_when_asked_for(tmp_path):
    text = f"{HEAD}max_output: 64000\nroutes: []\n{SOURCES}provenance: {{default: litellm}}\n"
    rows = {"claude-nano-1": {"litellm_provider": "anthropic", "mode": "chat", "max_output_tokens": 64000}}
    path = model_file(tmp_path, text.replace("routes: []", "routes: [{provider: anthropic, model: claude-nano-1}]"))
    before = path.read_text("utf-8")
    assert imported(tmp_path, rows).files == {}
    imported(tmp_path, rows, confirm=True)
    assert path.read_text("utf-8") == before.replace("2026-11-01", "2026-11-20")


# Layouts of one file: how each of its lines can be written, with what may stand around them.
_COMMENT = st.sampled_from(["", "  # a: {b", "\t# tab", " #"])
_GAP = st.sampled_from(["", "\n", "# note: 'x'\n", "\n  # indented\n\n"])
_OURS = st.sampled_from(
    [
        "max_output: @",
        "max_output:   @",
        "max_output: {value: @, source: litellm}",
        "max_output:\n  source: litellm\n  value: @",
    ]
)
_VISION = st.sampled_from(
    [
        "capabilities: {vision: %, reasoning: no}",
        "capabilities:\n    vision: %\n    reasoning: no",
        '"capabilities":\n  vision:\n    value: %',
    ]
)
_HAND = st.sampled_from(
    [
        "context_window: {value: 200_000, source: card}",
        "architecture: >-\n  mixture\n  of experts",
        'knowledge_cutoff: {"value": 2025-02, \'source\': card, note: "é # 日本"}',
        "modalities: {input: [text,\n    image], output: [text]}",
        "parameters: undisclosed",
    ]
)


@st.composite
def layouts(draw):
    """A file with places for two of the list's facts, and by hand all else."""
    body = draw(st.permutations([draw(_OURS), draw(_VISION), draw(_HAND)]))
    parts = [
        "name: Claude Nano 1",
        "developer: Anthropic",
        *body,
        "routes: [{provider: anthropic, model: claude-nano-1, billing: credits}]",
        "sources:\n  litellm: {url: https://x.example, retrieved: ^}\n  card: {url: https://y.example}",
        "provenance: {default: card, max_output: litellm, capabilities: litellm}",
    ]
    text = "".join(draw(_GAP) + part + (draw(_COMMENT) if "\n" not in part else "") + "\n" for part in parts)
    text = text if draw(st.booleans()) else text.rstrip("\n")
    raw = text.encode() if draw(st.booleans()) else text.replace("\n", "\r\n").encode()
    return b"\xef\xbb\xbf" + raw if draw(st.booleans()) else raw


def _filled(layout, limit, vision, retrieved):
    return layout.replace(b"@", limit).replace(b"%", vision).replace(b"^", retrieved)


@given(layout=layouts())
def test_in_any_layout_only_the_lists_own_values_change(tmp_path_factory, layout):
    folder = tmp_path_factory.mktemp("catalog")
    path = model_file(folder, _filled(layout, b"5", b"no", b"2026-11-01"))
    CatalogReader(folder).read(TODAY)
    rows = {"claude-nano-1": litellm(max_output_tokens=64000, supports_vision=True)}
    imported(folder, rows)
    assert path.read_bytes() == _filled(layout, b"64000", b"yes", b"2026-11-20")
    assert plan(folder, rows).files == {}


@pytest.mark.parametrize("text", ["name: Claude Nano 1\ndeveloper: Anthropic\nmax_output: x\n", "nme: A\n"])
def test_a_catalog_with_problems_is_not_imported_into(tmp_path, text):
    model_file(tmp_path, text)
    with pytest.raises(Exception, match=r"models/claude-nano-1\.yml"):
        plan(tmp_path, ROWS)
