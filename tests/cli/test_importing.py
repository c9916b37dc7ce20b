"""`import`: what it prints, what it writes, and the status it ends with."""

import json
import os
import time

import pytest

from mkdocs_model_compare.catalog.merging.plan import Claim, Disagreement, Plan
from mkdocs_model_compare.catalog.reading import read_document
from mkdocs_model_compare.catalog.upstream import genai_prices
from mkdocs_model_compare.cli.import_report import REPORTS
from tests.catalog.folders import write
from tests.catalog.upstream.genai import info
from tests.catalog.upstream.listing import litellm
from tests.cli.running import run
from tests.rendering.golden import TODAY

ROWS = {"claude-nano-1": litellm(max_output_tokens=64000), "claude-embed": litellm(mode="embedding")}
HAND = (
    "name: Claude Nano 1\ndeveloper: Anthropic\nmax_output: 32000\n"
    "routes: [{provider: acme, price: {input: 1.20, output: 5}, source: litellm}]\n"
    "sources:\n  card: {url: https://example.org/card, retrieved: 2026-06-01}\n"
    "  litellm: {url: https://github.com/BerriAI/litellm, retrieved: 2026-06-01}\nprovenance: {default: card}\n"
)
PROVIDERS = "acme: {name: Anthropic}\n"


@pytest.fixture
def prices(tmp_path):
    return priced(tmp_path, ROWS)


def priced(folder, rows):
    path = folder / "prices.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    day = time.mktime((2026, 6, 20, 12, 0, 0, 0, 0, -1))
    os.utime(path, (day, day))
    return path


def curated(folder):
    return write(folder / "data", {"models/claude-nano-1.yml": HAND, "providers.yml": PROVIDERS}, base={})


def importing(*arguments):
    return run("import", *map(str, arguments))


def test_the_first_import_makes_the_catalog(tmp_path, prices):
    folder = tmp_path / "data"
    result = importing("litellm", prices, "--catalog", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"LiteLLM: 2 rows, 1 model → {folder}\n"
        "  added: 1 model, 1 route\n"
        "  changed: 0 facts in 0 models\n"
        "  kept as it was: 0 models\n"
        "  skipped: 1 row\n"
        "        1  its mode is embedding, not chat (claude-embed)\n"
        "  files written: 2\n"
    )
    assert "retrieved: 2026-06-20" in (folder / "models" / "claude-nano-1.yml").read_text("utf-8")
    assert run("check", "--catalog", str(folder)).exit_code == 0


def test_the_summary_and_the_report_name_what_was_joined(tmp_path):
    rows = {"claude-nano-1": litellm(), "azure_ai/claude-1-nano": litellm(litellm_provider="azure_ai")}
    result = importing("litellm", priced(tmp_path, rows), "--catalog", tmp_path / "data", "--report", "json")
    said = "  joined with a model that is spelled otherwise: 1 name\n    claude-1-nano: claude-nano-1\n"
    assert f"  added: 1 model, 2 routes\n{said}  changed: " in result.stderr
    assert json.loads(result.stdout)["joined"] == [{"id": "claude-1-nano", "text": "claude-nano-1"}]


def test_a_second_run_changes_nothing(tmp_path, prices):
    folder = tmp_path / "data"
    importing("litellm", prices, "--catalog", folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert importing("litellm", prices, "--catalog", folder).stdout.endswith("files written: 0\n")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path, prices):
    folder = tmp_path / "data"
    result = importing("litellm", prices, "--catalog", folder, "--dry-run")
    assert "  would be added: 1 model, 1 route\n" in result.stdout
    assert result.stdout.endswith("  files to write: 2\n")
    assert not folder.exists()


def test_changes_and_differences_are_told(tmp_path, prices):
    folder = curated(tmp_path)
    result = importing("litellm", prices, "--catalog", folder)
    assert "    claude-nano-1: routes.acme.price.input: 1.2 → 1\n" in result.stdout
    assert "  differing from other sources: 1 fact (--report lists them)\n" in result.stdout
    text = (folder / "models" / "claude-nano-1.yml").read_text("utf-8")
    assert "history: [{until: 2026-06-19, price: {input: 1.20, output: 5}}]" in text


def test_the_report_is_text(tmp_path, prices):
    result = importing("litellm", prices, "--catalog", curated(tmp_path), "--dry-run", "--report")
    assert result.exit_code == 0
    assert result.stderr.startswith("LiteLLM: 2 rows")
    assert result.stdout == (
        "claude-nano-1: max_output\n"
        "  card, 2026-06-01: 32000\n"
        "  litellm, 2026-06-20: 64000  (claude-nano-1)\n"
        '  to settle: max_output: {note: "…", saw: {litellm: 64000, card: 32000}}\n'
    )


def test_what_the_report_says_settles_a_difference_does(tmp_path, prices):
    folder = curated(tmp_path)
    lines = importing("litellm", prices, "--catalog", folder, "--dry-run", "--report").stdout.splitlines()
    path = folder / "models" / "claude-nano-1.yml"
    path.write_text(f"{HAND}settled:\n  {lines[-1].partition('to settle: ')[2]}\n", encoding="utf-8")
    again = importing("litellm", prices, "--catalog", folder, "--report")
    assert again.stdout == "no difference between the catalog and the list\n"
    assert "  differing from other sources: 0 facts, and 1 settled (--report lists them)\n" in again.stderr


