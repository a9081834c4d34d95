"""What the set-up says to the person: sentences on stderr, and one kind of exception that carries such a sentence."""

from __future__ import annotations

import sys


class CannotStart(Exception):  # noqa: N818 - it is a way out, not an error
    """Why this machine cannot, in a sentence for the person."""


def tell(sentence: str) -> None:
    """Say something on stderr, where progress belongs."""
    print(f"posture-coach: {sentence}", file=sys.stderr, flush=True)
