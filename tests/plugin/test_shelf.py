"""Long texts are put away in a file without a name, and come back as they were, wherever there is room for them."""

import tempfile
from io import BytesIO

import pytest

from mkdocs_model_compare.site import shelf
from mkdocs_model_compare.site.shelf import Shelf

TEXTS = ("", "plain", "Größe → 12 \N{CHECK MARK}", "a half of a pair: \ud83d", "x" * 100_000)


def test_every_text_comes_back_as_it_was_in_any_order():
    shelf = Shelf()
    places = [shelf.put(text) for text in TEXTS]
    assert [shelf.get(place) for place in reversed(places)] == [*reversed(TEXTS)]
    more = shelf.put("and one after reading")
    assert [shelf.get(more), *map(shelf.get, places)] == ["and one after reading", *TEXTS]


def test_they_are_not_in_memory():
    assert Shelf().put("x" * 1000) == (0, 1000)


def test_where_no_file_can_be_made_they_are(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not-there"))
    shelf = Shelf()
    assert [shelf.get(shelf.put(text)) for text in TEXTS] == [*TEXTS]


@pytest.mark.parametrize("fault", ["full", "cut"])
def test_what_there_is_no_room_for_is_too(monkeypatch, fault):
    class Full(BytesIO):
        """A disk on which there is room for no more than ten bytes at once."""

        def write(self, text):
            if len(text) > 10 and fault == "full":
                raise OSError(28, "No space left on device")
            return super().write(text[:10])

    monkeypatch.setattr(shelf, "_opened", Full)
    kept = Shelf()
    texts = ("first", "far more than that", "third")
    places = [kept.put(text) for text in texts]
    assert places == [(0, 5), b"far more than that", (5, 5)]
    assert tuple(map(kept.get, places)) == texts
