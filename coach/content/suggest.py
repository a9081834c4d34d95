"""The nearest known name for one that is not known, and short forms of what an author wrote."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from itertools import takewhile

_LONGEST_SHOWN = 40
_MOST_LISTED = 12
_NEAREST = 5


def visible(text: str) -> str:
    """`text` on one line, with the name, such as U+001B, of each character that nobody can see: terminals obey some."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text)


def shown(text: str) -> str:
    """`text` on one line, shortened, to be quoted in a sentence. What nobody can see is named: U+E000."""
    line = visible(" ".join(text[: 4 * _LONGEST_SHOWN].split()))
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 3] + "..."


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name most like `word`, None where nothing comes near; of equals the one that begins alike for longest.
    Case, blanks and underscores do not count.
    """
    if len(word) > 2 * _LONGEST_SHOWN:
        return None
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(name.lower(), name)
    wanted = word.strip().lower().replace(" ", "-").replace("_", "-")
    close = difflib.get_close_matches(wanted, list(names), _NEAREST, cutoff)
    likeness = difflib.SequenceMatcher(b=wanted)

    def rank(name: str) -> tuple[float, int]:
        likeness.set_seq1(name)
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(name, wanted, strict=False))
        return likeness.ratio(), len(list(alike))

    return names[max(close, key=rank)] if close else None


def unknown(word: str, known: Iterable[str]) -> str:
    """The sentence for a name that is not known: `chin-tuk is not known; did you mean chin-tuck?`."""
    names = sorted(set(known))
    what = f"{shown(word) or 'an empty name'} is not known"
    if not names:
        return f"{what}; there is none yet, take it out"
    if near := nearest(word, names):
        return f"{what}; did you mean {near}?"
    if len(names) <= _MOST_LISTED:
        return f"{what}; write {one_of(names)}"
    near = nearest(word, names, 0.0) or names[0]
    return f"{what}; the nearest is {near}"


def one_of(words: Sequence[str]) -> str:
    """`a, b or c`."""
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
