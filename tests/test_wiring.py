"""How the parts are joined."""

from __future__ import annotations

from pathlib import Path

from coach.sound.voice.plan import lines_of
from coach.sound.voice.protocol import Line, NullVoice
from coach.wiring import build


class Listening(NullVoice):
    """A voice that only remembers what it shall say."""

    amount = "all"

    def __init__(self) -> None:
        self.prepared: list[tuple[Line, ...]] = []

    def prepare(self, lines) -> None:
        self.prepared.append(tuple(lines))


def test_the_openings_are_the_first_sentence_of_every_session_once(tmp_path: Path) -> None:
    parts = build({"POSTURE_COACH_HOME": str(tmp_path)}, sound=False)
    voice = parts.__dict__["voice"] = Listening()
    try:
        parts.prepare_openings()
        catalogue = parts.library.catalogue
        timelines = [parts.timeline("routine", name) for name in catalogue.routines]
        timelines += [parts.timeline("test", name) for name in catalogue.tests]
        assert len(timelines) >= 10
        (openings,) = voice.prepared
        assert list(openings) == list(dict.fromkeys(lines_of(timeline)[0] for timeline in timelines))
    finally:
        parts.close()
