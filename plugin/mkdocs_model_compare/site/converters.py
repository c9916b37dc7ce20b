"""One Markdown converter for all made pages of a build: MkDocs makes one for each, half the work of its theme.

Python-Markdown is meant to be used so (`Markdown.reset`). An author's pages have converters of their own as ever, since
an extension that forgets to begin anew would show there.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType, SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


class Converters:
    """Gives the converter of one page to the next, as long as they ask for the same."""

    def __init__(self) -> None:
        self._make: Callable[..., Any] | None = None
        self._kept: tuple[dict[str, Any], Any] | None = None
        self._render = self._rendering()

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """As the host renders a page."""
        self._render(page, config, files)

    def _rendering(self) -> Callable[[Page, MkDocsConfig, Files], None]:
        """The host's own function, in which the name of Markdown's class means what is kept here; nobody else sees it.

        The function as it is, where another plugin has put its own there.
        """
        render = Page.render
        if not isinstance(render, FunctionType) or render.__closure__ or "markdown" not in render.__globals__:
            return render
        self._make = render.__globals__["markdown"].Markdown
        return FunctionType(render.__code__, {**render.__globals__, "markdown": SimpleNamespace(Markdown=self._given)})

    def _given(self, **asked: Any) -> Any:
        assert self._make is not None
        if self._kept is None or self._kept[0] != asked:
            self._kept = (asked, self._make(**asked))
        # What the host registers for one page takes, by its name, the place of what it did for the last.
        return self._kept[1].reset()
