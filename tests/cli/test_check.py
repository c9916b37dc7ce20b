"""`check`: what it prints in each format, and the status it ends with."""

import json

import pytest

from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.errors import CatalogError
from tests.catalog.folders import BASE, write
from tests.cli.running import run
from tests.rendering.golden import FOLDER, TODAY

BAD = {
    "models/a.yml": "name: A\ndeveloper: Lab\ncontext_windw: 5\n",
    "models/b.yml": "nme: B\nname: B\ndeveloper: Lab\n",
}
CLAIM = {
    "models/a.yml": "name: A\ndeveloper: Lab\ncontext_window: 1000\n",
    "models/b.yml": "name: B\ndeveloper: Lab\ncontext_window: 2000\n",
    "comparisons/both.yml": "models: [a, b]\nexpect: {larger_context: a}\n",
}


def check(folder, *options):
    return run("check", "--catalog", str(folder), *options)


def test_a_good_catalog_ends_with_0():
    result = check(FOLDER)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{FOLDER}: 2 models, no problems\n"


def test_one_model_is_one_model(tmp_path):
    folder = write(tmp_path, {"models/b.yml": None})
    assert check(folder).stdout == f"{folder}: 1 model, no problems\n"


def test_the_problems_are_printed_and_their_number_said_beside(tmp_path):
    folder = write(tmp_path, BAD)
    result = check(folder)
    assert result.exit_code == 1
    assert result.stdout == (
        f"{folder}/models/a.yml:3:1: context_windw: unknown key; expected one that can stand here; "
        'did you mean "context_window"?\n'
        f"{folder}/models/b.yml:1:1: nme: unknown key; expected one that can stand here; "
        'did you mean "name"?\n'
    )
    assert result.stderr == f"{folder}: 2 problems\n"


def test_a_false_claim_is_a_problem(tmp_path):
    folder = write(tmp_path, CLAIM)
    result = check(folder)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{folder}/comparisons/both.yml:2:")
    assert "expect.larger_context" in result.stdout
    assert result.stderr == f"{folder}: 1 problem\n"


def test_json_has_the_place_and_the_words_of_each(tmp_path):
    folder = write(tmp_path, BAD)
    result = check(folder, "--format", "json")
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr, found["version"]) == (1, "", 1)
    first = found["problems"][0]
    assert {name: first[name] for name in ("level", "path", "line", "column")} == {
        "level": "error",
        "path": f"{folder}/models/a.yml",
        "line": 3,
        "column": 1,
    }
    assert "context_windw" in first["where"] + first["message"]


def test_json_of_a_good_catalog_has_no_problems():
    assert json.loads(check(FOLDER, "--format", "json").stdout) == {"version": 1, "problems": []}


def test_github_gets_an_annotation_per_problem(tmp_path):
    folder = write(tmp_path, BAD)
    result = check(folder, "--format", "github")
    assert (result.exit_code, result.stderr) == (1, "")
    first, second = result.stdout.splitlines()
    assert first.startswith(f"::error file={folder}/models/a.yml,line=3,col=1::")
    assert second.startswith(f"::error file={folder}/models/b.yml,line=1,col=1::")


def test_github_gets_every_character_of_a_path_and_message(tmp_path):
    folder = tmp_path / "50%, a:b"
    folder.mkdir()
    write(folder, {"models/a.yml": 'name: A\ndeveloper: Lab\n"a%b": 1\n'})
    (line,) = check(folder, "--format", "github").stdout.splitlines()
    assert "file=" + str(folder).replace("%", "%25").replace(":", "%3A").replace(",", "%2C") in line
    assert "a%25b" in line


def test_stale_reports_a_review_that_is_too_old():
    """The golden catalog was reviewed on the 15th and 16th of June, and today is the 1st of July."""
    assert check(FOLDER, "--stale", "30").exit_code == 0
    result = check(FOLDER, "--stale", "10")
    assert result.exit_code == 1
    assert "claude-haiku-4.5.yml" in result.stdout
    assert "gemma-4-12b-it.yml" in result.stdout


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (("--stale", "0"), "Invalid value for '--stale': 0 is not in the range x>=1."),
        (("--format", "xml"), "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'github'."),
        (("--fromat", "json"), "No such option '--fromat'. Did you mean '--format'?"),
        (("extra",), "Got unexpected extra argument (extra)"),
    ],
)
def test_a_wrong_call_ends_with_2(option, message):
    result = check(FOLDER, *option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"Error: {message}\n")


def test_a_missing_folder_is_a_problem(tmp_path):
    result = check(tmp_path / "none")
    assert result.exit_code == 1
    assert str(tmp_path / "none") in result.stdout


def test_a_report_is_the_readers_own(tmp_path):
    """The command adds nothing to it and leaves nothing out."""
    folder = write(tmp_path, {**BAD, "providers.yml": BASE["providers.yml"] + "odd: {nme: X}\n"})
    with pytest.raises(CatalogError) as report:
        CatalogReader(folder).read(TODAY)
    assert check(folder).stdout == f"{report.value}\n"


def test_a_warning_is_said_to_be_one_and_ends_with_1(tmp_path):
    routes = "[{provider: acme, price: {input: 1, output: 2}}, {provider: globex, price: {input: 9, output: 9}}]"
    folder = write(tmp_path, {"models/a.yml": f"name: A\ndeveloper: Lab\nroutes: {routes}\n"})
    result = check(folder)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{folder}/models/a.yml:3:")
    assert ": warning: routes." in result.stdout
    assert result.stderr == f"{folder}: 1 warning\n"
    assert check(folder, "--format", "github").stdout.startswith(f"::warning file={folder}/models/a.yml,line=3,")
    levels = {one["level"] for one in json.loads(check(folder, "--format", "json").stdout)["problems"]}
    assert levels == {"warning"}
