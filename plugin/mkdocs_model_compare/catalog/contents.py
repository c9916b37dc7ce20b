"""All the records of one catalog side by side, as the checks across files see them."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from mkdocs_model_compare.errors import suggestion

from .files import FileRecord
from .schema_beside import CatalogFile
from .wording import listed

# Longer lists of names say less than the file that they are in.
_LISTED = 12


@dataclass(slots=True, kw_only=True)
class Contents:
    """`models` are in the order of their paths; `ids` has the first of those that claim an id.

    `unseen` are the kinds of files beside them that are there, but could not be had.
    """

    models: list[FileRecord]
    comparisons: list[FileRecord]
    beside: Mapping[str, FileRecord]
    settings: CatalogFile
    unseen: AbstractSet[str] = frozenset()
    ids: dict[str, FileRecord] = field(init=False)
    names: dict[str, str] = field(init=False)  # id or alias → id

    def __post_init__(self) -> None:
        self.ids = {record.model_id: record for record in reversed(self.models)}
        self.names = {
            alias: record.model_id
            for record in reversed(self.models)
            if record.record is not None
            for alias in record.record.aliases or ()
        }
        self.names.update((model_id, model_id) for model_id in self.ids)

    def named_in(self, kind: str) -> Mapping[str, object] | None:
        """The ids that a file beside the models lists, right or wrong; None where it cannot be read."""
        record = self.beside.get(kind)
        if record is None:
            return None if kind in self.unseen else {}
        return record.data if record.readable else None

    def settings_named(self, group: str) -> Mapping[str, object] | None:
        """The ids in one group of the settings, shipped or of `catalog.yml`; None where that cannot be read."""
        own = self.named_in("catalog")
        if own is None:
            return None
        stated = own.get(group)
        return {**(getattr(self.settings, group) or {}), **(stated if isinstance(stated, dict) else {})}

    def may_be_called(self, name: str) -> bool:
        """Whether a model has this name, or could have it in a file that cannot be read."""
        if name in self.names:
            return True
        sought = name.encode()
        return any(sought in record.document.raw for record in self.models if not record.readable)


def no_such(name: str, where: str, names: Mapping[str, object]) -> str:
    """The message about a name that leads nowhere; `where` is the file or the group of settings it was sought in."""
    what = f"a key of {where}" if where.endswith(".yml") else f"one of the {where}"
    remedy = suggestion(name, names) or (
        f"add it to {where if where.endswith('.yml') else 'catalog.yml'}, or correct it"
    )
    some = f": {listed(sorted(names))}" if 0 < len(names) <= _LISTED else ""
    return f'"{name}" is unknown; expected {what}{some}; {remedy}'


def no_model(name: str, contents: Contents) -> str:
    """The message about a model that is not in the catalog."""
    remedy = suggestion(name, contents.names) or "add its file under models/, or correct it"
    return f'"{name}" is no model of this catalog; expected an id or alias; {remedy}'
