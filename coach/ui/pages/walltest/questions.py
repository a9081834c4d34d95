"""What the window asks over a test: whether to stop it, and what hurts."""

from __future__ import annotations

from coach.at_the_wall import Felt
from coach.ui.pages.session.ask import Question
from coach.ui.words.common import LANGUAGE

FELT: dict[str, Felt] = {"dizzy": "dizzy", "tingling": "tingling"}
"""What is felt, by the answers to `ask_pain` that say it."""


def ask_end() -> Question:
    """Whether to stop the test here."""
    return Question(
        "end",
        LANGUAGE.translate("WallTest", "Stop the test here?"),
        LANGUAGE.translate("WallTest", "A test counts only when it is complete. Nothing is kept of this one."),
        (("on", LANGUAGE.translate("WallTest", "Go on")), ("end", LANGUAGE.translate("WallTest", "Stop it"))),
        "on",
    )


def ask_pain() -> Question:
    """What hurts and how much, or what else it is."""
    return Question(
        "pain",
        LANGUAGE.translate("WallTest", "What do you feel?"),
        LANGUAGE.translate("WallTest", "Choose a number for pain, or what else it is."),
        (
            ("answer", LANGUAGE.translate("WallTest", "Confirm")),
            ("dizzy", LANGUAGE.translate("WallTest", "Dizzy")),
            ("tingling", LANGUAGE.translate("WallTest", "An arm tingles")),
            ("nothing", LANGUAGE.translate("WallTest", "By mistake")),
        ),
        "nothing",
        scale=LANGUAGE.translate("WallTest", "Pain"),
        ends=(LANGUAGE.translate("WallTest", "0 none"), LANGUAGE.translate("WallTest", "10 the worst")),
    )
