"""Collects the rows of one list while it is read, with those that are left out and what in the others was not taken."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from mkdocs_model_compare.catalog.model import Billing

from .amounts import DoubtError
from .identity import Identity, unfit
from .json_input import Repeated
from .records import Offer, Remark, Row, Vendor

T = TypeVar("T")
_NO_CHAT = re.compile(r"embed|rerank|moderation|whisper|tts|transcri", re.IGNORECASE)
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(slots=True)
class Rows:
    rows: list[Row] = field(default_factory=list)
    skipped: list[Remark] = field(default_factory=list)
    doubted: list[Remark] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    count: int = 0

    def begin(self, row_id: object, content: object) -> bool:
        """Whether a row can be read at all; what cannot is skipped with the reason."""
        self.count += 1
        shown = printable(str(row_id))
        why = unfit(row_id)
        if why is None and not isinstance(content, Mapping):
            why = "the row is no mapping"
        if why is None and isinstance(content, Repeated):
            why = "keys of the row stand twice"
        if why is not None:
            self.skip(shown, why)
            return False
        self.ids.add(str(row_id))
        return True

    def skip(self, row_id: str, why: str) -> None:
        self.skipped.append(Remark(id=printable(row_id), text=why))

    def doubt(self, row_id: str, what: str) -> None:
        self.doubted.append(Remark(id=printable(row_id), text=what))

    def taken(self, row_id: str, what: str, read: Callable[[], T]) -> T | None:
        """What `read` makes of a value; None, with a remark, where that cannot be right."""
        try:
            return read()
        except DoubtError as error:
            self.doubt(row_id, f"{what}: {error}")
            return None

    def again(self, content: object, where: str) -> None:
        """Reports the keys that stand twice in a mapping of rows."""
        if isinstance(content, Repeated):
            for key in content.repeated:
                self.skip(f"{where}{key}", "the id stands twice; the first of them counts")


def no_chat(name: str) -> bool:
    """Whether the name is that of a model whose answers are no text."""
    return _NO_CHAT.search(name) is not None


def printable(text: object) -> str:
    """Text of a list without the signs that would spoil a terminal, a page or a file."""
    return _UNPRINTED.sub("", str(text)).strip()[:200]


def make_row(row_id: str, found: Identity, offer: Offer, title: str | None, facts: Mapping[str, object]) -> Row:
    """A provider's row: its facts are about the model only where the provider is the model's own lab."""
    vendor = offer.vendor
    developer = found.developer
    if developer is None and vendor.makes is not None and not vendor.others:
        developer = vendor.makes
    own = developer is not None and developer == vendor.makes
    return Row(
        id=row_id,
        key=found.key,
        day=found.day,
        spelling=found.spelling,
        developer=developer,
        own=own,
        stated=found.stated or own,
        title=title,
        signed=found.signed,
        facts=facts,
        offer=offer,
    )


def without_seller(model: str, seller: Vendor) -> str:
    """Without the mark that sellers put before others' models: `databricks-claude…`, `FW-GLM…` of Fireworks."""
    for mark in (f"{seller.id}-", "FW-"):
        if seller.listed and seller.kind != "vendor" and model.startswith(mark) and len(model) > len(mark):
            return model[len(mark) :]
    return model


def billed(vendor: Vendor) -> bool:
    """Whether the provider's prices are by the token."""
    return vendor.billing is Billing.TOKEN
