"""Where a reader can report a mistake: the form for a new issue of the site's repository, which the page fills in."""

from __future__ import annotations

from urllib.parse import urlsplit

_GITHUB = "issues/new?title={title}&body={body}"
# By what is in the host's name or in the one that the site gives its repository. Forgejo and Gitea take GitHub's form.
_FORMS = {
    "github": _GITHUB,
    "gitlab": "-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
    "codeberg": _GITHUB,
    "forgejo": _GITHUB,
    "gitea": _GITHUB,
}


def issue_form(repository: str | None, name: str | None = None) -> str:
    """The form's address with places for `{title}` and `{body}`; empty where the host has none that is known.

    `name` tells what kind of host it is where the address does not: `repo_name: GitLab`.
    """
    parts = urlsplit(repository or "")
    if parts.scheme not in {"http", "https"} or not parts.path.strip("/"):
        return ""
    told = f"{parts.netloc} {name or ''}".casefold()
    form = next((form for kind, form in _FORMS.items() if kind in told), "")
    path = parts.path.rstrip("/").removesuffix(".git")
    return f"{parts.scheme}://{parts.netloc}{path}/{form}" if form else ""
