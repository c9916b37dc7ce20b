"""A made page's HTML in little memory: MkDocs keeps that of all pages from the first to the last, some 100 KB each."""

from __future__ import annotations

import zlib
from typing import ClassVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from .converters import Converters

# The quickest: eight times smaller already.
_LEVEL = 1


class MadePage(Page):
    """Its content is packed when that of another made page is asked for. Whoever reads or sets it sees none of this."""

    _unpacked: ClassVar[MadePage | None] = None
    _text: str | None = None
    _packed: bytes | None = None
    _converters: Converters | None = None

    @classmethod
    def of(cls, file: File, config: MkDocsConfig, converters: Converters) -> MadePage:
        """In the place of the page that MkDocs made of the file."""
        page = cls(None, file, config)
        page._converters = converters
        return page

    def render(self, config: MkDocsConfig, files: Files) -> None:
        if self._converters is None:
            super().render(config, files)
        else:
            self._converters.render(self, config, files)

    @property
    def content(self) -> str | None:
        if self._text is None and self._packed is not None:
            self._take_turn()
            self._text = zlib.decompress(self._packed).decode("utf-8", "surrogatepass")
        return self._text

    @content.setter
    def content(self, html: str | None) -> None:
        self._take_turn()
        self._text, self._packed = html, None

    def _take_turn(self) -> None:
        last, MadePage._unpacked = MadePage._unpacked, self
        if last is not None and last is not self:
            last.pack()

    @property
    def packed(self) -> bytes | None:
        """The content where it was packed and has not been set since; it can be given back with the same content."""
        return self._packed

    @packed.setter
    def packed(self, packed: bytes | None) -> None:
        self._packed = packed

    def pack(self) -> None:
        """What was packed before and is still the same is not packed again."""
        if self._text is not None and self._packed is None:
            self._packed = zlib.compress(self._text.encode("utf-8", "surrogatepass"), _LEVEL)
        self._text = None
