"""From the first start to the second test: what somebody says changes what they are to do, and each page knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from coach.settings import AIM, DESK_HOURS, KIT_MISSING
from tests.ui.journeys.person import Key, Person

DESK = "Desk. A back that sits all day: short breaks, and a routine for every day"
ALL_TOUCH = [Key.Key_1] * 7
GAP_IS_HARD = [Key.Key_1] * 6 + [Key.Key_2]
BETWEEN = "Between the shoulder blades"
RISEN = "12 repetitions now: twice at effort 5 or less with pain 1 or less"


@pytest.mark.slow  # the longest journey
def test_it_listens(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_welcomed(person)
    is_tested(person)
    trains_four_times(person)
    takes_the_easier_one(person)
    rests_after_a_worse_morning(person)
    stops_for_pain(person)
    answers_again(person)
    is_tested_again(person)
    takes_a_report(person, tmp_path / "report.pdf", monkeypatch)


def is_welcomed(person: Person) -> None:
    """The questions, what it is for, the kit, the hours; then on to the wall."""
    person.reads("Everything stays on this computer")
    person.press("Begin")
    person.answers_that_nothing_applies()
    person.press("Go on")
    person.reads("Tick what you say yes to")
    person.press("Go on", DESK, "Go on", "Foam roller", "Go on", "Friday", "Go on", "To the wall test")
    store = person.parts.store
    hours = store.get(DESK_HOURS)
    assert (store.get(AIM), store.get(KIT_MISSING)) == ("desk", {"foam-roller"})
    assert hours is not None
    assert "fri" not in hours.days
    assert len(store.safety()) == len(store.conditions()) == 1


def is_tested(person: Person) -> None:
    """The result names what was hard, when the shape was lost and where the tension is, and has a routine for it."""
    person.reads("Your first one.")
    person.tests(held=19, contact=GAP_IS_HARD, after=ALL_TOUCH, **{"between-blades": 6, "neck": 2})
    person.reads("Shape lost after 19 s.", "Hard: gap behind the lower back", BETWEEN, "Your focus routine")
    person.reads("Until the next test, from Monday 12 January.", "Start, about 8 min")
    person.press("How long: 12 min")
    [length] = [name for name in person.buttons() if name.startswith("Start, about 11 min")]
    person.press(length)


def trains_four_times(person: Person) -> None:
    """After two good ones a dose rises, one at a time, with its reason wherever it is told."""
    person.does_all()
    assert "after one more like this it may rise a little" in person.rates(5, 1)
    person.reads("Your wall test", "Shoulder-blade squeeze | 2×10")

    its_next_day(person)
    person.press("Start")
    person.does_all()
    assert person.rates(5, 1) == "It went well twice. Next time: 12 repetitions of Shoulder-blade squeeze."
    person.reads("2 sets of 12, hold 3 seconds", RISEN)

    its_next_day(person)
    person.reads("2 sets of 12, hold 3 seconds", RISEN)
    person.press("Start")
    person.until_exercise("scapular-squeeze")
    person.reads("repetition 1 of 12")
    person.does_all()
    assert person.rates(5, 1) == "It went well 3 times. Next time: 3 sets of Band pull-apart."

    its_next_day(person)
    person.press("Start")
    person.does_all()
    assert person.rates(5, 1) == "It went well 4 times. Next time: 3 sets of Band row."
    person.go("progress")
    person.reads("Shoulder-blade squeeze: " + RISEN, "4 sessions finished on 4 days")


def its_next_day(person: Person) -> None:
    """Two days later Today asks for the morning after, by the routine's name; then its page."""
    person.next_day(2)
    person.go("today")
    person.reads("Start Focus routine")
    person.reads_nothing_of("after focus")
    person.go("routine", "focus")


def takes_the_easier_one(person: Person) -> None:
    """A pain of 5 in the middle: the easier exercise takes over at once, and at the end that is not called well."""
    its_next_day(person)
    person.press("Start")
    person.until_exercise("band-pull-apart")
    person.hurts(5)
    person.reads("A 5: make it easier, or stop for today.", "Gentle recovery instead", "Stop")
    person.press("Easier: Wide-grip band pull-apart")
    person.reads("Wide-grip band pull-apart from here on, this time only.")
    person.does_all()
    assert "band-pull-apart-wide" in {work.exercise for work in person.parts.store.past()[-1].work}
    told = person.rates(6, 5)
    assert told.startswith("Because of some pain, Band pull-apart will be the same next time."), told
    person.reads("Band pull-apart")
    person.reads_nothing_of("Wide-grip")


def rests_after_a_worse_morning(person: Person) -> None:
    """Today offers something gentle; after a worse morning nothing of the focus routine is to be started anywhere."""
    person.next_day()
    person.go("today")
    person.reads("How was the morning after Focus routine, 13 Jan?", "Your last pain was 5 of 10", "Gentle recovery")
    person.press("Worse")
    person.reads("Its exercises rest until 15 Jan", "Nothing of Focus routine is left for you now.")
    person.reads_nothing_of("Start Focus routine")
    person.go("routine", "focus")
    person.reads("the morning after was worse")
    assert not person.can_press("Start")


def stops_for_pain(person: Person) -> None:
    """A pain of 7 ends kindly; Today says why the questions come again, and nothing begins before they are answered."""
    person.go("routine", "upper-back-strength")
    person.reads("Left out for you: Band row, Band pull-apart, Face-down T (until")
    person.press("Start")
    person.until_exercise("cat-cow")
    person.hurts(7)
    person.reads("Good that you stopped.", "Move gently for the rest of today.")
    person.reads_nothing_of("Well done", "How much does it hurt now?")
    assert person.rates(6, None) == "Because it hurt, Cat-cow will be a level easier next time."
    person.reads("Seated cat-cow", "the easier exercise now: there was pain of 7")
    person.go("today")
    person.reads("Please have a professional look at it.", "Gentle recovery")
    person.reads("Pain of 7 in the session of 14 Jan: the safety questions again.")
    for page, about, start in (("today", "", "Start"), ("routine", "desk-reset", "Start")):
        person.go(page, about)
        person.press(start)
        person.reads("A few safety questions", "Pain of 7 in the session of 14 Jan")
        person.press("Skip, look around first")
    assert len(person.parts.store.sessions()) == 7, "no session was begun"


def answers_again(person: Person) -> None:
    person.next_day(2)
    person.go("today")
    person.press("Answer them")
    person.answers_that_nothing_applies()
    person.press("Done")
    person.reads_nothing_of("Answer them", "the safety questions again")
    person.reads("Please have a professional look at it.")


def is_tested_again(person: Person) -> None:
    """What has changed is told without a promise, and the page is the test's, not last week's result."""
    person.press("Do the test") if person.can_press("Do the test") else person.go("walltest")
    person.reads("The next one is due: the last was 11 days ago.")
    person.tests(held=24, contact=ALL_TOUCH, after=ALL_TOUCH, **{"between-blades": 3, "neck": 2})
    person.reads("5 s longer than last time", "Some of a change is chance from day to day.")
    person.reads("was 6", "3 less than last time. That may be real; see whether it stays.")
    person.go("progress")
    person.reads("5 s longer than on 5 Jan", f"{BETWEEN} 3 less. That may be real; see whether it stays.")
    person.reads("13 Jan: pain day; 14 Jan: pain day", "Seated cat-cow")


def takes_a_report(person: Person, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_keys: (str(file), ""))
    person.press("Report to take along")
    assert file.read_bytes().startswith(b"%PDF")
