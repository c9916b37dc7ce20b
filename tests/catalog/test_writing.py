"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from mkdocs_model_compare.catalog.writing import UnwritableError, write_all, write_whole


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_with_its_folders(tmp_path):
    write_whole(tmp_path / "a" / "b.yml", b"name: B\r\n")
    assert (tmp_path / "a" / "b.yml").read_bytes() == b"name: B\r\n"
    assert names(tmp_path / "a") == ["b.yml"]


def test_a_new_file_has_the_rights_that_an_opened_one_would_have(tmp_path):
    (tmp_path / "opened").write_bytes(b"")
    write_whole(tmp_path / "written", b"")
    assert (tmp_path / "written").stat().st_mode == (tmp_path / "opened").stat().st_mode


def test_a_file_that_was_there_keeps_its_rights(tmp_path):
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_link_stays_one(tmp_path):
    (tmp_path / "real.yml").write_bytes(b"old")
    (tmp_path / "link.yml").symlink_to("real.yml")
    write_whole(tmp_path / "link.yml", b"new")
    assert (tmp_path / "link.yml").is_symlink()
    assert (tmp_path / "real.yml").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, step, full)
    with pytest.raises(UnwritableError) as caught:
        write_whole(path, b"new")
    assert str(caught.value) == (
        f"{path}: cannot be written (No space left on device); make room there, or name another folder"
    )
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yml"]


def test_of_files_that_belong_together_none_is_written_where_one_cannot_be(tmp_path):
    (tmp_path / "b").write_bytes(b"")
    with pytest.raises(UnwritableError) as caught:
        write_all({tmp_path / "a.yml": b"a", tmp_path / "b" / "c" / "d.yml": b"d"})
    assert str(caught.value) == (
        f"{tmp_path}/b/c/d.yml: cannot be written (Not a directory); "
        f"{tmp_path}/b is a file where a folder is needed; move it away"
    )
    assert names(tmp_path) == ["b"]


def test_a_folder_in_the_place_of_a_file_is_left_alone(tmp_path):
    (tmp_path / "a.yml").mkdir()
    with pytest.raises(UnwritableError) as caught:
        write_whole(tmp_path / "a.yml", b"a")
    assert str(caught.value) == (
        f"{tmp_path}/a.yml: cannot be written (Is a directory); move away the folder of this name"
    )


def test_a_folder_of_another_owner_is_named(tmp_path, monkeypatch):
    def denied(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    with pytest.raises(UnwritableError) as caught:
        write_whole(tmp_path / "a.yml", b"a")
    assert str(caught.value) == (
        f"{tmp_path}/a.yml: cannot be written (Permission denied); make it writable for you, or name another folder"
    )
