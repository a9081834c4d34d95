"""What `export` writes for each ending, and the sentence where it cannot."""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from coach.cli import main  # noqa: E402 (after the reason to skip)
from coach.export.audio import chapters  # noqa: E402
from coach.exporting import ExportError, export  # noqa: E402
from coach.progress_bar import ProgressBar  # noqa: E402
from coach.settings import VOICE_AMOUNT, VOICE_VOLUME, VOLUME  # noqa: E402
from coach.sound.audio_file import Cancelled  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.voice.choose import Choice  # noqa: E402
from coach.sound.voice.levels import read_wav, write_wav  # noqa: E402
from coach.sound.voice.plan import lines_of, sentence  # noqa: E402
from coach.wiring import Parts, build  # noqa: E402

VOICE = Choice("hibari", "a test's voice", "a test's voice")
NONE = Choice(None, "none", "captions only", "no neural voice, because hibari-tts is not installed")


@pytest.fixture
def parts(tmp_path):
    parts = build({"POSTURE_COACH_HOME": str(tmp_path / "home")}, sound=False)
    parts.__dict__["voice_choice"] = NONE
    yield parts
    parts.close()


def speak(parts: Parts, ident: str) -> dict[str, Path]:
    """As if all sentences had been made: each a second of a steady 0.3."""
    parts.__dict__["voice_choice"] = VOICE
    made = {}
    for line in lines_of(parts.timeline("routine", ident)):
        made[line.text] = parts.speech.folder / sentence(line, VOICE.identity, 1.0).name
        write_wav(made[line.text], np.full(RATE_HZ, 0.3, np.float32))
    return made


def test_a_session_with_all_its_sentences(parts, tmp_path):
    speak(parts, "desk-reset")
    shares = []
    path = tmp_path / "out.wav"
    assert export(parts, "routine", "desk-reset", path, lambda share: shares.append(share) or True) == ()
    samples, _ = read_wav(path)
    timeline = parts.timeline("routine", "desk-reset")
    assert timeline.seconds <= len(samples) / RATE_HZ <= timeline.seconds + 3.0
    assert samples[round(0.5 * RATE_HZ)] == pytest.approx(0.3, abs=1e-3)  # the first sentence
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_voice_softer_than_the_cues_is_softer_in_the_file(parts, tmp_path):
    speak(parts, "desk-reset")
    parts.store.keep(VOLUME, 0.5)
    parts.store.keep(VOICE_VOLUME, 0.25)
    export(parts, "routine", "desk-reset", tmp_path / "out.wav")
    assert read_wav(tmp_path / "out.wav")[0][RATE_HZ // 2] == pytest.approx(0.075, abs=1e-3)


def test_without_a_voice_the_sounds_are_there_and_it_is_said(parts, tmp_path):
    notices = export(parts, "test", "wall-test", tmp_path / "out.wav")
    assert notices == ("Without the voice: no neural voice, because hibari-tts is not installed.",)
    assert (tmp_path / "out.wav").stat().st_size > 1_000_000


def test_only_sounds_by_the_persons_own_wish_needs_no_words(parts, tmp_path):
    parts.store.keep(VOICE_AMOUNT, "sounds")
    assert export(parts, "routine", "desk-reset", tmp_path / "out.wav") == ()


def test_json_is_what_show_prints(parts, tmp_path):
    export(parts, "routine", "desk-reset", tmp_path / "out.json")
    timeline = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert timeline == parts.timeline("routine", "desk-reset").as_json()


def test_calendars(parts, tmp_path):
    pytest.importorskip("icalendar")
    export(parts, "routine", "desk-reset", tmp_path / "a.ics")
    export(parts, "plan", "eight-weeks", tmp_path / "b.ics")
    assert (tmp_path / "a.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
    assert (tmp_path / "b.ics").read_bytes().count(b"BEGIN:VEVENT") > 20


def test_a_persons_calendar_entries_keep_their_names_and_are_not_those_of_others(parts, tmp_path):
    pytest.importorskip("icalendar")

    def names(whose) -> list[bytes]:
        export(whose, "routine", "desk-reset", tmp_path / "a.ics")
        export(whose, "plan", "eight-weeks", tmp_path / "b.ics")
        lines = [line for name in "ab" for line in (tmp_path / f"{name}.ics").read_bytes().split(b"\r\n")]
        return [line for line in lines if line.startswith(b"UID:")]

    other = build({"POSTURE_COACH_HOME": str(tmp_path / "other")}, sound=False)
    assert names(parts) == names(parts)
    assert set(names(parts)).isdisjoint(names(other))
    other.close()


@pytest.mark.parametrize("ending", ["ics", "json", "pdf"])
def test_an_export_is_whole_or_what_stood_there_still_stands(parts, tmp_path, monkeypatch, ending, qapp):
    if ending == "ics":
        pytest.importorskip("icalendar")
    path = tmp_path / f"a.{ending}"
    path.write_bytes(b"what was there")

    def full(self, *_where):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ExportError, match="No space left on device"):
        export(parts, "routine", "desk-reset", path)
    assert path.read_bytes() == b"what was there"
    assert [file for file in tmp_path.iterdir() if file.is_file()] == [path]


TITLES = {"My morning\nback care": "My morning back care", "Neck, back; and more": "Neck, back; and more"}


@pytest.mark.parametrize("ending", ["ics", "json", "pdf", "wav"])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_of_two_lines_or_with_commas_goes_out_in_every_form(parts, tmp_path, title, ending, qapp):
    own = parts.home.routines / "guided" / "mine.yaml"
    own.parent.mkdir(parents=True)
    steps = "steps: [{exercise: chin-tuck, dose: {sets: 1, reps: 1}}]"
    own.write_text(f"kind: routine\nformat: 1\nid: mine\ntitle: {json.dumps(title)}\n{steps}\n", encoding="utf-8")
    catalogue = parts.library.catalogue
    path = tmp_path / f"a.{ending}"
    export(parts, "routine", "mine", path)
    assert str(catalogue.routines["mine"].title) == TITLES[title]
    if ending == "ics":
        calendar = pytest.importorskip("icalendar").Calendar.from_ical(path.read_bytes())
        assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == [TITLES[title]]
        assert b"\r\nX-WR-CALNAME:" in path.read_bytes()
    if ending == "json":
        assert json.loads(path.read_text(encoding="utf-8"))["title"] == TITLES[title]
    assert path.stat().st_size > 100


@pytest.mark.parametrize(
    ("kind", "ident", "name", "is_input", "sentence_of"),
    [
        (
            "routine",
            "desk-reset",
            "a.txt",
            True,
            "{path}: its ending says what is written; use one of .wav, .ogg, .mp3, .ics, .pdf, .json",
        ),
        (
            "exercise",
            "chin-tuck",
            "a.wav",
            True,
            "chin-tuck is of the kind exercise; .wav is written of a routine or a test",
        ),
        ("test", "wall-test", "a.ics", True, "wall-test is of the kind test; .ics is written of a routine or a plan"),
        ("test", "wall-test", "a.pdf", True, "wall-test is of the kind test; a sheet is printed of a routine"),
        ("routine", "desk-reset", "no/a.wav", False, "{path} cannot be written: there is no folder {path.parent}"),
    ],
)
def test_what_cannot_be_written(parts, tmp_path, kind, ident, name, is_input, sentence_of):
    path = tmp_path / name
    with pytest.raises(ExportError) as caught:
        export(parts, kind, ident, path)
    assert str(caught.value) == sentence_of.format(path=path)
    assert caught.value.is_input is is_input
    assert not path.exists()


@pytest.mark.parametrize(("suffix", "package"), [(".mp3", "soundfile"), (".ogg", "soundfile"), (".ics", "icalendar")])
def test_a_package_that_is_missing_is_named(parts, tmp_path, monkeypatch, suffix, package):
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "coach.export.calendar", raising=False)
    monkeypatch.setattr("coach.sound.audio_file.importlib.util.find_spec", lambda _name: None)
    with pytest.raises(ExportError, match=rf"needs the package {package}; write: pip install {package}"):
        export(parts, "routine", "desk-reset", tmp_path / f"a{suffix}")


