"""What an import would do, before it does anything: the files it would write, and all there is to report."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_model_compare.catalog.upstream.records import Remark, Upstream


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fact that is replaced, or added where `old` is None."""

    model: str
    path: str
    old: str | None
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one source says of a fact; `source` is as the model's file calls it."""

    source: str
    url: str | None
    retrieved: str | None
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A fact of the catalog, and another value that the list has for it. `row` is the id of the list's row."""

    model: str
    path: str
    ours: Claim
    theirs: Claim
    row: str
    settled_before: bool = False


@dataclass(slots=True, kw_only=True)
class Plan:
    """`files`: path below the catalog → its new content. `kept`: what was left as it is, with the reason.

    `joined`: spellings of the list that are a model under another one.
    """

    upstream: Upstream
    rows: int
    models: int
    files: dict[str, bytes] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    joined: list[Remark] = field(default_factory=list)
    routes_added: int = 0
    changes: list[Change] = field(default_factory=list)
    kept: list[Remark] = field(default_factory=list)
    unchanged: int = 0
    vanished: list[Remark] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    settled: int = 0
    compared: int = 0
    prices_compared: int = 0
    prices_differing: int = 0
    skipped: list[Remark] = field(default_factory=list)
    doubted: list[Remark] = field(default_factory=list)
    of_model: dict[str, str] = field(default_factory=dict)  # path of a file → the model it is of

    def drop(self, path: str, why: str) -> None:
        """Take back the file at `path`, and all that was to be said of it."""
        del self.files[path]
        model = self.of_model.pop(path, path)
        if model in self.added:
            self.added.remove(model)
        self.changes = [one for one in self.changes if one.model != model]
        self.skipped.append(Remark(id=model, text=why))


def by_reason(remarks: list[Remark]) -> Mapping[str, int]:
    """How many there are of each text, the most frequent first."""
    counts: dict[str, int] = {}
    for remark in remarks:
        counts[remark.text] = counts.get(remark.text, 0) + 1
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
