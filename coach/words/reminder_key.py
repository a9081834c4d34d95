"""A key of the whole desktop that leads to the reminder that waits: what is said of it, and how it stands."""

from __future__ import annotations

from coach.desktop.global_key import KeyState
from coach.words.language import Language


def what(language: Language) -> str:
    """What it does, as it stands among the desktop's own keys, beside the program's name."""
    return language.translate("ReminderKey", "To the reminder that waits")


def title(language: Language) -> str:
    """What it is called on the page."""
    return language.translate("ReminderKey", "A key from any program")


def choose(language: Language) -> str:
    """What has the desktop ask for one."""
    return language.translate("ReminderKey", "Choose a key ...")


def change(language: Language) -> str:
    """What has the desktop show where it is changed."""
    return language.translate("ReminderKey", "Change it ...")


def stop(language: Language) -> str:
    """That the desktop is not to be waited for any more."""
    return language.translate("ReminderKey", "Stop asking")


def without(language: Language) -> str:
    """That there is to be none."""
    return language.translate("ReminderKey", "Use no key")


def stands(state: KeyState, trigger: str, language: Language) -> str:
    """How it stands, and what can be done. `trigger` as the desktop has it, in its own words."""
    match state:
        case "off":
            text = language.translate(
                "ReminderKey",
                "Your desktop can lead from any program to the reminder that waits. It asks you which key it is to be.",
            )
        case "waiting":
            text = language.translate("ReminderKey", "Your desktop is asked, and may be asking you.")
        case "ready" if trigger:
            text = language.translate("ReminderKey", "Chosen: {key}").format(key=trigger)
        case "ready":
            text = language.translate(
                "ReminderKey", "Chosen, and without a key so far: the desktop's settings of its keys give it one."
            )
        case "refused":
            text = language.translate("ReminderKey", "No key is chosen. You can choose one.")
        case "nameless":
            text = language.translate(
                "ReminderKey",
                "Your desktop gives keys only to programs in its menu. {command} puts Posture Coach there.",
            ).format(command="posture-coach install-desktop")
        case "nobody":
            text = language.translate("ReminderKey", "Your desktop does not answer. This page answers a reminder, too.")
    return text
