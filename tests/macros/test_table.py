"""The table from which the reference page, the checks and the texts of mistakes are made."""

from mkdocs_model_compare.macros import Comparison, Kind, resolve, signatures
from mkdocs_model_compare.rendering.renderer import SECTIONS
from tests.macros.catalogs import WORKLOAD, small_catalog


def test_the_macros_are_those_of_the_contract():
    assert [(each.name, each.block) for each in signatures()] == [
        ("compare", True),
        *((name, True) for name in SECTIONS),
        ("profile", True),
        ("models", True),
        ("picker", True),
        ("price_history", True),
        ("changes", True),
        ("decision_rule", True),
        ("fact", False),
        ("model", False),
        ("cost", False),
    ]


def test_every_parameter_has_what_its_documentation_shows():
    for signature in signatures():
        assert signature.doc.endswith(".")
        for parameter in signature.parameters:
            assert parameter.doc.endswith(".")
            assert parameter.required == (parameter.default is None)


def test_every_example_is_right():
    for signature in signatures():
        resolve(signature.example, small_catalog(), WORKLOAD)


def test_every_kind_gives_an_example_that_it_takes():
    by_kind = {each.kind: each.name for signature in signatures() for each in signature.parameters if not each.many}
    assert set(by_kind) == set(Kind)
    for kind, name in by_kind.items():
        signature = next(each for each in signatures() if name in each.keywords)
        required = ["a"] if signature.parameters[0].required and not signature.parameters[0].many else []
        given = {"model": '"a"', "path": '"released"'} if required else {}
        values = {key: value for key, value in given.items() if key in signature.keywords}
        arguments = ", ".join(f"{key}={value}" for key, value in {**values, name: kind.example}.items())
        models = '"a", "b", ' if signature.parameters[0].many else ""
        text = f"{signature.name}({models}{arguments})"
        if signature.name == "model":
            text = 'model(model="a")'
        resolve(text, small_catalog(), WORKLOAD)


def test_a_range_reads_as_words():
    ranges = {each.name: each.range for signature in signatures() for each in signature.parameters}
    assert ranges["requests"] == "1 or more"
    assert ranges["cached"] == "0 to 1"
    assert ranges["batch"] is None


def test_every_section_is_documented_by_a_comparison():
    for name in SECTIONS:
        found = resolve(f'{name}("a", "b")', small_catalog(), WORKLOAD)
        assert isinstance(found, Comparison)
        assert found.sections == (name,)
