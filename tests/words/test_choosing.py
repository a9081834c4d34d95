"""What may be chosen for an exercise, to the letter."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer
from coach.progression.choosing import Option
from coach.progression.ladder import Rung
from coach.words.choosing import choice, chosen
from coach.words.language import ENGLISH
from tests.progression.past import exercise

ROW = exercise("row")


def rung(key: str | None, **dose: float) -> Rung:
    return Rung(ROW, DoseLayer(**({"reps": 8} | dose)), key)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("option", "button", "sentence"),
    [
        (Option("easier", rung("half")), "Easier: half as much", "Cat-cow from now on: half as much."),
        (Option("easier", rung("easier")), "Easier: Row", "Cat-cow from now on: Row."),
        (Option("down", rung(None)), "Easier: as in the file", "Cat-cow from now on: as in the file."),
        (Option("harder", rung("to")), "Harder: Row", "Cat-cow from now on: Row."),
        (Option("up", rung("reps", reps=10)), "Harder: 10 repetitions", "Cat-cow from now on: 10 repetitions."),
        (Option("up", rung("sets", sets=3)), "Harder: 3 sets", "Cat-cow from now on: 3 sets."),
        (Option("up", rung("hold", hold=8)), "Harder: held for 8 s", "Cat-cow from now on: held for 8 s."),
        (Option("up", Rung(ROW, DoseLayer(for_seconds=40), "for")), "Harder: 40 s", "Cat-cow from now on: 40 s."),
        (Option("reset", rung(None)), "As in the file", "Cat-cow is as in the file from now on."),
        (Option("hold"), "Hold here", "Cat-cow stays as it is until you choose harder."),
    ],
)
def test_every_choice_has_its_words(option: Option, button: str, sentence: str) -> None:
    assert choice(ENGLISH, option) == button
    assert chosen(ENGLISH, option, "Cat-cow") == sentence
