"""The printed sheet: a PDF with the routine's name, whole pages, nothing cut, nothing left of a failure."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPageSize

from coach.content.model import ExerciseStep, RestStep, RoundsStep, Safety, Text
from coach.ui.sheet.file import usual_page
from coach.ui.sheet.layout import Pages
from coach.ui.sheet.paper import is_from_right
from coach.ui.sheet.pdf import print_sheet
from coach.ui.sheet.pictures import pictures_of
from coach.ui.sheet.report import print_report
from coach.ui.words.common import LANGUAGE
from coach.words.language import ENGLISH
from coach.words.sheet import sheet_of
from tests.ui.parts import FakeParts, shipped
from tests.words.languages import Glossary

A4, LETTER = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter


def printed(parts: FakeParts, ident: str, tmp_path, page=A4) -> bytes:
    print_sheet(parts, ident, tmp_path / "sheet.pdf", page)
    assert [entry.name for entry in tmp_path.iterdir()] == ["sheet.pdf"]
    return (tmp_path / "sheet.pdf").read_bytes()


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def sheet(parts: FakeParts, ident: str):
    return sheet_of(parts.routine(ident), parts.timeline("routine", ident), parts.library.catalogue, LANGUAGE)


@pytest.mark.parametrize(("ident", "count"), [("two-minute-band", 1), ("anti-slouch-daily", 2)])
def test_a_sheet(qapp, tmp_path, ident, count):
    parts = FakeParts()
    data = printed(parts, ident, tmp_path)
    assert data.startswith(b"%PDF-")
    assert pages(data) == count
    title = str(parts.library.catalogue.routines[ident].title)
    assert title.encode("utf-16-be") in data


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is missing (poppler-utils)")
@pytest.mark.parametrize(
    ("ident", "words"),
    [
        ("deep-neck-flexors", "Lifting the head off the towel"),
        ("upper-back-strength", "little"),
        ("desk-reset", "fracture of the spine? (3, 4)"),
        ("own-sheet", "Sets of 8-12 [of 20], {1} each, A-B «C» 10-1@2."),
    ],
)
def test_every_letter_comes_back_from_the_paper(qapp, own, tmp_path, ident, words):
    print_sheet(own, ident, tmp_path / "sheet.pdf", A4)
    text = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(tmp_path / "sheet.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert [sign for sign in text if unicodedata.category(sign) == "Co"] == []
    assert words in " ".join(text.split())


@pytest.mark.parametrize(("page", "box"), [(A4, rb"595[.\d]* 842"), (LETTER, rb"612[.\d]* 792")])
def test_on_the_paper_that_is_wanted(qapp, tmp_path, page, box):
    assert re.search(rb"/MediaBox \[0[.0]* 0[.0]* " + box, printed(FakeParts(), "run-tall", tmp_path, page))


@pytest.mark.parametrize(("name", "page"), [("en_US", LETTER), ("en_GB", A4), ("de_DE", A4), ("es_MX", LETTER)])
def test_the_usual_paper(name, page):
    assert usual_page(QLocale(name)) == page


@pytest.mark.parametrize(
    ("environ", "page"),
    [
        ({"LC_PAPER": "en_US.UTF-8"}, LETTER),
        ({"LC_PAPER": "de_DE.UTF-8@euro"}, A4),
        ({"LC_ALL": "de_DE.UTF-8", "LC_PAPER": "en_US.UTF-8"}, A4),
        ({"LC_ALL": "", "LC_PAPER": "es_MX"}, LETTER),
    ],
)
def test_the_paper_that_lc_paper_says(environ, page):
    assert usual_page(environ=environ) == page


@pytest.mark.parametrize("name", ["C", "POSIX", "C.UTF-8", ""])
def test_an_lc_paper_that_names_no_place_says_nothing(name):
    assert usual_page(environ={"LC_PAPER": name}) == usual_page()


def test_the_file_says_its_title_its_author_and_its_language(qapp, tmp_path):
    routine = replace(shipped().routines["run-tall"], title=Text("Run & <tall>", {"de": "Aufrecht & laufen"}))
    parts = FakeParts(replace(shipped(), routines={**shipped().routines, "run-tall": routine}))
    told = printed(parts, "run-tall", tmp_path)
    packet = told[told.index(b"<x:xmpmeta") : told.index(b"</x:xmpmeta>") + 12]
    text = "".join(ET.fromstring(packet).itertext())
    assert "Run & <tall>" in text
    assert "Posture Coach" in text
    language = ET.fromstring(packet).find(".//{http://purl.org/dc/elements/1.1/}language")
    assert "".join(language.itertext()).strip() == "en"
    LANGUAGE.speak(Glossary("de", {}))
    try:
        assert sheet(parts, "run-tall").language == "de"
        assert sheet(parts, "desk-reset").language == "en", "what has no translation is told in English"
    finally:
        LANGUAGE.speak(ENGLISH)


def test_what_stands_on_it():
    parts = FakeParts()
    told = sheet(parts, "desk-reset")
    assert told.facts == "2:12  ·  4 exercises  ·  Chair"
    assert told.stop.startswith("Pain of 6 or more out of 10")
    assert f"{parts.library.catalogue.safety.conditions['osteoporosis']} (3, 4)" in told.first
    chin_tuck = told.rows[0]
    assert (chin_tuck.number, chin_tuck.title, chin_tuck.dose) == (1, "Chin tuck", "5 repetitions, hold 3 seconds")
    assert [word for word, _ in chin_tuck.told] == ["Think", "Avoid"]
    assert "Nodding the chin down instead of gliding back." in chin_tuck.told[1][1]


OWN = """\
kind: routine
format: 1
id: own-sheet
title: From the physiotherapist
why: Small steps.
summary: "Sets of 8-12 [of 20], {1} each, A-B «C» 10-1@2."
steps:
  - {say: Put the mat out., wait: true}
  - exercise: band-external-rotation-one-arm
    dose: {sets: 3, reps: 12, move: 2s, back: 4s, pause: 10s, rest: 75s, sides: left}
    cues: [{at: 0s, say: "Red band, elbow on a rolled towel."}, {at: end-5s, say: Last ones.}]
  - rest: 2m
  - rounds: 2
    steps: [{say: Shake it out., for: 5s}, {exercise: chin-tuck}]
  - {say: Drink something., for: 30s}
