"""The same pages come out of every program that the project names, each run as its users run it."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests import patience
from tests.docs.pages import first_site
from tests.docs.replaying import follow
from tests.hosts import environments
from tests.plugin.small_site import Site

pytestmark = pytest.mark.hosts

PAGES = {
    "index.md": """
        # Home

        The window of << model("ada-1") >> is << fact("ada-1", "context_window") >>,
        and a month costs << cost("ada-1", requests=1000) >>.
    """,
    "ada-or-bell.md": """
        ---
        title: Ada or Bell
        ---

        # Ada or Bell

        << compare("ada-1", "bell-2") >>
    """,
    "three.md": """
        # Three

        - In a list:

            << pricing("bell-2", "ada-1", "cray-3", heading_level=3) >>

        | in | a table |
        | --- | --- |
        | ada | << fact("ada-1", "capabilities.vision") >> |
    """,
    "wrong.md": """
        # Wrong

        << compare("ada-1", "bel-2") >>
    """,
    "all.md": """
        # All

        << models() >>
    """,
}
PLUGIN = """
    site_name: Small
    theme: {name: material}
    plugins: [search, model-compare]
    markdown_extensions: [tables, {toc: {permalink: true}}]
"""
EXTENSION = """
    site_name: Small
    markdown_extensions: [tables, {toc: {permalink: true}}, model_compare]
    watch: [data]
"""


@dataclass(frozen=True)
class Built:
    folder: Path
    output: str
    status: int

    def soup(self, page):
        return BeautifulSoup((self.folder / page / "index.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site as each host builds it, by the host's name."""
    return {host: build(host, site_for(host, tmp_path_factory.mktemp(host))) for host in environments.HOSTS}


def site_for(host, folder):
    site = Site(folder)
    for path, text in PAGES.items():
        site.page(path, text)
    site.catalog()
    site.write("mkdocs.yml", EXTENSION if host == "zensical" else PLUGIN)
    return site


def build(host, site, *options):
    assert environments.ready(host), f"{host} has no environment; make it with python tests/hosts/environments.py"
    # From another folder, as a path of a project must not hang on where the program was called.
    command = [environments.program(host), "build", "--config-file", site.root / "mkdocs.yml", *options]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=site.root.parent,
        env=environment,
        timeout=patience.SECONDS,
    )
    return Built(folder=site.root / "site", output=done.stdout + done.stderr, status=done.returncode)


def bodies(page: BeautifulSoup) -> list[str]:
    """The whole HTML of each part of a page that is ours, but for what a host that knows no other page cannot say."""
    parts = page.select("[data-mc-section]:not([data-mc-section=related]), .mc-fact, .mc-cost, a.mc-model, .mc-error")
    return [str(part) for part in parts if part.find_parent(class_="mc") is None]


def headings(page: BeautifulSoup) -> list[tuple[str, str]]:
    article = page.find("article") or page
    assert isinstance(article, Tag)
    return [(heading.name, str(heading.get("id"))) for heading in article.find_all(["h1", "h2", "h3"])]


@pytest.mark.parametrize("host", environments.HOSTS)
def test_the_host_builds_the_site(built, host):
    assert built[host].status == 0, built[host].output


@pytest.mark.parametrize("page", ["", "ada-or-bell", "three", "wrong", "all"])
@pytest.mark.parametrize("host", [host for host in environments.HOSTS if host != "mkdocs"])
def test_a_page_has_the_same_bodies_as_in_mkdocs(built, host, page):
    expected = bodies(built["mkdocs"].soup(page))
    assert expected
    assert bodies(built[host].soup(page)) == expected


@pytest.mark.parametrize("host", environments.HOSTS)
def test_the_sections_have_real_headings(built, host):
    found = headings(built[host].soup("ada-or-bell"))
    assert found[0] == ("h1", "ada-or-bell")
    assert ("h2", "verdict") in found


@pytest.mark.parametrize("host", environments.HOSTS)
def test_the_page_is_styled(built, host):
    page = (built[host].folder / "ada-or-bell" / "index.html").read_text("utf-8")
    assert "model-compare.css?v=" in page or "<style>" in page


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_search_reads_labels_and_no_cells_of_tables(built, host):
    docs = json.loads((built[host].folder / "search/search_index.json").read_text("utf-8"))["docs"]
    (specs,) = [one["text"] for one in docs if one["location"] == "ada-or-bell/#specifications"]
    assert "Context window" in specs
    assert "200k" not in specs


@pytest.mark.parametrize("host", environments.HOSTS)
def test_a_mistake_is_reported_with_its_line_and_the_page_gets_a_box(built, host):
    assert 'wrong.md:3: there is no model "bel-2"; did you mean "bell-2"?' in built[host].output
    assert len(built[host].soup("wrong").select(".mc-error")) == 1


@pytest.mark.parametrize("host", environments.HOSTS)
def test_the_next_build_shows_an_edit_of_the_catalog(host, tmp_path):
    site = site_for(host, tmp_path)
    build(host, site)
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: 300000")
    fact = build(host, site).soup("").select_one(".mc-fact")
    assert fact["data-mc-value"] == "300000"


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_strict_build_fails_for_a_mistake_and_for_nothing_else(host, tmp_path):
    site = site_for(host, tmp_path)
    assert build(host, site, "--strict").status == 1
    (site.root / "docs/wrong.md").unlink()
    done = build(host, site, "--strict")
    assert done.status == 0, done.output


@pytest.mark.parametrize("host", environments.HOSTS)
def test_a_broken_catalog_is_reported_without_a_traceback(host, tmp_path):
    site = site_for(host, tmp_path)
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: many")
    done = build(host, site)
    assert done.output.count("models/ada-1.yml:") == 1
    assert "Traceback" not in done.output
    # Zensical has no way for an extension to end a build; its pages show the report.
    assert done.status == (0 if host == "zensical" else 1)


def test_zensical_builds_the_site_that_the_documentation_leads_to(tmp_path):
    site = follow("how-to/zensical.md", first_site(tmp_path))
    done = build("zensical", site)
    assert done.status == 0
    page = done.soup("")
    assert page.select_one("[data-mc-outcome=choice]")
    assert not page.select(".mc-error")
