"""When a fact was last looked at, and which facts of a model are older than a site allows.

A fact's last look is the later of its own date, or its source's, and the review of its model; without either it has
no age.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from mkdocs_model_compare.errors import Level, Problem

from .doubting import Locate
from .model import OWN_FACTS, Fact, Model, Route, State, Status

_MOST_NAMED = 6


def stale_before(today: date, stale_after: int) -> date | None:
    """The first day that is not too long ago; None where nothing goes stale. `stale_after` in days, 0: never."""
    return date.fromordinal(max(1, today.toordinal() - stale_after)) if stale_after else None


def may_be_stale(model: Model, limit: date) -> bool:
    """False where the model's review alone keeps each of its facts fresh."""
    return model.reviewed is None or model.reviewed < limit


def stale_look(fact: Fact[Any], model: Model, limit: date) -> date | None:
    """When a stale fact was last looked at; None for one that is not stale, or that nobody ever looked up."""
    looked, reviewed = fact.retrieved, model.reviewed
    # Written out, for a page asks this of each fact that it shows.
    if looked is None or (reviewed is not None and reviewed > looked):
        looked = reviewed
    if looked is None or looked >= limit or fact.state is State.UNKNOWN or _assumed(fact):
        return None
    return looked


def stale(model: Model, limit: date) -> dict[str, date]:
    """Path → last look, for every fact of the model that was last looked at before `limit`."""
    if not may_be_stale(model, limit):
        return {}
    looked = ((fact.path, stale_look(fact, model, limit)) for fact in facts_of(model))
    return {path: when for path, when in looked if when is not None}


def stale_problems(models: Iterable[Model], today: date, stale_after: int, locate: Locate) -> Iterator[Problem]:
    """One warning for each model with stale facts, at its review or its name."""
    limit = stale_before(today, stale_after)
    if limit is None:
        return
    for model in models:
        if found := stale(model, limit):
            where = "reviewed" if model.reviewed is not None else "name"
            yield Problem(
                place=locate(model.id, where),
                where="reviewed",
                message=_message(found, stale_after),
                level=Level.WARNING,
            )


def _message(found: dict[str, date], stale_after: int) -> str:
    count = len(found)
    subject = "1 fact was" if count == 1 else f"{count} facts were"
    days = "day" if stale_after == 1 else "days"
    them = "it with its source" if count == 1 else "them with their sources"
    return (
        f"{subject} last looked at more than {stale_after} {days} ago, {_when(found)}: {_named(found)}; expected a "
        f"later look; compare {them}, and write today's date as reviewed"
    )


def _when(found: dict[str, date]) -> str:
    oldest = min(found.values())
    return f"on {oldest}" if len(set(found.values())) == 1 else f"the oldest on {oldest}"


def _named(found: Iterable[str]) -> str:
    """`context_window, capabilities (6), routes.acme (4) and 3 more`: what belongs together counted together."""
    by_group: dict[str, list[str]] = {}
    for path in found:
        by_group.setdefault(_group(path), []).append(path)
    names = [paths[0] if len(paths) == 1 else f"{group} ({len(paths)})" for group, paths in by_group.items()]
    rest = sum(len(paths) for paths in list(by_group.values())[_MOST_NAMED:])
    return ", ".join(names[:_MOST_NAMED]) + (f" and {rest} more" if rest else "")


def _group(path: str) -> str:
    head, _, rest = path.partition(".")
    return f"{head}.{rest.partition('.price')[0].partition('.variants')[0]}" if head == "routes" else head


def facts_of(model: Model) -> list[Fact[Any]]:
    """Every fact in the file. What follows from another, as openness from the licence, is that one."""
    held: list[Fact[Any]] = [getattr(model, name) for name in OWN_FACTS]
    held += model.capabilities.values()
    held += [fact for route in model.routes for fact in _route_facts(route)]
    return [*held, *(score.fact for score in model.scores)]


def _assumed(fact: Fact[Any]) -> bool:
    # A model whose file says nothing of its status is active without anybody having looked.
    return fact.value is Status.ACTIVE and fact.source is None


def _route_facts(route: Route) -> list[Fact[Any]]:
    """A route's prices; where it gives none, that it is there at all."""
    prices = [route.price, *(variant.price for variant in route.variants)]
    facts = [fact for price in prices if price is not None for fact in price.facts.values()]
    return facts or [Fact(path=route.path, state=State.KNOWN, source=route.source, retrieved=route.retrieved)]
