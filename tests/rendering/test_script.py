"""The made script is that of its sources, and small."""

import gzip

from tests.rendering.script import MADE, opening

LIMIT = 8 * 1024


def test_the_script_was_made_from_the_sources_as_they_are():
    """Where this fails, run `make script`."""
    assert MADE.read_text("utf-8").startswith(opening())


def test_the_script_stays_within_its_limit():
    assert len(gzip.compress(MADE.read_bytes(), 9)) <= LIMIT
