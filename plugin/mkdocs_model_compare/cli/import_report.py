"""What an import did, in a few lines, and where the catalog and the list differ, as text, JSON or Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from mkdocs_model_compare.catalog.merging.plan import Change, Disagreement, Plan, by_reason
from mkdocs_model_compare.catalog.upstream.records import Remark

from .common import as_json

_MOST_NAMED = 20
_MOST_REASONS = 12


def summary(plan: Plan, folder: Path, *, dry: bool) -> str:
    """What was done, or would be, and what was not and why."""
    return "".join(f"{line}\n" for line in _summary(plan, folder, dry=dry))


def _summary(plan: Plan, folder: Path, *, dry: bool) -> Iterator[str]:
    would = "would be " if dry else ""
    yield f"{plan.upstream.title}: {_count(plan.rows, 'row')}, {_count(plan.models, 'model')} → {folder}"
    yield f"  {would}added: {_count(len(plan.added), 'model')}, {_count(plan.routes_added, 'route')}"
    if plan.joined:
        yield f"  joined with a model that is spelled otherwise: {_count(len(plan.joined), 'name')}"
        yield from _first([f"{one.id}: {one.text}" for one in plan.joined])
    changed = len({one.model for one in plan.changes})
    yield f"  {would}changed: {_count(len(plan.changes), 'fact')} in {_count(changed, 'model')}"
    yield from _first([_changed(one) for one in plan.changes])
    yield f"  kept as it was: {_count(plan.unchanged, 'model')}"
    yield from _first([f"{one.id}: {one.text}" for one in plan.kept])
    if plan.vanished:
        yield f"  gone from the list, and kept here: {len(plan.vanished)}"
        yield from _first([f"{one.id}: {one.text}" for one in plan.vanished])
    yield from _reasons(f"skipped: {_count(len(plan.skipped), 'row')}", plan.skipped)
    yield from _reasons(f"left unknown: {_count(len(plan.doubted), 'value')}", plan.doubted)
    differing = len(plan.disagreements)
    if differing or plan.settled:
        settled = f", and {plan.settled} settled" if plan.settled else ""
        yield f"  differing from other sources: {_count(differing, 'fact')}{settled} (--report lists them)"
    yield f"  files {'to write' if dry else 'written'}: {len(plan.files)}"


def _changed(one: Change) -> str:
    return f"{one.model}: {one.path}: {one.old if one.old is not None else 'not stated'} → {one.new}"


def _first(lines: list[str]) -> Iterator[str]:
    yield from (f"    {line}" for line in lines[:_MOST_NAMED])
    if len(lines) > _MOST_NAMED:
        yield f"    and {len(lines) - _MOST_NAMED} more"


def _reasons(head: str, remarks: list[Remark]) -> Iterator[str]:
    if not remarks:
        return
    yield f"  {head}"
    reasons = list(by_reason(remarks).items())
    for text, count in reasons[:_MOST_REASONS]:
        example = next(one.id for one in remarks if one.text == text)
        yield f"    {count:5}  {text}" + (f" ({example})" if count == 1 else f" (such as {example})")
    if len(reasons) > _MOST_REASONS:
        rest = reasons[_MOST_REASONS:]
        yield f"    {sum(count for _, count in rest):5}  for {len(rest)} other reasons"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _as_text(plan: Plan) -> str:
    if not plan.disagreements:
        return "no difference between the catalog and the list\n"
    return "".join(f"{line}\n" for one in plan.disagreements for line in _told(one))


def _told(one: Disagreement) -> Iterator[str]:
    again = " (settled before, at other values)" if one.settled_before else ""
    yield f"{one.model}: {one.path}{again}"
    yield f"  {_claimed(one.ours.source, one.ours.retrieved)}: {one.ours.value}"
    yield f"  {_claimed(one.theirs.source, one.theirs.retrieved)}: {one.theirs.value}  ({one.row})"
    yield f"  to settle: {_settling(one)}"


def _claimed(source: str, retrieved: str | None) -> str:
    return f"{source}, {retrieved}" if retrieved else source


def _settling(one: Disagreement) -> str:
    """The line under `settled` that settles it, for a curator to complete."""
    saw = f"{one.theirs.source}: {_scalar(one.theirs.value)}, {one.ours.source}: {_scalar(one.ours.value)}"
    return f'{one.path}: {{note: "…", saw: {{{saw}}}}}'


def _scalar(value: str) -> str:
    return value if re.fullmatch(r"[\w.-]+", value) else json.dumps(value, ensure_ascii=False)


def _as_markdown(plan: Plan) -> str:
    title = f"## Differences from {plan.upstream.title}\n\n"
    if not plan.disagreements:
        return f"{title}None.\n"
    head = "| Model | Fact | Here | Source | There | Source |\n| --- | --- | --- | --- | --- | --- |\n"
    return title + head + "".join(f"| {' | '.join(_cells(one))} |\n" for one in plan.disagreements)


def _cells(one: Disagreement) -> Iterator[str]:
    yield _plain(one.model)
    yield _plain(one.path) + (" (settled before, at other values)" if one.settled_before else "")
    for claim in (one.ours, one.theirs):
        yield _plain(claim.value)
        said = _plain(_claimed(claim.source, claim.retrieved))
        yield f"[{said}]({claim.url.replace('(', '%28').replace(')', '%29')})" if claim.url else said


def _plain(text: str) -> str:
    """A word of the catalog that stays a word: it breaks no table and calls nobody."""
    return re.sub(r"([\\`*_\[\]<>|@#~])", r"\\\1", " ".join(text.split()))


def _as_json(plan: Plan) -> str:
    content = {
        "version": 1,
        "upstream": plan.upstream.name,
        "models": plan.models,
        "added": plan.added,
        "routes_added": plan.routes_added,
        "joined": [asdict(one) for one in plan.joined],
        "changed": [asdict(one) for one in plan.changes],
        "kept": [asdict(one) for one in plan.kept],
        "vanished": [asdict(one) for one in plan.vanished],
        "skipped": [asdict(one) for one in plan.skipped],
        "doubted": [asdict(one) for one in plan.doubted],
        "compared": {
            "facts": plan.compared,
            "prices": plan.prices_compared,
            "prices_differing": plan.prices_differing,
            "settled": plan.settled,
        },
        "disagreements": [asdict(one) for one in plan.disagreements],
    }
    return as_json(content)


REPORTS: Mapping[str, Callable[[Plan], str]] = {"text": _as_text, "json": _as_json, "md": _as_markdown}
