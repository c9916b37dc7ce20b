"""A curator's Markdown, in which nothing is raw HTML and no link leads into a trap."""

import pytest

from mkdocs_model_compare.extension.curated import curated_markdown
from mkdocs_model_compare.rendering.links import NoLinks


class Resolving(NoLinks):
    def resolve(self, url: str) -> str:
        return f"../{url}"


def curated(text: str) -> str:
    return curated_markdown(Resolving())(text)


def test_markdown_is_carried_out():
    assert curated("**Yes**, `x`.\n\n- one") == (
        "<p><strong>Yes</strong>, <code>x</code>.</p>\n<ul>\n<li>one</li>\n</ul>"
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <b onclick='x()'>b</b>", "<p>a &lt;b onclick='x()'&gt;b&lt;/b&gt;</p>"),
        ("<div>\n\n*x*\n\n</div>", "<p>&lt;div&gt;</p>\n<p><em>x</em></p>\n<p>&lt;/div&gt;</p>"),
        ("<!--mc-sources-->", "<p>&lt;!--mc-sources--&gt;</p>"),
        ("&lt;b&gt; &amp;", "<p>&lt;b&gt; &amp;</p>"),
        ('<< compare("a", "b") >>', '<p>&lt;&lt; compare("a", "b") &gt;&gt;</p>'),
        ("{{ x }} {% y %}", "<p>{{ x }} {% y %}</p>"),
    ],
)
def test_all_else_is_text(text, html):
    assert curated(text) == html


@pytest.mark.parametrize("url", ["https://example.org/?a=1", "http://example.org", "mailto:a@example.org", "HTTPS://x"])
def test_an_address_of_the_web_stays(url):
    assert curated(f"[x]({url})") == f'<p><a href="{url}">x</a></p>'


def test_a_page_of_the_site_is_resolved():
    assert curated("[x](start.md#a) ![y](b.png)") == (
        '<p><a href="../start.md#a">x</a> <img alt="y" src="../b.png" /></p>'
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#115;cript:alert(1)",
        "javascript&colon;alert(1)",
        "&#1;javascript:alert(1)",
        "java&Tab;script:alert(1)",
        "<java\tscript:alert(1)>",
        "data:text/html,x",
        "vbscript:x",
    ],
)
def test_an_address_that_runs_something_is_dropped(url):
    html = curated(f"[x]({url}) ![y]({url})")
    assert "href" not in html
    assert "src" not in html


def test_an_automatic_link_that_runs_something_is_dropped():
    assert "href" not in curated("<javascript://%0aalert(1)>")
    assert "href" not in curated("[x][1]\n\n[1]: javascript:alert(1)")


def test_each_page_has_its_own_links():
    one, two = curated_markdown(Resolving()), curated_markdown(NoLinks())
    assert [convert("[x](y.md)") for convert in (one, two, one)] == [
        f'<p><a href="{url}">x</a></p>' for url in ("../y.md", "y.md", "../y.md")
    ]
