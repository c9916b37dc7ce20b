"""The real `mkdocs serve`: what is edited is seen in the served page, and nothing else starts a build."""

import os
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager, suppress

import pytest

from tests import patience
from tests.plugin.small_site import mkdocs_command

HOST = "127.0.0.1"
QUIET = 2.5  # seconds in which a loop of rebuilds would show: the server looks twice a second


class Server:
    def __init__(self, site, port, log):
        self.site = site
        self.url = f"http://{HOST}:{port}/"
        self.log = log

    def page(self, path=""):
        with urllib.request.urlopen(self.url + path, timeout=patience.SECONDS) as answer:  # noqa: S310 - our own server
            return answer.read().decode()

    def until(self, seen, path=""):
        """Ask for the page until `seen` is in it."""
        return self.wait(lambda: seen in self.page(path), f"{seen!r} in {self.url}{path}")

    def wait(self, done, what):
        end = time.monotonic() + patience.SECONDS
        while time.monotonic() < end:
            try:
                if done():
                    return
            except OSError:  # not listening yet
                pass
            time.sleep(0.1)
        pytest.fail(f"no {what} within {patience.SECONDS} s; the log is\n{self.said}")

    @property
    def said(self):
        return self.log.read_text("utf-8")

    @property
    def builds(self):
        return self.said.count("Building documentation...")


def free_port():
    """One that nobody is given who asks for any, as browsers do until the server has begun to listen."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with suppress(OSError), socket.socket() as free:
            free.bind((HOST, port))
            return port
    pytest.fail("no port is free")


@contextmanager
def serving(site, *options):
    port = free_port()
    log = site.root / "serve.log"
    with log.open("wb") as output:
        command = mkdocs_command("serve", "--dev-addr", f"{HOST}:{port}", *options)
        process = subprocess.Popen(command, cwd=site.root, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield Server(site, port, log)
        finally:
            process.terminate()
            process.wait(patience.SECONDS)


@pytest.fixture
def pages(site):
    site.page("index.md", '# Home\n\n<< fact("ada-1", "context_window") >>\n')
    site.page("pair.md", '# Pair\n\n<< compare("ada-1", "bell-2") >>\n')
    return site


@pytest.mark.parametrize(
    ("options", "folder"),
    [((), "data"), ((), "docs/data"), (("--dirty",), "docs/data"), (("--dirty",), "../{}-beside")],
)
def test_an_edit_of_the_catalog_is_seen_and_a_broken_one_is_shown_and_repaired(pages, options, folder):
    folder = folder.format(pages.root.name)
    pages.configure(plugins=f"[{{model-compare: {{catalog: {folder}}}}}]")
    if folder != "data":
        (pages.root / "data").rename(pages.root / folder)
    ada = f"{folder}/models/ada-1.yml"
    with serving(pages, *options) as server:
        server.until('data-mc-value="200000"')
        pages.edit(ada, "context_window: 200000", "context_window: 300000")
        server.until('data-mc-value="300000"')
        server.until('data-mc-value="300000"', "pair/")
        pages.edit(ada, "context_window: 300000", "context_window: many")
        server.until("mc-error")
        assert "The comparisons cannot be made" in server.page("pair/")
        pages.edit(ada, "context_window: many", "context_window: 400000")
        server.until('data-mc-value="400000"')
        assert "mc-error" not in server.page("pair/")
        assert server.said.count("models/ada-1.yml:") == 1
        time.sleep(QUIET)
        assert server.builds == 4, server.said


def test_an_edited_template_is_seen(pages):
    template = "overrides/related.html.jinja"
    pages.write(template, '{% extends "shipped/related.html.jinja" %}{% block body %}<p>Mine.</p>{% endblock %}\n')
    pages.configure(plugins="[{model-compare: {templates: overrides}}]")
    with serving(pages, "--dirty") as server:
        server.until("Mine.", "pair/")
        pages.edit(template, "Mine.", "Yours.")
        server.until("Yours.", "pair/")


def test_it_starts_with_a_broken_catalog(pages):
    pages.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: many")
    with serving(pages) as server:
        server.until("mc-error")
        pages.edit("data/models/ada-1.yml", "context_window: many", "context_window: 400000")
        server.until('data-mc-value="400000"')


def test_another_catalog_named_in_mkdocs_yml_is_watched_from_then_on(pages):
    pages.write("other/models/ada-1.yml", "name: Ada 1\ndeveloper: Acme\ncontext_window: 500000\n")
    with serving(pages) as server:
        server.until('data-mc-value="200000"')
        pages.page("pair.md", "# Pair\n")
        pages.configure(plugins="[{model-compare: {catalog: other}}]")
        server.until('data-mc-value="500000"')
        pages.edit("other/models/ada-1.yml", "500000", "600000")
        server.until('data-mc-value="600000"')
