"""Run a command and print what it has used, as seconds of user CPU and bytes of memory at most.

A process of its own, since a command started from a large process counts that one's memory as its own.
"""

import os
import subprocess
import sys

KIB = 1024

process = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(usage.ru_utime, usage.ru_maxrss * KIB)
sys.exit(process.returncode)
