"""The tree of a page with macros on hold → the same tree with their headings in place and their HTML in the stash.

Two steps, as the table of contents is made between them: the first walks the page in its order and renders; the
second puts in what could not be known, or would have been in the way, before.
"""

import re
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element

from markdown.extensions.toc import slugify, unique
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX, AtomicString

from mkdocs_model_compare.rendering.renderer import SOURCES_SLOT

from .answers import Answers
from .boxes import plain_text, without_links
from .conversion import Conversion, Held
from .curated import curated_markdown
from .inline_assets import scripts, styles
from .pieces import Piece, row_of_links

_CODE = frozenset({"code", "pre", "script", "style", "textarea", "kbd", "samp", "math", "svg"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What a piece of text is part of."""

    heading: bool = False
    link: bool = False

    def inside(self, element: Element) -> "_Around":
        return _Around(heading=self.heading or element.tag in _HEADINGS, link=self.link or element.tag == "a")


class Filling(Treeprocessor):
    """Renders every macro on hold, in the order of the page.

    `slots` stand for the bodies that can hold the list of sources; `later` the HTML that the table of contents
    must not see; `headings` those of sections, with their text; `rows` the rows of links to them, by the slot, with
    their label; `first` the first element of the page that has to do with a macro.
    """

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion
        self.stash = conversion.md.htmlStash
        self._forget()

    def _forget(self) -> None:
        self.answers: Answers | None = None
        self.slots: list[str] = []
        self.later: dict[int, str] = {}
        self.first: Element | None = None
        self._unentered: frozenset[int] = frozenset()
        self._top: Element | None = None
        self.headings: list[tuple[Element, str]] = []
        self.rows: dict[str, tuple[str, list[tuple[Element, str]]]] = {}

    def run(self, root: Element) -> None:
        self._forget()
        stashed = enumerate(self.stash.rawHtmlBlocks)
        self._unentered = frozenset(number for number, html in stashed if isinstance(html, str) and "<<" in html)
        if not self.conversion.held and not self._unentered and "<<" not in self.conversion.text:
            return
        host = self.conversion.host
        self.answers = Answers(host, self.conversion.text, curated_markdown(host.links), self.conversion.held.values())
        self._walk(root, _Around(), self.answers, top=True)

    def _walk(self, parent: Element, around: _Around, answers: Answers, *, top: bool = False) -> None:
        parent.text = self._text(parent, parent.text, around, answers)
        position = 0
        while position < len(parent):
            child = parent[position]
            if top:
                self._top = child
            elements = self._filled(child, around, answers)
            tail = self._text(parent, child.tail, around, answers)
            if elements[-1] is child:
                child.tail = tail
            else:
                elements[-1].tail = f"{elements[-1].tail or ''}{tail or ''}"
                parent[position : position + 1] = elements
            position += len(elements)

    def _filled(self, child: Element, around: _Around, answers: Answers) -> list[Element]:
        held = self._held_alone(child)
        if held is not None:
            elements = [self._element(piece) for piece in answers.block(held)]
            self._met()
            if self.first is child:
                self.first = elements[0]
            return elements
        for name, value in child.items():
            if STX in value:
                child.set(name, HTML_PLACEHOLDER_RE.sub(lambda match: self._in_attribute(match[0], match[1]), value))
        self._walk(child, around.inside(child), answers)
        return [child]

    def _met(self) -> None:
        """There is a macro in what is being filled."""
        self.first = self._top if self.first is None else self.first

    def _held_alone(self, element: Element) -> Held | None:
        if element.tag != "div" or len(element) or not element.text:
            return None
        placeholder = HTML_PLACEHOLDER_RE.fullmatch(element.text.strip())
        held = None if placeholder is None else self.conversion.held.get(int(placeholder[1]))
        return held if held is not None and held.alone else None

    def _element(self, piece: Piece) -> Element:
        """The heading, its HTML the tail; without one a paragraph, which its HTML replaces, tags and all."""
        slot = self.conversion.keep(_unmarked(piece.html))
        body = self.stash.store(slot)
        if SOURCES_SLOT in piece.html:
            self.slots.append(slot)
        if piece.label is not None:
            self.rows[slot] = (piece.label, [])
        element = Element("p" if piece.heading is None else f"h{piece.level}")
        if piece.heading is None:
            element.text = body
            return element
        # Atomic, since other extensions make quotes, symbols and abbreviations of a heading's text.
        element.text = AtomicString(_unmarked(piece.heading))
        # No element of its own, of which each costs a look of every extension.
        element.tail = AtomicString(f"\n{body}\n")
        self.headings.append((element, piece.heading))
        if piece.link is not None:
            links = next(reversed(self.rows.values()))[1]
            links.append((element, piece.link))
        return element

    def _text(self, element: Element, text: str | None, around: _Around, answers: Answers) -> str | None:
        """Fill the placeholders of a text; returns the text, changed only where Markdown left a macro in it."""
        if text and STX in text:
            self._fill(text, around, answers)
        if text and "<<" in text and isinstance(text, AtomicString) and not _is_code(element):
            boxed = answers.passed_over(text, self.stash.store)
            if boxed != text:
                self._met()
            return AtomicString(boxed)
        return text

    def _fill(self, text: str, around: _Around, answers: Answers) -> None:
        for match in HTML_PLACEHOLDER_RE.finditer(text):
            number = int(match[1])
            if number in self._unentered:
                self.stash.rawHtmlBlocks[number] = answers.raw(str(self.stash.rawHtmlBlocks[number]))
            elif number in self.conversion.held:
                self._fill_inline(number, self.conversion.held[number], around, answers)
            else:
                continue
            self._met()

    def _fill_inline(self, number: int, held: Held, around: _Around, answers: Answers) -> None:
        html = _unmarked(answers.inline(held))
        if around.link:
            html = without_links(html)
        if around.heading:
            # Numerals and notes beside a value must not get into the heading's id, nor into the table of contents.
            self.later[number] = html
            html = escape(plain_text(html) or held.inner.strip(), quote=False)
        self.stash.rawHtmlBlocks[number] = html

    def _in_attribute(self, placeholder: str, number: str) -> str:
        held = self.conversion.held.get(int(number))
        if held is None or self.answers is None:
            return placeholder
        self._met()
        return _unmarked(plain_text(self.answers.inline(held)))


class Finishing(Treeprocessor):
    """Puts in the list of sources, the host's missing styles and script, and what headings show beside their text."""

    def __init__(self, filling: Filling) -> None:
        super().__init__(filling.md)
        self.filling = filling

    def run(self, root: Element) -> None:
        filling = self.filling
        if filling.answers is None or filling.first is None:
            return
        for number, html in filling.later.items():
            filling.stash.rawHtmlBlocks[number] = html
        if "toc" not in filling.conversion.md.treeprocessors:
            self._identify(root)
        for slot, (label, links) in filling.rows.items():
            ids = [(heading.get("id", ""), text) for heading, text in links]
            filling.conversion.bodies[slot] = _unmarked(row_of_links(label, ids))
        self._clear_attributes(root)
        sources = _unmarked(filling.answers.sources())
        self._place_sources(root, sources)
        if filling.conversion.host.inline_assets:
            bodies = filling.conversion.bodies.values()
            if sources or bodies:
                root.append(self._paragraph(scripts(bodies)))
            self._place_styles(root)

    def _identify(self, root: Element) -> None:
        """Without the table of contents nobody else gives the headings their ids."""
        taken = {identifier for element in root.iter() if (identifier := element.get("id")) is not None}
        for heading, text in self.filling.headings:
            heading.set("id", unique(slugify(text, "-"), taken))

    def _clear_attributes(self, root: Element) -> None:
        """An attribute list can have put a macro of the text into an attribute, where only text can be."""
        held, blocks = self.filling.conversion.held, self.filling.stash.rawHtmlBlocks

        def text(match: re.Match[str]) -> str:
            return plain_text(str(blocks[int(match[1])])) if int(match[1]) in held else match[0]

        for element in () if all(one.alone for one in held.values()) else root.iter():
            for name, value in element.items():
                if STX in value:
                    element.set(name, HTML_PLACEHOLDER_RE.sub(text, value))

    def _place_sources(self, root: Element, sources: str) -> None:
        bodies = self.filling.conversion.bodies
        for slot in self.filling.slots:
            last = slot == self.filling.slots[-1]
            bodies[slot] = bodies[slot].replace(SOURCES_SLOT, sources if last else "")
        if sources and not self.filling.slots:
            root.append(self._paragraph(f'<section class="mc mc-sources" aria-label="Sources">{sources}</section>'))

    def _place_styles(self, root: Element) -> None:
        children = list(root)
        at = next((number for number, child in enumerate(children) if child is self.filling.first), len(children))
        # A page's title is looked for in its very first element, so nothing may come before that one.
        at += 1 if at == 0 and children[0].tag in _HEADINGS else 0
        root.insert(at, self._paragraph(styles()))

    def _paragraph(self, html: str) -> Element:
        paragraph = Element("p")
        paragraph.text = self.filling.stash.store(self.filling.conversion.keep(html))
        return paragraph


def _unmarked(text: str) -> str:
    """Without the two characters by which Markdown marks its placeholders: a catalog's text must not forge one."""
    return text.replace(STX, "").replace(ETX, "") if STX in text or ETX in text else text


def _is_code(element: Element) -> bool:
    """Whether `<<` is left alone there: in code, scripts, and the formulas of pymdownx.arithmatex."""
    return element.tag in _CODE or "arithmatex" in (element.get("class") or "")
