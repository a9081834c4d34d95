"""The keys of the window, known once: what each does, where, and what it is called. Shortcuts, key caps, tooltips and
the list that F1 shows are made of these.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from coach.values import dataclass
from coach.words.language import Language
from coach.words.sentences import or_list

# fmt: off
Ground = Literal[
    "anywhere", "window", "form", "covering", "step", "session", "question", "finish", "wall", "contact", "measure",
    "tension", "lesson", "speaks", "scrolled",
]
# fmt: on
"""Where keys mean something: in all of the window, while nothing covers it, on a page with something to save, on one
that covers and is answered, on one of several that may be gone past, in a session, over it, at its end, in a wall test,
and where that asks, measures and has scales; in a lesson; where it is asked who speaks; on what is longer than the
window.
"""

KEYS: Mapping[Ground, Mapping[str, tuple[str, ...]]] = {
    "anywhere": {
        "next": ("Tab",),
        "before": ("Shift+Tab",),
        "press": ("Space", "Return", "Enter"),
        "number": ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "keys": ("F1", "?"),
        "quit": ("Ctrl+Q",),
    },
    "window": {
        "today": ("Ctrl+1",),
        "walltest": ("Ctrl+2",),
        "routines": ("Ctrl+3",),
        "reminders": ("Ctrl+4",),
        "progress": ("Ctrl+5",),
        "learn": ("Ctrl+6",),
        "settings": ("Ctrl+,",),
        "search": ("Ctrl+F",),
        "back": ("Alt+Left",),
        "close": ("Ctrl+W",),
    },
    "form": {"save": ("Ctrl+S",)},
    "lesson": {"away": ("Escape",)},
    "covering": {"first": ("Return", "Enter"), "away": ("Escape",)},
    "step": {"first": ("Return", "Enter"), "away": ("Escape",)},
    "scrolled": {"down": ("PgDown",), "up": ("PgUp",), "begin": ("Home",), "end": ("End",)},
    "speaks": {"answer": ("1", "2", "3"), "first": ("Return", "Enter", "Escape")},
    "session": {
        "pause": ("Space",),
        "skip": ("Right",),
        "back": ("Left",),
        "more": ("+", "="),
        "hurts": ("H",),
        "act": ("Return", "Enter"),
        "mute": ("M",),
        "easier": ("E",),
        "harder": ("D",),
        "room": ("R",),
        "full": ("F",),
        "turn": ("T",),
        "steps": ("V",),
        "where": ("W",),
        "end": ("Escape",),
    },
    "question": {"first": ("Return", "Enter"), "where": ("W",), "safe": ("Escape",)},
    "finish": {"on": ("Return", "Enter"), "where": ("W",), "close": ("Escape",)},
    "wall": {
        "pause": ("Space",),
        "on": ("Return", "Enter", "Right"),
        "hurts": ("H",),
        "mute": ("M",),
        "where": ("W",),
        "end": ("Escape",),
    },
    "contact": {
        "answer": ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "take": ("Space", "Return", "Enter", "Right", "Down"),
        "back": ("Left", "Backspace"),
        "hurts": ("H",),
        "where": ("W",),
        "end": ("Escape",),
    },
    "measure": {
        "digit": ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        "hurts": ("H",),
        "where": ("W",),
        "end": ("Escape",),
    },
    "tension": {"hurts": ("H",), "where": ("W",), "end": ("Escape",)},
}  # fmt: skip
"""What each ground's acts are called, and the keys that do each, as Qt writes them; the first is the one on its cap."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the list: the caps of the keys, and what they do."""

    caps: tuple[str, ...]
    what: str

    def in_words(self, language: Language) -> str:
        """The line to be read aloud or shown in a tooltip."""
        return language.translate("Keys", "{keys}: {what}").format(keys=or_list(self.caps, language), what=self.what)


def first(ground: Ground, act: str) -> str:
    """The key of an act that stands on its cap, as Qt writes it. KeyError for an act that the ground has not."""
    return KEYS[ground][act][0]


