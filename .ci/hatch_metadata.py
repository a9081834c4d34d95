"""At build: where the project lives, known once (`home` in pyproject.toml), becomes its links and those of its README.

A page that shows the README elsewhere has neither our pictures nor our files beside it. While `home` is empty nothing
is changed, and the metadata name no address.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[((?:[^\[\]]|!\[[^\]]*\]\([^)]*\))*)\]\((?!https?:|#|mailto:)([^)\s]+)\)")

_IMAGE = re.compile(r'(<img\b[^>]*\bsrc=")(?!https?:)')


class Home(MetadataHookInterface):  # type: ignore[misc]  # hatchling is there at build only
    """hatchling's door."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set `readme`, and `urls` where the address is known."""
        home = self.config.get("home", "").rstrip("/")
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": absolute(text, home) if home else text}
        if home:
            metadata["urls"] = {
                "Homepage": home,
                "Changes": f"{home}/blob/main/CHANGELOG.md",
                "Faults": f"{home}/issues",
            }


def absolute(text: str, home: str) -> str:
    """Markdown with each relative picture and link led to `home`, a repository whose files have GitHub's addresses."""

    def led(found: re.Match[str]) -> str:
        mark, words, target = found.groups()
        place = "raw" if mark else "blob"
        return f"{mark}[{_LINK.sub(led, words)}]({home}/{place}/main/{target})"

    return _IMAGE.sub(rf"\1{home}/raw/main/", _LINK.sub(led, text))
