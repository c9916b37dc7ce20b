"""What a fault of YAML's syntax most likely is, and the edit that mends it.

The parser's own words name its grammar, which helps only those who know it by heart.
"""

from dataclasses import dataclass

import yaml

_INDENTATION = "expected the same indentation as its neighbours; align it"
_DOCUMENTS = (
    'a second document begins here; expected one document in a file; remove the "---" and what follows, or move it to '
    "a file of its own"
)
_OPEN_QUOTE = "a quote is opened here and never closed; expected its end; close it"
_TAG = "a YAML tag is not followed; expected a plain value; remove the tag, or put the value in quotes"


@dataclass(frozen=True, slots=True)
class _Explanation:
    """`words` are part of the parser's; `at_start`: the place to mend is where it began, not where it gave up."""

    words: str
    message: str
    at_start: bool = False


_EXPLANATIONS = (
    _Explanation(
        "mapping values are not allowed",
        'a ": " stands inside a value; expected one key on a line; put the value in quotes, or check the indentation',
    ),
    _Explanation(
        "could not find expected ':'",
        'this line has no ": "; expected "key: value"; add the colon and a space, or check the indentation',
        at_start=True,
    ),
    _Explanation(
        "found duplicate anchor", "an anchor (&name) is defined twice; expected each once; rename one of them"
    ),
    _Explanation(
        "found undefined alias",
        "an alias (*name) without its anchor (&name); expected a value; write it out, in quotes if it begins with *",
    ),
    _Explanation("but found another document", _DOCUMENTS),
    _Explanation("expected '<document start>'", _DOCUMENTS),
    _Explanation(
        "found unknown escape character",
        "an unknown backslash escape in double quotes; expected plain text; use single quotes",
    ),
    _Explanation("found unexpected end of stream", _OPEN_QUOTE, at_start=True),
    _Explanation("found unexpected document separator", _OPEN_QUOTE, at_start=True),
    _Explanation("expected ',' or ']'", 'this "[" is not closed; expected "," or "]"; close it', at_start=True),
    _Explanation("expected ',' or '}'", 'this "{" is not closed; expected "," or "}"; close it', at_start=True),
    _Explanation(
        "expected the node content, but found '<stream end>'",
        'the file ends inside of "[" or "{"; expected "]" or "}"; close it',
    ),
    _Explanation(
        "expected the node content",
        "a sign of YAML's own stands where a value is expected; expected a value; write it, in quotes if it is text",
    ),
    _Explanation("expected <block end>", f"this does not continue what is above it; {_INDENTATION}"),
    _Explanation(
        "sequence entries are not allowed",
        'a "- " stands where no list can begin; expected it on a line of its own; move it to the next line',
    ),
    _Explanation("found undefined tag handle", _TAG),
    _Explanation("while scanning a tag", _TAG),
)


def explained(error: yaml.MarkedYAMLError, text: str) -> tuple[yaml.Mark | None, str]:
    """The place to mend, and: what is wrong; what was expected; what to do."""
    mark = error.problem_mark or error.context_mark
    words = f"{error.context or ''} {error.problem or ''}"
    found = text[mark.index : mark.index + 1] if mark is not None else ""
    if "cannot start any token" in words and found:
        return mark, _unstartable(found)
    for one in _EXPLANATIONS:
        if one.words in words:
            return (error.context_mark or mark if one.at_start else mark), one.message
    return (
        mark,
        f"this is not YAML ({words.strip()}); expected YAML; check indentation, quotes and brackets around here",
    )


def _unstartable(sign: str) -> str:
    if sign == "\t":
        return "a tab; expected spaces, the only indentation that YAML takes; replace it by spaces"
    return f"a value begins with {sign}, a sign of YAML's own; expected text; put the value in quotes"
