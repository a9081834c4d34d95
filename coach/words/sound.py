"""What keeps sound or voice from being heard, or others from being softer, in words: whole sentences."""

from __future__ import annotations

from collections.abc import Iterable

from coach import installing
from coach.sound.others.protocol import Way
from coach.sound.protocol import Opened
from coach.sound.trouble import Trouble
from coach.words.language import ENGLISH, Language

_PACKAGES = {"no-pygame": "pygame-ce", "pygame-fails": "pygame-ce", "no-pycaw": "pycaw"}
"""What is missing, where the trouble does not name it."""


def sentence(trouble: Trouble, language: Language = ENGLISH) -> str:
    """What is wrong, and what helps where something does; what others say keeps its words."""
    if trouble.what == "said":
        return trouble.why
    kinds = (_of_device, _of_mixer, _of_voice, _of_engine, _of_others, _of_streams, _of_file)
    text = next(text for kind in kinds if (text := kind(trouble.what, language)))
    why = sentence(trouble.because, language) if trouble.because else trouble.why
    package = _PACKAGES.get(trouble.what, trouble.more)
    line = installing.line(package) if "{line}" in text else ""
    return text.format(name=trouble.name or _nameless(language), why=why, more=trouble.more, line=line)


def sentences(troubles: Iterable[Trouble], language: Language = ENGLISH) -> str:
    """Each of them, one after the other."""
    return " ".join(sentence(one, language) for one in troubles)


def opened(device: Opened, language: Language = ENGLISH) -> str:
    """The device that is open: `pulseaudio, 48000 Hz, 2 channels, buffer of 512 frames`."""
    channels = device.channels
    told = language.translate(
        "Sound",
        "{driver}, {rate} Hz, %n channels, buffer of {frames} frames",
        "{driver}, {rate} Hz, 1 channel, buffer of {frames} frames",
        channels,
    )
    return told.format(driver=device.driver, rate=device.rate_hz, frames=device.frames)


def way(of: Way, language: Language = ENGLISH) -> str:
    """Through what others are lowered, as it continues a sentence."""
    if of == "pactl":
        return language.translate("Sound", "through pactl")
    return language.translate("Sound", "through the volume mixer of Windows") if of else ""


def _nameless(language: Language) -> str:
    return language.translate("Sound", "a file without an ending")


def _of_device(what: str, language: Language) -> str:
    return {
        "device-gone": language.translate(
            "Sound", "The sound device is gone; the session goes on without sound until it is back."
        ),
        "device-silent": language.translate(
            "Sound", "The sound device does not answer; the session goes on without sound until it does."
        ),
        "device-lost": language.translate(
            "Sound", "The sound device was opened and at once lost; connect or switch on one."
        ),
        "no-device": language.translate(
            "Sound", "There is no sound: no device could be opened. Connect or switch one on. ({why})"
        ),
        "no-pygame": language.translate(
            "Sound", "There is no sound, because pygame-ce is not installed; write: {line}"
        ),
        "pygame-fails": language.translate("Sound", "pygame-ce is missing ({why}); write: {line}"),
        "unprepared": language.translate("Sound", "The sounds could not be prepared ({why})."),
        "unplayable": language.translate(
            "Sound", "{name} cannot be played ({why}); put a readable WAV file in its place."
        ),
    }.get(what, "")


def _of_mixer(what: str, language: Language) -> str:
    return {
        "program-muted": language.translate(
            "Sound",
            "The system's mixer has Posture Coach muted: unmute it while it plays, in the system's sound settings, or "
            "in pavucontrol on the page Playback.",
        ),
        "program-at-zero": language.translate(
            "Sound",
            "The system's mixer has Posture Coach at a volume of 0: turn it up while it plays, in the system's sound "
            "settings, or in pavucontrol on the page Playback.",
        ),
        "output-muted": language.translate(
            "Sound", "The system's mixer has the output {name} muted: unmute it in the system's sound settings."
        ),
        "output-at-zero": language.translate(
            "Sound",
            "The system's mixer has the output {name} at a volume of 0: turn it up in the system's sound settings.",
        ),
    }.get(what, "")


def _of_voice(what: str, language: Language) -> str:
    return {
        "voice-unloaded": language.translate(
            "Sound", "The voice cannot be loaded: {why}. The captions show every sentence."
        ),
        "voice-unstarted": language.translate(
            "Sound", "The voice cannot be started ({why}); the captions show every sentence."
        ),
        "voice-stopped": language.translate("Sound", "The voice stopped twice; the captions show every sentence."),
        "unspoken": language.translate(
            "Sound", "A sentence could not be spoken: {why}. The captions show every sentence."
        ),
        "soundless": language.translate(
            "Sound", "The voice has no sound for a sentence in this script. The captions show every sentence."
        ),
        "unkept": language.translate(
            "Sound", "Speech cannot be kept in {name} ({why}). The captions show every sentence."
        ),
        "no-place": language.translate(
            "Sound", "Speech has no place to be kept ({why}); the captions show every sentence."
        ),
        "script-unread": language.translate(
            "Sound", "The voice cannot read every sentence's script; the captions show them."
        ),
        "script-left-out": language.translate(
            "Sound", "The voice cannot read every sentence's script; those are left out."
        ),
    }.get(what, "")


def _of_engine(what: str, language: Language) -> str:
    """Within a sentence about the voice, or about a file."""
    return {
        "no-command": language.translate("Sound", "this system has no speech command"),
        "command-speaks-another": language.translate("Sound", "{name} has no voice for this language"),
        "command-fails": language.translate("Sound", "{name} failed: {why}"),
        "networked": language.translate("Sound", "the voice may not use the network ({why})"),
        "wrong-bits": language.translate("Sound", "{name} has samples of {more} bits; 16 are read"),
    }.get(what, "")


def _of_others(what: str, language: Language) -> str:
    return {
        "not-on-macos": language.translate("Sound", "macOS does not let a program lower others."),
        "no-pycaw": language.translate("Sound", "The package pycaw is missing; write: {line}"),
        "no-pactl": language.translate("Sound", "The command pactl is missing; install pulseaudio-utils."),
        "mixer-unreachable": language.translate("Sound", "The volume mixer of Windows cannot be reached ({why})."),
        "not-lowered": language.translate("Sound", "Other sounds cannot be lowered: {why}"),
        "not-given-back": language.translate(
            "Sound", "Other sounds could not be given back: {why} They are when this program starts again."
        ),
    }.get(what, "")


def _of_streams(what: str, language: Language) -> str:
    """What others are lowered through does not do it."""
    return {
        "mixer-closed": language.translate("Sound", "Windows does not let its volume mixer be reached ({why})."),
        "mixer-silent": language.translate("Sound", "The volume mixer of Windows does not answer ({why})."),
        "program-fails": language.translate("Sound", "{name} does not work ({why})."),
        "stream-ended": language.translate("Sound", "{name} has ended."),
    }.get(what, "")


def _of_file(what: str, language: Language) -> str:
    return {
        "unknown-kind": language.translate("Sound", "{name} is not a kind of sound file; write {more}"),
        "needs-package": language.translate("Sound", "{name} needs the package {more}; write: {line}, or choose .wav"),
        "unwritten": language.translate("Sound", "{name} cannot be written: {why}"),
    }.get(what, "")
