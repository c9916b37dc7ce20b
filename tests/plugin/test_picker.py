"""Pickers in a site: the one file that they read, the pages they lead to, and the 404 page."""

import json

import pytest

from tests.plugin.small_site import Serving

FILE = "assets/model-compare-catalog.json"
ALL = {"ada-1": 0, "bell-2": 1, "cray-3": 2, "old-0": 3}


@pytest.fixture
def home(site):
    """A site with one page, which has a picker."""
    site.page("index.md", "# Home\n\n<< picker() >>\n")
    return site


def pages(site):
    return json.loads(site.html(FILE))["pages"]


def compare(*models):
    return f"<< compare({', '.join(map(json.dumps, models))}) >>"


def scripts(site, path="index.html"):
    return [script["src"].partition("?")[0] for script in site.soup(path).select("script[src*=model-compare]")]


class TestTheFile:
    def test_it_is_there_where_a_page_has_a_picker(self, home):
        home.build()
        assert list(json.loads(home.html(FILE))["models"]) == list(ALL)

    def test_a_site_without_a_picker_has_none(self, site):
        site.page("index.md", "# Home\n\n<< models() >>\n")
        site.build()
        assert not (site.root / "site" / FILE).exists()

    def test_a_picker_that_a_page_includes_has_it_too(self, site):
        site.write("hook.py", "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\n<< picker() >>\\n'\n")
        site.page("index.md", "# Home\n")
        site.configure(rest="hooks: [hook.py]")
        site.build()
        assert (site.root / "site" / FILE).is_file()

    def test_a_file_of_the_authors_stands_for_it(self, home):
        home.page(FILE, "{}\n")
        home.build()
        assert home.html(FILE) == "{}\n"

    def test_it_follows_the_catalog_while_serving(self, home):
        serving = Serving(home, dirty=True)
        serving.build()
        home.edit("data/models/ada-1.yml", "200000", "400000")
        assert serving.rebuilt() == ["index.html"]
        assert '"400k"' in home.html(FILE)


class TestScripts:
    def test_only_pages_with_a_table_of_models_have_the_pickers_script(self, home):
        home.page("deep/table.md", "# Table\n\n<< models() >>\n")
        home.page("pair.md", f"# Pair\n\n{compare('ada-1', 'bell-2')}\n")
        home.page("plain.md", "# Plain\n")
        home.build()
        assert scripts(home) == ["assets/model-compare.js", "assets/model-compare-picker.js"]
        assert scripts(home, "deep/table/index.html")[1] == "../../assets/model-compare-picker.js"
        assert scripts(home, "pair/index.html") == ["../assets/model-compare.js"]
        assert scripts(home, "plain/index.html") == []


class TestAddresses:
    def test_a_made_page_is_known_by_its_models_alone(self, home):
        home.configure(plugins="[{model-compare: {pages: {comparisons: [[cray-3, ada-1], [bell-2, ada-1, cray-3]]}}}]")
        home.build()
        assert pages(home) == {"prefix": "compare/", "suffix": "/", "regular": "0 1 2,0 2", "other": {}}

    def test_without_directory_urls_and_in_another_folder(self, home):
        home.configure(
            plugins="[{model-compare: {pages: {path: a/b, comparisons: [[ada-1, bell-2]]}}}]",
            rest="use_directory_urls: false",
        )
        home.build()
        assert pages(home) == {"prefix": "a/b/", "suffix": ".html", "regular": "0 1", "other": {}}

    def test_a_page_written_by_hand_is_known_wherever_it_is(self, home):
        home.page("own words.md", f"# Own\n\n{compare('cray-3', 'ada-1')}\n")
        home.build()
        assert pages(home)["other"] == {"0 2": "own%20words/"}

    def test_it_comes_before_a_made_one(self, home):
        home.page("own.md", f"# Own\n\n{compare('bell-2', 'ada-1')}\n")
        home.configure(plugins="[{model-compare: {pages: {comparisons: [[ada-1, bell-2]]}}}]")
        home.build()
        assert (pages(home)["regular"], pages(home)["other"]) == ("", {"0 1": "own/"})

    def test_but_not_where_it_compares_others_too(self, home):
        home.page("own.md", f"# Own\n\n{compare('bell-2', 'ada-1')}\n\n{compare('bell-2', 'cray-3')}\n")
        home.configure(plugins="[{model-compare: {pages: {comparisons: [[ada-1, bell-2]]}}}]")
        home.build()
        assert (pages(home)["regular"], pages(home)["other"]) == ("0 1", {"1 2": "own/"})

    def test_a_page_without_the_verdict_is_not_the_page_of_a_comparison(self, home):
        home.page("part.md", '# Part\n\n<< compare("ada-1", "bell-2", exclude=["verdict"]) >>\n')
        home.page("verdict.md", '# Verdict\n\n<< verdict("ada-1", "cray-3") >>\n')
        home.build()
        assert (pages(home)["regular"], pages(home)["other"]) == ("", {})

    def test_nor_is_one_that_is_not_published(self, home):
        home.page("draft.md", f"# Draft\n\n{compare('bell-2', 'ada-1')}\n")
        home.configure(rest="draft_docs: draft.md")
        home.build()
        assert pages(home)["other"] == {}


