"""Hostile files of 256 KiB: refused within a second of processor time and 100 MB, each in its own interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SIZE = 256 * 1024
BOMBS = {
    "brackets": "[" * SIZE,
    "braces": "{a: " * (SIZE // 4),
    "dashes": "- " * (SIZE // 2),
    "question marks": "? " * (SIZE // 2),
    "indented": "".join(" " * depth + "a:\n" for depth in range(700)),
    "aliases": "a: &a [x]\nb: [" + "*a," * ((SIZE - 20) // 3) + "*a]",
    "laughs": "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)),
    "anchors": "[" + "&a x," * (SIZE // 5 - 1) + "]",
    "merges": "".join("<<: *a\n" for _ in range(SIZE // 7)),
    "documents": "a: b\n---\n" * (SIZE // 9),
    "repeated keys": "a: 1\n" * (SIZE // 5),
    "digits": "a: " + "9" * (SIZE - 3),
    "nuls": "\0" * SIZE,
    "bytes": "\x80" * (SIZE // 2),
    "lesson": "---\n" + "[" * (SIZE - 5) + "\n",
}
MEASURE = r"""
import re, sys, time
from pathlib import Path
from coach.content.document import read_document
from coach.content.library_files import Listed
begun = time.process_time()
document = read_document(Listed(Path(sys.argv[1]), ""))
seconds = time.process_time() - begun
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
print(seconds, int(peak[1]) / 1024, len(document.problems))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
@pytest.mark.parametrize("name", BOMBS)
def test_bomb(tmp_path: Path, name: str) -> None:
    file = tmp_path / f"bomb.{'md' if name == 'lesson' else 'yaml'}"
    encoding = "latin-1" if name == "bytes" else "utf-8"
    file.write_bytes(BOMBS[name].encode(encoding)[:SIZE])
    done = subprocess.run([sys.executable, "-c", MEASURE, str(file)], capture_output=True, text=True, check=True)
    processor_seconds, megabytes, problems = (float(word) for word in done.stdout.split())
    assert problems >= 1
    assert processor_seconds < 1.0
    assert megabytes < 100
