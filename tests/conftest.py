"""What every test shares: how properties are searched for, which files come first, and a quiet Material."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# What takes longest, longest first: a file stays in one process, and one that began last would be waited for alone.
_LONGEST = (
    "browser/test_accessibility.py",
    "browser/test_limits.py",
    "browser/picker/test_choosing.py",
    "browser/picker/test_asking.py",
    "browser/picker/test_side_by_side.py",
    "rendering/test_no_contradiction.py",
    "browser/test_sources.py",
    "browser/traffic/test_controls.py",
    "browser/test_script.py",
    "browser/test_themes.py",
    "comparison/test_properties.py",
    "docs/test_following.py",
    "plugin/test_changes.py",
    "plugin/test_building.py",
    "plugin/test_serve.py",
    "browser/test_taking.py",
    "cli/test_init.py",
    "comparison/test_differences.py",
    "browser/test_price_history.py",
    "plugin/test_other_plugins.py",
    "browser/test_differences.py",
    "docs/test_first_site.py",
    "docs/test_reference.py",
    "hosts/test_hosts.py",
    "test_package.py",
)

# A busy machine is slow, not wrong. In CI the same examples are tried every time, so a failure there can be repeated.
settings.register_profile(
    "project",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("project")

# Material prints a notice about MkDocs 2 at every build, also in the builds that the tests start.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {Path(__file__).parent / name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: order.get(item.path, len(order)))
