"""Files that the plugin adds to the site: the pages it makes, and the styles and scripts of every comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files as resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from .ages import marked
from .links import Seen
from .made import Plan, comparison_uri

_VERSION_LENGTH = 8


class MadeFile(File):
    """A page that is made. MkDocs takes generated files for always modified; this one is when it is marked.

    `names` are those of its models that its title does not say.
    """

    names: tuple[str, ...] = ()

    def is_modified(self) -> bool:
        return not Path(self.abs_dest_path).is_file() or marked(self)


def add_made_page(files: Files, page: Plan, text: str, config: MkDocsConfig) -> File:
    # Pages in the navigation cost every page of the site; made ones are reached by links, the index and search.
    file = MadeFile.generated(config, page.uri, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
    assert isinstance(file, MadeFile)
    file.names = tuple(name for model in page.models for name in (model.id, *model.aliases, model.developer))
    files.append(file)
    return file


def not_written_by_hand(pages: Iterable[Plan], files: Files, config: MkDocsConfig) -> Iterator[Plan]:
    """The plans whose address, the models in either order, no page of the author's has."""
    taken = {file.dest_uri for file in files}
    for page in pages:
        uris = {page.uri}
        if page.kind == "comparison":
            folder = page.uri.rpartition("/")[0]
            uris.add(comparison_uri(folder, reversed(page.models)))
        if not any(_dest_uri(uri, config) in taken for uri in uris):
            taken.add(_dest_uri(page.uri, config))
            yield page


def _dest_uri(uri: str, config: MkDocsConfig) -> str:
    return File(uri, None, config.site_dir, config.use_directory_urls).dest_uri


class Asset:
    """One file of ours in the site, linked with the hash of its text so that no browser shows an old one."""

    def __init__(self, name: str) -> None:
        self.path = f"assets/{name}"
        self._text = (resources("mkdocs_model_compare.rendering") / "assets" / name).read_text("utf-8")
        self._version = sha256(self._text.encode()).hexdigest()[:_VERSION_LENGTH]

    def add(self, files: Files, config: MkDocsConfig) -> None:
        """Add the file, unless the author has one of this name, which then stands for it."""
        if files.get_file_from_path(self.path) is None:
            files.append(File.generated(config, self.path, content=self._text, inclusion=InclusionLevel.INCLUDED))

    @property
    def url(self) -> str:
        """Its address in the site."""
        return f"{self.path}?v={self._version}"


class Assets:
    """The styles and scripts of all comparisons, and their links in the pages that use them."""

    def __init__(self) -> None:
        self.styles = Asset("model-compare.css")
        self.script = Asset("model-compare.js")
        self.picking = Asset("model-compare-picker.js")

    def add(self, files: Files, config: MkDocsConfig) -> None:
        for asset in (self.styles, self.script, self.picking):
            asset.add(files, config)

    def styled(self, output: str, seen: Seen) -> str:
        """The finished page with the stylesheet in its head, where it has anything to style."""
        if 'class="mc' not in output:
            return output
        head, end, rest = output.partition("</head>")
        return f'{head}<link rel="stylesheet" href="{seen(self.styles.url)}">{end}{rest}' if end else output

    def scripted(self, html: str, seen: Seen) -> str:
        """The page's content with the scripts that have anything to add to it.

        They stand in the content, since instant navigation runs only the scripts of what it puts in.
        """
        if 'class="mc' not in html:
            return html
        needed = (self.script, self.picking) if "data-mc-table=" in html else (self.script,)
        return "\n".join((html, *(f'<script type="module" src="{seen(asset.url)}"></script>' for asset in needed)))
