"""What a start costs, as whole processes, until the window is painted, and what reading the library costs:
`python3 app.py bench start`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from coach import resources
from coach.content.library import load
from coach.content.library_files import Folders
from tests.benchmarks import first_paint
from tests.benchmarks.beside import Work, in_turn, table

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _process(*arguments: str, home: str) -> Work:
    environment = {**os.environ, "POSTURE_COACH_HOME": home}

    def run() -> None:
        subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)

    return run


def _read_plainly() -> None:
    """The same files through the YAML library alone, nothing checked."""
    for folder in (resources.routines(), resources.media()):
        for file in folder.rglob("*.yaml"):
            yaml.load(file.read_bytes(), Loader=_LOADER)


def main(arguments: Sequence[str] = ()) -> int:
    """Print medians and ratios. `--beside CHECKOUT`: also of another checkout's window, in the same turns."""
    also = Path(arguments[list(arguments).index("--beside") + 1]).resolve() if "--beside" in arguments else None
    folders = Folders(resources.routines(), resources.media())
    with tempfile.TemporaryDirectory(prefix="coach") as home:
        python = _process("-c", "pass", home=home)
        version = in_turn(_process("-m", "coach", "--version", home=home), python)
        chain = in_turn(_process(str(first_paint.ROOT / "app.py"), "--version", home=home), python)
        listing = in_turn(_process("-m", "coach", "list", home=home), python)
    library = in_turn(lambda: load(folders), _read_plainly, rounds=3)
    rows = [
        ("posture-coach --version", version, "Python that does nothing"),
        ("python3 app.py --version", chain, "Python that does nothing"),
        ("posture-coach list", listing, "Python that does nothing"),
        ("the library, read and checked", library, "its files through PyYAML alone"),
    ]
    print(table(rows))
    print("\n" + "\n".join(first_paint.lines(also=also)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
