"""Text of the catalog → text in HTML, remembered, since names, ids and words are shown many times over."""

import json
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from markupsafe import escape as _escape

# ✓, ✕, ▲ and †. Written out, any one of them would have Python hold and search the whole page at twice its size.
CHECK, CROSS, TRIANGLE, DAGGER = "&#10003;", "&#10005;", "&#9650;", "&#8224;"


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    return str(_escape(text))


def put(value: Any) -> str:
    """What a template prints: text is escaped, HTML is not."""
    kind = value.__class__
    if kind is str:
        return escape(value)
    html: str = value if kind is Markup else value.__html__() if hasattr(value, "__html__") else escape(str(value))
    return html


def safe(html: str) -> Markup:
    """HTML in which everything from the catalog has been escaped."""
    # As `Markup(html)`, which would first ask the text whether it is HTML already.
    return str.__new__(Markup, html)


def json_in_quotes(data: Any) -> str:
    """JSON that can stand in an attribute between single quotes as it is.

    What could end or open anything there is spelt as JSON spells it, so that its many double quotes need no escaping.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "&<>'":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
