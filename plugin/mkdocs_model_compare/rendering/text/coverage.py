"""What of a catalog is known → a document: what to look up next, then the facts, then the models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_model_compare.catalog.model import State
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.coverage import Coverage, FactCoverage, Missing, ModelCoverage
from mkdocs_model_compare.rendering.words import counted

from .blocks import Block, Cell, Document, Heading, Listing, Paragraph, Span, Table, Tone

_STATES = {
    State.KNOWN: "Known",
    State.NO: "No",
    State.UNDISCLOSED: "Undisclosed",
    State.NOT_APPLICABLE: "N/a",
    State.UNKNOWN: "Unknown",
}
_MOST_MODELS = 8
_MOST_FACTS = 6


def document(found: Coverage) -> Document:
    return Document(blocks=tuple(_blocks(found)), sources={})


def _blocks(found: Coverage) -> Iterator[Block]:
    yield _heading(2, "Coverage of the catalog")
    yield Paragraph(spans=(Span(text=_summary(found)),))
    if found.missing:
        yield _heading(3, "To look up, what weighs most in the verdict first")
        yield Listing(items=tuple((Paragraph(spans=_item(one)),) for one in found.missing), start=1)
    yield _heading(3, "By fact")
    yield _table(("Fact", "Weight", *_STATES.values()), (_fact(one) for one in found.facts))
    yield _heading(3, "By model")
    by_weight = {key: place for place, one in enumerate(found.missing) for key in one.keys}
    rows = (_model(one, by_weight) for one in found.models)
    yield _table(("Model", "Answered", *list(_STATES.values())[:-1], "Missing"), rows)


def _summary(found: Coverage) -> str:
    answered, whole = sum(one.answered for one in found.models), sum(len(one.states) for one in found.models)
    share = f", {100 * answered // whole}%" if whole else ""
    return f"{counted(len(found.models), 'model')}: {answered:,} of {whole:,} facts are answered{share}."


def _item(one: Missing) -> tuple[Span, ...]:
    weight = f" (weight {figures.plain(one.weight)})" if one.weight else " (no weight)"
    told = f"{weight}: {counted(len(one.models), 'model')}: {_named((model.id for model in one.models), _MOST_MODELS)}"
    return Span(text=one.path, code=True), Span(text=told)


def _fact(one: FactCoverage) -> tuple[str, ...]:
    weight = figures.plain(one.weight) if one.weight else ""
    return (one.key, weight, *(_count(one.counts.get(state, 0)) for state in _STATES))


def _model(one: ModelCoverage, by_weight: dict[str, int]) -> tuple[str, ...]:
    unknown = (key for key, state in one.states.items() if state is State.UNKNOWN)
    missing = sorted(unknown, key=lambda key: by_weight.get(key, len(by_weight)))
    counts = (_count(one.count(state)) for state in list(_STATES)[:-1])
    return (one.model.id, f"{one.answered} of {len(one.states)}", *counts, _named(missing, _MOST_FACTS))


def _count(count: int) -> str:
    return str(count) if count else ""


def _named(names: Iterable[str], most: int) -> str:
    held = list(names)
    rest = len(held) - most
    return ", ".join(held) if rest <= 1 else f"{', '.join(held[:most])} and {rest} more"


def _heading(level: int, text: str) -> Heading:
    return Heading(level=level, spans=(Span(text=text),))


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    return Table(
        caption=(),
        head=tuple(Cell(spans=(Span(text=head),)) for head in heads),
        rows=tuple(tuple(_cell(text) for text in row) for row in rows),
    )


def _cell(text: str) -> Cell:
    return Cell(spans=(Span(text=text, tone=None if text else Tone.QUIET),))
