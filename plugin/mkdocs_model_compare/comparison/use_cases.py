"""The rule once more per use case: other weights over the same signals, behind must-haves.

A model known to lack a must-have is out. One whose must-have is unknown is neither in nor out, so a choice is made
only if it would be the same either way: what nobody looked up never counts for or against a model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from mkdocs_model_compare.catalog.model import Model, State
from mkdocs_model_compare.catalog.settings import Settings, UseCase

from .comparison import Comparison, once
from .reasons import Reason, deciding, reason
from .rule import Outcome, Weighed, heaviest, standings
from .standing import Standing
from .statement import statement
from .value import Value
from .verdict import Duel, decide, own

# Read from its class, a member of an enum takes six times as long.
_AHEAD = Standing.AHEAD
REQUIREMENT_ROWS = {"open_weights": "openness", "commercial_use": "commercial_use", "priced": "monthly_cost"}


class Fitness(StrEnum):
    """`choice`; `close`: no difference; `open`: cannot say; `none`: every model lacks a must-have."""

    CHOICE = "choice"
    CLOSE = "close"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A must-have that a model is known to lack (`met` False) or of which nobody knows (None)."""

    model: Model
    requirement: str
    value: Value
    met: bool | None


@statement(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to choose for one use case.

    `deciding` is the heaviest signal that the choice leads in, of the models still running; None if a gate decided.
    `even`: the two between which there is no difference, where each or one of them wins something.
    """

    use_case: UseCase
    fitness: Fitness
    choice: Model | None
    removed: tuple[Gate, ...]
    doubtful: tuple[Gate, ...]
    deciding: Reason | None
    even: Duel | None
    open: tuple[Reason, ...]

    @property
    def lacking(self) -> tuple[tuple[str, tuple[Model, ...]], ...]:
        """The must-haves that removed a model, each with the models it removed."""
        wanted = dict.fromkeys(gate.requirement for gate in self.removed)
        return tuple((one, tuple(gate.model for gate in self.removed if gate.requirement == one)) for one in wanted)

    @property
    def unsure(self) -> tuple[tuple[tuple[Model, ...], tuple[str, ...]], ...]:
        """The must-haves of which nobody knows, with the models of which just these are not known."""
        wanted: dict[str, list[Gate]] = {}
        for gate in self.doubtful:
            wanted.setdefault(gate.model.id, []).append(gate)
        groups: dict[tuple[str, ...], list[Model]] = {}
        for gates in wanted.values():
            groups.setdefault(tuple(gate.requirement for gate in gates), []).append(gates[0].model)
        return tuple((tuple(models), unknown) for unknown, models in groups.items())


def advise(comparison: Comparison) -> tuple[Advice, ...]:
    return tuple(advice(comparison, case) for case in comparison.settings.use_cases.values())


def advice(comparison: Comparison, case: UseCase) -> Advice:
    gates = [gate for model in comparison.models for gate in comparison.of_model(model, _gates)[case.id]]
    removed = tuple([gate for gate in gates if gate.met is False])
    out = {gate.model.id for gate in removed}
    doubtful = tuple([gate for gate in gates if gate.met is None and gate.model.id not in out])
    unsure = {gate.model.id for gate in doubtful}
    running = tuple([model for model in comparison.models if model.id not in out])
    duels = decide(comparison, running, case.weights)
    choice = _choice(running, unsure, duels)
    fitness = _fitness(running, unsure, duels, choice)
    return Advice(
        use_case=case,
        fitness=fitness,
        choice=choice,
        removed=removed,
        doubtful=doubtful,
        deciding=_deciding(comparison, case, choice, running),
        even=_even(duels) if fitness is Fitness.CLOSE else None,
        open=_open(comparison, case, running),
    )


def otherwise(
    comparison: Comparison, advice: tuple[Advice, ...], choice: Model | None
) -> tuple[tuple[Model, tuple[Advice, ...]], ...]:
    """The models other than the overall choice that some use cases point to, with those use cases."""
    found = ((model, tuple(one for one in advice if one.choice is model)) for model in comparison.models)
    return tuple((model, cases) for model, cases in found if cases and model is not choice)


def meets(comparison: Comparison, model: Model, requirement: str) -> bool | None:
    """Whether the model has the must-have; None where it is not known."""
    value = comparison.value(model, REQUIREMENT_ROWS.get(requirement, requirement))
    if requirement == "priced":
        # What is sold by the hour or as a download has a cost as well; nobody has put it in figures.
        return True if value.known else None
    if not value.settled:
        return False if value.state is State.NOT_APPLICABLE else None
    if requirement == "open_weights":
        return bool(value.raw != "proprietary")
    if requirement == "commercial_use":
        return bool(value.raw != "prohibited")
    return bool(value.raw)


def _gates(comparison: Comparison, model: Model) -> Mapping[str, tuple[Gate, ...]]:
    """By use case, what the model lacks or may lack of it."""
    return {
        case.id: tuple(gate for requirement in case.require for gate in _gate(comparison, model, requirement))
        for case in comparison.settings.use_cases.values()
    }


def _gate(comparison: Comparison, model: Model, requirement: str) -> Iterator[Gate]:
    met = meets(comparison, model, requirement)
    if not met:
        value = comparison.value(model, REQUIREMENT_ROWS.get(requirement, requirement))
        yield Gate(model=model, requirement=requirement, value=value, met=met)


def _weighed(settings: Settings) -> Mapping[str, Weighed]:
    """By use case."""
    return {case.id: heaviest(case.weights) for case in settings.use_cases.values()}


def _choice(running: tuple[Model, ...], unsure: set[str], duels: tuple[Duel, ...]) -> Model | None:
    """The qualified model that beats every other one still running, doubtful ones included."""
    for model in running:
        if model.id not in unsure and all(duel.choice is model for duel in own(model, duels)):
            return model
    return None


def _fitness(running: tuple[Model, ...], unsure: set[str], duels: tuple[Duel, ...], choice: Model | None) -> Fitness:
    if choice is not None:
        return Fitness.CHOICE
    if not running:
        return Fitness.NONE
    withheld = any(duel.tally.outcome is Outcome.WITHHELD for duel in duels)
    return Fitness.OPEN if unsure or withheld else Fitness.CLOSE


def _even(duels: tuple[Duel, ...]) -> Duel | None:
    """The one duel of two models, if anything in it is won."""
    return next((duel for duel in duels if len(duels) == 1 and (duel.tally.first or duel.tally.second)), None)


def _deciding(comparison: Comparison, case: UseCase, choice: Model | None, running: tuple[Model, ...]) -> Reason | None:
    if choice is None or len(running) == 1:
        return None
    places = comparison.places
    others = [model for model in running if model is not choice]
    won = _won(comparison, (places[choice.id], *[places[model.id] for model in others]))
    for name, weight in comparison.of_rules(_weighed)[case.id]:
        if name in won:
            # Told of those still running: a model that a must-have removed is no measure of the choice.
            return deciding(comparison, name, weight, choice, running)
    return None


def _open(comparison: Comparison, case: UseCase, running: tuple[Model, ...]) -> tuple[Reason, ...]:
    """The signals that a missing fact leaves open between models that no must-have removed, the heaviest first."""
    between = _unsettled(comparison, tuple([comparison.places[model.id] for model in running]))
    weighed = comparison.of_rules(_weighed)[case.id]
    return tuple([reason(comparison, name, weight) for name, weight in weighed if name in between])


@once
def _won(comparison: Comparison, places: tuple[int, ...]) -> frozenset[str]:
    """The signals in which the first of the models in these places is ahead of each of the others."""
    first, *others = (comparison.models[place] for place in places)
    against = [standings(comparison, first, other) for other in others]
    return frozenset.intersection(*[frozenset([name for name in one if one[name] is _AHEAD]) for one in against])


@once
def _unsettled(comparison: Comparison, places: tuple[int, ...]) -> frozenset[str]:
    """The signals that are open between some two of the models in these places."""
    models = [comparison.models[place] for place in places]
    between = [standings(comparison, *pair) for pair in combinations(models, 2)]
    return frozenset([name for found in between for name in found if found[name] is None])
