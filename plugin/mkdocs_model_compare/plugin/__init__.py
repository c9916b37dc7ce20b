"""The MkDocs shell: options and events. What it decides on is in `site/`, what it shows in the extension."""

from .events import ModelComparePlugin

__all__ = ["ModelComparePlugin"]
