"""Comparisons, names and curators' words link to pages that exist, from wherever they stand, and to no others."""

import pytest

COMPARE = '<< compare("ada-1", "bell-2") >>'


def related(site, path):
    """The addresses and titles that the page's section `related` lists."""
    section = site.one(path, "[data-mc-section=related]")
    return [(link["href"], link.get_text()) for link in section.select("li a")]


@pytest.fixture
def comparing(site):
    """One page with the comparison of Ada and Bell that the others are listed on."""
    site.page("index.md", f"# Home\n\n{COMPARE}\n")
    return site


def test_related_pages_come_with_those_of_most_shared_models_first_then_by_title(comparing):
    comparing.page("one.md", '# Zeta\n\n<< compare("ada-1", "cray-3") >>\n')
    comparing.page("two.md", '# Beta\n\n<< compare("cray-3", "bell-2") >>\n')
    comparing.page("three.md", '# Omega\n\n<< compare("cray-3", "acme/ada-1", "bell-2") >>\n')
    comparing.page("four.md", '# Other\n\n<< compare("cray-3", "old-0") >>\n')
    comparing.build()
    assert related(comparing, "index.html") == [("three/", "Omega"), ("two/", "Beta"), ("one/", "Zeta")]


def test_a_page_does_not_list_itself(comparing):
    comparing.build()
    assert related(comparing, "index.html") == []


def test_addresses_are_relative_to_the_page_in_folders_too(comparing):
    comparing.page("deep/er/page.md", f"# Deep\n\n{COMPARE}\n")
    comparing.build()
    assert related(comparing, "index.html") == [("deep/er/page/", "Deep")]
    assert related(comparing, "deep/er/page/index.html") == [("../../../", "Home")]


def test_addresses_are_right_without_directory_urls(comparing):
    comparing.configure(rest="use_directory_urls: false")
    comparing.page("deep/page.md", f"# Deep\n\n{COMPARE}\n")
    comparing.build()
    assert related(comparing, "index.html") == [("deep/page.html", "Deep")]
    assert related(comparing, "deep/page.html") == [("../index.html", "Home")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# A *nice* `title` {#here .big}\n", "A nice title"),
        ("Underlined\n==========\n", "Underlined"),
        ("# Bits & bobs &amp; more #\n", "Bits & bobs & more"),
        ("# See [this](https://example.org) now\n", "See this now"),
        ("# C\\# and snake_case_name\n", "C# and snake_case_name"),
        ('# << model("ada-1") >> or not\n', "Ada 1 or not"),
        ("---\ntitle: From the front matter\n---\n# Heading\n", "From the front matter"),
        ("---\ntitle: <b>R&amp;D</b> & more\n---\n# Heading\n", "R&D & more"),
        ("No heading at all.\n", "Other page"),
    ],
)
def test_a_page_is_called_as_mkdocs_calls_it(comparing, text, title):
    comparing.page("other-page.md", f"{text}\n{COMPARE}\n")
    comparing.build()
    assert related(comparing, "index.html") == [("other-page/", title)]
    shown = comparing.soup("other-page/index.html").title.get_text()
    assert shown.startswith(title)


def test_a_name_in_the_navigation_comes_before_all_others(comparing):
    comparing.configure(rest="nav: [index.md, {Named in the nav: other.md}]")
    comparing.page("other.md", f"---\ntitle: Front\n---\n# Heading\n\n{COMPARE}\n")
    comparing.build()
    assert related(comparing, "index.html") == [("other/", "Named in the nav")]


@pytest.mark.parametrize("option", ["exclude_docs", "draft_docs"])
def test_a_page_that_is_not_published_is_not_offered(comparing, option):
    comparing.configure(rest=f"{option}: other.md")
    comparing.page("other.md", f"# Other\n\n{COMPARE}\n")
    comparing.build()
    assert related(comparing, "index.html") == []


def test_a_macro_in_code_or_with_a_mistake_makes_no_comparison(comparing):
    comparing.page("code.md", f"# Code\n\n    {COMPARE}\n\n`{COMPARE}`\n")
    comparing.page("wrong.md", '# Wrong\n\n<< compare("ada-1", "bell-2", sections=["nope"]) >>\n')
    comparing.build(strict=False)
    assert related(comparing, "index.html") == []


