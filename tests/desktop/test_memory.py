"""What is given back to the system: nothing that could not be read again."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coach.desktop.memory import unchanged

SMAPS = """\
55d0c0000000-55d0c0002000 r--p 00000000 08:01 1234                       /usr/lib/libsome.so
Rss:                   8 kB
Anonymous:             0 kB
55d0c0002000-55d0c0006000 r-xp 00002000 08:01 1234                       /usr/lib/libsome.so
Anonymous:             0 kB
55d0c0006000-55d0c0008000 r--p 00006000 08:01 1234                       /usr/lib/libsome.so
Anonymous:             8 kB
55d0c0008000-55d0c0009000 rw-p 00008000 08:01 1234                       /usr/lib/libsome.so
Anonymous:             0 kB
55d0c1000000-55d0c1100000 rw-p 00000000 00:00 0                          [heap]
Anonymous:          1024 kB
7f0000000000-7f0000001000 r--s 00000000 08:01 99                         /home/somebody/posture-coach.sqlite-shm
Anonymous:             0 kB
7fff00000000-7fff00001000 r-xp 00000000 00:00 0                          [vdso]
Anonymous:             0 kB
"""

USES_ALL_OF_IT = """
import json, sqlite3, sys
from coach.desktop.memory import give_back
for _ in range(3):
    give_back()
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t (x)")
    connection.execute("INSERT INTO t VALUES (?)", (json.dumps(list(range(10000))),))
    print(len(connection.execute("SELECT x FROM t").fetchone()[0]))
    connection.close()
"""


def test_what_was_relocated_or_may_be_written_is_kept():
    found = list(unchanged(SMAPS.splitlines()))
    assert found == [(0x55D0C0000000, 0x55D0C0002000), (0x55D0C0002000, 0x55D0C0006000)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked to take pages back")
def test_a_program_goes_on_as_before():
    told = subprocess.run([sys.executable, "-c", USES_ALL_OF_IT], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["58890"] * 3


GIVES_BACK = """
from pathlib import Path
from coach.desktop.memory import give_back
def pages():
    return int(Path("/proc/self/statm").read_text().split()[1])
before = pages()
give_back()
print(pages() < before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked to take pages back")
def test_a_program_is_smaller_afterwards():
    told = subprocess.run([sys.executable, "-c", GIVES_BACK], capture_output=True, text=True, check=True)
    assert told.stdout == "True\n"
