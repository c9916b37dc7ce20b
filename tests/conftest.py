"""What every test shares: how properties are searched for, and a quiet Material."""

import os

from hypothesis import settings

# A busy machine is slow, not wrong. In CI the same examples are tried every time, so a failure there can be repeated.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")

# Material prints a notice about MkDocs 2 at every build, also in the builds that the tests start.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
