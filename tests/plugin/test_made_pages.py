"""Pages that nobody wrote: made only when asked for, once for each set of models, and never over an author's own."""

import json

import pytest
from mkdocs.exceptions import Abort

from tests.plugin.small_site import MODELS, Serving, messages


@pytest.fixture
def making(site):
    """Configure the option `pages` and build; gives the pages below `compare/`."""
    site.page("index.md", "# Home\n")

    def make(pages, rest="", *, strict=True):
        site.configure(plugins=f"[search, {{model-compare: {{pages: {pages}}}}}]", rest=rest)
        heard = site.build(strict=strict)
        found = sorted(site.root.glob("site/compare/**/*.html"))
        return [page.relative_to(site.root / "site").as_posix() for page in found], heard

    return make


def test_nothing_is_made_unless_asked_for(making):
    assert making("{}")[0] == []


def test_a_comparison_has_one_address_whatever_the_order_it_is_listed_in(making):
    made, _ = making("{comparisons: [[bell-2, ada-1], [ada-1, bell-2], [acme/ada-1, bell-2]]}")
    assert made == ["compare/ada-1-vs-bell-2/index.html"]


def test_a_made_comparison_is_a_page_as_an_author_would_write_it(site, making):
    making("{comparisons: [[bell-2, ada-1]]}", "theme: material")
    page = site.soup("compare/ada-1-vs-bell-2/index.html")
    assert page.title.get_text() == "Ada 1 vs Bell 2 - Small"
    assert page.find("meta", attrs={"name": "description"}) is not None
    assert page.find("h1").get_text() == "Ada 1 vs Bell 2"
    assert {part["data-mc-models"] for part in page.select("[data-mc-section]")} == {"ada-1 bell-2"}


def test_all_means_every_pair_that_is_not_retired(making):
    assert making("{comparisons: all}")[0] == [
        "compare/ada-1-vs-bell-2/index.html",
        "compare/ada-1-vs-cray-3/index.html",
        "compare/bell-2-vs-cray-3/index.html",
    ]


def test_nearest_means_the_nearest_few_of_each_model(making):
    # Cray is of Ada's family, and neither is near to Bell; the prices put Bell nearer to Ada than to Cray.
    assert making("{comparisons: {nearest: 1}}")[0] == [
        "compare/ada-1-vs-bell-2/index.html",
        "compare/ada-1-vs-cray-3/index.html",
    ]


def test_three_models_share_a_page(making):
    assert making("{comparisons: [[cray-3, bell-2, ada-1]]}")[0] == ["compare/ada-1-vs-bell-2-vs-cray-3/index.html"]


def test_a_page_for_each_model_with_its_facts_and_comparisons(site, making):
    site.page("own.md", '# My own words\n\n<< compare("ada-1", "cray-3") >>\n')
    made, _ = making("{comparisons: [[ada-1, bell-2]], models: true}", "theme: material")
    assert [page for page in made if "models" in page] == [f"compare/models/{name}/index.html" for name in MODELS]
    page = site.soup("compare/models/ada-1/index.html")
    assert page.find("h1").get_text() == "Ada 1"
    assert page.find("meta", attrs={"name": "description"})["content"] == "A small model."
    facts = {row["data-mc-row"]: row.find("td") for row in page.select("tr[data-mc-row]")}
    assert facts["context_window"]["data-mc-value"] == "200000"
    assert facts["vision"]["data-mc-value"] == "yes"
    assert page.select_one("[data-mc-route=cloud-one] [data-mc-value='5']") is not None
    assert page.select_one("#specifications, #pricing-and-availability, #capabilities") is not None
    assert [(link.get_text(), link["href"]) for link in page.select("h2#comparisons + ul a")] == [
        ("Ada 1 vs Bell 2", "../../ada-1-vs-bell-2/"),
        ("My own words", "../../../own/"),
    ]


def test_names_and_numbers_of_a_made_page_link_to_the_models_pages(site, making):
    site.page("index.md", '# Home\n\n<< model("ada-1") >>\n')
    making("{models: true}")
    assert site.one("index.html", "a.mc-model")["href"] == "compare/models/ada-1/"


def test_an_index_of_all_models_and_comparisons(site, making):
    made, _ = making("{comparisons: [[ada-1, bell-2]], index: true}")
    assert made == ["compare/ada-1-vs-bell-2/index.html", "compare/index.html"]
    page = site.soup("compare/index.html")
    assert page.title.get_text() == "Model comparisons - Small"
    assert len(page.select("[data-mc-section=picker] tbody tr")) == len(MODELS)
    assert [link["href"] for link in page.select("h2#comparisons + ul a")] == ["ada-1-vs-bell-2/"]


