"""How wide a text is in a terminal, where tables and carets stand below each other."""

import unicodedata


def columns(text: str) -> int:
    """Columns of a terminal: Han, kana and their like take two, marks above a letter none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
