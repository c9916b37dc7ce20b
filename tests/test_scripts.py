"""The scripts of the workflows do what they say, with a real git and a gh that only writes down what it is told."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.plugin.small_site import Site
from tests.test_workflows import ROOT, SCRIPTS

HEAD = "0123456789abcdef0123456789abcdef01234567"
MARK = "<!-- model-compare diff -->"
# Writes each call to a file of its own, the content of files that it is given with it, and answers from `answers`.
GH = f"""#!{sys.executable}
import json, pathlib, sys
here, given = pathlib.Path(__file__).parent, sys.argv[1:]
files = [one.partition("@")[2] for one in given if one.startswith("body=@")]
files += given[given.index("--body-file") + 1 :][:1] if "--body-file" in given else []
call = {{"given": given, "body": pathlib.Path(files[0]).read_text("utf-8") if files else None}}
calls = here / "calls"
calls.mkdir(exist_ok=True)
(calls / f"{{len(list(calls.iterdir())):03}}").write_text(json.dumps(call))
answers = json.loads((here / "answers").read_text()) if (here / "answers").exists() else {{}}
print(next((said for key, said in answers.items() if key in " ".join(given)), ""))
"""


class Project:
    """A repository with a catalog, a site, the scripts, and a remote; `make` does what a test has it do."""

    def __init__(self, folder: Path) -> None:
        self.site = Site(folder / "project")
        self.root = self.site.root
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.site.catalog()
        self.site.configure()
        self.site.page("index.md", '# Home\n\n<< compare("ada-1", "bell-2") >>\n')
        copytree(ROOT / ".ci", self.root / ".ci")
        self.program("gh", GH)
        self.program("make", "#!/bin/sh\n")
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "A")
        self.git("config", "user.email", "a@example.org")
        self.commit()
        subprocess.run(["git", "init", "--quiet", "--bare", str(folder / "origin")], check=True)
        self.git("remote", "add", "origin", str(folder / "origin"))

    def program(self, name: str, text: str) -> None:
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def answer(self, **said: object) -> None:
        (self.bin / "answers").write_text(json.dumps({key.replace("_", " "): str(one) for key, one in said.items()}))

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self) -> None:
        self.git("add", ".")
        self.git("commit", "--quiet", "--message=All")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
            "MODEL_COMPARE": str(Path(sys.executable).parent / "model-compare"),
            "GITHUB_REPOSITORY": "owner/name",
            "GH_TOKEN": "none",
        }
        return subprocess.run(arguments, cwd=self.root, env=environment, capture_output=True, text=True, check=False)

    @property
    def calls(self) -> list[dict[str, object]]:
        return [json.loads(path.read_text()) for path in sorted((self.bin / "calls").glob("*"))]


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def cheaper(project):
    project.site.edit("data/models/cray-3.yml", "input: 3, output: 15", "input: 2, output: 15")


def test_every_script_is_in_the_folder_and_can_be_run():
    for script in SCRIPTS:
        assert os.access(ROOT / script, os.X_OK)
        subprocess.run(["bash", "-n", str(ROOT / script)], check=True)


def test_the_report_is_of_the_last_commit(project):
    cheaper(project)
    project.commit()
    done = project.run(".ci/report-changes", "HEAD^", "changes.md")
    assert (done.returncode, done.stderr) == (0, "")
    report = (project.root / "changes.md").read_text()
    assert report.startswith("## Changes of the catalog\n")
    assert "| routes.cloud-two.price.input | $3 | $2 (-33.3%) |" in report
    assert not (project.root / "changes.md.problems").exists()


def test_a_claim_that_fails_is_reported_and_fails_no_workflow(project):
    project.site.write("data/comparisons/x.yml", "models: [ada-1, bell-2]\nexpect: {cheapest: ada-1}\n")
    project.commit()
    assert project.run(".ci/report-changes", "HEAD^", "changes.md").returncode == 0
    assert "### What now fails" in (project.root / "changes.md").read_text()


def test_a_catalog_that_cannot_be_read_is_reported(project):
    project.site.write("data/models/bad.yml", "name: Bad\n")
    project.commit()
    assert project.run(".ci/report-changes", "HEAD^", "changes.md").returncode == 0
    report = (project.root / "changes.md").read_text()
    assert report.startswith("## Changes of the catalog\n\nThey cannot be told:\n\n    The catalog of data cannot be ")
    assert "\n    data/models/bad.yml:1:1: developer: " in report


def test_a_wrong_call_fails(project):
    done = project.run(".ci/report-changes", "no-such-revision", "changes.md")
    assert done.returncode == 2
    assert "neither a folder nor a revision of git" in done.stderr


def comment(project, report):
    (project.root / "report.md").write_text(report, encoding="utf-8")
    done = project.run(".ci/comment-changes", HEAD, "report.md")
    assert (done.returncode, done.stderr) == (0, "")
    return project.calls


def test_the_first_report_is_a_comment_of_its_own(project):
    project.answer(pr_list=7)
    *_, last = comment(project, "## Changes\n")
    assert last["given"][:5] == ["api", "--silent", "--method", "POST", "repos/owner/name/issues/7/comments"]
    assert last["body"] == f"{MARK}\n## Changes\n"


def test_a_later_report_takes_the_place_of_the_first(project):
    project.answer(pr_list=7, paginate=99)
    *_, last = comment(project, "## Changes\n")
    assert last["given"][:5] == ["api", "--silent", "--method", "PATCH", "repos/owner/name/issues/comments/99"]


def test_the_pull_request_is_found_by_its_head_and_by_nothing_in_the_report(project):
    project.answer(pr_list=7)
    first, *_ = comment(project, "number: 8\n")
    assert first["given"][:2] == ["pr", "list"]
    assert f'select(.headRefOid == "{HEAD}")' in str(first["given"])


def test_without_an_open_pull_request_nothing_is_written(project):
    assert [call["given"][:2] for call in comment(project, "## Changes\n")] == [["pr", "list"]]


def test_a_report_calls_nobody(project):
    project.answer(pr_list=7)
    *_, last = comment(project, "ask @team and a@b.example, <!-- model-compare diff -->\n")
    assert last["body"] == f"{MARK}\nask @<!-- -->team and a@<!-- -->b.example, {MARK}\n"


def test_a_report_that_is_too_long_is_cut_between_letters(project):
    project.answer(pr_list=7)
    *_, last = comment(project, "x" + "€" * 40_000)
    text = str(last["body"])
    assert len(text.encode()) < 65_536
    assert set(text.removeprefix(MARK).partition("\n\n")[0].strip()) == {"x", "€"}
    assert text.endswith("The rest is in the artifact of the workflow that made this report.\n")


@pytest.mark.parametrize("head", ["main", '" or true #', HEAD.upper()])
def test_what_is_no_commit_is_refused(project, head):
    (project.root / "report.md").write_text("")
    assert project.run(".ci/comment-changes", head, "report.md").returncode == 2
    assert project.calls == []


UPDATE = "#!/bin/sh\nsed -i 's/input: 3, output: 15/input: 2, output: 15/' data/models/cray-3.yml\n"


def test_an_update_is_proposed_with_its_report(project):
    project.program("make", UPDATE)
    done = project.run(".ci/propose-update")
    assert done.returncode == 0, done.stderr
    *_, last = project.calls
    assert last["given"][:4] == ["pr", "create", "--head", "catalog-update"]
    assert "| routes.cloud-two.price.input | $3 | $2 (-33.3%) |" in last["body"]
    pushed = project.git("ls-remote", "origin", "catalog-update").split()[0]
    assert project.git("show", "--name-only", "--format=%s", pushed).split("\n\n") == [
        "Update the catalog from the published lists",
        "data/models/cray-3.yml",
    ]
    assert project.git("rev-parse", f"{pushed}^") == project.git("rev-parse", "main")


def test_an_open_proposal_is_brought_up_to_date(project):
    project.program("make", UPDATE)
    project.answer(pr_list=5)
    assert project.run(".ci/propose-update").returncode == 0
    *_, last = project.calls
    assert last["given"][:3] == ["pr", "edit", "5"]


def test_nothing_new_is_no_proposal(project):
    done = project.run(".ci/propose-update")
    assert (done.returncode, done.stdout) == (0, "nothing changed in the lists\n")
    assert project.calls == []


def test_what_check_finds_in_the_update_is_for_the_reviewer(project):
    project.program("make", f"{UPDATE}sed -i 's/developer: Acme/developer:/' data/models/cray-3.yml\nexit 1\n")
    assert project.run(".ci/propose-update").returncode == 0
    *_, last = project.calls
    assert "data/models/cray-3.yml:2:" in last["body"]


def test_an_update_that_fails_proposes_nothing(project):
    project.program("make", f"{UPDATE}exit 1\n")
    assert project.run(".ci/propose-update").returncode == 1
    assert project.calls == []