"""


@pytest.fixture
def own(tmp_path) -> FakeParts:
    """The shipped library with a routine of the person's own."""
    from coach import resources
    from coach.content.library import Folders, load

    folder = tmp_path / "mine"
    (folder / "routines" / "guided").mkdir(parents=True)
    (folder / "routines" / "guided" / "own-sheet.yaml").write_text(OWN, encoding="utf-8")
    mine = Folders(folder / "routines", folder / "media")
    return FakeParts(load(Folders(resources.routines(), resources.media()), mine))


def test_what_the_author_tells_the_person_is_on_it(own):
    told = sheet(own, "own-sheet")
    rotation, tuck = told.rows
    assert told.why == "Small steps."
    assert rotation.before == ("Put the mat out.",)
    assert rotation.own == "Red band, elbow on a rolled towel.  5 s before the end: Last ones."
    assert rotation.tempo == "2 s turn out, 1 s pause, 4 s return, 10 s pause"
    assert rotation.works == "Infraspinatus, Teres minor"
    assert rotation.dose.endswith("on the left side, hold 1 second, rest 1 min 15 s")
    assert tuck.before == ("Rest 2 min.", "2 rounds of 2, with a rest of 30 s between them.", "Shake it out.")
    assert (tuck.own, tuck.works) == ("", "Deep neck flexors")
    assert told.after == ("Drink something.",)


def test_a_rest_at_the_end_that_no_session_has_is_not_printed(own):
    routine = own.library.catalogue.routines["own-sheet"]
    resting = replace(routine, steps=(*routine.steps, RestStep(30.0), RestStep(45.0)))
    told = sheet_of(resting, own.timeline("routine", "own-sheet"), own.library.catalogue)
    assert told.after == ("Drink something.",)


TUCK = ExerciseStep("chin-tuck")


@pytest.mark.parametrize(
    ("circuit", "told"),
    [
        (RoundsStep(3, (TUCK, TUCK), 75.0), ("3 rounds of 1 to 2, with a rest of 1 min 15 s between them.",)),
        (RoundsStep(3, (TUCK, RoundsStep(2, (TUCK,)), TUCK), 0.0), ("3 rounds of 1 to 3.",)),
        (RoundsStep(1, (TUCK, TUCK), 75.0), ()),
        (RoundsStep(2, (RestStep(20.0), TUCK), 5.0), ("2 rounds of 1, with a rest of 5 s between them.", "Rest 20 s.")),
    ],
)
def test_which_exercises_come_in_rounds_and_how_long_to_rest_between_these(own, circuit, told):
    routine = replace(own.library.catalogue.routines["own-sheet"], steps=(circuit,))
    found = sheet_of(routine, own.timeline("routine", "own-sheet"), own.library.catalogue)
    assert found.rows[0].before == told


def test_an_exercise_that_names_no_muscle_names_its_areas():
    bare = {name: replace(one, muscles=()) for name, one in shipped().exercises.items()}
    told = sheet(FakeParts(replace(shipped(), exercises=bare)), "anti-slouch-daily")
    assert told.rows[1].works == "Between the shoulder blades; Side of the back, armpit; Side of the trunk"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is missing (poppler-utils)")
