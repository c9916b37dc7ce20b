"""`show` in its four formats, what it takes, and what it says of a mistake."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pytest_regressions.file_regression import FileRegressionFixture

from mkdocs_model_compare.rendering.renderer import SECTIONS
from tests.catalog.folders import write
from tests.cli.running import PAIR, run, show, shown
from tests.docs.pages import blocks, text_of
from tests.rendering.golden import FOLDER

USAGE = "Usage: main show [OPTIONS] A B [C …]\nTry 'main show --help' for help.\n\nError: "


@pytest.mark.parametrize(("output", "extension"), [("text", ".txt"), ("md", ".md")])
def test_the_golden_comparison_reads_as_it_was_read(file_regression: FileRegressionFixture, output, extension):
    file_regression.check(shown(*PAIR, "--format", output), basename="golden", extension=extension)


def test_the_golden_json_is_as_it_was_read(file_regression: FileRegressionFixture):
    """Some sections, so that a person can read it; the names in all of them are held by the published schema."""
    names = "summary,monthly_cost,benchmarks,reviewed"
    file_regression.check(shown(*PAIR, "--format", "json", "--sections", names), basename="golden", extension=".json")


def test_text_is_what_fits_a_screen_or_two_and_names_its_sources():
    text = shown(*PAIR)
    headings = re.findall(r"^(.+)\n-+$", text, re.MULTILINE)
    assert [one for one in headings if "  " not in one] == [
        "Verdict",
        "Scorecard",
        "Monthly cost",
        "Specifications",
        "Capabilities",
        "Review and sources",
    ]
    assert max(map(len, text.splitlines())) <= 100
    assert "1. Claude Haiku 4.5 card <https://example.org/haiku>, retrieved 2026-06-15" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("output", ["md", "json", "html"])
def test_every_section_but_the_one_of_a_site_is_there(output):
    text = shown(*PAIR, "--format", output)
    if output == "json":
        found = list(json.loads(text)["sections"])
    elif output == "html":
        found = [str(one["data-mc-section"]) for one in BeautifulSoup(text, "html.parser").select("[data-mc-section]")]
    else:
        found = ["summary", *(one.lower() for one in re.findall(r"^## (.+)$", text, re.MULTILINE))]
    assert len(found) == len(SECTIONS) - 1
    if output != "md":
        assert found == [name for name in SECTIONS if name != "related"]


def test_html_is_one_document_that_needs_no_other_file():
    soup = BeautifulSoup(shown(*PAIR, "--format", "html"), "html.parser")
    assert soup.title is not None
    assert soup.title.get_text() == "Claude Haiku 4.5 vs Gemma 4 12B IT"
    assert soup.select("link, script, img, iframe, [src]") == []
    targets = {str(one["href"])[1:] for one in soup.select("a[href^='#']")}
    assert targets == {str(one["id"]) for one in soup.select("[id^=mc-source-]")}
    ids = [str(one["id"]) for one in soup.select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_three_written_formats_give_the_same_figures():
    """Text and Markdown are read off the page; the JSON is not, so its figures are looked for in the page."""
    held = json.loads(shown(*PAIR, "--format", "json"))["sections"]
    markdown = shown(*PAIR, "--format", "md")
    for name in ("scorecard", "specs", "pricing", "capabilities", "monthly_cost"):
        for row in held[name]["rows"]:
            for cell in row["cells"]:
                # These rows say more than their value on the page.
                if cell["text"] and row["key"] not in {"provider_routes", "providers", "shared_benchmarks"}:
                    assert cell["text"] in markdown


def test_sections_are_shown_in_the_order_asked_for():
    text = shown(*PAIR, "--sections", "specs, verdict")
    assert text.index("\nSpecifications\n") < text.index("\nVerdict\n")
    assert "Scorecard" not in text
    # The sources come even where their section is not asked for.
    assert text.index("\nVerdict\n") < text.index("\nSources\n") < text.index("1. Claude Haiku 4.5 card")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "1,000,000 requests a month of 800 input and 250 output tokens each"),
        (("--requests", "1"), "1 request a month of 800 input and 250 output tokens"),
        (("--input-tokens", "5", "--output-tokens", "0"), "requests a month of 5 input and 0 output tokens each"),
        (("--cached", "0.4", "--batch"), "output tokens each, 40% of the input cached, in batch"),
        (("--workload", "ours", "--no-batch"), "2,000 requests a month of 10 input and 20 output tokens each."),
        (
            ("--workload", "ours", "--requests", "9"),
            "9 requests a month of 10 input and 20 output tokens each, in batch",
        ),
    ],
)
def test_the_workload_is_given_as_to_a_macro(tmp_path, options, told):
    ours = "{requests: 2000, input_tokens: 10, output_tokens: 20, batch: true}"
    priced = "name: A\ndeveloper: Lab\nroutes: [{provider: acme, price: {input: 1, output: 2}}]\n"
    files = {"catalog.yml": f"workloads: {{ours: {ours}}}\n", "models/a.yml": priced}
    text = shown("a", "b", "--sections", "monthly_cost", *options, catalog=write(tmp_path, files))
    assert told in " ".join(text.split())


def test_an_alias_serves_wherever_an_id_does():
    assert shown("claude-haiku-4.5", "google/gemma-4-12b-it") == shown(*PAIR)


def test_own_templates_word_every_format(tmp_path):
    (tmp_path / "scorecard.html.jinja").write_text(
        "{# Ours. #}\n{% extends 'shipped/scorecard.html.jinja' %}\n{% block before %}<p>Ask us.</p>{% endblock %}\n"
    )
    options = ("--sections", "scorecard", "--templates", str(tmp_path))
    assert all("Ask us." in shown(*PAIR, *options, "--format", output) for output in ("text", "md", "html"))


def test_facts_are_stale_after_the_days_given():
    stale = "facts about Claude Haiku 4.5 are due for another look."
    assert stale in " ".join(shown(*PAIR, "--stale-after", "15").split())
    assert stale not in " ".join(shown(*PAIR, "--stale-after", "16").split())
    assert stale not in " ".join(shown(*PAIR, "--stale-after", "0").split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("claude-haiku-45", "gemma-4-12b-it"),
            'there is no model "claude-haiku-45"; did you mean "claude-haiku-4.5"?',
        ),
        (("Gemma 4 12B IT", "claude-haiku-4.5"), '"Gemma 4 12B IT" is a model\'s name; write its id, "gemma-4-12b-it"'),
        (("claude-haiku-4.5", "zzz"), 'there is no model "zzz" in the catalog'),
        (("claude-haiku-4.5",), "show takes 2 to 6 models, and only one is given"),
        (tuple("abcdefg"), "show takes 2 to 6 models, and 7 are given"),
        ((PAIR[0], PAIR[0]), '"claude-haiku-4.5" is given twice; a comparison needs different models'),
        ((*PAIR, "--sections", "specs,verdct"), 'there is no section "verdct"; did you mean "verdict"?'),
        ((*PAIR, "--sections", "specs,specs"), 'the section "specs" is named twice; keep one'),
        ((*PAIR, "--sections", " , "), "this leaves no section to show; name at least one"),
        ((*PAIR, "--sections", "related"), "the section 'related' is about pages of a site; leave it out"),
        ((*PAIR, "--workload", "defalt"), 'there is no workload "defalt"; did you mean "default"?'),
        ((*PAIR, "--cached", "1.5"), "Invalid value for '--cached': '1.5' is not a number from 0 to 1."),
        ((*PAIR, "--cached", "half"), "Invalid value for '--cached': 'half' is not a number from 0 to 1."),
        ((*PAIR, "--cached", "nan"), "Invalid value for '--cached': 'nan' is not a number from 0 to 1."),
        ((*PAIR, "--requests", "0"), "Invalid value for '--requests': 0 is not in the range x>=1."),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_is_right(arguments, message):
    result = show(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{USAGE}{message}\n"


def test_a_bad_catalog_ends_with_1_and_its_whole_report(tmp_path):
    files = {"models/a.yml": "name: A\ndevelopr: Lab\n", "models/b.yml": "name: 3\ndeveloper: Lab\n"}
    folder = write(tmp_path, files)
    result = show("a", "b", "--format", "json", catalog=folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == run("check", "--catalog", str(folder)).stdout


def test_a_missing_folder_ends_with_1(tmp_path):
    result = show("a", "b", catalog=tmp_path / "none")
    assert (result.exit_code, result.stdout) == (1, "")
    assert str(tmp_path / "none") in result.stderr


def test_the_installed_command_prints_plain_text_into_a_pipe():
    command = [sys.executable, "-c", "from mkdocs_model_compare.cli import main; main()"]
    result = subprocess.run(
        [*command, "show", *PAIR, "--catalog", str(FOLDER), "--sections", "capabilities", "--stale-after", "0"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
    )
    assert result.stdout == shown(*PAIR, "--sections", "capabilities")
    assert Path(sys.executable).with_name("model-compare").exists()


def test_the_program_of_the_json_page_runs_as_it_stands(tmp_path):
    (tmp_path / "data").symlink_to(FOLDER)
    (code,) = blocks(text_of("json.md"), "python")
    scripts = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, "-c", code]
    printed = subprocess.run(
        command, cwd=tmp_path, env=scripts, check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert printed.splitlines()[:2] == [
        "choice gemma-4-12b-it",
        "openness Open source ['https://example.org/gemma']",
    ]


def test_a_template_with_a_name_that_is_nearly_right_ends_with_1(tmp_path):
    (tmp_path / "verdcit.html.jinja").write_text("")
    result = show(*PAIR, "--templates", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f'{tmp_path.name}/verdcit.html.jinja: no template has this name; did you mean "verdict.html.jinja"?\n'
    )


@pytest.mark.parametrize("output", ["text", "md", "html"])
def test_a_mistake_in_a_users_template_is_a_finding_in_every_format(tmp_path, output):
    (tmp_path / "verdict.html.jinja").write_text("{{ models[99].name }}", encoding="utf-8")
    result = show(*PAIR, "--templates", str(tmp_path), "--format", output)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{tmp_path.name}/verdict.html.jinja:1: tuple object has no element 99; "
        "correct the template, or remove it to have the shipped one\n"
    )
