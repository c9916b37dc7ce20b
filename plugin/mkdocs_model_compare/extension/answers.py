"""A macro on hold → its HTML, or the box and the one warning of a mistake.

What the renderings of one page share, its sources first of all, lives as long as one `Answers`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.macros import (
    MACROS,
    Changes,
    Comparison,
    CostOf,
    FactOf,
    Found,
    History,
    Macro,
    MacroError,
    ModelLink,
    Rule,
    Span,
    Table,
    calls_at,
    key_of,
    line_of,
    parse_call,
    resolve,
)
from mkdocs_model_compare.rendering.citations import Citations
from mkdocs_model_compare.rendering.renderer import Page, Renderer

from .boxes import block_box, inline_box, report_box, short_box, warning
from .conversion import Held
from .host import Host
from .pieces import Piece, comparison_pieces
from .raw import macros_in_html


class Answers:
    def __init__(self, host: Host, text: str, markdown: Callable[[str], str], held: Iterable[Held] = ()) -> None:
        """`held` are all the macros of the page: what one prints can depend on the others."""
        self._host = host
        self._held = held
        self._text = text
        self._page = Page(citations=Citations(), links=host.links, markdown=markdown, issue_form=host.issue_form)
        self._occurrences: Counter[tuple[str, bool]] = Counter()
        self._report: str | None = None

    def block(self, held: Held) -> tuple[Piece, ...]:
        """What stands in the place of a macro that is a paragraph of its own."""
        renderer = self._renderer
        if renderer is None:
            return (Piece(html=self._unusable(held)),)
        occurrence = self._occurrence(held)
        try:
            return self._pieces(self._checked(held, renderer), renderer)
        except MacroError as error:
            self._warn(error, held, occurrence)
            return (Piece(html=block_box(error, held)),)

    def inline(self, held: Held) -> str:
        """What stands in the place of a macro inside text."""
        renderer = self._renderer
        if renderer is None:
            return self._unusable(held)
        occurrence = self._occurrence(held)
        try:
            self._page.in_full = self._in_full
            return self._value(self._checked(held, renderer), held, renderer)
        except MacroError as error:
            self._warn(error, held, occurrence)
            return inline_box(error, held)

    def raw(self, html: str) -> str:
        """HTML that Markdown does not enter, with a box for each macro in it."""
        return self._boxed(html, macros_in_html(html), str)

    def passed_over(self, text: str, stash: Callable[[str], str]) -> str:
        """The same for text inside an element that Markdown knows of; `stash` gives the placeholder for a box."""
        return self._boxed(text, (macro for macro in calls_at(text) if macro.name in MACROS), stash)

    def _boxed(self, text: str, macros: Iterable[Found], put: Callable[[str], str]) -> str:
        parts: list[str] = []
        at = 0
        for macro in macros:
            error = MacroError(
                'Markdown does not look inside this HTML, so the macro cannot work here; add markdown="1" to the '
                "element and md_in_html to the extensions, or move the macro out of it",
                _name_span(macro.inner),
            )
            held = Held(inner=macro.inner, alone=False, closed=macro.closed)
            self._warn(error, held, self._occurrence(held))
            parts += (text[at : macro.start], put(inline_box(error, held)))
            at = macro.end
        return "".join((*parts, text[at:]))

    def sources(self) -> str:
        """The list of everything cited so far; empty where nothing was."""
        return str(self._renderer.sources(self._page)) if self._page.citations and self._renderer else ""

    @cached_property
    def _renderer(self) -> Renderer | None:
        """Asked for by the first macro: a page without one must not need a catalog."""
        try:
            return self._host.renderer
        except CompareError as error:
            self._report = str(error)
            return None

    @cached_property
    def _in_full(self) -> frozenset[int]:
        renderer = self._renderer
        return renderer.in_full(self._facts(renderer)) if renderer else frozenset()

    def _facts(self, renderer: Renderer) -> Iterator[tuple[Model, str]]:
        for held in self._held:
            with suppress(MacroError):
                macro = self._checked(held, renderer)
                if isinstance(macro, FactOf):
                    yield macro.model, macro.path

    def _checked(self, held: Held, renderer: Renderer) -> Macro:
        if not held.closed:
            end = len(held.inner)
            raise MacroError("the macro is not closed; end it with >>", Span(end, end + 2))
        return resolve(held.inner, renderer.catalog, renderer.workload)

    def _pieces(self, macro: Macro, renderer: Renderer) -> tuple[Piece, ...]:
        try:
            if isinstance(macro, Comparison):
                sections = renderer.sections(macro.models, macro.sections, macro.workload, self._page)
                return comparison_pieces(macro, sections)
            if isinstance(macro, Rule):
                return (Piece(html=renderer.rule()),)
            if isinstance(macro, History):
                return (Piece(html=renderer.price_history(macro.models, macro.provider, macro.workload, self._page)),)
            if isinstance(macro, Changes):
                return (Piece(html=renderer.changes(macro.query, macro.days, self._page)),)
            assert isinstance(macro, Table)
            shown = renderer.picker if macro.picking else renderer.table
            return (Piece(html=str(shown(macro.query, self._page))),)
        except CompareError as error:
            raise MacroError(str(error)) from error

    def _value(self, macro: Macro, held: Held, renderer: Renderer) -> str:
        try:
            if isinstance(macro, FactOf):
                return str(renderer.fact(macro.model, macro.path, self._page))
            if isinstance(macro, ModelLink):
                return str(renderer.model(macro.model, self._page))
            if isinstance(macro, CostOf):
                return str(renderer.cost(macro.model, macro.workload, self._page))
        except LookupError as error:
            # Its two children are what a mistake of ours would raise; only the bare one is the author's.
            if not isinstance(macro, FactOf) or isinstance(error, KeyError | IndexError):
                raise
            raise MacroError(str(error), macro.path_span) from error
        except CompareError as error:
            raise MacroError(str(error)) from error
        name = parse_call(held.inner).name
        message = f"{name} makes a block and cannot stand inside text; put it in a paragraph of its own"
        raise MacroError(f"{message}, between blank lines", _name_span(held.inner))

    def _unusable(self, held: Held) -> str:
        report, self._report = self._report, None
        return report_box(report, held) if report else short_box(held)

    def _occurrence(self, held: Held) -> int:
        key = key_of(held.inner), held.closed
        self._occurrences[key] += 1
        return self._occurrences[key] - 1

    def _warn(self, error: MacroError, held: Held, occurrence: int) -> None:
        page = self._host.page
        line = line_of(page.text if page else self._text, held.inner, occurrence, closed=held.closed)
        self._host.warn(warning(error, held, page.path if page else None, line))


def _name_span(inner: str) -> Span:
    name = inner.split("(", 1)[0]
    return Span(len(name) - len(name.lstrip()), len(name.rstrip()))
