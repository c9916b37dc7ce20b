"""What is installed is whole."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import mkdocs_model_compare

ROOT = Path(__file__).parent.parent


def test_the_wheel_holds_every_file_of_the_package(tmp_path):
    """Templates, assets and the default settings too, not the modules alone."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with ZipFile(tmp_path / f"mkdocs_model_compare-{mkdocs_model_compare.__version__}-py3-none-any.whl") as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("mkdocs_model_compare/")}
    package = ROOT / "plugin" / "mkdocs_model_compare"
    files = {path for path in package.rglob("*") if path.is_file() and path.parent.name != "__pycache__"}
    assert packed == {path.relative_to(package.parent).as_posix() for path in files}
