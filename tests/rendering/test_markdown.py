"""Markdown that shows a catalog's words as they are, whoever reads it."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt
from markupsafe import escape

from mkdocs_model_compare.catalog.loading import load_catalog
from mkdocs_model_compare.rendering import document
from mkdocs_model_compare.rendering.renderer import SECTIONS, Page
from mkdocs_model_compare.rendering.text.from_html import document as read
from mkdocs_model_compare.rendering.text.markdown import markdown
from tests.rendering.golden import TODAY, renderer
from tests.rendering.test_catalog_strings import EVIL, write

EXTENSIONS = ["tables", "attr_list", "def_list", "footnotes", "abbr", "admonition", "md_in_html", "smarty", "toc"]
READERS = {
    "python-markdown": lambda text: Markdown(extensions=EXTENSIONS[:-2]).convert(text),
    "commonmark": MarkdownIt("commonmark").enable(["table", "strikethrough"]).render,
}
STRINGS = (
    EVIL,
    "# 1. x\n- y",
    "- item", "+ item", "1. item", "2) item", "> quote", "=====", "-----", "***", ": definition", "!!! note",
    "??? note",
    "a_b_c *d* __e__ ~~f~~ ^g^", "`code` ``x``", "[a](b) ![c](d) [e]: f [^1]", "<b>x</b> &lt; &copy; &#60;",
    "a|b||c",
    "\\* \\| \\\\", "https://evil.example www.evil.example <https://x.y>", "@team a@b.cd #12 :smile:",
    "$x$ $$y$$ $5 and $6",
    "{: .x } {{ y }} {% z %} {#q}", "<!-- c --> <?php ?> <![CDATA[x]]>", "*[HTML]: x", "a\tb", "«»“”’…–",
    "<< fact('a') >>",
)  # fmt: skip


def texts(html: str) -> list[str]:
    """What a reader sees, by paragraph, cell and item, without the empty comments that keep words apart."""
    soup = BeautifulSoup(html, "html.parser")
    return [" ".join(one.get_text().split()) for one in soup.select("p, td, th, li, h1, h2")]


def of_html(html: str) -> str:
    return markdown(read(html))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", STRINGS)
def test_any_text_is_shown_as_it_is(reader, text):
    said, seen = escape(text), " ".join(text.split())
    head, row = f"<tr><th>{said}</th><th>x</th></tr>", f"<tr><td>{said}</td><td>y</td></tr>"
    table = f"<table><thead>{head}</thead><tbody>{row}</tbody></table>"
    html = READERS[reader](of_html(f"<h2>A {said}</h2><p>{said}</p><ul><li>{said}</li></ul>{table}<p>after {said}</p>"))
    assert texts(html) == [f"A {seen}", seen, seen, seen, "x", seen, "y", f"after {seen}"]
    tags = {one.name for one in BeautifulSoup(html, "html.parser").find_all()}
    assert tags <= {"h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("reader", READERS)
@given(text=st.text(st.sampled_from("ab1 .-+*_`#>|[](){}!\\&;<:/@$~^=?\"'"), min_size=1, max_size=30))
def test_no_row_of_signs_becomes_markup(reader, text):
    seen = " ".join(text.split())
    html = READERS[reader](of_html(f"<p>{escape(text)}</p><ul><li>x {escape(text)}</li></ul>"))
    assert [one for one in texts(html) if one] == [one for one in (seen, f"x {seen}".strip()) if one]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><b>a</b> <em>b</em> <code>c`d</code></p>", "**a** *b* ``c`d``"),
        ('<p><a href="https://e.org/(x) y?a=b|c">t</a></p>', "[t](https://e.org/%28x%29%20y?a=b%7Cc)"),
        ('<p><a href="https://e.org/a_b">https://e.org/a_b</a></p>', "<https://e.org/a_b>"),
        ('<p><a href="javascript:alert(1)">t</a> <a href="x.md#y">u</a></p>', "t [u](x.md#y)"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n    - b\n2. c"),
        ("<aside><p>By</p><ul><li>x</li></ul></aside>", "> By\n>\n> - x"),
        ("<pre>a\n*b*</pre>", "    a\n    *b*"),
        ("<table><tr><td>a</td></tr></table>", "|  |\n| --- |\n| a |"),
        ("<p>costs $1,640 and $0.80 a month</p>", "costs $1,640 and $0.80 a month"),
        ("<p>ask @team about #12 or a@b.cd</p>", "ask @<!-- -->team about #<!-- -->12 or a@<!-- -->b.cd"),
    ],
)
def test_html_becomes_markdown(html, text):
    assert of_html(html) == f"{text}\n"


def test_a_numeral_leads_to_its_source_and_stands_as_text_where_that_has_no_address():
    cite = '<sup class="mc-cite"><a href="#mc-source-1">1</a> <a href="#mc-source-2">2</a></sup>'
    sources = '<ol><li id="mc-source-1"><a href="https://e.org/">Card</a></li><li id="mc-source-2">Ours</li></ol>'
    first, *_ = of_html(f"<p>5{cite}</p>{sources}").splitlines()
    assert first == r"5[\[1\]](https://e.org/)\[2\]"


@pytest.mark.parametrize("reader", READERS)
def test_a_catalog_full_of_markup_makes_a_page_of_text(tmp_path, reader):
    """Every table keeps its columns, and no element, address or figure comes from a catalog's words."""
    catalog = load_catalog(write(tmp_path), TODAY)
    made, page = renderer(catalog), Page()
    models = (catalog.models["evil"], catalog.models["plain"])
    sections = made.sections(models, SECTIONS, catalog.settings.workloads["default"], page)
    text = of_html(document.body("evil vs plain", sections, made.sources(page)))
    soup = BeautifulSoup(READERS[reader](text), "html.parser")
    assert soup.find(["script", "img", "del", "code"]) is None
    assert {str(link["href"]) for link in soup.select("[href]")} == {"https://example.org/?a=b&c=d"}
    assert " ".join(EVIL.split()) in texts(str(soup))
    for table in soup.select("table"):
        assert len({len(row.find_all(["td", "th"])) for row in table.select("tr")}) == 1
    assert not re.search(r"<<|\{\{|\{%", text)