def test_the_folder_can_be_named(site, making):
    making("{path: versus/all, comparisons: [[ada-1, bell-2]], models: true}")
    assert (site.root / "site/versus/all/ada-1-vs-bell-2/index.html").is_file()
    assert (site.root / "site/versus/all/models/ada-1/index.html").is_file()


@pytest.mark.parametrize(
    "path", ["compare/ada-1-vs-bell-2.md", "compare/ada-1-vs-bell-2/index.md", "compare/bell-2-vs-ada-1.md"]
)
def test_the_authors_page_of_the_same_address_wins(site, making, path):
    site.page(path, "# By hand\n")
    made, _ = making("{comparisons: [[ada-1, bell-2]]}")
    assert len(made) == 1
    assert "By hand" in site.html(made[0])


def test_made_pages_stay_out_of_the_navigation_without_a_word(site, making):
    rest = "nav: [index.md]\nvalidation: {nav: {omitted_files: warn}}"
    _, heard = making("{comparisons: all, models: true, index: true}", rest)
    assert heard.warnings == []
    assert "compare/" not in site.html("index.html")


def test_but_an_author_can_put_one_there(site, making):
    making("{index: true}", "nav: [index.md, {Models: compare/index.md}]")
    assert 'href="compare/"' in site.html("index.html")


def test_they_can_be_linked_to_in_markdown(site, making):
    site.page("index.md", "# Home\n\n[them](compare/ada-1-vs-bell-2.md)\n")
    making("{comparisons: [[ada-1, bell-2]]}")
    link = site.soup().find("a", string="them")
    assert link["href"] == "compare/ada-1-vs-bell-2/"


def test_they_have_no_edit_button(site, making):
    making("{comparisons: [[ada-1, bell-2]]}", "repo_url: https://example.org/repo\nedit_uri: edit/docs/")
    assert "edit/docs/compare" not in site.html("compare/ada-1-vs-bell-2/index.html")


def test_addresses_without_directory_urls(site, making):
    made, _ = making("{comparisons: [[ada-1, bell-2]], models: true, index: true}", "use_directory_urls: false")
    assert "compare/ada-1-vs-bell-2.html" in made
    assert (
        site.soup("compare/models/ada-1.html").select_one("h2#comparisons + ul a")["href"] == "../ada-1-vs-bell-2.html"
    )


def test_filters_are_in_the_words_of_the_table_over_the_catalog(making):
    assert making("{comparisons: {where: developer = acme}}")[0] == ["compare/ada-1-vs-cray-3/index.html"]
    assert making("{comparisons: {nearest: 1, where: {developer: Acme}}}")[0] == ["compare/ada-1-vs-cray-3/index.html"]
    assert making("{models: {where: status = retired}}")[0] == ["compare/models/old-0/index.html"]


def test_wishes_for_comparisons_can_stand_side_by_side(making):
    assert making("{comparisons: [[cray-3, bell-2, ada-1], {where: developer = acme}]}")[0] == [
        "compare/ada-1-vs-bell-2-vs-cray-3/index.html",
        "compare/ada-1-vs-cray-3/index.html",
    ]


def test_other_pages_point_to_the_page_that_an_author_wrote_of_a_pair_and_not_to_the_made_one(site, making):
    site.page("own.md", '# My own words\n\n<< compare("cray-3", "ada-1") >>\n')
    made, _ = making("{comparisons: all, models: true}", "site_url: https://example.org/docs/")
    assert "compare/ada-1-vs-cray-3/index.html" in made
    related = site.soup("compare/ada-1-vs-bell-2/index.html").select("[data-mc-section=related] a")
    assert [link["href"] for link in related] == ["../bell-2-vs-cray-3/", "../../own/"]
    listed = site.soup("compare/models/cray-3/index.html").select("h2#comparisons + ul a")
    assert [link["href"] for link in listed] == ["../../bell-2-vs-cray-3/", "../../../own/"]
    # So search engines know which of the two is meant.
    canonical = site.one("compare/ada-1-vs-cray-3/index.html", "link[rel=canonical]")
    assert canonical["href"] == "https://example.org/docs/own/"


def test_a_pair_of_which_little_is_known_is_not_made_unless_asked_for_by_name(site, making):
    site.model("dab-4", "name: Dab 4\ndeveloper: Acme\ncontext_window: 8000\n")
    assert not any("dab-4" in page for page in making("{comparisons: all}")[0])
    assert any("dab-4" in page for page in making("{comparisons: all, floor: 0}")[0])
    assert any("dab-4" in page for page in making("{comparisons: [[ada-1, dab-4]]}")[0])


