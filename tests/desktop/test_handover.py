"""One running program takes over from another: nobody is first in between, and whoever dies leaves the other one."""

from __future__ import annotations

import os
import selectors
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from coach.desktop import single as singles
from coach.desktop.asked import RefusedError
from coach.desktop.lines import SocketLine
from coach.desktop.single import MovedError, Single, is_running, send

NEWCOMER = """
import sys
from pathlib import Path
from coach.desktop.single import Single
single = Single(Path(sys.argv[1]))
print(single.take_over({"do": "take-over"}, 20.0), flush=True)
sys.stdin.readline()
single.serve(lambda request: {"by": "newcomer"})
if sys.argv[2] == "arrives":
    single.arrived()
print("serves", flush=True)
sys.stdin.readline()
"""


class Older:
    """What gives, and what was said to it."""

    def __init__(self) -> None:
        self.refuses = ""
        self.told = threading.Event()
        self.word = ""
        self.has_given = False

    def handle(self, request):
        if self.has_given:
            raise MovedError
        return {"by": "older", **request}

    def give(self, request):
        if self.refuses:
            raise RefusedError(self.refuses)
        self.has_given = True
        return {"state": [1, 2.5], "asked": request}

    def given(self):
        self.word = "given"
        self.told.set()

    def take_back(self):
        self.has_given = False
        self.word = "back"
        self.told.set()


@pytest.fixture
def older(tmp_path):
    made = Older()
    made.single = Single(tmp_path)
    assert made.single.claim()
    made.single.serve(made.handle, made)
    yield made
    made.single.close()


