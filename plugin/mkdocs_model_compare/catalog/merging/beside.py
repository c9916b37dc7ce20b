"""One model's file beside what a list says of that model: what in it is the list's, and which edits are asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mkdocs_model_compare.catalog.files import FileRecord
from mkdocs_model_compare.catalog.model import Fact, Model, Source
from mkdocs_model_compare.catalog.placing import key_path
from mkdocs_model_compare.catalog.reading import KeyPath, read_document
from mkdocs_model_compare.catalog.schema_model import ModelFile, SourceEntry
from mkdocs_model_compare.catalog.upstream.records import Offered, Upstream, Vendor

from . import comparing
from .entries import Origin
from .plan import Change, Claim, Disagreement, Plan
from .splicing import Splice, UneditableError

ORDER = tuple(ModelFile.model_fields)
_SOURCE_KEYS = tuple(SourceEntry.model_fields)


@dataclass(slots=True, kw_only=True)
class Beside:
    """`own`: the ids under which the file has the list as a source. `fills`: whether what the file lacks is added."""

    record: FileRecord
    model: Model
    offered: Offered
    origin: Origin
    plan: Plan
    fills: bool
    provider: Callable[[Vendor], str]
    own: frozenset[str] = field(init=False)
    splice: Splice = field(init=False)
    changes: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.own = own_sources(self.model, self.origin.upstream)
        self.splice = Splice(self.record.document.raw)

    @property
    def data(self) -> Mapping[str, object]:
        return self.record.data

    @property
    def source_id(self) -> str:
        """What the file calls the list, or will."""
        return next((one for one in self.model.sources if one in self.own), self.origin.upstream.source)

    def is_own(self, source: Source | None) -> bool:
        return source is not None and source.id in self.own

    def place(self, path: str) -> KeyPath:
        return key_path(path, self.data)

    def changed(self, path: str, old: str | None, new: str) -> None:
        self.changes.append(Change(model=self.model.id, path=path, old=old, new=new))

    def refused(self, path: str) -> bool:
        """Whether a curator has said that this is not to be added."""
        return path in self.model.settled and path not in ("", "routes")

    def compare(self, path: str, fact: Fact[object], value: object, row: str) -> bool:
        """Report a difference between the file and the list, unless it is settled; whether there is one."""
        self.plan.compared += 1
        if comparing.agree(fact, value):
            return False
        ours = _claim(fact.source, comparing.said(fact))
        self.differ(path, ours, comparing.text(value), row)
        return True

    def differ(self, path: str, ours: Claim, value: str, row: str) -> None:
        origin = self.origin
        theirs = Claim(
            source=self.source_id,
            url=origin.upstream.url,
            retrieved=origin.retrieved.isoformat(),
            value=value,
        )
        settled = self.model.settled.get(path)
        if settled is not None and _holds(settled, ours, theirs):
            self.plan.settled += 1
            return
        self.plan.disagreements.append(
            Disagreement(
                model=self.model.id,
                path=path,
                ours=ours,
                theirs=theirs,
                row=row,
                settled_before=settled is not None,
            )
        )

    def confirm_source(self) -> None:
        """State that the list was looked at, and which edition of it."""
        said, name = self.origin.entry(), self.source_id
        if name not in self.model.sources:
            if self.splice.has(("sources",)):
                self.splice.insert(("sources",), name, said, ())
            else:
                self.splice.insert((), "sources", {name: said}, ORDER)
            return
        listed = self.data["sources"]
        before = listed.get(name) if isinstance(listed, dict) else None
        for key in ("retrieved", "note"):
            if key not in said or not isinstance(before, dict) or before.get(key) == said[key]:
                continue
            if key in before:
                self.splice.replace(("sources", name, key), said[key])
            else:
                self.splice.insert(("sources", name), key, said[key], _SOURCE_KEYS)

    def result(self) -> bytes:
        """The file with all edits.

        Raises:
            UneditableError: they would have changed something else as well.
        """
        raw = self.splice.result()
        after = read_document(raw)
        touched = {one.path.partition(".")[0] for one in self.changes} | {"sources"}
        kept = {key: value for key, value in self.data.items() if key not in touched}
        now = {key: value for key, value in (after.data or {}).items() if key not in touched}
        if after.faults or kept != now:
            raise UneditableError("its layout leaves no safe place for them")
        return raw


def own_sources(model: Model, upstream: Upstream) -> frozenset[str]:
    """The ids of the sources in a model's file that are the list."""
    addresses = (upstream.url, *upstream.also)
    return frozenset(
        source.id
        for source in model.sources.values()
        if source.id in (upstream.source, upstream.name)
        or (source.url is not None and any(_below(source.url, address) for address in addresses))
    )


def _below(url: str, address: str) -> bool:
    return url == address or url.startswith(f"{address}/")


def _claim(source: Source | None, value: str) -> Claim:
    if source is None:
        return Claim(source="file", url=None, retrieved=None, value=value)
    retrieved = source.retrieved.isoformat() if source.retrieved else None
    return Claim(source=source.id, url=source.url, retrieved=retrieved, value=value)


def _holds(saw: Mapping[str, str], ours: Claim, theirs: Claim) -> bool:
    """Whether both sources still say what they said when the difference was settled."""
    return saw.get(theirs.source) == theirs.value and saw.get(ours.source, ours.value) == ours.value
