"""A page's source with everything blanked out in which a macro is left alone: code, comments and front matter.

Offsets and line breaks stay as they are, so that a place found in the result is a place in the source.
"""

import re

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"(?P<lead>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(?P<fence>`{3,}|~{3,})(?P<info>.*)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
# What can hold text indented by four: list items, admonitions and details, tabs, footnotes and definitions.
_CONTAINER = re.compile(r"(?:[-*+]|\d+[.)])[ ]|!!!|\?\?\?|===|\[\^[^\]]+\]:|:[ ]{1,3}\S|///")
_INDENT = 4


def without_code(text: str) -> str:
    """The text with code, comments and front matter as blanks, of the same length."""
    text = _blanked(_FRONT_MATTER, text)
    lines = text.split("\n")
    _blank_fences(lines)
    _blank_indented(lines)
    text = _blanked(_COMMENT, "\n".join(lines))
    return _blank_spans(text) if "`" in text else text


def without_code_spans(text: str) -> str:
    """A piece of one paragraph with code between backticks as blanks, of the same length."""
    return _blanked(_CODE_SPAN, text) if "`" in text else text


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: _blank(match.group()), text)


def _blank_fences(lines: list[str]) -> None:
    at = 0
    while at < len(lines):
        opening = _FENCE.match(lines[at])
        end = None if opening is None else _closing(lines, at, opening)
        if end is None:
            at += 1
            continue
        lines[at : end + 1] = [_blank(line) for line in lines[at : end + 1]]
        at = end + 1


def _closing(lines: list[str], at: int, opening: re.Match[str]) -> int | None:
    fence = opening["fence"]
    if "`" in fence and "`" in opening["info"]:
        return None
    for number in range(at + 1, len(lines)):
        closing = lines[number].strip(" \t>")
        if closing.startswith(fence) and not closing.strip(fence[0]):
            return number
    return None


def _blank_indented(lines: list[str]) -> None:
    """Blank what is indented by four more than the list item, tab or the like that it stands in."""
    open_at: list[int] = []  # the indents of what stands inside each open container
    after_blank, in_code = True, False
    for number, line in enumerate(lines):
        bare = _QUOTE.sub("", line, count=1).expandtabs(_INDENT)
        content = bare.lstrip(" ")
        if not content:
            after_blank = True
            continue
        indent = len(bare) - len(content)
        while after_blank and open_at and indent < open_at[-1]:
            open_at.pop()
        in_code = (after_blank or in_code) and indent >= (open_at[-1] if open_at else 0) + _INDENT
        if in_code:
            lines[number] = _blank(line)
        elif _CONTAINER.match(content):
            _open(open_at, indent)
        after_blank = False


def _open(open_at: list[int], indent: int) -> None:
    while open_at and open_at[-1] > indent:
        open_at.pop()
    open_at.append((indent // _INDENT + 1) * _INDENT)


def _blank_spans(text: str) -> str:
    # A code span ends with its paragraph; an odd backtick in one must not pair with one of the next.
    parts: list[str] = []
    at = 0
    for gap in _BLANK_LINE.finditer(text):
        parts += (_blanked(_CODE_SPAN, text[at : gap.start()]), gap.group())
        at = gap.end()
    return "".join((*parts, _blanked(_CODE_SPAN, text[at:])))
