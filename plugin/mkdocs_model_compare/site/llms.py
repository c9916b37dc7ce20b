"""The list of a site's comparisons for language models: `llms.txt`, in the form that llmstxt.org proposes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_HEADINGS: Mapping[str, str] = {"comparison": "Comparisons", "model": "Models", "index": "Index"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page. `told` is what its description says, where it is known before the page is rendered."""

    title: str
    address: str
    told: str | None
    kind: str


def llms_text(name: str, description: str | None, entries: Iterable[Entry]) -> str:
    ordered = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.address))
    parts = [f"# {_line(name)}", *([f"> {_line(description)}"] if description else [])]
    for kind, heading in _HEADINGS.items():
        lines = [_entry(entry) for entry in ordered if entry.kind == kind]
        parts += [f"## {heading}", "\n".join(lines)] if lines else []
    return "\n\n".join(parts) + "\n"


def _entry(entry: Entry) -> str:
    title = _line(entry.title).replace("[", "(").replace("]", ")")
    return f"- [{title}]({entry.address}){f': {_line(entry.told)}' if entry.told else ''}"


def _line(text: str) -> str:
    return " ".join(text.split())
