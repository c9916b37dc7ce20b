"""Rendered HTML as blocks, and blocks as plain text."""

import pytest

from mkdocs_model_compare.rendering.columns import columns
from mkdocs_model_compare.rendering.text.from_html import document
from mkdocs_model_compare.rendering.text.plain import plain

SOURCES = (
    '<ol><li id="mc-source-1" value="1"><a href="https://example.org/">Card</a></li><li id="mc-source-2">Ours</li></ol>'
)


def told(html: str, width: int = 60) -> str:
    return plain(document(html), width)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One\n two</p>loose <b>text</b><p>three", "One two\n\nloose text\n\nthree\n"),
        ("<h2>Head</h2><p>x<br>y</p>", "Head\n----\n\nx\ny\n"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c\n"),
        ('<ol><li value="9">a</li><li>b</li></ol>', "9.  a\n10. b\n"),
        ("<dl><div><dt>Q?</dt><dd>A.</dd></div></dl>", "Q?\n\nA.\n"),
        ("<aside><p>By</p><p>Note</p></aside>", "| By\n|\n| Note\n"),
        ("<pre><code>a\n  b\n</code></pre><hr>", f"    a\n      b\n\n{'-' * 60}\n"),
        ("<p>a <small>b</small> c<small>d</small></p>", "a b c; d\n"),
        ("<script>x</script><style>y</style><p hidden>z</p><!-- c --><p>&lt;b&gt; &amp;amp;</p>", "<b> &amp;\n"),
        ("<form><label>n <input></label></form><div popover>z</div><button>b</button><p>a</p>", "a\n"),
        ('<p><a href="https://example.org/x">here</a> <a href="https://e.org">https://e.org</a></p>',
         "here <https://example.org/x> https://e.org\n"),
        ('<figure><figcaption>A</figcaption><svg aria-label="All &lt; 5."><text>5</text></svg></figure>',
         "A\n\nAll < 5.\n"),
        ('<p><svg aria-hidden="true"><text>x</text></svg> a</p>', "a\n"),
        ("<p></b></div>a</i></p>", "a\n"),
        ("<ul></ul><table></table><p> </p>", "\n"),
    ],
)  # fmt: skip
def test_html_reads_as_a_browser_shows_it(html, text):
    assert told(html) == text


def test_a_table_keeps_its_columns_within_the_width():
    row = "<tr><th>Row</th><td>a cell with many words in it</td><td>b</td></tr>"
    html = f"<table><thead><tr><th></th><th>A</th><th>B</th></tr></thead><tbody>{row}</tbody></table>"
    assert told(html, 36).splitlines() == [
        "          A                 B",
        "--------  ----------------  --------",
        "Row       a cell with many  b",
        "          words in it",
    ]


def test_a_cell_across_columns_takes_their_room():
    html = (
        "<table><caption>All</caption><thead><tr><th>P</th><th>In</th><th>Out</th></tr></thead>"
        '<tbody><tr><th colspan="3" scope="rowgroup">A model of a long name</th></tr>'
        '<tr><th>x</th><td colspan="2">sold in credits</td></tr></tbody></table>'
    )
    assert told(html).splitlines() == [
        "All",
        "",
        "P         In        Out",
        "--------  --------  --------",
        "A model of a long name",
        "x         sold in credits",
    ]


def test_numerals_name_the_sources_and_a_dagger_says_what_it_means():
    html = (
        '<p>5<sup class="mc-cite"><a href="#mc-source-1" title="Card">1</a> <a href="#mc-source-2">2</a></sup> and '
        f'6<sup class="mc-cite"><span title="no source recorded">†</span></sup></p>{SOURCES}'
    )
    found = document(html)
    assert found.sources == {1: "https://example.org/"}
    assert plain(found, 60).splitlines()[0] == "5[1][2] and 6†"
    assert plain(found, 60).splitlines()[-1] == "† no source recorded."


def test_wide_letters_take_two_columns():
    assert columns("模型e\u0301") == 5
    table = "<table><tr><th>模型模型模型</th><th>b</th></tr><tr><td>a</td><td>c</td></tr></table>"
    assert told(table) == "模型模型模型  b\na             c\n"


@pytest.mark.parametrize("code", ["\x1b[2J", "\x07", "\x9b2J", "\x7f", "\u202e", "\u2066"])
def test_no_code_for_a_terminal_gets_through(code):
    assert told(f"<p>a{code}b</p>").strip() == "a" + "".join(letter for letter in code if letter in "[2J") + "b"
