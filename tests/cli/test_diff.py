"""`diff`: which two catalogs it compares, what it says of the site, and the status it ends with."""

import json
import re
import subprocess

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from tests.cli.running import run
from tests.plugin.small_site import MODELS, Site

# Reviewed on a day before that of the command.
_MODELS = {name: re.sub(r"reviewed: .*\n", "", text) for name, text in MODELS.items()}
_ID = ("-c", "user.name=A", "-c", "user.email=a@example.org")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site with a comparison, a fact and a link, and its catalog once more as it was."""
    site = Site(tmp_path)
    for folder in ("data", "old"):
        site.catalog(_MODELS, folder)
        for name in _MODELS:
            site.edit(f"{folder}/models/{name}.yml", "developer:", "reviewed: 2026-06-01\ndeveloper:")
    site.configure()
    site.page("index.md", '# Home\n\n<< compare("ada-1", "bell-2") >>\n')
    site.page("ada.md", 'It reads << fact("ada-1", "context_window") >> tokens.\n')
    site.page("cray.md", 'See << model("cray-3") >>.\n')
    site.page("plain.md", "Nothing is asked here.\n")
    monkeypatch.chdir(tmp_path)
    return site


def diff(*arguments):
    return run("diff", *arguments)


def told(*arguments):
    """What it prints as JSON."""
    result = diff(*arguments, "--format", "json")
    assert result.exit_code in {0, 1}, result.output
    return json.loads(result.stdout)


def pages(*arguments):
    return {page["uri"]: (page["what"], page["models"]) for page in told(*arguments)["pages"]}


def git(site, *arguments):
    command = ["git", *_ID, *arguments]
    return subprocess.run(command, cwd=site.root, check=True, capture_output=True, text=True).stdout.strip()


def committed(site):
    """The site in a repository, its catalog committed as it is."""
    git(site, "init", "--quiet", "--initial-branch=main")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message=All")


def cheaper(site):
    site.edit("data/models/cray-3.yml", "input: 3, output: 15", "input: 2, output: 15")


@pytest.mark.usefixtures("site")
def test_nothing_changed():
    result = diff("old", "data")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Changes of the catalog\n----------------------\n\nNothing changed.\n"


@pytest.mark.parametrize(("output", "extension"), [("text", ".txt"), ("md", ".md"), ("json", ".json")])
def test_the_report_reads_as_it_was_read(site, file_regression: FileRegressionFixture, output, extension):
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: 2000000")
    site.edit("data/models/ada-1.yml", "vision: yes", "vision: {value: yes, note: stills alone}")
    site.edit("data/models/ada-1.yml", "input: 1, output: 5", "input: 0.10, output: 0.50")
    site.edit("data/models/bell-2.yml", "license: open", "license: undisclosed")
    site.edit("data/providers.yml", "Cloud Two", "Cloud 2")
    (site.root / "data" / "models" / "cray-3.yml").unlink()
    site.write("data/models/dare-4.yml", "name: Dare | 4\ndeveloper: Acme\n")
    site.write("data/comparisons/x.yml", "models: [ada-1, bell-2]\nexpect: {cheapest: bell-2}\n")
    result = diff("old", "--format", output)
    assert result.exit_code == 1
    file_regression.check(result.stdout, basename="golden", extension=extension)


def test_a_page_changes_by_what_it_asks(site):
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: 300000")
    assert pages("old") == {"ada.md": ("changed", ["ada-1"]), "index.md": ("changed", ["ada-1"])}
    cheaper(site)
    assert "cray.md" not in pages("old")
    site.edit("data/models/cray-3.yml", "name: Cray 3", "name: Cray Three")
    assert pages("old")["cray.md"] == ("changed", ["cray-3"])


def test_a_reason_that_no_page_shows_changes_none(site):
    site.edit("data/models/ada-1.yml", "reviewed:", "acknowledged: {route-prices: So it is.}\nreviewed:")
    assert pages("old") == {}


def test_a_page_that_asks_for_what_is_gone_is_broken_and_ends_it_with_1(site):
    (site.root / "data" / "models" / "cray-3.yml").unlink()
    assert pages("old") == {"cray.md": ("broken", [])}
    result = diff("old")
    assert result.exit_code == 1
    assert '- cray.md: there is no model "cray-3"' in result.stdout


def test_a_fact_that_is_gone_breaks_a_page(site):
    site.page("price.md", 'It costs << fact("cray-3", "routes.cloud-two.price.output") >>.\n')
    site.edit("data/models/cray-3.yml", "cloud-two", "cloud-one")
    assert pages("old")["price.md"][0] == "broken"


def test_made_pages_come_go_and_change(site):
    site.configure(plugins="[{model-compare: {pages: {models: true, comparisons: all}}}]")
    (site.root / "data" / "models" / "cray-3.yml").unlink()
    site.model("dare-4", _MODELS["ada-1"].replace("Ada 1", "Dare 4").replace("acme/ada-1", "acme/dare-4"))
    found = pages("old")
    assert found["compare/models/dare-4.md"] == ("added", ["dare-4"])
    assert found["compare/bell-2-vs-dare-4.md"][0] == "added"
    assert found["compare/models/cray-3.md"] == ("removed", [])
    # Its facts are the same, its list of comparisons is not.
    assert found["compare/models/ada-1.md"] == ("changed", [])
    assert "compare/models/old-0.md" not in found


def test_of_very_many_pages_the_report_names_some_and_counts_the_rest(site):
    for number in range(60):
        site.page(f"more/{number:02}.md", '<< fact("ada-1", "context_window") >> tokens.\n')
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: 300000")
    report = diff("old", "--format", "md").stdout
    assert report.count("\n- `") == 50
    assert report.endswith("\n- and 12 more, which the JSON lists\n")
    assert len(pages("old")) == 62


def test_verdicts_are_those_of_the_pages_at_their_own_traffic(site):
    site.page("index.md", '# Home\n\n<< verdict("ada-1", "bell-2", requests=5) >>\n')
    site.edit("data/models/ada-1.yml", "input: 1, output: 5", "input: 0.01, output: 0.05")
    site.edit("data/models/ada-1.yml", "license: closed", "license: open")
    (turn,) = told("old")["turns"]
    assert (turn["models"], turn["where"], turn["workload"]["requests"]) == (["ada-1", "bell-2"], ["index.md"], 5)


def test_a_verdict_that_turns_is_no_fault(site):
    site.edit("data/models/ada-1.yml", "input: 1, output: 5", "input: 0.01, output: 0.05")
    site.edit("data/models/ada-1.yml", "license: closed", "license: open")
    result = diff("old")
    assert "Verdicts that turn" in result.stdout
    assert result.exit_code == 0


def test_a_use_case_that_turns_alone_is_counted_as_that(site):
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: 100000")
    assert "Of 1 comparison, none turns overall and 1 for a use case." in diff("old").stdout


def test_without_a_site_the_comparisons_are_the_catalogs_own(site):
    (site.root / "mkdocs.yml").unlink()
    for folder in ("data", "old"):
        site.write(f"{folder}/comparisons/x.yml", "models: [ada-1, bell-2]\n")
    site.edit("data/models/ada-1.yml", "input: 1, output: 5", "input: 0.01, output: 0.05")
    found = told("old")
    assert (found["pages"], found["compared"]) == (None, 1)


def test_a_site_without_the_plugin_has_no_pages(site):
    site.configure(plugins="[search]")
    assert told("old")["pages"] is None


def test_no_code_of_the_site_runs(site):
    site.write("base.yml", "docs_dir: docs\nplugins: [model-compare]\nhooks: [hook.py]\n")
    site.write("hook.py", "raise SystemExit('hooked')\n")
    site.write(
        "mkdocs.yml",
        """
        INHERIT: base.yml
        site_name: !!python/object/apply:os.abort []
        theme: {name: none-such}
        markdown_extensions: [{x.y: {z: !!python/name:no.such.thing }}]
        """,
    )
    site.edit("data/models/ada-1.yml", "context_window: 200000", "context_window: 300000")
    assert sorted(pages("old")) == ["ada.md", "index.md"]


def test_a_revision_is_compared_with_the_catalog_as_it_is(site):
    committed(site)
    cheaper(site)
    (change,) = told("main")["models"]
    assert [(one["path"], one["before"]["text"], one["after"]["text"]) for one in change["facts"]] == [
        ("routes.cloud-two.price.input", "$3", "$2")
    ]
    assert told("HEAD", "old")["models"] == []


def test_two_revisions_are_compared_whatever_lies_there_now(site):
    committed(site)
    cheaper(site)
    git(site, "commit", "--quiet", "--all", "--message=Cheaper")
    site.write("data/models/broken.yml", "a: [\n")
    assert [one["id"] for one in told("HEAD~1", "HEAD")["models"]] == ["cray-3"]


def test_a_revision_has_files_as_git_has_them(site):
    site.write(".gitattributes", "data/models/ada-1.yml export-ignore\n*.yml text eol=crlf\n")
    committed(site)
    assert told("HEAD", "old")["listings"] == []


def test_links_in_a_revision_are_not_followed(site):
    (site.root / "data" / "models" / "link.yml").symlink_to("/etc/hostname")
    committed(site)
    assert told("HEAD", "old")["listings"] == []


def test_a_revision_from_before_the_catalog_has_an_empty_one(site):
    git(site, "init", "--quiet", "--initial-branch=main")
    git(site, "commit", "--quiet", "--allow-empty", "--message=None")
    added = {one["kind"]: one["added"] for one in told("main")["listings"]}
    assert added["model"] == sorted(MODELS)


@pytest.mark.parametrize("path", ["data", "data/models/ada-1.yml"])
def test_a_revision_that_git_has_in_part_ends_with_2(site, path):
    committed(site)
    lost = git(site, "rev-parse", f"HEAD:{path}")
    (site.root / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    result = diff("main")
    assert (result.exit_code, result.stdout) == (2, "")
    told = "git does not have the whole catalog of a revision; fetch what this clone lacks, or name folders"
    assert result.stderr.endswith(f"Error: {told}\n")


def test_a_catalog_can_be_a_repository_of_its_own(site, monkeypatch):
    monkeypatch.chdir(site.root / "data")
    git(Site(site.root / "data"), "init", "--quiet")
    git(Site(site.root / "data"), "add", ".")
    git(Site(site.root / "data"), "commit", "--quiet", "--message=All")
    cheaper(site)
    assert [one["id"] for one in told("HEAD", "--catalog", ".")["models"]] == ["cray-3"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("mian", '"mian" is neither a folder nor a revision of git; did you mean "main"?'),
        ("v9.9", '"v9.9" is neither a folder nor a revision of git; name a folder, or a commit, branch or tag'),
        ("--output=x", '"--output=x" is neither a folder nor a revision of git; '),
    ],
)
def test_what_is_neither_ends_with_2(site, given, message):
    committed(site)
    result = diff("--", given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Error: {message}" in result.stderr


def test_a_revision_without_a_repository_ends_with_2(site, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.root.parent))
    result = diff("main")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        'Error: "main" is no folder, and no revision either, for data is in no repository of git\n'
    )


def test_a_catalog_with_problems_ends_with_1_and_its_report(site):
    site.write("old/models/bad.yml", "name: Bad\n")
    result = diff("old")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("The catalog of old cannot be compared:\nold/models/bad.yml:1:1: developer: ")


def test_a_folder_that_is_no_catalog_is_called_by_its_own_name(site):
    (site.root / "empty").mkdir()
    for arguments in (("data", "empty"), ("empty", "data")):
        assert diff(*arguments).stderr.startswith(
            "The catalog of empty cannot be compared:\nempty/models: there is no such folder; "
        )


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (
            "site_name: A\nplugins: [{model-compare: {stale_after: -1}}]\n",
            "mkdocs.yml: plugins.model-compare.stale_after",
        ),
        ("site_name: A\ndocs_dir: none\nplugins: [model-compare]\n", "mkdocs.yml: docs_dir: "),
        (
            "INHERIT: gone.yml\n",
            'mkdocs.yml: INHERIT: there is no file "gone.yml"; name one that is there, or leave it out\n',
        ),
        (
            "INHERIT: docs/../mkdocs.yml\n",
            'mkdocs.yml: INHERIT: "docs/../mkdocs.yml" inherits from this file in turn; leave INHERIT out of one\n',
        ),
    ],
)
def test_a_site_that_cannot_be_read_ends_with_2(site, config, message):
    site.write("mkdocs.yml", config)
    result = diff("old")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Error: {message}" in result.stderr


def test_the_help_says_what_old_and_new_are():
    text = run("diff", "--help").stdout
    assert "OLD and NEW are each a folder with a catalog, or a revision of git" in " ".join(text.split())