def test_a_text_with_signs_of_yamls_own_is_settled_by_what_the_report_says():
    theirs, ours = 'a "b" \\ c: d', "yes, but"
    plan = Plan(upstream=genai_prices.UPSTREAM, rows=1, models=1)
    claims = (Claim(source=name, url=None, retrieved=None, value=value) for name, value in (("x", ours), ("y", theirs)))
    plan.disagreements.append(
        Disagreement(model="m", path="architecture", ours=next(claims), theirs=next(claims), row="r")
    )
    line = REPORTS["text"](plan).splitlines()[-1].partition("to settle: ")[2]
    assert read_document(line.encode()).data == {"architecture": {"note": "…", "saw": {"y": theirs, "x": ours}}}


def test_the_report_is_json(tmp_path, prices):
    found = json.loads(importing("litellm", prices, "--catalog", curated(tmp_path), "--report", "json").stdout)
    assert found["version"] == 1
    assert found["compared"] == {"facts": 1, "prices": 0, "prices_differing": 0, "settled": 0}
    assert found["changed"][0] == {
        "model": "claude-nano-1",
        "path": "routes.acme.price.input",
        "old": "1.2",
        "new": "1",
    }
    assert found["disagreements"] == [
        {
            "model": "claude-nano-1",
            "path": "max_output",
            "ours": {
                "source": "card",
                "url": "https://example.org/card",
                "retrieved": "2026-06-01",
                "value": "32000",
            },
            "theirs": {
                "source": "litellm",
                "url": "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json",
                "retrieved": "2026-06-20",
                "value": "64000",
            },
            "row": "claude-nano-1",
            "settled_before": False,
        }
    ]


def test_the_report_is_markdown(tmp_path, prices):
    text = importing("litellm", prices, "--catalog", curated(tmp_path), "--report", "md").stdout
    assert text == (
        "## Differences from LiteLLM\n\n"
        "| Model | Fact | Here | Source | There | Source |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| claude-nano-1 | max\\_output | 32000 | [card, 2026-06-01](https://example.org/card) | 64000 | "
        "[litellm, 2026-06-20](https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json) |\n"
    )
    (tmp_path / "other").mkdir()
    none = importing("litellm", prices, "--catalog", tmp_path / "other", "--report", "md").stdout
    assert none == "## Differences from LiteLLM\n\nNone.\n"


def test_the_installed_package_is_read_without_a_file(tmp_path, monkeypatch):
    one = type("Provider", (), {"id": "anthropic", "name": "A", "pricing_urls": [], "models": [info()]})
    monkeypatch.setattr(genai_prices, "installed", lambda: ([one], "9.9"))
    assert importing("genai-prices", "--catalog", tmp_path / "data").exit_code == 0
    text = (tmp_path / "data" / "models" / "claude-nano-1.yml").read_text("utf-8")
    assert f"retrieved: {TODAY.isoformat()}, note: version 9.9}}\n" in text


def test_what_to_take_can_stand_in_a_file(tmp_path, prices):
    """One file serves several lists, so that what one of them lacks is no mistake."""
    names = tmp_path / "names.txt"
    names.write_text("# ours\nclaude-nano-1 # small\n\nclaude-elsewhere\n", encoding="utf-8")
    result = importing("litellm", prices, "--catalog", tmp_path / "data", "--only", f"@{names}")
    assert (result.exit_code, result.stdout.splitlines()[1]) == (0, "  added: 1 model, 1 route")
    names.write_text("# nothing\n", encoding="utf-8")
    result = importing("litellm", prices, "--catalog", tmp_path / "data", "--only", f"@{names}")
    assert result.exit_code == 2
    assert result.stderr.endswith(f"Error: {names} names no model; expected a glob on each line.\n")


def test_edition_and_day_can_be_said(tmp_path, prices):
    importing("litellm", prices, "--catalog", tmp_path / "data", "--note", "LiteLLM 9: x", "--retrieved", "2026-05-01")
    text = (tmp_path / "data" / "models" / "claude-nano-1.yml").read_text("utf-8")
    assert 'retrieved: 2026-05-01, note: "LiteLLM 9: x"}\n' in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("litellm",), "litellm takes the list's file: model-compare import litellm FILE"),
        (("genai-prices", "x.json"), "genai-prices is the installed package and takes no file; leave x.json out."),
        (("litelm", "x.json"), "Invalid value for '{models.dev|litellm|genai-prices}': 'litelm' is not one of"),
        (("litellm", "none.json"), "none.json cannot be read (No such file or directory)."),
        (
            ("litellm", "PRICES", "--only", "claude-nona-1"),
            "no id of the list is 'claude-nona-1'. Did you mean 'claude-nano-1'?",
        ),
        (("litellm", "PRICES", "--retrieved", "soon"), "'soon' is not a day such as 2026-11-22."),
        (
            ("litellm", "PRICES", "--report", "xml"),
            "Invalid value for '--report': 'xml' is not one of 'text', 'json', 'md'.",
        ),
    ],
)
def test_a_wrong_call_ends_with_2(tmp_path, prices, arguments, message):
    result = importing(*(prices if one == "PRICES" else one for one in arguments), "--catalog", tmp_path / "data")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not (tmp_path / "data").exists()


def test_another_file_ends_with_1_and_writes_nothing(tmp_path):
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    result = importing("litellm", other, "--catalog", tmp_path / "data")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{other}: this is no price list of LiteLLM; expected its model_prices_and_context_window.json; "
        "download that file\n"
    )
    assert not (tmp_path / "data").exists()


def test_a_catalog_with_problems_ends_with_1_and_stays_as_it_is(tmp_path, prices):
    folder = write(tmp_path / "data", {"models/b.yml": "nme: B\n"}, base={})
    result = importing("litellm", prices, "--catalog", folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{folder}/models/b.yml:1:1: nme: unknown key; " in result.stderr
    assert result.stderr.endswith("\nnothing was written\n")
    assert [path.name for path in folder.rglob("*.yml")] == ["b.yml"]
