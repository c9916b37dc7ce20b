"""A list and a catalog → the plan of an import: every file it would write, checked as a whole, and what to report."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from typing import TypeVar

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.ids import id_remedy
from mkdocs_model_compare.catalog.json_schema import editor_line
from mkdocs_model_compare.catalog.loading import CatalogReader
from mkdocs_model_compare.catalog.model import Model, Source
from mkdocs_model_compare.catalog.upstream.lists import UPSTREAMS
from mkdocs_model_compare.catalog.upstream.records import Listing, Offered, Remark, Vendor
from mkdocs_model_compare.errors import CatalogError, Problem

from . import entries, yaml_text
from .beside import Beside, own_sources
from .entries import Origin
from .matching import Known
from .merging_facts import merge_facts
from .merging_routes import merge_routes
from .plan import Plan
from .splicing import Splice, UneditableError

T = TypeVar("T")
Bar = Callable[[list[Offered]], Iterable[Offered]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """`only`: globs over the list's ids. `fill`: add what is missing to files of other sources as well.

    `known_providers`: take only routes of providers that the catalog has. `confirm`: date the list anew in files in
    which nothing changed.
    """

    only: tuple[str, ...] = ()
    fill: bool = False
    known_providers: bool = False
    confirm: bool = False


class Import:
    """One list into one catalog. `reader` has read the catalog; `today` is the day the result must be right on."""

    def __init__(
        self, reader: CatalogReader, catalog: Catalog, listing: Listing, origin: Origin, wishes: Wishes
    ) -> None:
        self._reader = reader
        self._catalog = catalog
        self._known = Known(catalog)
        self._listing = listing
        self._origin = origin
        self._wishes = wishes
        self._vendors: dict[str, Vendor] = {}
        self._names = {name.casefold() for name in catalog.ids}

    def plan(self, today: date, bar: Bar = iter) -> Plan:
        listing, only = self._listing, self._wishes.only
        models = map(self._known_routes, listing.models) if self._wishes.known_providers else listing.models
        chosen = [(whole, one) for model in models for whole, one in self._chosen(model)]
        plan = Plan(upstream=listing.upstream, rows=listing.rows, models=len(chosen))
        plan.skipped += [one for one in listing.skipped if not only or fits(one.id, only)]
        plan.doubted += [one for one in listing.doubted if not only or fits(one.id, only)]
        wholes = {id(one): whole for whole, one in chosen}
        seen: set[str] = set()
        doubles: dict[str, str] = {}
        for offered in bar([one for _, one in chosen]):
            ours, *others = self._known.models(offered) or (None,)
            plan.joined += (Remark(id=one, text=(ours or offered).id) for one in offered.spellings)
            doubles |= {one.id: (ours or offered).id for one in others}
            if ours is None:
                self._add(offered, plan)
            elif ours.id in seen:
                plan.kept.append(Remark(id=ours.id, text=f"another model of the list, {offered.names[0]}, is it too"))
            else:
                seen.add(ours.id)
                self._merge(ours, offered, plan, whole=wholes[id(offered)])
        if not only:
            plan.vanished += self._vanished(seen | doubles.keys())
            plan.kept += self._doubled(seen, doubles)
        self._add_providers(plan)
        self._check(plan, today)
        return plan

    def _add(self, offered: Offered, plan: Plan) -> None:
        model_id = offered.id
        why = "nobody is known to have made it" if offered.developer is None else None
        if id_remedy(model_id) is not None or model_id.startswith("."):
            why = "its id cannot be a file's name"
        elif model_id.casefold() in self._names:
            why = f"the catalog has another model called {model_id}"
        if why is not None:
            plan.skipped.append(Remark(id=offered.names[0], text=why))
            return
        self._names.add(model_id.casefold())
        aliases = [one for one in _aliases(offered) if one.casefold() not in self._names]
        self._names.update(one.casefold() for one in aliases)
        offered = replace(offered, facts=self._known_facts(offered))
        path = f"models/{model_id}.yml"
        plan.files[path] = entries.new_file(offered, aliases, self._origin, self._provider)
        plan.of_model[path] = model_id
        plan.added.append(model_id)
        plan.routes_added += len(offered.offers)

    def _chosen(self, model: Offered) -> Iterator[tuple[bool, Offered]]:
        """The model with all its routes where a glob has the model itself, else with those whose rows a glob has."""
        only, ours = self._wishes.only, self._known.model(model)
        names = (model.id, *model.names, *(() if ours is None else (ours.id,)))
        if not only or any(fits(name, only) for name in names):
            yield True, model
            return
        offers = tuple(one for one in model.offers if fits(one.upstream_id, only))
        if offers:
            yield False, replace(model, offers=offers, facts={})

    def _known_routes(self, offered: Offered) -> Offered:
        known = (one for one in offered.offers if self._known.provider(one.vendor) is not None)
        return replace(offered, offers=tuple(known))

    def _known_facts(self, offered: Offered) -> dict[str, object]:
        """Without capabilities and licences that this catalog does not have."""
        capabilities = {f"{entries.CAPABILITIES}{name}" for name in self._catalog.settings.capabilities}
        facts = {
            path: value
            for path, value in offered.facts.items()
            if path != "license" and (not path.startswith(entries.CAPABILITIES) or path in capabilities)
        }
        licence = self._known.license(str(offered.facts.get("license")))
        return facts if licence is None else {**facts, "license": licence}

    def _merge(self, model: Model, offered: Offered, plan: Plan, *, whole: bool) -> None:
        record = self._reader.file(model.id)
        own = own_sources(model, self._origin.upstream)
        beside = Beside(
            record=record,
            model=model,
            offered=replace(offered, facts=self._known_facts(offered)),
            origin=self._origin,
            plan=plan,
            fills=bool(own) or self._wishes.fill or _from_lists_only(model),
            provider=self._provider,
        )
        try:
            merge_facts(beside)
            merge_routes(beside, whole=whole)
            later = _later(model, own, self._origin.retrieved)
            if later is not None and beside.changes:
                plan.kept.append(
                    Remark(id=model.id, text=f"its facts are from a later edition of the list, of {later}")
                )
            elif beside.changes or (own and self._wishes.confirm and later is None):
                beside.confirm_source()
                self._take(beside, plan)
                return
        except UneditableError as error:
            plan.kept.append(Remark(id=model.id, text=f"its changes are to be made by hand: {error}"))
        plan.unchanged += 1

    def _take(self, beside: Beside, plan: Plan) -> None:
        raw, path = beside.result(), beside.record.path
        if raw == beside.record.document.raw:
            plan.unchanged += 1
            return
        plan.files[path] = raw
        plan.of_model[path] = beside.model.id
        plan.changes += beside.changes

    def _provider(self, vendor: Vendor) -> str:
        ours = self._known.provider(vendor)
        if ours is not None:
            return ours.id
        self._vendors.setdefault(vendor.id, vendor)
        return vendor.id

    def _add_providers(self, plan: Plan) -> None:
        used = b"\n".join(plan.files.values())
        new = {one.id: one for one in self._vendors.values() if f"provider: {one.id}".encode() in used}
        if not new:
            return
        stated = {name: entries.provider_entry(new[name]) for name in sorted(new)}
        record = self._reader.beside("providers")
        if record is None:
            lines = (f"{name}: {yaml_text.flow(entry)}" for name, entry in stated.items())
            plan.files["providers.yml"] = "\n".join((editor_line("providers"), *lines, "")).encode()
            return
        splice = Splice(record.document.raw)
        for name, entry in stated.items():
            splice.insert((), name, entry, ())
        plan.files[record.path] = splice.result()

    def _vanished(self, seen: set[str]) -> Iterator[Remark]:
        for model in self._catalog.models.values():
            if model.id not in seen and own_sources(model, self._origin.upstream):
                yield Remark(id=model.id, text="it is no longer in the list")

    def _doubled(self, seen: set[str], doubles: Mapping[str, str]) -> Iterator[Remark]:
        for model_id, same in doubles.items():
            if model_id not in seen and own_sources(self._catalog.models[model_id], self._origin.upstream):
                yield Remark(id=model_id, text=f"the list has it and {same} as one model; put the two files together")

    def _check(self, plan: Plan, today: date) -> None:
        """Take back what the catalog could not be read with; nothing is written that `check` would refuse.

        Raises:
            CatalogError: it cannot be read, and not for what the import would write into its models.
        """
        while plan.files:
            try:
                self._reader.preview(today, plan.files)
            except CatalogError as error:
                spoilt = {path: problem for problem in error.problems for path in self._blamed(problem, plan)}
                if not spoilt:
                    raise
                for path, problem in spoilt.items():
                    plan.drop(path, f"its file would be wrong: {problem.where}: {problem.message}")
            else:
                return

    def _blamed(self, problem: Problem, plan: Plan) -> Iterator[str]:
        return (path for path in plan.of_model if problem.place.path.endswith(f"/{path}"))


def fits(name: str, globs: tuple[str, ...]) -> bool:
    """Whether an id is meant by one of the globs, in any case of letters."""
    folded = name.casefold()
    return any(fnmatchcase(folded, glob.casefold()) for glob in globs)


def _aliases(offered: Offered) -> list[str]:
    """Names by which the list will know it again: those of its own record and lab, or the one it came by."""
    names = [name for name in offered.names if name.casefold() != offered.id.casefold()]
    return names[:4] if offered.own else [name.partition("/")[2] or name for name in names[:1]]


def _from_lists_only(model: Model) -> bool:
    """Whether nobody but lists speaks in a file, so that no hand is overruled by what is added."""
    mine = {source_id for upstream in UPSTREAMS.values() for source_id in own_sources(model, upstream)}
    return bool(model.sources) and mine == set(model.sources)


def _later(model: Model, own: frozenset[str], retrieved: date) -> date | None:
    dates = [source.retrieved for source in _of(model, own) if source.retrieved is not None]
    return max((one for one in dates if one > retrieved), default=None)


def _of(model: Model, own: frozenset[str]) -> Iterator[Source]:
    return (source for source in model.sources.values() if source.id in own)
