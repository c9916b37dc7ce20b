"""The whole page of the golden catalog: as HTML for its marks, and as text that a person has read."""

from pytest_regressions.file_regression import FileRegressionFixture

from tests.rendering.golden import page_of, read_aloud

COMPARISON = '# Two models\n\n<< compare("claude-haiku-4.5", "gemma-4-12b-it") >>\n'


def test_the_whole_page_keeps_its_html(file_regression: FileRegressionFixture) -> None:
    file_regression.check(page_of(COMPARISON), extension=".html")


def test_of_a_catalog_in_ascii_the_whole_page_is_ascii() -> None:
    """One sign beyond it would have Python hold and search all of the page at twice its size."""
    assert page_of(COMPARISON).isascii()


def test_the_whole_page_reads_as_it_was_read(file_regression: FileRegressionFixture) -> None:
    file_regression.check(read_aloud(page_of(COMPARISON)), extension=".txt")
