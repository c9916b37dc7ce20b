"""A curator's own words → HTML: Markdown in which raw HTML is shown as text and links lead to safe places only."""

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_model_compare.rendering.links import SAFE_SCHEMES, SCHEME, Links

# Browsers pass over these when they read an address, so they must not hide its scheme.
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0]")


def curated_markdown(links: Links) -> Callable[[str], str]:
    """A converter for one page; addresses without a scheme are given to `links` to resolve."""

    def convert(text: str) -> str:
        md, resolving = _converter()
        resolving.links = links
        return md.reset().convert(text)

    return convert


@cache
def _converter() -> "tuple[Markdown, _SafeLinks]":
    md = Markdown()
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    # Writes its address in a code that no check of schemes can read; an address in angle brackets is shown as text.
    md.inlinePatterns.deregister("automail")
    resolving = _SafeLinks(md)
    # After `unescape` (0), which still changes addresses.
    md.treeprocessors.register(resolving, "mc-safe-links", -10)
    return md, resolving


class _SafeLinks(Treeprocessor):
    links: Links

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                if address is not None:
                    self._secure(element, name, address)

    def _secure(self, element: Element, name: str, address: str) -> None:
        bare = _INVISIBLE.sub("", unescape(address))
        scheme = SCHEME.match(bare)
        if scheme is None:
            element.set(name, self.links.resolve(bare))
        elif scheme[0].lower() not in SAFE_SCHEMES:
            del element.attrib[name]
