"""The workflows are valid, and run nothing that cannot be run here."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
# What tests/test_scripts.py runs.
SCRIPTS = {".ci/report-changes", ".ci/comment-changes", ".ci/propose-update"}
TUTORIAL = ROOT / "docs" / "getting-started.md"
# The first version of each action that does not need Node 20, which GitHub took off its runners in September 2026.
WITH_NODE_24 = {
    "checkout": 5,
    "setup-python": 6,
    "configure-pages": 6,
    "upload-pages-artifact": 5,
    "deploy-pages": 5,
    "upload-artifact": 6,
    "download-artifact": 7,
}
# check-jsonschema carries the published schemas with it, so this needs no network.
SCHEMAS = {
    **dict.fromkeys(WORKFLOWS, "vendor.github-workflows"),
    ROOT / ".github" / "dependabot.yml": "vendor.dependabot",
}


def check(path: Path, schema: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def steps(path: Path) -> list[dict[str, str]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_there_are_workflows_for_the_tests_the_site_and_the_catalog():
    catalog = ["catalog-comment.yml", "catalog-report.yml", "catalog-update.yml"]
    assert names(WORKFLOWS) == [*catalog, "ci.yml", "pages.yml"]


@pytest.mark.parametrize("path", SCHEMAS, ids=names(list(SCHEMAS)))
def test_a_file_for_github_is_valid_against_its_published_schema(path):
    result = check(path, SCHEMAS[path])
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_schema_would_find_a_misspelt_key(tmp_path):
    broken = tmp_path / "ci.yml"
    broken.write_text(
        (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8").replace("runs-on", "run-on"),
        encoding="utf-8",
    )
    assert check(broken, "vendor.github-workflows").returncode == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=names(WORKFLOWS))
def test_every_shell_step_also_runs_in_the_projects_own_ci_or_is_a_script_that_the_tests_run(path):
    here = {line.split(" | ")[0].strip() for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()}
    lines = [line for step in steps(path) if "run" in step for line in step["run"].splitlines()]
    assert lines
    assert {line for line in lines if line.split()[0] not in SCRIPTS} <= here


def test_only_official_actions_are_used_in_versions_that_the_runners_still_run():
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert {use.split("@")[0] for use in used} == {f"actions/{name}" for name in WITH_NODE_24}
    for use in (*used, *re.findall(r"uses: (actions/\S+)", TUTORIAL.read_text(encoding="utf-8"))):
        name, version = use.removeprefix("actions/").split("@v")
        assert int(version) >= WITH_NODE_24[name], use


def test_only_the_deployment_may_write():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_what_runs_a_strangers_code_may_write_nothing_and_what_may_write_runs_none():
    report, comment = (workflow(f"catalog-{name}.yml") for name in ("report", "comment"))
    assert "pull_request" in report[True]
    assert report["permissions"] == {"contents": "read"}
    assert not any("permissions" in job or "secrets" in str(job) for job in report["jobs"].values())
    assert list(comment[True]) == ["workflow_run"]
    (checkout,) = (step for step in comment["jobs"]["comment"]["steps"] if "checkout" in step.get("uses", ""))
    assert "ref" not in checkout["with"]
    assert comment["jobs"]["comment"]["permissions"]["pull-requests"] == "write"
    assert all("pull_request_target" not in path.read_text("utf-8") for path in WORKFLOWS)


@pytest.mark.parametrize("path", WORKFLOWS, ids=names(WORKFLOWS))
def test_no_shell_step_is_put_together_from_what_a_stranger_can_choose(path):
    assert all("${{" not in step.get("run", "") for step in steps(path))


def test_the_comment_waits_for_the_report_by_its_name():
    waited = workflow("catalog-comment.yml")[True]["workflow_run"]["workflows"]
    assert waited == [workflow("catalog-report.yml")["name"]]


def workflow(name):
    # YAML 1.1 reads the key `on` as True.
    return yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"))
