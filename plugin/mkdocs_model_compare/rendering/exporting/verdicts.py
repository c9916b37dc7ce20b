"""The verdict in the export: duels, reasons, the flip point, and the use cases."""

from __future__ import annotations

from mkdocs_model_compare.catalog.model import Model
from mkdocs_model_compare.comparison.flips import Change, Flip
from mkdocs_model_compare.comparison.reasons import Evidence, Reason
from mkdocs_model_compare.comparison.rule import Outcome
from mkdocs_model_compare.comparison.use_cases import Advice, Fitness, Gate
from mkdocs_model_compare.comparison.verdict import Duel

from .shapes import COUNT, DATE, DECIMAL, FLAG, TEXT, Field, Given, Many, Maybe, Shape, one_of
from .values import MODEL_ID, VALUE, id_of, ids

OUTCOME = one_of(*Outcome)
FITNESS = one_of(*Fitness)

DUEL = Shape[Duel](
    "duel",
    "The rule's result for two of the models.",
    Field("first", MODEL_ID, "The one model.", lambda one: one.ours.id),
    Field("second", MODEL_ID, "The other model.", lambda one: one.theirs.id),
    Field("first_weight", DECIMAL, "The weight that the first won.", lambda one: one.tally.first),
    Field("second_weight", DECIMAL, "The weight that the second won.", lambda one: one.tally.second),
    Field("decided_weight", DECIMAL, "The weight of all signals decided, ties too.", lambda one: one.tally.decided),
    Field("whole_weight", DECIMAL, "The weight of all signals.", lambda one: one.tally.whole),
    Field("outcome", OUTCOME, "What the rule makes of it.", lambda one: one.tally.outcome),
    Field("choice", Maybe(MODEL_ID), "Null unless the outcome is a choice.", lambda one: id_of(one.choice)),
)

EVIDENCE = Shape[Evidence](
    "evidence",
    "What one model brings to a signal: a value, or how many of the shared benchmarks it leads.",
    Field("model", MODEL_ID, "Whose it is.", lambda one: one.model.id),
    Field("value", Maybe(VALUE), "Null where the signal counts benchmarks.", lambda one: one.value),
    Field("ahead", COUNT, "Benchmarks that it leads.", lambda one: one.ahead),
    Field("shared", COUNT, "Benchmarks that it shares.", lambda one: one.shared),
)

REASON = Shape[Reason](
    "reason",
    "One signal of the rule over all the models.",
    Field("signal", TEXT, "Its name.", lambda one: one.signal),
    Field("weight", DECIMAL, "What it weighs.", lambda one: one.weight),
    Field(
        "leaders", Many(MODEL_ID), "Who wins it; empty for a tie and for an open signal.", lambda one: ids(one.leaders)
    ),
    Field("open", FLAG, "Whether a missing fact leaves it open.", lambda one: one.open),
    Field("missing", Many(MODEL_ID), "The models whose fact is missing.", lambda one: ids(one.missing)),
    Field("evidence", Many(EVIDENCE), "One per model.", lambda one: one.evidence),
)

FLIP = Shape[Flip](
    "flip",
    "The smallest single change of one fact that turns the verdict.",
    Field("signal", TEXT, "The signal that it turns.", lambda one: one.signal),
    Field("key", TEXT, "What has to change.", lambda one: one.key),
    Field("model", MODEL_ID, "Whose fact it is.", lambda one: one.model.id),
    Field("rival", MODEL_ID, "Against which model.", lambda one: one.rival.id),
    Field("change", one_of(*Change), "How it has to change.", lambda one: one.change),
    Field("bound", Maybe(VALUE), "The rival's value, to be passed; null for a capability.", lambda one: one.bound),
    Field("outcome", OUTCOME, "What the verdict on the two then is.", lambda one: one.outcome),
    Field("choice", Maybe(MODEL_ID), "Null unless that is a choice.", lambda one: id_of(one.choice)),
)

GATE = Shape[Gate](
    "gate",
    "A must-have that a model lacks, or may lack.",
    Field("model", MODEL_ID, "The model.", lambda one: one.model.id),
    Field("requirement", TEXT, "The must-have.", lambda one: one.requirement),
    Field("value", VALUE, "The value that tells.", lambda one: one.value),
)

USE_CASE = Shape[Advice](
    "use_case",
    "What to choose for one use case.",
    Field("id", TEXT, "Its id.", lambda one: one.use_case.id),
    Field("name", TEXT, "Its name.", lambda one: one.use_case.name),
    Field(
        "answer",
        FITNESS,
        "`close`: no difference; `open`: cannot say; `none`: every model lacks a must-have.",
        lambda one: one.fitness,
    ),
    Field("choice", Maybe(MODEL_ID), "Null unless the answer is a choice.", lambda one: id_of(one.choice)),
    Field("removed", Many(GATE), "Must-haves that models are known to lack.", lambda one: one.removed),
    Field("doubtful", Many(GATE), "Must-haves of which it is not known.", lambda one: one.doubtful),
    Field("deciding", Maybe(REASON), "The heaviest signal that the choice leads in.", lambda one: one.deciding),
    Field("open", Many(REASON), "Signals that missing facts leave open, the heaviest first.", lambda one: one.open),
)

CAUTION = Shape[Model](
    "caution",
    "A model that is on its way out.",
    Field("model", MODEL_ID, "The model.", lambda one: one.id),
    Field("status", TEXT, "Its status.", lambda one: one.status.value),
    Field("retires", Maybe(DATE), "When it retires.", lambda one: one.retires.value),
    Field("successor", Maybe(MODEL_ID), "What comes after it.", lambda one: one.successor),
)

VERDICT = Shape[Given](
    "verdict",
    "The overall verdict, its reasons, and what would change it.",
    Field("outcome", OUTCOME, "What the rule makes of all the models.", lambda given: given["verdict"].outcome),
    Field(
        "choice", Maybe(MODEL_ID), "Null unless the outcome is a choice.", lambda given: id_of(given["verdict"].choice)
    ),
    Field("decided", COUNT, "How many signals are decided.", lambda given: given["verdict"].decided),
    Field("signals", COUNT, "How many signals there are.", lambda given: given["verdict"].signals),
    Field("duels", Many(DUEL), "One per pair of models.", lambda given: given["verdict"].duels),
    Field(
        "reasons",
        Many(REASON),
        "Won signals, then ties, then open ones, each by weight.",
        lambda given: given["verdict"].reasons,
    ),
    Field("cautions", Many(CAUTION), "Models not to be chosen unwarned.", lambda given: given["verdict"].cautions),
    Field("flip", Maybe(FLIP), "Null where no single change turns it.", lambda given: given["flip"]),
    Field("use_cases", Many(USE_CASE), "One per use case of the catalog.", lambda given: given["advice"]),
    Field("note", Maybe(TEXT), "The curators' note, in Markdown.", lambda given: given["note"]),
)
