"""What is done to finished HTML to fit its place."""

import pytest

from mkdocs_model_compare.extension.boxes import plain_text, without_links


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<span class="mc-fact">200k<sup class="mc-cite"><a href="#s">1</a></sup></span>', "200k"),
        ("<span>a &lt;b&gt; &amp; c</span>", "a <b> & c"),
        ('<span hidden>x</span>a<span role="note">y<br>z</span>b<button popovertarget="p">?</button>', "ab"),
        ("<template>x <b>y</b></template> a  \n b", "a b"),
        ('<img alt="x">a<br>b', "ab"),
    ],
)
def test_the_text_of_a_value_is_the_value_alone(html, text):
    assert plain_text(html) == text


def test_inside_a_link_other_links_are_spans():
    html = '<a class="mc-model" href="a/" data-mc-model="a" title="T">A</a><abbr>b</abbr><a href="#x">1</a>'
    assert without_links(html) == '<span class="mc-model" data-mc-model="a">A</span><abbr>b</abbr><span>1</span>'
