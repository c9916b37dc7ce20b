"""`schema`: all, one, or a folder of them."""

import json
import re

from mkdocs_model_compare.catalog.json_schema import schemas
from mkdocs_model_compare.rendering.exporting.formats import formats
from tests.cli.running import run

ALL = {**schemas(), **formats()}


def test_without_a_name_it_prints_all():
    result = run("schema")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == ALL
    assert list(json.loads(result.stdout)) == list(ALL)


def test_with_a_name_it_prints_that_one():
    for name, schema in ALL.items():
        assert json.loads(run("schema", name).stdout) == schema


def test_into_a_folder_it_writes_each_and_prints_nothing(tmp_path):
    folder = tmp_path / "new" / "schema"
    result = run("schema", "--output", str(folder))
    assert (result.exit_code, result.output) == (0, "")
    assert {path.name: json.loads(path.read_text("utf-8")) for path in folder.iterdir()} == {
        f"{name}.json": schema for name, schema in ALL.items()
    }


def test_a_wrong_name_ends_with_2_and_the_right_ones():
    result = run("schema", "modle")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "Error: there is no schema 'modle'; did you mean 'model'? "
        "There are: model, providers, licenses, benchmarks, catalog, comparison, show, diff, coverage, facts.\n"
    )


def test_a_name_that_is_like_no_other_is_told_in_a_sentence_of_its_own():
    assert "Error: there is no schema 'zzz'. There are: model, " in run("schema", "zzz").stderr


def test_a_file_where_the_folder_should_be_ends_with_2(tmp_path):
    (tmp_path / "taken").write_text("")
    assert run("schema", "--output", str(tmp_path / "taken")).exit_code == 2


def test_what_cannot_be_written_ends_with_1_and_a_line(tmp_path):
    (tmp_path / "taken").write_text("")
    result = run("schema", "--output", str(tmp_path / "taken" / "schema"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{tmp_path}/taken/schema/model.json: cannot be written (Not a directory); "
        f"{tmp_path}/taken is a file where a folder is needed; move it away\n"
    )


def test_its_help_names_every_schema():
    told = run("schema", "--help").stdout
    assert [name for name in ALL if not re.search(rf"\b{name}\b", told)] == []


def test_it_takes_a_catalog_and_is_the_same_for_every_catalog():
    assert run("schema", "model", "--catalog", "nowhere").stdout == run("schema", "model").stdout


def test_a_command_that_there_is_not_ends_with_2_and_the_nearest():
    result = run("shcema")
    assert result.exit_code == 2
    assert result.stderr.endswith("Error: No such command 'shcema'. Did you mean 'schema'?\n")


def test_a_command_that_is_like_none_ends_with_2():
    assert run("xyz").stderr.endswith("Error: No such command 'xyz'.\n")
