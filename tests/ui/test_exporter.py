"""The exporter: one file at a time, a sentence at the end of each, and nothing of a file that was given up."""

from __future__ import annotations

import threading
from collections.abc import Generator
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.exporting import ExportError
from coach.sound.audio_file import AudioError, Cancelled
from coach.ui.exporter import Exporter
from coach.words.language import ENGLISH
from tests.fakes import troubled

MP3 = Path("desk-reset.mp3")
PDF = Path("desk-reset.pdf")


class Job:
    """An AudioExport that waits half way until it is told to go on, and ends as `end` does."""

    def __init__(self, ident: str = "desk-reset", end=lambda: ()) -> None:
        self.language = ENGLISH
        self.timeline = SimpleNamespace(id=ident)
        self.may_go_on = threading.Event()
        self.is_under_way = threading.Event()
        self.end = end

    def write(self, _path: Path, progress) -> tuple[str, ...]:
        progress(0.25)
        self.is_under_way.set()
        assert self.may_go_on.wait(30)
        if not progress(0.5):
            raise Cancelled
        return self.end()


def fail(problem: Exception):
    def end():
        raise problem

    return end


@pytest.fixture
def exporter(qapp):
    made = Exporter()
    yield made
    made.give_up()


def ended(qtbot, exporter: Exporter, job: Job) -> str:
    """The sentence at the end of `job`, which is begun and goes on."""
    exporter.begin(job, MP3)
    with qtbot.waitSignal(exporter.ended) as told:
        job.may_go_on.set()
    assert exporter.sentence == told.args[0]
    return told.args[0]


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        (lambda: (), "Saved as desk-reset.mp3."),
        (lambda: ("Without the voice: none.",), "Saved as desk-reset.mp3. Without the voice: none."),
        (fail(AudioError(troubled("The disk is full."))), "The disk is full."),
        (fail(RuntimeError("boom")), "It could not be written: boom"),
        (fail(Cancelled()), ""),
    ],
)
def test_each_end_is_a_sentence(qtbot, exporter, end, sentence):
    assert ended(qtbot, exporter, Job(end=end)) == sentence
    assert not exporter.is_busy


def test_how_far_it_is_and_of_what(qtbot, exporter):
    job = Job()
    shares = []
    exporter.progressed.connect(shares.append)
    exporter.begin(job, MP3)
    assert exporter.is_busy
    assert exporter.routine == "desk-reset"
    qtbot.waitUntil(lambda: shares == [0.0, 0.25])
    assert exporter.share == 0.25
    job.may_go_on.set()
    qtbot.waitUntil(lambda: not exporter.is_busy)
    assert shares == [0.0, 0.25, 0.5]


def test_a_second_file_waits_for_nobody_it_is_not_begun(qtbot, exporter):
    first, second = Job(), Job("anti-slouch-daily")
    exporter.begin(first, MP3)
    exporter.begin(second, MP3)
    exporter.walk("anti-slouch-daily", iter(()), PDF)
    assert exporter.routine == "desk-reset"
    assert not second.is_under_way.is_set()
    with qtbot.waitSignal(exporter.ended):
        first.may_go_on.set()
    assert ended(qtbot, exporter, second) == "Saved as desk-reset.mp3."


def test_after_a_cancelled_one_the_next_is_made(qtbot, exporter):
    job = Job()
    exporter.begin(job, MP3)
    exporter.cancel()
    with qtbot.waitSignal(exporter.ended) as told:
        job.may_go_on.set()
    assert told.args == [""]
    assert ended(qtbot, exporter, Job()) == "Saved as desk-reset.mp3."


# --- what is painted, step by step ---


def steps(log: list[str], problem: Exception | None = None) -> Generator[float, None, None]:
    try:
        for share in (0.0, 0.5, 1.0):
            log.append(f"{share}")
            if problem is not None and share == 0.5:
                raise problem
            yield share
    finally:
        log.append("closed")


@pytest.mark.parametrize(
    ("problem", "sentence", "done"),
    [
        (None, "Saved as desk-reset.pdf.", ["0.0", "0.5", "1.0", "closed"]),
        (ExportError("There is no such folder."), "There is no such folder.", ["0.0", "0.5", "closed"]),
        (OSError("no space"), "It could not be written: no space", ["0.0", "0.5", "closed"]),
    ],
)
def test_a_sheet_is_made_between_the_windows_events(qtbot, exporter, problem, sentence, done):
    log: list[str] = []
    with qtbot.waitSignal(exporter.ended) as told:
        exporter.walk("desk-reset", steps(log, problem), PDF)
        assert log == [], "the page is there before the first step"
        assert exporter.is_busy
    assert told.args == [sentence]
    assert log == done
    assert not exporter.is_busy


def endless(log: list[str]) -> Generator[float, None, None]:
    try:
        while True:
            log.append("step")
            yield 0.5
    finally:
        log.append("closed")


def test_a_cancelled_sheet_is_put_down_at_the_next_step(qtbot, exporter):
    log: list[str] = []
    exporter.walk("desk-reset", endless(log), PDF)
    qtbot.waitUntil(lambda: "step" in log)
    exporter.cancel()
    taken = len(log)
    with qtbot.waitSignal(exporter.ended) as told:
        pass
    assert told.args == [""]
    assert log[taken:] == ["closed"]


def test_at_the_programs_end_nothing_is_left_under_way(qtbot, exporter):
    log: list[str] = []
    exporter.walk("desk-reset", endless(log), PDF)
    qtbot.waitUntil(lambda: "step" in log)
    exporter.give_up()
    assert log[-1] == "closed"
    assert not exporter.is_busy