def test_a_directory_in_the_way(parts, tmp_path):
    (tmp_path / "a.json").mkdir()
    with pytest.raises(ExportError, match=r"a\.json cannot be written: "):
        export(parts, "routine", "desk-reset", tmp_path / "a.json")


def test_chapters_begin_at_the_change_over(parts):
    timeline = parts.timeline("routine", "anti-slouch-daily")
    marks = chapters(timeline, {"chin-tuck": "Chin tuck"})
    assert len(marks) == timeline.exercises
    assert marks[0].start == 0.0
    assert marks[-1].end == timeline.seconds
    assert ("Chin tuck", 108.0) in [(mark.title, mark.start) for mark in marks]
    only_words = chapters(parts.timeline("test", "wall-test"), {})
    assert [(mark.title, mark.start) for mark in only_words] == [("30-second wall test", 0.0)]


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_command_prints_the_file(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    assert main(["export", "desk-reset", str(tmp_path / "a.json")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'a.json'}\n"
    assert main(["export", "desk-reset", str(tmp_path / "a.doc")]) == 2
    assert main(["export", "desk-rest", str(tmp_path / "a.json")]) == 1
    assert main(["export", "chin-tuck", str(tmp_path / "a.json")]) == 1
    assert main(["export", "desk-reset", str(tmp_path / "no" / "a.json")]) == 3


def test_a_run_of_another_length_in_this_file_alone(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.json"
    assert main(["export", "run-tall", str(path), "--for", "45m"]) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["seconds"] == 2710.0
    assert main(["export", "run-tall", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["seconds"] == 1810.0
    assert main(["export", "desk-reset", str(path), "--for", "45m"]) == 2
    assert main(["export", "run-tall", str(path), "--for", "45"]) == 2
    assert "--for: 45 has no unit" in capsys.readouterr().err


class Screen:
    def __init__(self, is_seen: bool) -> None:
        self.written = ""
        self.is_seen = is_seen

    def isatty(self) -> bool:
        return self.is_seen

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None: ...


def test_the_bar_grows_and_is_taken_away():
    screen = Screen(is_seen=True)
    with ProgressBar(screen) as bar:
        assert bar.show(0.5)
    assert screen.written == f"\r[{'#' * 20}{' ' * 20}]  50%\r\033[K"
    silent = Screen(is_seen=False)
    with ProgressBar(silent) as bar:
        assert bar.show(0.5)
    assert silent.written == ""


def test_ctrl_c_cancels_and_leaves_nothing(parts, tmp_path):
    speak(parts, "desk-reset")
    bar = ProgressBar(Screen(is_seen=False))

    def press(share: float) -> bool:
        signal.raise_signal(signal.SIGINT)
        return bar.show(share)

    with bar, pytest.raises(Cancelled):
        export(parts, "routine", "desk-reset", tmp_path / "a.wav", press)
    assert [entry.name for entry in tmp_path.iterdir()] == ["home"]
