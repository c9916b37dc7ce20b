"""Where a build keeps pages, an edit of the catalog has those built anew that show something else, and no others."""

import os

import pytest

from tests.plugin.small_site import MODELS, Serving, forget_plugins

AB, BC, B = "ab/index.html", "bc/index.html", "b/index.html"
TABLE, FACT, PLAIN = "table/index.html", "fact/index.html", "index.html"


@pytest.fixture
def pages(site):
    site.page("index.md", "# Home\n")
    site.page("ab.md", '# Ada or Bell\n\n<< compare("ada-1", "bell-2", exclude=["related"]) >>\n')
    site.page("bc.md", '# Bell or Cray\n\n<< compare("bell-2", "cray-3", exclude=["related"]) >>\n')
    site.page("b.md", '# Bell\n\n<< model("bell-2") >> for << cost("bell-2") >>\n')
    site.page("fact.md", '# Fact\n\n<< fact("ada-1", "context_window") >>\n')
    site.page("table.md", "# Table\n\n<< models() >>\n")
    return site


@pytest.fixture
def serving(pages):
    served = Serving(pages, dirty=True)
    served.build()
    return served


def test_without_an_edit_nothing_is_built_again(serving):
    assert serving.rebuilt() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("data/models/ada-1.yml", "output: 5", "output: 6", [AB, TABLE]),
        ("data/models/ada-1.yml", "200000", "250000", [AB, FACT, TABLE]),
        ("data/models/cray-3.yml", "vision", "vision", []),
        ("data/models/bell-2.yml", "name: Bell 2", "name: Bell II", [AB, B, BC, TABLE]),
        ("data/models/bell-2.yml", "name: Bell 2", "# a remark\nname: 'Bell 2'", []),
        ("data/models/old-0.yml", "retired", "deprecated", [TABLE]),
        ("data/providers.yml", "Cloud Two", "Cloud 2", [BC, TABLE]),
        ("data/licenses.yml", "Open 1.0", "Open 1.1", [AB, B, BC, TABLE]),
    ],
)
def test_an_edit_rebuilds_the_pages_that_use_what_changed(pages, serving, path, old, new, expected):
    if old == new:
        pages.write(path, pages.root.joinpath(path).read_text("utf-8"))
    else:
        pages.edit(path, old, new)
    # The cost of a month says nothing of the licence.
    assert serving.rebuilt() == [page for page in sorted(expected) if not (page == B and "licenses" in path)]


def test_new_words_on_two_models_rebuild_their_comparison(pages, serving):
    pages.write("data/comparisons/pair.yml", "models: [bell-2, ada-1]\nnote: Mind this.\n")
    assert serving.rebuilt() == [AB]
    pages.edit("data/comparisons/pair.yml", "Mind this.", "Mind that.")
    assert serving.rebuilt() == [AB]
    (pages.root / "data/comparisons/pair.yml").unlink()
    assert serving.rebuilt() == [AB]


def test_a_claim_that_is_only_checked_rebuilds_nothing(pages, serving):
    pages.write("data/comparisons/pair.yml", "models: [bell-2, ada-1]\nexpect: {larger_context: ada-1}\n")
    assert serving.rebuilt() == []


def test_a_new_rule_rebuilds_every_comparison(pages, serving):
    pages.write("data/catalog.yml", "verdict: {margin: 0.3}\n")
    assert serving.rebuilt() == [AB, BC, TABLE]


def test_a_workload_that_no_page_uses_rebuilds_nothing(pages, serving):
    pages.write("data/catalog.yml", "workloads: {chat: {name: Chat, requests: 5, input_tokens: 5, output_tokens: 5}}\n")
    assert serving.rebuilt() == []


def test_a_workload_rebuilds_the_pages_that_name_it(pages):
    pages.write("data/catalog.yml", "workloads: {chat: {name: Chat, requests: 5, input_tokens: 5, output_tokens: 5}}\n")
    pages.page("chat.md", '# Chat\n\n<< cost("ada-1", workload="chat") >>\n')
    serving = Serving(pages, dirty=True)
    serving.build()
    pages.edit("data/catalog.yml", "requests: 5", "requests: 6")
    assert serving.rebuilt() == ["chat/index.html"]


def test_a_model_that_is_new_mends_the_page_that_named_it(pages, serving):
    pages.page("new.md", '# New\n\n<< model("dab-4") >>\n')
    assert serving.rebuilt() == ["new/index.html"]
    pages.model("dab-4", "name: Dab 4\ndeveloper: Acme\n")
    assert serving.rebuilt() == ["new/index.html", TABLE]
    assert pages.one("new/index.html", "a.mc-model").get_text() == "Dab 4"
    (pages.root / "data/models/dab-4.yml").unlink()
    assert serving.rebuilt() == ["new/index.html", TABLE]


