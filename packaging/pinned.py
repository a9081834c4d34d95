"""The requirements as flatpak-builder wants them: a module whose sources are wheels with address and hash.

    python packaging/pinned.py FILE

pip chooses for the runtime's Python and for each processor, and downloads nothing. The addresses are those of the index
that this machine uses; they are in no checkout, since a pinned version is old a week later.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PYTHON = "3.13"
"""Of the runtime that io.github.posture_coach.yaml names."""
PROCESSORS = ("x86_64", "aarch64")
GLIBC = range(17, 43)
"""Minor versions of the C library that a wheel may ask for; the runtime's is 2.42."""
EXTRAS = ("fonts", "desktop", "voice", "export")


def wanted() -> Iterator[str]:
    """The requirement lines for Linux."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for line in (*project["dependencies"], *(line for name in EXTRAS for line in extras[name])):
        requirement, _, marker = line.partition(";")
        if not marker or ("'linux'" in marker and "!=" not in marker):
            yield requirement.strip()


def chosen(processor: str, work: Path) -> list[dict[str, Any]]:
    """What pip would install there, of wheels alone. CalledProcessError where there is not all of it."""
    report = work / f"{processor}.json"
    platforms = [f"--platform=manylinux_2_{minor}_{processor}" for minor in reversed(GLIBC)]
    command = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--dry-run"]
    command += ["--ignore-installed", f"--target={work / 'none'}", "--only-binary=:all:", f"--python-version={PYTHON}"]
    command += [*platforms, f"--platform=manylinux2014_{processor}", f"--report={report}", *wanted()]
    subprocess.run(command, check=True)  # noqa: S603
    found: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["install"]
    return found


def module() -> dict[str, Any]:
    """As flatpak-builder reads it. A wheel for every processor stands there once."""
    sources: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as work:
        for processor in PROCESSORS:
            for one in chosen(processor, Path(work)):
                info = one["download_info"]
                source = sources.setdefault(
                    info["url"],
                    {"type": "file", "url": info["url"], "sha256": info["archive_info"]["hashes"]["sha256"]},
                )
                source.setdefault("only-arches", []).append(processor)
    for source in sources.values():
        if source["only-arches"] == list(PROCESSORS):
            del source["only-arches"]
    command = 'pip3 install --no-index --no-deps --ignore-installed --prefix="${FLATPAK_DEST}" --compile *.whl'
    return {
        "name": "python-packages",
        "buildsystem": "simple",
        "build-commands": [command],
        "sources": list(sources.values()),
    }


def only_here(made: dict[str, Any]) -> list[str]:
    """What pip, by this machine's settings, took out of a folder of its own: a manifest with it builds nowhere else."""
    return [source["url"] for source in made["sources"] if source["url"].startswith("file:")]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("write: python packaging/pinned.py FILE")
    made = module()
    Path(sys.argv[1]).write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    for url in only_here(made):
        print(
            f"pinned: {url} is on this machine alone; PIP_CONFIG_FILE={os.devnull} leaves out its settings",
            file=sys.stderr,
        )
