"""The names in one model's file that other files must explain.

They are gathered once for each file, so that a reload of a large catalog checks them at a glance.
"""

from dataclasses import dataclass
from typing import TypeVar

from .model import State
from .schema import Long
from .schema_model import ModelFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class References:
    """`unusual_scores`: whether a score is one that not every unit allows."""

    providers: frozenset[str] = frozenset()
    licenses: frozenset[str] = frozenset()
    benchmarks: frozenset[str] = frozenset()
    capabilities: frozenset[str] = frozenset()
    use_cases: frozenset[str] = frozenset()
    unusual_scores: bool = False


NO_REFERENCES = References()
IN_CAPABILITIES = "capabilities."


def references(model: ModelFile) -> References:
    in_provenance = {
        path.removeprefix(IN_CAPABILITIES) for path in model.provenance or () if path.startswith(IN_CAPABILITIES)
    }
    license_ = known_value(model.license)
    scores = [known_value(entry.score) for entry in model.benchmarks or ()]
    return References(
        providers=frozenset(route.provider for route in model.routes or ()),
        licenses=frozenset(() if license_ is None else (license_,)),
        benchmarks=frozenset(entry.benchmark for entry in model.benchmarks or ()),
        capabilities=frozenset(in_provenance.union(model.capabilities or ())),
        use_cases=frozenset(model.fit or ()),
        unusual_scores=any(score is not None and not 0 <= score <= 100 for score in scores),
    )


def known_value(stated: T | State | Long[T | State]) -> T | None:
    """The plain value of a fact in its short or long form; None where there is none."""
    value = stated.value if isinstance(stated, Long) else stated
    return None if isinstance(value, State) else value
