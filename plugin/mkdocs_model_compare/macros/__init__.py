"""The text between `<<` and `>>` → a checked request, and the table of what such a request can be.

`table.py` lists the macros, `parsing.py` reads one, `arguments.py` and `resolving.py` check it, `locating.py` finds
them in a text; the shells use what is named here.
"""

from .faults import MacroError, Span, with_caret
from .locating import OPENING, Found, SourceCall, bare_at, call_at, calls_at, calls_in, escaped, key_of, line_of
from .parsing import Argument, Call, Literal, parse_call
from .requests import Changes, Comparison, CostOf, FactOf, History, Macro, ModelLink, Rule, Table
from .resolving import is_block, resolve, resolve_call
from .table import MACROS, Kind, Parameter, Signature, signatures
from .traffic import DEFAULT_WORKLOAD, checked_traffic, workload_option

__all__ = [
    "DEFAULT_WORKLOAD",
    "MACROS",
    "OPENING",
    "Argument",
    "Call",
    "Changes",
    "Comparison",
    "CostOf",
    "FactOf",
    "Found",
    "History",
    "Kind",
    "Literal",
    "Macro",
    "MacroError",
    "ModelLink",
    "Parameter",
    "Rule",
    "Signature",
    "SourceCall",
    "Span",
    "Table",
    "bare_at",
    "call_at",
    "calls_at",
    "calls_in",
    "checked_traffic",
    "escaped",
    "is_block",
    "key_of",
    "line_of",
    "parse_call",
    "resolve",
    "resolve_call",
    "signatures",
    "with_caret",
    "workload_option",
]
