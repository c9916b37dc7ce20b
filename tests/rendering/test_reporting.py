"""Where a mistake is reported, by the repository that a site names."""

import pytest

from mkdocs_model_compare.rendering.reporting import issue_form

GITHUB = "issues/new?title={title}&body={body}"


@pytest.mark.parametrize(
    ("repository", "name", "form"),
    [
        ("https://github.com/acme/site", None, f"https://github.com/acme/site/{GITHUB}"),
        ("https://github.com/acme/site.git", "GitHub", f"https://github.com/acme/site/{GITHUB}"),
        ("https://code.example.org/acme/site/", "Our GitHub", f"https://code.example.org/acme/site/{GITHUB}"),
        (
            "https://gitlab.com/acme/group/site/",
            None,
            "https://gitlab.com/acme/group/site/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
        ),
        ("https://codeberg.org/acme/site", None, f"https://codeberg.org/acme/site/{GITHUB}"),
        ("https://bitbucket.org/acme/site", "Bitbucket", ""),
        ("https://example.org/acme/site", None, ""),
        ("https://github.com/", None, ""),
        ("javascript:alert(1)//github.com/a", None, ""),
        ("", "GitHub", ""),
        (None, None, ""),
    ],
)
def test_the_form_of_each_host_is_known_or_none_is_given(repository, name, form):
    assert issue_form(repository, name) == form
