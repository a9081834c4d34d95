"""The end of the process: nothing that stands still holds it up, and nothing that was written is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STANDS_STILL = "threading.Thread(target=threading.Event().wait, daemon=True).start()"
HOLDS_UP = "threading.Thread(target=threading.Event().wait).start()"
PYTHONS_OWN_END_HANGS = "import atexit; atexit.register(threading.Event().wait)"


def ended(*lines: str, code: str = "end(5, lambda code: code)") -> subprocess.CompletedProcess[str]:
    """A process that does what `lines` say and ends; TimeoutExpired where it does not."""
    program = "\n".join(("import sys, threading", "from coach.ending import end", *lines, code))
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )


def test_the_exit_code_is_kept_and_what_was_written_comes_through_a_pipe() -> None:
    done = ended("print('said')", "print('told', file=sys.stderr)")
    assert (done.returncode, done.stdout, done.stderr) == (5, "said\n", "told\n")


def test_a_thread_that_stands_still_in_a_library_holds_nothing_up() -> None:
    done = ended("print('said')", PYTHONS_OWN_END_HANGS, STANDS_STILL)
    assert (done.returncode, done.stdout) == (5, "said\n")


def test_what_rings_out_is_waited_for() -> None:
    done = ended(
        "def ring():",
        "    rang.wait()",
        "    print('rang out')",
        "rang = threading.Event()",
        "threading.Thread(target=ring).start()",
        code="end(5, lambda code: rang.set() or code)",
    )
    assert (done.returncode, done.stdout) == (5, "rang out\n")


@pytest.mark.slow  # real seconds
@pytest.mark.parametrize("what", [HOLDS_UP, PYTHONS_OWN_END_HANGS])
def test_but_not_for_ever(what: str) -> None:
    done = ended("print('said')", what)
    assert (done.returncode, done.stdout) == (5, "said\n")


def test_what_a_command_held_is_given_back_and_may_change_the_code() -> None:
    done = ended("def give_back(code):", "    print('given back', code)", "    return 3", code="end(0, give_back)")
    assert (done.returncode, done.stdout) == (3, "given back 0\n")


@pytest.mark.slow  # real seconds
def test_giving_back_takes_no_longer_than_the_rest() -> None:
    done = ended("print('said')", code="end(5, lambda code: threading.Event().wait())")
    assert (done.returncode, done.stdout) == (5, "said\n")


def test_ctrl_c_at_the_end_ends_at_once_with_the_code_of_the_command() -> None:
    done = ended(
        "import os, signal",
        "def give_back(code):",
        "    os.kill(os.getpid(), signal.SIGINT)",
        "    threading.Event().wait()",
        code="end(5, give_back)",
    )
    assert (done.returncode, done.stderr) == (5, "")


def test_nobody_reads_any_more() -> None:
    done = ended("import os", "os.close(1)", "sys.stdout = None", STANDS_STILL)
    assert (done.returncode, done.stderr) == (5, "")
