"""Where made pages stand: readable addresses that every file system and server takes, and no two alike.

An address rests on the ids of the page's models alone, so that it stays when other models come and go. An id that will
do is taken as it is; any other ends in a hash of itself.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from hashlib import sha256
from unicodedata import category

_SIGNS = "._-+@~"
_BETWEEN = "-vs-"
_HASH_LENGTH = 8
# Windows has devices of these names, in every folder and whatever follows a dot.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789")}
)
# MkDocs takes pages of these names for the folder's own.
_OF_FOLDERS = frozenset({"index", "readme"})
# File systems end a name at 255 bytes; this leaves room for what is appended to it.
_LONGEST = 180


def comparison_uri(folder: str, models: Iterable[str]) -> str:
    """The page of a comparison in the docs folder. `models` are ids, of which each order has an address of its own."""
    ids = tuple(models)
    name = _BETWEEN.join(map(slug, ids))
    if len(name.encode()) > _LONGEST:
        name = _hashed(name, _BETWEEN.join(ids))
    return posixpath.join(folder, f"{name}.md")


def model_uri(folder: str, model: str) -> str:
    """The page about one model, whoever wrote it."""
    return posixpath.join(folder, "models", f"{slug(model)}.md")


def index_uri(folder: str) -> str:
    return posixpath.join(folder, "index.md")


def slug(model: str) -> str:
    """An id as a part of addresses; two ids never have the same."""
    name = "".join(sign if sign in _SIGNS or category(sign)[0] in "LNM" else "-" for sign in model)
    words = name.split("-")
    if "vs" in words:
        # Else "a-vs-b" and c had the address of a, b and c.
        name = "-".join("versus" if word == "vs" else word for word in words)
    will_do = (
        name == model
        and name.partition(".")[0].casefold() not in _DEVICES
        and name.casefold() not in _OF_FOLDERS
        and name.strip(".-") == name
        and not _looks_hashed(name)
        and len(name.encode()) <= _LONGEST
    )
    return name if will_do else _hashed(name.strip(".-") or "model", model)


def _hashed(name: str, of: str) -> str:
    mark = sha256(of.encode()).hexdigest()[:_HASH_LENGTH]
    short = name.encode()[: _LONGEST - _HASH_LENGTH - 2].decode(errors="ignore")
    if short.partition(".")[0].casefold() in _DEVICES:
        short = short.replace(".", "-", 1)
    return f"{short}--{mark}"


def _looks_hashed(name: str) -> bool:
    before, mark, end = name.rpartition("--")
    return bool(before and mark) and len(end) == _HASH_LENGTH and all(sign in "0123456789abcdef" for sign in end)
