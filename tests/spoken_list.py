"""How all is said that the shipped library can say: `python -m tests.spoken_list` writes it anew.

tests/sound/voice/spoken.txt has each sentence with its phonemes, so that neither a new version of the voice nor a new
entry for a word changes how something is said without being seen. Whoever changes a text looks at the lines that
change with it. A sentence is what the voice reads in one go; numbers and names come in with the doses of each session.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from coach.asked_in_turn import said_in
from coach.content.catalogue import Catalogue
from coach.content.model import POSITIONS, Plan
from coach.session.length import chosen_length
from coach.session.phrases import Phrases
from coach.session.recording import recorded
from coach.session.timeline import Timeline
from coach.sound.voice.pronounce import Pronounce
from coach.sound.voice.read_aloud import spoken
from coach.wiring import Parts, build
from coach.words.language import ENGLISH
from coach.words.library import focus_title
from coach.words.progression import said_aloud
from coach.words.safety import stop_aloud

KEPT = Path(__file__).parent / "sound" / "voice" / "spoken.txt"
LENGTHS = range(10, 65, 5)
"""Minutes that a person may choose for a run, by what is offered."""


def kept() -> dict[str, str]:
    """The sentences of the file, and the phonemes of each."""
    lines = KEPT.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def read() -> Callable[[str], str]:
    """From a sentence to its phonemes, as the voice's helper process reads them; no sound is made."""
    from hibari import g2p

    from coach.sound.voice.hibari_reading import reader

    return reader(g2p)


def sentences(texts: Iterable[str], library: Catalogue) -> list[str]:
    """The texts as the voice is handed them, cut as it cuts them, each sentence once."""
    from hibari import Hibari

    pronounce = Pronounce(library.pronunciations.values(), phonemes=True)
    return sorted({one for text in texts for one in Hibari.split_sentences(pronounce(spoken(text)))})


def everything() -> list[str]:
    """Each sentence that the shipped library can say."""
    with tempfile.TemporaryDirectory() as home:
        parts = build({"POSTURE_COACH_HOME": home}, sound=False)
        try:
            return sentences(list(_texts(parts)), parts.library.catalogue)
        finally:
            parts.close()


def _texts(parts: Parts) -> Iterator[str]:
    library = parts.library.catalogue
    yield from stop_aloud(ENGLISH, library.safety)
    yield from (f"{focus_title()}.", *map(Phrases(library.coaching.phrases).come_up, POSITIONS))
    for exercise in library.exercises.values():
        yield from (f"First: {exercise.title}.", f"Next: {exercise.title}.", str(exercise.describe))
        timeline = parts.timeline("exercise", exercise.id)
        yield from (*_of(timeline), *_of(recorded(timeline, library.exercises, library.coaching)))
    for test in library.tests.values():
        yield from _of(parts.timeline("test", test.id))
        yield from said_in(test, library.areas, ENGLISH)
    for reminder in library.reminders.values():
        yield from (str(message.say) for message in reminder.messages)
    for plan in library.plans.values():
        for name in sorted(set(_planned(plan))):
            yield from _of(parts.timeline("routine", name))
    for routine in library.routines.values():
        timeline = parts.timeline("routine", routine.id)
        yield from (*_of(timeline), *_of(recorded(timeline, library.exercises, library.coaching)))
        if chosen_length(routine, library.exercises) is not None:
            yield from _of_lengths(parts, routine.id)
    yield from _for_conditions(parts)


def _planned(plan: Plan) -> Iterator[str]:
    """Each routine of the plan as it is in each of its stages."""
    for weeks in plan.weeks:
        yield from (f"{item.routine}@{plan.id}.{weeks.first}" for item in weeks.do if item.routine is not None)


def _of_lengths(parts: Parts, routine: str) -> Iterator[str]:
    for minutes in LENGTHS:
        parts.choose_length(routine, minutes * 60.0, remember=False)
        yield from _of(parts.timeline("routine", routine))


def _for_conditions(parts: Parts) -> Iterator[str]:
    """What is said where something is true of a person: what takes the place of what, and what is left out."""
    library = parts.library.catalogue
    for condition in library.safety.conditions:
        parts.store.add_conditions([condition])
        for routine in library.routines:
            own = parts.own(routine)
            yield from said_aloud(ENGLISH, own, library.exercises)
            yield from _of(parts.timeline("routine", routine))


def _of(timeline: Timeline) -> Iterator[str]:
    for cue in timeline.cues:
        yield from (text for text in (cue.say, cue.brief) if text is not None)
    yield from (aside.say for aside in timeline.asides if aside.say is not None)


def main() -> int:
    phonemes = read()
    lines = [f"{sentence}\t{phonemes(sentence)}" for sentence in everything()]
    KEPT.write_text("# Made by python -m tests.spoken_list\n" + "\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
