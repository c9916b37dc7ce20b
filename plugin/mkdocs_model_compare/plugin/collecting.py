"""When Python looks for garbage in a build: after some pages, and only in what these have left.

By itself it does so thousands of times, and each time some share of all that lives: of the facts, and of what MkDocs
keeps of every page. So a page cost the more the more pages there were, at 3,000 a fifth of the build.
"""

from __future__ import annotations

import atexit
import gc

# A page's Markdown leaves some 100 objects that only hold each other, and other plugins leave theirs.
_PAGES = 25
# Who makes very many without any page is still looked after.
_OBJECTS = 100_000


class Collecting:
    """Of one build at a time.

    A server puts aside the facts alone, and once: what each of its builds leaves must be found in time.
    """

    def __init__(self) -> None:
        self._pages = 0
        self._thresholds: tuple[int, ...] | None = None
        self._serving = False

    def begin(self, *, serving: bool) -> None:
        """To be called when the catalog was read."""
        if self._serving:
            return
        self._serving = serving
        if not serving and self._thresholds is None:
            self._thresholds = gc.get_threshold()
            gc.set_threshold(_OBJECTS, *self._thresholds[1:])
        gc.freeze()

    def page_done(self) -> None:
        self._pages += 1
        if self._thresholds is not None and self._pages % _PAGES == 0:
            gc.collect()
            gc.freeze()

    def end(self) -> None:
        if self._thresholds is not None:
            gc.set_threshold(*self._thresholds)
            self._thresholds = None
            gc.unfreeze()
            # Else a process that ends with the build looks through all of it once more before it goes.
            atexit.unregister(gc.freeze)
            atexit.register(gc.freeze)
