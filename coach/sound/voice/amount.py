"""How much of a session is said."""

from __future__ import annotations

from typing import Literal

Amount = Literal["all", "names", "sounds"]
"""How much is said: everything; names, doses and counts but no descriptions and form cues; nothing."""

AMOUNTS: tuple[Amount, ...] = ("all", "names", "sounds")