class TestNotFound:
    @pytest.fixture
    def making(self, site):
        site.page("index.md", "# Home\n")

        def make(rest="", pages="{not_found: true, models: true}", *, strict=True):
            site.configure(plugins=f"[{{model-compare: {{pages: {pages}}}}}]", rest=rest)
            return site.build(strict=strict)

        return make

    @pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
    def test_the_themes_page_has_a_picker_below_its_own_words(self, site, making, theme):
        making(f"theme: {theme}")
        page = site.soup("404.html")
        assert page.find("h1").get_text().startswith("404")
        assert [row["data-mc-model"] for row in page.select("[data-mc-section=picker] tbody tr")] == list(ALL)
        assert page.find("h1").find_next("h2").get_text() == "Find a model, or compare some"
        assert (site.root / "site" / FILE).is_file()

    def test_every_address_in_it_is_an_absolute_path_below_that_of_the_site(self, site, making):
        making("site_url: https://example.org/repo/\ntheme: material")
        page = site.soup("404.html")
        links = [link["href"] for link in page.select("[data-mc-section=picker] a")]
        assert links == [f"/repo/compare/models/{model}/" for model in ALL]
        assert scripts(site, "404.html") == [
            "/repo/assets/model-compare.js",
            "/repo/assets/model-compare-picker.js",
        ]
        styles = [link["href"].partition("?")[0] for link in page.select("link[href*=model-compare]")]
        assert styles == ["/repo/assets/model-compare.css"]

    def test_without_an_address_of_the_site_they_begin_at_the_root(self, site, making):
        making("theme: material")
        assert scripts(site, "404.html")[0] == "/assets/model-compare.js"

    def test_models_without_pages_are_names(self, site, making):
        making("theme: material", "{not_found: true}")
        assert site.soup("404.html").select("[data-mc-section=picker] a") == []

    def test_it_needs_no_list_of_sources(self, site, making):
        making("theme: material")
        assert site.soup("404.html").select(".mc-cite") == []

    def test_an_authors_own_404_page_keeps_its_words(self, site, making):
        site.write("ours/404.html", "{% extends 'main.html' %}{% block content %}<p>Oh no.</p>{% endblock %}")
        making("theme: {name: material, custom_dir: ours}")
        page = site.soup("404.html")
        assert page.find("p", string="Oh no.") is not None
        assert page.select("[data-mc-section=picker]")

    def test_a_404_page_without_a_place_for_it_is_told(self, site, making):
        site.write("ours/404.html", "<p>Oh no.</p>")
        heard = making("theme: {name: material, custom_dir: ours}", strict=False)
        (warning,) = heard.warnings
        assert warning == (
            'model-compare: mkdocs.yml: plugins.model-compare.pages.not_found: the 404.html of the theme "material" '
            'has no block "content" for the picker; give it one in the theme\'s custom_dir, or leave the option out'
        )
        assert site.html("404.html").strip() == "<p>Oh no.</p>"

    def test_a_theme_without_a_404_page_is_told(self, site, making):
        site.write("ours/main.html", "{{ page.content }}")
        heard = making("theme: {name: null, custom_dir: ours}", strict=False)
        (warning,) = heard.warnings
        assert warning == (
            "model-compare: mkdocs.yml: plugins.model-compare.pages.not_found: the theme makes no 404.html to put the "
            "picker into; list it under theme.static_templates, or leave the option out"
        )

    def test_it_is_the_themes_alone_unless_asked_for(self, site, making):
        making("theme: material", "{index: true}")
        assert "data-mc" not in site.html("404.html")

    def test_it_stays_the_themes_where_the_catalog_cannot_be_used(self, site, making):
        making("theme: material")
        site.write("data/models/ada-1.yml", "name: Ada 1\n")
        Serving(site, dirty=False).build()
        assert "data-mc" not in site.html("404.html")
