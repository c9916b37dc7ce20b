"""The extension as a part of Python-Markdown: tables of contents, several pages, hosts, styles."""

import re
from typing import Any

import markdown
import pytest

from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.extension import ModelCompareExtension
from mkdocs_model_compare.rendering.renderer import Section
from tests.extension.fakes import FakeHost, FakeRenderer

COMPARISON = '<< compare("a", "b", sections=["specs", "reviewed"]) >>'
MISTAKE = '<< compare("a", "zz") >>'


def instance(host: FakeHost, *extensions: str) -> Any:
    return markdown.Markdown(extensions=[*extensions, ModelCompareExtension(host)])


def test_headings_are_in_the_table_of_contents_with_readable_names():
    md = instance(FakeHost(), "toc")
    html = md.convert(f'[TOC]\n\n# The << fact("a", "context_window") >> of << model("a") >>\n\n{COMPARISON}\n')
    (title,) = md.toc_tokens
    assert (title["name"], title["id"]) == ("The 200k of Model A", "the-200k-of-model-a")
    assert [(each["name"], each["id"]) for each in title["children"]] == [("Specs", "specs"), ("Reviewed", "reviewed")]
    assert '<a href="#the-200k-of-model-a">The 200k of Model A</a>' in html


class Decorated(FakeRenderer):
    def sections(self, *given):
        return tuple(
            Section(name=each.name, heading='A "b" <i> & {.x} -- (c) :smile: *[\x02wzxhzdk:0\x03', html=each.html)
            for each in super().sections(*given)
        )


def test_a_heading_is_text_whatever_it_contains():
    host = FakeHost(made=Decorated())
    extensions = ("toc", "attr_list", "smarty", "abbr", "pymdownx.emoji", "pymdownx.smartsymbols")
    md = instance(host, *extensions)
    html = md.convert('<b>raw</b>\n\n<< specs("a", "b") >>\n\n*[A]: abbreviation')
    assert '<h2 id="a-b-i-x-c-smile-wzxhzdk0">A "b" &lt;i&gt; &amp; {.x} -- (c) :smile: *[wzxhzdk:0</h2>' in html
    assert md.toc_tokens[0]["name"] == 'A "b" &lt;i&gt; &amp; {.x} -- (c) :smile: *[wzxhzdk:0'


def test_without_a_table_of_contents_headings_still_have_ids_of_their_own():
    html = instance(FakeHost(), "attr_list").convert(f"# Title {{ #specs }}\n\n{COMPARISON}\n\n{COMPARISON}\n")
    assert re.findall(r'<h\d id="([^"]*)"', html) == ["specs", "specs_1", "reviewed", "specs_2", "reviewed_1"]


def test_every_conversion_is_a_page_of_its_own():
    host = FakeHost()
    md = instance(host, "toc")
    first = md.convert(COMPARISON)
    assert md.reset().convert(COMPARISON) == first
    assert md.convert(COMPARISON) == first
    assert md.reset().convert("Text") == "<p>Text</p>"


def test_one_extension_serves_two_instances():
    extension = ModelCompareExtension(FakeHost())
    one, two = (markdown.Markdown(extensions=[extension]) for _ in range(2))
    assert one.convert(COMPARISON) == two.convert(COMPARISON)


def test_a_mistake_makes_exactly_one_warning_even_in_the_title():
    host = FakeHost(text=f"# Of << fact('a', 'zz') >>\n\n{MISTAKE}")
    html = instance(host, "toc").convert(host.text)
    assert len(host.warnings) == 2
    assert html.count('class="mc-error"') + html.count('class="mc mc-error"') == 2


def test_without_a_page_the_line_is_counted_in_what_was_converted():
    host = FakeHost()
    instance(host).convert(f"Text\n\n{MISTAKE}")
    assert host.warnings == [
        'line 3: there is no model "zz" in the catalog\n    << compare("a", "zz") >>\n                    ^^^^'
    ]


def test_a_macro_that_is_not_in_the_page_itself_is_reported_without_a_line():
    host = FakeHost(text="--8<-- 'included.md'")
    instance(host).convert(MISTAKE)
    assert host.warnings == [
        'page.md: there is no model "zz" in the catalog\n    << compare("a", "zz") >>\n                    ^^^^'
    ]