def test_all_that_it_tells_is_on_the_paper_in_its_order(qapp, own, tmp_path):
    print_sheet(own, "own-sheet", tmp_path / "sheet.pdf", A4)
    written = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(tmp_path / "sheet.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    text = " ".join(written.split())
    wanted = (
        "Small steps.",
        "Put the mat out.",
        "One forearm out",
        "Red band, elbow",
        "Shake it out.",
        "Drink something.",
    )
    assert [text.find(one) for one in wanted] == sorted(text.find(one) for one in wanted)
    assert text.find(wanted[0]) >= 0
    assert "4 s return, 10 s pause" in text
    assert "Infraspinatus, Teres minor" in text


def test_a_run_of_the_chosen_length_with_its_cues():
    parts = FakeParts()
    parts.choose_length("run-tall", 1200.0)
    (run,) = sheet(parts, "run-tall").rows
    assert run.dose == "20 minutes"
    on_the_way = dict(run.told)["On the way"]
    assert "5:13 Run tall.  10:13 Eyes to the horizon.  15:13 Head over chest.  19:53 Nearly done." in on_the_way


def test_without_figures_rules_and_room(qapp, tmp_path):
    """Words as long as the language allows, no figure at all, no safety file: all of it stands on whole pages."""
    long = Text("Breathe out and lower your shoulders. " * 52)
    bare = {
        name: replace(one, figure=None, describe=long, mistakes=(long,) * 3)
        for name, one in shipped().exercises.items()
    }
    parts = FakeParts(replace(shipped(), exercises=bare, safety=Safety({}, ())))
    assert 5 <= pages(printed(parts, "desk-reset", tmp_path)) <= 8


def test_start_and_end_stand_beside_or_above_each_other(qapp):
    figures = shipped().figures
    upright, lying, stays = figures["wall-angel"], figures["prone-cobra"], figures["wall-test-back"]
    first, second = pictures_of(upright)
    assert (first.number, second.number, first.share, second.share) == ("1", "2", 0.0, 1.0)
    assert first.box.right() < second.box.left()
    first, second = pictures_of(lying)
    assert first.box.bottom() < second.box.top()
    first, second = pictures_of(figures["chin-tuck-lying"])  # of which head and chest are shown
    assert second.box.left() > first.box.right()
    assert [picture.number for picture in pictures_of(stays)] == [""]
    assert [picture.share for picture in pictures_of(figures["march"])] == [0.0, 0.5]


def test_what_belongs_together_stays_together():
    flow = Pages(100.0)
    flow.put(60.0, lambda _painter, _y: None)
    flow.keep(50.0)
    flow.put(30.0, lambda _painter, _y: None)
    flow.put(70.0, lambda _painter, _y: None)
    flow.put(1.0, lambda _painter, _y: None)
    assert [[y for y, _ in page] for page in flow.pages] == [[0.0], [0.0, 30.0], [0.0]]


def test_a_disk_that_fills_up_leaves_nothing_and_is_said(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr("coach.ui.sheet.pdf.is_whole", lambda file: file.write_bytes(b"%PDF-1.4 half") < 0)
    with pytest.raises(OSError, match="No space left on device"):
        print_sheet(FakeParts(), "run-tall", tmp_path / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(qapp, tmp_path):
    with pytest.raises(OSError, match="No such file"):
        print_sheet(FakeParts(), "desk-reset", tmp_path / "none" / "sheet.pdf")


# --- read from the right


@pytest.fixture
def from_the_right(qapp):
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


def places(path: Path) -> dict[str, tuple[float, float]]:
    """Each word of the first page where it stands first: its left and right edge, in points."""
    told = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", path, "-"], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    found: dict[str, tuple[float, float]] = {}
    for left, right, word in re.findall(r'xMin="([\d.]+)"[^>]* xMax="([\d.]+)"[^>]*>([^<]+)<', told):
        found.setdefault(word, (float(left), float(right)))
    return found


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)")
@pytest.mark.parametrize("paper", ["sheet", "report"])
def test_a_page_that_is_read_from_the_right_is_the_mirror_of_the_other(parts, tmp_path, qapp, paper, request):
    def printed(name: str) -> dict[str, tuple[float, float]]:
        if paper == "sheet":
            print_sheet(parts, "desk-reset", tmp_path / name, A4)
        else:
            parts.store.finish_session(parts.begin("desk-reset", days_ago=1), "finished")
            print_report(parts, parts.clock.wall(), tmp_path / name, A4)
        return places(tmp_path / name)

    plain = printed("plain.pdf")
    request.getfixturevalue("from_the_right")
    mirrored = printed("mirrored.pdf")
    wide = QPageSize(A4).size(QPageSize.Unit.Point).width()
    first, last = ("Desk", "reset") if paper == "sheet" else ("Report", "along")
    assert mirrored[last][1] == pytest.approx(wide - plain[first][0], abs=3), "what begins at one edge, at the other"
    assert mirrored[first][0] < mirrored[last][0], "and yet the words are no mirror images"
    assert mirrored["Name"][0] > wide / 2 > plain["Name"][1]


def test_a_language_that_is_read_from_the_right_has_such_pages(qapp):
    assert [is_from_right(tag) for tag in ("en", "qps", "ar", "he")] == [False, False, True, True]