@pytest.fixture
def start(tmp_path):
    processes = []

    def start(way: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", NEWCOMER, str(tmp_path), way],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def go_on(process):
    process.stdin.write("\n")
    process.stdin.flush()


def test_the_newcomer_gets_all_and_the_older_one_hears_of_it(older, start, tmp_path):
    newcomer = start("arrives")
    assert newcomer.stdout.readline() == "{'state': [1, 2.5], 'asked': {'do': 'take-over'}}\n"
    assert not Single(tmp_path).claim()
    go_on(newcomer)
    assert newcomer.stdout.readline() == "serves\n"
    assert older.told.wait(20.0)
    assert older.word == "given"
    assert send(tmp_path, {"do": "x"}, timeout=20.0) == {"by": "newcomer"}
    assert is_running(tmp_path)


def test_who_asks_while_the_newcomer_is_coming_waits_for_it(older, start, tmp_path):
    newcomer = start("arrives")
    newcomer.stdout.readline()
    answers = []
    asking = threading.Thread(target=lambda: answers.append(send(tmp_path, {"do": "x"}, timeout=20.0)))
    asking.start()
    go_on(newcomer)
    asking.join()
    assert answers == [{"by": "newcomer"}]


@pytest.mark.parametrize("served", [False, True])
def test_where_the_newcomer_dies_the_older_one_goes_on(older, start, tmp_path, served):
    newcomer = start("dies")
    newcomer.stdout.readline()
    if served:
        go_on(newcomer)
        newcomer.stdout.readline()
    newcomer.kill()
    newcomer.wait()
    assert older.told.wait(20.0)
    assert older.word == "back"
    assert not Single(tmp_path).claim()
    assert send(tmp_path, {"do": "x"}, timeout=20.0) == {"by": "older", "do": "x"}
    assert start("arrives").stdout.readline().startswith("{'state'"), "and it can be taken over again"


def test_a_newcomer_that_stood_still_for_too_long_hears_that_the_older_one_has_gone_on(older, tmp_path, monkeypatch):
    monkeypatch.setattr(singles, "ARRIVAL_SECONDS", 0.05)
    newcomer = Single(tmp_path)
    assert newcomer.take_over({"do": "take-over"}, 20.0) is not None
    assert older.told.wait(20.0)
    assert older.word == "back"
    assert not newcomer.arrived()
    newcomer.close()
    assert not Single(tmp_path).claim(), "the older one has its place"
    assert send(tmp_path, {"do": "x"}, timeout=20.0) == {"by": "older", "do": "x"}


def test_a_newcomer_whose_older_one_was_killed_stays(older, tmp_path):
    newcomer = Single(tmp_path)
    assert newcomer.take_over({"do": "take-over"}, 20.0) is not None
    newcomer._arriving.hang_up()  # as where the other side is gone
    assert newcomer.arrived()
    newcomer.close()


OLDER = """
import sys
from pathlib import Path
from coach.desktop.single import Single

class Giving:
    def give(self, request):
        print("asked", flush=True)
        sys.stdin.readline()

single = Single(Path(sys.argv[1]))
assert single.claim()
single.serve(lambda request: {}, Giving())
print("serves", flush=True)
sys.stdin.readline()
"""


def test_where_the_older_one_is_killed_while_it_gives_the_newcomer_is_the_first(tmp_path):
    command = [sys.executable, "-c", OLDER, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as killed:
        assert killed.stdout.readline() == "serves\n"
        newcomer, found = Single(tmp_path), []

        def take() -> None:
            found.extend([newcomer.take_over({"do": "take-over"}, 20.0), newcomer.claim()])

        taking = threading.Thread(target=take)
        taking.start()
        assert killed.stdout.readline() == "asked\n"
        killed.kill()
        taking.join()
    assert found == [None, True], "at once, though the system frees the lock a moment after the line"
    newcomer.close()


def test_of_an_answer_that_does_not_come_whole_no_lock_is_left(tmp_path):
    lock = (tmp_path / "lock").open("ab")
    here, there = socket.socketpair()
    socket.send_fds(there, [(100).to_bytes(4, "big")], [lock.fileno()])
    there.close()
    line = SocketLine(here)
    with pytest.raises(EOFError):
        singles._with_files(line, 5.0)
    (file,) = line.files
    with pytest.raises(OSError, match="Bad file"):
        os.fstat(file)
    line.close()
    lock.close()


def test_after_the_newcomers_end_the_next_start_is_the_first(older, start, tmp_path):
    newcomer = start("arrives")
    newcomer.stdout.readline()
    go_on(newcomer)
    newcomer.stdout.readline()
    assert older.told.wait(20.0)
    newcomer.kill()
    newcomer.wait()
    assert not is_running(tmp_path)
    last = Single(tmp_path)
    assert last.claim()
    last.close()


@pytest.mark.slow  # three programs
def test_of_two_newcomers_one_takes_over(older, start, tmp_path):
    both = [start("arrives"), start("arrives")]
    with selectors.DefaultSelector() as said:
        for process in both:
            said.register(process.stdout, selectors.EVENT_READ, process)
        ((first, _), *_) = said.select(20.0)
    one = first.data
    (other,) = (process for process in both if process is not one)
    assert "state" in one.stdout.readline()
    go_on(one)
    assert one.stdout.readline() == "serves\n"
    assert "state" not in other.stdout.readline()


def test_who_keeps_its_place_says_why_and_goes_on(older, tmp_path):
    older.refuses = "a window is open"
    later = Single(tmp_path)
    assert later.take_over({"do": "take-over"}, 20.0) == {"error": "a window is open"}
    assert later.arrived(), "there is nobody to tell"
    later.close()
    assert send(tmp_path, {"do": "x"}, timeout=20.0) == {"by": "older", "do": "x"}


def test_who_gives_nothing_says_so(tmp_path):
    first = Single(tmp_path)
    assert first.claim()
    first.serve(lambda request: request)
    answer = Single(tmp_path).take_over({"do": "take-over"}, 20.0)
    assert answer == {"error": "nobody takes over from this program"}
    first.close()


def test_where_nobody_runs_nothing_is_taken_over(tmp_path):
    assert Single(tmp_path).take_over({"do": "take-over"}, 5.0) is None
