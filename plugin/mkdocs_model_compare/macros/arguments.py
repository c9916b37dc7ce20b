"""The arguments of a call → the parameters of its macro, each of the right type and within its range.

What can be said without a catalog is said here; `resolving.py` looks the names up.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_model_compare.errors import suggestion
from mkdocs_model_compare.rendering.words import listed

from .faults import MacroError, Span
from .parsing import Argument, Call, Literal
from .table import MACROS, Kind, Parameter, Signature
from .tokens import NAME

_TEXTS = frozenset({Kind.MODEL, Kind.PATH, Kind.PROVIDER, Kind.WORKLOAD, Kind.ORDER})
_LISTS = frozenset({Kind.SECTIONS, Kind.COLUMNS, Kind.ORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The arguments by the names of their parameters; `many` are those of the parameter that takes several."""

    call: Call
    many: tuple[Literal, ...]
    named: Mapping[str, Literal]

    def get(self, name: str) -> Literal | None:
        """What is given for a parameter; `None` in the macro is the same as leaving it out."""
        literal = self.named.get(name)
        return None if literal is None or literal.value is None else literal

    def one(self, name: str) -> Literal:
        return self.named[name]


def check_name(text: str) -> None:
    """Raise MacroError where the text begins with a name that no macro has, whatever else may be wrong with it."""
    name = re.match(rf"\s*({NAME})", text)
    if name is None or name[1] in MACROS:
        return
    hint = suggestion(name[1], MACROS) or f"the macros are {', '.join(MACROS)}"
    raise MacroError(f'there is no macro "{name[1]}"; {hint}', Span(*name.span(1)))


def bind(call: Call) -> Bound:
    """Give every argument to a parameter of the macro, whose name must be one of the table.

    Raises:
        MacroError: an argument is unknown, given twice, missing, of another type or out of range.
    """
    signature = MACROS[call.name]
    many: list[Literal] = []
    named: dict[str, Literal] = {}
    for position, argument in enumerate(call.arguments):
        parameter = _parameter(signature, argument, position)
        check(parameter, argument.literal)
        if parameter.many:
            many.append(argument.literal)
        elif parameter.name in named:
            raise MacroError(f"{parameter.name} is given twice; keep one", argument.span)
        else:
            named[parameter.name] = argument.literal
    _check_required(signature, call, named)
    return Bound(call=call, many=tuple(many), named=named)


def _parameter(signature: Signature, argument: Argument, position: int) -> Parameter:
    if argument.name is not None:
        return _named(signature, argument.name, argument.span)
    if signature.parameters and signature.parameters[0].many:
        return signature.parameters[0]
    if position < len(signature.parameters):
        return signature.parameters[position]
    taken = f"{listed(signature.keywords)} and no more" if signature.keywords else "no argument"
    message = f"{signature.name} takes {taken}; leave this out"
    raise MacroError(message, argument.span)


def _named(signature: Signature, name: str, span: Span) -> Parameter:
    parameter = signature.parameter(name)
    name_span = Span(span.start, span.start + len(name))
    if parameter is None:
        taken = listed(signature.keywords) or "none"
        hint = suggestion(name, signature.keywords) or f"it takes {taken}"
        raise MacroError(f'{signature.name} has no argument "{name}"; {hint}', name_span)
    if parameter.many:
        raise MacroError(f"the {name} stand first and without a name: {signature.example}", name_span)
    return parameter


def _check_required(signature: Signature, call: Call, named: Mapping[str, Literal]) -> None:
    for parameter in signature.parameters:
        if not parameter.required or parameter.many:
            continue
        literal = named.get(parameter.name)
        if literal is None or literal.value is None:
            message = f"{signature.name} needs its {parameter.name}, {parameter.kind.noun}: {signature.example}"
            raise MacroError(message, call.parentheses if literal is None else literal.span)


def check(parameter: Parameter, literal: Literal) -> None:
    """Raise MacroError where the value is of another type than the parameter's, or out of its range."""
    if literal.value is None and not parameter.many:
        return
    if not _fits(parameter.kind, literal.value):
        raise MacroError(_wrong_type(parameter, literal), literal.span)
    if parameter.kind in _LISTS and isinstance(literal.value, tuple):
        _check_texts(parameter, literal.value)
    number = literal.value
    if isinstance(number, int | Decimal) and not isinstance(number, bool):
        too_low = parameter.low is not None and number < parameter.low
        too_high = parameter.high is not None and number > parameter.high
        if too_low or too_high:
            raise MacroError(f"{parameter.name} can be {parameter.range}; {number} is out of range", literal.span)


def _fits(kind: Kind, value: object) -> bool:
    if kind is Kind.FLAG:
        return isinstance(value, bool)
    if isinstance(value, bool):
        return False
    if kind is Kind.COUNT:
        return isinstance(value, int)
    if kind is Kind.SHARE:
        return isinstance(value, int | Decimal)
    if kind is Kind.FILTER:
        return isinstance(value, str | Mapping)
    return (kind in _LISTS and isinstance(value, tuple)) or (kind in _TEXTS and isinstance(value, str))


def _check_texts(parameter: Parameter, items: tuple[Literal, ...]) -> None:
    for item in items:
        if not isinstance(item.value, str):
            message = f"{parameter.name} is {parameter.kind.noun}, e.g. {parameter.kind.example}"
            raise MacroError(f"{message}; this is {_described(item.value)}", item.span)


def _wrong_type(parameter: Parameter, literal: Literal) -> str:
    if parameter.many and isinstance(literal.value, tuple):
        return 'the models are given one by one, without a list: "a", "b"'
    subject = "a model is" if parameter.many else f"{parameter.name} is"
    expected = f"{subject} {parameter.kind.noun}, e.g. {parameter.example}"
    return f"{expected}; this is {_described(literal.value)}"


def _described(value: object) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return "text"
    if isinstance(value, int):
        return "a whole number"
    if isinstance(value, Decimal):
        return "a decimal number"
    if isinstance(value, tuple):
        return "a list"
    return "a dict" if isinstance(value, Mapping) else "None"