def test_a_section_alone_is_not_a_comparison_to_point_to(comparing):
    comparing.page("part.md", '# Part\n\n<< verdict("ada-1", "bell-2") >>\n')
    comparing.build()
    assert related(comparing, "index.html") == []


def test_a_page_that_another_plugin_made_is_listed(comparing):
    comparing.write(
        "hook.py",
        f"""
        from mkdocs.structure.files import File

        def on_files(files, config):
            files.append(File.generated(config, "made.md", content='''# Made elsewhere\\n\\n{COMPARE}\\n'''))
            return files
        """,
    )
    comparing.configure(rest="hooks: [hook.py]")
    comparing.build()
    assert related(comparing, "index.html") == [("made/", "Made elsewhere")]


def test_a_model_is_linked_to_its_page_whoever_wrote_it(site):
    site.page("index.md", '# Home\n\n<< model("ada-1") >> and << model("bell-2") >>\n')
    site.page("compare/models/ada-1.md", '# By hand\n\n<< model("ada-1") >>\n')
    site.build()
    assert [link.get("href") for link in site.soup().select("a.mc-model")] == ["compare/models/ada-1/", None]
    assert site.one("compare/models/ada-1/index.html", "a.mc-model").get("href") is None


class TestCuratorsLinks:
    """Words of `comparisons/*.yml` are shown on pages that their writer does not know."""

    @pytest.fixture
    def curated(self, comparing):
        comparing.page("guide/start.md", "# Start\n\n## Install it\n")
        comparing.page("guide/pair.md", f"# Pair\n\n{COMPARE}\n")
        return comparing

    def note(self, site, text):
        site.write("data/comparisons/pair.yml", f"models: [ada-1, bell-2]\nnote: {text!r}\n")

    def links(self, site, path):
        return [link["href"] for link in site.soup(path).select("[data-mc-section=verdict] a:not([href^='#'])")]

    def test_a_page_is_found_from_the_docs_folder_on(self, curated):
        self.note(curated, "See [how](guide/start.md#install-it).")
        curated.build()
        assert self.links(curated, "index.html") == ["guide/start/#install-it"]
        assert self.links(curated, "guide/pair/index.html") == ["../start/#install-it"]

    def test_or_else_from_the_page_that_shows_it(self, curated):
        self.note(curated, "See [how](start.md).")
        curated.page("index.md", "# Home\n")
        curated.build()
        assert self.links(curated, "guide/pair/index.html") == ["../start/"]

    def test_addresses_of_other_sites_and_of_the_page_itself_stay(self, curated):
        self.note(curated, "[a](https://example.org/x.md) [b](?q=1)")
        curated.build()
        assert self.links(curated, "index.html") == ["https://example.org/x.md", "?q=1"]

    def test_a_page_that_does_not_exist_is_one_warning_for_each_page(self, curated):
        self.note(curated, "[a](guide/strat.md) and [again](guide/strat.md)")
        heard = curated.build(strict=False)
        assert heard.warnings == [
            f"model-compare: {page}: the catalog links to 'guide/strat.md', and there is no such page; "
            "did you mean 'guide/start.md'?"
            for page in ("index.md", "guide/pair.md")
        ]

    def test_mkdocs_says_how_loud_that_is(self, curated):
        curated.configure(rest="validation: {links: {not_found: info}}")
        self.note(curated, "[a](nowhere.md)")
        assert curated.build().warnings == []

    def test_an_anchor_that_does_not_exist_is_reported_as_mkdocs_reports_its_own(self, curated):
        curated.configure(rest="validation: {links: {anchors: warn}}")
        curated.page("index.md", "# Home\n")
        self.note(curated, "[a](guide/start.md#nowhere)")
        (warning,) = curated.build(strict=False).warnings
        assert warning == (
            "Doc file 'guide/pair.md' contains a link 'guide/start.md#nowhere', "
            "but the doc 'guide/start.md' does not contain an anchor '#nowhere'."
        )
