"""Which names can stand for a model, provider or capability: they become addresses, marks and parts of paths."""

import unicodedata
from pathlib import PurePosixPath

_SIGNS = frozenset("._-+@~")


def id_remedy(name: str) -> str | None:
    """What to do about a name that will not do as an id; None if it will."""
    strange = [sign for sign in name if not (sign.isalnum() or sign in _SIGNS or unicodedata.category(sign)[0] == "M")]
    if not strange:
        return "begin it with a letter or digit" if name[:1] in ("-", ".", "") else None
    sign = strange[0]
    if sign.isspace():
        return "write a hyphen for the space"
    return f"remove {sign}" if sign.isprintable() else f"remove the sign U+{ord(sign):04X}"


ID_WORDS = "letters and digits of any language, and . _ - + @ ~"


def model_id_of(path: str) -> str:
    """The id that a file below `models/` gives its model; composed letters, however the file system stores them."""
    stem = PurePosixPath(path).stem
    return stem if stem.isascii() else unicodedata.normalize("NFC", stem)
