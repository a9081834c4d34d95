"""What is said of things to fetch and of another position, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from coach.content.model import (
    Coaching,
    CoachingEvent,
    DoseLayer,
    Exercise,
    RestStep,
    RoundsStep,
    Routine,
    SayStep,
    Text,
)
from coach.session.compile import compile_routine
from tests.session.library import catalogue, exercise, routine, says, step

TOLD = says("{exercise}. {needs} {position} {dose}.", "{exercise}. {needs}", "{exercise}.")
COACHING = Coaching({"prepare": CoachingEvent(TOLD), "next": CoachingEvent(TOLD)})


def an(id_: str, position: str, *needs: str) -> Exercise:
    dose = DoseLayer(for_seconds=5.0, as_long_as_possible=False)
    return replace(exercise(id_, dose), position=position, needs=needs)


LIBRARY: Mapping[str, Exercise] = {
    one.id: one
    for one in (
        an("row", "standing", "band", "anchor"),
        an("pull", "standing", "band"),
        an("rest", "prone", "mat"),
        an("sit", "sitting", "chair", "band"),
        an("wide", "standing"),
    )
}


def told(made: Routine) -> list[str | None]:
    timeline = compile_routine(made, catalogue(*LIBRARY.values(), coaching=COACHING))
    return [cue.say for cue in timeline.cues]


def test_what_is_new_is_said_once() -> None:
    assert told(routine(*(step(name) for name in ("row", "pull", "rest", "sit", "wide")))) == [
        "Row. You need a band and an anchor. Standing. 5 seconds.",
        "Pull. 5 seconds.",
        "Rest. You need a mat. Lying face down. 5 seconds.",
        "Sit. You need a chair. Sitting. 5 seconds.",
        "Wide. Standing. 5 seconds.",
    ]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("sit", "either", "sit"), [None, None, None]),
        (("wide", "either", "sit"), [None, None, "Sitting."]),
        (("rest", "either", "sit"), [None, "Standing.", "Sitting."]),
        (("either", "sit"), [None, "Sitting."]),
    ],
)
def test_who_may_stay_as_they_are_is_told_of_no_position(names: tuple[str, ...], words: list[str | None]) -> None:
    either = replace(an("either", "standing"), also_in=("sitting",))
    said = says("{position}")
    coaching = Coaching({"prepare": CoachingEvent(says("Begin.")), "next": CoachingEvent(said)})
    library = catalogue(*LIBRARY.values(), either, coaching=coaching)
    timeline = compile_routine(routine(*(step(name) for name in names)), library)
    told = {cue.interval: cue.say for cue in timeline.cues if cue.event == "next"}
    leads = [i for i, interval in enumerate(timeline.intervals) if interval.kind in ("prepare", "between")]
    assert [told.get(i) for i in leads] == words


def test_each_of_several_rounds_is_told_at_its_first_exercise() -> None:
    coaching = Coaching({name: CoachingEvent(says("{exercise}. {round}")) for name in ("prepare", "next")})
    library = catalogue(*LIBRARY.values(), coaching=coaching)
    made = routine(
        step("wide"),
        RoundsStep(2, (step("row", sets=2, rest=10.0), step("pull")), 10.0),
        RoundsStep(1, (step("wide"),)),
        RoundsStep(2, (step("wide"),), 0.0),
    )
    assert [cue.say for cue in compile_routine(made, library).cues] == [
        *("Wide.", "Row. Round 1 of 2.", "Pull.", "Row. Round 2 of 2.", "Pull.", "Wide."),
        *("Wide. Round 1 of 2.", "Wide. Round 2 of 2."),
    ]


def test_of_one_exercise_it_is_new_before_the_first_set_alone() -> None:
    steps = (step("row", sets=2, rest=10.0), RestStep(12.0), step("row"))
    assert told(routine(*steps)) == [
        "Row. You need a band and an anchor. Standing. 2 times 5 seconds.",
        "Row. 5 seconds.",
    ]


@pytest.mark.parametrize(
    ("between", "words"),
    [(10.0, "Rest. You need a mat. Lying face down. 5 seconds."), (2.0, "Rest. You need a mat."), (1.0, "Rest.")],
)
def test_where_there_is_no_room_the_things_come_first(between: float, words: str) -> None:
    assert told(routine(step("wide"), step("rest"), between=between))[1] == words


def test_what_the_routine_s_own_words_have_named_is_not_said_again() -> None:
    made = routine(SayStep(Text("Lay out your Band and an anchor."), None), step("row"), step("rest"))
    assert told(made)[1:] == ["Row. Standing. 5 seconds.", "Rest. You need a mat. Lying face down. 5 seconds."]


def test_at_a_desk_nobody_fetches_a_chair() -> None:
    at_a_desk = replace(routine(step("sit")), goal="desk")
    assert told(at_a_desk) == ["Sit. You need a band. Sitting. 5 seconds."]


def test_a_dose_after_an_empty_sentence_begins_with_a_capital() -> None:
    made = routine(step("wide"), step("wide", as_long_as_possible=True, up_to=60.0))
    assert told(made)[1] == "Wide. As long as you can, up to 1 minute."
    made = routine(step("wide", as_long_as_possible=True, up_to=60.0))
    assert told(made) == ["Wide. Standing. As long as you can, up to 1 minute."]
