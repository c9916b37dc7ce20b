"""A plugin goes into the list of mkdocs.yml, and no other byte changes."""

from difflib import ndiff
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.catalog.foreign import read_foreign
from mkdocs_model_compare.catalog.inserting import NoPlaceError, with_plugin

NAME = "model-compare"
MATERIAL = """\
# The site
site_name: 'Docs'   # as on the sign
repo_url: !ENV [REPO, "https://example.org"]

markdown_extensions:
    - pymdownx.emoji:
        emoji_index: !!python/name:material.extensions.emoji.twemoji
        emoji_generator: !!python/name:material.extensions.emoji.to_svg
plugins:
    - search:
        separator: '[\\s\\-]+'   # words
    # - blog
    - social: !ENV [SOCIAL, {}]

    # to come: tags
nav:
    - Home: index.md
"""
CASES = {
    "a list": ("plugins:\n  - search\n", "plugins:\n  - search\n  - model-compare\n"),
    "a list without indent": ("plugins:\n- search\nnav: []\n", "plugins:\n- search\n- model-compare\nnav: []\n"),
    "no line break at the end": ("plugins:\n  - search", "plugins:\n  - search\n  - model-compare\n"),
    "Windows": ("plugins:\r\n  - search\r\nnav: []\r\n", "plugins:\r\n  - search\r\n  - model-compare\r\nnav: []\r\n"),
    "a comment beside": ("plugins:\n  - search # on\nx: 1\n", "plugins:\n  - search # on\n  - model-compare\nx: 1\n"),
    "a mapping": ("plugins:\n  search: {}\n  tags:\n", "plugins:\n  search: {}\n  tags:\n  model-compare: {}\n"),
    "brackets": ("plugins: [search, tags]\n", "plugins: [search, tags, model-compare]\n"),
    "a comma at the end": ("plugins: [search,]\n", "plugins: [search, model-compare,]\n"),
    "brackets over lines": ("plugins: [\n  a: {b: 1},\n  c\n]\n", "plugins: [\n  a: {b: 1},\n  c, model-compare\n]\n"),
    "empty brackets": ("plugins: []\n", "plugins: [model-compare]\n"),
    "braces": ("plugins: {search: {}}\n", "plugins: {search: {}, model-compare: {}}\n"),
    "empty braces": ("plugins: {}\n", "plugins: {model-compare: {}}\n"),
    "none": ("site_name: A\n", "site_name: A\n\nplugins:\n  - search\n  - model-compare\n"),
    "none, cut short": ("site_name: A", "site_name: A\n\nplugins:\n  - search\n  - model-compare\n"),
    "a text of lines": (
        "plugins:\n  - a:\n      b: |\n        c\n        d\n\nx: 1\n",
        "plugins:\n  - a:\n      b: |\n        c\n        d\n\n  - model-compare\nx: 1\n",
    ),
    "options of options": (
        "plugins:\n  - a:\n      b:\n        - c\n        - d: e\nx: 1\n",
        "plugins:\n  - a:\n      b:\n        - c\n        - d: e\n  - model-compare\nx: 1\n",
    ),
    "a byte order mark": ("\ufeffplugins:\n  - a\nx: 1\n", "\ufeffplugins:\n  - a\n  - model-compare\nx: 1\n"),
}
REFUSED = {
    "plugins: !ENV [PLUGINS, []]\n": "its plugins are written in a way of their own",
    "base: &p [search]\nplugins: *p\n": "its plugins are written in a way of their own",
    "plugins:\n": "its plugins are written in a way of their own",
    "plugins: search\n": "its plugins are written in a way of their own",
    "INHERIT: base.yml\nsite_name: A\n": (
        "it inherits from another file, whose list of plugins may be the one to add to"
    ),
    "{site_name: A}\n": "it is no list of settings, one below the other",
    "- a\n": "it is no list of settings, one below the other",
    "a: [\n": "it cannot be read: ",
}


def added(before, after):
    return [line for line in ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)) if line[0] != " "]


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_it_is_the_last_of_the_list(before, after):
    assert with_plugin(before, NAME, None) == after


def test_comments_layout_and_tags_stay_as_they_are():
    after = with_plugin(MATERIAL, NAME, None)
    assert added(MATERIAL, after) == ["+     - model-compare\n"]
    assert after.index("model-compare") > after.index("social")
    assert after.index("model-compare") < after.index("nav")


@pytest.mark.parametrize("name", CASES)
def test_the_folder_is_given_where_it_is_another(name):
    after = with_plugin(CASES[name][0], NAME, "our models")
    assert '{catalog: "our models"}' in after
    listed = read_foreign(after.encode())["plugins"]
    options = listed[NAME] if isinstance(listed, dict) else listed[-1][NAME]
    assert options == {"catalog": "our models"}


@pytest.mark.parametrize(("text", "why"), REFUSED.items(), ids=list(REFUSED))
def test_what_is_better_left_to_a_person_is_left(text, why):
    with pytest.raises(NoPlaceError) as refused:
        with_plugin(text, NAME, None)
    assert str(refused.value).startswith(why)


KEYS = st.sampled_from(["site_name", "nav", "theme", "extra", "hooks", "x-y"])
VALUES = st.sampled_from(
    [
        "A",
        "'a: b'",
        "|\n  one\n  two",
        "[a, b]",
        "{a: 1}",
        "\n  - a\n  - b: c",
        "\n  a: 1 # one",
        "!ENV X",
        ">-\n  folded",
    ]
)
ITEMS = st.sampled_from(["search", "tags:", "a: {b: c}", "a:\n      b: 1", "a:\n      - b", "!ENV [A, b]", "'quoted'"])
GAPS = st.sampled_from(["", "\n", "# a comment\n", "\n  # deeper\n\n"])


@given(
    before=st.lists(st.tuples(KEYS, VALUES), max_size=3, unique_by=lambda one: one[0]),
    items=st.lists(st.tuples(ITEMS, GAPS), min_size=1, max_size=3),
    rest=st.sampled_from(["", "copyright: me\n", "# the end\n", "\n\nwatch: [a]"]),
)
def test_in_any_file_one_line_is_added_and_nothing_else(before, items, rest):
    text = "".join(f"{key}: {value}\n" for key, value in before) + "plugins:\n"
    text += "".join(f"  - {item}\n{gap}" for item, gap in items) + rest
    after = with_plugin(text, NAME, None)
    assert added(text, after) == ["+   - model-compare\n"]
    assert read_foreign(after.encode())["plugins"][-1] == NAME


def test_a_file_is_read_without_following_its_tags():
    text = dedent("""
        a: !!python/object/apply:os.system ["exit 1"]
        b: {c: [!ENV X, 1, yes, 1.5, "2"]}
    """)
    found = read_foreign(text.encode())
    assert found["a"] is None
    assert [str(one) for one in found["b"]["c"]] == ["None", "1", "True", "1.5", "2"]
