"""The arrows of import run one way, and each outside library has one room."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_model_compare

PACKAGE = Path(mkdocs_model_compare.__file__).parent
# A room imports itself and those of a lower number.
HEIGHTS = {"__init__": 0, "errors": 1, "catalog": 2, "comparison": 3, "rendering": 4, "macros": 5, "pages": 6}
# The command line tells of a site as the plugin builds it.
SHELLS = {"extension": 7, "site": 8, "plugin": 9, "cli": 10}
OWNERS = {
    "mkdocs": {"plugin", "site"},
    "markdown": {"extension"},
    "jinja2": {"rendering"},
    "yaml": {"catalog"},
    "pydantic": {"catalog"},
    "click": {"cli"},
    "rich": {"cli"},
    **dict.fromkeys(("time", "socket", "random", "requests", "http", "urllib.request"), frozenset(SHELLS)),
}
CLOCK_AND_ENVIRONMENT = {"today", "now", "utcnow", "getenv"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(parts: tuple[str, ...]) -> str:
    """The first name below the package: `("catalog", "model")` → `catalog`."""
    return parts[0].removesuffix(".py") if parts else "__init__"


def imported(tree: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """Every name that a module imports, relative ones made absolute, as `package.module.name`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            yield from (".".join(filter(None, (*base, node.module, alias.name))) for alias in node.names)


def violations(source: str, path: Path) -> list[str]:
    """What the module at `path`, relative to the package, does that its room may not."""
    here, tree, heights = room(path.parts), ast.parse(source), HEIGHTS | SHELLS
    assert here in heights, f"{path}: give this room its height in {Path(__file__).name}"
    found = []
    for name in imported(tree, (PACKAGE.name, *path.parts[:-1])):
        if name.split(".")[0] == PACKAGE.name:
            there = room(tuple(name.split(".")[1:]))
            if there in heights and there != here and heights[there] >= heights[here]:
                found.append(f"imports {there}")
        found += [
            f"imports {owned}"
            for owned, rooms in OWNERS.items()
            if f"{name}.".startswith(f"{owned}.") and here not in rooms
        ]
    for node in ast.walk(tree):
        called = ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""
        if called == "print" and here != "cli":
            found.append("prints")
        if called in CLOCK_AND_ENVIRONMENT or (isinstance(node, ast.Attribute) and node.attr == "environ"):
            found += [] if here in SHELLS else [f"reads {called or 'environ'}"]
    return found


@pytest.mark.parametrize("path", [module.relative_to(PACKAGE) for module in MODULES], ids=str)
def test_a_module_imports_only_what_its_room_may(path):
    assert violations((PACKAGE / path).read_text(encoding="utf-8"), path) == []


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("catalog/load.py", "from mkdocs_model_compare.comparison import costs", ["imports comparison"]),
        ("catalog/load.py", "from ..comparison import costs", ["imports comparison"]),
        ("catalog/load.py", "from .model import Model\nfrom ..errors import Place\nimport yaml", []),
        ("comparison/costs.py", "from mkdocs_model_compare import macros", ["imports macros"]),
        ("comparison/costs.py", "def f():\n    import yaml.nodes", ["imports yaml"]),
        ("extension.py", "from mkdocs_model_compare.plugin import ModelComparePlugin", ["imports plugin"]),
        ("extension.py", "import mkdocs.utils", ["imports mkdocs"]),
        ("rendering/links.py", "from urllib.parse import urlsplit\nimport mkdocs_model_compare", []),
        ("rendering/links.py", "from urllib import request", ["imports urllib.request"]),
        ("macros.py", "print(datetime.now(), os.environ['HOME'])", ["prints", "reads now", "reads environ"]),
        ("plugin.py", "date.today(), os.environ, print()", ["prints"]),
        ("cli.py", "print(date.today())", []),
    ],
)
def test_a_breach_is_seen(path, source, expected):
    assert sorted(violations(source, Path(path))) == sorted(expected)
