"""A session as a sound file: speech made where it is not there yet, everything mixed, chapters at the exercises.

    AudioExport.of(parts, "routine", "desk-reset").write(Path("desk-reset.mp3"), progress)

`of` asks the program's parts, in their own thread; `write` may then run in any other one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.model import Pronunciation
from coach.session.recording import recorded
from coach.session.timeline import Timeline
from coach.sound.audio_file import AudioError, Cancelled, Contents, Progress, why_not, write_audio
from coach.sound.marks import Chapter, chapters_of
from coach.sound.score import Placed, delayed, score
from coach.sound.synth import RATE_HZ
from coach.sound.trouble import Trouble
from coach.sound.voice.amount import Amount
from coach.sound.voice.choose import Choice
from coach.sound.voice.maker import Maker
from coach.sound.voice.protocol import Utterance
from coach.sound.voice.speech_cache import SpeechCache, Spoken, seconds_of
from coach.sound.voice.utterances import made_by, utterances_of
from coach.values import dataclass, field, replace
from coach.words import exporting, sound
from coach.words import voice as voice_words
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.progression import said_aloud, said_before
from coach.words.safety import before_you_begin, stop_aloud, stop_if

if TYPE_CHECKING:
    from coach.wiring import Parts

SPEECH_SHARE = 0.5  # of the progress, while speech is made that is not there yet
LEAD_SECONDS = 0.4
"""Silence before the first word of a file: a headset that wakes up for it swallows the beginning."""

BREATH_SECONDS, BEFORE_SESSION_SECONDS = 0.5, 1.0
"""Silence after each sentence that is said first, and before the session begins."""

_LOOK_SECONDS = 0.1  # how often progress is told, and whether to go on is asked


@dataclass(frozen=True)
class AudioExport:
    """All that is needed to render one session. `titles` are those of the exercises, `gains` of cues and speech,
    `before` are sentences that are said first, and `comment` is the text of its tags.
    """

    timeline: Timeline
    titles: Mapping[str, str]
    sounds: Mapping[str, Path]
    choice: Choice
    speech: SpeechCache
    speed: float
    amount: Amount
    gains: tuple[float, float]
    before: tuple[str, ...] = ()
    comment: str = ""
    pronunciations: Mapping[str, Pronunciation] = field(default_factory=dict)
    language: Language = ENGLISH

    @classmethod
    def of(cls, parts: Parts, kind: str, ident: str, *, intro: bool = False) -> AudioExport:
        """What of `parts` the session `kind`/`ident` needs, gathered now, so that `write` asks them nothing more.

        What is left out or replaced for the person is said first, and with `intro` when to stop. KeyError where the
        library has no such session.
        """
        catalogue = parts.library.catalogue
        cues, speech = parts.loudnesses
        loudest = max(cues, speech) or 1.0  # a file is as loud as can be; how loud it is heard its player decides
        return cls(
            recorded(parts.timeline(kind, ident), catalogue.exercises, catalogue.coaching),
            {name: say(exercise.title, parts.language) for name, exercise in catalogue.exercises.items()},
            dict(catalogue.sounds),
            parts.voice_choice,
            parts.speech,
            parts.voice_speed,
            parts.voice_amount,
            (cues / loudest, speech / loudest),
            _said_first(parts, kind, ident, intro=intro),
            _comment(parts, kind, ident),
            dict(catalogue.pronunciations),
            parts.language,
        )

    def write(self, path: Path, progress: Progress = lambda _share: True) -> tuple[str, ...]:
        """Write the file; returns what the person should know ("Without the voice: ...").

        Raises AudioError, and Cancelled when `progress` answers False.
        """
        if reason := why_not(path.suffix.lower()):
            raise AudioError(reason)
        from coach.sound.mixdown import Mix, blocks, cue_seconds, lift

        speech, notices = self._speech(lambda share: progress(share * SPEECH_SHARE))
        seconds = {text: seconds_of(file) for text, file in speech.items()}
        first, lead = self._first_words(seconds)
        session = delayed(score(self.timeline, cue_seconds(self.sounds), seconds.get, self.amount), lead)
        placed = (*first, *session)
        mix = Mix(placed, lead + self.timeline.seconds, self.sounds, speech.get, *self.gains)
        mix = replace(mix, speech_gain=mix.speech_gain * lift(mix))
        intro = before_you_begin(self.language) if first else ""
        marks = chapters(self.timeline, self.titles, lead, mix.frames / RATE_HZ, intro)
        contents = Contents(blocks(mix), mix.frames, self.timeline.title, marks, self.comment)
        write_audio(path, contents, lambda share: progress(SPEECH_SHARE + share * (1.0 - SPEECH_SHARE)))
        return (*notices, *self._silence(placed))

    def _first_words(self, seconds: Mapping[str, float]) -> tuple[tuple[Placed, ...], float]:
        """Where the sentences before the session lie, and when it begins."""
        placed, at = [], LEAD_SECONDS
        for text in self.before:
            if text in seconds:
                placed.append(Placed(at, seconds[text], text=text))
                at += seconds[text] + BREATH_SECONDS
        return tuple(placed), at + (BEFORE_SESSION_SECONDS if placed else 0.0)

    def _silence(self, placed: Sequence[Placed]) -> tuple[str, ...]:
        """That nothing will be heard, where it is so."""
        cue_gain, speech_gain = self.gains
        if any((speech_gain if one.sound is None else cue_gain) > 0.0 for one in placed):
            return ()
        return (exporting.silent(self.language, is_empty=not placed),)

    def _speech(self, progress: Progress) -> tuple[dict[str, Path], tuple[str, ...]]:
        """Each sentence's file, those made that were not there, and why some are missing."""
        lines = (*map(Utterance, self.before), *utterances_of(self.timeline, self.amount))
        if not lines:
            return {}, ()
        if self.choice.engine is None:
            return {}, (voice_words.without(self.choice, self.language),)
        wanted = made_by(self.choice, lines, self.speed, self.pronunciations)
        trouble = self._make([one for one in dict.fromkeys(wanted.values()) if not self.speech.find(one)], progress)
        found = {text: path for text, one in wanted.items() if (path := self.speech.find(one)) is not None}
        if len(found) < len(lines) and trouble is None:
            trouble = Trouble("script-left-out")
        return found, () if trouble is None else (sound.sentence(trouble, self.language),)

    def _make(self, missing: list[Spoken], progress: Progress) -> Trouble | None:
        """Have these made; what the maker could not do."""
        assert self.choice.engine is not None
        if not missing:
            return None
        made: list[Spoken] = []
        maker = Maker()
        maker.make(
            self.choice.engine,
            self.speech.folder,
            missing,
            lambda one, _path: made.append(one),
            language=self.choice.language,
        )
        while not maker.wait(_LOOK_SECONDS):
            if not progress(len(made) / len(missing)):
                maker.cancel()
                raise Cancelled
        return maker.trouble


