"""Finding macros in a page's source, and the line of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.macros import calls_in, line_of
from mkdocs_model_compare.macros.code import without_code

PAGE = """\
---
title: About << compare("a", "front") >>
---

# Title << fact("a", "b") >>

<< compare("a",
   "b") >>

`<< compare("a", "span") >>` and \\<< compare("a", "escaped") >> and \\\\<< model("c") >>

```md
<< compare("a", "fence") >>
```

    << compare("a", "indented") >>

-   Item

    << specs("a", "item") >>

        << compare("a", "code in item") >>

    ~~~
    << compare("a", "fence in item") >>
    ~~~

!!! note

    << faq("a", "admonition") >>

> << pricing("a",
>
>    "quote") >>

<!-- << compare("a", "comment") >> --> cout << x << y; << compare(broken >>
"""


def test_the_macros_of_a_page_are_found_with_their_lines_and_code_is_passed_over():
    found = [(each.name, each.line, each.call is not None) for each in calls_in(PAGE)]
    assert found == [
        ("fact", 5, True),
        ("compare", 7, True),
        ("model", 10, True),
        ("specs", 20, True),
        ("faq", 30, True),
        ("pricing", 32, True),
        ("compare", 36, False),
    ]


def test_a_call_in_a_quote_has_its_arguments():
    (found,) = calls_in('> << specs("a",\n>\n>    "b") >>')
    assert found.call is not None
    assert [argument.literal.value for argument in found.call.arguments] == ["a", "b"]


def test_a_page_without_the_sign_is_not_looked_into():
    assert calls_in("compare(1) > > < <" * 1000) == ()


@pytest.mark.parametrize(
    "text",
    [
        "cout << x;",
        "cat <<EOF",
        "<<: *base",
        "1 << 3 >> 2",
        "«f(x)»",
        "a << b(c)",
        "<< x >>",
        "std::cout << std::setw(3) >> x",
        "cout << f(x) << g(y) + z",
        "x << f(y) >= >> z",
        "out << model(x)",
        '\\<< compare("a", "b") >>',
        '`<< compare("a", "b") >>`',
        '~~~~\n<< compare("a", "b") >>\n~~~\n~~~~~',
        '- item\n\n  ```\n  << compare("a", "b") >>\n  ```',
        '1. item\n\n    text\n\n        << compare("a", "b") >>',
        'text\n\n\t<< compare("a", "b") >>',
        '<!--\n\n<< compare("a", "b") >>\n-->',
    ],
)
def test_what_is_no_macro_is_not_found(text):
    assert calls_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        '<<compare("a","b")>>',
        'text\n    << compare("a", "b") >>',
        '- item\n\n    << compare("a", "b") >>',
        '-   item\n\n    - deeper\n\n        << compare("a", "b") >>',
        '=== "Tab"\n\n    !!! note\n\n        << compare("a", "b") >>',
        '[^1]: Note\n\n    << compare("a", "b") >>',
        'Term\n\n:   << compare("a", "b") >>\n\n    More',
        '```\nnever closed\n\n<< compare("a", "b") >>',
        'an odd ` and\n\n<< compare("a", "b") >>\n\nanother ` here',
        '<< compare("a, "b") >>',
        '<< compare("a", "b")',
        "<< foo(1) >>",
    ],
)
def test_what_is_a_macro_is_found(text):
    assert len(calls_in(text)) == 1


def test_the_line_of_a_macro_is_found_however_it_is_broken_there():
    text = 'x\n\n> << f("a",\n>    "b c") >>\n'
    assert line_of(text, ' f("a", "b c") ', 0) == 3


def test_each_occurrence_has_its_line_and_too_many_have_the_last():
    text = '<< f("a") >>\n\n`<< f("a") >>`\n\n<< f("a") >>\n'
    assert [line_of(text, ' f("a") ', each) for each in range(3)] == [1, 5, 5]


def test_a_macro_that_is_not_closed_is_not_found_in_one_that_is():
    text = '<< f("a") >>\n\n<< f("a", "b") >>\n\n<< f("a"\n\n<< f("a")\n'
    assert line_of(text, ' f("a"', 0, closed=False) == 5
    assert line_of(text, ' f("a")', 0, closed=False) == 7


def test_backslashes_before_a_macro_tell_whether_it_is_one():
    assert line_of('\\<< f("a") >>\n\\\\<< f("a") >>', ' f("a") ', 0) == 2


def test_one_macro_counts_the_same_wherever_it_is_broken():
    text = '<< f("a","b") >>\n\n> << f("a",\n> "b") >>\n\n<< f( "a", "b" ) >>\n'
    for inner in (' f("a","b") ', ' f("a",\n"b") ', ' f( "a", "b" ) '):
        assert [line_of(text, inner, each) for each in range(3)] == [1, 3, 6]


def test_a_macro_that_is_in_code_only_has_the_line_of_the_code():
    assert line_of('x\n\n    << f("a") >>', ' f("a") ', 0) == 3


def test_a_macro_from_another_file_has_no_line():
    assert line_of("text", ' f("a") ', 0) is None


@given(st.text("`~>- *1.!\n\t<:a\\", max_size=80))
def test_blanking_code_keeps_every_place(text):
    bare = without_code(text)
    assert len(bare) == len(text)
    assert [at for at, letter in enumerate(bare) if letter == "\n"] == [
        at for at, letter in enumerate(text) if letter == "\n"
    ]


@given(st.text("<>()\"'\\ fcomparet,\n", max_size=80))
def test_any_text_can_be_searched(text):
    for found in calls_in(text):
        assert 1 <= found.line <= text.count("\n") + 1
