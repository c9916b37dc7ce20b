"""The path of a fact → the keys and indices that lead to it in its model's file, for messages about it."""

from collections.abc import Mapping

from .reading import KeyPath
from .stating import entry_paths

# Lists whose entries the paths of facts call by a key of theirs, and what of an entry a path without more means.
_LISTS: Mapping[str, tuple[str, KeyPath]] = {"routes": ("provider", ()), "benchmarks": ("benchmark", ("score",))}


def key_path(path: str, data: Mapping[str, object]) -> KeyPath:
    """`routes.acme.2.price.input` → `("routes", 4, "price", "input")`. `data` is what the file says."""
    head, _, rest = path.partition(".")
    if head in _LISTS:
        return _in_list(head, path, data)
    if head == "acknowledged":
        # A path can be acknowledged, which has dots of its own.
        return (head, *rest.split(".", 1))
    return (head, rest) if rest else (head,)


def _in_list(group: str, path: str, data: Mapping[str, object]) -> KeyPath:
    called_by, meant = _LISTS[group]
    listed = data.get(group)
    entries = listed if isinstance(listed, list) else []
    names = (str(entry.get(called_by)) if isinstance(entry, dict) else "" for entry in entries)
    paths = [".".join(parts) for parts in entry_paths(group, names)]
    fitting = [one for one in paths if f"{path}.".startswith(f"{one}.")]
    if not fitting:
        return (group,)
    entry = max(fitting, key=len)
    inner = [int(part) if part.isdigit() else part for part in path[len(entry) + 1 :].split(".") if part]
    return (group, paths.index(entry), *(inner or meant))
