"""What several lists say of a model in the same words: kinds of content, and which facts nobody knows."""

from collections.abc import Mapping

from .rows import printable

# A file such as a PDF is no kind of content of its own: what models take of it is its text and images.
_CONTENT = ("text", "image", "audio", "video")


def of_modalities(said: object) -> dict[str, object]:
    """The fact, and what follows from it: an image is vision, two kinds of content are multimodal. No is never said."""
    if not isinstance(said, Mapping):
        return {}
    taken, given = _kinds(said.get("input")), _kinds(said.get("output"))
    if not taken or not given:
        return {}
    return {
        "modalities": {"input": taken, "output": given},
        "capabilities.vision": True if "image" in taken else None,
        "capabilities.multimodal": True if len(taken) > 1 else None,
        "capabilities.audio_input": True if "audio" in taken else None,
    }


def _kinds(listed: object) -> list[str]:
    names = [printable(one).casefold() for one in listed] if isinstance(listed, list) else []
    return list(dict.fromkeys(one for one in names if one in _CONTENT))


def without_unknown(facts: Mapping[str, object]) -> dict[str, object]:
    return {path: value for path, value in facts.items() if value is not None}
