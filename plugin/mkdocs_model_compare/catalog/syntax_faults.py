"""What a fault of YAML's syntax most likely is, and the edit that mends it.

The parser's own words name its grammar, which helps only those who know it by heart.
"""

import re
from contextlib import suppress
from dataclasses import dataclass

import yaml

_INDENTATION = "expected the same indentation as its neighbours; align it"
_DOCUMENTS = (
    'a second document begins here; expected one document in a file; remove the "---" and what follows, or move it to '
    "a file of its own"
)
_OPEN_QUOTE = "a quote is opened here and never closed; expected its end; close it"
_AFTER_QUOTE = (
    "text follows a value in quotes; expected a comma or the end of the line; put all of it into quotes of the other "
    "kind, or add the comma"
)
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
    if (quoted := _quoted_before(mark, text)) is not None:
        # Where a quote is left open, the next one in the file closes it, lines below.
        is_open = quoted.start_mark.line < quoted.end_mark.line
        return (quoted.start_mark, _OPEN_QUOTE) if is_open else (mark, _AFTER_QUOTE)
    for one in _EXPLANATIONS:
        if one.words in words:
            return (error.context_mark or mark if one.at_start else mark), one.message
    return (
        mark,
        f"this is not YAML ({words.strip()}); expected YAML; check indentation, quotes and brackets around here",
    )


def _quoted_before(mark: yaml.Mark | None, text: str) -> yaml.ScalarToken | None:
    """The value in quotes that the text at the mark follows on its line."""
    if mark is None or not text[: mark.index].rstrip(" ").endswith(("'", '"')):
        return None
    before = None
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.start_mark.index >= mark.index:
                break
            before = token
    return before if isinstance(before, yaml.ScalarToken) and not before.plain else None


def _unstartable(sign: str) -> str:
    if sign == "\t":
        return "a tab; expected spaces, the only indentation that YAML takes; replace it by spaces"
    return f"a value begins with {sign}, a sign of YAML's own; expected text; put the value in quotes"


def cut_number(key: yaml.ScalarNode, mapping: yaml.MappingNode) -> str | None:
    """What is wrong with a number that is read as a key without a value, where a decimal comma has cut it off."""
    values = [value.value for _, value in mapping.value]
    at = next(index for index, (node, _) in enumerate(mapping.value) if node is key)
    cut = f"{values[at - 1]}.{key.value}" if at and not values[at] else ""
    if not re.fullmatch(r"[0-9]+\.[0-9]+", cut):
        return None
    return f'a comma stands inside a number; expected "key: value" after a comma; write {cut}'
