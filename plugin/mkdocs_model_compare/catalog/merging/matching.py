"""Which model of the catalog a model of a list is, and which of its routes a row prices."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_model_compare.catalog.catalog import Catalog
from mkdocs_model_compare.catalog.model import Model, Provider, Route
from mkdocs_model_compare.catalog.upstream.identity import key_of, parts_key_of, unfit
from mkdocs_model_compare.catalog.upstream.records import Offer, Offered, Vendor
from mkdocs_model_compare.catalog.upstream.tables import known_developer


class Known:
    """A catalog's models by the keys of their ids and aliases, and its providers by ours."""

    def __init__(self, catalog: Catalog) -> None:
        self._by_key: dict[str, list[Model]] = defaultdict(list)
        for model in catalog.models.values():
            for key in dict.fromkeys(_keys(model)):
                self._by_key[key].append(model)
        self._licenses = catalog.licenses
        self._providers = catalog.providers
        self._named = {provider.name.casefold(): provider for provider in catalog.providers.values()}

    @property
    def keys(self) -> Iterator[str]:
        yield from self._by_key

    def model(self, offered: Offered) -> Model | None:
        """The catalog's model that this is."""
        return next(iter(self.models(offered)), None)

    def models(self, offered: Offered) -> tuple[Model, ...]:
        """All that this can be, the likeliest first: more than one where the catalog has it under several spellings."""
        own = key_of(offered.id)
        keys = sorted(offered.keys, key=lambda one: (one != own, " " in one, len(one), one))
        candidates = {one.id: one for key in keys for one in self._by_key.get(key, ())}
        return tuple(one for one in candidates.values() if _may_be_by(one.developer, offered.developer))

    def license(self, called: str) -> str | None:
        """The catalog's id of the licence with this id, name or SPDX identifier."""
        wanted = called.casefold()
        for one in self._licenses.values():
            if wanted in (one.id.casefold(), one.name.casefold(), (one.spdx or one.id).casefold()):
                return one.id
        return None

    def provider(self, vendor: Vendor) -> Provider | None:
        """The catalog's provider with this id or name."""
        return self._providers.get(vendor.id) or self._named.get(vendor.name.casefold())


def _keys(model: Model) -> Iterator[str]:
    for name in (model.id, *model.aliases):
        if unfit(name) is None:
            yield key_of(name)
            if (parts := parts_key_of(name)) is not None:
                yield parts


def _may_be_by(ours: str, theirs: str | None) -> bool:
    # A developer that the table does not know may be one that it knows under another name.
    return theirs is None or ours.casefold() == theirs.casefold() or not known_developer(ours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """`matched` are routes with the rows that price them; `routes` and `offers` are those that have no counterpart."""

    matched: Sequence[tuple[Route, Offer]]
    routes: Sequence[Route]
    offers: Sequence[Offer]


def pair(routes: Sequence[Route], offers: Sequence[Offer], providers: Mapping[str, str]) -> Pairs:
    """Pair routes with rows of the same provider; `providers` is our id → the catalog's.

    First by the provider's own id for the model with region and label, then by what is left of these, where one of each
    has it. A route without a region is a global one.
    """
    left_routes, left_offers = list(routes), list(offers)
    matched: list[tuple[Route, Offer]] = []
    for alike in (_same_row, _same_id, _same_terms, _same_region):
        for route in list(left_routes):
            fitting = [
                one for one in left_offers if providers.get(one.vendor.id) == route.provider.id and alike(route, one)
            ]
            rivals = [
                one for one in left_routes if one.provider is route.provider and any(alike(one, row) for row in fitting)
            ]
            if len(fitting) == 1 and len(rivals) == 1:
                matched.append((route, fitting[0]))
                left_routes.remove(route)
                left_offers.remove(fitting[0])
    return Pairs(matched=matched, routes=left_routes, offers=left_offers)


def _same_row(route: Route, offer: Offer) -> bool:
    return route.region == offer.region and _same_id(route, offer)


def _same_id(route: Route, offer: Offer) -> bool:
    return route.model is not None and _plain(route.model) == _plain(offer.model) and _same_terms(route, offer)


def _same_terms(route: Route, offer: Offer) -> bool:
    return _same_region(route, offer) and route.label == offer.label


def _same_region(route: Route, offer: Offer) -> bool:
    return (route.region or "global") == (offer.region or "global")


def _plain(model: str) -> str:
    return model.casefold().removeprefix("accounts/fireworks/models/")
