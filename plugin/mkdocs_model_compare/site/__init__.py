"""What the plugin knows of the site around a page: which page asks for what, how pages link, and which are made.

`pages.py` reads the sources, `links.py` answers for one page, `made.py` plans the pages that nobody wrote, and
`changes.py` finds the pages that a change of the catalog concerns.
"""
