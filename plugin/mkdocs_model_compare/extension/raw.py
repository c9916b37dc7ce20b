"""Macros in HTML that Markdown does not enter, where they would otherwise be printed as they are."""

import re

from mkdocs_model_compare.macros import Found, calls_at

# What is left alone there: comments, code, scripts, and the attributes of tags. The lookbehind keeps the second `<` of
# a macro without spaces, `<<fact(…)>>`, from passing for a tag.
_LEFT_ALONE = re.compile(
    r"""
    <!--.*?-->
    | <(?P<tag>script|style|pre|code|textarea|kbd|samp|svg|math)\b.*?</(?P=tag)\s*>
    | (?<!<)</?[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def macros_in_html(html: str) -> tuple[Found, ...]:
    """The macros in the text of a piece of HTML, in order."""
    return tuple(calls_at(_LEFT_ALONE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), html)))
