"""The Python-Markdown shell: macros in a page, wherever Markdown sees text, become what the renderer says.

MkDocs reaches it through the plugin, which is its host; Zensical and plain Python-Markdown list it as an extension.
"""

from typing import Any

from markdown import Extension, Markdown

from .conversion import Conversion
from .filling import Filling, Finishing
from .host import Host, SourcePage
from .processors import Ending, MacroBlocks, MacroInlines, PageBeginning
from .standalone import Options, Standalone

__all__ = ["Host", "ModelCompareExtension", "SourcePage", "makeExtension", "make_extension"]


class ModelCompareExtension(Extension):
    """With a host, its renderer and pages are used and the options have no meaning; without one, the options are.

    Raises:
        ValueError: an option has a value that it cannot have.
    """

    def __init__(self, host: Host | None = None, **options: Any) -> None:
        self.config = {
            "catalog": ["data", "Folder of the catalog, relative to the project's folder."],
            "workload": [{}, "The month's traffic that costs are given for, or the id of a workload of catalog.yml."],
            "stale_after": [180, "Days since a review after which a fact is said to be stale; 0: never."],
            "templates": ["", "Folder of templates that replace the shipped ones, block by block."],
        }
        super().__init__(**options)
        self._host = host
        self._options = Options.checked(self.getConfigs())

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Each number is where it is for a reason."""
        conversion = Conversion(md=md, host=self._host or Standalone(self._options, md))
        filling = Filling(conversion)
        # Before everything that changes the text: the lines of the warnings are counted in it.
        md.preprocessors.register(PageBeginning(conversion), "mc-page", 1000)
        # After indented code (80), before tables (75) cut a line at every `|` and headings (70) one at every `#`.
        md.parser.blockprocessors.register(MacroBlocks(md.parser, conversion), "mc-blocks", 79)
        # After code spans (190) and formulas (189.9), before backslashes (180), which an argument can hold.
        md.inlinePatterns.register(MacroInlines(conversion), "mc-inlines", 185)
        # After inline text (20) and the moving of footnotes (19); before headings get their ids (5) and all else that
        # looks at finished text, none of which may look into ours.
        md.treeprocessors.register(filling, "mc-filling", 18)
        # After the page's title was read from the tree (1 in MkDocs) and every other change to it.
        md.treeprocessors.register(Finishing(filling), "mc-finishing", -10)
        # After the stash was emptied into the page (30).
        md.postprocessors.register(Ending(conversion), "mc-ending", 15)


def make_extension(**options: Any) -> ModelCompareExtension:
    return ModelCompareExtension(**options)


# The name that Python-Markdown looks for where the extension is listed by its module.
makeExtension = make_extension  # noqa: N816
