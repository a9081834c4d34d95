"""Which file plays under which name."""

from __future__ import annotations

from pathlib import Path


def sound_files(*folders: Path) -> dict[str, Path]:
    """name -> NAME.wav of the given folders; a later folder's file takes an earlier one's place.

    A folder that is not there or cannot be read counts as empty.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        try:
            found = sorted(folder.glob("*.wav"))
        except OSError:
            continue
        files.update({path.stem: path for path in found if path.is_file()})
    return files
