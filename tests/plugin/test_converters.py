"""Made pages share one converter of Markdown, and come out as if each had its own."""

import markdown
import pytest
from mkdocs.structure.pages import Page

from tests.plugin.small_site import forget_plugins

EXTENSIONS = """
    markdown_extensions:
      - abbr
      - attr_list
      - def_list
      - footnotes
      - md_in_html
      - tables
      - toc: {permalink: true}
      - pymdownx.superfences
      - pymdownx.tabbed: {alternate_style: true}
"""
PAGES = "[search, {model-compare: {pages: {comparisons: all, floor: 0, models: true, index: true}}}]"


@pytest.fixture
def built(site):
    """Build with these extensions; gives the pages by their paths, and how many converters were made."""
    site.page("index.md", "# Home\n\nText[^1].\n\n[^1]: A note.\n")
    site.configure(plugins=PAGES, rest=EXTENSIONS)

    def build(monkeypatch):
        made = []

        class Counted(markdown.Markdown):
            def __init__(self, **asked):
                made.append(self)
                super().__init__(**asked)

        monkeypatch.setattr(markdown, "Markdown", Counted)
        forget_plugins()
        site.build()
        # The home page has the time of its build in it.
        found = (site.root / "site/compare").rglob("*.html")
        return {page.relative_to(site.root).as_posix(): page.read_text("utf-8") for page in found}, len(made)

    return build


def test_a_made_page_is_as_with_a_converter_of_its_own(built, monkeypatch):
    with monkeypatch.context() as patch:
        shared, few = built(patch)
    render = Page.render

    def theirs(page, config, files):
        render(page, config, files)

    with monkeypatch.context() as patch:
        # As another plugin might have it, which is left as it is.
        patch.setattr(Page, "render", theirs)
        own, many = built(patch)
    for path, html in shared.items():
        assert html == own[path], path
    assert len(shared) > 7
    # All but the index, which is in the navigation, have one converter.
    assert many - few == len(shared) - 2


def test_links_to_made_pages_are_validated_by_what_is_in_each(site):
    links = ("ada-1-vs-bell-2.md#comparisons", "models/ada-1.md#comparisons", "ada-1-vs-cray-3.md#scorecard")
    site.page("index.md", "# Home\n\n" + "".join(f"[there](compare/{link})\n" for link in links))
    site.configure(plugins=PAGES, rest="validation: {links: {anchors: warn}}")
    heard = site.build(strict=False)
    (warning,) = heard.warnings
    assert warning.endswith("'compare/ada-1-vs-bell-2.md' does not contain an anchor '#comparisons'.")
