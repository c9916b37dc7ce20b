"""The tables of the documentation that are made from the code, so that a page cannot say what the code does not.

A page holds each between `<!-- made: name -->` and `<!-- end of name -->`. `MADE` has a maker for every name.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

from mkdocs_model_compare.catalog.defaults import shipped
from mkdocs_model_compare.catalog.doubting import CHECKS
from mkdocs_model_compare.catalog.json_schema import Row, fields, schemas
from mkdocs_model_compare.catalog.meanings import meanings
from mkdocs_model_compare.catalog.schema import Long
from mkdocs_model_compare.comparison.comparison import row_keys
from mkdocs_model_compare.comparison.nearness import RULE
from mkdocs_model_compare.macros import MACROS, Parameter
from mkdocs_model_compare.pages.wishes import WISHES
from mkdocs_model_compare.rendering.exporting import COMPARISON
from mkdocs_model_compare.rendering.exporting.coverage import COVERAGE
from mkdocs_model_compare.rendering.exporting.differences import DIFFERENCE
from mkdocs_model_compare.rendering.exporting.facts import FACTS
from mkdocs_model_compare.rendering.exporting.formats import formats
from mkdocs_model_compare.rendering.exporting.shapes import Shape, definitions
from mkdocs_model_compare.rendering.renderer import SECTIONS

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "plugin" / "mkdocs_model_compare" / "rendering" / "templates"
BLOCK = re.compile(r"(<!-- made: (?P<name>[\w. -]+) -->\n)(?P<body>.*?)(<!-- end of (?P=name) -->)", re.DOTALL)

# Table of catalog.md → the kind of file, and what the paths of its keys begin with.
_KEYS: Mapping[str, tuple[str, str]] = {
    "model": ("model", ""),
    "route": ("model", "routes[]."),
    "benchmark result": ("model", "benchmarks[]."),
    "source": ("model", "sources.<id>."),
    "providers": ("providers", "<id>."),
    "licenses": ("licenses", "<id>."),
    "benchmarks": ("benchmarks", "<id>."),
    "settings": ("catalog", ""),
    "comparison": ("comparison", ""),
}


def remade(page: str) -> str:
    """The page with every made table as the code has it now."""
    return BLOCK.sub(lambda found: f"{found[1]}\n{MADE[found['name']]()}\n\n{found[4]}", page)


def table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (heads, tuple("---" for _ in heads), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: str) -> str:
    return f"`{text}`"


def keys(name: str) -> str:
    """The keys of one file of the catalog, or of one of the larger mappings in it."""
    kind, prefix = _KEYS[name]
    apart = tuple(inner for file, inner in _KEYS.values() if file == kind and len(inner) > len(prefix))
    rows = (row for row in fields(kind) if row.path.startswith(prefix) and not row.path.startswith(apart))
    return table(_HEADS, (_key(row, prefix) for row in rows if not _REPEATED.search(row.path)))


_HEADS = ("Key", "Meaning", "Value", "Example")
# The prices of variants and of the past have the keys of the route's own.
_REPEATED = re.compile(r"(?:variants|history)\[\]\.price\.")


def _key(row: Row, prefix: str) -> tuple[str, ...]:
    meaning = f"**Required.** {row.description}" if row.required else row.description
    return code(row.path.removeprefix(prefix)), " ".join(meaning.split()), row.type, code(row.example)


def long_form() -> str:
    rows = ((code(name), " ".join(told.split())) for name, told in meanings(Long).items())
    return table(("Key", "Meaning"), rows)


def arguments(macro: str) -> str:
    rows = (_argument(parameter) for parameter in MACROS[macro].parameters)
    return table(("Argument", "Meaning", "Value", "Default"), rows)


def _argument(parameter: Parameter) -> tuple[str, ...]:
    value = parameter.kind.noun
    if parameter.many:
        value = f"{parameter.low} to {parameter.high} ids or aliases, in quotes, without a name"
    elif parameter.range:
        value = f"{value}, {parameter.range}" if "0 to 1" not in value else value
    default = "required" if parameter.required else parameter.default or ""
    return code(parameter.name), parameter.doc, value, default


def section_macros() -> str:
    rows = ((code(MACROS[name].example), MACROS[name].doc) for name in SECTIONS)
    return table(("Macro", "What it shows"), rows)


def columns() -> str:
    return ", ".join(map(code, ("name", "developer", "family", *row_keys())))


def signals() -> str:
    rows = ((code(name), str(weight), _SIGNALS[name]) for name, weight in (shipped().signals or {}).items())
    return table(("Signal", "Weight", "The model ahead"), rows)


_CAPABILITY = "has the capability, where the other is known not to"
_SIGNALS: Mapping[str, str] = {
    "price": "costs less at the page's workload, on its cheapest single route",
    "openness": "has the more open licence: open source over open weights over proprietary",
    "benchmarks": "leads in more of the benchmarks that both share",
    "context_window": "has the larger context window",
    "providers": "is offered by more providers",
    "commercial_use": "may be used commercially: permitted over conditional over prohibited",
    "status": "has the better standing: active over preview and legacy over deprecated over retired",
    "max_output": "has the longer maximum output",
    "released": "came out later",
    "knowledge_cutoff": "has the later knowledge cutoff",
    **dict.fromkeys(shipped().capabilities or {}, _CAPABILITY),
}


def use_cases() -> str:
    rows = (
        (
            code(name),
            case.name or name,
            ", ".join(map(code, case.require or ())) or "none",
            ", ".join(f"{code(signal)} {weight}" for signal, weight in (case.signals or {}).items()),
        )
        for name, case in (shipped().use_cases or {}).items()
    )
    return table(("Id", "Use case", "Must-haves", "Weights"), rows)


def thresholds() -> str:
    verdict = shipped().verdict
    assert verdict is not None
    return table(("Threshold", "Shipped"), iter((("`margin`", str(verdict.margin)), ("`floor`", str(verdict.floor)))))


def workloads() -> str:
    rows = (
        (
            code(name),
            f"{load.requests:,}",
            f"{load.input_tokens:,}",
            f"{load.output_tokens:,}",
            str(load.cached or 0),
            "yes" if load.batch else "no",
        )
        for name, load in (shipped().workloads or {}).items()
    )
    return table(("Workload", "Requests", "Input tokens", "Output tokens", "Cached", "Batch"), rows)


def capabilities() -> str:
    rows = (
        (code(name), one.name or name, one.description or "", "yes" if one.ask else "no")
        for name, one in (shipped().capabilities or {}).items()
    )
    return table(("Capability", "Name", "A model that has it", "Asked in the FAQ"), rows)


def checks() -> str:
    return table(("Check", "What it doubts"), ((code(name), doubted) for name, doubted in CHECKS.items()))


def pages() -> str:
    return table(("Key", "What it says", "Default"), ((code(name), *told) for name, told in WISHES.items()))


def schema_names() -> str:
    groups = {"a kind of file in the catalog": schemas(), "[what other programs get](json.md)": formats()}
    return table(("Schema of", "Names"), ((what, ", ".join(map(code, names))) for what, names in groups.items()))


def nearness() -> str:
    return table(("In common", "Points"), ((meaning, str(points)) for points, meaning in RULE.values()))


def templates() -> str:
    rows = ((code(path.name), _blocks(path), _given(path)) for path in sorted(TEMPLATES.glob("*.jinja")))
    return table(("Template", "Blocks", "Notes"), rows)


def _blocks(path: Path) -> str:
    return ", ".join(map(code, dict.fromkeys(_block_names(path)))) or "none"


def _block_names(path: Path) -> Iterator[str]:
    """Its own blocks, and those of the template that it extends."""
    tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
    yield from (block.name for block in tree.find_all(nodes.Block))
    for extended in tree.find_all(nodes.Extends):
        assert isinstance(extended.template, nodes.Const)
        yield from _block_names(TEMPLATES / extended.template.value)


def _given(path: Path) -> str:
    comment = re.match(r"\{#\s*(.*?)\s*#\}", path.read_text("utf-8"), re.DOTALL)
    assert comment is not None, f"{path.name} does not open with a comment"
    return " ".join(comment[1].split()).replace("|", r"\|")


def shapes(found: Mapping[str, Shape[Any]]) -> str:
    """The objects of a format, the whole first."""
    return "\n\n".join(
        f"### {name}\n\n{shape.doc}\n\n"
        + table(("Field", "Value", "Meaning"), ((code(one.name), one.kind.told, one.doc) for one in shape.fields))
        for name, shape in found.items()
    )


def own_shapes(root: Shape[Any]) -> str:
    """Those that a comparison has too stand with it."""
    shared = definitions(COMPARISON)
    return shapes({name: shape for name, shape in definitions(root).items() if name not in shared})


_WITH_ARGUMENTS = ("compare", "profile", "models", "picker", "price_history", "changes", "fact", "model", "cost")
MADE: Mapping[str, Callable[[], str]] = {
    **{f"keys of {name}": partial(keys, name) for name in _KEYS},
    "long form": long_form,
    **{f"arguments of {name}": partial(arguments, name) for name in _WITH_ARGUMENTS},
    "section macros": section_macros,
    "columns": columns,
    "signals": signals,
    "use cases": use_cases,
    "thresholds": thresholds,
    "workloads": workloads,
    "capabilities": capabilities,
    "checks": checks,
    "keys of pages": pages,
    "schema names": schema_names,
    "nearness": nearness,
    "templates": templates,
    "shapes": lambda: shapes(definitions(COMPARISON)),
    "shapes of diff": lambda: own_shapes(DIFFERENCE),
    "shapes of coverage": lambda: own_shapes(COVERAGE),
    "shapes of facts": lambda: own_shapes(FACTS),
}
