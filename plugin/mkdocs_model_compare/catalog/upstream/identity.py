"""The many spellings of a model's id → a key by which they are told to be one model, and who made it.

`us.anthropic.claude-haiku-4-5-20251001-v1:0`, `claude-haiku-4.5` and `anthropic/claude-haiku-4-5` have one key.
"""

import re
import unicodedata
from dataclasses import dataclass

from .tables import developer_of_name, developer_of_org

MOST_SIGNS = 200
_REGIONS = ("global", "us-gov", "us", "eu", "apac", "jp", "au", "ca")
_REGION = re.compile(rf"({'|'.join(_REGIONS)})\.(?=[a-z0-9-]+\.)")
_DATE = re.compile(r"[-@](20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$")
_SUFFIX = re.compile(r":([a-z][a-z0-9-]*)$")
# What Bedrock puts behind a model's name; in `claude-v2:1` it is the name.
_VERSION = re.compile(r"(?<=[-\d])([^-]*)(?:-v?\d+:\d+(?::\d+k)?|-v\d+)$")
_MOVING = re.compile(r"@(?:default|latest|\d{3})$")
# 3p1 is how some write 3.1, and llama-v3 is llama-3 everywhere else.
_POINT = re.compile(r"(?<=\d)p(?=\d)")
_FIRST = re.compile(r"(?<=-)([^-.]*)-v1$")
_SQUEEZED = re.compile(r"[-._ :@]")
_PARTED = re.compile(r"[-_ :@]+")
# 4-5 is 4.5, and 4.0 is 4; a date or a size is neither.
_APART = re.compile(r"(?<![\w.])(\d{1,2})[-_ ](?=\d{1,2}(?![\w.]))")
_ZEROS = re.compile(r"(?<=\d)(?:\.0)+$")
_BARE_VERSION = re.compile(r"v?\d+(?:\.\d+)*")
# What can be no name by itself, as in deepseek.v3.2 and deepseek/r1.
_NAMELESS = re.compile(r"[a-z]?\d[\d.]*(?=-|$)")
_UNFIT = re.compile(r"[\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """`spelling` is the model's part of the id as written, `day` its snapshot's date, `label` what follows a colon."""

    key: str
    spelling: str
    day: str | None
    label: str | None
    developer: str | None
    stated: bool  # the id itself names the developer
    signed: bool  # the id has a part before the model's, whoever that is


def unfit(text: object) -> str | None:
    """Why this cannot be a model's id; None if it can."""
    if not isinstance(text, str) or not text.strip():
        return "the id is no text"
    if len(text) > MOST_SIGNS:
        return f"the id has more than {MOST_SIGNS} signs"
    if _UNFIT.search(text):
        return "the id holds signs that no id has"
    if any(part in ("", ".", "..") for part in text.split("/")):
        return "the id is a path"
    return None


def identify(text: str) -> Identity:
    """What the id of a row says; region and provider are taken off before."""
    whole = unicodedata.normalize("NFC", text.strip())
    organisation, _, last = whole.rpartition("/")
    org = organisation.rpartition("/")[2].casefold() or None
    developer = developer_of_org(org.removeprefix("hf:")) if org else None
    spelling, label = _labelled(last)
    vendor, point, rest = spelling.partition(".")
    if point and rest and (maker := developer_of_org(vendor.casefold())) is not None:
        developer, spelling = developer or maker, _VERSION.sub(r"\1", rest)
    spelling = _MOVING.sub("", spelling)
    developer, spelling = _unsigned(developer, spelling)
    spelling = _named(developer, spelling, org or (vendor if rest else ""))
    dated = _DATE.search(spelling)
    bare = spelling[: dated.start()] if dated else spelling
    return Identity(
        key=_key(bare),
        spelling=bare,
        day="".join(dated.groups()) if dated else None,
        label=label,
        developer=developer or developer_of_name(bare.casefold()),
        stated=developer is not None,
        signed=org is not None,
    )


def split_region(text: str) -> tuple[str | None, str]:
    """`eu.anthropic.claude…` → `eu`, and the id without it."""
    found = _REGION.match(text)
    return (found[1], text[found.end() :]) if found else (None, text)


def key_of(text: str) -> str:
    """The key of a name that a catalog has for a model; a date is part of it."""
    found = identify(text)
    return dated_key(found.key, found.day)


def parts_key(spelling: str) -> str | None:
    """A key that is the same in whatever order the name's words stand: `claude-4.5-haiku` is `claude-haiku-4-5`.

    All words and numbers count, and the numbers keep their order. None where no version is among them, or two, each
    of which may belong to another word: `hermes-3-llama-3.1`.
    """
    parts = [_ZEROS.sub("", part) for part in _PARTED.split(_APART.sub(r"\1.", _folded(spelling))) if part]
    numbers = [part for part in parts if any(map(str.isdigit, part))]
    if sum(_BARE_VERSION.fullmatch(part) is not None for part in numbers) != 1:
        return None
    words = sorted(part for part in parts if part not in numbers)
    return f"{' '.join(words)} {' '.join(numbers)}" if words else None


def parts_key_of(text: str) -> str | None:
    """The same of a name that a catalog has for a model."""
    found = identify(text)
    parts = parts_key(found.spelling)
    return None if parts is None else dated_key(parts, found.day)


def dated_key(key: str, day: str | None) -> str:
    return key if day is None else f"{key}@{day}"


def _labelled(last: str) -> tuple[str, str | None]:
    if last.casefold().endswith("-free"):
        return last[: -len("-free")], "free"
    last = last.removesuffix("-maas")
    found = _SUFFIX.search(last.casefold())
    return (last[: found.start()], found[1]) if found else (last, None)


def _unsigned(developer: str | None, spelling: str) -> tuple[str | None, str]:
    """`anthropic-claude-…` → its developer, and the name without; only where the rest is a name of that developer's."""
    for dash in (found.start() for found in re.finditer("-", spelling)):
        maker = developer_of_org(spelling[:dash].casefold())
        if maker is not None and developer_of_name(spelling[dash + 1 :].casefold()) == maker:
            return developer or maker, spelling[dash + 1 :]
    return developer, spelling


def _named(developer: str | None, spelling: str, vendor: str) -> str:
    """`v3.2` by `deepseek` → `deepseek-v3.2`; only where that is a name of the developer's, and what is written not."""
    bare = spelling.casefold()
    if developer is None or not vendor or _NAMELESS.match(bare) is None or developer_of_name(bare) is not None:
        return spelling
    whole = f"{vendor.casefold()}-{spelling}"
    return whole if developer_of_name(whole.casefold()) == developer else spelling


def _key(spelling: str) -> str:
    return _SQUEEZED.sub("", _folded(spelling))


def _folded(spelling: str) -> str:
    folded = spelling.casefold()
    folded = _POINT.sub(".", folded).replace("llama-v3", "llama-3").removeprefix("meta-")
    return _FIRST.sub(r"\1", folded)
