"""The table of macros: what each is called, what it takes and whether it is a block or part of a sentence.

The checks of `resolving.py`, the texts of mistakes and the reference page of the documentation are made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

from mkdocs_model_compare.catalog.checks_comparisons import FEWEST, MOST
from mkdocs_model_compare.rendering.renderer import SECTIONS

FEWEST_MODELS, MOST_MODELS = FEWEST, MOST
MOST_DAYS = 36_500


class Kind(Enum):
    """What an argument can be: how that reads in a sentence, and an example of it."""

    MODEL = ("the id or an alias of a model, in quotes", '"a"')
    PATH = ("a path of the catalog, in quotes", '"context_window"')
    SECTIONS = ("a list of section names", '["summary", "pricing"]')
    PROVIDER = ("the id of a provider, in quotes", '"aws-bedrock"')
    WORKLOAD = ("the id of a workload, in quotes", '"chat"')
    COUNT = ("a whole number", "1_000_000")
    SHARE = ("a number from 0 to 1", "0.4")
    FLAG = ("True or False", "True")
    FILTER = ("a condition in quotes, or a dict of them", '"vision and context_window >= 200k"')
    COLUMNS = ("a list of columns", '["context_window", "input_price"]')
    ORDER = ("a column in quotes, or a list of them", '"-released"')

    def __init__(self, noun: str, example: str) -> None:
        self.noun = noun
        self.example = example


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One argument of a macro. `low` and `high` are inclusive; `default` is worded as the documentation shows it."""

    name: str
    kind: Kind
    doc: str
    default: str | None = None
    required: bool = False
    many: bool = False  # takes every argument that has no name
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def range(self) -> str | None:
        if self.low is None:
            return None
        return f"{self.low} or more" if self.high is None else f"{self.low} to {self.high}"

    @property
    def example(self) -> str:
        """A value that can be given: of levels and days the default, since most counts are out of their range."""
        return self.default if self.default is not None and self.default.isdigit() else self.kind.example


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One macro. A block stands in a paragraph of its own; the others stand in running text."""

    name: str
    doc: str
    block: bool
    parameters: tuple[Parameter, ...]

    def parameter(self, name: str) -> Parameter | None:
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    @property
    def keywords(self) -> tuple[str, ...]:
        """The names that an argument can have; models of a comparison are given without one."""
        return tuple(parameter.name for parameter in self.parameters if not parameter.many)

    @property
    def example(self) -> str:
        """The shortest call that is right, e.g. `fact("a", "context_window")`."""
        shown = [
            '"a", "b"' if parameter.many else parameter.kind.example
            for parameter in self.parameters
            if parameter.required
        ]
        return f"{self.name}({', '.join(shown)})"


def _parameter(name: str, kind: Kind, doc: str, default: str) -> Parameter:
    return Parameter(name=name, kind=kind, doc=doc, default=default)


_AS_IN_WORKLOAD = "as in the workload"
_WORKLOAD = (
    _parameter("workload", Kind.WORKLOAD, "A workload of catalog.yml, by its id.", "the site's workload"),
    Parameter(
        name="requests",
        kind=Kind.COUNT,
        doc="Requests in a month.",
        default=_AS_IN_WORKLOAD,
        low=Decimal(1),
    ),
    Parameter(
        name="input_tokens",
        kind=Kind.COUNT,
        doc="Input tokens of one request.",
        default=_AS_IN_WORKLOAD,
        low=Decimal(0),
    ),
    Parameter(
        name="output_tokens",
        kind=Kind.COUNT,
        doc="Output tokens of one request.",
        default=_AS_IN_WORKLOAD,
        low=Decimal(0),
    ),
    Parameter(
        name="cached",
        kind=Kind.SHARE,
        doc="Share of the input that is read from the cache.",
        default=_AS_IN_WORKLOAD,
        low=Decimal(0),
        high=Decimal(1),
    ),
    _parameter("batch", Kind.FLAG, "Whether batch prices count.", _AS_IN_WORKLOAD),
)
_MODELS = Parameter(
    name="models",
    kind=Kind.MODEL,
    doc="The models to compare, each by its id or an alias.",
    required=True,
    many=True,
    low=Decimal(FEWEST_MODELS),
    high=Decimal(MOST_MODELS),
)
_SOME_MODELS = replace(_MODELS, doc="The models, each by its id or an alias.", low=Decimal(1))
_MODEL = Parameter(name="model", kind=Kind.MODEL, doc="The model, by its id or an alias.", required=True)
_LEVEL = Parameter(
    name="heading_level",
    kind=Kind.COUNT,
    doc="Level of the section headings.",
    default="2",
    low=Decimal(1),
    high=Decimal(6),
)
_CHOICE = (
    _parameter("sections", Kind.SECTIONS, "The sections to show, in this order.", "all of them"),
    _parameter("exclude", Kind.SECTIONS, "Sections to leave out.", "none"),
)
_TABLE = (
    _parameter("where", Kind.FILTER, "Which models to list.", "all of them"),
    _parameter("columns", Kind.COLUMNS, "What to say of each.", "developer, date, context window, openness and prices"),
    _parameter("sort", Kind.ORDER, "What to sort by; a minus before it turns the order round.", "id"),
)
_WHERE = replace(_TABLE[0], doc="Which models to tell of.")
_PROVIDER = _parameter(
    "provider",
    Kind.PROVIDER,
    "Whose prices to show, by the provider's id.",
    "that of each model's cheapest route at the workload",
)
_DAYS = Parameter(
    name="days",
    kind=Kind.COUNT,
    doc="How many days to look back.",
    default="90",
    low=Decimal(1),
    high=Decimal(MOST_DAYS),
)
_PATH = Parameter(
    name="path",
    kind=Kind.PATH,
    doc="Where the fact stands in the model's file, e.g. `routes.aws-bedrock.price.output`.",
    required=True,
)

_SECTION_DOCS: Mapping[str, str] = MappingProxyType(
    {
        "summary": "Who made the models, when, and what sets them apart.",
        "verdict": "Which to choose, why, and what would change it.",
        "scorecard": "The six rows that decide most choices.",
        "tradeoffs": "What each model alone has or leads in.",
        "monthly_cost": "The cost of a month at a stated workload.",
        "switch_friction": "What moving from each model to each other one takes.",
        "specs": "Dates, sizes, licence and status.",
        "pricing": "Prices of the cheapest route, and every route by provider.",
        "capabilities": "What each model can do.",
        "benchmarks": "Scores on the benchmarks that can be compared.",
        "deep_dive": "The comparison in paragraphs.",
        "faq": "The questions that the facts answer.",
        "related": "Other comparisons on this site with one of the models.",
        "reviewed": "When the facts were last reviewed, and the list of sources.",
    }
)


def _signature(name: str, doc: str, *parameters: Parameter, block: bool = True) -> Signature:
    return Signature(name=name, doc=doc, block=block, parameters=parameters)


MACROS: Mapping[str, Signature] = MappingProxyType(
    {
        signature.name: signature
        for signature in (
            _signature("compare", "The whole comparison.", _MODELS, *_CHOICE, _LEVEL, *_WORKLOAD),
            *(_signature(name, _SECTION_DOCS[name], _MODELS, _LEVEL, *_WORKLOAD) for name in SECTIONS),
            _signature("profile", "All that the catalog has of one model.", _MODEL, _LEVEL, *_WORKLOAD),
            _signature("models", "A table over the catalog.", *_TABLE),
            _signature("picker", "A table over the catalog to choose from and compare.", *_TABLE),
            _signature("price_history", "What routes have charged over time.", _SOME_MODELS, _PROVIDER, *_WORKLOAD),
            _signature("changes", "What changed in the catalog lately.", _DAYS, _WHERE),
            _signature("decision_rule", "The rule that verdicts follow, with the weights in force."),
            _signature("fact", "One fact of one model.", _MODEL, _PATH, block=False),
            _signature("model", "A model's name, linked to its page.", _MODEL, block=False),
            _signature("cost", "A model's cost of a month.", _MODEL, *_WORKLOAD, block=False),
        )
    }
)


def signatures() -> tuple[Signature, ...]:
    """Every macro in the order in which the documentation lists them."""
    return tuple(MACROS.values())
