"""The workflows are valid, and run nothing that cannot be run here."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
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


def test_there_is_a_workflow_for_the_tests_and_one_for_the_site():
    assert names(WORKFLOWS) == ["ci.yml", "pages.yml"]


@pytest.mark.parametrize("path", SCHEMAS, ids=names(list(SCHEMAS)))
def test_a_file_for_github_is_valid_against_its_published_schema(path):
    result = check(path, SCHEMAS[path])
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_schema_would_find_a_misspelt_key(tmp_path):
    broken = tmp_path / "ci.yml"
    broken.write_text(WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on", "run-on"), encoding="utf-8")
    assert check(broken, "vendor.github-workflows").returncode == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=names(WORKFLOWS))
def test_every_shell_step_also_runs_in_the_projects_own_ci(path):
    here = {line.split(" | ")[0].strip() for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()}
    lines = [line for step in steps(path) if "run" in step for line in step["run"].splitlines()]
    assert lines
    assert set(lines) <= here


def test_the_site_is_deployed_by_the_official_actions_alone():
    used = {step["uses"].split("@")[0] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    official = {"checkout", "setup-python", "configure-pages", "upload-pages-artifact", "deploy-pages"}
    assert used == {f"actions/{name}" for name in official}


def test_only_the_deployment_may_write():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