def test_a_new_comparison_rebuilds_those_that_list_it_as_related(pages):
    pages.page("full.md", '# Full\n\n<< compare("ada-1", "bell-2") >>\n')
    serving = Serving(pages, dirty=True)
    serving.build()
    pages.page("late.md", '# Late\n\n<< compare("bell-2", "cray-3") >>\n')
    assert serving.rebuilt() == ["full/index.html", "late/index.html"]
    pages.edit("docs/late.md", "# Late", "# Later")
    assert serving.rebuilt() == ["full/index.html", "late/index.html"]
    assert "Later" in pages.one("full/index.html", "[data-mc-section=related]").get_text()


def test_a_model_that_gets_its_page_rebuilds_the_pages_that_name_it(pages, serving):
    pages.page("compare/models/bell-2.md", "# Bell\n")
    # A comparison names its models, too.
    assert serving.rebuilt() == [AB, B, BC, "compare/models/bell-2/index.html", TABLE]


def test_a_macro_from_an_included_file_is_known_from_the_last_rendering(pages, monkeypatch):
    monkeypatch.chdir(pages.root)
    pages.configure(rest="markdown_extensions: [{pymdownx.snippets: {base_path: [.], check_paths: true}}]")
    pages.write("part.txt", '<< fact("cray-3", "context_window") >>\n')
    pages.page("including.md", '# Including\n\n--8<-- "part.txt"\n')
    serving = Serving(pages, dirty=True)
    serving.build()
    assert serving.rebuilt() == []
    pages.edit("data/models/cray-3.yml", "1000000", "2000000")
    assert serving.rebuilt() == [BC, "including/index.html", TABLE]


def test_a_mistake_in_an_included_file_is_mended_by_the_catalog(pages, monkeypatch):
    monkeypatch.chdir(pages.root)
    pages.configure(rest="markdown_extensions: [{pymdownx.snippets: {base_path: [.]}}]")
    pages.write("part.txt", '<< model("dab-4") >>\n')
    pages.page("including.md", '# Including\n\n--8<-- "part.txt"\n')
    serving = Serving(pages, dirty=True)
    serving.build()
    pages.edit("data/models/cray-3.yml", "name: Cray 3", "# a remark\nname: Cray 3")
    assert serving.rebuilt() == []
    pages.model("dab-4", "name: Dab 4\ndeveloper: Acme\n")
    assert serving.rebuilt() == ["including/index.html", TABLE]
    assert serving.rebuilt() == []


def test_the_decision_rule_is_built_anew_with_the_rule(pages, serving):
    pages.page("rule.md", "# Rule\n\n<< decision_rule() >>\n")
    assert serving.rebuilt() == ["rule/index.html"]
    pages.edit("data/models/ada-1.yml", "output: 5", "output: 6")
    assert "rule/index.html" not in serving.rebuilt()
    pages.write("data/catalog.yml", "verdict: {margin: 0.3}\n")
    assert "rule/index.html" in serving.rebuilt()


def test_what_changed_lately_is_built_anew_with_every_model_and_a_history_with_its_own(pages):
    pages.page("lately.md", "# Lately\n\n<< changes() >>\n")
    pages.page("prices.md", '# Prices\n\n<< price_history("ada-1", "bell-2") >>\n')
    serving = Serving(pages, dirty=True)
    serving.build()
    assert serving.rebuilt() == []
    pages.edit("data/models/cray-3.yml", "output: 15", "output: 16")
    assert serving.rebuilt() == [BC, "lately/index.html", TABLE]
    pages.edit("data/models/ada-1.yml", "output: 5", "output: 6")
    assert serving.rebuilt() == [AB, "lately/index.html", "prices/index.html", TABLE]


def test_what_changed_lately_in_an_included_file_is_known_from_the_last_rendering(pages, monkeypatch):
    monkeypatch.chdir(pages.root)
    pages.configure(rest="markdown_extensions: [{pymdownx.snippets: {base_path: [.]}}]")
    pages.write("part.txt", '<< changes() >>\n\n<< price_history("cray-3") >>\n')
    pages.page("including.md", '# Including\n\n--8<-- "part.txt"\n')
    serving = Serving(pages, dirty=True)
    serving.build()
    pages.edit("data/models/cray-3.yml", "output: 15", "output: 16")
    assert serving.rebuilt() == [BC, "including/index.html", TABLE]


def test_an_edited_template_rebuilds_every_page_with_a_macro(pages):
    pages.write("overrides/related.html.jinja", '{% extends "shipped/related.html.jinja" %}\n')
    pages.configure(plugins="[{model-compare: {templates: overrides}}]")
    serving = Serving(pages, dirty=True)
    serving.build()
    assert serving.rebuilt() == []
    pages.write("overrides/related.html.jinja", '{% extends "shipped/related.html.jinja" %}\n{# edited #}\n')
    assert serving.rebuilt() == sorted([AB, B, BC, FACT, TABLE])


