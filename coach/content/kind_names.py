"""What a kind is called: by its own name, and by those that a person types for it."""

from __future__ import annotations

from collections.abc import Sequence

IN_LISTS = ("area", "condition", "question", "tier", "source", "sound", "pronunciation")
"""Kinds that other files name, and that have no file of their own each."""
WORDS = (
    "kit", "position", "goal", "icon", "joint", "point", "place", "prop", "view", "event", "phrase", "placeholder",
)  # fmt: skip
"""Kinds of words that the language itself has."""


def kind_named(word: str, kinds: Sequence[str]) -> str | None:
    """The one of `kinds` that `word` names, as one or as many: `exercise` by `exercises`, `areas` by `area`."""
    plain = word.lower()
    same = {name: kind for kind in kinds for name in (f"{kind}s", kind.removesuffix("s"))}
    return plain if plain in kinds else same.get(plain)
