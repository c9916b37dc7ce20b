"""Sections → one text: the body of a comparison outside a site, and a whole HTML document around it."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from itertools import count

from .escaping import escape
from .renderer import SOURCES_SLOT, Section

_STYLE = """\
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h2 { margin-top: 2em; }
@keyframes mc-wait {}  /* for no script: there is none */
@media (prefers-color-scheme: dark) { .mc { --mc-good: #62d6a2; --mc-accent: #9fa8da; } }
"""


def body(title: str, sections: Iterable[Section], sources: str) -> str:
    """The sections under their headings. `sources` stand in the section that has a place for them, else at the end."""
    html = [f"<h1>{escape(title)}</h1>"]
    for number, section in zip(count(1), sections, strict=False):
        if section.heading is not None:
            html.append(f'<h2 id="mc-section-{number}">{escape(section.heading)}</h2>')
        html.append(section.html)
    text = "\n".join(html)
    if SOURCES_SLOT in text:
        return text.replace(SOURCES_SLOT, sources)
    listed = f'\n<section class="mc mc-sources" aria-label="Sources"><h2>Sources</h2>{sources}</section>'
    return text + listed if sources else text


def page(title: str, content: str) -> str:
    """A document that needs no other file."""
    css = files("mkdocs_model_compare.rendering").joinpath("assets", "model-compare.css").read_text("utf-8")
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
{css}{_STYLE}</style>
</head>
<body>
<main>
{content}
</main>
</body>
</html>
"""
