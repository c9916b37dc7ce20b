"""The record that the browser tests rely on notices what it is for."""

import pytest

from tests.browser.waiting import becomes


@pytest.fixture
def site(tmp_path, serve):
    def made(body: str) -> str:
        head = '<meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">'
        (tmp_path / "index.html").write_text(f"<!doctype html>{head}{body}", encoding="utf-8")
        return serve(tmp_path)

    return made


def test_a_clean_page_has_no_findings(site, open_page, findings):
    open_page(site("<p>Hello.<script>console.warn('only a warning')</script>"))
    assert (findings.errors, findings.outside) == ([], [])


def test_an_error_in_the_console_and_one_thrown_are_found(site, open_page, findings):
    page = open_page(site("<script>console.error('said'); throw new Error('thrown')</script>"))
    becomes(page, lambda: findings.errors, ["said", "thrown"])


def test_a_missing_file_is_found(site, open_page, findings):
    page = open_page(site('<img src="missing.png">'))
    told = "Failed to load resource: the server responded with a status of 404 (File not found)"
    becomes(page, lambda: findings.errors, [told])


def test_a_request_to_another_host_is_found_and_not_sent(site, open_page, findings):
    page = open_page(site('<img src="https://example.org/pixel.png">'))
    becomes(page, lambda: findings.outside, ["https://example.org/pixel.png"])
    becomes(page, lambda: findings.errors, ["Failed to load resource: net::ERR_FAILED"])


def test_a_page_can_be_opened_without_javascript(site, open_page):
    page = open_page(
        site("<noscript>plain</noscript><script>document.body.append('scripted')</script>"), java_script_enabled=False
    )
    assert page.inner_text("body") == "plain"
