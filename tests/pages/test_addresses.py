"""Every set of models has one address: readable, of the same ids always the same, safe everywhere, no other's."""

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_model_compare.pages.addresses import comparison_uri, model_uri, slug

ODD = st.sampled_from(
    [
        "con",
        "CON",
        "con.5",
        "aux",
        "lpt1.a.b",
        "index",
        "README",
        "a-vs-b",
        "vs",
        "a-vs",
        "vs-b",
        "b-versus-c",
        "..",
        ".a",
        "a.",
        "-a",
        "a b",
        "a/b",
        "a\\b",
        "a?b#c",
        "é",
        "模型",
        "a" * 300,
        "é" * 200,
        "a--0123abcd",
        "con--0123abcd",
    ]
)
IDS = ODD | st.text(min_size=1, max_size=30) | st.from_regex(r"[a-c][a-c.-]{0,6}", fullmatch=True)
SETS = st.frozensets(IDS, min_size=2, max_size=6)


def test_ids_as_they_usually_are_stay_as_they_are():
    for model in ("claude-haiku-4.5", "gemma-4-12b-it", "gpt_4@2024+a~b", "模型-7", "Qwen3"):
        assert slug(model) == model


def test_what_will_not_do_stays_readable():
    assert slug("con").startswith("con--")
    assert slug("a b").startswith("a-b--")
    assert slug("a-vs-b").startswith("a-versus-b--")
    assert comparison_uri("compare", ["a", "b"]) == "compare/a-vs-b.md"
    assert model_uri("compare", "index").startswith("compare/models/index--")


@given(IDS, IDS)
@example("a-vs-b", "a-versus-b")
@example("con", "CON")
def test_two_ids_never_have_one_address(one, other):
    assert (slug(one) == slug(other)) == (one == other)


@given(SETS, SETS)
@example(frozenset({"a-vs-b", "c"}), frozenset({"a", "b-vs-c"}))
@example(frozenset({"a", "b", "c"}), frozenset({"a-vs-b", "c"}))
@example(frozenset({"a-vs", "b"}), frozenset({"a", "vs-b"}))
def test_two_sets_of_models_never_have_one_address(one, other):
    same = comparison_uri("x", sorted(one)) == comparison_uri("x", sorted(other))
    assert same == (one == other)


@given(SETS)
def test_every_file_system_and_server_takes_it(models):
    for uri in (comparison_uri("compare", sorted(models)), *(model_uri("compare", model) for model in models)):
        name = uri.rpartition("/")[2].removesuffix(".md")
        assert len(f"{name}.html".encode()) <= 255
        assert not set(name) & set('<>:"/\\|?*#%& ')
        assert name.isprintable()
        assert name[0] not in ".-"
        assert name[-1] not in ". "
        assert name.partition(".")[0].casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
        assert name.casefold() not in {"index", "readme"}
