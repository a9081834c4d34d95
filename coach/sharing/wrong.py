"""What may go wrong with the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

What = Literal["not-read", "not-written", "not-rewritable"]


class SharingError(Exception):
    """The file cannot be read, written, or changed as it is laid out: which, and what the system says."""

    def __init__(self, what: What, path: Path, detail: str = "") -> None:
        super().__init__(what, path, detail)
        self.what, self.path, self.detail = what, path, detail
