"""How fast a repetition goes, and what an author tells during the work, in words."""

from __future__ import annotations

import pytest

from coach.content.model import CueAt, CueAtPhase, CueEach, CueEvery, Dose, Text
from coach.session.timeline import Interval
from coach.words.tempo import tempo, told
from tests.words.languages import Glossary


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (Dose(reps=12, move=2.0, hold=1.0, back=4.0, pause=10.0), "2 s move, 1 s pull and hold, 4 s back, 10 s pause"),
        (Dose(reps=8, move=0.0, back=0.0, hold=75.0), "1 min 15 s pull and hold"),
        (Dose(reps=8, own_pace=True), ""),
        (Dose(for_seconds=60.0), ""),
        (Dose(for_seconds=60.0, every=2.0), "every 2 s"),
        (Interval("work", 0.0, 40.0, "x", reps=5, move=2.0, hold=0.0, back=2.0, pause=0.0), "2 s move, 2 s back"),
        (Interval("work", 0.0, 40.0, "x", reps=5, move=2.0, hold=0.0, back=2.0, pause=0.0, open="own"), ""),
    ],
)
def test_tempo_and_pause(of: Dose | Interval, words: str) -> None:
    assert tempo(of, {"hold": Text("Pull and hold")}) == words


RED = Text("Red band, elbow on a rolled towel.")


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        (CueAt(from_start=0.0, say=RED), ["Red band, elbow on a rolled towel."]),
        (CueAt(from_start=1.0, say=RED), ["Red band, elbow on a rolled towel."]),
        (CueAt(from_start=70.0, say=RED), ["1:10 Red band, elbow on a rolled towel."]),
        (CueAt(share=0.0, say=RED), ["Red band, elbow on a rolled towel."]),
        (CueAt(share=0.5, say=RED), ["50 %: Red band, elbow on a rolled towel."]),
        (CueAt(before_end=0.0, say=RED), ["at the end: Red band, elbow on a rolled towel."]),
        (CueAt(before_end=5.0, say=RED), ["5 s before the end: Red band, elbow on a rolled towel."]),
        (CueEach(1, say=RED), ["each time: Red band, elbow on a rolled towel."]),
        (CueEach(4, say=RED), ["every 4 repetitions: Red band, elbow on a rolled towel."]),
        (CueEvery(300.0, (Text("In."), Text("Out."))), ["every 5 min: In. / Out."]),
        (CueAtPhase("hold", RED), ["each pull and hold: Red band, elbow on a rolled towel."]),
        (CueAtPhase("back", RED), ["each back: Red band, elbow on a rolled towel."]),
        (CueAt(from_start=5.0, sound="tick"), []),
        (CueAtPhase("back", sound="tick"), []),
        (CueEvery(60.0, sound="tick"), []),
    ],
)
def test_what_an_author_tells(cue: CueAt | CueAtPhase | CueEach | CueEvery, words: list[str]) -> None:
    assert told([cue], {"hold": Text("Pull and hold")}) == words


def test_in_the_persons_language() -> None:
    german = Glossary("de", {"every %n repetitions:": "alle %n Wiederholungen:", "Move": "Bewegen"})
    cue = CueEach(4, say=Text("Slowly.", {"de": "Langsam."}))
    assert told([cue], {}, german) == ["alle 4 Wiederholungen: Langsam."]
    assert tempo(Dose(reps=3, back=0.0), {}, german) == "2 s bewegen"