def _said_first(parts: Parts, kind: str, ident: str, *, intro: bool) -> tuple[str, ...]:
    """Who chose sounds alone hears words only where they are asked for."""
    catalogue = parts.library.catalogue
    for_you: tuple[str, ...] = ()
    if kind == "routine" and (intro or parts.voice_amount != "sounds"):
        for_you = said_aloud(parts.language, parts.own(ident), catalogue.exercises)
    return (*(stop_aloud(parts.language, catalogue.safety) if intro else ()), *for_you)


def _comment(parts: Parts, kind: str, ident: str) -> str:
    """What a file tells of itself: what is otherwise for the person, when to stop, and what the program is not."""
    catalogue = parts.library.catalogue
    for_you = said_before(parts.language, parts.own(ident), catalogue.exercises) if kind == "routine" else ""
    told = for_you, stop_if(parts.language, catalogue.safety), say(catalogue.safety.disclaimer, parts.language)
    return "\n".join(text for text in told if text)


def chapters(
    timeline: Timeline, titles: Mapping[str, str], lead: float, seconds: float, intro: str = ""
) -> tuple[Chapter, ...]:
    """A chapter for each exercise step as it is run, from the change-over before it; the title before the first.

    `lead` is what comes before the session in a file of `seconds`: silence, with which the first chapter begins, or
    words, which are the chapter `intro`. The last one ends with the file.
    """
    starts: list[tuple[float, str]] = []
    before: object = None
    for interval in timeline.intervals:
        place = (interval.exercise, interval.step, interval.round)
        if interval.exercise is not None and place != before:
            before = place
            starts.append(
                (
                    lead + interval.start if interval.start > 0.0 or intro else 0.0,
                    titles.get(interval.exercise, interval.exercise),
                )
            )
    if not starts or starts[0][0] > (lead if intro else 0.0):
        starts.insert(0, (lead if intro else 0.0, timeline.title))
    if intro:
        starts.insert(0, (0.0, intro))
    return chapters_of(starts, seconds)
