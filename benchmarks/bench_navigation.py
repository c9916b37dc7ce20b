"""What the navigation costs a large site: 600 plain pages outside it, in it, and in it with `navigation.prune`.

This is the theme's cost and not the plugin's; it is why made pages stay out of the navigation.
"""

import tempfile
from pathlib import Path

import yaml

from benchmarks.bench_build import build
from benchmarks.figure import Figure

PAGES, PART = 600, 20
WAYS = {"outside the navigation": (False, []), "in it, pruned": (True, ["navigation.prune"]), "in it": (True, [])}


def measure() -> list[Figure]:
    """One build each; HTML of all pages together."""
    found = []
    for way, (listed, features) in WAYS.items():
        with tempfile.TemporaryDirectory() as temporary:
            site = Path(temporary)
            _write(site, features, listed=listed)
            seconds = build(site).seconds
            size = sum(path.stat().st_size for path in site.glob("site/**/*.html")) / 1_000_000
        title = f"{PAGES} plain pages {way}"
        found += [
            Figure(name=f"{title}, user CPU", measured=seconds, unit="s"),
            Figure(name=f"{title}, HTML", measured=size, unit="MB"),
        ]
    return found


def _write(site: Path, features: list[str], *, listed: bool) -> None:
    (site / "docs").mkdir()
    (site / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    for number in range(PAGES):
        (site / "docs" / f"page-{number}.md").write_text(f"# Page {number}\n\n{'A few words. ' * 70}\n", "utf-8")
    settings = {
        "site_name": "Benchmark",
        "theme": {"name": "material", "font": False, "features": features},
        "validation": {"nav": {"omitted_files": "ignore"}},
        "nav": [{"Home": "index.md"}, *(_parts() if listed else [])],
    }
    (site / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def _parts() -> list[dict[str, list[str]]]:
    """Parts of twenty pages: a list without parts gives nothing to prune."""
    return [
        {f"Part {start // PART}": [f"page-{number}.md" for number in range(start, start + PART)]}
        for start in range(0, PAGES, PART)
    ]