def test_a_new_option_rebuilds_what_it_concerns(pages, serving):
    pages.configure(plugins="[{model-compare: {workload: {requests: 7}}}]")
    assert serving.rebuilt() == [AB, B, BC, TABLE]


def test_a_build_that_fails_half_way_leaves_its_pages_to_the_next(pages, serving):
    pages.edit("data/models/ada-1.yml", "output: 5", "output: 6")
    pages.write("hook.py", "def on_env(env, config, files):\n    raise ValueError('half way')\n")
    pages.configure(rest="hooks: [hook.py]")
    with pytest.raises(ValueError, match="half way"):
        serving.build()
    pages.configure(rest="")
    assert serving.rebuilt() == [AB, TABLE]


def test_what_is_no_longer_made_goes_from_the_site_and_nothing_else_does(pages):
    pages.configure(
        plugins="[{model-compare: {pages: {comparisons: [[ada-1, cray-3]], models: true, exports: [json, catalog]}}}]",
        rest="site_url: https://example.org/",
    )
    pages.page("compare/models/notes.txt", "Mine")
    pages.page("compare/models/old-0/notes.txt", "Mine")
    serving = Serving(pages, dirty=True)
    serving.build()
    site = pages.root / "site"
    made = [path for path in site.glob("compare/**/*.*") if path.suffix in (".html", ".json")]
    assert len(made) == 6
    (pages.root / "data/models/old-0.yml").unlink()
    serving.build()
    assert [path.relative_to(site).as_posix() for path in made if not path.exists()] == [
        "compare/models/old-0/index.html"
    ]
    assert (site / "compare/models/old-0/notes.txt").is_file()
    pages.configure(plugins="[model-compare]")
    serving.build()
    assert [path for path in made if path.exists()] == []
    assert sorted(path.name for path in (site / "compare").rglob("*")) == ["models", "notes.txt", "notes.txt", "old-0"]
    assert not (site / "catalog.json").exists()


def test_a_page_that_an_author_writes_in_the_place_of_a_made_one_is_built(pages):
    pages.configure(plugins="[{model-compare: {pages: {comparisons: [[ada-1, cray-3]]}}}]")
    written = pages.page("compare/ada-1-vs-cray-3.txt", "# My own words\n")
    serving = Serving(pages, dirty=True)
    serving.build()
    written.rename(written.with_suffix(".md"))  # older than the page that was made
    serving.build()
    assert pages.one("compare/ada-1-vs-cray-3/index.html", "h1").get_text() == "My own words"


def test_without_dirty_every_build_is_whole(pages):
    serving = Serving(pages, dirty=False)
    serving.build()
    assert serving.rebuilt() == sorted([AB, B, BC, FACT, PLAIN, TABLE])


class TestMadePages:
    @pytest.fixture
    def made(self, pages):
        pages.configure(
            plugins="[{model-compare: {pages: {comparisons: [[ada-1, bell-2]], models: true, index: true}}}]"
        )
        served = Serving(pages, dirty=True)
        served.build()
        return served

    def test_they_are_kept_like_others(self, made):
        assert made.rebuilt() == []

    def test_an_edit_rebuilds_those_that_use_what_changed(self, pages, made):
        pages.edit("data/models/cray-3.yml", "1000000", "2000000")
        assert made.rebuilt() == [BC, "compare/index.html", "compare/models/cray-3/index.html", TABLE]

    def test_a_new_comparison_rebuilds_the_lists_it_is_in(self, pages, made):
        pages.page("ac.md", '# Ada or Cray\n\n<< compare("ada-1", "cray-3", exclude=["related"]) >>\n')
        assert made.rebuilt() == [
            "ac/index.html",
            "compare/ada-1-vs-bell-2/index.html",
            "compare/index.html",
            "compare/models/ada-1/index.html",
            "compare/models/cray-3/index.html",
        ]


