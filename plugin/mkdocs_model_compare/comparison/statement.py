"""How the statements that a page makes by the hundred are declared: values, cells, evidence, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["statement"]

if TYPE_CHECKING:
    from dataclasses import dataclass as statement
else:
    from dataclasses import dataclass

    def statement(*, frozen: bool, slots: bool, kw_only: bool) -> Any:
        """A dataclass that the type checker holds to be frozen.

        At run time it is not: Python takes three times as long to make a frozen one, and a page makes 300.
        """
        assert frozen
        return dataclass(slots=slots, kw_only=kw_only, unsafe_hash=True)
