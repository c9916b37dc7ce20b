"""The workload that a macro, or an option of a shell, asks for: one by its id, with some of its numbers replaced."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.errors import CompareError, suggestion

from .arguments import check
from .faults import MacroError, Span
from .parsing import Literal
from .table import MACROS

DEFAULT_WORKLOAD = Workload(
    id=None, name=None, requests=1_000_000, input_tokens=800, output_tokens=250, cached=Decimal(0), batch=False
)
TRAFFIC = ("requests", "input_tokens", "output_tokens", "cached", "batch")

_NOWHERE = Span(0, 0)


def workload_of(named: Literal | None, given: Mapping[str, Literal], catalog: Catalog, in_force: Workload) -> Workload:
    """The workload of this id, else the one in force, with the given numbers in place of its own.

    Raises:
        MacroError: there is no workload of this id.
    """
    base = in_force if named is None else _named(str(named.value), named.span, catalog)
    return _with_traffic(base, {name: literal.value for name, literal in given.items()})


def workload_option(option: object, catalog: Catalog) -> Workload:
    """The workload of an option: the id of one in `catalog.yml`, or a mapping of numbers over the workload `default`.

    Raises:
        CompareError: there is no such workload, or a key or value is not one that it can have.
    """
    if isinstance(option, str):
        try:
            return _named(option, _NOWHERE, catalog)
        except MacroError as error:
            raise CompareError(f"workload: {error.message}") from None
    base = catalog.settings.workloads.get("default", DEFAULT_WORKLOAD)
    return _with_traffic(base, checked_traffic(option))


def checked_traffic(option: object) -> Mapping[str, object]:
    """The numbers of a workload given as a mapping, each checked as the argument of a macro would be.

    Raises:
        CompareError: a key or value is not one that a workload can have.
    """
    if not isinstance(option, Mapping):
        raise CompareError(f"workload: expected the id of a workload, or a mapping with {', '.join(TRAFFIC)}")
    checked: dict[str, object] = {}
    for name, value in option.items():
        if name not in TRAFFIC:
            hint = suggestion(str(name), TRAFFIC) or f"it takes {', '.join(TRAFFIC)}"
            raise CompareError(f'workload: there is no key "{name}"; {hint}')
        checked[name] = _checked(name, value)
    return checked


def _checked(name: str, value: object) -> object:
    parameter = MACROS["cost"].parameter(name)
    assert parameter is not None
    # An option comes from a YAML file that was read with floats; their shortest form is what was written.
    literal_value = Decimal(str(value)) if isinstance(value, float) else value
    if not isinstance(literal_value, bool | int | Decimal | str):
        literal_value = ()
    try:
        check(parameter, Literal(value=literal_value, span=_NOWHERE))
    except MacroError as error:
        raise CompareError(f"workload: {error.message}") from None
    return literal_value


def _named(name: str, span: Span, catalog: Catalog) -> Workload:
    workloads = catalog.settings.workloads
    if name in workloads:
        return workloads[name]
    if not workloads:
        message = f'there is no workload "{name}": catalog.yml has none; give requests, input_tokens and output_tokens'
        raise MacroError(message, span)
    hint = suggestion(name, workloads) or f"the workloads are {', '.join(workloads)}"
    raise MacroError(f'there is no workload "{name}"; {hint}', span)


def _with_traffic(base: Workload, given: Mapping[str, Any]) -> Workload:
    if not given:
        return base
    numbers: dict[str, Any] = dict(given)
    if "cached" in numbers:
        numbers["cached"] = Decimal(numbers["cached"])
    changed = replace(base, **numbers)
    # With other numbers it no longer is the workload of that name.
    return base if changed == base else replace(changed, id=None, name=None)
