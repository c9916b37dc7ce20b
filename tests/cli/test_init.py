"""`init`: from a folder, or a MkDocs project, to a comparison; nothing that is there is written over."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
import yaml

from mkdocs_model_compare.catalog.json_schema import editor_line
from mkdocs_model_compare.cli import starting
from tests.catalog.folders import write
from tests.cli.running import run
from tests.docs.pages import LOOKED
from tests.plugin.small_site import Site, mkdocs_command

STARTER = Path(starting.__file__).parent / "starter" / "data"
MADE = [
    "data/models/claude-haiku-4.5.yml: made",
    "data/models/gemma-4-12b-it.yml: made",
    "data/models/gpt-oss-120b.yml: made",
    "data/providers.yml: made",
    "data/licenses.yml: made",
    "data/benchmarks.yml: made",
]
TAGGED = """\
site_name: Ours
theme: {name: material}   # as everywhere
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  - search   # words
extra: {home: !ENV [HOME_PAGE, "https://example.org"]}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    # The folder stands in a repository of its own, so that no project above is looked for.
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*options):
    return run("init", *options)


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(folder):
    """Built on the day of the last look at its facts; from some day on, stale ones fail a strict build."""
    for path in folder.rglob("*.yml"):
        path.write_text(LOOKED.sub(rf"\g<1>{date.today()}", path.read_text("utf-8")), "utf-8")  # noqa: DTZ011 - as the plugin
    subprocess.run(mkdocs_command("build", "--strict"), cwd=folder, check=True, capture_output=True)
    return Site(folder)


def test_an_empty_folder_becomes_a_site_with_a_comparison_in_well_under_two_minutes(here):
    start = perf_counter()
    for command in ("init", "check"):
        subprocess.run([sys.executable, "-c", "from mkdocs_model_compare.cli import main; main()", command], check=True)
    site = built(here)
    assert perf_counter() - start < 60
    assert site.one("index.html", "[data-mc-outcome]")["data-mc-choice"] == "gpt-oss-120b"
    assert not site.soup().select(".mc-error")


@pytest.mark.usefixtures("here")
def test_it_says_what_it_made_and_what_to_do_next():
    result = init()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        *MADE,
        "docs/index.md: made",
        "mkdocs.yml: made",
        "Run mkdocs serve, and open / at the address that it names.",
    ]


def test_a_project_gets_a_page_beside_its_own_and_one_line_more(here):
    (here / "mkdocs.yml").write_text(TAGGED)
    (here / "docs").mkdir()
    (here / "docs" / "index.md").write_text("# Home\n")
    result = init()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        *MADE,
        "docs/model-comparison.md: made",
        "mkdocs.yml: added - model-compare",
        "Run mkdocs serve, and open /model-comparison/ at the address that it names.",
    ]
    assert (here / "mkdocs.yml").read_text() == TAGGED.replace("words\n", "words\n  - model-compare\n")
    assert (here / "docs" / "index.md").read_text() == "# Home\n"
    assert built(here).one("model-comparison/index.html", "[data-mc-outcome]")


def test_the_second_time_changes_nothing(here):
    init()
    before = contents(here)
    result = init()
    assert (result.exit_code, contents(here)) == (0, before)
    assert result.stdout.splitlines() == [
        "data: kept, a catalog is there",
        "docs/index.md: kept",
        "mkdocs.yml: kept, it has the plugin",
        "Run mkdocs serve, and open / at the address that it names.",
    ]


def test_a_catalog_that_is_there_is_kept_and_its_models_are_compared(here):
    write(here / "data", {"models/c.yml": "name: C\ndeveloper: Lab\n"})
    before = contents(here / "data")
    assert init().stdout.startswith("data: kept, a catalog is there\n")
    assert contents(here / "data") == before
    first, second = sorted(path.stem for path in (here / "data" / "models").iterdir())[:2]
    assert f'<< compare("{first}", "{second}") >>' in (here / "docs" / "index.md").read_text()


@pytest.mark.parametrize(
    ("files", "had"), [({"only": "name: Only\ndeveloper: Lab\n"}, "1 model"), ({}, "no models")], ids=["one", "none"]
)
def test_without_two_models_the_page_has_the_table_alone(here, files, had):
    (here / "data" / "models").mkdir(parents=True)
    (here / "data" / "providers.yml").write_text("acme: {name: Acme, kind: vendor}\n")
    for name, text in files.items():
        (here / "data" / "models" / f"{name}.yml").write_text(text)
    result = init()
    assert (result.exit_code, result.stderr) == (
        1,
        f"data: {had}, and a comparison takes two; model-compare add NAME writes a model's file\n",
    )
    assert built(here).one("index.html", "tr[data-mc-model=only]" if files else ".mc")


