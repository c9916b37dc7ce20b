"""Runs the bench files and prints every figure beside its limit, as a Markdown table.

`make bench` starts it; names as arguments choose among the files, and the exit status is 1 when a figure is too large.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from benchmarks.figure import Figure

HEAD = "| name | measured | limit |\n|---|---:|---:|"


def main(names: Sequence[str]) -> int:
    print(HEAD)
    within = True
    for figure in figures(names):
        print(row(figure), flush=True)  # a bench takes minutes, so each row is shown as it comes
        within = within and figure.within
    return 0 if within else 1


def figures(names: Sequence[str]) -> Iterator[Figure]:
    """The figures of every `bench_<name>.py`, or of those named."""
    found = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    unknown = sorted(set(names) - set(found))
    if unknown:
        sys.exit(f"no bench is called {', '.join(unknown)}; there are: {', '.join(found)}")
    for name in names or found:
        yield from import_module(f"benchmarks.bench_{name}").measure()


def row(figure: Figure) -> str:
    limit = "" if figure.limit is None else f"{figure.limit:,g} {figure.unit}"
    excess = "" if figure.within else " (too much)"
    return f"| {figure.name} | {three_digits(figure.measured)} {figure.unit}{excess} | {limit} |"


def three_digits(number: float) -> str:
    """`0.0625`, `2.41`, `1,640`: more digits than three are noise in a measurement."""
    rounded = float(f"{number:.3g}")
    return f"{rounded:,.0f}" if rounded.is_integer() else f"{rounded:g}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
