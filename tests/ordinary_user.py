"""What a file's permissions mean to an ordinary user, also where the tests run as root."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534  # the user of no files on Linux and the BSDs

needs_permissions = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission bits")


@contextmanager
def folder_for_all() -> Iterator[Path]:
    """A folder that every user may enter; into pytest's own only its maker may."""
    folder = Path(tempfile.mkdtemp(prefix="posture-coach-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def closed_folder() -> Iterator[Path]:
    """A folder with a file `there` in it, into which nobody may who is not root."""
    with folder_for_all() as folder:
        (folder / "there").touch()
        folder.chmod(0)
        try:
            yield folder
        finally:
            folder.chmod(0o755)


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Within it the tests are no longer root, whom no permission binds. What is needed has to be imported before: the
    checkout may lie where only root may read.
    """
    if is_root := os.geteuid() == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
