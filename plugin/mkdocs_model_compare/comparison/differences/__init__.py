"""Two states of one catalog → what changed between them, and what that turns.

`facts.py` and `routes.py` compare what files say, `entries.py` what stands beside the models, `turns.py` the verdicts;
`difference.py` has it all.
"""
