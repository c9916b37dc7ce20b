"""The models of a list that are one, and only spelled in another order: `claude-4.5-haiku` beside `claude-haiku-4-5`.

Resellers turn names around, and each spelling would be a model of its own.
"""

from collections import defaultdict
from collections.abc import Mapping

from .identity import dated_key, parts_key
from .records import Row

Whose = tuple[str | None, str]  # a model's developer and key
# What two models of one lab cannot both be right about.
_TELLING = ("released", "context_window")


def join_spellings(groups: dict[Whose, list[Row]]) -> Mapping[Whose, tuple[str, ...]]:
    """Put the rows of such models with those of their own lab's spelling; returns the other spellings of each.

    What the lab itself lists under two names with other dates or windows stays two models.
    """
    others: dict[Whose, list[str]] = defaultdict(list)
    for alike in _alike(groups).values():
        first, *rest = sorted(alike, key=lambda one: (*_standing(groups[one]), one[1]))
        for other in rest:
            if not _contradict(groups[first], groups[other]):
                others[first].append(groups[other][0].spelling)
                groups[first] += groups.pop(other)
    return {whose: tuple(spellings) for whose, spellings in others.items()}


def _alike(groups: Mapping[Whose, list[Row]]) -> Mapping[Whose, list[Whose]]:
    found: dict[Whose, list[Whose]] = defaultdict(list)
    for developer, key in groups:
        parts = parts_key(groups[developer, key][0].spelling)
        if developer is not None and parts is not None:
            found[developer, dated_key(parts, key.partition("@")[2] or None)].append((developer, key))
    return found


def _standing(members: list[Row]) -> tuple[bool, int, int]:
    return not _own(members), -sum(row.stated for row in members), -len(members)


def _own(members: list[Row]) -> list[Row]:
    return [row for row in members if row.own]


def _contradict(some: list[Row], others: list[Row]) -> bool:
    for path in _TELLING:
        said = [[row.facts[path] for row in _own(members) if path in row.facts] for members in (some, others)]
        if all(said) and not any(one in said[1] for one in said[0]):
            return True
    return False
