"""`add`: the file of a new model, and what it will not write over."""

import json

import pytest

from mkdocs_model_compare.catalog.loading import CatalogReader
from tests.catalog.folders import TODAY, write
from tests.cli.running import run

PRICES = {
    "claude-opus-9-9": {
        "litellm_provider": "anthropic",
        "max_input_tokens": 200000,
        "max_output_tokens": 8192,
        "input_cost_per_token": 1e-06,
        "output_cost_per_token": 5e-06,
        "mode": "chat",
        "supports_vision": True,
    }
}


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "data", {})


def add(folder, *arguments):
    return run("add", *arguments, "--catalog", str(folder))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Claude Haiku 4.5", "claude-haiku-4.5"),
        ("GPT-6.1 (Sol)", "gpt-6.1-sol"),
        ("Llama 4 / Maverick", "llama-4-maverick"),
        ("深度 求索", "深度-求索"),
    ],
)
def test_the_file_is_named_after_the_model(folder, name, file):
    result = add(folder, name, "--developer", "Lab")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{folder}/models/{file}.yml: written\n"
    assert CatalogReader(folder).read(TODAY).models[file].name == name


def test_without_a_developer_it_says_what_is_left_to_do(folder):
    result = add(folder, "New")
    assert result.exit_code == 0
    assert result.stdout.endswith("Fill in its developer: until then, the catalog cannot be used.\n")
    assert run("check", "--catalog", str(folder)).stdout.startswith(f"{folder}/models/new.yml:")


def test_an_id_can_be_given(folder):
    assert add(folder, "New", "--id", "lab-new", "--developer", "Lab").exit_code == 0
    assert (folder / "models" / "lab-new.yml").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("A",), 'the catalog has "a" already: {folder}/models/a.yml; --force writes it anew'),
        (("Bee",), 'the catalog has "bee" already: {folder}/models/b.yml; give another id with --id'),
        (("x", "--id", "B"), 'the catalog has "B" already: {folder}/models/b.yml; give another id with --id'),
        (("x", "--id", "../x"), '"../x" cannot be an id: remove /; give one with --id'),
        (("((",), '"" cannot be an id: begin it with a letter or digit; give one with --id'),
        (("x\x1b[0m",), "'x\\x1b[0m' has signs that cannot be shown; leave them out"),
        (("x", "--file", "f.json"), "--file is the file of a list; name the list with --from"),
        (("x", "--from", "litellm", "--id", "y"), "with --from, id and developer are those of the list"),
        (("x", "--from", "litellm"), "litellm takes the list's file: --from litellm --file FILE"),
    ],
)
def test_what_will_not_do_ends_with_2_and_writes_nothing(folder, arguments, message):
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    result = add(folder, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"Error: {message.format(folder=folder)}\n")
    assert {path: path.read_bytes() for path in folder.rglob("*.yml")} == before


def test_force_writes_over_a_file_of_that_name(folder):
    assert add(folder, "A", "--developer", "New Lab", "--force").exit_code == 0
    assert CatalogReader(folder).read(TODAY).models["a"].developer == "New Lab"


def test_one_model_after_another_can_be_added_before_any_is_filled_in(folder):
    for name in ("New", "Newer"):
        assert add(folder, name).exit_code == 0
    (folder / "catalog.yml").write_text("capabilities: {mine: {name: Mine}, other: 3}\nsignals: {price: -1}\n")
    (folder / "models" / "broken.yml").write_text("name: [")
    assert add(folder, "Newest", "--developer", "Lab").exit_code == 0
    assert "\n#   mine: unknown\n" in (folder / "models" / "newest.yml").read_text()


@pytest.mark.parametrize(("name", "held"), [("new", "new"), ("brand-new", "new"), ("broken", "broken")])
def test_names_in_files_that_are_yet_to_be_filled_in_are_taken_too(folder, name, held):
    (folder / "models" / "new.yml").write_text("name: New\ndeveloper:\naliases: [brand-new]\n")
    (folder / "models" / "broken.yml").write_text("name: [")
    result = add(folder, name)
    assert result.exit_code == 2
    assert f'Error: the catalog has "{name}" already: {folder}/models/{held}.yml; ' in result.stderr


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("gone", "{there}/gone: there is no such folder; expected the catalog's, with models/ in it"),
        (".", "{there}/./models: there is no such folder; expected one with a YAML file for each model"),
    ],
)
def test_without_a_catalog_it_ends_with_1_and_writes_nothing(tmp_path, given, message):
    result = add(f"{tmp_path}/{given}", "New")
    assert result.exit_code == 1
    assert result.stderr.startswith(message.format(there=tmp_path).replace("/./", "/"))
    assert result.stderr.endswith("\nnothing was written\n")
    assert not list(tmp_path.iterdir())


def test_a_list_is_not_taken_into_a_catalog_with_problems(tmp_path, folder):
    (folder / "models" / "bad.yml").write_text("name: Bad\n")
    result = filled(tmp_path, folder, "claude-opus-9-9")
    assert result.exit_code == 1
    assert result.stderr.endswith("\nnothing was written\n")
    assert len(list((folder / "models").iterdir())) == 3


def filled(tmp_path, folder, name):
    (tmp_path / "prices.json").write_text(json.dumps(PRICES))
    return add(folder, name, "--from", "litellm", "--file", str(tmp_path / "prices.json"))


def test_a_list_fills_it_and_the_rest_is_explained(tmp_path, folder):
    result = filled(tmp_path, folder, "claude-opus-9-9")
    assert (result.exit_code, result.stderr) == (0, "")
    (path,) = (path for path in (folder / "models").iterdir() if path.stem not in ("a", "b"))
    assert f"{path}: written\n" in result.stdout
    model = CatalogReader(folder).read(TODAY).models[path.stem]
    assert (model.developer, model.max_output.value) == ("Anthropic", 8192)
    text = path.read_text()
    assert "\nmax_output: 8192\n" in text
    assert "\n# max_output:" not in text
    assert "\n## When its knowledge ends.\n# knowledge_cutoff: 2025-02\n" in text


def test_a_model_that_is_there_is_left_to_import(tmp_path, folder):
    filled(tmp_path, folder, "claude-opus-9-9")
    result = filled(tmp_path, folder, "claude-opus-9-9")
    assert result.exit_code == 2
    assert result.stderr.endswith("Error: 'claude-opus-9-9' is in the catalog already; import brings it up to date\n")


def test_a_name_that_the_list_has_not_ends_with_2(tmp_path, folder):
    result = filled(tmp_path, folder, "claude-opus-9-8")
    assert result.exit_code == 2
    assert result.stderr.endswith("Error: no id of the list is 'claude-opus-9-8'. Did you mean 'claude-opus-9-9'?\n")
