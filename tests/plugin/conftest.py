import pytest

from tests.plugin.small_site import Site, forget_plugins


@pytest.fixture
def site(tmp_path):
    """A site with the small catalog, the plugin without options, and no page yet."""
    forget_plugins()
    made = Site(tmp_path)
    made.configure()
    made.catalog()
    return made
