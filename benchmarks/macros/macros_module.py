"""What mkdocs-macros is given: the catalog's files as they are, read once, by the loader that one finds first."""

from pathlib import Path
from typing import Any

import yaml


def define_env(env: Any) -> None:
    data = Path(env.project_dir).parent / "data"
    env.variables["catalog"] = {
        path.stem: _complete(path.stem, _read(path)) for path in sorted((data / "models").glob("*.yml"))
    }
    for name in ("providers", "licenses", "benchmarks"):
        env.variables[name] = _read(data / f"{name}.yml")


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def _complete(name: str, model: dict[str, Any]) -> dict[str, Any]:
    """What the macro asks every model for."""
    plain = {key: fact["value"] if isinstance(fact, dict) else fact for key, fact in model["capabilities"].items()}
    return {**model, "id": name, "capabilities": plain}
