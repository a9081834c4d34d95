"""What `export` writes for each ending, and the sentence where it cannot."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import struct
import sys
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from coach import exporting  # noqa: E402
from coach.cli import main  # noqa: E402 (after the reason to skip)
from coach.export.audio import LEAD_SECONDS, AudioExport, chapters  # noqa: E402
from coach.export.start import ANY_TIME, When  # noqa: E402
from coach.exporting import ExportError  # noqa: E402
from coach.installing import line  # noqa: E402
from coach.session.recording import recorded  # noqa: E402
from coach.settings import VOICE_AMOUNT, VOICE_VOLUME, VOLUME  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.voice.choose import Choice, WhyNot  # noqa: E402
from coach.sound.voice.levels import read_wav, write_wav  # noqa: E402
from coach.sound.voice.utterances import sentence, utterances_of  # noqa: E402
from coach.terminal.progress_bar import ProgressBar  # noqa: E402
from coach.wiring import Parts, build  # noqa: E402
from tests.beside import every_day, slow  # noqa: E402

VOICE = Choice("hibari", "a test's voice", "a test's voice")
NONE = Choice(None, "none", "", (WhyNot("not-installed", "hibari-tts"),))


try:
    import PySide6.QtGui  # noqa: F401
except ImportError as problem:  # a system without Qt's libraries has no plugin of pytest's for it either
    _WITHOUT_QT = str(problem)

    @pytest.fixture
    def qapp(request):
        if request.node.callspec.params["ending"] == "pdf":
            pytest.skip(_WITHOUT_QT)


def export(parts, kind, ident, path, progress=lambda _share: True, when=ANY_TIME):
    """As the command does it, which hands in who prints."""

    def printing(*sheet):
        from coach.ui.sheet.pdf import printing

        return printing(*sheet)

    return exporting.export(parts, kind, ident, path, progress, printing, when)


@pytest.fixture
def parts(tmp_path):
    parts = build({"POSTURE_COACH_HOME": str(tmp_path / "home")}, sound=False)
    parts.voice_choice = NONE
    yield parts
    parts.close()


def speak(parts: Parts, ident: str) -> dict[str, Path]:
    """As if all sentences had been made: each a second of a steady tone."""
    parts.voice_choice = VOICE
    made = {}
    for said in utterances_of(parts.timeline("routine", ident)):
        made[said.text] = parts.speech.folder / sentence(said, VOICE.identity, 1.0).name
        write_wav(made[said.text], 0.3 * np.sin(np.arange(RATE_HZ) * 2 * np.pi * 997 / RATE_HZ))
    return made


AS_LOUD_AS_PODCASTS = 10 ** (-16.0 / 20)
"""Of a steady tone of 997 Hz: -19 LUFS in one channel, -16 from two loudspeakers (ITU-R BS.1770-4, annex 1)."""


def first_sentence(samples: np.ndarray) -> float:
    """Its amplitude in a file."""
    return float(np.abs(samples[round((LEAD_SECONDS + 0.3) * RATE_HZ) :][: RATE_HZ // 2]).max())


def test_a_session_with_all_its_sentences(parts, tmp_path):
    speak(parts, "desk-reset")
    shares = []
    path = tmp_path / "out.wav"
    assert export(parts, "routine", "desk-reset", path, lambda share: shares.append(share) or True) == ()
    samples, _ = read_wav(path)
    timeline = parts.timeline("routine", "desk-reset")
    length = len(samples) / RATE_HZ - LEAD_SECONDS
    assert timeline.seconds <= length <= timeline.seconds + 3.0
    assert first_sentence(samples) == pytest.approx(AS_LOUD_AS_PODCASTS, rel=0.25)  # it begins and ends
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.slow  # all its sentences are made once more
def test_a_voice_softer_than_the_cues_is_softer_in_the_file(parts, tmp_path):
    speak(parts, "desk-reset")
    parts.store.keep(VOLUME, 0.5)
    parts.store.keep(VOICE_VOLUME, 0.25)
    export(parts, "routine", "desk-reset", tmp_path / "out.wav")
    samples, _ = read_wav(tmp_path / "out.wav")
    # volumes are as the ear has them
    assert first_sentence(samples) == pytest.approx(AS_LOUD_AS_PODCASTS / 4, rel=0.25)


@pytest.mark.slow  # all its sentences are made once more
def test_a_file_begins_with_silence_that_a_waking_headset_may_swallow(parts, tmp_path):
    speak(parts, "desk-reset")
    export(parts, "routine", "desk-reset", tmp_path / "out.wav")
    samples, _ = read_wav(tmp_path / "out.wav")
    assert 0.3 <= LEAD_SECONDS <= 0.5
    assert np.flatnonzero(samples)[0] == round(LEAD_SECONDS * RATE_HZ) + 1  # the tone begins with a zero


@pytest.mark.parametrize(
    ("volumes", "amount", "is_silent"),
    [
        ((0.0, 0.0), "sounds", True),
        ((0.0, 0.5), "sounds", True),  # the voice would be loud, but says nothing
        *every_day(
            (), [((0.0, 0.0), "all", True), ((0.5, 0.0), "all", False), ((0.0, 0.5), "all", False)], of_several=True
        ),
    ],
)
def test_a_file_that_will_be_silent_is_told_of(parts, tmp_path, volumes, amount, is_silent):
    speak(parts, "desk-reset")
    parts.store.keep(VOLUME, volumes[0])
    parts.store.keep(VOICE_VOLUME, volumes[1])
    parts.store.keep(VOICE_AMOUNT, amount)
    notices = export(parts, "routine", "desk-reset", tmp_path / "out.wav")
    said = ("The file is silent, because the volume is at 0; turn it up in Settings.",)
    assert notices == (said if is_silent else ())
    assert (not np.any(read_wav(tmp_path / "out.wav")[0])) is is_silent


def test_a_file_without_any_sound_at_all_is_told_of(parts, tmp_path):
    job = replace(AudioExport.of(parts, "routine", "desk-reset"), sounds={}, amount="sounds")
    assert job.write(tmp_path / "out.wav") == ("The file is silent: nothing of this session sounds here.",)


def test_without_a_voice_the_sounds_are_there_and_it_is_said(parts, tmp_path):
    notices = export(parts, "test", "wall-test", tmp_path / "out.wav")
    assert notices == (
        f"Without the voice: no neural voice, because hibari-tts is not installed; write: {line('hibari-tts')}.",
    )
    assert (tmp_path / "out.wav").stat().st_size > 1_000_000


def test_only_sounds_by_the_persons_own_wish_needs_no_words(parts, tmp_path):
    parts.store.keep(VOICE_AMOUNT, "sounds")
    assert export(parts, "routine", "desk-reset", tmp_path / "out.wav") == ()


def test_json_is_what_show_prints(parts, tmp_path):
    export(parts, "routine", "desk-reset", tmp_path / "out.json")
    timeline = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert timeline == {"version": 1, **parts.timeline("routine", "desk-reset").as_json()}


def test_calendars(parts, tmp_path):
    pytest.importorskip("icalendar")
    export(parts, "routine", "desk-reset", tmp_path / "a.ics")
    export(parts, "plan", "eight-weeks", tmp_path / "b.ics")
    assert (tmp_path / "a.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
    assert (tmp_path / "b.ics").read_bytes().count(b"BEGIN:VEVENT") > 20
    said = export(parts, "test", "wall-test", tmp_path / "c.ics", when=When((time(6, 45),), date(2999, 1, 7)))
    assert said == ("The first is Monday 7 January, 6:45.",)
    assert b"DTSTART:29990107T064500" in (tmp_path / "c.ics").read_bytes()


def test_a_plan_that_is_over_has_no_calendar(parts, tmp_path):
    pytest.importorskip("icalendar")
    own = parts.home.routines / "plans" / "mine.yaml"
    own.parent.mkdir(parents=True)
    weeks = "weeks: [{weeks: 1, do: [{routine: desk-reset, days: [mon]}]}]"
    own.write_text(f"kind: plan\nformat: 1\nid: mine\ntitle: Mine\n{weeks}\n", encoding="utf-8")
    parts.store.start_plan("mine", date(2020, 1, 1))
    with pytest.raises(ExportError, match=r"^Nothing of Mine lies ahead\.$") as caught:
        export(parts, "plan", "mine", tmp_path / "a.ics")
    assert caught.value.is_input
    assert not (tmp_path / "a.ics").exists()


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


def test_a_folder_below_one_that_may_not_be_entered_is_told(parts, tmp_path, monkeypatch):
    is_dir = Path.is_dir

    def refuse(self):
        if self == tmp_path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return is_dir(self)

    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(ExportError, match=r"a\.json cannot be written: Permission denied$"):
        export(parts, "routine", "desk-reset", tmp_path / "a.json")


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
            "a.pdf",
            True,
            "chin-tuck is of the kind exercise; a sheet is printed of a routine",
        ),
        (
            "exercise",
            "chin-tuck",
            "a.ics",
            True,
            "chin-tuck is of the kind exercise; .ics is written of a routine, a test or a plan",
        ),
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
    with pytest.raises(ExportError, match=re.escape(f"needs the package {package}; write: {line(package)}")):
        export(parts, "routine", "desk-reset", tmp_path / f"a{suffix}")


def test_a_directory_in_the_way(parts, tmp_path):
    (tmp_path / "a.json").mkdir()
    with pytest.raises(ExportError, match=r"a\.json cannot be written: "):
        export(parts, "routine", "desk-reset", tmp_path / "a.json")


def test_chapters_begin_at_the_change_over(parts):
    timeline = parts.timeline("routine", "anti-slouch-daily")
    marks = chapters(timeline, {"chin-tuck": "Chin tuck"}, 0.5, 1001.5)
    assert len(marks) == 1 + timeline.exercises, "what to fetch comes first"
    assert marks[0].start == 0.0  # with the silence before the session
    assert marks[-1].end == 1001.5  # with the file, which outlasts the timeline by its last words
    assert ("Chin tuck", 131.5) in [(mark.title, mark.start) for mark in marks]
    only_words = chapters(parts.timeline("test", "wall-test"), {}, 0.5, 100.0)
    assert [(mark.title, mark.start) for mark in only_words] == [("30-second wall test", 0.0)]


@pytest.mark.slow  # a whole file of sound
def test_the_last_chapter_of_a_file_ends_with_it_and_each_begins_at_its_own_words(parts, tmp_path):
    speak(parts, "anti-slouch-daily")
    catalogue = parts.library.catalogue
    planned = parts.timeline("routine", "anti-slouch-daily")
    timeline = recorded(planned, catalogue.exercises, catalogue.coaching)  # the file's own, whose waits are longer
    pytest.importorskip("soundfile")
    export(parts, "routine", "anti-slouch-daily", tmp_path / "a.wav")
    export(parts, "routine", "anti-slouch-daily", tmp_path / "a.mp3")
    length = len(read_wav(tmp_path / "a.wav")[0]) / RATE_HZ
    places = [
        struct.unpack_from(">II", piece, piece.index(b"\0", 6) + 1)  # behind the frame's size, its flags and its name
        for piece in (tmp_path / "a.mp3").read_bytes().split(b"CHAP")[1:]
    ]
    assert places[-1][1] == round(1000 * length)
    assert timeline.seconds > planned.seconds
    begun = sorted({i.start for i in timeline.intervals if i.exercise and i.start})
    assert {start for start, _ in places[1:]} <= {round(1000 * (start + LEAD_SECONDS)) for start in begun}


@pytest.mark.parametrize("ending", ["json", "ics", "pdf", "wav", *slow(("ogg", "mp3"))])
@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_an_export_onto_a_link_writes_through_it_also_with_the_longest_name(parts, tmp_path, ending, qapp):
    for package in {"ics": ["icalendar"], "ogg": ["soundfile"], "mp3": ["soundfile"]}.get(ending, []):
        pytest.importorskip(package)
    real = tmp_path / ("n" * (254 - len(ending)) + f".{ending}")
    link = tmp_path / f"link.{ending}"
    link.symlink_to(real)
    export(parts, "routine", "desk-reset", link)
    assert link.is_symlink()
    assert real.stat().st_size > 100
    assert {entry.name for entry in tmp_path.iterdir()} - {"home"} == {real.name, link.name}


# --- the command -----------------------------------------------------------------------------------------------------


def test_where_nobody_was_asked_it_is_said_that_sound_does_not_tell_when_to_stop(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(exporting, "export", lambda *_given, **_named: ())
    unsaid = "this file does not say when to stop. With --intro it begins with that"

    def told(name: str, *options: str) -> bool:
        assert main(["export", "desk-reset", str(tmp_path / name), *options]) == 0
        return unsaid in capsys.readouterr().err

    assert [told("a.wav"), told("a.mp3"), told("a.wav", "--intro"), told("a.ics"), told("a.json")] == [
        *(True, True, False, False, False)
    ]
    answering = build({"POSTURE_COACH_HOME": str(tmp_path / "home")}, sound=False)
    answering.store.add_safety(())
    answering.close()
    assert not told("a.wav")


def test_the_command_prints_the_file(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    assert main(["export", "desk-reset", str(tmp_path / "a.json")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'a.json'}\n"
    assert main(["export", "desk-reset", str(tmp_path / "a.doc")]) == 2
    assert main(["export", "desk-rest", str(tmp_path / "a.json")]) == 1
    assert main(["export", "eight-weeks", str(tmp_path / "a.json")]) == 1
    assert main(["export", "desk-reset", str(tmp_path / "no" / "a.json")]) == 3


def test_a_run_of_another_length_in_this_file_alone(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.json"
    assert main(["export", "run-tall", str(path), "--for", "45m"]) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["seconds"] == 2713.0
    assert main(["export", "run-tall", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["seconds"] == 1813.0
    assert main(["export", "desk-reset", str(path), "--for", "45m"]) == 2
    assert main(["export", "run-tall", str(path), "--for", "45"]) == 2
    assert "--for: 45 has no unit" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "expected", "sentence_of"),
    [
        (("a.ics", "--at", "12:30", "--from", "2999-01-07"), 0, "The first is Monday 7 January, 12:30."),
        (("a.ics", "--at", "15:00,9:05", "--from", "2999-01-07"), 0, "The first is Monday 7 January, 9:05."),
        (("a.ics", "--at", "25:00"), 2, "--at: 25:00 is no time of day; write 12:30, or several such as 10:30,15:00"),
        (("a.ics", "--at", "noon"), 2, "--at: noon is no time of day; write 12:30, or several such as 10:30,15:00"),
        (("a.ics", "--from", "monday"), 2, "--from: monday is no date; write one such as 2026-12-01"),
        (("a.ics", "--intro"), 2, "--intro: only sound has first words; write one of .wav, .ogg, .mp3"),
        (("a.json", "--at", "12:30"), 2, "--at: only a calendar has times; write FILE.ics"),
        (("a.json", "--from", "2999-01-07"), 2, "--from: only a calendar has times; write FILE.ics"),
    ],
)
def test_times_of_a_calendar(tmp_path, monkeypatch, capsys, words, expected, sentence_of):
    pytest.importorskip("icalendar")
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    assert main(["export", "desk-reset", str(tmp_path / words[0]), *words[1:]]) == expected
    assert sentence_of in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["wav", "ogg", "mp3", "pdf"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
def test_ctrl_c_and_a_polite_end_of_the_process_cancel_and_leave_nothing(
    tmp_path, monkeypatch, capsys, name, ending, qapp
):
    if ending in ("ogg", "mp3"):
        pytest.importorskip("soundfile")
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    number = getattr(signal, name)
    before = signal.getsignal(number)
    show = ProgressBar.show
    parts_seen = []

    def strike(bar: ProgressBar, share: float) -> bool:
        parts_seen.extend(entry.name for entry in tmp_path.iterdir() if ".part" in entry.name)
        if parts_seen:
            signal.raise_signal(number)
        return show(bar, share)

    monkeypatch.setattr(ProgressBar, "show", strike)
    monkeypatch.setattr("coach.wiring.Parts.voice_choice", NONE)
    assert main(["export", "desk-reset", str(tmp_path / f"a.{ending}")]) == 128 + number
    assert parts_seen
    assert {entry.name for entry in tmp_path.iterdir()} <= {"home"}
    assert capsys.readouterr().out == ""
    assert signal.getsignal(number) == before


def test_a_sheet_needs_somebody_who_prints(parts, tmp_path):
    with pytest.raises(ExportError, match="a sheet cannot be printed here"):
        exporting.export(parts, "routine", "desk-reset", tmp_path / "a.pdf")
    assert list(tmp_path.glob("*.*")) == []


@pytest.mark.parametrize("ending", ["wav", "ics", "json", "pdf"])
def test_nothing_is_exported_while_the_safety_questions_lock(parts, tmp_path, ending):
    parts.store.add_safety({"infection"})
    path = tmp_path / f"a.{ending}"
    with pytest.raises(ExportError, match="Contact a doctor") as refused:
        exporting.export(parts, "routine", "desk-reset", path)
    assert refused.value.is_input
    assert not path.exists()


def test_the_command_refuses_with_a_sentence_while_they_lock(parts, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    parts.store.add_safety({"chest-pain"})
    assert main(["export", "desk-reset", str(tmp_path / "a.json")]) == 1
    assert "Call your emergency number" in capsys.readouterr().err
    assert not (tmp_path / "a.json").exists()


# --- the report on progress ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["pdf"])
def test_the_report_on_progress_is_a_page_of_what_was_done(qapp, tmp_path, monkeypatch, capsys, ending):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DISPLAY", raising=False)
    parts = build({"POSTURE_COACH_HOME": str(tmp_path / "home")}, sound=False)
    session = parts.store.begin_session("routine", "desk-reset", "Desk reset", 300.0, 3)
    parts.store.finish_session(session, "finished")
    parts.store.rate_session(session, 5, 2)
    parts.close()
    file = tmp_path / f"report.{ending}"
    assert main(["export", "progress", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_bytes().startswith(b"%PDF")
    assert main(["export", "progress", str(tmp_path / "before.pdf"), "--at", "2020-01-01"]) == 1
    assert "nothing to report" in capsys.readouterr().err
    assert main(["export", "progress", str(tmp_path / "none" / "report.pdf")]) == 3
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["home", "report.pdf"]


def test_while_the_safety_answers_lock_the_report_is_made_all_the_same(qapp, tmp_path, monkeypatch, capsys):
    """It is for the professional whom they lead to; a session is not taken along then."""
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DISPLAY", raising=False)
    parts = build({"POSTURE_COACH_HOME": str(tmp_path / "home")}, sound=False)
    session = parts.store.begin_session("routine", "desk-reset", "Desk reset", 300.0, 3)
    parts.store.finish_session(session, "pain")
    parts.store.add_safety([one.id for one in parts.library.catalogue.safety.questions])
    parts.close()
    assert main(["export", "desk-reset", str(tmp_path / "sheet.pdf")]) == 1
    assert main(["export", "progress", str(tmp_path / "report.pdf")]) == 0
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["home", "report.pdf"]


@pytest.mark.parametrize(
    ("words", "expected", "sentence"),
    [
        (("a.pdf",), 1, "There is nothing to report"),
        (("a.ics",), 2, "a.ics: the report on progress is a page; write FILE.pdf"),
        (("a",), 2, "a: the report on progress is a page; write FILE.pdf"),
        (("a.pdf", "--at", "today"), 2, "--at: today is no moment"),
        (("a.pdf", "--at", "2026-05-01", "--from", "2026-05-02"), 2, "--from: 2026-05-02 is after 2026-05-01"),
        (("a.pdf", "--for", "20m"), 2, "--for: a report on progress knows no such option"),
        (("a.pdf", "--intro"), 2, "--intro: a report on progress knows no such option"),
    ],
)
def test_what_no_report_is_made_of_is_said(tmp_path, monkeypatch, capsys, words, expected, sentence):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert main(["export", "progress", *words]) == expected
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.out == ""
    assert not list(tmp_path.glob("a*"))
