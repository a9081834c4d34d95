"""The nearest known name for one that is not known, and short forms of what an author wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""How the tag of a language is written."""

_LONGEST_SHOWN = 40  # characters of what the author wrote, in a sentence
_MOST_LISTED = 16  # names in a sentence, where a command lists them all
_SHORTEST_PART = 3  # letters: fewer begin too many words; our choice


def visible(text: str) -> str:
    """`text` on one line, with the name, such as U+001B, of each character that nobody can see: terminals obey some."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text)


def shown(text: str) -> str:
    """`text` on one line, shortened, to be quoted in a sentence. What nobody can see is named: U+E000."""
    line = visible(" ".join(text[: 4 * _LONGEST_SHOWN].split()))
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 3] + "..."


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that `word` most likely stands for, None where nothing is really near.

    Near is a name a few slips away, the more of them the longer it is, or one that begins or ends with the word or the
    word with it. Of equals the one that begins alike for longest. Case, blanks and underscores do not count.
    """
    if len(word) > 2 * _LONGEST_SHOWN:
        return None
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(_plain(name), name)
    wanted = _plain(word)
    if wanted in names:
        return names[wanted]
    slips = {name: slips_between(wanted, name, _most_slips(wanted, name)) for name in names}
    near = [name for name, count in slips.items() if count is not None]
    if near:
        return names[max(near, key=lambda name: (-(slips[name] or 0), _alike(name, wanted), name))]
    longer = sorted((name for name in names if _is_part(wanted, name)), key=len)
    if len(longer) > 1 and len(longer[0]) == len(longer[1]):
        return None  # a word of several names, none of them nearer than the next
    return names[longer[0]] if longer else None


def slips_between(a: str, b: str, most: int) -> int | None:
    """How many letters are wrong, missing, too many or changed round between two words; None where more than `most`."""
    if abs(len(a) - len(b)) > most or (Counter(a) - Counter(b)).total() > most:
        return None
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and other == a[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1] if row[-1] <= most else None


def _plain(word: str) -> str:
    return word.strip().lower().replace(" ", "-").replace("_", "-")


def _most_slips(word: str, name: str) -> int:
    """Three in ten letters, one at least; in two letters any slip makes another word."""
    longest = max(len(word), len(name))
    return max(1, longest * 3 // 10) if longest > 2 else 0


def _alike(name: str, word: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, word, strict=False)))


def _is_part(word: str, name: str) -> bool:
    """Whether one is the beginning or the end of the other, as a word of it or as the half of it: sit, sitting."""
    short, long = sorted((word, name), key=len)
    if len(short) < _SHORTEST_PART:
        return False
    stem = _alike(short, long)
    is_stem = stem >= max(_SHORTEST_PART, len(short) - 1) and 2 * stem + 1 >= len(long)
    return is_stem or long.startswith(f"{short}-") or long.endswith(f"-{short}")


def unknown(word: str, known: Iterable[str], look: str = "") -> str:
    """The sentence for a name that is not known: `chin-tuk is not known; did you mean chin-tuck?`.

    `look`: the command that names them all, said where nothing is near and they are too many to be told.
    """
    names = sorted(set(known))
    what = f"{shown(word) or 'an empty name'} is not known"
    if not names:
        return f"{what}; there is none yet, take it out"
    if near := nearest(word, names):
        return f"{what}; did you mean {near}?"
    if len(names) <= _MOST_LISTED or not look:
        return f"{what}; write {one_of(names)}"
    return f"{what} and nothing is near it; see '{look}'"


def listing(*kinds: str) -> str:
    """The command that names every id of some kinds."""
    return f"posture-coach list {kinds[0]}" if len(kinds) == 1 else "posture-coach list"


def schema_of(kind: str) -> str:
    """The command that names every key and word of a kind of file."""
    return f"posture-coach schema {kind}"


def one_of(words: Sequence[str]) -> str:
    """`a, b or c`."""
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
