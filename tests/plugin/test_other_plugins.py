"""Made pages beside the plugins that people arrange and publish their sites with: each goes on as it did."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugin.small_site import MODELS

STRICT = """
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
WISHES = "{comparisons: all, models: true, index: true, exports: [json, markdown, catalog, llms]}"


@pytest.fixture
def arranged(site):
    site.page("index.md", '# Home\n\n[Two](compare/ada-1-vs-bell-2.md#verdict) << model("ada-1") >>\n')
    site.page("guide/index.md", "# Guide\n")
    site.page("guide/first.md", "# First\n")

    def build(plugins="", rest="", theme="material"):
        site.configure(
            plugins=f"[{plugins}{{model-compare: {{pages: {WISHES}}}}}]", rest=f"theme: {theme}\n{rest}\n{STRICT}"
        )
        heard = site.build()
        assert heard.warnings == []
        assert len(list((site.root / "site/compare").rglob("index.html"))) == 3 + len(MODELS) + 1
        return {link["href"] for link in site.soup().select(".md-sidebar--primary a[href], .md-tabs a[href]")}

    return build


def of_made(links):
    return {link for link in links if "compare" in link}


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_no_link_is_broken_where_every_check_is_on(arranged, theme):
    arranged(theme=theme)


def test_navigation_indexes(arranged):
    links = arranged(theme="{name: material, features: [navigation.indexes, navigation.sections]}")
    assert of_made(links) == {"compare/"}
    assert "guide/" in links


def test_literate_nav(site, arranged):
    listed = ("[Home](index.md)", "[Guide](guide/index.md)", "[First](guide/first.md)", "[Models](compare/index.md)")
    site.page("SUMMARY.md", "".join(f"- {one}\n" for one in (*listed, "compare/models/*.md")))
    links = arranged("literate-nav, ")
    assert of_made(links) == {"compare/", *(f"compare/models/{name}/" for name in MODELS)}
    assert "guide/" in links


def test_literate_nav_by_the_folder(site, arranged):
    """A link to it means all that is in it. The page itself is left out, as MkDocs takes no link to a folder."""
    site.page("SUMMARY.md", "- [Home](index.md)\n- [Guide](guide/)\n- [Models](compare/)\n")
    made = of_made(arranged("literate-nav, ", "exclude_docs: SUMMARY.md"))
    assert len(made) == 3 + len(MODELS) + 1
    assert "compare/" in made


def test_literate_nav_that_leaves_the_index_out(site, arranged):
    site.page("SUMMARY.md", "- [Home](index.md)\n- [Guide](guide/index.md)\n- [First](guide/first.md)\n")
    assert of_made(arranged("literate-nav, ")) == set()


def test_awesome_nav(site, arranged):
    site.page(".nav.yml", "nav:\n  - index.md\n  - guide\n  - compare/index.md\n")
    assert of_made(arranged("awesome-nav, ")) == {"compare/"}


def test_awesome_nav_without_a_word_of_made_pages(arranged):
    assert of_made(arranged("awesome-nav, ")) == {"compare/"}


def test_section_index(arranged):
    links = arranged("section-index, ")
    assert of_made(links) == {"compare/"}
    assert "guide/" in links


def test_every_link_of_a_site_below_a_path_is_relative(site, arranged):
    arranged(rest="site_url: https://example.org/repo/")
    for page in (site.root / "site").rglob("index.html"):
        soup = site.soup(page.relative_to(site.root / "site"))
        content = soup.select_one("article") or soup
        ours = [link["href"] for link in content.select("a[href]")]
        assert [link for link in ours if link.startswith("/")] == []
        scripts = [
            each.get("src") or each.get("href")
            for each in soup.select("script[src*=model-compare], link[href*=model-compare]")
        ]
        assert len(scripts) >= (2 if 'class="mc' in str(soup) else 0)
        assert not [address for address in scripts if address.startswith(("/", "http"))]


def test_mike_publishes_versions(site):
    site.page("index.md", '# Home\n\n<< model("ada-1") >>\n')
    site.configure(
        plugins=f"[search, mike, {{model-compare: {{pages: {WISHES}}}}}]",
        rest=f"theme: material\nsite_url: https://example.org/repo/\n{STRICT}",
    )
    # It calls the program that it finds on the path: ProperDocs where that is installed, MkDocs elsewhere.
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "GIT_CONFIG_GLOBAL": os.devnull, "NO_MKDOCS_2_WARNING": "1"}
    names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def run(*command):
        done = subprocess.run(
            command, cwd=site.root, env={**environment, **names}, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("git", "init", "--quiet", "--initial-branch", "main")
    run("git", "commit", "--quiet", "--allow-empty", "--message", "start")
    for version in ("1.0", "2.0"):
        run(Path(sys.executable).with_name("mike"), "deploy", version)
    files = run("git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    for version in ("1.0", "2.0"):
        assert f"{version}/compare/ada-1-vs-bell-2/index.html" in files
        assert f"{version}/compare/ada-1-vs-bell-2/index.json" in files
        assert f"{version}/assets/model-compare.css" in files
    page = run("git", "show", "gh-pages:2.0/compare/ada-1-vs-bell-2/index.html")
    assert '<link rel="canonical" href="https://example.org/repo/2.0/compare/ada-1-vs-bell-2/"' in page
    assert '"item":"https://example.org/repo/2.0/compare/ada-1-vs-bell-2/"' in page
    assert 'href="../../assets/model-compare.css?v=' in page
