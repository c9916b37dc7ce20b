"""A catalog's files → the disk: a file is written whole or not at all, and none is taken for another's.

What is interrupted leaves the file as it was; nobody reads one that is half written.
"""

import os
import tempfile
from pathlib import Path

# What a file that a program opens anew would have: the rights of a temporary one are the owner's alone.
_RIGHTS = 0o666


def write_whole(path: Path, content: bytes) -> None:
    """Write the file in one step, with the folders above it; a file that was there keeps its rights.

    A link is followed: what it points to is replaced, not the link.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    target = path.resolve()
    rights = target.stat().st_mode & 0o7777 if target.exists() else _RIGHTS & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(rights)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    # There is no way to ask for it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
