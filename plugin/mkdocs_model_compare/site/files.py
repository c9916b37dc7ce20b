"""Files that the plugin adds to the site: the pages it makes, and the styles and scripts of every comparison."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files as resources

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_model_compare.pages.planning import Plan, page_uris

from .links import Seen
from .made import MadeTexts
from .made_file import MadeFile
from .pages import SitePages

_VERSION_LENGTH = 8


def add_made_page(files: Files, page: Plan, made: MadeTexts, config: MkDocsConfig, *, in_nav: bool) -> File:
    """Without its list of other pages, which are not known yet."""
    # Pages in the navigation cost every page of the site; made ones are reached by links, the index and search. Where
    # an author wrote the navigation out, nothing is missing from it either.
    listed = in_nav and not _nav_written(files, config)
    inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
    file = MadeFile.generated(config, page.uri, content=made.of(page, SitePages()), inclusion=inclusion)
    assert isinstance(file, MadeFile)
    file.title = made.title(page)
    file.names = tuple(name for model in page.models for name in (model.id, *model.aliases, model.developer))
    files.append(file)
    return file


def _nav_written(files: Files, config: MkDocsConfig) -> bool:
    """Whether an author wrote the navigation out, in `mkdocs.yml` or in a page that literate-nav is about to read."""
    literate = config.plugins.get("literate-nav")
    page = literate.config.get("nav_file", "") if literate else ""
    return config.nav is not None or files.get_file_from_path(str(page)) is not None


class Obstacles:
    """What of the author's, or of another plugin's, has the address of a page already."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._config = config
        self._taken = {file.dest_uri: file.src_uri for file in files}

    def of(self, page: Plan) -> str | None:
        for uri in page_uris(page):
            own = self._taken.get(File(uri, None, self._config.site_dir, self._config.use_directory_urls).dest_uri)
            if own is not None:
                return f"{own} is your own page there"
        return None


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
