"""A build looks for garbage after some pages and only in what these have left, and leaves Python as it was."""

import gc
import subprocess
import sys
import weakref

import pytest
from mkdocs.exceptions import Abort

from mkdocs_model_compare.plugin.collecting import Collecting
from tests import patience

PAGES = 25


class InACircle:
    def __init__(self):
        self.itself = self


@pytest.fixture
def state():
    """What a build must leave as it was."""
    gc.collect()
    return lambda: (gc.get_threshold(), gc.get_freeze_count(), gc.isenabled())


@pytest.fixture
def collecting(state):
    before = state()
    collecting = Collecting()
    collecting.begin(serving=False)
    yield collecting
    collecting.end()
    assert state() == before


def test_what_pages_leave_behind_goes_while_there_are_more_pages(collecting):
    left = weakref.ref(InACircle())
    for _ in range(PAGES - 1):
        collecting.page_done()
    assert left() is not None
    collecting.page_done()
    assert left() is None


def test_what_stays_of_pages_is_not_looked_through_again(collecting):
    kept = []
    for page in range(2 * PAGES):
        kept.append([page])
        collecting.page_done()
    assert not any(one is each for one in kept[:10] for each in gc.get_objects())


def test_what_was_kept_and_is_no_longer_goes_after_the_build():
    collecting, kept = Collecting(), InACircle()
    left = weakref.ref(kept)
    collecting.begin(serving=False)
    del kept
    collecting.end()
    gc.collect()
    assert left() is None


def test_a_process_does_not_look_through_its_builds_once_more_before_it_goes():
    code = """
import atexit, gc
atexit.register(lambda: print(gc.get_freeze_count() > 0, gc.get_threshold()))
from mkdocs_model_compare.plugin.collecting import Collecting
from tests import patience
for _ in range(2):
    collecting = Collecting()
    collecting.begin(serving=False)
    collecting.end()
print(gc.get_freeze_count())
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=patience.SECONDS
    )
    assert done.stdout == "0\nTrue " + f"{gc.get_threshold()}\n"


def test_a_server_puts_aside_its_facts_once_and_nothing_that_a_build_leaves(state):
    (thresholds, *_), collecting = state(), Collecting()
    collecting.begin(serving=True)
    facts = gc.get_freeze_count()
    assert facts > 0
    for _ in range(2):
        left = weakref.ref(InACircle())
        for _ in range(PAGES):
            collecting.page_done()
        collecting.end()
        collecting.begin(serving=True)
        assert gc.get_threshold() == thresholds
        assert gc.get_freeze_count() <= facts
        gc.collect()
        assert left() is None
    gc.unfreeze()


def test_a_build_leaves_python_as_it_was(site, state):
    site.page("index.md", '# Home\n\n<< compare("ada-1", "bell-2") >>\n')
    before = state()
    site.build()
    assert state() == before


def test_so_does_a_build_that_fails(site, state):
    site.page("index.md", "# Home\n")
    site.model("ada-1", "name: Ada 1\n")
    before = state()
    with pytest.raises(Abort):
        site.build()
    site.model("ada-1")
    site.configure(rest="hooks: [broken.py]")
    site.write("broken.py", "def on_env(env, **_):\n    raise ValueError('broken')\n")
    with pytest.raises(ValueError, match="broken"):
        site.build()
    assert state() == before
