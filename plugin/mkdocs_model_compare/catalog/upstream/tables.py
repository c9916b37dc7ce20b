"""The tables that say which provider and developer a list means, which are data: `providers.yml`, `developers.yml`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from pydantic_core import PydanticCustomError

from mkdocs_model_compare.catalog.ids import id_remedy
from mkdocs_model_compare.catalog.model import Billing
from mkdocs_model_compare.catalog.reading import read_document
from mkdocs_model_compare.catalog.special_kinds import url_kind

from .records import Vendor

_URL = url_kind()
_HERE = Path(__file__).parent
_SAID = ("name", "kind", "url", "makes", "others")


def vendor(upstream: str, provider: str, name: str | None = None, url: str | None = None) -> Vendor:
    """Who a list means by the id of a provider; one that the table lacks keeps what the list says of it."""
    known = _vendors(upstream).get(provider)
    if known is not None:
        return known
    return Vendor(id=_slug(provider), name=name or provider, url=_address(url))


def vendor_called(our_id: str) -> Vendor:
    """The provider with this id of ours."""
    return _vendor(our_id, _table("providers.yml")[our_id])


def developer_of_org(org: str) -> str | None:
    return _orgs().get(org)


def known_developer(name: str) -> bool:
    """Whether the table has a developer of this name."""
    return name.casefold() in {developer.casefold() for developer in _table("developers.yml")}


@cache
def developer_of_name(name: str) -> str | None:
    """Who makes models with names such as this, in small letters."""
    for developer, beginning in _beginnings():
        if beginning.startswith("*"):
            if beginning[1:] in name:
                return developer
        elif name.startswith(beginning):
            return developer
    return None


@cache
def _vendors(upstream: str) -> Mapping[str, Vendor]:
    return {
        theirs: _vendor(ours, said)
        for ours, said in _table("providers.yml").items()
        for theirs in said.get(upstream, ())
    }


def _vendor(ours: str, said: Mapping[str, Any]) -> Vendor:
    billing = Billing(said.get("billing", Billing.TOKEN))
    return Vendor(id=ours, billing=billing, listed=True, **{key: said[key] for key in _SAID if key in said})


@cache
def _orgs() -> Mapping[str, str]:
    return {org: developer for developer, said in _table("developers.yml").items() for org in said["orgs"]}


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    def each() -> Iterator[tuple[str, str]]:
        for developer, said in _table("developers.yml").items():
            for name in said["names"]:
                yield developer, name

    return tuple(each())


@cache
def _table(name: str) -> Mapping[str, Mapping[str, Any]]:
    document = read_document((_HERE / name).read_bytes())
    assert document.data is not None, name
    assert not document.faults, (name, document.faults)
    return cast("Mapping[str, Mapping[str, Any]]", document.data)


def _address(url: str | None) -> str | None:
    """The address, if a catalog can have it as one."""
    try:
        return None if url is None else cast("str", _URL.read(url))
    except PydanticCustomError:
        return None


def _slug(provider: str) -> str:
    plain = re.sub(r"[^a-z0-9._-]+", "-", provider.casefold().replace("_", "-")).strip("-.")
    return plain if plain and id_remedy(plain) is None else "unnamed"
