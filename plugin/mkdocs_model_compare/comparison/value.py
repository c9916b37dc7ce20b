"""One value of a comparison: what a model has under one key, as tables, sentences and rules all read it."""

from __future__ import annotations

from typing import Any

from mkdocs_model_compare.catalog.model import Fact, Model, State

from .statement import statement

# Read from their class, members of an enum take six times as long, and a page asks its values 400 times.
_KNOWN, _NO = State.KNOWN, State.NO


@statement(frozen=True, slots=True, kw_only=True)
class Value:
    """What one model has under one key.

    `text` is the printed form ("" unless known), `exact` the full figure where `text` shortens it, `machine` the form
    for `data-mc-value`, `raw` the typed value to compare by, `facts` what it rests on.
    """

    model: Model
    key: str
    state: State
    text: str = ""
    exact: str | None = None
    machine: str | None = None
    raw: Any = None
    facts: tuple[Fact[Any], ...] = ()
    currency: str | None = None

    @property
    def known(self) -> bool:
        return self.state is _KNOWN

    @property
    def settled(self) -> bool:
        """Somebody looked: it is a value or a "no"."""
        return self.state is _KNOWN or self.state is _NO


def of_fact(
    model: Model,
    key: str,
    fact: Fact[Any],
    text: str,
    machine: str | None = None,
    **shown: str | None,
) -> Value:
    """The value of one fact. `shown`: `exact` and `currency`. Machines read the text unless another form is given."""
    if not fact.known:
        return Value(model=model, key=key, state=fact.state, facts=(fact,))
    return Value(
        model=model,
        key=key,
        state=State.KNOWN,
        text=text,
        machine=text if machine is None else machine,
        raw=fact.value,
        facts=(fact,),
        **shown,
    )


def unknown(model: Model, key: str) -> Value:
    return Value(model=model, key=key, state=State.UNKNOWN)