def cap(ground: Ground, act: str, language: Language, *, is_mirrored: bool = False) -> str:
    """What stands on the cap of that key, where the eye reads to the left if `is_mirrored`."""
    return on_cap(first(ground, act), language, is_mirrored=is_mirrored)


def on_cap(key: str, language: Language, *, is_mirrored: bool = False) -> str:
    """A key, or several pressed together, as a keyboard has them: ← for Left. An arrow alone leads on or back as the
    eye reads; pressed with another key it is the same everywhere.
    """
    if is_mirrored:
        key = _MIRRORED.get(key, key)
    return "+".join(_sign(part, language) for part in key.split("+")) if len(key) > 1 else key


def with_key(name: str, key: str, language: Language) -> str:
    """The tooltip of what a key does, too: its name and the key."""
    return language.translate("Keys", "{name} ({key})").format(name=name, key=key)


def goes_on(ground: Ground, language: Language) -> str:
    """What ends a pause, where what is under way stands on `ground`."""
    return language.translate("Keys", "{key} goes on").format(key=cap(ground, "pause", language))


def described(key: str, language: Language) -> str:
    """That a control has a key, for who hears its description."""
    return language.translate("Keys", "Key: {key}").format(key=key)


def listed(ground: Ground, language: Language, *, is_mirrored: bool = False) -> tuple[Told, ...]:
    """All that is done by keys on this ground, where the eye reads to the left if `is_mirrored`."""
    words = _words(ground, language)
    return tuple(Told(_caps(keys, language, is_mirrored), words[act]) for act, keys in KEYS[ground].items())


def heading(ground: Ground, language: Language) -> str:
    """What the keys of a ground have in common."""
    return {
        "anywhere": language.translate("Keys", "Everywhere"),
        "window": language.translate("Keys", "In the window"),
        "form": language.translate("Keys", "On this page"),
        "lesson": language.translate("Keys", "On this page"),
        "covering": language.translate("Keys", "On this page"),
        "step": language.translate("Keys", "On this page"),
        "speaks": language.translate("Keys", "On this page"),
        "scrolled": language.translate("Keys", "On this page"),
        "session": language.translate("Keys", "In the session"),
        "question": language.translate("Keys", "While a question is open"),
        "finish": language.translate("Keys", "At the end of the session"),
        "wall": language.translate("Keys", "In the wall test"),
        "contact": language.translate("Keys", "While the wall test asks"),
        "measure": language.translate("Keys", "While the wall test measures"),
        "tension": language.translate("Keys", "While the wall test asks"),
    }[ground]


def title(language: Language) -> str:
    """What the list is called."""
    return language.translate("Keys", "Keys")


def close(language: Language) -> str:
    """What puts the list away."""
    return language.translate("Keys", "Close")


def _caps(keys: tuple[str, ...], language: Language, is_mirrored: bool) -> tuple[str, ...]:
    if len(keys) > len(_ALL_SHOWN) and all(key.isdigit() for key in keys):
        return (f"{keys[0]}-{keys[-1]}",)
    shown = (on_cap(key, language, is_mirrored=is_mirrored) for key in keys if key not in _TWINS)
    return tuple(dict.fromkeys(shown))


_ALL_SHOWN = range(4)  # so many digits stand each on a cap of its own
_MIRRORED = {"Left": "Right", "Right": "Left"}
_TWINS = ("Enter", "=")
"""What does the same as the key before it, and has the same word or the same place."""


def _sign(key: str, language: Language) -> str:
    return {
        "Left": "←",
        "Right": "→",
        "Down": "↓",
        "Up": "↑",
        "Space": language.translate("Keys", "Space"),
        "Return": language.translate("Keys", "Enter"),
        "Escape": language.translate("Keys", "Esc"),
        "Backspace": language.translate("Keys", "Backspace"),
        "PgDown": language.translate("Keys", "Page down"),
        "PgUp": language.translate("Keys", "Page up"),
        "Home": language.translate("Keys", "Home"),
        "End": language.translate("Keys", "End"),
        "Tab": language.translate("Keys", "Tab"),
        "Shift": language.translate("Keys", "Shift"),
        "Ctrl": language.translate("Keys", "Ctrl"),
        "Alt": language.translate("Keys", "Alt"),
    }.get(key, key)