def test_force_writes_its_own_files_anew_and_no_others(here):
    init()
    (here / "docs" / "index.md").write_text("# Home\n")
    (here / "docs" / "model-comparison.md").write_text("mine\n")
    (here / "data" / "providers.yml").write_text("{}\n")
    (here / "data" / "models" / "mine.yml").write_text("name: Mine\ndeveloper: Me\n")
    assert init("--force").exit_code == 0
    assert (here / "docs" / "index.md").read_text() == "# Home\n"
    assert "<< compare(" in (here / "docs" / "model-comparison.md").read_text()
    assert contents(STARTER).items() <= contents(here / "data").items()
    assert (here / "data" / "models" / "mine.yml").read_text() == "name: Mine\ndeveloper: Me\n"


def test_what_cannot_be_added_is_said(here):
    (here / "mkdocs.yml").write_text("site_name: A\nplugins: !ENV [PLUGINS, [search]]\n")
    result = init()
    assert result.exit_code == 1
    assert result.stderr == (
        "mkdocs.yml: nothing added, because its plugins are written in a way of their own; "
        "add to its plugins: - model-compare\n"
    )
    assert (here / "mkdocs.yml").read_text() == "site_name: A\nplugins: !ENV [PLUGINS, [search]]\n"


def test_what_was_made_is_said_before_what_cannot_be_written(here):
    (here / "docs").write_text("")
    result = init()
    assert (result.exit_code, result.stdout.splitlines()) == (1, MADE)
    assert result.stderr == (
        "docs/index.md: cannot be written (File exists); docs is a file where a folder is needed; move it away\n"
    )


@pytest.mark.parametrize("nav", ["[index.md]", "[Home: index.md]", "[About: about.md, Pages: [Home: index.md]]"])
def test_a_page_that_the_navigation_names_already_is_made_and_that_is_all(here, nav):
    (here / "mkdocs.yml").write_text(f"site_name: A\nnav: {nav}\n")
    result = init()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "docs/index.md: made\n" in result.stdout


def test_a_navigation_is_left_to_its_author(here):
    (here / "mkdocs.yml").write_text("site_name: A\nnav: [index.md]\n")
    (here / "docs").mkdir()
    (here / "docs" / "index.md").write_text("# Home\n")
    result = init()
    assert result.exit_code == 1
    assert result.stderr == (
        "mkdocs.yml: nav names the pages of the site; add to it: - Model comparison: model-comparison.md\n"
    )


def test_other_folders_are_found_and_named(here):
    (here / "site").mkdir()
    (here / "site" / "mkdocs.yml").write_text(
        "site_name: A\ndocs_dir: pages\nuse_directory_urls: false\nplugins: [search]\n"
    )
    (here / "site" / "pages").mkdir()
    (here / "site" / "pages" / "README.md").write_text("# Home\n")
    result = init("-f", "site/mkdocs.yml", "--catalog", "our models")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-3:] == [
        "site/pages/model-comparison.md: made",
        'site/mkdocs.yml: added - model-compare: {catalog: "../our models"}',
        "Run mkdocs serve, and open /model-comparison.html at the address that it names.",
    ]
    assert built(here / "site").one("model-comparison.html", "[data-mc-outcome]")


def test_the_catalog_that_the_plugin_reads_is_the_one_made(here):
    (here / "mkdocs.yml").write_text("site_name: A\nplugins: [{model-compare: {catalog: facts}}]\n")
    assert init().stdout.startswith("facts/models/claude-haiku-4.5.yml: made\n")
    result = init("--catalog", "others")
    assert result.exit_code == 1
    assert result.stderr == "mkdocs.yml: the plugin reads facts; name the new one: - model-compare: {catalog: others}\n"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("mkdocs.yml", "a: [\n", "mkdocs.yml:2:1: "),
        ("../mkdocs.yml", "site_name: A\n", "there is no mkdocs.yml here, and one in "),
    ],
)
def test_a_project_that_cannot_be_meant_ends_with_2_and_makes_nothing(here, monkeypatch, file, text, message):
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    Path(file).write_text(text)
    before = contents(here)
    result = init()
    assert (result.exit_code, result.stdout, contents(here)) == (2, "", before)
    assert f"Error: {message}" in result.stderr


def test_every_shipped_file_says_in_its_first_line_which_schema_it_follows():
    for path in STARTER.rglob("*.yml"):
        kind = "model" if path.parent.name == "models" else path.stem
        assert path.read_text("utf-8").partition("\n")[0] == editor_line(kind)


def test_every_shipped_fact_has_a_source():
    for path in STARTER.glob("models/*.yml"):
        shipped = yaml.safe_load(path.read_text("utf-8"))
        assert shipped["provenance"]["default"] in shipped["sources"]
        assert all("url" in source and "retrieved" in source for source in shipped["sources"].values())


def test_the_shipped_catalog_is_all_that_is_written(here):
    init()
    assert contents(here / "data") == contents(STARTER)
