"""What this machine offers and what is missing. The words are those of coach.words.doctor."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coach.desktop.protocol import SERVICES, Service, Told
from coach.desktop.sandbox import flatpak_id, is_boxed
from coach.settings import LOWER_OTHERS, VOLUME
from coach.values import dataclass
from coach.words import data_file, desk_services, quiet, sound
from coach.words import doctor as words
from coach.words import no_window as no_window_words
from coach.words.language import ENGLISH, Language

if TYPE_CHECKING:
    from coach.bootstrap.display import NoWindow
    from coach.wiring import Parts

LATE_SECONDS = 0.060
"""A sound later than this is said to be late; our choice, half of what ITU-R BT.1359 has viewers notice (125 ms)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`ok` False means something is missing or lesser; `text` says what that means for the person."""

    name: str
    ok: bool
    text: str


def examine(parts: Parts, *, no_window: NoWindow | None, language: Language = ENGLISH) -> list[Finding]:
    """Look at each service once. Nothing here raises: a service that fails is a finding."""
    checks: tuple[tuple[str, Callable[[Parts, Language], Finding]], ...] = (
        ("content", _content),
        ("data", _data),
        ("display", partial(_display, no_window)),
        ("sound", _sound),
        ("voice", _voice),
        ("lateness", _lateness),
        ("others", _others),
        *((service, partial(_service, service)) for service in SERVICES),
        ("quiet", _quiet),
        ("extras", _extras),
        *((("sandbox", _sandbox),) if is_boxed(os.environ) else ()),
    )
    return [_safely(name, parts, look, language) for name, look in checks]


def _safely(name: str, parts: Parts, look: Callable[[Parts, Language], Finding], language: Language) -> Finding:
    try:
        return look(parts, language)
    except Exception as error:  # noqa: BLE001 - the doctor must reach the last patient
        return Finding(name, False, words.unexamined(error, language))


def _content(parts: Parts, language: Language = ENGLISH) -> Finding:
    catalogue = parts.library.catalogue
    exercises, routines, problems = len(catalogue.exercises), len(catalogue.routines), len(catalogue.problems)
    if problems:
        return Finding("content", False, words.content_with_problems(exercises, routines, problems, language))
    return Finding("content", True, words.content(exercises, routines, parts.home.routines, language))


def _data(parts: Parts, language: Language = ENGLISH) -> Finding:
    notices = parts.store.notices
    if notices:
        return Finding("data", False, " ".join(data_file.notices(language, notices)))
    return Finding("data", True, words.data(parts.home.data, language))


def _sandbox(_parts: Parts, language: Language = ENGLISH) -> Finding:
    return Finding("sandbox", True, words.sandbox(flatpak_id(os.environ), language))


def _display(no_window: NoWindow | None, _parts: Parts, language: Language = ENGLISH) -> Finding:
    if no_window is None:
        return Finding("display", True, words.window(language))
    return Finding("display", False, words.no_window(no_window_words.said(no_window, language), language))


def _sound(parts: Parts, language: Language = ENGLISH) -> Finding:
    parts.cues.open()
    if trouble := parts.cues.trouble:
        return Finding("sound", False, sound.sentence(trouble, language))
    device = parts.cues.describe()
    if silenced := parts.silenced():
        return Finding("sound", False, sound.sentences(silenced, language))
    told = "" if device is None else sound.opened(device, language)
    return Finding("sound", True, words.sound(told, parts.store.get(VOLUME), is_off=parts.muted, language=language))


def _voice(parts: Parts, language: Language = ENGLISH) -> Finding:
    choice = parts.voice_choice
    text = words.voice(choice, parts.voice_amount, language)
    return Finding("voice", not choice.why_not, text)


def _lateness(parts: Parts, language: Language = ENGLISH) -> Finding:
    """How late sounds were handed to the device in the last session; what the device adds is the same for all."""
    last = parts.last_lateness
    if last is None:
        return Finding("lateness", True, words.unmeasured(language))
    text = words.lateness(last.count, last.median, last.worst, language)
    return Finding("lateness", last.worst <= LATE_SECONDS, text)


def _others(parts: Parts, language: Language = ENGLISH) -> Finding:
    """Whether other programs are softer while the coach speaks; that they are not is nothing that is missing."""
    if reason := parts.others.why_not:
        return Finding("others", True, words.left_alone(sound.sentence(reason, language), language))
    if trouble := parts.others.trouble:
        return Finding("others", False, sound.sentence(trouble, language))
    text = words.others(
        sound.way(parts.others.way, language), are_lowered=parts.store.get(LOWER_OTHERS), language=language
    )
    return Finding("others", True, text)


def told_by(parts: Parts, service: Service) -> Told:
    """Whether this desktop offers it now, and how, or why not. It is asked anew; that may take a moment."""
    match service:
        case "idle":
            return Told(service, parts.idle.is_told, parts.idle.why)
        case "lock":
            locked = parts.lock.is_locked()
            return Told(service, locked is not None, parts.lock.why)
        case "awake":
            return parts.awake.told()
        case "media-keys":
            return parts.media.shown_by()
        case "screen-reader":
            runs = parts.screen_reader.runs()
            return Told(service, runs is not None, parts.screen_reader.why)
        case "reminder-key":
            return parts.reminder_key.told()
        case "less-motion":
            wanted = parts.less_motion.is_wanted()
            return Told(service, wanted is not None, parts.less_motion.why)
        case _:
            return next(told for told in parts.quiet.told() if told.service == service)


def _service(service: Service, parts: Parts, language: Language = ENGLISH) -> Finding:
    told = told_by(parts, service)
    return Finding(service, told.is_known, desk_services.sentence(told, language))


def _quiet(parts: Parts, language: Language = ENGLISH) -> Finding:
    reasons = parts.quiet.reasons()
    if reasons:
        return Finding("quiet", True, words.reminders_wait(quiet.reasons(sorted(reasons), language), language))
    return Finding("quiet", True, words.reminders_come(language))


def _extras(_parts: Parts, language: Language = ENGLISH) -> Finding:
    desktop = "jeepney" if sys.platform == "linux" else "wakepy"
    wanted = {
        desktop: ("desktop", desktop),
        "fontpkg_manrope": ("fonts", "fontpkg-manrope"),
        "hibari": ("voice", "hibari-tts"),
        "soundfile": ("export", "soundfile"),
        "mutagen": ("export", "mutagen"),
        "icalendar": ("export", "icalendar"),
    }
    missing = [found for module, found in wanted.items() if importlib.util.find_spec(module) is None]
    extras, packages = sorted({extra for extra, _ in missing}), [package for _, package in missing]
    return Finding("extras", not missing, words.extras(extras, packages, language))
