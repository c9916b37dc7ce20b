"""Comparisons of AI models for MkDocs, built from a catalog of sourced facts.

Start reading at `catalog/model.py` (what is known of a model), then `comparison/comparison.py` (what a comparison
says of some), `rendering/sections.py` (what the templates word) and `macros/table.py` (what an author can ask for);
`plugin/` with `site/`, `extension/` and `cli/` are the three shells around that core.
"""

__version__ = "0.1.0"
