"""What `remind` asks of the running program, and what it says where none runs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coach.desktop.single import MovedError, Single
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


@pytest.mark.parametrize("action", ["done", "start", "list", "watch", "skip", "now", "resume"])
def test_each_action_says_that_nothing_runs(run: CommandLine, action: str) -> None:
    code, out, err = run("remind", action)
    assert (code, out) == (3, "")
    assert err.startswith("posture-coach: Posture Coach is not running, so there is nothing to ")


def test_an_id_goes_along(run: CommandLine, running: Single) -> None:
    asked: list[dict[str, Any]] = []
    running.serve(lambda request: asked.append(request) or {"running": True, "text": "Fine."})
    assert run("remind", "done", "desk-reset") == (0, "Fine.\n", "")
    assert run("remind", "start")[0] == 0
    assert json.loads(run("remind", "list", "--json")[1]) == {"version": 1, "running": True}
    assert asked == [{"do": "remind-done", "id": "desk-reset"}, {"do": "remind-start"}, {"do": "remind-list"}]


EVENT = {"at": "2026-05-14T09:00:00+02:00", "event": "shown", "id": "a", "title": "A", "why": ""}


class Watched:
    """A program that tells one thing, and then does `last`."""

    def __init__(self, last: Any) -> None:
        self.asked: list[tuple[Any, Any]] = []
        self.last = last

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        assert request["do"] == "remind-watch"
        self.asked.append((request.get("run"), request.get("last")))
        if len(self.asked) > 2:
            return dict(self.last())
        return {"run": "x", "last": len(self.asked), "events": [EVENT] if len(self.asked) == 2 else []}


def test_a_watch_prints_a_line_an_event_and_ends_with_the_program(run: CommandLine, running: Single) -> None:
    def end() -> None:
        running.close()
        raise MovedError

    program = Watched(end)
    running.serve(program)
    code, out, err = run("remind", "watch")
    assert (code, err) == (0, "")
    assert [json.loads(line) for line in out.splitlines()] == [{"version": 1, **EVENT}]
    assert program.asked == [(None, None), ("x", 1), ("x", 2)]


def test_a_watch_says_what_the_program_refuses(run: CommandLine, running: Single) -> None:
    running.serve(Watched(lambda: {"error": "too many"}))
    code, out, err = run("remind", "watch", "--json")
    assert (code, err) == (1, "posture-coach: too many\n")
    assert len(out.splitlines()) == 1


def test_a_watch_of_a_program_that_no_longer_answers_says_so(
    run: CommandLine, running: Single, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.commands.reminding._WATCH_SECONDS", 0.05)

    def stand_still() -> dict[str, Any]:
        raise MovedError

    running.serve(Watched(stand_still))
    code, _, err = run("remind", "watch", answer_seconds=0.5)
    assert (code, err) == (
        3,
        "posture-coach: Posture Coach is running but does not answer any more; start the watch again\n",
    )


def test_who_ends_a_watch_gets_no_complaint(run: CommandLine, running: Single, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    running.serve(Watched(dict))
    monkeypatch.setattr("coach.commands.reminding._next", interrupt)
    assert run("remind", "watch") == (0, "", "")
