"""What follows from a session, to the letter."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer
from coach.progression.follows import Follows
from coach.progression.ladder import Rung
from coach.progression.reason import Chosen, FellAmber, FellRed, Rose
from coach.words.finish import what_follows, which_load
from coach.words.language import ENGLISH
from tests.progression.past import exercise
from tests.words.languages import Bracketed, outside_brackets

EXERCISES = {name: exercise(name) for name in ("row", "press", "pull")}
PULL = EXERCISES["pull"]


def rung(key: str | None, **dose: float) -> Rung:
    return Rung(EXERCISES["row"], DoseLayer(**({"reps": 8} | dose)), key)  # type: ignore[arg-type]


TWICE = Rose(2, 5, 1)


@pytest.mark.parametrize(
    ("follows", "sentence"),
    [
        (
            Follows("easier", ("row",), is_all=True, why=FellRed("pain", 6)),
            "Because it hurt, Row will be a level easier next time.",
        ),
        (
            Follows("easier", ("row", "press"), is_all=True, why=FellRed("stopped", 6)),
            "Because it hurt, all of it will be a level easier next time.",
        ),
        (
            Follows("easier", ("row", "press"), why=FellAmber(2, 4)),
            "Because it hurt again, Row and Press will be a level easier next time.",
        ),
        (
            Follows("easier", ("row", "press", "pull"), why=FellRed("pain", 6)),
            "Because it hurt, 3 of the exercises will be a level easier next time.",
        ),
        (Follows("easier", ("gone",), why=Chosen("easier")), "Gone will be easier next time, as you chose."),
        (
            Follows("easiest", ("row", "press"), is_all=True),
            "All of it will be as easy as it gets next time; leave out whatever still hurts.",
        ),
        (
            Follows("rises", ("row",), why=TWICE, rung=rung("reps", reps=10)),
            "It went well twice. Next time: 10 repetitions of Row.",
        ),
        (
            Follows("rises", ("row",), why=Rose(7, 5, 1), rung=rung("sets", sets=3)),
            "It went well 7 times. Next time: 3 sets of Row.",
        ),
        (
            Follows("rises", ("row",), why=Rose(1, 5, 1), rung=rung("hold", hold=8)),
            "It went well. Next time: Row, held for 8 s.",
        ),
        (
            Follows("rises", ("row",), why=TWICE, rung=Rung(EXERCISES["row"], DoseLayer(for_seconds=90), "for")),
            "It went well twice. Next time: 1 min 30 s of Row.",
        ),
        (
            Follows("rises", ("row",), why=Chosen("harder"), rung=Rung(PULL, DoseLayer(reps=8), "to")),
            "As you chose. Next time: Pull in place of Row.",
        ),
        (
            Follows("rises", ("row",), why=TWICE, rung=Rung(PULL, DoseLayer(reps=10), "reps")),
            "It went well twice. Next time: 10 repetitions of Pull.",
        ),
        (Follows("rises", ("row",), why=TWICE, rung=rung(None)), "It went well twice. Next time: Row in full again."),
        (
            Follows("rises", ("row",), why=TWICE, rung=rung("sets", sets=3), hurting=("press",)),
            "Because of some pain, Press will be the same next time. Next time: 3 sets of Row.",
        ),
        (Follows("some-pain", ("row",)), "Because of some pain, Row will be the same next time."),
        (Follows("harder-than-meant"), "Harder than meant: the same next time."),
        (Follows("unfinished"), "What you did counts: the same next time."),
        (Follows("held"), "It went well, and it stays as it is, as you chose."),
        (Follows("well"), "It went well: the same next time."),
        (
            Follows("well", left=1),
            "It went well: the same next time, and after one more like this it may rise a little.",
        ),
        (Follows("well", left=6), "It went well: the same next time, and after 6 more like this it may rise a little."),
        (Follows("same"), "The same next time."),
    ],
)
def test_every_one_has_its_sentence(follows: Follows, sentence: str) -> None:
    assert what_follows(ENGLISH, follows, EXERCISES) == sentence


def test_it_asks_for_the_band_of_one_exercise_or_of_several() -> None:
    assert which_load(ENGLISH, "Band row") == "Which band or weight did you use for Band row?"
    assert which_load(ENGLISH) == "Which band or weight did you use?"
    assert outside_brackets(which_load(Bracketed(), "[Row]") + which_load(Bracketed())) == ""
