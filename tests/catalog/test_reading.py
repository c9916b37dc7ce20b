from decimal import Decimal

import pytest

from mkdocs_model_compare.catalog import composing
from mkdocs_model_compare.catalog.reading import interpret, read_document
from tests.catalog.folders import report


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def parser(request, monkeypatch):
    """Every test here holds with libyaml and without it."""
    if request.param == "pure":
        monkeypatch.setattr(composing, "COMPOSER", composing.PureComposer)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("yes", True),
        ("Yes", True),
        ("ON", True),
        ("true", True),
        ("no", False),
        ("off", False),
        ("FALSE", False),
        ("y", "y"),
        ("yEs", "yEs"),
        ("5", 5),
        ("-5", -5),
        ("+5", 5),
        ("0", 0),
        ("200_000", 200000),
        ("0200", "0200"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("1.00", Decimal("1.00")),
        ("-.5", Decimal("-0.5")),
        ("5.", Decimal(5)),
        ("1.5e-06", Decimal("0.0000015")),
        ("1e-06", "1e-06"),
        ("2e6", "2e6"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        (".", "."),
        ("-", "-"),
        ("2025-10-15", "2025-10-15"),
        ("2025-10", "2025-10"),
        ("2025", 2025),
        ("9" * 41, "9" * 41),
        ("٣", "٣"),
    ],
)
def test_a_plain_scalar_means(text, meaning):
    found = interpret(text)
    assert (found, type(found)) == (meaning, type(meaning))


def test_a_decimal_is_as_it_was_written():
    assert str(interpret("0.10")) == "0.10"


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("text", ["5", "yes", "null", "1.0"])
def test_a_quoted_scalar_is_text(quote, text):
    assert read_document(f"a: {quote}{text}{quote}\n".encode()).data == {"a": text}


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbfname: A\ndeveloper: Lab\n",
        b"name: A\r\ndeveloper: Lab\r\n",
        b"# a fact sheet\n\nname: A  # its name\ndeveloper: Lab\n",
        b"{name: A, developer: Lab}",
        b"---\nname: A\ndeveloper: Lab\n...\n",
        "name: 模型 Ω\ndeveloper: Лаборатория\nsummary: ﷽ 🙂\n".encode(),
        b"name: &name A\ndeveloper: *name\n",
        b"name: >-\n  A\ndeveloper: |\n  Lab\n",
    ],
    ids=["byte order mark", "CRLF", "comments", "flow style", "one marked document", "letters", "an alias", "blocks"],
)
def test_every_way_to_write_a_file_is_fine(tmp_path, raw):
    assert report(tmp_path, {"models/a.yml": raw}) == ""


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            b"name: A\ndeveloper: \xff\n",
            "data/models/a.yml:2:12: the file is not UTF-8; expected UTF-8 text; save it with that encoding",
        ),
        (
            "name: A\n".encode("utf-16"),
            "data/models/a.yml:1:1: the file is not UTF-8; expected UTF-8 text; save it with that encoding",
        ),
        (
            b"name: A\ndeveloper: Lab\x07\n",
            "data/models/a.yml:2:15: the control character U+0007 is not allowed; expected text; delete it",
        ),
        (
            b"name: A\r\ndeveloper: Lab\r\n\r\nfit: 5\r\n",
            "data/models/a.yml:4:6: fit: 5 stands here; expected a list, each item an id; write a list, such as [1, 2]",
        ),
        (
            b"\xef\xbb\xbfname: 4\ndeveloper: Lab\n",
            'data/models/a.yml:1:7: name: 4 is a number; expected text; put it in quotes: "4"',
        ),
        (
            b"#" * 4_000_001,
            "data/models/a.yml: the file has 4,000,001 bytes; expected at most 4,000,000; split it up",
        ),
        (
            b"name: A\ndeveloper: Lab\nfit:\n" + b"".join(b" " * depth + b"- \n" for depth in range(300)),
            "data/models/a.yml:63:60: nested absurdly deep; expected a catalog file's few levels; unfold it",
        ),
    ],
    ids=["a stray byte", "UTF-16", "a control character", "CRLF", "byte order mark", "too large", "too deep"],
)
def test_bytes_that_will_not_do_are_reported_at_their_place(tmp_path, raw, expected):
    assert report(tmp_path, {"models/a.yml": raw}) == expected


def test_a_long_flat_file_is_not_mistaken_for_a_deep_one(tmp_path):
    providers = "".join(f"p{number}: {{name: P}}\n" for number in range(500))
    assert report(tmp_path, {"providers.yml": providers}) == ""
