"""A macro where nothing fills it in is reported once, with its place, and passes no strict build."""

import pytest
from mkdocs.exceptions import Abort

from tests.plugin.small_site import messages

FACT = '<< fact("ada-1", "name") >>'
SAID = "model-compare: index.md:{}: a macro in the {} is not filled in; write the text itself"


@pytest.mark.parametrize(
    ("text", "line", "where"),
    [
        (f"---\ntags: [a]\ntitle: 'About {FACT}'\n---\n\n# Home\n", 3, "title of a page"),
        (f"---\ndescription: >\n  About\n  {FACT}\n---\n\n# Home\n", 2, "description of a page"),
        (
            f"# Home\n\nHTML and HTML.\n\n{FACT}\n\n*[HTML]: Hyper {FACT}\n*[CSS]: Style\n",
            7,
            'meaning of the abbreviation "HTML"',
        ),
    ],
)
def test_it_is_reported_with_its_line(site, text, line, where):
    site.page("index.md", text)
    site.configure(rest="markdown_extensions: [abbr]")
    with messages() as heard, pytest.raises(Abort):
        site.build()
    assert heard.warnings == [SAID.format(line, where)]


def test_what_only_looks_like_one_is_left_alone(site):
    site.page("index.md", '---\ntitle: "1 << 3 and \\\\<< fact(1) >>"\n---\n\nHTML and C.\n\n*[HTML]: a << b\n')
    site.configure(rest="markdown_extensions: [abbr]")
    assert site.build().warnings == []


def test_an_abbreviation_of_an_included_file_is_reported_with_the_page(site, monkeypatch):
    monkeypatch.chdir(site.root)
    site.write("part.md", f"*[HTML]: Hyper {FACT}\n")
    site.page("index.md", '# Home\n\nHTML.\n\n--8<-- "part.md"\n')
    site.configure(rest="markdown_extensions: [abbr, {pymdownx.snippets: {base_path: [.]}}]")
    (said,) = site.build(strict=False).warnings
    assert said.startswith('model-compare: index.md: a macro in the meaning of the abbreviation "HTML" is not filled')
