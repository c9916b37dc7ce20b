"""A well-formed call → a checked request for a comparison, a table or a fact, with its models looked up.

Every check against the table of macros and against the catalog is here; what comes out can be rendered as it is.
"""

from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.query import Query, parse_query
from mkdocs_model_compare.errors import nearest, suggestion
from mkdocs_model_compare.rendering.renderer import SECTIONS

from .arguments import Bound, bind, check_name
from .faults import MacroError, Span
from .parsing import Call, Literal, parse_call
from .requests import Changes, Comparison, CostOf, FactOf, History, Macro, ModelLink, Rule, Table
from .table import FEWEST_MODELS, MACROS, MOST_MODELS
from .traffic import TRAFFIC, workload_of

_DEFAULT_LEVEL = 2
# The sections that have something to say of one model.
PROFILE = ("specs", "pricing", "capabilities", "benchmarks", "reviewed")
_DEFAULT_DAYS = 90


def is_block(name: str) -> bool:
    """Whether a macro of this name needs a paragraph of its own; so does the box for a name that there is not."""
    signature = MACROS.get(name)
    return signature is None or signature.block


def resolve(text: str, catalog: Catalog, workload: Workload) -> Macro:
    """Read and check the text between `<<` and `>>`. `workload` is the one in force where the macro names none.

    Raises:
        MacroError: with the first mistake in the text.
    """
    check_name(text)
    return resolve_call(parse_call(text), catalog, workload)


def resolve_call(call: Call, catalog: Catalog, workload: Workload) -> Macro:
    """Check a call that is not from a page: the command line's arguments, say.

    Raises:
        MacroError: with the first mistake in the call.
    """
    bound = bind(call)
    return _RESOLVERS.get(call.name, _comparison)(bound, catalog, workload)


def _comparison(bound: Bound, catalog: Catalog, workload: Workload) -> Comparison:
    return Comparison(
        models=_models(bound, catalog),
        sections=_sections(bound),
        heading_level=_level(bound),
        workload=_workload(bound, catalog, workload),
    )


def _profile(bound: Bound, catalog: Catalog, workload: Workload) -> Comparison:
    return Comparison(
        models=(_model(bound.one("model"), catalog),),
        sections=PROFILE,
        heading_level=_level(bound),
        workload=_workload(bound, catalog, workload),
    )


def _fact(bound: Bound, catalog: Catalog, _: Workload) -> FactOf:
    path = bound.one("path")
    return FactOf(model=_model(bound.one("model"), catalog), path=str(path.value), path_span=path.span)


def _cost(bound: Bound, catalog: Catalog, workload: Workload) -> CostOf:
    return CostOf(model=_model(bound.one("model"), catalog), workload=_workload(bound, catalog, workload))


def _models(bound: Bound, catalog: Catalog) -> tuple[Model, ...]:
    literals = bound.many
    _check_count(bound, len(literals))
    models: dict[str, Model] = {}
    written: dict[str, str] = {}
    for literal in literals:
        model = _model(literal, catalog)
        if model.id in models:
            raise MacroError(_said_twice(model, written[model.id], str(literal.value)), literal.span)
        models[model.id] = model
        written[model.id] = str(literal.value)
    return tuple(models.values())


def _check_count(bound: Bound, count: int) -> None:
    name = bound.call.name
    fewest = MACROS[name].parameters[0].low or FEWEST_MODELS
    if count < fewest:
        given = "none is" if count == 0 else "only one is"
        message = f"{name} takes {fewest} to {MOST_MODELS} models, and {given} given; write {_example(bound)}"
        raise MacroError(message, bound.many[0].span if count else bound.call.parentheses)
    if count > MOST_MODELS:
        message = f"{name} takes {fewest} to {MOST_MODELS} models, and {count} are given; leave some out"
        raise MacroError(message, Span(bound.many[MOST_MODELS].span.start, bound.many[-1].span.end))


def _example(bound: Bound) -> str:
    first = f'"{bound.many[0].value}"' if bound.many else '"a"'
    return f'{bound.call.name}({first}, "b")'


def _said_twice(model: Model, first: str, again: str) -> str:
    if first == again:
        return f'"{again}" is given twice; a comparison needs different models'
    return f'"{first}" and "{again}" are the same model, {model.id}; a comparison needs different models'


