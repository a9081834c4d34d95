"""The age, asked once in the terminal, where the head's distance was measured."""

from __future__ import annotations

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.settings import AGE, AGE_ASKED, LOST_HEIGHT
from coach.words.language import ENGLISH
from coach.words.walltest import bone_advice
from tests.terminal.sitting import Sitting

CONTACT = [(100.0 + n, "1") for n in range(7)]
RECHECK = [(200.0 + n, "1") for n in range(7)]
TENSION = [(210.0, "1"), (211.0, "6"), (212.0, "enter"), (213.0, "2"), (214.0, "enter"), (215.0, "enter")]
UP_TO_THE_GAP = [*CONTACT, *RECHECK, *TENSION]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def pressed(*keys: str) -> list[tuple[float, str]]:
    return [(216.0 + n, key) for n, key in enumerate(keys)]


def test_it_is_asked_once_and_the_gap_read_by_it(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, *UP_TO_THE_GAP, *pressed("7", ".", "5", "enter", "5", "5", "enter", "n"))
    assert sitting.play("test", "wall-test") == 0
    after = sitting.after()
    told = sitting.parts.store.get(AGE)
    assert told is not None
    assert told.years == 55
    assert (sitting.parts.store.get(LOST_HEIGHT), sitting.parts.store.get(AGE_ASKED)) == (False, True)
    assert bone_advice(ENGLISH, "far-from-wall") in after
    assert "  Back of the head to the wall: 7.5 cm." in after
    assert any(line.startswith("Made for you: Focus routine, ") for line in after)


def test_who_was_asked_is_not_asked_again(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, *UP_TO_THE_GAP, *pressed("7", "enter"))
    sitting.parts.store.keep(AGE_ASKED, True)
    assert sitting.play("test", "wall-test") == 0
    assert bone_advice(ENGLISH, "far-from-wall") not in sitting.after()


def test_who_measured_nothing_is_not_asked(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, *UP_TO_THE_GAP, *pressed("enter"))
    assert sitting.play("test", "wall-test") == 0
    assert not sitting.parts.store.get(AGE_ASKED)


@pytest.mark.parametrize("keys", [("7", "enter", "q", "y"), ("7", "enter", "4", "0", "enter", "q", "y")])
def test_who_leaves_the_questions_has_the_result_nevertheless(catalogue: Catalogue, keys: tuple[str, ...]) -> None:
    sitting = Sitting(catalogue, *UP_TO_THE_GAP, *pressed(*keys))
    assert sitting.play("test", "wall-test") == 0
    assert any("Contact     14 of 14" in line for line in sitting.after())
    assert (sitting.parts.store.get(AGE), sitting.parts.store.get(AGE_ASKED)) == (None, False)


def test_who_has_become_shorter_is_advised(catalogue: Catalogue) -> None:
    sitting = Sitting(catalogue, *UP_TO_THE_GAP, *pressed("2", "enter", "enter", "y"))
    assert sitting.play("test", "wall-test") == 0
    assert bone_advice(ENGLISH, "lost-height") in sitting.after()
    assert sitting.parts.store.get(AGE) is None
