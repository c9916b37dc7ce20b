"""Where Python-Markdown meets a macro: in a paragraph of its own, or inside text.

Both put it on hold and leave a placeholder; neither reads the catalog.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE, STX

from mkdocs_model_compare.macros import MACROS, Found, bare_at, call_at, calls_at, escaped, is_block
from mkdocs_model_compare.macros.code import without_code_spans

from .boxes import plain_text
from .conversion import Conversion

# A `|` or a line break inside a macro must not end a table's cell or a quote's line. Until the macro is read they are
# these two control characters, which no text has a use for; the second counts as space.
_GUARDS = str.maketrans("|\n", "\x0e\x0b")
_GUARDED = str.maketrans("\x0e\x0b", "|\n")
# How far a macro that is a paragraph of its own can go on over blank lines.
_MOST_BLOCKS = 40
_ATTRIBUTE = re.compile(r"""<[A-Za-z][\w:-]*\s[^>]*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)""")
_TAG_END = re.compile(r"[^<>]*>")
_QUOTED = re.compile(r"[ ]{0,3}>")
_SLOT = re.compile(r"<!--mc-body-\d+-->")
_PUNCTUATION = re.compile(r"[^\w\s]|_", re.ASCII)


class PageBeginning(Preprocessor):
    """Keeps the page's text for the line numbers of warnings, and forgets the page before."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        self.conversion.begin("\n".join(lines))
        return lines


class MacroBlocks(BlockProcessor):
    """Takes paragraphs that are nothing but block macros, and guards the macros inside of other blocks."""

    def __init__(self, parser: BlockParser, conversion: Conversion) -> None:
        super().__init__(parser)
        self.conversion = conversion

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the host's signature
        return "<<" in block

    def run(self, parent: Element, blocks: list[str]) -> bool:
        found, used, rest = _alone(blocks)
        if not found:
            blocks[0] = self._guarded(blocks[0])
            return False
        for macro in found:
            # No paragraph: to the last one of a footnote the way back would be added, to a list's first its text.
            SubElement(parent, "div").text = self.conversion.hold(macro.inner, alone=True, closed=macro.closed)
        blocks[:used] = [rest] if rest else []
        return True

    def _guarded(self, block: str) -> str:
        if "|" not in block and "\n" not in block:
            return block
        parts: list[str] = []
        at = 0
        for macro in calls_at(without_code_spans(block)):
            line = block.rfind("\n", 0, macro.start) + 1
            if line >= at and _QUOTED.match(block, line):
                continue  # its lines begin with the marks of the quote, which are to be taken off first
            parts += (block[at : macro.start], block[macro.start : macro.end].translate(_GUARDS))
            at = macro.end
        self.conversion.guarded = self.conversion.guarded or at > 0
        return "".join((*parts, block[at:]))


def _alone(blocks: list[str]) -> tuple[list[Found], int, str]:
    """The block macros that the next paragraph consists of, how many blocks they take up, and the text left over."""
    text, used = blocks[0], 1
    if not text.lstrip(" ").startswith("<<"):
        return [], 0, ""
    found: list[Found] = []
    at = text.index("<<")
    while at < len(text):
        macro = call_at(text, at)
        if macro is not None and not macro.closed and not found:
            text, used = _joined(blocks, at)
            macro = call_at(text, at)
        if macro is None and not found:
            macro = bare_at(text, at)
        if macro is None or not is_block(macro.name):
            return [], 0, ""
        found.append(macro)
        if not macro.closed:
            return found, used, text[macro.end :].lstrip()
        at = len(text) - len(text[macro.end :].lstrip())
    return found, used, ""


def _joined(blocks: list[str], at: int) -> tuple[str, int]:
    """The first blocks as one text, as many as it takes to close the macro at `at`, if that can be."""
    text = blocks[0]
    for used, block in enumerate(blocks[1:_MOST_BLOCKS], start=2):
        text = f"{text}\n\n{block}"
        macro = call_at(text, at)
        if macro is not None and macro.closed:
            return text, used
        if block.lstrip().startswith("<<"):
            break
    return blocks[0], 1


class MacroInlines(InlineProcessor):
    """Takes the macros inside text, and what a backslash keeps from being one."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__("<<", conversion.md)
        self.conversion = conversion

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name that Python-Markdown calls, with fewer results
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        at = m.start()
        if escaped(data, at):
            return self._literal(data, at), at - 1, self._end(data, at)
        macro = call_at(data, at)
        if macro is None or _in_tag(data, at, macro.end):
            return None, None, None
        inner = self._as_written(macro.inner)
        return self.conversion.hold(inner, closed=macro.closed), at, macro.end

    def _literal(self, data: str, at: int) -> str:
        # In Markdown's own notation for an escaped character, so that no later pattern makes quotes or emphasis of it.
        text = data[at : self._end(data, at)].translate(_GUARDED)
        return _PUNCTUATION.sub(lambda match: f"{STX}{ord(match.group())}{ETX}", text)

    def _end(self, data: str, at: int) -> int:
        macro = call_at(data, at)
        return macro.end if macro is not None and macro.closed and macro.name in MACROS else at + 2

    def _as_written(self, inner: str) -> str:
        inner = inner.translate(_GUARDED)
        if STX not in inner:
            return inner
        # Code between backticks was taken out before; put its text back, for the message and for the place in the page.
        return INLINE_PLACEHOLDER_RE.sub(self._code, inner)

    def _code(self, match: re.Match[str]) -> str:
        code = HTML_PLACEHOLDER_RE.sub(self._stashed, self.unescape(match.group()))
        return f"`{code}`"

    def _stashed(self, match: re.Match[str]) -> str:
        return plain_text(str(self.conversion.md.htmlStash.rawHtmlBlocks[int(match[1])]))


def _in_tag(data: str, start: int, end: int) -> bool:
    """Whether this stretch is in an attribute of an HTML tag, or in a comment."""
    tag = data.rfind("<", 0, start)
    if tag < 0:
        return False
    if data.rfind("<!--", 0, start) > data.rfind("-->", 0, start):
        return "-->" in data[end:]
    return _ATTRIBUTE.fullmatch(data, tag, start) is not None and _TAG_END.match(data, end) is not None


class Ending(Postprocessor):
    """Gives `|` and line breaks back to the macros that were left alone after all, and puts in what is finished."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, text: str) -> str:
        if self.conversion.guarded:
            text = text.translate(_GUARDED)
        return _SLOT.sub(self._body, text) if self.conversion.bodies else text

    def _body(self, match: re.Match[str]) -> str:
        return self.conversion.bodies.get(match[0], match[0])
