"""How the parts are joined."""

from __future__ import annotations

from pathlib import Path

from coach.progress.folders import Home
from coach.sound.voice.plan import lines_of
from coach.sound.voice.protocol import Line, NullVoice
from coach.wiring import Given, Parts, build
from tests.fakes import FakeAwake, FakeClock, FakeCues


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


def test_what_is_given_is_taken_and_given_back(tmp_path: Path) -> None:
    cues, awake = FakeCues(), FakeAwake()
    parts = Parts(Home(tmp_path, tmp_path), FakeClock(), given=Given(cues=cues, awake=awake))
    cues.open()
    assert (parts.cues, parts.awake) == (cues, awake)
    parts.close()
    assert (cues.is_open, awake.calls) == (False, ["release"])
