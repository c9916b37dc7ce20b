"""The code of the pages works when it is followed literally."""

import re
import subprocess
from textwrap import indent

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from mkdocs_model_compare.cli import main
from mkdocs_model_compare.extension import ModelCompareExtension
from tests.docs.made import ROOT
from tests.docs.pages import block, blocks, code_rows, files_of, first_site, section, written
from tests.plugin.small_site import messages, mkdocs_command

_OPTION = "Plugin 'model-compare' option "


@pytest.fixture
def first(tmp_path):
    return first_site(tmp_path)


def outcome(site):
    return site.one("index.html", "[data-mc-outcome]")


def test_getting_started_leads_to_a_strict_build_with_a_verdict(first):
    """The commands of the page, but for those that install or serve."""
    subprocess.run(mkdocs_command("build", "--strict"), cwd=first.root, check=True, capture_output=True)
    assert outcome(first)["data-mc-outcome"] == "choice"
    assert not first.soup().select(".mc-error")


def test_getting_started_shows_the_configuration_that_init_makes(first):
    assert (first.root / "mkdocs.yml").read_text("utf-8") == block("getting-started.md", "mkdocs.yml")


def test_the_readme_leads_to_a_strict_build_with_a_verdict(tmp_path):
    """Its files of the catalog say in their first line which they are."""
    config, *catalog, page = blocks((ROOT / "README.md").read_text("utf-8"), "yaml", "markdown")
    named = ((text.partition("\n")[0].removeprefix("# "), text) for text in catalog)
    site = written(tmp_path, [("mkdocs.yml", config), *named, ("docs/index.md", page)])
    subprocess.run(mkdocs_command("build", "--strict"), cwd=site.root, check=True, capture_output=True)
    assert outcome(site)["data-mc-outcome"] == "choice"


def test_the_workflow_builds_strictly_and_deploys():
    workflow = yaml.safe_load(block("getting-started.md", ".github/workflows/pages.yml"))
    commands = [step["run"] for step in workflow["jobs"]["pages"]["steps"] if "run" in step]
    assert commands == ["pip install -r requirements.txt", "mkdocs build --strict"]
    # What is said of it counts from the same actions as the project's own workflow.
    own = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8"))
    used = {step["uses"] for job in own["jobs"].values() for step in job["steps"] if "uses" in step}
    assert {step["uses"] for step in workflow["jobs"]["pages"]["steps"] if "uses" in step} == used


@pytest.mark.parametrize(("macro", "message"), code_rows(section("macros.md", "Mistakes")))
def test_a_mistake_is_reported_as_the_page_says(first, macro, message):
    first.page("index.md", f"# Home\n\n{macro}\n")
    (warning,) = first.build(strict=False).ours
    assert warning.splitlines()[0] == f"model-compare: index.md:3: {message}"


def test_a_warning_looks_as_the_page_shows_it(first):
    first.page("index.md", '# Home\n\n<< compare("small-won", "large-one") >>\n')
    (warning,) = first.build(strict=False).ours
    assert warning == "model-compare: " + block("macros.md", "warning").rstrip()


def test_the_catalogs_example_is_a_catalog(first):
    """With everything on the page beside the models of the first site's author, and a comparison of the two."""
    for path in (first.root / "data" / "models").iterdir():
        if path.stem not in ("small-one", "large-one"):
            path.unlink()
    for path, text in files_of("catalog.md", "data/"):
        if "broken" not in path:
            written(first.root, [(path, text)])
    first.page("index.md", '# Home\n\n<< compare("medium-one", "small-one") >>\n')
    assert first.build().ours == []
    assert "prompts move between them unchanged" in first.html()
    assert CliRunner().invoke(main, ["check", "--catalog", str(first.root / "data")]).exit_code == 0


def test_a_bad_catalog_gets_the_report_on_the_page(first, monkeypatch):
    written(first.root, files_of("catalog.md", "data/models/broken"))
    monkeypatch.chdir(first.root)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert result.stdout == block("catalog.md", "report")


@pytest.mark.parametrize(("option", "message"), code_rows(section("options.md", "Mistakes in the options")))
def test_a_wrong_option_is_reported_as_the_page_says(first, option, message):
    first.configure(plugins="\n  - model-compare:\n" + indent(option, "      "))
    with messages() as heard, pytest.raises(Abort):
        first.config()
    (error,) = heard.errors
    told = error.removeprefix("Config value 'plugins': ").removeprefix(_OPTION)
    assert re.sub(r" \(mkdocs\.yml:\d+:\d+\)\Z", "", told) == message


@pytest.mark.parametrize(("option", "message"), code_rows(section("options.md", "Wishes that cannot be met")))
def test_a_wish_that_cannot_be_met_is_reported_as_the_page_says(first, option, message):
    first.configure(plugins="\n  - model-compare:\n" + indent(option, "      "))
    with messages() as heard, pytest.raises(Abort):
        first.build()
    assert heard.errors == [f"The pages cannot be made:\n{message}"]


def test_the_options_of_the_page_are_valid(first):
    config = yaml.safe_load(block("options.md", "mkdocs.yml").split("markdown_extensions")[0])
    first.write("overrides/compare/specs.html.jinja", '{% extends "shipped/specs.html.jinja" %}\n')
    first.write("mkdocs.yml", yaml.safe_dump({"site_name": "Small", **config}))
    assert first.build().ours == []
    assert (first.root / "site" / "compare" / "large-one-vs-small-one" / "index.html").is_file()
    assert (first.root / "site" / "compare" / "models" / "small-one" / "index.html").is_file()


@pytest.mark.parametrize(("option", "message"), code_rows(section("options.md", "Without the plugin")))
def test_a_wrong_option_of_the_extension_is_reported_as_the_page_says(option, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        ModelCompareExtension(**yaml.safe_load(option))
