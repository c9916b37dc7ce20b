"""Text of the catalog → text in HTML, remembered, since names, ids and words are shown many times over."""

from functools import lru_cache

from markupsafe import Markup
from markupsafe import escape as _escape


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    return str(_escape(text))


def safe(html: str) -> Markup:
    """HTML in which everything from the catalog has been escaped."""
    return Markup(html)  # noqa: S704 - made by this package, from escaped parts only
