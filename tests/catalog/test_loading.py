"""A reader that is kept reads what changed, sees what came and went, and keeps the models that stayed as they were."""

import os
from datetime import date
from pathlib import Path

import pytest

from benchmarks.make_catalog import write_catalog
from mkdocs_model_compare.catalog import loading
from mkdocs_model_compare.catalog.files import read_file
from mkdocs_model_compare.catalog.loading import CatalogReader, load_catalog
from mkdocs_model_compare.errors import CatalogError, Place
from tests.catalog.folders import BASE, TODAY, read, report, write

ROUTED = (
    "name: A\ndeveloper: Lab\nlicense: mit\nroutes: [{provider: acme}]\nbenchmarks: [{benchmark: exam, score: 5}]\n"
)


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, {"models/a.yml": ROUTED})


@pytest.fixture
def reader(folder):
    return CatalogReader(folder, shown_as="data")


def change(path: Path, text: str) -> None:
    """Write a file and move its time on, as a later edit does."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    later = max(path.stat().st_mtime_ns, before) + 1_000_000
    os.utime(path, ns=(later, later))


def test_models_are_sorted_by_id_and_found_by_alias(reader):
    catalog = reader.read(TODAY)
    assert list(catalog.models) == ["a", "b"]
    assert catalog.find("bee") is catalog.models["b"]
    assert dict(catalog.ids) == {"a": "a", "b": "b", "bee": "b"}


def test_the_files_are_those_that_were_read(folder, reader):
    reader.read(TODAY)
    assert reader.files == tuple(sorted(folder / name for name in BASE))


def test_only_changed_files_are_read_again(folder, reader, monkeypatch):
    reader.read(TODAY)
    again: list[str] = []

    def read_and_note(kind, path, *rest):
        again.append(path)
        return read_file(kind, path, *rest)

    monkeypatch.setattr(loading, "read_file", read_and_note)
    change(folder / "models" / "b.yml", "name: New\ndeveloper: Lab\n")
    assert reader.read(TODAY).models["b"].name == "New"
    assert again == ["models/b.yml"]


def test_an_unchanged_model_stays_the_same_object(folder, reader):
    before = reader.read(TODAY)
    change(folder / "models" / "b.yml", "name: New\ndeveloper: Lab\n")
    after = reader.read(TODAY)
    assert after.models["a"] is before.models["a"]
    assert after.models["b"] is not before.models["b"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("providers.yml", "acme: {name: Acme Cloud}\n"),
        ("licenses.yml", "mit: {name: MIT, openness: open-weights}\n"),
        ("benchmarks.yml", "exam: {name: Exam, unit: score}\n"),
        ("catalog.yml", "capabilities: {audio: {name: Audio}}\n"),
    ],
)
def test_a_model_is_made_anew_when_what_it_refers_to_changes(folder, reader, name, text):
    before = reader.read(TODAY)
    change(folder / name, text)
    assert reader.read(TODAY).models["a"] is not before.models["a"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("providers.yml", "acme: {name: Acme, kind: cloud}\nglobex: {name: Other}\n"),
        ("licenses.yml", f"{BASE['licenses.yml']}own: {{name: Own, openness: proprietary}}\n"),
        ("benchmarks.yml", "exam: {name: Exam, unit: percent}\n"),
        ("catalog.yml", "signals: {price: 9}\n"),
    ],
)
def test_a_model_stays_when_something_else_in_those_files_changes(folder, reader, name, text):
    before = reader.read(TODAY)
    change(folder / name, text)
    after = reader.read(TODAY)
    assert after.models["a"] is before.models["a"]


def test_a_model_is_made_anew_when_the_alias_of_its_successor_moves(folder, reader):
    change(folder / "models" / "a.yml", "name: A\ndeveloper: Lab\nsuccessor: bee\n")
    assert reader.read(TODAY).models["a"].successor == "b"
    change(folder / "models" / "b.yml", "name: B\ndeveloper: Lab\n")
    change(folder / "models" / "c.yml", "name: C\ndeveloper: Lab\naliases: [bee]\n")
    assert reader.read(TODAY).models["a"].successor == "c"


def test_added_deleted_and_renamed_files_are_seen(folder, reader):
    reader.read(TODAY)
    change(folder / "models" / "new.yaml", "name: New\ndeveloper: Lab\n")
    assert list(reader.read(TODAY).models) == ["a", "b", "new"]
    (folder / "models" / "b.yml").unlink()
    assert list(reader.read(TODAY).models) == ["a", "new"]
    (folder / "models" / "new.yaml").rename(folder / "models" / "newer.yaml")
    assert list(reader.read(TODAY).models) == ["a", "newer"]


def test_a_catalog_can_be_broken_and_repaired(folder, reader):
    before = reader.read(TODAY)
    change(folder / "models" / "b.yml", "name: [\n")
    with pytest.raises(CatalogError):
        reader.read(TODAY)
    with pytest.raises(CatalogError):
        reader.read(TODAY)
    change(folder / "models" / "b.yml", BASE["models/b.yml"])
    after = reader.read(TODAY)
    assert after.models["a"] is before.models["a"]
    assert after.models["b"] == before.models["b"]


def test_a_file_with_another_size_at_the_same_time_is_read_again(folder, reader):
    reader.read(TODAY)
    path = folder / "models" / "b.yml"
    stamp = path.stat().st_mtime_ns
    path.write_text("name: Longer\ndeveloper: Lab\n", encoding="utf-8")
    os.utime(path, ns=(stamp, stamp))
    assert reader.read(TODAY).models["b"].name == "Longer"


def test_a_review_becomes_right_when_its_day_comes(folder, reader):
    change(folder / "models" / "b.yml", "name: B\ndeveloper: Lab\nreviewed: 2026-11-23\n")
    with pytest.raises(CatalogError):
        reader.read(date(2026, 11, 22))
    assert reader.read(date(2026, 11, 23)).models["b"].reviewed == date(2026, 11, 23)


def test_subfolders_and_both_suffixes_are_fine_and_do_not_change_an_id(tmp_path):
    model = "name: X\ndeveloper: Lab\n"
    files = {"models/lab/deep/x.yaml": model, "models/模型-é.YML": model, "comparisons/sub/y.yaml": "models: [a, x]\n"}
    catalog = read(tmp_path, files)
    assert list(catalog.models) == ["a", "b", "x", "模型-é"]
    assert len(catalog.remarks) == 1


def test_an_id_has_composed_letters_however_the_file_s_name_is_stored(tmp_path):
    assert "é" in read(tmp_path, {"models/e\u0301.yml": "name: E\ndeveloper: Lab\n"}).models


def test_hidden_files_and_what_editors_leave_are_not_read(tmp_path):
    junk = dict.fromkeys(("models/.x.yml", "models/#x.yml#", "models/~x.yml", "models/x.yml~", "models/.d/x.yml"), "[")
    assert list(read(tmp_path, {**junk, "models/notes.txt": "["}).models) == ["a", "b"]


def test_files_beside_the_models_may_be_absent(tmp_path):
    catalog = read(tmp_path, {"providers.yml": None, "licenses.yml": None, "benchmarks.yml": None})
    assert (dict(catalog.providers), dict(catalog.licenses), dict(catalog.benchmarks)) == ({}, {}, {})


def test_files_beside_the_models_become_values(reader):
    catalog = reader.read(TODAY)
    assert (catalog.providers["acme"].kind, catalog.providers["globex"].kind) == ("cloud", None)
    assert catalog.benchmarks["arena"].higher_is_better is True
    assert catalog.licenses["mit"].commercial_use == "permitted"


def test_a_comparison_names_models_by_id_whatever_it_was_written_with(tmp_path):
    text = (
        "models: [bee, a]\n"
        "note: Checked by hand.\n"
        "faq: [{question: 'Which?', answer: This one.}]\n"
        "expect: {cheapest: bee, has: {bee: vision, a: [reasoning, tool_use]}, coding: a}\n"
    )
    remark = read(tmp_path, {"comparisons/x.yml": text}).remark(("a", "b"))
    assert remark is not None
    assert (remark.models, remark.note, remark.faq) == (("b", "a"), "Checked by hand.", (("Which?", "This one."),))
    assert dict(remark.expect) == {
        "cheapest": "b",
        "has": {"b": ("vision",), "a": ("reasoning", "tool_use")},
        "coding": "a",
    }
    assert remark.place == "data/comparisons/x.yml"
    assert remark.places["expect.cheapest"] == Place(path="data/comparisons/x.yml", line=4, column=20)


def test_paths_are_shown_as_given_when_nothing_else_is_said(tmp_path):
    write(tmp_path, {"models/a.yml": ""})
    with pytest.raises(CatalogError) as caught:
        load_catalog(tmp_path, TODAY)
    assert caught.value.problems[0].place.path == f"{tmp_path.as_posix()}/models/a.yml"


def test_a_missing_folder_is_reported(tmp_path):
    with pytest.raises(CatalogError) as caught:
        CatalogReader(tmp_path / "none", shown_as="data").read(TODAY)
    assert str(caught.value) == (
        "data: there is no such folder; expected the catalog's, with models/ in it; make it, or correct the path"
    )


def test_a_catalog_without_models_folder_is_reported(tmp_path):
    assert report(tmp_path, {"models/a.yml": None, "models/b.yml": None}) == (
        "data/models: there is no such folder; expected one with a YAML file for each model; make it, "
        "or correct the path"
    )


def test_a_folder_with_the_name_of_a_file_is_reported(tmp_path):
    (tmp_path / "models" / "x.yml").mkdir(parents=True)
    (tmp_path / "providers.yml").mkdir()
    assert report(tmp_path, {"providers.yml": None}) == (
        "data/models/x.yml: this is a folder; expected a file; rename the folder\n"
        "data/providers.yml: this is not a file; expected a YAML file; rename or remove it"
    )


def test_a_link_to_itself_is_reported(tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "x.yml").symlink_to("x.yml")
    (tmp_path / "models" / "loop").symlink_to(".")
    assert report(tmp_path, {}) == (
        "data/models/x.yml: cannot be read (Too many levels of symbolic links); expected a readable file; "
        "check the link or the rights"
    )


def test_a_pipe_is_not_waited_for(tmp_path):
    (tmp_path / "models").mkdir()
    os.mkfifo(tmp_path / "models" / "x.yml")
    assert report(tmp_path, {}) == ("data/models/x.yml: this is not a file; expected a YAML file; rename or remove it")


def test_a_file_that_vanishes_or_is_locked_while_it_is_read_is_reported(tmp_path, monkeypatch):
    write(tmp_path, {})

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(CatalogError) as caught:
        CatalogReader(tmp_path, shown_as="data").read(TODAY)
    assert str(caught.value.problems[0]) == (
        "data/benchmarks.yml: cannot be read (Permission denied); expected a readable file; "
        "check the link or the rights"
    )
    assert len(caught.value.problems) == len(BASE)


@pytest.mark.parametrize(
    ("locked", "seen", "others"), [(".", "data", 0), ("models", "data/models", 0), ("models", "data/models", 1)]
)
def test_a_folder_that_may_not_be_looked_into_is_reported_with_all_else(tmp_path, monkeypatch, locked, seen, others):
    write(tmp_path, {"providers.yml": "acme: {name: Acme, kind: shop}\n"} if others else {})
    scandir = os.scandir

    def refuse(folder):
        if Path(folder) == tmp_path / locked:
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(CatalogError) as caught:
        CatalogReader(tmp_path, shown_as="data").read(TODAY)
    assert len(caught.value.problems) == 1 + others
    assert str(caught.value.problems[0]) == (
        f"{seen}: cannot be read (Permission denied); expected a readable folder; check the link or the rights"
    )


def test_the_catalog_of_the_benchmarks_is_right(tmp_path):
    write_catalog(tmp_path, models=30)
    catalog = load_catalog(tmp_path, date(2026, 11, 30))
    assert len(catalog.models) == 30
    assert {len(model.routes) for model in catalog.models.values()} == {3}
