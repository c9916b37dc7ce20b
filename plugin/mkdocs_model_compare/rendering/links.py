"""Where links may lead, and what the pages of the site offer to link to.

A shell that knows the site gives its own pages, others give none.
"""

import re
from dataclasses import dataclass
from typing import Protocol

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Where an address that a curator wrote may lead.
SAFE_SCHEMES = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`url` is relative to the page that shows it."""

    title: str
    url: str


class Links(Protocol):
    """Pages of the site, seen from one page."""

    def comparisons(self, models: tuple[str, ...]) -> tuple[Link, ...]:
        """Other pages with a comparison of at least one of these models (ids), the closest first."""

    def model_page(self, model: str) -> str | None:
        """The address of the page about the model with this id."""

    def resolve(self, url: str) -> str:
        """An address written by a curator (`getting-started.md#install`), as the page must link it."""


class NoLinks:
    """For a host that shows one page and knows no other."""

    def comparisons(self, models: tuple[str, ...]) -> tuple[Link, ...]:  # noqa: ARG002 - the protocol's shape
        return ()

    def model_page(self, model: str) -> str | None:  # noqa: ARG002 - the protocol's shape
        return None

    def resolve(self, url: str) -> str:
        return url
