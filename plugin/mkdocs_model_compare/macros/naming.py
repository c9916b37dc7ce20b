"""Which models a page's macros name, for a shell that must know before anything is rendered.

A call with mistakes counts as far as it can be understood, since its page is to be made anew when they are put right.
"""

from mkdocs_model_compare.catalog.catalog import Catalog

from .parsing import Call
from .table import MACROS, Kind


def compared_models(call: Call, catalog: Catalog) -> tuple[str, ...]:
    """The ids of the models that a comparison, or a section of one, names; empty for the other macros."""
    signature = MACROS.get(call.name)
    return named_models(call, catalog) if signature and signature.parameters[0].many else ()


def named_models(call: Call, catalog: Catalog) -> tuple[str, ...]:
    """The ids of the models that any macro names; `models(…)` names none, and shows all that meet its conditions."""
    signature = MACROS.get(call.name)
    if signature is None or signature.parameters[0].kind is not Kind.MODEL:
        return ()
    first = signature.parameters[0]
    unnamed = [argument for argument in call.arguments if argument.name is None]
    given = unnamed if first.many else [*unnamed[:1], *(each for each in call.arguments if each.name == first.name)]
    models = (catalog.find(each.literal.value) for each in given if isinstance(each.literal.value, str))
    return tuple(dict.fromkeys(model.id for model in models if model is not None))
