"""Who says the sentences of a session in the window: the coach's voice, a screen reader, or both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.asked_in_turn import said_in
from coach.settings import SPEAKS, VOICE_VOLUME
from coach.sound.voice.protocol import NullVoice, Voice
from coach.sound.voice.who_speaks import Speakers, speakers

if TYPE_CHECKING:
    from coach.session.timeline import Timeline
    from coach.sound.voice.by_reader import Reader
    from coach.sound.voice.protocol import Utterance
    from coach.wiring.machine import Machine
    from coach.wiring.parts import Parts


_OPENINGS, _DONE_LAST = 60, 30
"""Of so many routines the first sentence is made before anybody asks for it, a minute's work of the helper; and so many
sessions back it is looked which were done (our choices)."""


def speakers_of(parts: Machine) -> Speakers:
    """By the person's choice, and by what this machine says and plays at the moment. A rehearsal that runs faster than
    the world says nothing, so its steps are named.
    """
    if parts.clock.speed != 1.0:
        return Speakers(coach=False, reader=False, names_steps=True)
    voice = parts.voice
    is_heard = not parts.muted and parts.store.get(VOICE_VOLUME) > 0 and not (parts.cues.trouble or voice.trouble)
    has_voice = not isinstance(voice, NullVoice)
    return speakers(parts.store.get(SPEAKS), parts.voice_amount, has_voice=has_voice, is_heard=is_heard)


def voice_for(parts: Machine, reader: Reader | None) -> Voice:
    """What says a session's sentences where `reader` tells a screen reader; without one, as in a terminal, the coach
    does.
    """
    who = speakers_of(parts)
    if reader is None or not who.reader:
        return parts.voice
    from coach.sound.voice.by_reader import BothVoices, ReaderVoice

    voice = ReaderVoice(reader, parts.voice_amount, parts.clock.monotonic)
    return BothVoices(parts.voice, voice) if who.coach else voice


def asks_who_speaks(parts: Machine) -> bool:
    """Whether it is to be asked before a session: a screen reader runs, and nobody has chosen yet."""
    return parts.clock.speed == 1.0 and parts.store.get(SPEAKS) is None and parts.screen_reader.runs() is True


def prepare(parts: Parts, timeline: Timeline) -> None:
    """Have the sentences made of a session that may begin soon, where the coach says them."""
    from coach.sound.voice.utterances import utterances_with

    if speakers_of(parts).coach:
        test = parts.library.catalogue.tests.get(timeline.id) if timeline.kind == "test" else None
        asked = said_in(test, parts.library.catalogue.areas, parts.language) if test is not None else ()
        parts.voice.prepare(utterances_with(timeline, asked, parts.voice.amount))


def prepare_openings(parts: Parts) -> Iterator[None]:
    """Have the first sentence of every session made, where the coach says them: the helper needs a second for one, so
    of very many those of the routines that were done last, and then of the first ones. Nothing is made that is kept
    already. Each step looks at one session, since a long past may have to be gone through for it; they are made after
    the last.
    """
    from coach.sound.voice.utterances import utterances_of

    if not speakers_of(parts).coach:
        return
    catalogue = parts.library.catalogue
    done = (
        one.target for one in parts.store.overview.sessions(parts.clock.wall(), _DONE_LAST) if one.kind == "routine"
    )
    routines = list(dict.fromkeys([*(name for name in done if name in catalogue.routines), *catalogue.routines]))
    sessions = [("routine", name) for name in routines[:_OPENINGS]] + [("test", name) for name in catalogue.tests]
    openings: dict[Utterance, None] = {}
    for kind, name in sessions:
        if parts.has(kind, name):  # the library may have changed since the step before
            openings.update(dict.fromkeys(utterances_of(parts.timeline(kind, name), parts.voice.amount)[:1]))
        yield
    parts.voice.prepare(tuple(openings))
