"""A routine, test or plan to take along: sound, calendar entries, a printed sheet, the timeline as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.model import Plan
from coach.session.timeline import Timeline
from coach.sound.audio_file import SUFFIXES as AUDIO
from coach.sound.audio_file import AudioError, Contents, Progress, write_audio
from coach.sound.audio_file import why_not as why_no_audio
from coach.sound.marks import Chapter, chapters_of
from coach.sound.voice.maker import Maker
from coach.sound.voice.plan import lines_of, sentence
from coach.sound.voice.speech_cache import Spoken, seconds_of
from coach.sound.voice.words import is_latin

if TYPE_CHECKING:
    from coach.wiring import Parts

SUFFIXES = (*AUDIO, ".ics", ".pdf", ".json")
SPEECH_SHARE = 0.5  # of the progress shown, while speech is made that is not there yet
_LOOK_SECONDS = 0.1


class ExportError(Exception):
    """Carries one sentence for the person. `is_input`: what they asked for is at fault, not this machine."""

    def __init__(self, sentence: str, *, is_input: bool = False) -> None:
        super().__init__(sentence)
        self.is_input = is_input


def export(
    parts: Parts, kind: str, ident: str, path: Path, progress: Progress = lambda _share: True
) -> tuple[str, ...]:
    """Write what the ending of `path` says. Returns what the person should know: "without the voice, because ...".

    Raises ExportError, and coach.sound.audio_file.Cancelled when `progress` answers False.
    """
    suffix = path.suffix.lower()
    writers: Mapping[str, Callable[[Parts, str, str, Path], tuple[str, ...]]] = {
        ".ics": _calendar,
        ".pdf": _sheet,
        ".json": _timeline_json,
    }
    if suffix not in SUFFIXES:
        raise ExportError(f"{path}: its ending says what is written; use one of {', '.join(SUFFIXES)}", is_input=True)
    if kind not in (("routine", "plan") if suffix == ".ics" else ("routine", "test")):
        wanted = "a routine or a plan" if suffix == ".ics" else "a routine or a test"
        raise ExportError(f"{ident} is of the kind {kind}; {suffix} is written of {wanted}", is_input=True)
    if not path.absolute().parent.is_dir():
        raise ExportError(f"{path} cannot be written: there is no folder {path.absolute().parent}")
    try:
        if suffix in AUDIO:
            return _audio(parts, kind, ident, path, progress)
        return writers[suffix](parts, kind, ident, path)
    except AudioError as problem:
        raise ExportError(str(problem)) from None
    except OSError as problem:
        raise ExportError(f"{path} cannot be written: {problem.strerror or problem}") from None


# --- sound -----------------------------------------------------------------------------------------------------------


def _audio(parts: Parts, kind: str, ident: str, path: Path, progress: Progress) -> tuple[str, ...]:
    if reason := why_no_audio(path.suffix.lower()):
        raise AudioError(reason)
    from coach.sound.mixdown import Mix, blocks, cue_seconds
    from coach.sound.score import score

    timeline = parts.timeline(kind, ident)
    sounds = parts.library.catalogue.sounds
    speech, notices = _speech(parts, timeline, lambda share: progress(share * SPEECH_SHARE))
    placed = score(
        timeline,
        cue_seconds(sounds),
        lambda text: seconds_of(speech[text]) if text in speech else None,
        parts.voice_amount,
    )
    cue_gain, speech_gain = parts.loudnesses
    loudest = max(cue_gain, speech_gain) or 1.0  # a file is as loud as can be; the person's own volume comes later
    mix = Mix(placed, timeline.seconds, sounds, speech.get, cue_gain / loudest, speech_gain / loudest)
    contents = Contents(blocks(mix), mix.frames, timeline.title, chapters(timeline, parts.titles, mix.seconds))
    write_audio(path, contents, lambda share: progress(SPEECH_SHARE + share * (1.0 - SPEECH_SHARE)))
    return notices


def _speech(parts: Parts, timeline: Timeline, progress: Progress) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Each sentence's file, those made that were not there, and why some are missing."""
    from coach.sound.audio_file import Cancelled

    choice, cache, amount = parts.voice_choice, parts.speech, parts.voice_amount
    lines = lines_of(timeline, amount)
    if not lines:
        return {}, ()
    if choice.engine is None:
        return {}, (f"Without the voice: {choice.why}.",)
    wanted = {line.text: sentence(line, choice.identity, parts.voice_speed) for line in lines if is_latin(line.text)}
    missing = [one for one in dict.fromkeys(wanted.values()) if cache.find(one) is None]
    made: list[Spoken] = []
    maker = Maker()
    if missing:
        maker.make(choice.engine, cache.folder, missing, lambda one, _path: made.append(one))
        while not maker.wait(_LOOK_SECONDS):
            if not progress(len(made) / len(missing)):
                maker.cancel()
                raise Cancelled
    found = {text: path for text, one in wanted.items() if (path := cache.find(one)) is not None}
    notices = () if maker.trouble is None else (maker.trouble,)
    if len(found) < len(lines) and not notices:
        notices = ("The voice cannot read every sentence's script; those are left out.",)
    return found, notices


def chapters(timeline: Timeline, titles: Mapping[str, str], end: float) -> tuple[Chapter, ...]:
    """A chapter for each exercise step as it is run, from the change-over before it; the title before the first."""
    starts: list[tuple[float, str]] = []
    before: object = None
    for interval in timeline.intervals:
        place = (interval.exercise, interval.step, interval.round)
        if interval.exercise is not None and place != before:
            before = place
            starts.append((interval.start, titles.get(interval.exercise, interval.exercise)))
    if not starts or starts[0][0] > 0.0:
        starts.insert(0, (0.0, timeline.title))
    return chapters_of(starts, end)


# --- paper, calendar, JSON -------------------------------------------------------------------------------------------


def _timeline_json(parts: Parts, kind: str, ident: str, path: Path) -> tuple[str, ...]:
    text = json.dumps(parts.timeline(kind, ident).as_json(), ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")
    return ()


def _calendar(parts: Parts, kind: str, ident: str, path: Path) -> tuple[str, ...]:
    try:
        from coach.export.calendar import plan_calendar, routine_calendar
    except ImportError:
        raise ExportError(".ics needs the package icalendar; write: pip install icalendar") from None
    catalogue, now = parts.library.catalogue, parts.clock.wall()
    if kind == "plan":
        plan: Plan = catalogue.plans[ident]
        data = plan_calendar(plan, parts.timeline, now)
    else:
        data = routine_calendar(catalogue.routines[ident], parts.timeline(kind, ident), now)
    path.write_bytes(data)
    return ()


def _sheet(parts: Parts, kind: str, ident: str, path: Path) -> tuple[str, ...]:
    if kind != "routine":
        raise ExportError(f"{ident} is of the kind {kind}; a sheet is printed of a routine", is_input=True)
    try:
        from coach.ui.sheet_pdf import print_sheet
    except ImportError as problem:
        raise ExportError(f"a sheet cannot be printed: {problem}") from None
    print_sheet(parts, ident, path)
    return ()
