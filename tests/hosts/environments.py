"""One environment per program that the tests of hosts run, made once and kept under `.cache/hosts`.

`python tests/hosts/environments.py` makes those that are missing and says where each is. Only this needs the network.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
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
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = program(host).with_name("python")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *HOSTS[host], "--editable", str(ROOT)], check=True)
    (folder / "ready").touch()


def main() -> None:
    for host, requirements in HOSTS.items():
        if not ready(host):
            sys.stdout.write(f"Installing {' and '.join(requirements)} into {environment(host).relative_to(ROOT)}\n")
            sys.stdout.flush()
            make(host)


if __name__ == "__main__":
    main()
