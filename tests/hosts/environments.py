"""One environment per program that the tests of hosts run, made once and kept under `.cache/hosts`.

`python tests/hosts/environments.py` makes those that are missing and says where each is. Only this needs the network.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "hosts"
HOSTS = {
    "mkdocs": ("mkdocs==1.6.1", "mkdocs-material>=9.5.40"),
    "properdocs": ("properdocs==1.6.7", "mkdocs-material>=9.5.40"),
    "zensical": ("zensical==0.0.73",),
}


def environment(host: str) -> Path:
    """Where the environment of a host is or would be; another one as soon as what is in it would differ."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    held = (*HOSTS[host], *project["dependencies"], str(project.get("entry-points")), str(ROOT), sys.version)
    return CACHE / f"{host}-{hashlib.sha256(repr(held).encode()).hexdigest()[:12]}"


def program(host: str) -> Path:
    """The host's own command."""
    return environment(host) / ("Scripts" if os.name == "nt" else "bin") / host


def ready(host: str) -> bool:
    return (environment(host) / "ready").is_file()


def make(host: str) -> None:
    """Make the environment from nothing: an unfinished one may lack anything."""
    folder = environment(host)
    for old in CACHE.glob(f"{host}-*"):
        shutil.rmtree(old)
    # The pip that runs now installs into all of them: one of its own takes each as long again to make.
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(program(host).with_name("python"))]
    options = ["install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([*pip, *options, *HOSTS[host], "--editable", str(ROOT)], check=True)
    (folder / "ready").touch()


def main() -> None:
    missing = [host for host in HOSTS if not ready(host)]
    for host in missing:
        sys.stdout.write(f"Installing {' and '.join(HOSTS[host])} into {environment(host).relative_to(ROOT)}\n")
    sys.stdout.flush()
    with ThreadPoolExecutor() as at_once:
        # What fails is raised here.
        list(at_once.map(make, missing))


if __name__ == "__main__":
    main()