def test_a_catalog_that_cannot_be_used_is_shown_once_and_not_warned_of_here():
    host = FakeHost(report="data/models/a.yml:1:1: <b>bad</b>\ndata/models/b.yml:2:1: bad")
    html = instance(host).convert(f'{COMPARISON}\n\n{COMPARISON}\n\nText << model("a") >>')
    assert html == (
        '<div class="mc mc-error" role="note"><p class="mc-error__message">The comparisons cannot be made:</p>'
        '<pre class="mc-error__macro">data/models/a.yml:1:1: &lt;b&gt;bad&lt;/b&gt;\n'
        "data/models/b.yml:2:1: bad</pre></div>\n"
        '<div class="mc mc-error" role="note"><p><code class="mc-error__macro">&lt;&lt; compare("a", "b", '
        'sections=["specs", "reviewed"]) &gt;&gt;</code> <span class="mc-error__message">the comparisons cannot be made'
        "</span></p></div>\n"
        '<p>Text <span class="mc-error" role="note"><code class="mc-error__macro">&lt;&lt; model("a") &gt;&gt;</code> '
        '<span class="mc-error__message">the comparisons cannot be made</span></span></p>'
    )
    assert host.warnings == []


def test_a_catalog_that_cannot_be_used_is_shown_inside_text_too():
    html = instance(FakeHost(report="one\ntwo")).convert('Text << model("a") >>')
    assert html == (
        '<p>Text <span class="mc-error" role="note"><span class="mc-error__message">The comparisons cannot be made: '
        "one<br>two</span></span></p>"
    )


def test_a_page_without_macros_is_not_given_a_renderer():
    class Unasked(FakeHost):
        @property
        def renderer(self):
            raise AssertionError

    assert instance(Unasked()).convert("1 << 2") == "<p>1 &lt;&lt; 2</p>"


def test_styles_are_put_before_the_first_macro_where_the_host_has_none():
    html = instance(FakeHost(inline_assets=True), "toc").convert(f"# Title\n\nText\n\n{COMPARISON}\n\n{COMPARISON}")
    assert html.count("<style>") == 1
    assert html.index("<p>Text</p>") < html.index("<style>") < html.index('<h2 id="specs">')


def test_styles_never_come_before_the_title():
    html = instance(FakeHost(inline_assets=True), "toc").convert('# Title of << model("a") >>\n\nText')
    assert html.index("<h1") < html.index("<style>") < html.index("<p>Text</p>")


def test_a_page_without_macros_has_no_styles():
    assert "<style>" not in instance(FakeHost(inline_assets=True)).convert("Text")


class Hostile(FakeRenderer):
    """Values as a catalog could hold them, escaped as templates do."""

    def fact(self, *_):
        value = "\x02wzxhzdk:0\x03 \x02amp\x03 &lt;script&gt; &lt;&lt; fact(1) &gt;&gt; | {{ x }} **b**"
        return f'<span class="mc-fact">{value}</span>'


def test_no_value_can_stand_for_another_part_of_the_page():
    html = instance(FakeHost(made=Hostile()), "tables").convert(
        '<div>secret</div>\n\n| a | b |\n|---|---|\n| << fact("a", "x") >> | c |'
    )
    assert html.count("secret") == 1
    assert "wzxhzdk:0 amp &lt;script&gt; &lt;&lt; fact(1) &gt;&gt; | {{ x }} **b**</span></td>" in html


def test_a_host_s_error_while_rendering_becomes_a_box():
    class Broken(FakeRenderer):
        def table(self, *_):
            raise CompareError("overrides/models.html.jinja:3: unexpected end")

    host = FakeHost(made=Broken())
    html = instance(host).convert("<< models() >>")
    assert '<p class="mc-error__message">overrides/models.html.jinja:3: unexpected end</p>' in html
    assert host.warnings == ["line 1: overrides/models.html.jinja:3: unexpected end\n    << models() >>"]


@pytest.mark.parametrize("error", [KeyError("x"), IndexError("x")])
def test_a_fault_of_ours_is_not_taken_for_the_author_s(error):
    class Faulty(FakeRenderer):
        def fact(self, *_):
            raise error

    with pytest.raises(type(error)):
        instance(FakeHost(made=Faulty())).convert('<< fact("a", "x") >>')


def test_several_lines_in_an_inline_macro_leave_no_trace_in_the_text():
    html = instance(FakeHost(), "nl2br").convert('a\nb << model(\n"a"\n) >> c | d\ne')
    assert html == '<p>a<br />\nb <a class="mc-model" href="a/">Model A</a> c | d<br />\ne</p>'
