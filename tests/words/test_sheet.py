"""A sheet is gathered in the person's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coach.content.model import CueAtPhase, ExerciseStep, RestStep, Review, RoundsStep, SayStep, Text
from coach.session.compile import compile_routine
from coach.words.language import ENGLISH, Language
from coach.words.sheet import Sheet, sheet_of
from tests.ui.parts import shipped
from tests.words.languages import Bracketed, Glossary

RESET = shipped().routines["desk-reset"]
STEPS = (
    SayStep(Text("Stand up.", {"de": "Steh auf."})),
    RoundsStep(2, (ExerciseStep("chin-tuck"), ExerciseStep("wall-angel")), rest=30.0),
    RestStep(20.0),
    RoundsStep(2, (ExerciseStep("chin-tuck"),), rest=0.0),
    SayStep(Text("Well done.")),
)


STRENGTH = shipped().routines["upper-back-strength"]


def gathered(language: Language = ENGLISH) -> Sheet:
    routine = replace(RESET, steps=STEPS)
    return sheet_of(routine, compile_routine(routine, shipped()), shipped(), language)


def test_what_is_said_on_the_way_stands_before_its_exercise() -> None:
    assert [row.before for row in gathered().rows] == [
        ("Stand up.", "2 rounds of 1 to 2, with a rest of 30 s between them."),
        (),
        ("Rest 20 s.", "2 rounds of 3."),
    ]
    assert gathered().after == ("Well done.",)


def test_our_words_are_asked_of_the_language() -> None:
    language = Bracketed()
    sheet = gathered(language)
    assert [row.before[-1:] for row in sheet.rows][::2] == [
        ("[2 rounds of [1 to 2], with a rest of [30 s] between them.]",),
        ("[2 rounds of 3.]",),
    ]
    assert sheet.rows[2].before[0] == "[Rest [20 s].]"
    assert {word for row in sheet.rows for word, _text in row.told} == {"[Think]", "[Avoid]", "[Easier]"}
    assert all(row.dose.endswith(", 2 rounds]") for row in sheet.rows)
    assert ("Sheet", "{first} to {last}") in language.asked


def test_the_easier_exercise_is_named_where_it_asks_for_no_more() -> None:
    rows = sheet_of(STRENGTH, compile_routine(STRENGTH, shipped()), shipped()).rows
    easier = {row.title: dict(row.told).get("Easier") for row in rows}
    assert easier["Side plank"] == "Side plank on your knees"
    assert easier["Band row"] is None  # there is none
    for row in rows:
        one = next(one for one in shipped().exercises.values() if str(one.title) == row.title)
        told, named = shipped().exercises.get(one.easier or ""), dict(row.told).get("Easier")
        assert (named is not None) == (told is not None and set(told.check_first) <= set(one.check_first))


def test_the_librarys_words_are_in_its_language() -> None:
    assert gathered(Glossary("de", {})).rows[0].before[0] == "Steh auf."


def test_what_is_for_this_person_is_printed_as_it_is() -> None:
    routine = shipped().routines["desk-reset"]
    timeline = compile_routine(routine, shipped())
    assert sheet_of(routine, timeline, shipped()).for_you == ""
    assert sheet_of(routine, timeline, shipped(), for_you="Left out for you: X.").for_you == "Left out for you: X."


def test_who_reviewed_what_is_printed_once_and_nothing_of_what_nobody_did() -> None:
    of = shipped()
    assert "reviewed" not in gathered().about
    tuck = replace(of.exercises["chin-tuck"], reviewed=Review(Text("Jane Doe"), date(2026, 3, 1)))
    own = replace(of, exercises={**of.exercises, "chin-tuck": tuck})
    routine = replace(RESET, steps=STEPS)
    about = sheet_of(routine, compile_routine(routine, own), own).about
    assert about.endswith(f" {tuck.title}: reviewed by Jane Doe, on 1 March 2026.")


def test_a_note_is_printed_before_what_is_told_during_the_work() -> None:
    cue = CueAtPhase("hold", Text("Soft jaw."))
    note = Text("A towel behind your head.", {"de": "Ein Tuch hinter dem Kopf."})
    routine = replace(RESET, steps=(ExerciseStep("chin-tuck", cues=(cue,), note=note), ExerciseStep("chin-tuck")))
    rows = sheet_of(routine, compile_routine(routine, shipped()), shipped()).rows
    assert [row.own for row in rows] == ["A towel behind your head.  each hold: Soft jaw.", ""]
    german = sheet_of(routine, compile_routine(routine, shipped()), shipped(), Glossary("de", {})).rows[0].own
    assert german.startswith("Ein Tuch hinter dem Kopf.")


def test_a_load_is_printed_with_the_dose() -> None:
    load = Text("red band", {"de": "rotes Band"})
    routine = replace(RESET, steps=(ExerciseStep("chin-tuck", load=load),))
    for language, word in ((ENGLISH, "red band"), (Glossary("de", {}), "rotes Band")):
        [row] = sheet_of(routine, compile_routine(routine, shipped()), shipped(), language).rows
        assert row.dose.endswith(f"  ·  {word}")
