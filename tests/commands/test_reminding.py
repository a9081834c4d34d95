"""What `remind` asks of the running program, and what it says where none runs."""

from __future__ import annotations

import pytest

from tests.command_line import CommandLine


def test_remind_without_a_running_program_says_so(run: CommandLine) -> None:
    code, out, _ = run("remind", "status")
    assert code == 0
    assert "not running" in out
    code, out, err = run("remind", "pause", "30m")
    assert code == 3
    assert "not running" in err
    assert run("remind", "pause")[::2] == (
        2,
        "posture-coach: remind pause: say for how long, such as 'remind pause 30m'\n",
    )


@pytest.mark.parametrize("action", ["pause", "snooze"])
@pytest.mark.parametrize("length", ["999999999h", "31d", "720h1s"])
def test_a_length_that_no_reminder_should_wait_is_refused(run: CommandLine, action: str, length: str) -> None:
    code, out, err = run("remind", action, length)
    assert (code, out) == (2, "")
    assert err.startswith(f"posture-coach: remind {action}: {length} is longer than 30 days; write at most 30d")


def test_thirty_days_are_not_too_long(run: CommandLine) -> None:
    assert run("remind", "pause", "30d")[0] == 3, "it is not running here"


@pytest.mark.usefixtures("running")
def test_a_program_that_runs_and_does_not_answer_is_not_said_to_be_off(run: CommandLine) -> None:
    for words in (["remind", "status"], ["remind", "pause", "30m"], ["remind", "status", "--json"]):
        assert run(*words, answer_seconds=0.05) == (
            3,
            "",
            "posture-coach: Posture Coach is running but does not answer; try again, or end it and start it again\n",
        )
