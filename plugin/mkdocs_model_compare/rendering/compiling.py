"""Templates → Python: Jinja's own code, but for the two steps that a page takes hundreds of times.

A full comparison prints some 600 values and reads some 900 attributes of statements.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame

from .escaping import put

_SHIPPED = str(Path(__file__).parent / "templates")


class Compiler(CodeGenerator):
    """Prints by the environment's `put`, and in the shipped templates reads `a.b` as Python does.

    In the user's templates `a.b` stays Jinja's own: it may mean `a["b"]`, and one that is missing may be tested for.
    """

    def write_commons(self) -> None:
        super().write_commons()
        # In place of the module's `escape`, by which Jinja prints.
        self.writeline("escape = environment.put")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if self.filename and self.filename.startswith(_SHIPPED):
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)


class Templates(Environment):
    code_generator_class = Compiler
    put = staticmethod(put)
