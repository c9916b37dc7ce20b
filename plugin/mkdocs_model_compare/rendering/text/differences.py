"""What changed in a catalog → a document: what needs somebody first, then what turns, then every fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from mkdocs_model_compare.catalog.model import Source, State
from mkdocs_model_compare.comparison import figures
from mkdocs_model_compare.comparison.differences.changes import FactChange
from mkdocs_model_compare.comparison.differences.difference import Difference, PageChange
from mkdocs_model_compare.comparison.differences.facts import ModelChange
from mkdocs_model_compare.comparison.value import Value
from mkdocs_model_compare.errors import Level, Problem
from mkdocs_model_compare.rendering.words import condition, counted, listed

from .blocks import Block, Cell, Document, Heading, Listing, Paragraph, Span, Spans, Table, Tone
from .turns import told_turn

_STATES = {
    State.NO: "no",
    State.UNKNOWN: "unknown",
    State.UNDISCLOSED: "undisclosed",
    State.NOT_APPLICABLE: "not applicable",
}
_MOST_NAMED = 8
_MOST_PAGES = 50
_PLURALS = {"capability": "capabilities"}


def document(found: Difference) -> Document:
    return Document(blocks=tuple(_blocks(found)), sources={})


def _blocks(found: Difference) -> Iterator[Block]:
    yield Heading(level=2, spans=_text("Changes of the catalog"))
    yield Paragraph(spans=_text(_summary(found)))
    yield from _failing(found)
    if found.turns:
        yield _heading("Verdicts that turn")
        yield Listing(items=tuple(map(told_turn, found.turns)))
    if found.listings:
        yield _heading("Added and removed")
        yield Listing(items=tuple(_item(line) for line in _came_and_went(found)))
    if found.models:
        yield _heading("Facts")
    for change in found.models:
        yield from _model(change)
    if found.entries:
        yield _heading("Beside the models")
        rows = (
            (f"{one.kind} {one.entry}: {one.path}", one.before or "nothing", one.after or "nothing")
            for one in found.entries
        )
        yield _table(("What", "Was", "Is now"), (tuple(map(_cell, row)) for row in rows))
    if found.pages:
        yield _heading("Pages that change")
        told = [_page(page) for page in found.pages if page.what != "broken"]
        rest = len(told) - _MOST_PAGES
        # A change of a rule concerns every page of a large site; what is more is for programs.
        more = [_text(f"and {rest} more, which the JSON lists")] if rest > 1 else []
        yield Listing(items=tuple(map(_item, [*(told[:_MOST_PAGES] if more else told), *more])))


def _turning(found: Difference) -> str:
    """How many turn overall; a use case can turn where the whole does not."""
    overall = sum(one.turned for one in found.turns)
    told = f"{overall or 'none'} {'turn' if overall > 1 else 'turns'} overall"
    others = len(found.turns) - overall
    return f"{told} and {others} for a use case" if others else told


def _summary(found: Difference) -> str:
    """One sentence on each thing there is; what was looked at and is the same is said as well."""
    if found.nothing and not found.pages:
        return "Nothing changed."
    facts, changed = sum(len(one.facts) for one in found.models), sum(bool(one.facts) for one in found.models)
    parts = [f"{counted(facts, 'fact')} of {counted(changed, 'model')}"] if facts else []
    parts += [f"{counted(len(found.entries), 'value')} beside the models"] if found.entries else []
    told = [f"{listed(parts)} changed." if parts else "No fact changed."]
    if found.compared:
        told.append(f"Of {counted(found.compared, 'comparison')}, {_turning(found)}.")
    if found.pages is not None:
        pages = counted(len(found.pages), "page")
        told.append(f"{pages[:1].upper()}{pages[1:]} of the site {'changes' if len(found.pages) == 1 else 'change'}.")
    return " ".join(told)


def _failing(found: Difference) -> Iterator[Block]:
    errors = [one for one in found.arising if one.level is Level.ERROR]
    doubts = [one for one in found.arising if one.level is Level.WARNING]
    broken = [one for one in found.pages or () if one.what == "broken"]
    if errors or broken:
        yield _heading("What now fails")
        items = (*map(_problem, errors), *(_text(f"{page.uri}: {page.message}") for page in broken))
        yield Listing(items=tuple(_item(spans) for spans in items))
    for title, problems in (("New doubts", doubts), ("Settled", found.settled)):
        if problems:
            yield _heading(title)
            yield Listing(items=tuple(_item(_problem(one)) for one in problems))


def _problem(problem: Problem) -> Spans:
    where = f"{problem.where}: " if problem.where else ""
    return Span(text=str(problem.place), code=True), Span(text=f" {where}{problem.message}")


def _came_and_went(found: Difference) -> Iterator[Spans]:
    for one in found.listings:
        for names, what in ((one.added, "added"), (one.removed, "removed")):
            if names:
                count = counted(len(names), one.kind, _PLURALS.get(one.kind))
                yield (Span(text=f"{count} {what}: "), *_text(_named(names)))


def _model(change: ModelChange) -> Iterator[Block]:
    name, former = change.after.name, change.before.name
    told = f"{name} ({change.after.id})" if name == former else f"{name}, formerly {former}"
    yield Heading(level=4, spans=_text(told))
    if change.facts:
        yield _table(("Fact", "Was", "Is now", "Source"), map(_row, change.facts))
    if change.resourced:
        count = counted(len(change.resourced), "fact")
        verb = "has" if len(change.resourced) == 1 else "have"
        told = f"{count} {verb} another source or date and the same value: {_named(change.resourced)}."
        yield Paragraph(spans=_text(told))


def _row(change: FactChange) -> tuple[Cell, ...]:
    now = _value(change.after, change.before)
    if change.rise is not None:
        now = (*now, Span(text=f" ({_percent(change.rise)})", tone=Tone.QUIET))
    return (
        Cell(spans=_where(change)),
        Cell(spans=_value(change.before, change.after)),
        Cell(spans=now),
        Cell(spans=_source(change)),
    )


def _percent(rise: Decimal) -> str:
    share = round(rise * 100, 1)
    return f"{'+' if share > 0 else ''}{figures.plain(share)}%"


def _where(change: FactChange) -> Spans:
    about = [
        change.route.region if change.route else None,
        change.route.label if change.route else None,
        condition(change.variant).lower() if change.variant else None,
    ]
    told = ", ".join(part for part in about if part)
    path = Span(text=change.path, code=True)
    return (path, Span(text=f" ({told})", tone=Tone.QUIET)) if told else (path,)


def _value(value: Value, other: Value) -> Spans:
    if not value.known:
        return (Span(text=_STATES[value.state], tone=Tone.QUIET if value.state is State.UNKNOWN else None),)
    # 128,000 and 131,072 both read "128k".
    return _text(value.exact if value.exact and value.text == other.text else value.text)


def _source(change: FactChange) -> Spans:
    """Where what stands there now is from; of what went, where that was from."""
    facts = change.after.facts or change.before.facts
    found: dict[str, Source] = {fact.source.id: fact.source for fact in facts if fact.source is not None}
    spans: list[Span] = []
    for one in found.values():
        when = f", {one.retrieved}" if one.retrieved else ""
        spans += [Span(text="; ")] if spans else []
        spans += [Span(text=one.title or one.id, href=one.url), Span(text=when)]
    return tuple(spans)


def _page(page: PageChange) -> Spans:
    told = f": {_named(page.models)}" if page.models and page.what == "changed" else ""
    said = "" if page.what == "changed" else f" ({page.what})"
    return Span(text=page.uri, code=True), Span(text=f"{said}{told}")


def _named(names: Iterable[str]) -> str:
    held = list(names)
    rest = len(held) - _MOST_NAMED
    return ", ".join(held) if rest <= 1 else f"{', '.join(held[:_MOST_NAMED])} and {rest} more"


def _heading(text: str) -> Heading:
    return Heading(level=3, spans=_text(text))


def _text(text: str) -> Spans:
    return (Span(text=text),)


def _item(spans: Spans) -> tuple[Block, ...]:
    return (Paragraph(spans=spans),)


def _cell(text: str) -> Cell:
    return Cell(spans=_text(text))


def _table(heads: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> Table:
    return Table(caption=(), head=tuple(map(_cell, heads)), rows=tuple(rows))
