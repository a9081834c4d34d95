"""One running program: who is first, what the others get to hear, and what a killed one leaves behind."""

from __future__ import annotations

import errno
import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from coach.desktop import place as places_of
from coach.desktop.listening import LONGEST_BYTES, MOST_AT_ONCE
from coach.desktop.single import Single, is_running, send

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
    assert single.trouble == "unnoticed"
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


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe holds nobody")
def test_a_program_at_which_as_many_wait_as_the_system_holds_is_given_up(first, tmp_path):
    with ExitStack() as stack:
        for _ in range(10 * MOST_AT_ONCE):
            stream = stack.enter_context(socket.socket(socket.AF_UNIX))
            stream.setblocking(False)
            try:
                stream.connect(address(tmp_path))
            except BlockingIOError:
                break
        else:
            pytest.skip("this system holds as many as there are")
        assert Single(tmp_path).take_over({"do": "take-over"}, seconds=0.1) is None


# --- a bad or half message hurts nobody else ---


def address(folder):
    return next(places_of.places(folder)).address


def connected(folder):
    stream = socket.socket(socket.AF_UNIX)
    stream.connect(address(folder))
    stream.settimeout(10.0)
    return stream


POSIX = pytest.mark.skipif(sys.platform == "win32", reason="on Windows it is a pipe of whole messages")
HALVES = {
    "nothing": b"",
    "half a length": b"\0\0",
    "half a message": b"\0\0\0\x08half",
    "a huge length": b"\x7f\xff\xff\xff",
    "a length of eight bytes": b"\xff\xff\xff\xff" + b"\x7f" * 8,
    "a negative length": b"\x80\0\0\0",
    "no length": b"[[[[",
}


@pytest.mark.parametrize(
    "message", [b"[" * 60_000, b'{"key":' * 9000, b'{"key": "\\ud800"}', b'{"key": NaN}', b"9" * 9000]
)
def test_a_message_of_brackets_does_not_end_the_listening(first, tmp_path, message):
    from multiprocessing.connection import Client

    first.serve(lambda request: request)
    for _ in range(3):
        with Client(address(tmp_path)) as connection:
            connection.send_bytes(message)
            assert "error" in json.loads(connection.recv_bytes())
    assert send(tmp_path, {"do": "show"}, timeout=5.0) == {"do": "show"}


@POSIX
@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_half_a_message_that_is_held_open_blocks_nobody(first, tmp_path, half):
    first.serve(lambda request: request)
    with connected(tmp_path) as held:
        held.sendall(half)
        assert send(tmp_path, {"do": "show"}, timeout=5.0) == {"do": "show"}


@POSIX
def test_many_silent_connections_block_nobody(first, tmp_path):
    first.serve(lambda request: request)
    held = [connected(tmp_path) for _ in range(3 * MOST_AT_ONCE)]
    assert send(tmp_path, {"do": "show"}, timeout=10.0) == {"do": "show"}
    assert held[0].recv(1) == b"", "the oldest had to go"
    for stream in held:
        stream.close()


@POSIX
def test_a_message_larger_than_any_request_is_not_read(first, tmp_path):
    first.serve(lambda request: request)
    with connected(tmp_path) as stream:
        stream.sendall((LONGEST_BYTES + 1).to_bytes(4, "big"))
        assert stream.recv(1) == b""


def test_a_handler_that_is_slow_holds_up_only_whoever_asked_it(first, tmp_path):
    go_on = threading.Event()

    def handler(request):
        if request["do"] == "slow":
            go_on.wait(30.0)
        return request

    first.serve(handler)
    answers = []
    slow = threading.Thread(target=lambda: answers.append(send(tmp_path, {"do": "slow"}, timeout=30.0)))
    slow.start()
    assert send(tmp_path, {"do": "show"}, timeout=5.0) == {"do": "show"}
    go_on.set()
    slow.join()
    assert answers == [{"do": "slow"}]


def test_an_answer_that_is_no_json_is_said_to_be_none(first, tmp_path):
    first.serve(lambda _request: {"seconds": float("inf")})
    assert send(tmp_path, {"do": "show"}, timeout=5.0) == {"error": "the answer cannot be sent"}


def test_a_long_answer_arrives(first, tmp_path):
    long = "x" * 1_000_000
    first.serve(lambda _request: {"text": long})
    assert send(tmp_path, {"do": "show"}, timeout=10.0) == {"text": long}


def test_the_lock_tells_whether_it_runs(first, tmp_path):
    assert is_running(tmp_path), "also before it answers"
    first.close()
    assert not is_running(tmp_path)
    assert not is_running(tmp_path / "never")
    assert not (tmp_path / "never").exists(), "asking makes no folder"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access lists instead of modes")
def test_a_folder_that_was_there_keeps_its_rights(tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)
    single = Single(shared)
    assert single.claim()
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755
    single.close()


def test_a_file_system_without_locks_is_not_taken_for_a_running_program(tmp_path, monkeypatch):
    def refuse(_file):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("coach.lock._lock", refuse)
    single = Single(tmp_path)
    assert single.claim()
    assert single.trouble == "unnoticed"
    single.close()
