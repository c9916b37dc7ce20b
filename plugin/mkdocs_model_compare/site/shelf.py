"""Where texts are put that are long, many and not needed for a while: a file without a name, which goes with the build.

To pack each in memory took longer than to find a page's place in the theme.
"""

from __future__ import annotations

import weakref
from io import FileIO
from tempfile import TemporaryFile

# Where it begins and how long it is; or the text itself, where there was no room for it on the disk.
Place = tuple[int, int] | bytes


class Shelf:
    def __init__(self) -> None:
        self._end = 0
        self._file = _opened()
        if self._file is not None:
            weakref.finalize(self, self._file.close)

    def put(self, text: str) -> Place:
        packed = text.encode("utf-8", "surrogatepass")
        try:
            return self._written(packed)
        except OSError:
            return packed

    def get(self, place: Place) -> str:
        packed = place if isinstance(place, bytes) else self._read(*place)
        return packed.decode("utf-8", "surrogatepass")

    def _written(self, packed: bytes) -> Place:
        if self._file is None:
            return packed
        self._file.seek(self._end)
        if self._file.write(packed) != len(packed):
            return packed
        place = self._end, len(packed)
        self._end += len(packed)
        return place

    def _read(self, start: int, length: int) -> bytes:
        assert self._file is not None
        self._file.seek(start)
        return self._file.read(length)


def _opened() -> FileIO | None:
    try:
        # No buffer: what cannot be written is not to be tried again when the file is closed.
        return TemporaryFile(prefix="model-compare-", buffering=0)
    except OSError:
        return None
