"""Which key a letter means that is not Latin: the one at its place, so that "this hurts" is heard from every keyboard.

A terminal sends letters, not places (the window knows those: ui/key_places.py). Of the common layouts without Latin
letters it is known where each letter lies, as X.Org's xkeyboard-config has them (symbols/ru, ua, by, gr, il and ara).
What lies at the place of a letter but is none, like the semicolon at Q on a Greek keyboard, stays what it is. Layouts
that lay the same letters otherwise (Serbian, phonetic ones) cannot be told apart here; ЙЦУКЕН is the most common.
"""

from __future__ import annotations

from collections.abc import Mapping

_LATIN = "qwertyuiop asdfghjkl zxcvbnm"
_LAYOUTS = (
    "йцукенгшщз фывапролд ячсмить",  # Russian
    "йцукенгшщз фівапролд ячсмить",  # Ukrainian
    "йцукенгшўз фывапролд ячсміть",  # Belarusian; its і lies elsewhere than the Ukrainian one, which is more common
    ";ςερτυθιοπ ασδφγηξκλ ζχψωβνμ",  # Greek
    "/'קראטוןםפ שדגכעיחלך זסבהנמצ",  # Hebrew
    "ضصثقفغعهخح شسيبلاتنم ئءؤر ىة",  # Arabic, whose key at B sends two letters
)


def _by_letter() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for layout in _LAYOUTS:
        for letter, latin in zip(layout, _LATIN, strict=True):
            if letter.isalpha():
                found.setdefault(letter, latin)
    return found


_BY_LETTER = _by_letter()


def meant(key: str) -> str:
    """The key that `key` means: a letter is small and Latin; all else, and letters of other layouts, is as it came."""
    small = key.lower() if len(key) == 1 else key
    return _BY_LETTER.get(small, small)
