"""The rows of a list → its models, each with the rows that speak for it and every route to it.

A snapshot with a date is its model itself where the list knows but one date of it; where it knows several they are
models of their own, for their prices differ.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from mkdocs_model_compare.catalog.ids import id_remedy

from .identity import dated_key, parts_key
from .makers import with_makers
from .pricing import with_batches
from .records import Offer, Offered, Row
from .rows import Rows
from .spellings import Whose, join_spellings

NO_RECORD = "the list has no record of the model itself, and no id of it names who made it"
MOVING = "the name moves from one model to the next"
_LONGEST_ID = 100


def gather(rows: Rows, known: Iterable[str] = ()) -> tuple[Offered, ...]:
    """The models of a list.

    Rows that nothing says more of are taken where `known`, the keys of a catalog's models, has theirs.
    """
    catalog = frozenset(known)
    read = with_makers(rows.rows)
    days = _days(read)
    groups: dict[Whose, list[Row]] = defaultdict(list)
    for row in read:
        groups[row.developer, _full_key(row, days)].append(row)
    _adopt_unsigned(groups)
    spellings = join_spellings(groups)
    offered = []
    for (developer, key), members in groups.items():
        keys = _keys(members, days)
        if key.endswith("latest") and key not in catalog and not any(row.own for row in members):
            for row in members:
                rows.skip(row.id, MOVING)
        elif any(row.own or (row.stated and developer is not None) for row in members) or keys & catalog:
            model = _offered((developer, key), members, keys, rows)
            offered.append(replace(model, spellings=spellings.get((developer, key), ())))
        else:
            for row in members:
                rows.skip(row.id, NO_RECORD)
    return tuple(_named_apart(offered))


def _days(rows: Iterable[Row]) -> Mapping[str, set[str]]:
    """Key without a date → the dates of it that the models' own labs have, or anybody where they have none."""
    own: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.day is not None and row.own:
            own[row.key].add(row.day)
    for row in rows:
        if row.day is not None and row.key not in own:
            own[row.key].add(row.day)
    return own


def _full_key(row: Row, days: Mapping[str, set[str]]) -> str:
    return dated_key(row.key, row.day) if row.day is not None and len(days[row.key]) > 1 else row.key


def _keys(members: Iterable[Row], days: Mapping[str, set[str]]) -> frozenset[str]:
    """What a model is known by: its spellings, each with the one date that the list has of it, and their parts."""
    found = set()
    for row in members:
        full = _full_key(row, days)
        found.add(full)
        if len(days.get(row.key, ())) == 1:
            found.update(dated_key(row.key, day) for day in days[row.key])
        if (parts := parts_key(row.spelling)) is not None:
            found.add(dated_key(parts, full.partition("@")[2] or None))
    return frozenset(found)


def _adopt_unsigned(groups: dict[Whose, list[Row]]) -> None:
    """Rows that do not say who made their model join the one developer whose model has that key."""
    makers: dict[str, list[str]] = defaultdict(list)
    for developer, key in groups:
        if developer is not None:
            makers[key].append(developer)
    for developer, key in list(groups):
        if developer is None and len(makers[key]) == 1:
            groups[makers[key][0], key] += groups.pop((None, key))


def _offered(whose: Whose, members: list[Row], keys: frozenset[str], rows: Rows) -> Offered:
    developer, key = whose
    bare = key.partition("@")[0]
    # The record of the model first, then its lab's own platform, then its clouds; of these what was listed first. What
    # is spelled in another order comes after all of them.
    speaking = sorted((row for row in members if row.own), key=lambda row: (row.key != bare, *_authority(row)))
    facts: dict[str, object] = {}
    for row in speaking:
        for path, value in row.facts.items():
            facts.setdefault(path, value)
    names = dict.fromkeys(row.id for row in (*speaking, *members) if row.own or row.record)
    first = speaking[0] if speaking else max(members, key=lambda row: (row.key == bare, *_spelled(row)))
    return Offered(
        id=_file_id(first, key),
        name=next((row.title for row in speaking if row.title), None) or _plain_name(first, key),
        developer=developer,
        names=tuple(names) or (first.id,),
        keys=keys,
        own=bool(speaking),
        facts=facts,
        offers=_distinct(members, rows),
    )


def _authority(row: Row) -> tuple[bool, bool, bool]:
    return not row.record, row.offer is not None and row.offer.vendor.kind != "vendor", row.day is not None


def _spelled(row: Row) -> tuple[bool, bool]:
    return row.stated, row.spelling != row.spelling.casefold()


def _plain_name(row: Row, key: str) -> str:
    return row.spelling if "@" not in key else f"{row.spelling} ({row.day})"


def _file_id(row: Row, key: str) -> str:
    spelling = row.spelling.casefold() + (f"-{row.day}" if "@" in key else "")
    plain = re.sub(r"-+", "-", "".join(sign if id_remedy(f"a{sign}") is None else "-" for sign in spelling))
    return plain.strip("-.~#")[:_LONGEST_ID] or "unnamed"


def _named_apart(models: list[Offered]) -> Iterable[Offered]:
    """The models with ids that differ, in any case of letters, by their developers'."""
    taken: dict[str, int] = {}
    for model in sorted(models, key=lambda one: (one.id, not one.own, one.developer or "")):
        found = model.id
        if found.casefold() in taken:
            maker = re.sub(r"[^a-z0-9]+", "-", (model.developer or "other").casefold()).strip("-")
            found = f"{maker}-{model.id}"
        while found.casefold() in taken:
            found = f"{found}-2"
        taken[found.casefold()] = 1
        yield model if found == model.id else replace(model, id=found)


def _distinct(members: Iterable[Row], rows: Rows) -> tuple[Offer, ...]:
    """Each route once.

    Of rows for one provider, region and label that ask the same, the one with the shortest id; of those for one id of
    the provider that ask differently, the first that has a price.
    """
    terms: dict[tuple[object, ...], Offer] = {}
    ids: dict[tuple[object, ...], Offer] = {}
    offers = with_batches([row.offer for row in members if row.offer is not None], rows)
    for offer in sorted(offers, key=lambda one: (not one.price, len(one.model), one.model, one.upstream_id)):
        where = (offer.vendor.id, offer.region, offer.label)
        if (*where, offer.billing, *_asked(offer)) in terms:
            continue
        first = ids.setdefault((*where, offer.model.casefold()), offer)
        if first is offer:
            terms[*where, offer.billing, *_asked(offer)] = offer
        else:
            rows.doubt(offer.upstream_id, f"what it asks, for {first.upstream_id} is the same route and asks otherwise")
    return tuple(sorted(terms.values(), key=_vendors_first))


def _asked(offer: Offer) -> tuple[object, ...]:
    conditions = ((one.batch, one.context_over, tuple(sorted(one.price.items()))) for one in offer.conditions)
    return tuple(sorted(offer.price.items())), tuple(conditions)


def _vendors_first(offer: Offer) -> tuple[object, ...]:
    return offer.vendor.kind != "vendor", offer.vendor.id, offer.region or "", offer.model