def _model(literal: Literal, catalog: Catalog) -> Model:
    name = str(literal.value)
    model = catalog.find(name)
    if model is not None:
        return model
    if not catalog.models:
        raise MacroError("the catalog has no models yet", literal.span)
    by_name = {candidate.name.casefold(): candidate.id for candidate in catalog.models.values()}
    if name.strip().casefold() in by_name:
        model_id = by_name[name.strip().casefold()]
        raise MacroError(f'"{name}" is a model\'s name; write its id, "{model_id}"', literal.span)
    close = nearest(name, (*catalog.ids, *by_name))
    if close is None:
        raise MacroError(f'there is no model "{name}" in the catalog', literal.span)
    raise MacroError(f'there is no model "{name}"; did you mean "{by_name.get(close, close)}"?', literal.span)


def _sections(bound: Bound) -> tuple[str, ...]:
    if bound.call.name != "compare":
        return (bound.call.name,)
    given, left_out = bound.get("sections"), bound.get("exclude")
    chosen = SECTIONS if given is None else _section_names(given)
    dropped = () if left_out is None else _section_names(left_out)
    sections = tuple(name for name in chosen if name not in dropped)
    if not sections:
        fault = left_out or given
        raise MacroError("this leaves no section to show; name at least one", fault.span if fault else None)
    return sections


def _section_names(literal: Literal) -> tuple[str, ...]:
    assert isinstance(literal.value, tuple)
    names: list[str] = []
    for item in literal.value:
        name = str(item.value)
        if name not in SECTIONS:
            hint = suggestion(name, SECTIONS) or f"the sections are {', '.join(SECTIONS)}"
            raise MacroError(f'there is no section "{name}"; {hint}', item.span)
        if name in names:
            raise MacroError(f'the section "{name}" is named twice; keep one', item.span)
        names.append(name)
    return tuple(names)


def _level(bound: Bound) -> int:
    literal = bound.get("heading_level")
    return _DEFAULT_LEVEL if literal is None else int(str(literal.value))


def _workload(bound: Bound, catalog: Catalog, in_force: Workload) -> Workload:
    given = {name: literal for name in TRAFFIC if (literal := bound.get(name)) is not None}
    return workload_of(bound.get("workload"), given, catalog, in_force)


def _history(bound: Bound, catalog: Catalog, in_force: Workload) -> History:
    provider = bound.get("provider")
    return History(
        models=_models(bound, catalog),
        provider=None if provider is None else _provider(provider, catalog),
        workload=_workload(bound, catalog, in_force),
    )


def _changes(bound: Bound, catalog: Catalog, _: Workload) -> Changes:
    days = bound.get("days")
    return Changes(query=_query(bound, catalog), days=_DEFAULT_DAYS if days is None else int(str(days.value)))


def _provider(literal: Literal, catalog: Catalog) -> str:
    name = str(literal.value)
    if name not in catalog.providers:
        hint = suggestion(name, catalog.providers) or "write a key of providers.yml"
        raise MacroError(f'there is no provider "{name}" in the catalog; {hint}', literal.span)
    return name


def _query(bound: Bound, catalog: Catalog) -> Query:
    given = {name: literal for name in ("where", "columns", "sort") if (literal := bound.get(name)) is not None}
    try:
        return parse_query(catalog, **_plain(given))
    except ValueError as error:
        raise MacroError(str(error), _at_fault(bound, catalog, given)) from error


def _plain(given: Mapping[str, Literal]) -> dict[str, Any]:
    return {name: literal.plain for name, literal in given.items()}


def _at_fault(bound: Bound, catalog: Catalog, given: Mapping[str, Literal]) -> Span:
    """Which of the arguments it is that makes no query: the first that makes none on its own."""
    for name, literal in given.items():
        try:
            parse_query(catalog, **_plain({name: literal}))
        except ValueError:
            return literal.span
    return bound.call.parentheses


# What is not here is a comparison, or one section of it.
_RESOLVERS: Mapping[str, Callable[[Bound, Catalog, Workload], Macro]] = {
    "profile": _profile,
    "models": lambda bound, catalog, _: Table(query=_query(bound, catalog)),
    "picker": lambda bound, catalog, _: Table(query=_query(bound, catalog), picking=True),
    "price_history": _history,
    "changes": _changes,
    "decision_rule": lambda *_: Rule(),
    "fact": _fact,
    "model": lambda bound, catalog, _: ModelLink(model=_model(bound.one("model"), catalog)),
    "cost": _cost,
}
