"""What a voice is told beside the sentences: how much room each has, and the sentence without the description."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer
from coach.session.compile import compile_routine
from coach.session.events import Say
from coach.session.player import Player
from coach.session.timeline import Timeline
from tests.session.library import catalogue, exercise, routine, step


def four_repetitions(describe: str = "Sit tall.", prepare: float = 10.0) -> Timeline:
    some = exercise("some", DoseLayer(reps=4, move=2.0, back=2.0), describe=describe)
    return compile_routine(routine(step("some"), step("some"), prepare=prepare), catalogue(some))


@pytest.mark.parametrize(
    ("describe", "prepare", "say", "brief"),
    [
        (
            "Sit tall.",
            10.0,
            "A routine. First: Some. 4 repetitions. Sit tall.",
            "A routine. First: Some. 4 repetitions.",
        ),
        ("Sit tall. " * 20, 10.0, "A routine. First: Some. 4 repetitions.", "A routine. First: Some. 4 repetitions."),
        ("Sit tall.", 2.0, None, None),
    ],
)
def test_the_brief_form_leaves_the_description_out(
    describe: str, prepare: float, say: str | None, brief: str | None
) -> None:
    cues = [c for c in four_repetitions(describe, prepare).cues if c.event == "prepare"]
    assert [(c.say, c.brief) for c in cues] == ([(say, brief)] if say else [])


def test_an_event_without_a_description_has_no_brief_form() -> None:
    briefs = {cue.event: cue.brief for cue in four_repetitions().cues if cue.say is not None}
    assert briefs["last-rep"] is None
    assert briefs["done"] is None
    assert briefs["next"] == "Next: Some. 4 repetitions."


def test_the_json_form_knows_neither() -> None:
    assert {key for cue in four_repetitions().cues for key in cue.as_json()} == {"at", "say", "sound"}


def test_the_player_hands_both_on() -> None:
    timeline = four_repetitions()
    player = Player(timeline, has_keyboard=False, gap_after=1e9)
    said = [e for e in player.start(0.0) + player.advance(timeline.seconds + 1) if isinstance(e, Say)]
    cues = [cue for cue in timeline.cues if cue.say is not None]
    assert [(e.text, e.room, e.brief) for e in said] == [(c.say, c.room, c.brief) for c in cues]
    assert said[0].brief == "A routine. First: Some. 4 repetitions."
    assert said[1].room == 4.0  # "Last one." before the next exercise is announced


def test_what_begins_a_sentence_has_a_capital() -> None:
    some = exercise("some", DoseLayer(as_long_as_possible=True), describe="{dose} stays as it is written.")
    first = next(cue for cue in compile_routine(routine(step("some"), prepare=20.0), catalogue(some)).cues if cue.say)
    assert "{dose} stays as it is written." in str(first.say)
    assert ". As long as you can, up to 2 minutes." in str(first.say)
