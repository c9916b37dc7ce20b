"""What holds for every page."""

import re

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_model_compare.extension import ModelCompareExtension
from tests.extension.fakes import FakeHost
from tests.extension.test_cases import SETS

# Whatever Markdown gives a meaning to, and whole pieces of it.
PIECES = st.sampled_from(
    [
        *"<>`~*_[]()|\\\"'!#-+=:.,&;{}^ \n\n\n\t12ab",
        *("    ", "\n\n", "<div>", "</div>", "<!--", "-->", "&lt;", "](x)", "- ", "> ", "1. ", "!!! note\n    "),
        *('=== "T"\n    ', "[^1]", "[^1]: ", "|-|-|\n", "```", "***", "<b ", "é漢"),
    ]
)
MACROS = st.sampled_from(
    [
        *("<<", ">>", "<< ", " >>", "<< fact(", "<< compare(", 'compare("a", "b") >>', '<< model("a") >>', '"a", '),
        *('"b"', ")", '<< summary("a", "b") >>', "\\<<", "sections=[", "]", "requests=1", "(", "<<x>>", "'"),
        '<< fact("a", "x|y") >>',
    ]
)
HOSTS = {name: FakeHost() for name in SETS}
CONVERTERS = {
    name: (
        markdown.Markdown(extensions=list(chosen), extension_configs=chosen),
        markdown.Markdown(extensions=[*chosen, ModelCompareExtension(HOSTS[name])], extension_configs=chosen),
    )
    for name, chosen in SETS.items()
}


@pytest.mark.parametrize("extensions", SETS)
@given(text=st.lists(PIECES, max_size=40).map("".join).filter(lambda text: "<<" not in text))
def test_a_page_without_the_sign_is_converted_as_if_the_extension_were_not_there(extensions, text):
    without, with_it = CONVERTERS[extensions]
    assert with_it.reset().convert(text) == without.reset().convert(text)


@pytest.mark.parametrize("extensions", SETS)
@given(text=st.lists(PIECES | MACROS, max_size=30).map("".join))
@example(text='<< compare("a",\n\n' * 30)
@example(text="<< compare(" + "[" * 3000 + " >>")
def test_any_page_can_be_converted_and_leaves_no_placeholder(extensions, text):
    host, (_, md) = HOSTS[extensions], CONVERTERS[extensions]
    host.warnings.clear()
    html = md.reset().convert(text)
    assert not re.search("[\x02\x03\x0b\x0e]|wzxhzdk", html)
    for warning in host.warnings:
        assert re.match(r"(line \d+|a macro): ", warning)


@pytest.mark.parametrize("extensions", SETS)
@given(inner=st.text("compareft(\"',=[]{}:\\ab12_.-+ \n“<>|`$*", max_size=40))
def test_whatever_stands_between_the_signs_is_a_macro_or_a_mistake_or_text(extensions, inner):
    host, (_, md) = HOSTS[extensions], CONVERTERS[extensions]
    host.warnings.clear()
    html = md.reset().convert(f"<< compare({inner}) >>\n\nText << fact({inner}) >> text")
    boxes = len(re.findall(r'class="(?:mc )?mc-error"', html))
    assert boxes == len(host.warnings)