class TestAnotherProcess:
    """`mkdocs build --dirty` knows nothing of the build before but the dates of its files."""

    @pytest.fixture
    def built(self, pages):
        pages.configure(plugins="[{model-compare: {pages: {comparisons: [[ada-1, cray-3]], models: true}}}]")
        Serving(pages, dirty=True).build()
        self.age(pages, 2_000_000_000)
        return pages

    @pytest.fixture
    def rebuilt(self, built):
        def build():
            forget_plugins()
            return Serving(built, dirty=True).rebuilt()

        return build

    def touch(self, path, when=2_000_000_100):
        os.utime(path, (when, when))

    def age(self, built, when):
        for page in built.root.glob("site/**/*.html"):
            self.touch(page, when)

    def test_nothing_newer_nothing_built(self, rebuilt):
        assert rebuilt() == []

    def test_a_newer_model_rebuilds_its_pages(self, built, rebuilt):
        self.touch(built.root / "data/models/ada-1.yml")
        assert rebuilt() == [AB, "compare/ada-1-vs-cray-3/index.html", "compare/models/ada-1/index.html", FACT, TABLE]

    def test_a_newer_file_that_all_share_rebuilds_every_page_with_a_macro(self, built, rebuilt):
        self.touch(built.root / "data/licenses.yml")
        made = [f"compare/models/{name}/index.html" for name in MODELS]
        assert rebuilt() == sorted([AB, B, BC, FACT, TABLE, "compare/ada-1-vs-cray-3/index.html", *made])

    def test_newer_words_rebuild_comparisons(self, built, rebuilt):
        self.touch(built.write("data/comparisons/pair.yml", "models: [bell-2, ada-1]\nnote: Mind this.\n"))
        assert rebuilt() == [AB, BC, "compare/ada-1-vs-cray-3/index.html"]

    def test_a_model_taken_out_rebuilds_the_tables(self, built, rebuilt):
        (built.root / "data/models/old-0.yml").unlink()
        self.touch(built.root / "data/models")
        assert rebuilt() == [TABLE]

    def test_a_newer_model_rebuilds_what_changed_lately(self, built, rebuilt):
        built.page("lately.md", "# Lately\n\n<< changes() >>\n")
        assert rebuilt() == ["lately/index.html"]
        os.utime(built.root / "site/lately/index.html", (2_000_000_000, 2_000_000_000))
        self.touch(built.root / "data/models/old-0.yml")
        assert rebuilt() == ["compare/models/old-0/index.html", "lately/index.html", TABLE]

    def test_newer_options_rebuild_the_made_pages(self, built, rebuilt):
        self.touch(built.root / "mkdocs.yml")
        made = [f"compare/models/{name}/index.html" for name in MODELS]
        assert rebuilt() == sorted(["compare/ada-1-vs-cray-3/index.html", *made])

    def test_a_comparison_that_is_new_rebuilds_those_that_list_it(self, built, rebuilt):
        built.page("new.md", '# New\n\n<< compare("cray-3", "bell-2", exclude=["related"]) >>\n')
        lists = ["ada-1-vs-cray-3", "models/bell-2", "models/cray-3"]
        assert rebuilt() == [*(f"compare/{page}/index.html" for page in lists), "new/index.html"]

    def list_and_edit(self, built, rebuilt, old, new):
        """Have an author's page be built that lists comparisons, and then edit the file of a model of these."""
        built.page("listing.md", '# Bell or Cray again\n\n<< compare("bell-2", "cray-3") >>\n')
        rebuilt()
        self.age(built, 2_000_000_000)
        built.edit("data/models/ada-1.yml", old, new)
        self.touch(built.root / "data/models/ada-1.yml")

    def test_a_model_with_another_name_rebuilds_the_lists_that_call_pages_by_it(self, built, rebuilt):
        self.list_and_edit(built, rebuilt, "Ada 1", "Ada One")
        lists = ["compare/models/cray-3/index.html", "listing/index.html"]
        own = ["compare/ada-1-vs-cray-3/index.html", "compare/models/ada-1/index.html"]
        assert rebuilt() == sorted([AB, FACT, TABLE, *own, *lists])
        assert all(">Ada One vs Cray 3</a>" in built.html(page) for page in lists)

    def test_another_edit_of_a_model_leaves_the_lists_alone(self, built, rebuilt):
        self.list_and_edit(built, rebuilt, "200000", "250000")
        assert rebuilt() == [AB, "compare/ada-1-vs-cray-3/index.html", "compare/models/ada-1/index.html", FACT, TABLE]

    def test_a_page_with_another_title_rebuilds_the_lists_that_call_it_so(self, built, rebuilt):
        built.edit("docs/ab.md", "# Ada or Bell", "# Ada <or> Bell's")
        self.touch(built.root / "docs/ab.md")
        lists = ["ada-1-vs-cray-3", "models/ada-1", "models/bell-2"]
        assert rebuilt() == [AB, *(f"compare/{page}/index.html" for page in lists)]
        self.age(built, 2_000_000_200)
        self.touch(built.root / "docs/ab.md", 2_000_000_150)
        assert rebuilt() == []

    def test_a_mistake_is_reported_at_every_build(self, built, rebuilt):
        built.page("wrong.md", '# Wrong\n\n<< model("bell") >>\n')
        assert rebuilt() == ["wrong/index.html"]
        self.age(built, 2_000_000_000)
        assert rebuilt() == ["wrong/index.html"]
