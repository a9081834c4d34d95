"""One running program: who is first, what the others get to hear, and what a killed one leaves behind."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from coach.desktop import place as places_of
from coach.desktop.single import Single, send

CHILD = """
import sys
from pathlib import Path
from coach.desktop.single import Single
single = Single(Path(sys.argv[1]))
sys.stdin.readline()                     # all start together
print("first" if single.claim() else "later", flush=True)
single.serve(lambda request: {"heard": request})
sys.stdin.readline()
"""


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def tell(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture
def first(tmp_path):
    single = Single(tmp_path)
    assert single.claim()
    yield single
    single.close()


@pytest.fixture
def temporary(monkeypatch):
    """The machine's place for temporary files, with a name short enough for a socket."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr("tempfile.tempdir", folder)
        yield Path(folder)


def test_the_first_start_answers_the_later_ones(first, tmp_path):
    first.serve(lambda request: {"shown": request["do"] == "show"})
    assert not Single(tmp_path).claim()
    assert send(tmp_path, {"do": "show"}, timeout=5.0) == {"shown": True}
    assert send(tmp_path, {"do": "else"}, timeout=5.0) == {"shown": False}


def test_nobody_runs(tmp_path):
    assert send(tmp_path / "never", {"do": "show"}, timeout=5.0) is None
    assert not (tmp_path / "never").exists(), "asking makes no folder"


def test_after_closing_the_next_start_is_the_first(first, tmp_path):
    first.serve(lambda _: {})
    first.close()
    assert send(tmp_path, {"do": "show"}, timeout=5.0) is None
    second = Single(tmp_path)
    assert second.claim()
    second.close()


def test_a_request_made_before_the_window_is_ready_waits_for_it(first, tmp_path):
    answers = []
    asking = threading.Thread(target=lambda: answers.append(send(tmp_path, {"do": "show"}, timeout=10.0)))
    asking.start()
    first.serve(lambda request: request)
    asking.join()
    assert answers == [{"do": "show"}]


def test_a_program_that_does_not_answer_is_given_up(first, tmp_path):
    assert send(tmp_path, {"do": "show"}, timeout=0.05) is None


def test_what_the_handler_raises_becomes_a_sentence(first, tmp_path):
    def handler(request):
        raise ValueError(f"there is no {request['id']}")

    first.serve(handler)
    assert send(tmp_path, {"id": "chin-tuk"}, timeout=5.0) == {"error": "there is no chin-tuk"}
    assert send(tmp_path, {"id": "again"}, timeout=5.0) == {"error": "there is no again"}


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        (b"", "the request is not understood"),
        (b"\xff\x00", "the request is not understood"),
        (b"[1]", "the request is not understood"),
        (b'{"do": "show"}', "the request is not understood"),
        (b'{"do": "show", "key": 5}', "the request is not understood"),
        (b'{"do": "show", "key": "guessed"}', "the request comes from somebody else"),
    ],
)
def test_a_stranger_learns_nothing(first, tmp_path, message, sentence):
    from multiprocessing.connection import Client

    first.serve(lambda _: {"secret": True})
    with Client(next(places_of.places(tmp_path)).address) as connection:
        connection.send_bytes(message)
        assert json.loads(connection.recv_bytes()) == {"error": sentence}


def test_somebody_who_connects_and_leaves_disturbs_nobody(first, tmp_path):
    from multiprocessing.connection import Client

    first.serve(lambda request: request)
    Client(next(places_of.places(tmp_path)).address).close()
    assert send(tmp_path, {"do": "show"}, timeout=5.0) == {"do": "show"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access lists instead of modes")
def test_only_this_person_can_open_what_it_leaves_in_the_folder(first, tmp_path):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes["running.socket"] == modes["running.key"] == 0o600
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe's name is short")
def test_a_folder_with_too_long_a_name_for_a_socket(tmp_path, temporary):
    folder = tmp_path / ("long" * 20) / ("long" * 20)
    single = Single(folder)
    assert single.claim()
    single.serve(lambda request: request)
    assert not Single(folder).claim()
    assert send(folder, {"do": "show"}, timeout=5.0) == {"do": "show"}
    single.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access lists instead of modes")
def test_a_temporary_folder_of_somebody_else_is_not_used(tmp_path, temporary):
    folder = tmp_path / ("long" * 30)
    (place,) = places_of.places(folder)
    place.folder.mkdir()
    place.folder.chmod(0o777)
    assert list(places_of.places(folder)) == []
    single = Single(folder)
    assert single.claim()
    assert single.trouble == (f"A second start cannot be noticed, because nothing can be written in {folder}.")
    single.close()


def test_killed_without_a_word_leaves_nothing_in_the_way(tmp_path):
    for _ in range(3):
        process = start(tmp_path)
        tell(process)
        assert answer(process) == "first"
        assert send(tmp_path, {"do": "show"}, timeout=10.0) == {"heard": {"do": "show"}}
        end(process)
        assert send(tmp_path, {"do": "show"}, timeout=10.0) is None


def test_of_several_at_once_exactly_one_is_first(tmp_path):
    processes = [start(tmp_path) for _ in range(4)]
    for process in processes:
        tell(process)
    assert sorted(answer(process) for process in processes) == ["first", "later", "later", "later"]
    for process in processes:
        end(process)


@pytest.mark.skipif(not hasattr(os, "kill") or sys.platform == "win32", reason="needs SIGSTOP")
def test_a_program_that_stands_still_does_not_hold_up_the_one_that_asks(tmp_path):
    import signal

    process = start(tmp_path)
    tell(process)
    assert answer(process) == "first"
    process.send_signal(signal.SIGSTOP)
    assert send(tmp_path, {"do": "show"}, timeout=0.1) is None
    assert not Single(tmp_path).claim()
    end(process)
