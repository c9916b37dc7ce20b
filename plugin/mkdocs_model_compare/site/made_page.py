"""A made page's HTML in little memory: MkDocs keeps that of all pages from the first to the last, some 100 KB each."""

from __future__ import annotations

from typing import ClassVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from .converters import Converters
from .shelf import Place, Shelf


class MadePage(Page):
    """Its content is put away when that of another one is asked for. Whoever reads or sets it sees none of this."""

    _at_hand: ClassVar[MadePage | None] = None
    _text: str | None = None
    _place: Place | None = None
    _shelf: Shelf
    _converters: Converters | None = None

    @classmethod
    def of(cls, file: File, config: MkDocsConfig, converters: Converters, shelf: Shelf) -> MadePage:
        """In the place of the page that MkDocs made of the file."""
        page = cls(None, file, config)
        page._converters = converters
        page._shelf = shelf
        return page

    def render(self, config: MkDocsConfig, files: Files) -> None:
        if self._converters is None:
            super().render(config, files)
        else:
            self._converters.render(self, config, files)

    @property
    def content(self) -> str | None:
        if self._text is None and self._place is not None:
            self._take_turn()
            self._text = self._shelf.get(self._place)
        return self._text

    @content.setter
    def content(self, html: str | None) -> None:
        self._take_turn()
        self._text, self._place = html, None

    def _take_turn(self) -> None:
        last, MadePage._at_hand = MadePage._at_hand, self
        if last is not None and last is not self:
            last.put_away()

    @property
    def place(self) -> Place | None:
        """Where the content is put away, if it was and has not been set since; it can be given back with the same."""
        return self._place

    @place.setter
    def place(self, place: Place | None) -> None:
        self._place = place

    def put_away(self) -> None:
        """What was put away before and is still the same is not written again."""
        if self._text is not None and self._place is None:
            self._place = self._shelf.put(self._text)
        self._text = None
