"""Switch friction in the export."""

from __future__ import annotations

from mkdocs_model_compare.comparison.friction import Move, Room, Switch
from mkdocs_model_compare.comparison.standing import Standing

from .costs import PROVIDER
from .shapes import Field, Given, Many, Maybe, Shape, of, one_of
from .values import MODEL_ID, VALUE

MOVE = Shape[Move](
    "move",
    "One value before and after a switch.",
    Field("before", VALUE, "The old model's.", lambda one: one.before),
    Field("after", VALUE, "The new model's.", lambda one: one.after),
)

ROOM = Shape[tuple[Room, Move]](
    "room",
    "Whether what filled the old model still fits the new one.",
    Field("room", one_of(*Room), "`smaller`: it does not.", lambda one: one[0]),
    *of(MOVE, lambda one: one[1]),
)

_CHANGES = {Standing.AHEAD: "less", Standing.TIED: "same", Standing.BEHIND: "more"}
COST_CHANGE = Shape[tuple[Standing, Move]](
    "cost_change",
    "What the switch does to the month's cost.",
    Field(
        "change", one_of("less", "same", "more"), "How the new cost stands to the old.", lambda one: _CHANGES[one[0]]
    ),
    *of(MOVE, lambda one: one[1]),
)

SWITCH = Shape[Switch](
    "switch",
    "What a switch from one model to another meets.",
    Field("from", MODEL_ID, "The old model.", lambda one: one.before.id),
    Field("to", MODEL_ID, "The new model.", lambda one: one.after.id),
    Field(
        "shared_providers",
        Maybe(Many(PROVIDER)),
        "Null where the routes of either are unknown.",
        lambda one: one.shared,
    ),
    Field("lost", Many(VALUE), "Capabilities that the new one is known to lack.", lambda one: one.lost),
    Field("uncertain", Many(VALUE), "Capabilities of which that is not known.", lambda one: one.uncertain),
    Field("gained", Many(VALUE), "Capabilities that the old one is known to lack.", lambda one: one.gained),
    Field("context_window", ROOM, "Requests.", lambda one: one.context),
    Field("max_output", ROOM, "Answers.", lambda one: one.output),
    Field("license", Maybe(MOVE), "Null where it stays the same.", lambda one: one.license),
    Field(
        "commercial_use",
        Maybe(MOVE),
        "Null where it stays the same, or is not known of both.",
        lambda one: one.commercial_use,
    ),
    Field("cost", Maybe(COST_CHANGE), "Null where the two cannot be ranked.", lambda one: one.cost),
)

SWITCH_FRICTION = Shape[Given](
    "switch_friction",
    "What moving from each model to each other one takes.",
    Field("switches", Many(SWITCH), "One per ordered pair.", lambda given: given["switches"]),
)
