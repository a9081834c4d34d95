"""What this machine offers and what is missing, in plain words."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from coach.desktop.protocol import SERVICES, Service, Told
from coach.settings import LOWER_OTHERS, VOLUME
from coach.words import desk_services, quiet

if TYPE_CHECKING:
    from coach.wiring import Parts

LATE_SECONDS = 0.060
"""A sound later than this is heard to be late."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`ok` False means something is missing or lesser; `text` says what that means for the person."""

    name: str
    ok: bool
    text: str


def examine(parts: Parts, *, no_window: str | None) -> list[Finding]:
    """Look at each service once. Nothing here raises: a service that fails is a finding."""
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("content", lambda: _content(parts)),
        ("data", lambda: _data(parts)),
        ("display", lambda: _display(no_window)),
        ("sound", lambda: _sound(parts)),
        ("voice", lambda: _voice(parts)),
        ("lateness", lambda: _lateness(parts)),
        ("others", lambda: _others(parts)),
        *((service, partial(_service, parts, service)) for service in SERVICES),
        ("quiet", lambda: _quiet(parts)),
        ("extras", _extras),
    )
    return [_safely(name, look) for name, look in checks]


def _safely(name: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except Exception as error:  # noqa: BLE001 - the doctor must reach the last patient
        return Finding(name, False, f"could not be examined: {error}")


def _content(parts: Parts) -> Finding:
    catalogue = parts.library.catalogue
    count = f"{len(catalogue.exercises)} exercises, {len(catalogue.routines)} routines"
    if catalogue.problems:
        return Finding("content", False, f"{count}; {len(catalogue.problems)} problems, see 'posture-coach check'")
    return Finding("content", True, f"{count}; your own files go to {parts.home.routines}")


def _data(parts: Parts) -> Finding:
    notices = parts.store.notices
    if notices:
        return Finding("data", False, " ".join(notices))
    return Finding("data", True, f"kept in {parts.home.data}; nothing leaves this machine")


def _display(no_window: str | None) -> Finding:
    if no_window is None:
        return Finding("display", True, "the window can open")
    return Finding("display", False, f"sessions run in the terminal: {no_window}")


def _sound(parts: Parts) -> Finding:
    parts.cues.open()
    trouble = parts.cues.trouble
    device = parts.cues.describe()
    if trouble is None and (silenced := parts.silenced()):
        return Finding("sound", False, " ".join(silenced))
    wish = (
        "; off, by your setting"
        if parts.muted
        else ""
        if parts.store.get(VOLUME)
        else "; at a volume of 0, by your setting"
    )
    ready = f"cue sounds are ready{wish}{f'; {device}' if device else ''}"
    return Finding("sound", trouble is None, trouble or ready)


def _voice(parts: Parts) -> Finding:
    choice = parts.voice_choice
    said = {"all": "", "names": "; says names and counts", "sounds": "; says nothing, by your setting"}
    text = choice.description + said[parts.voice_amount]
    return Finding("voice", choice.why is None, f"{text}; {choice.why}" if choice.why else text)


def _lateness(parts: Parts) -> Finding:
    """How late sounds were handed to the device in the last session; what the device adds is the same for all."""
    last = parts.last_lateness
    if last is None:
        return Finding("lateness", True, "not measured yet; the first session will")
    text = f"last session: {last.count} sounds, half of them within {1e3 * last.median:.0f} ms of their moment"
    return Finding("lateness", last.worst <= LATE_SECONDS, f"{text}, the latest {1e3 * last.worst:.0f} ms")


def _others(parts: Parts) -> Finding:
    """Whether other programs are softer while the coach speaks; that they are not is nothing that is missing."""
    if reason := parts.others.why_not:
        return Finding(
            "others", True, f"other programs keep their loudness: {reason[:1].lower()}{reason[1:].rstrip('.')}"
        )
    if trouble := parts.others.trouble:
        return Finding("others", False, trouble)
    is_wanted = parts.store.get(LOWER_OTHERS)
    when = "are softer while the coach speaks" if is_wanted else "keep their loudness, by your setting"
    return Finding("others", True, f"other programs {when} ({parts.others.way})")


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
        case _:
            return next(told for told in parts.quiet.told() if told.service == service)


def _service(parts: Parts, service: Service) -> Finding:
    told = told_by(parts, service)
    return Finding(service, told.is_known, desk_services.sentence(told))


def _quiet(parts: Parts) -> Finding:
    reasons = parts.quiet.reasons()
    held = f"reminders wait now: {quiet.reasons(sorted(reasons))}" if reasons else "nothing keeps reminders back now"
    return Finding("quiet", True, held)


def _extras() -> Finding:
    wanted = {
        "jeepney" if sys.platform == "linux" else "wakepy": "desktop",
        "fontpkg": "fonts",
        "hibari": "voice",
        "soundfile": "export",
        "mutagen": "export",
        "icalendar": "export",
    }
    missing = sorted({extra for module, extra in wanted.items() if importlib.util.find_spec(module) is None})
    if missing:
        return Finding("extras", False, f"not installed: {', '.join(missing)}; the program does without")
    return Finding("extras", True, "all installed")
