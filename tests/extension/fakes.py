"""A host with a renderer whose HTML is a few words, so that a case shows what the extension does and nothing else."""

from dataclasses import dataclass, field
from types import MappingProxyType

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model, Source
from mkdocs_model_compare.catalog.settings import Workload
from mkdocs_model_compare.comparison.query import Query
from mkdocs_model_compare.errors import CompareError
from mkdocs_model_compare.extension import SourcePage
from mkdocs_model_compare.rendering.links import Links, NoLinks
from mkdocs_model_compare.rendering.renderer import SOURCES_SLOT, Page, Renderer, Section
from tests.macros.catalogs import WORKLOAD, small_catalog

_VALUES = MappingProxyType({"context_window": "200k", "odd": "<b>_x_ | :smile: << fact() >> \x02amp\x03</b>"})


class FakeRenderer(Renderer):
    """Cites one source per model, under the model's name, so that a page's numbering can be seen."""

    def __init__(self, catalog: Catalog | None = None) -> None:
        self.catalog = catalog or small_catalog()
        self.workload = WORKLOAD

    def sections(
        self, models: tuple[Model, ...], names: tuple[str, ...], workload: Workload, page: Page
    ) -> tuple[Section, ...]:
        ids = " ".join(model.id for model in models)
        return tuple(
            Section(
                name=name,
                heading=None if name == "summary" else name.replace("_", " ").capitalize(),
                html=f'<div class="mc mc-{name}">{ids} {workload.requests}{self._numerals(name, models, page)}'
                f"{SOURCES_SLOT if name == 'reviewed' else ''}</div>",
            )
            for name in names
        )

    def table(self, query: Query, page: Page) -> str:  # noqa: ARG002 - the renderer's signature
        return f'<div class="mc mc-models">{" ".join(query.columns)}</div>'

    def price_history(self, models: tuple[Model, ...], provider: str | None, workload: Workload, page: Page) -> str:
        ids = " ".join(model.id for model in models)
        numerals = "".join(self._cite(model, page) for model in models)
        return f'<div class="mc mc-price_history">{ids} {provider} {workload.requests}{numerals}</div>'

    def changes(self, query: Query, days: int, page: Page) -> str:  # noqa: ARG002 - the renderer's signature
        return f'<div class="mc mc-changes">{days} {len(query.conditions)}</div>'

    def fact(self, model: Model, path: str, page: Page) -> str:
        if path not in _VALUES:
            msg = f"{model.name} has no {path!r}; did you mean 'context_window'?"
            raise LookupError(msg)
        return f'<span class="mc-fact">{_VALUES[path]}{self._cite(model, page)}</span>'

    def model(self, model: Model, page: Page) -> str:  # noqa: ARG002 - the renderer's signature
        return f'<a class="mc-model" href="{model.id}/">{model.name}</a>'

    def cost(self, model: Model, workload: Workload, page: Page) -> str:  # noqa: ARG002 - the renderer's signature
        return f'<span class="mc-cost">{model.id} {workload.requests}</span>'

    def sources(self, page: Page) -> str:
        names = "".join(f"<li>{entry.source.title}</li>" for entry in page.citations)
        return f'<ol class="mc-sources">{names}</ol>' if names else ""

    def _numerals(self, name: str, models: tuple[Model, ...], page: Page) -> str:
        return "".join(self._cite(model, page) for model in models) if name in ("specs", "reviewed") else ""

    def _cite(self, model: Model, page: Page) -> str:
        source = Source(id=model.id, url=None, title=model.name, retrieved=None, note=None)
        number = page.citations.number(source).number
        return f'<sup><a href="#mc-source-{number}">{number}</a></sup>'


@dataclass
class FakeHost:
    text: str = ""
    report: str | None = None
    inline_assets: bool = False
    issue_form: str = ""
    links: Links = field(default_factory=NoLinks)
    warnings: list[str] = field(default_factory=list)
    made: FakeRenderer = field(default_factory=FakeRenderer)

    @property
    def renderer(self) -> FakeRenderer:
        if self.report is not None:
            raise CompareError(self.report)
        return self.made

    @property
    def page(self) -> SourcePage | None:
        return SourcePage(path="page.md", text=self.text) if self.text else None

    def warn(self, text: str) -> None:
        self.warnings.append(text)
