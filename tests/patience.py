"""How long a test waits for what it knows will come: on a busy machine a program is slow, and not wrong."""

SECONDS = 120
