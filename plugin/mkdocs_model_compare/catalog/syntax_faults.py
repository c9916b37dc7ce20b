"""What a fault of YAML's syntax most likely is, and the edit that mends it.

The parser's own words name its grammar, which helps only those who know it by heart.
"""

import yaml

# Part of the parser's words → what is wrong; what was expected; what to do.
_EXPLANATIONS = (
    ("mapping values are not allowed", 'a ": " stands inside a value; expected one key on a line; put the value in quotes or check the indentation'),
    ("could not find expected ':'", 'a line without ": "; expected "key: value"; add the colon and a space, or check the indentation'),
    ("found duplicate anchor", "an anchor (&name) is defined twice; expected each once; write the values out"),
    ("found undefined alias", "an alias (*name) without its anchor (&name); expected a plain value; write it out, in quotes if it begins with *"),
    ("expected a single document", 'a second document begins here; expected one document in a file; remove the "---" and what follows, or move it to a file of its own'),
    ("but found another document", 'a second document begins here; expected one document in a file; remove the "---" and what follows, or move it to a file of its own'),
    ("expected <document start>", 'a second document begins here; expected one document in a file; remove what follows the end of the first'),
    ("found unknown escape character", "an unknown backslash escape in double quotes; expected plain text; use single quotes"),
    ("found unexpected end of stream", "a quote is opened and never closed; expected its end; close it"),
    ("found unexpected document separator", "a quote is opened and never closed; expected its end; close it"),
    ("expected ',' or ']'", 'a "[" is not closed; expected "," or "]"; close it'),
    ("expected ',' or '}'", 'a "{" is not closed; expected "," or "}"; close it'),
    ("expected the node content", "a value is missing or begins with a sign of YAML's own; expected a value; write it, in quotes if it begins with a special sign"),
    ("expected <block end>", "the line does not continue what is above it; expected the same indentation as its neighbours; align it, or put the value above in quotes"),
    ("block sequence entries are not allowed", 'a "- " stands where no list can begin; expected it on a line of its own; move it to the next line'),
    ("block mapping", "the line does not continue what is above it; expected the same indentation as its neighbours; align it"),
    ("could not determine a constructor", "a YAML tag is not followed; expected a plain value; remove the tag"),
    ("undefined tag handle", "a YAML tag is not followed; expected a plain value; remove it, or put the value in quotes"),
)


def explained(error: yaml.MarkedYAMLError, text: str) -> str:
    """What is wrong; what was expected; what to do."""
    mark = error.problem_mark or error.context_mark
    found = text[mark.index : mark.index + 1] if mark is not None and mark.index is not None else ""
    words = f"{error.context or ''} {error.problem or ''}"
    if "cannot start any token" in words and found:
        return _unstartable(found)
    for part, explanation in _EXPLANATIONS:
        if part in words:
            return explanation
    return f"this is not YAML ({words.strip()}); expected YAML; check indentation, quotes and brackets around here"


def _unstartable(sign: str) -> str:
    if sign == "\t":
        return "a tab; expected spaces, the only indentation YAML takes; replace it by spaces"
    return f"a value begins with {sign}, a sign of YAML's own; expected text; put the value in quotes"
