"""Timelines are compiled once, and anew when what they came from changes."""

from __future__ import annotations

from dataclasses import replace

from coach.content.model import Coaching, DoseLayer, ExerciseStep, Routine, Text
from coach.session.compile import compile_routine
from coach.session.compiled import CompiledRoutines
from tests.session.library import catalogue, exercise

SQUEEZE = exercise("squeeze", DoseLayer(reps=5))


def routine(reps: int = 5) -> Routine:
    return Routine("short", Text("Short"), (ExerciseStep("squeeze", DoseLayer(reps=reps)),))


def test_the_same_routine_is_compiled_once() -> None:
    compiled, library = CompiledRoutines(), catalogue(SQUEEZE)
    first = compiled.timeline(routine(), library)
    assert first == compile_routine(routine(), library)
    assert compiled.timeline(routine(), library) is first


def test_another_content_language_or_library_is_compiled_anew() -> None:
    compiled, library = CompiledRoutines(), catalogue(SQUEEZE)
    first = compiled.timeline(routine(), library)
    assert compiled.timeline(routine(6), library) == compile_routine(routine(6), library)
    assert compiled.timeline(routine(6), library, "de") is not compiled.timeline(routine(6), library)
    changed = catalogue(exercise("squeeze", DoseLayer(reps=5, hold=3.0)))
    assert compiled.timeline(routine(), changed) == compile_routine(routine(), changed) != first


def test_a_catalogue_with_the_same_exercises_and_coaching_keeps_them() -> None:
    compiled, library = CompiledRoutines(), catalogue(SQUEEZE)
    first = compiled.timeline(routine(), library)
    assert compiled.timeline(routine(), replace(library)) is first
    quiet = replace(library, coaching=Coaching({}))
    assert compiled.timeline(routine(), quiet) == compile_routine(routine(), quiet) != first
