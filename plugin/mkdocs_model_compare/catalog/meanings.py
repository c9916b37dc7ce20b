"""What each key of a file means, as the docstring below it in the schema's source says.

It is read there when it is asked for, by the reference page and the editors' schema. pydantic would read it at every
start, of a build that never asks.
"""

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from .schema import Entry


@cache
def meanings(entry: type[Entry]) -> Mapping[str, str]:
    """The docstrings of an entry's keys."""
    # The class that is made of the long form for a kind of value has no source.
    written = [one for one in reversed(entry.__mro__) if issubclass(one, Entry) and not _made(one)]
    return {key: text for one in written for key, text in _docstrings(one)}


def _made(entry: type[Entry]) -> bool:
    return bool(entry.__pydantic_generic_metadata__["args"])


def _docstrings(entry: type[Entry]) -> Iterator[tuple[str, str]]:
    (written,) = ast.parse(inspect.getsource(entry)).body
    assert isinstance(written, ast.ClassDef)
    for field, below in pairwise(written.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            assert isinstance(below.value, ast.Constant)
            yield field.target.id, inspect.cleandoc(str(below.value.value))
