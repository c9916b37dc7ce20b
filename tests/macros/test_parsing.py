"""Reading the text between `<<` and `>>`."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_model_compare.macros import MacroError, Span, parse_call, with_caret


def read(text: str) -> tuple[str, list[object], dict[str, object]]:
    call = parse_call(text)
    named = {each.name: each.literal.plain for each in call.arguments if each.name is not None}
    return call.name, [each.literal.plain for each in call.arguments if each.name is None], named


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"a"', "a"),
        ("'a \"b\"'", 'a "b"'),
        (r'"say \"x\" \\ \| \_ \' é \x41"', 'say "x" \\ | _ \' é A'),
        (r'"a\nb\tc"', "a\nb\tc"),
        ('""', ""),
        ('"« >> << ü 漢"', "« >> << ü 漢"),
        ("12", 12),
        ("1_000_000", 1_000_000),
        ("-3", -3),
        ("0.40", Decimal("0.40")),
        (".5", Decimal("0.5")),
        ("True", True),
        ("false", False),
        ("None", None),
        ("[]", ()),
        ('["a", 1, [True]]', ("a", 1, (True,))),
        ('("a", "b",)', ("a", "b")),
        ("{}", {}),
        ('{"vision": True, "k": ["x"],}', {"vision": True, "k": ("x",)}),
    ],
)
def test_a_literal_is_read(written, value):
    assert read(f"f({written}, k={written})") == ("f", [value], {"k": value})


def test_a_decimal_number_is_never_a_float():
    (argument,) = parse_call("f(0.1)").arguments
    assert argument.literal.value == Decimal("0.1")
    assert isinstance(argument.literal.value, Decimal)


@pytest.mark.parametrize("text", ["f()", " f ( ) ", "\n\tf\n(\n)\n"])
def test_a_call_needs_no_arguments(text):
    assert read(text) == ("f", [], {})


def test_space_and_line_breaks_can_be_anywhere_between_parts():
    assert read('\n f\n(\n"a"\n,\nk\n=\n[\n1\n,\n]\n,\n)\n') == ("f", ["a"], {"k": (1,)})


def test_every_part_knows_its_place():
    call = parse_call(' compare("a", n=12)')
    assert call.name_span == Span(1, 8)
    assert call.parentheses == Span(8, 19)
    assert [argument.span for argument in call.arguments] == [Span(9, 12), Span(14, 18)]
    assert call.arguments[1].literal.span == Span(16, 18)


@pytest.mark.parametrize(
    ("text", "message", "fault"),
    [
        ("", 'a macro begins with its name, e.g. compare("a", "b")', " "),
        ('"a"', 'a macro begins with its name, e.g. compare("a", "b")', '"a"'),
        ("f", 'after "f" there must be its arguments in parentheses', " "),
        ('f "a"', 'after "f" there must be its arguments in parentheses', '"a"'),
        ('f("a"', '")" is missing at the end', " "),
        ('f("a" "b")', 'there must be "," or ")" before this', '"b"'),
        ('f(["a" "b"])', 'there must be "," or "]" before this', '"b"'),
        ('f(["a")', 'there must be "," or "]" before this', ")"),
        ('f({"a" 1})', 'after the key "a" there must be ":" and its value', "1"),
        ("f({a: 1})", 'a key is text in quotes, e.g. {"openness": "open-weights"}', "a"),
        ('f({"a": 1, "a": 2})', 'the key "a" is given twice; keep one', '"a"'),
        ("f(a)", 'a is not a value; text stands in quotes: "a"', "a"),
        ("f(,)", "there is no value before this comma", ","),
        ("f(k=)", '")" stands where a value was expected', ")"),
        ("f(k=", "the macro ends where a value was expected", " "),
        ("f(sections: [1])", 'an argument is given with "=": sections=…', ":"),
        ('f(k=1, "a")', "an argument without a name cannot follow one with a name; put it first or name it", '"a"'),
        ("f(requests=1,000)", "a number is written without commas: requests=1_000", "000"),
        ("f() g()", "a macro is one call; nothing can follow its closing parenthesis", "g"),
        ("f(“a”)", "“ is a typographic quote; write a straight one, \" or '", "“"),
        ('f("a)', 'the text that begins here has no closing " on its line', '"'),
        ('f("a\nb")', 'the text that begins here has no closing " on its line', '"'),
        ("f(1 + 1)", "+ has no meaning in a macro; text stands in quotes", "+"),
        ("f(x.y)", ". has no meaning in a macro; text stands in quotes", "."),
        ("f(1e6)", "1e6 is not a number; write it out, e.g. 200_000 or 0.4", "1e6"),
        ("f(200k)", "200k is not a number; write it out, e.g. 200_000 or 0.4", "200k"),
        ("f(40%)", "40% is not a number; a share is written from 0 to 1, e.g. 0.4", "40%"),
        ("f(٣)", "٣ is not a number; write it with the digits 0 to 9", "٣"),
        (f"f({'9' * 5000})", "a number has 18 digits at most", "9" * 5000),
        (r'f("a\q")', r"\q is not an escape; a backslash itself is written \\", r"\q"),
        (r'f("\ud800")', "this escape names half of a character; write the character itself", r"\ud800"),
        ("f([[[[[[1]]]]]])", "lists can stand 4 deep at most", "["),
        (f"f({'[' * 5000}", "lists can stand 4 deep at most", "["),
        ("__import__('os').system('x')", ". has no meaning in a macro; text stands in quotes", "."),
        ("f(open('x'))", 'open is not a value; text stands in quotes: "open"', "open"),
    ],
)
def test_a_mistake_says_what_and_where(text, message, fault):
    with pytest.raises(MacroError) as caught:
        parse_call(text)
    assert caught.value.message == message
    assert caught.value.span is not None
    assert f"{text} "[slice(*caught.value.span)] == fault


def test_the_caret_stands_under_the_fault():
    assert with_caret(' f("a", "b") ', Span(8, 11)) == '<< f("a", "b") >>\n          ^^^'


def test_the_caret_stands_under_its_own_line():
    assert with_caret('f(\n  "a",\n  "b"\n)', Span(5, 8)) == '<<f(\n  "a",\n  ^^^\n  "b"\n)>>'


def test_a_fault_over_several_lines_is_marked_on_its_first():
    assert with_caret("f(\n[1,\n2])", Span(3, 9)) == "<<f(\n[1,\n^^^\n2])>>"


def test_wide_letters_take_two_columns():
    assert with_caret('f("漢", "字")', Span(7, 10)) == '<<f("漢", "字")>>\n          ^^^^'


def test_the_caret_passes_over_marks_that_stand_above_a_letter():
    assert with_caret('f("e\u0301", 1)', Span(8, 9)) == '<<f("e\u0301", 1)>>\n         ^'


def test_a_macro_that_is_not_closed_is_shown_so():
    assert with_caret(" f()", Span(4, 6), closed=False) == "<< f()\n      ^"


def test_without_a_place_there_is_no_caret():
    assert with_caret(" f() ", None) == "<< f() >>"


LITERALS = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-(10**17), 10**17) | st.booleans() | st.none(),
    lambda values: st.lists(values, max_size=3).map(tuple) | st.dictionaries(st.text("abc_ é"), values, max_size=3),
    max_leaves=6,
)


def written(value: object) -> str:
    """A value as an author would write it."""
    if isinstance(value, str):
        return '"' + value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n") + '"'
    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(item)}" for key, item in value.items()) + "}"
    return str(value)


def depth(value: object) -> int:
    items = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else None
    return 0 if items is None else 1 + max(map(depth, items), default=0)


@given(st.lists(LITERALS.filter(lambda value: depth(value) <= 4), max_size=4))
def test_what_is_written_is_read_back(values):
    text = f"f({', '.join([*map(written, values), 'k=1'])})"
    assert read(text) == ("f", values, {"k": 1})


@given(st.text("compare(\"',=[]{}:\\ab12_.-+ \n“<>", max_size=60))
def test_any_text_is_a_call_or_a_mistake(text):
    fault = fault_of(text)
    if fault is not None:
        assert 0 <= fault.start < fault.end <= len(text) + 1
        assert with_caret(text, fault).count("^") >= 1


def fault_of(text: str) -> Span | None:
    """Where the mistake is; None for a good call."""
    try:
        parse_call(text)
    except MacroError as error:
        return error.span
    return None
