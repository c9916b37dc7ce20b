"""Comparisons of AI models for MkDocs, built from a catalog of sourced facts.

Start reading at `catalog/model.py` (what a catalog holds), then `comparison/statements.py`
(what a comparison says), `rendering/` (how it is worded) and `macros.py` (how an author asks for it);
`plugin.py`, `extension.py` and `cli.py` are the three shells around that core.
"""

__version__ = "0.1.0"
