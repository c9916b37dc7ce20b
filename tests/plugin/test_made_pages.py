"""Pages that nobody wrote: made only when asked for, once for each set of models, and never over an author's own."""

import json

import pytest

from tests.plugin.small_site import MODELS


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
    facts = {row.find("td").get_text(): row.select_one(".mc-fact") for row in page.select("table tr")[1:]}
    assert facts["Context window"]["data-mc-value"] == "200000"
    assert facts["Vision"]["data-mc-value"] == "yes"
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


def test_a_wrong_model_is_one_message_with_its_place_and_the_nearest_name(making):
    pages = '{comparisons: [[ada-1, bel-2], [ada-1, acme/ada-1], [ada-1, "?"], [ada-1, cray-3]]}'
    made, heard = making(pages, strict=False)
    place = "model-compare: mkdocs.yml: plugins.model-compare.pages.comparisons"
    assert heard.warnings == [
        f'{place}[0]: there is no model "bel-2"; did you mean "bell-2"?',
        f'{place}[1]: "ada-1" and "acme/ada-1" are the same model; name different ones',
        f'{place}[2]: there is no model "?"; write the id or an alias of a model of the catalog',
    ]
    assert made == ["compare/ada-1-vs-cray-3/index.html"]


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