def _words(ground: Ground, language: Language) -> Mapping[str, str]:
    hurts, end = language.translate("Keys", "This hurts"), language.translate("Keys", "End, after a question")
    mute = language.translate("Keys", "Sound off and on")
    where = language.translate("Keys", "Say where it stands, to a screen reader")
    asked = language.translate("Keys", "Say what is asked and what is chosen, to a screen reader")
    grounds: Mapping[Ground, Mapping[str, str]] = {
        "anywhere": {
            "next": language.translate("Keys", "To the next control"),
            "before": language.translate("Keys", "To the control before"),
            "press": language.translate("Keys", "Press the button that has the focus"),
            "number": language.translate("Keys", "On a scale: choose this number; 1 and 0 in turn are 10"),
            "keys": language.translate("Keys", "Show these keys"),
            "quit": language.translate("Keys", "End Posture Coach; no reminders until you start it again"),
        },
        "window": {
            "today": language.translate("Keys", "Today"),
            "walltest": language.translate("Keys", "Wall test"),
            "routines": language.translate("Keys", "Routines"),
            "reminders": language.translate("Keys", "Reminders"),
            "progress": language.translate("Keys", "Progress"),
            "learn": language.translate("Keys", "Learn"),
            "settings": language.translate("Keys", "Settings"),
            "search": language.translate("Keys", "Search in Routines"),
            "back": language.translate("Keys", "Back to the page before"),
            "close": language.translate("Keys", "Close the window"),
        },
        "form": {"save": language.translate("Keys", "Save")},
        "lesson": {"away": language.translate("Keys", "Back to all lessons")},
        "covering": {
            "first": language.translate("Keys", "Go on"),
            "away": language.translate("Keys", "Close, or a step back"),
        },
        "step": {
            "first": language.translate("Keys", "Go on"),
            "away": language.translate("Keys", "Skip this step"),
        },
        "scrolled": {
            "down": language.translate("Keys", "Further down"),
            "up": language.translate("Keys", "Further up"),
            "begin": language.translate("Keys", "To the beginning"),
            "end": language.translate("Keys", "To the end"),
        },
        "speaks": {
            "answer": language.translate("Keys", "Choose the answer of that number"),
            "first": language.translate("Keys", "The first answer"),
        },
        "session": {
            "pause": language.translate("Keys", "Pause, and go on"),
            "skip": language.translate("Keys", "Skip this part"),
            "back": language.translate("Keys", "Back to the part before"),
            "more": language.translate("Keys", "10 s more"),
            "hurts": hurts,
            "act": language.translate("Keys", "Done, go on, or lost it"),
            "mute": mute,
            "easier": language.translate("Keys", "The easier exercise"),
            "harder": language.translate("Keys", "The harder exercise"),
            "room": language.translate("Keys", "Large, to be read across the room"),
            "full": language.translate("Keys", "The whole screen"),
            "turn": language.translate("Keys", "Turn the figure"),
            "steps": language.translate("Keys", "Show the steps"),
            "where": where,
            "end": end,
        },
        "question": {
            "first": language.translate("Keys", "The first answer"),
            "where": asked,
            "safe": language.translate("Keys", "The answer that changes nothing"),
        },
        "finish": {
            "on": language.translate("Keys", "Go on"),
            "where": asked,
            "close": language.translate("Keys", "Close"),
        },
        "wall": {
            "pause": language.translate("Keys", "Pause, and go on; in the hold any key: lost it"),
            "on": language.translate("Keys", "Go on"),
            "hurts": hurts,
            "mute": mute,
            "where": where,
            "end": end,
        },
        "contact": {
            "answer": language.translate("Keys", "Choose the answer of that number"),
            "take": language.translate("Keys", "Take the answer that is lit"),
            "back": language.translate("Keys", "Back to the question before"),
            "hurts": hurts,
            "where": asked,
            "end": end,
        },
        "measure": {
            "digit": language.translate("Keys", "Type the number"),
            "hurts": hurts,
            "where": asked,
            "end": end,
        },
        "tension": {"hurts": hurts, "where": asked, "end": end},
    }
    return grounds[ground]
