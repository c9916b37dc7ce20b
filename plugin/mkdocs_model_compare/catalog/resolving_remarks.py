"""The record of a file of curators' words → the frozen `Remark`, with every model by its id.

Only records without any finding come here, so whatever they name is there.
"""

from collections.abc import Mapping
from types import MappingProxyType

from mkdocs_model_compare.errors import Place

from .catalog import Remark
from .files import FileRecord
from .schema_beside import ComparisonFile


def resolve_remark(record: FileRecord, names: Mapping[str, str]) -> Remark:
    """What the file says of its models; `names` has the id of each by every name it has."""
    comparison: ComparisonFile = record.record
    expect: dict[str, object] = {}
    for claim, said in (comparison.expect or {}).items():
        expect[claim] = names[said] if isinstance(said, str) else _capabilities_claimed(said, names)
    return Remark(
        models=tuple(names[name] for name in comparison.models),
        note=comparison.note,
        faq=tuple((entry.question, entry.answer) for entry in comparison.faq or ()),
        expect=MappingProxyType(expect),
        place=record.shown,
        places=MappingProxyType(_places(record, comparison, names)),
    )


def _places(record: FileRecord, comparison: ComparisonFile, names: Mapping[str, str]) -> dict[str, Place]:
    """Where each claim stands; one about capabilities also at each model's key, by the model's id."""
    found = {}
    for claim, said in (comparison.expect or {}).items():
        found[f"expect.{claim}"] = record.place(("expect", claim))
        for name in () if isinstance(said, str) else said:
            found[f"expect.{claim}.{names[name]}"] = record.place(("expect", claim, name), on_key=True)
    return found


def _capabilities_claimed(
    said: Mapping[str, str | list[str]], names: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    claimed = {names[name]: (one,) if isinstance(one, str) else tuple(one) for name, one in said.items()}
    return MappingProxyType(claimed)
