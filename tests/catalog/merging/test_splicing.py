"""Edits of a file's text: what is asked for is there, and every other byte is as it was."""

import pytest

from mkdocs_model_compare.catalog.merging.splicing import Splice, UneditableError
from mkdocs_model_compare.catalog.reading import read_document

TEXT = """\
# a model
name: "A"   # as its lab has it
window: 200000  # tokens
empty:
price: {input: 1.00, output: 5.00} # flow
block:
    input:   1.00   # block
    # between

    output: 5.00

# before the list
routes:
  - provider: x

  # the second
  - {provider: y}
note: |
  text

last: 1
"""


def spliced(text, *edits):
    splice = Splice(text.encode())
    for name, *arguments in edits:
        getattr(splice, name)(*arguments)
    after = splice.result()
    assert not read_document(after).faults
    return after.decode()


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("window",), 262144, "window: 200000  # tokens", "window: 262144  # tokens"),
        (("name",), "yes", 'name: "A"   #', 'name: "yes"   #'),
        (("price", "output"), 4, "output: 5.00}", "output: 4}"),
        (("block", "input"), 2, "input:   1.00   #", "input:   2   #"),
        (("routes", 1, "provider"), "z", "provider: y", "provider: z"),
        (("last",), "1.0", "last: 1", 'last: "1.0"'),
        (("empty",), 5, "empty:\n", "empty: 5\n"),
    ],
)
def test_a_value_is_replaced_where_it_stands(path, value, old, new):
    assert spliced(TEXT, ("replace", path, value)) == TEXT.replace(old, new)


def test_the_value_of_the_long_form_is_replaced_alone():
    text = "a: {value: 1, source: s, note: mine}\n"
    assert spliced(text, ("replace", ("a",), 2)) == "a: {value: 2, source: s, note: mine}\n"


@pytest.mark.parametrize(
    ("path", "key", "order", "old", "new"),
    [
        ((), "size", ("window", "size"), "# tokens\n", "# tokens\nsize: 9\n"),
        (("price",), "cached", ("output", "cached"), "output: 5.00}", "output: 5.00, cached: 9}"),
        (("price",), "cached", ("input", "cached"), "input: 1.00,", "input: 1.00, cached: 9,"),
        (("block",), "cached", ("output", "cached"), "    output: 5.00\n", "    output: 5.00\n    cached: 9\n"),
        (("block",), "cached", ("input", "cached"), "# block\n", "# block\n    cached: 9\n"),
        (("routes", 0), "model", (), "- provider: x\n", "- provider: x\n    model: 9\n"),
        ((), "size", ("note", "size"), "  text\n", "  text\nsize: 9\n"),
        ((), "size", (), "last: 1\n", "last: 1\nsize: 9\n"),
    ],
)
def test_a_key_is_added_behind_its_neighbour(path, key, order, old, new):
    assert spliced(TEXT, ("insert", path, key, 9, order)) == TEXT.replace(old, new)


def test_an_entry_is_added_at_either_end_of_a_list():
    entry = {"provider": "z", "price": {"input": 1}}
    after = spliced(TEXT, ("append", ("routes",), entry), ("prepend", ("routes",), {"provider": "w"}))
    expected = TEXT.replace("  - {provider: y}\n", "  - {provider: y}\n  - provider: z\n    price: {input: 1}\n")
    assert after == expected.replace("routes:\n  - ", "routes:\n  - {provider: w}\n  - ")
    assert spliced("a: [1]\n", ("append", ("a",), 2), ("prepend", ("a",), 0)) == "a: [0, 1, 2]\n"
    assert spliced("a: []\n", ("append", ("a",), 2)) == "a: [2]\n"


def test_several_keys_at_one_place_stand_in_the_order_of_asking():
    after = spliced("a: 1\nd: 4\n", ("insert", (), "b", 2, ("a", "b")), ("insert", (), "c", 3, ("a", "b", "c")))
    assert after == "a: 1\nb: 2\nc: 3\nd: 4\n"


def test_line_ends_and_byte_order_mark_stay():
    raw = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    splice = Splice(raw)
    splice.insert((), "size", {"a": 1}, ("window", "size"))
    assert splice.result() == raw.replace(b"# tokens\r\n", b"# tokens\r\nsize: {a: 1}\r\n")


def test_a_last_line_without_an_end_stays_one():
    assert spliced("a: 1\nb: 2", ("replace", ("b",), 3)) == "a: 1\nb: 3"
    assert spliced("a: 1", ("insert", (), "b", 2, ())) == "a: 1\nb: 2"


@pytest.mark.parametrize(
    ("text", "edit", "why"),
    [
        ("a: &x 1\nb: *x\n", ("replace", ("b",), 2), "an alias (*name) stands there"),
        ("a: &x 1\nb: *x\n", ("replace", ("a",), 2), "an anchor (&name) stands there"),
        ("a: &x {c: 1}\nb: *x\n", ("replace", ("b", "c"), 2), "an alias (*name) stands there"),
        ("a: 1\n", ("replace", ("b",), 2), "there is no such place"),
        ("a: 1\n", ("insert", ("a",), "b", 2, ()), "a mapping is expected there"),
        ("a: 1\n", ("append", ("a",), 2), "a list is expected there"),
    ],
)
def test_what_would_change_another_place_is_refused(text, edit, why):
    splice = Splice(text.encode())
    with pytest.raises(UneditableError) as refused:
        getattr(splice, edit[0])(*edit[1:])
    assert str(refused.value) == why
