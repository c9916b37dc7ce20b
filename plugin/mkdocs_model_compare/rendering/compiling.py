"""Templates → Python: Jinja's own code, but for the few steps that a page takes hundreds of times.

A full comparison prints some 600 values, reads some 900 attributes of statements and is put together of 1,500 pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame

from .escaping import put

_SHIPPED = str(Path(__file__).parent / "templates")


class Compiler(CodeGenerator):
    """Prints by the environment's `put`, and block by block; in the shipped templates `a.b` and `f(x)` are Python's.

    In the user's templates they stay Jinja's own: `a.b` may mean `a["b"]`, and one that is missing may be tested for.
    """

    def write_commons(self) -> None:
        super().write_commons()
        # In place of the module's `escape`, by which Jinja prints.
        self.writeline("escape = environment.put")
        if self._shipped():
            self.writeline("LoopContext = environment.loop")

    def blockvisit(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        """Gather what a block prints and hand it on whole: else each piece passes through every block around it."""
        whole = frame.buffer is None and (frame.rootlevel or frame.block_frame)
        if whole:
            self.buffer(frame)
        super().blockvisit(body, frame)
        if whole:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if self._shipped():
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        """`{{ a if b }}` prints nothing where `b` does not hold, for which Jinja makes an undefined value each time."""
        if node.expr2 is None and self._shipped():
            node = nodes.CondExpr(node.test, node.expr1, nodes.Const(""), lineno=node.lineno)
        super().visit_CondExpr(node, frame)

    def visit_Call(
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
    ) -> None:
        """No function that the shipped templates call asks for Jinja's context."""
        if self._shipped():
            self.visit(node.node, frame)
            self.write("(")
            for argument in (*node.args, *node.kwargs):
                self.visit(argument, frame)
                self.write(", ")
            self.write(")")
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)

    def _shipped(self) -> bool:
        return self.filename is not None and self.filename.startswith(_SHIPPED)


class Loop:
    """`loop` in the shipped templates: all that they ask is whether an item is the first, and whether the last."""

    __slots__ = ("_items", "first", "last")

    def __init__(self, items: Iterable[Any], _: object) -> None:
        self._items = tuple(items)
        self.first = self.last = False

    def __iter__(self) -> Iterator[tuple[Any, Loop]]:
        last = len(self._items) - 1
        for place, item in enumerate(self._items):
            self.first, self.last = place == 0, place == last
            yield item, self


class Templates(Environment):
    code_generator_class = Compiler
    put = staticmethod(put)
    loop = Loop

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str | Template, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja has it
    ) -> Template:
        """Looked up once, for a template asks for the one that it extends each time it is rendered."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found