def test_a_retired_model_keeps_its_page_which_says_so(site, making):
    site.model("old-0", "name: Old 0\ndeveloper: Acme\nstatus: retired\nretires: 2025-01-31\nsuccessor: ada-1\n")
    making("{models: true}")
    page = site.soup("compare/models/old-0/index.html")
    assert page.title.get_text() == "Old 0 (retired) - Small"
    assert "Old 0 is retired since 2025-01-31. Its successor is Ada 1." in page.get_text()


def test_what_the_editors_vouch_for_is_on_the_models_page(site, making):
    site.model("old-0", "name: Old 0\ndeveloper: Acme\nbest_for: [small talk, tea]\nfit: [coding, rag]\n")
    making("{models: true}")
    text = site.soup("compare/models/old-0/index.html").get_text()
    assert "Best for small talk and tea, say the editors." in text
    assert "Fit for Coding and RAG, say the editors." in text


def test_tags_are_given_to_made_pages_of_a_kind(site):
    pages = "{comparisons: [[ada-1, bell-2]], models: true, tags: {models: [Models]}}"
    site.configure(plugins=f"[tags, {{model-compare: {{pages: {pages}}}}}]", rest="theme: material")
    site.page("index.md", "# Home\n")
    site.page("tags.md", "# Tags\n\n<!-- material/tags -->\n")
    site.build()
    assert [tag.get_text(strip=True) for tag in site.soup("compare/models/ada-1/index.html").select(".md-tag")] == [
        "Models"
    ]
    assert site.soup("compare/ada-1-vs-bell-2/index.html").select(".md-tag") == []
    assert "compare/models/ada-1/" in site.html("tags/index.html")


def test_their_html_is_kept_small_until_it_is_put_into_the_theme(site, making):
    site.write(
        "hook.py",
        """
        def on_env(env, config, files):
            pages = [file.page for file in files.documentation_pages() if "-vs-" in file.src_uri]
            assert len(pages) == 3
            assert sum(page.place is None for page in pages) == 1
            for page in [*pages, *reversed(pages)]:
                assert page.content.startswith("<h1"), page.content[:20]
                assert 'data-mc-section="reviewed"' in page.content
        """,
    )
    making("{comparisons: all}", "hooks: [hook.py]")
    assert len(site.soup("compare/ada-1-vs-cray-3/index.html").select("[data-mc-section]")) == 14


class TestTheNavigation:
    WISHES = "comparisons: [[ada-1, bell-2]], models: true, index: true"

    def linked(self, site):
        return {
            link["href"] for link in site.soup("index.html").select("nav a, .navbar a") if "compare" in link["href"]
        }

    def test_where_it_is_not_written_out_it_holds_the_index_alone(self, site, making):
        making(f"{{{self.WISHES}}}", "theme: material")
        assert self.linked(site) == {"compare/"}

    def test_or_what_is_asked_for(self, site, making):
        making(f"{{{self.WISHES}, nav: [models]}}", "theme: material")
        assert self.linked(site) == {f"compare/models/{name}/" for name in MODELS}
        making(f"{{{self.WISHES}, nav: []}}", "theme: material")
        assert self.linked(site) == set()


