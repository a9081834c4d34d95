"""A new person at a terminal: the questions, the wall test, the routine for what it found, a pain in it, and today."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

from tests.journeys.in_a_terminal import PATIENCE_SECONDS, ROOT, Journey, journey
from tests.mistakes import has_mistake
from tests.terminal.stage import picture

pytestmark = pytest.mark.slow  # real processes in real terminals

POINTS = 7


def says(home: Path, *words: str) -> str:
    """What a command prints."""
    environ = os.environ | {"POSTURE_COACH_HOME": str(home)}
    ran = subprocess.run(
        [sys.executable, "-m", "coach", *words], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert not has_mistake(ran.stderr)
    return ran.stdout + ran.stderr


def answers_no_until(it: Journey, words: str) -> None:
    """Whatever is asked with yes or no: no."""
    end, answered = time.monotonic() + PATIENCE_SECONDS, ""
    while words not in (now := "\n".join(picture(it.written))):
        assert time.monotonic() < end, now
        if ("n  no" in now or "n  None of these" in now) and now != answered:
            answered = now
            it.type("n")
        it.read(0.2)


def test_from_the_questions_to_a_pain(tmp_path: Path) -> None:
    assert "wall test" in says(tmp_path, "focus")
    rehearsed = ("--terminal", "--speed", "60", "--mute")
    with journey(tmp_path, "play", "wall-test", *rehearsed, "--questions", "afterwards") as it:
        it.until("does not diagnose")
        it.type(" ")
        answers_no_until(it, "Stand with your back to the wall")
        for when in ("at first", "back at the wall"):
            for number in range(1, POINTS + 1):
                it.until(f"{number} of {POINTS}")
                it.until(f"From memory: {when}")
                it.type("1")
        it.until("Where do you feel the most tension?")
        it.type("3")
        for side in ("left side", "right side"):
            it.until(side)
            it.type("6\r")
        it.until("left 6, right 6")
        it.type("\r")
        it.until("measure the gap")
        it.type("\r")
        assert it.end() == 0
        assert "Made for you: Focus routine" in it.written
        assert "Between the shoulder blades: 6." in it.written
    assert "Shoulder-blade squeeze" in says(tmp_path, "focus")
    with journey(tmp_path, "play", "focus", "--terminal", "--speed", "10", "--mute") as it:
        it.until("Shoulder-blade squeeze")
        it.until("Press Enter to go on.")  # what to fetch waits for them
        it.type("\r")
        it.until("repetition ")
        it.type("h")
        it.until("How much does it hurt")
        it.type("7\r")
        it.until("How hard was it?")
        it.type("6\r")
        assert it.end() == 0
        assert "Because it hurt, Shoulder-blade squeeze will be a level easier next time." in it.written
    told = says(tmp_path, "today")
    assert "Pain of 7 in the session of" in told
    assert "the safety questions again: 'posture-coach safety ask'." in told
    assert "Gentle recovery" in told
