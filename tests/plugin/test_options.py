"""Every option is checked, all at once, and each mistake says where it is, what was found and what to write."""

import re
from textwrap import indent

import pytest
from mkdocs.exceptions import Abort

from tests.plugin.small_site import messages

PLACE = re.compile(r" \(mkdocs\.yml:\d+:\d+\)\Z")


def errors(site, options):
    """What MkDocs says of these options, a line for each mistake."""
    site.page("index.md", "# Home\n")
    site.configure(plugins="\n  - model-compare:\n" + indent(options, "      "))
    with messages() as heard, pytest.raises(Abort, match="configuration error"):
        site.config()
    (text,) = heard.errors
    prefix = "Plugin 'model-compare' option "
    told = [line.removeprefix("Config value 'plugins': ").removeprefix(prefix) for line in text.splitlines()]
    return [PLACE.sub("", line) for line in told]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("catalogue: facts", "'catalogue': there is no such option; did you mean \"catalog\"?"),
        (
            "colour: red",
            "'colour': there is no such option; expected one of catalog, workload, stale_after, templates, pages",
        ),
        ("catalog: [data]", "'catalog': found ['data']; expected a folder, its path relative to mkdocs.yml"),
        ('templates: " "', "'templates': found \" \"; expected a folder, its path relative to mkdocs.yml"),
        (
            "stale_after: soon",
            "'stale_after': found \"soon\"; expected a number of days from 0 (never) to 36500, as 180",
        ),
        ("stale_after: -1", "'stale_after': found -1; expected a number of days from 0 (never) to 36500, as 180"),
        ("stale_after: yes", "'stale_after': found true; expected a number of days from 0 (never) to 36500, as 180"),
        (
            "workload: 5",
            (
                "'workload': found 5; expected {requests: 1000000, input_tokens: 800, output_tokens: 250}, "
                "or the id of a workload of catalog.yml"
            ),
        ),
        ("workload: {request: 5}", '\'workload.request\': there is no key "request"; did you mean "requests"?'),
        ("workload: {requests: 0}", "'workload.requests': requests can be 1 or more; 0 is out of range"),
        ("workload: {cached: 1.5}", "'workload.cached': cached can be 0 to 1; 1.5 is out of range"),
        (
            'workload: {requests: "1,000"}',
            "'workload.requests': requests is a whole number, e.g. 1_000_000; this is text",
        ),
        ("workload: {batch: 1}", "'workload.batch': batch is True or False, e.g. True; this is a whole number"),
        (
            "pages: all",
            (
                "'pages': found \"all\"; expected a mapping with path, comparisons, models, index, floor, tags, nav, "
                "not_found, exports, faq_data"
            ),
        ),
        ("pages: {model: true}", "'pages.model': there is no such option; did you mean \"models\"?"),
        ("pages: {floor: 15}", "'pages.floor': found 15; expected a share from 0 to 1, as 0.15"),
        ("pages: {nav: [model]}", '\'pages.nav\': found "model"; did you mean "models"?'),
        ("pages: {nav: index}", "'pages.nav': found \"index\"; expected a list of comparisons, models, index"),
        ("pages: {tags: Models}", "'pages.tags': found \"Models\"; expected a list of tags, as [Models]"),
        (
            "pages: {tags: {pairs: [a]}}",
            "'pages.tags.pairs': there is no such option; expected one of comparisons, models, index",
        ),
        ("pages: {faq_data: 1}", "'pages.faq_data': found 1; expected true or false"),
        (
            "pages: {models: {where: [1]}}",
            "'pages.models.where': found [1]; expected a condition, as \"vision and context_window >= 200k\"",
        ),
        ("pages: {models: 1}", "'pages.models': found 1; expected true or false"),
        ("pages: {path: /compare}", "'pages.path': found \"/compare\"; expected a folder of the site, as compare"),
        ("pages: {path: ../up}", "'pages.path': found \"../up\"; expected a folder of the site, as compare"),
        ("pages: {path: .}", "'pages.path': found \".\"; expected a folder of the site, as compare"),
        (
            "pages: {comparisons: some}",
            "'pages.comparisons': found \"some\"; expected [[a, b], [a, c]], all, or {nearest: 3}",
        ),
        (
            "pages: {comparisons: {nearest: 0}}",
            "'pages.comparisons.nearest': found 0; expected a whole number from 1 to 50",
        ),
        (
            "pages: {comparisons: {closest: 3, nearest: 3}}",
            "'pages.comparisons.closest': there is no such option; expected one of nearest, where",
        ),
        (
            "pages: {comparisons: [ada-1]}",
            "'pages.comparisons[0]': found \"ada-1\"; expected a list of 2 to 6 models, as [a, b]",
        ),
        ("pages: {comparisons: [[ada-1]]}", "'pages.comparisons[0]': found 1 model; expected 2 to 6, as [a, b]"),
        (
            "pages: {comparisons: [[ada-1, 4.5]]}",
            "'pages.comparisons[0][1]': found 4.5; expected the id of a model; put it in quotes: \"4.5\"",
        ),
    ],
)
def test_a_wrong_option_is_one_clear_error(site, options, expected):
    assert errors(site, options) == [expected]


def test_the_place_of_a_wrong_option_is_its_line_and_column_in_the_file(site):
    site.page("index.md", "# Home\n")
    site.configure(
        plugins="\n  - model-compare:\n      pages:\n        comparisons:\n          - [a, b]\n          - [a]\n"
    )
    with messages() as heard, pytest.raises(Abort, match="configuration error"):
        site.config()
    assert heard.errors[0].endswith(
        "'pages.comparisons[1]': found 1 model; expected 2 to 6, as [a, b] (mkdocs.yml:7:13)"
    )


def test_all_wrong_options_are_reported_at_once(site):
    assert errors(site, "stale_after: x\nworkload: {cached: 2, batch: 1}\npages: {index: 1, models: 0}\nnope: 1") == [
        "'nope': there is no such option; expected one of catalog, workload, stale_after, templates, pages",
        "'workload.cached': cached can be 0 to 1; 2 is out of range",
        "'workload.batch': batch is True or False, e.g. True; this is a whole number",
        "'stale_after': found \"x\"; expected a number of days from 0 (never) to 36500, as 180",
        "'pages.models': found 0; expected true or false",
        "'pages.index': found 1; expected true or false",
    ]


def test_options_left_empty_have_their_defaults(site):
    site.page("index.md", "# Home\n")
    site.configure(plugins="\n  - model-compare:\n      catalog:\n      workload:\n      pages:\n")
    options = site.config().plugins["model-compare"].config
    assert (options.catalog, options.workload, options.stale_after, options.templates, options.pages) == (
        "data",
        {},
        180,
        "",
        None,
    )
