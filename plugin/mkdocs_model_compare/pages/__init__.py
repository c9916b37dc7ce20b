"""Which pages a site wishes to have made of its catalog, and which of them are made: known without building it.

`wishes.py` reads the option `pages`, `addresses.py` gives every page its place, `planning.py` decides, `telling.py` has
titles and descriptions. The plugin makes the pages, and `model-compare pages` prints them.
"""
