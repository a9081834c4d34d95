"""What a dose's word leaves out: how fast a repetition goes, and what an author tells at which moment of the work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.content.model import Cue, CueAt, CueAtPhase, CueEach, Dose, Phase, Text
from coach.session.repetitions import PHASES
from coach.session.timeline import Interval
from coach.words import durations
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list, lowered

BEGINNING_SECONDS = 3.0  # what is told so early tells how to begin


def tempo(of: Dose | Interval, phases: Mapping[str, Text], language: Language = ENGLISH) -> str:
    """`2 s glide back, 5 s hold, 2 s let go`; of a movement that repeats in timed work `every 2 s`; else nothing.

    `phases` are the exercise's own words.
    """
    if of.reps is None:
        every = language.translate("Tempo", "every {time}")
        return "" if of.every is None else every.format(time=durations.short(of.every, language))
    if of.own_pace if isinstance(of, Dose) else of.open:
        return ""
    lengths = {phase: getattr(of, phase) for phase in PHASES}
    return comma_list(
        (
            language.translate("Tempo", "{time} {phase}", "5 s hold").format(
                time=durations.short(seconds, language), phase=lowered(phase_name(phase, phases, language), language)
            )
            for phase, seconds in lengths.items()
            if seconds
        ),
        language,
    )


def phase_name(phase: Phase, phases: Mapping[str, Text], language: Language = ENGLISH) -> str:
    """What a phase of a repetition is called, by the exercise itself where `phases` says so."""
    if own := phases.get(phase):
        return own.in_language(language.tag)
    match phase:
        case "move":
            return language.translate("Tempo", "Move")
        case "hold":
            return language.translate("Tempo", "Hold")
        case "back":
            return language.translate("Tempo", "Back")
        case "pause":
            return language.translate("Tempo", "Pause")


def told(cues: Iterable[Cue], phases: Mapping[str, Text], language: Language = ENGLISH) -> list[str]:
    """What a step's own cues say, each with its moment unless it begins the work: `0:10 Breathe out.`

    `phases` are the exercise's own words.
    """
    return [text for cue in cues if (text := _told(cue, phases, language))]


def _told(cue: Cue, phases: Mapping[str, Text], language: Language) -> str:
    if not cue.say:
        return ""
    if isinstance(cue, CueAt):
        return f"{_moment(cue, language)} {cue.say.in_language(language.tag)}".lstrip()
    if isinstance(cue, CueAtPhase):
        name = lowered(phase_name(cue.phase, phases, language), language)
        when = language.translate("Tempo", "each {phase}:").format(phase=name)
        return f"{when} {cue.say.in_language(language.tag)}"
    if isinstance(cue, CueEach):
        n = max(1, cue.repetitions)
        when = language.translate("Tempo", "every %n repetitions:", "each time:", n)
        return f"{when} {cue.say.in_language(language.tag)}"
    every = language.translate("Tempo", "every {time}:").format(time=durations.short(cue.seconds, language))
    return f"{every} {' / '.join(text.in_language(language.tag) for text in cue.say)}"


def _moment(cue: CueAt, language: Language) -> str:
    if cue.share is not None:
        return language.translate("Tempo", "{n} %:").format(n=round(cue.share * 100)) if cue.share else ""
    if cue.before_end is not None:
        if not cue.before_end:
            return language.translate("Tempo", "at the end:")
        before = language.translate("Tempo", "{time} before the end:")
        return before.format(time=durations.short(cue.before_end, language))
    return durations.clock(cue.from_start) if cue.from_start and cue.from_start > BEGINNING_SECONDS else ""
