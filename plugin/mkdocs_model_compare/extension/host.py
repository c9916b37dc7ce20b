"""What the Markdown extension needs from the program around it, as a protocol.

The MkDocs plugin is one host; `standalone.py` has the one for programs that know nothing but Python-Markdown.
"""

from dataclasses import dataclass
from typing import Protocol

from mkdocs_model_compare.rendering.links import Links
from mkdocs_model_compare.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """The page that is being converted: `path` as warnings show it, `text` as in the file, front matter and all."""

    path: str
    text: str


class Host(Protocol):
    """Asked anew for every page, so that one extension can serve a whole site and its rebuilds."""

    @property
    def renderer(self) -> Renderer:
        """The renderer over the catalog.

        Raises:
            CompareError: the catalog cannot be used. The host has reported it already; the extension only shows it.
        """

    @property
    def links(self) -> Links:
        """The site's pages, seen from the one that is being converted."""

    @property
    def page(self) -> SourcePage | None:
        """Read only when a macro failed, to find its line. None: the host has no file; the converted text is used."""

    @property
    def issue_form(self) -> str:
        """The form in which a reader can report a mistake (`rendering/reporting.py`), empty where there is none."""

    @property
    def inline_assets(self) -> bool:
        """Whether the extension puts the styles and the script into each page, as the host does not."""

    def warn(self, text: str) -> None:
        """Report one mistake in a page; `text` begins with its place and can have several lines."""