class TestWrongWishes:
    """One message for each, with its place; and the site is left as it was."""

    @pytest.fixture
    def refused(self, site, making):
        site.write("site/old.html", "the site as it was")

        def build(pages, rest=""):
            with messages() as heard, pytest.raises(Abort):
                making(pages, rest)
            assert [path.name for path in (site.root / "site").iterdir()] == ["old.html"]
            (text,) = heard.errors
            head, *lines = text.splitlines()
            assert head == "The pages cannot be made:"
            return [line.replace("plugins.model-compare.pages", "…") for line in lines]

        return build

    def test_a_wrong_model(self, refused):
        pages = '{comparisons: [[ada-1, bel-2], [ada-1, acme/ada-1], [ada-1, "?"], [ada-1, cray-3]]}'
        assert refused(pages) == [
            'mkdocs.yml:2:58: ….comparisons[0]: there is no model "bel-2"; did you mean "bell-2"?',
            'mkdocs.yml:2:74: ….comparisons[1]: "ada-1" and "acme/ada-1" are the same model; name different ones',
            (
                'mkdocs.yml:2:95: ….comparisons[2]: there is no model "?"; '
                "write the id or an alias of a model of the catalog"
            ),
        ]

    @pytest.mark.parametrize(
        ("pages", "expected"),
        [
            (
                "{comparisons: {where: visoin}}",
                '2:65: ….comparisons.where: there is no column "visoin"; did you mean "vision"?',
            ),
            (
                '{comparisons: {nearest: 2, where: "vision >"}}',
                (
                    '2:77: ….comparisons.where: cannot read "vision >": '
                    "write a key alone, or a key, one of = != < <= > >= in, and a value"
                ),
            ),
            (
                "{comparisons: [{where: {openness: open-weights}}]}",
                "2:66: ….comparisons[0].where: no model of the catalog meets {'openness': 'open-weights'}; widen it",
            ),
            (
                "{comparisons: {where: vision}}",
                '2:65: ….comparisons.where: only one model that is not retired meets "vision"; a comparison needs two',
            ),
            (
                "{models: {where: context_window > 9M}}",
                '2:60: ….models.where: no model of the catalog meets "context_window > 9M"; widen it',
            ),
            (
                "{models: {where: developer = Bell}}",
                (
                    '2:60: ….models.where: no model of the catalog meets "developer = Bell"; '
                    'did you mean "developer = Bell Labs"?'
                ),
            ),
            (
                "{models: {where: {developer: acmee}}}",
                (
                    "2:60: ….models.where: no model of the catalog meets {'developer': 'acmee'}; "
                    'did you mean "developer = Acme"?'
                ),
            ),
        ],
    )
    def test_a_filter_that_gives_nothing(self, refused, pages, expected):
        assert refused(pages) == [f"mkdocs.yml:{expected}"]

    @pytest.mark.parametrize("path", ["CNAME", "CNAME/deeper"])
    def test_a_folder_that_is_a_file_of_the_authors(self, site, refused, path):
        site.page("CNAME", "example.org\n")
        assert refused(f"{{index: true, path: {path}}}") == [
            (
                f'mkdocs.yml:2:63: ….path: found "{path}", where your own CNAME is; '
                "expected a folder of the site, as compare"
            )
        ]

    def test_a_folder_that_is_a_page_of_the_authors(self, site, refused):
        site.page("guide.md", "# Guide\n")
        assert refused("{index: true, path: guide.html}", "use_directory_urls: false") == [
            (
                'mkdocs.yml:2:63: ….path: found "guide.html", where your own guide.md is; '
                "expected a folder of the site, as compare"
            )
        ]

    @pytest.mark.parametrize(
        ("template", "pages"),
        [
            ("specs", "{comparisons: all}"),
            ("sources", "{comparisons: all}"),
            ("price_history", "{models: true}"),
            ("picker", "{index: true}"),
            ("picker", "{not_found: true}"),
        ],
    )
    def test_a_template_that_fails(self, site, template, pages):
        site.edit("data/models/ada-1.yml", "output: 5}}", "output: 5}, since: 2026-03-02, history: [HISTORY]}")
        site.edit("data/models/ada-1.yml", "HISTORY", "{until: 2026-03-01, price: {input: 2, output: 9}}")
        site.write("site/old.html", "the site as it was")
        site.write(f"own/{template}.html.jinja", "<div>{{ nothing.at.all }}</div>")
        site.page("index.md", "# Home\n")
        site.configure(plugins=f"[{{model-compare: {{templates: own, pages: {pages}}}}}]")
        with messages() as heard, pytest.raises(Abort):
            site.build()
        (error,) = heard.errors
        assert error == (
            "The pages cannot be made:\n"
            f"mkdocs.yml:2:39: plugins.model-compare.templates: own/{template}.html.jinja:1: 'nothing' is undefined; "
            "correct the template, or remove it to have the shipped one"
        )
        assert [path.name for path in (site.root / "site").iterdir()] == ["old.html"]

    def test_a_server_says_so_once_and_makes_the_rest(self, site):
        site.page("index.md", "# Home\n")
        site.configure(plugins="[{model-compare: {pages: {comparisons: [[ada-1, nope], [ada-1, bell-2]]}}}]")
        serving = Serving(site, dirty=False)
        assert "Not all pages can be made" in serving.build().errors[0]
        assert serving.build().errors == []
        assert (site.root / "site/compare/ada-1-vs-bell-2/index.html").is_file()


def test_a_name_is_text_whatever_it_contains(site, making):
    name = "A*d*a_1_ <script> [x](y) `z` {{ q }} << model('ada-1') >> | & \"so\" #1"
    site.model("ada-1", f"name: {json.dumps(name)}\ndeveloper: Acme\nsummary: {json.dumps(name)}\n")
    making("{comparisons: [[ada-1, bell-2]], models: true, index: true}", "theme: material")
    assert site.soup("compare/ada-1-vs-bell-2/index.html").find("h1").get_text() == f"{name} vs Bell 2"
    page = site.soup("compare/models/ada-1/index.html")
    assert page.find("h1").get_text() == name
    assert page.select_one("h1 + p").get_text() == name
    # A theme writes titles into its HTML as they are.
    titled = name.replace("<", "‹").replace(">", "›")
    assert page.title.get_text() == f"{titled} - Small"
    assert page.find("meta", attrs={"name": "description"})["content"] == name
    assert page.select_one("h2#comparisons + ul a").get_text() == f"{titled} vs Bell 2"
