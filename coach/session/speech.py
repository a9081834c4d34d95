"""How long a sentence takes to say: by the count of the format, and as a voice really needs.

Two, because they serve two ends. The count is of the format (docs/format.md, kind: coaching): it decides which sentence
of a file is said, so it is the same on every machine, and a person can do it by hand. A voice takes a breath at every
full stop, and so needs longer for an announcement; decided by that, shipped sessions would not say some that a faster
pace has time for. The voice's own line decides no word, only that pace.
"""

from __future__ import annotations

import re

CHARACTERS_A_SECOND = 15.0  # as docs/format.md says

CALM = 2.0
"""A calm voice may take this many times as long as `spoken_seconds` counts, with its pauses and breaths."""

BEHIND_CUE_SECONDS = 0.6
"""A sentence that comes together with a cue sound waits for its first part: a bell, then the word."""

COUNT_SECONDS = 1.2  # a bell's first part, a number, a breath; 15 characters a second would allow it 0.13

# The neural voice at its own speed, silence cut: a line fitted to all that is shipped, 0.3 s off as a rule, where
# characters alone were 0.6 s off (measured: tests/benchmarks/voice.py tells how far it is off today).
_BEGIN_SECONDS, _CHARACTER_SECONDS, _DIGIT_SECONDS, _COMMA_SECONDS, _STOP_SECONDS = 0.3, 0.043, 0.25, 0.28, 0.9


def spoken_seconds(text: str) -> float:
    """How long a sentence takes to say, as docs/format.md counts it."""
    return len(text) / CHARACTERS_A_SECOND


def voiced_seconds(words: str) -> float:
    """About how long the neural voice needs, at its own speed, for a sentence whose signs are spelt out."""
    stops, commas = len(re.findall(r"[.!?…](?=\s)", words)), len(re.findall(r"[,;:](?=\s)", words))
    digits = sum(map(str.isdigit, words))
    return (
        _BEGIN_SECONDS
        + _CHARACTER_SECONDS * (len(words) - digits)
        + _DIGIT_SECONDS * digits
        + _COMMA_SECONDS * commas
        + _STOP_SECONDS * stops
    )
