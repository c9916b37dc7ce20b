"""How many claims of how many comparisons are traced: `python -m tests.rendering.count_claims`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import chain

from tests.rendering.tracing.comparing import pairs, real_catalog, six_of, some_threes


def main() -> int:
    """Trace every pair, some threes and a six of the project's own catalog; exit status 1 for a contradiction."""
    comparing = real_catalog()
    models = sorted(comparing.plain.models)
    groups: dict[str, Sequence[tuple[str, ...]]] = {
        "pairs": pairs(models),
        "threes": some_threes(models),
        "of six": [six_of(models)],
    }
    claims, faults = 0, 0
    for page in (comparing.trace(*chosen) for chosen in chain.from_iterable(groups.values())):
        claims, faults = claims + page.claims, faults + len(page.faults)
        for fault in page.faults:
            sys.stdout.write(f"{' and '.join(page.models)}: {fault}\n")
    counts = ", ".join(f"{len(group)} {name}" for name, group in groups.items())
    sys.stdout.write(f"{counts}; {claims:,} claims traced, {faults} contradictions\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
