"""Pictures of everything, without a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from coach.languages.choosing import language_named
from coach.pseudo import TAG
from coach.ui.days import DAYS, PLAN_DAYS
from coach.ui.render import example_nudge, example_reminder, first_day, render, render_sheets
from coach.ui.widgets.rail import places
from coach.ui.words.qt_language import LANGUAGE
from coach.words.language import ENGLISH
from tests.fakes import FakeClock
from tests.ui.parts import TUESDAY, FakeParts, shipped
from tests.ui.pixels import colours, pixels
from tests.ui.walking import everything_wrong, untranslated, watched


@pytest.mark.slow  # of all figures
def test_every_figure_gets_a_sheet_named_after_it(tmp_path):
    figures = {name: shipped().figures[name] for name in ("chin-tuck", "walk")}
    written = list(render_sheets(FakeParts(replace(shipped(), figures=figures)), tmp_path / "new"))
    assert [path.name for path in written] == ["chin-tuck.png", "walk.png"]
    assert all(QImage(str(path)).width() > 800 for path in written)


def test_a_sheet_that_cannot_be_written_is_said(qapp, tmp_path):
    (tmp_path / "chin-tuck.png").mkdir()
    with pytest.raises(IsADirectoryError, match=r"chin-tuck\.png'$"):
        list(render_sheets(FakeParts(), tmp_path, only=["chin-tuck"]))


def test_one_figure_may_be_painted_alone(qapp, tmp_path):
    wanted = sorted(shipped().figures)[:2]
    written = list(render_sheets(FakeParts(), tmp_path, only=wanted))
    assert [path.stem for path in written] == [name for name in shipped().figures if name in wanted]


@pytest.fixture(scope="module", params=["light", "contrast"])
def rendered(request, qapp, tmp_path_factory):
    """Every page in one look, once for all tests: the pictures by name, and the parts that they were made of."""
    parts, before = FakeParts(), (qapp.palette(), qapp.font())
    folder = tmp_path_factory.mktemp("pages") / "new" / "folder"
    paths = list(render(parts, folder, request.param, QSize(1000, 700)))
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    return {path.stem: QImage(str(path)) for path in paths}, parts


@pytest.mark.slow  # every day all of them are made of a library without anything, below
def test_every_page_becomes_a_picture(rendered):
    pictures, parts = rendered
    expected = {"routine", "exercise", "plan", "reminder", "welcome", "safety", "session", "room", "nudge"}
    after_a_test = {"walltest-result", "focus"}
    days = set(DAYS) | set(PLAN_DAYS.values())
    assert set(pictures) == {name for name, *_ in places()} | expected | after_a_test | days
    for name, image in pictures.items():
        assert not image.isNull(), name
        assert len(colours(pixels(image)[::9, ::9])) > 3, name
    assert parts.store.sessions() == []
    assert parts.cues.played == []


@pytest.mark.slow
def test_a_figure_stands_beside_the_words(rendered):
    today = pixels(rendered[0]["today"])[140:380:4]
    right, left = (colours(today[:, part]) for part in (slice(480, 640), slice(250, 300)))
    assert len(right) > 3 * len(left) or len(right) > 60


@pytest.mark.slow  # all pages, twice
def test_pictures_of_two_days_are_the_same_on_a_slow_machine_too(qapp, tmp_path, monkeypatch):
    looks = qapp.palette(), qapp.font()
    made = []
    for name, flash_ms, days in (("one", 1, 0), ("two", 60_000, 203)):
        monkeypatch.setattr("coach.ui.widgets.stage._FLASH_MS", flash_ms)  # never over while the pictures are made
        clock = FakeClock(TUESDAY + timedelta(days=days, hours=8))
        parts = FakeParts(clock=clock)
        parts.finish("desk-reset")
        shown = first_day(parts)
        made.append({path.stem: QImage(str(path)) for path in render(shown, tmp_path / name, size=QSize(800, 600))})
        shown.close()
        assert shown.store is not parts.store
    qapp.setPalette(looks[0])
    qapp.setFont(looks[1])
    assert made[0].keys() == made[1].keys()
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_a_folder_that_cannot_be_written_is_an_error(qapp, parts, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        list(render(parts, tmp_path / "file"))


def test_a_library_without_anything_still_has_pictures(tmp_path):
    bare = replace(shipped(), routines={}, exercises={}, reminders={}, figures={}, plans={}, areas={}, lessons={})
    assert {path.stem for path in render(FakeParts(bare), tmp_path)} >= {"today", "routines"}


def test_the_nudge_that_is_shown_is_one_that_comes_by_itself():
    reminders = shipped().reminders
    assert not next(iter(reminders.values())).enabled
    assert example_reminder(shipped()).enabled
    off = {name: replace(each, enabled=False) for name, each in reminders.items()}
    assert example_reminder(replace(shipped(), reminders=off)) == next(iter(off.values()))
    assert example_reminder(replace(shipped(), reminders={})) is None


def test_the_nudge_speaks_the_language_and_has_room_for_it(qtbot, look):
    language = language_named(TAG)
    LANGUAGE.speak(language)
    try:
        card = example_nudge(shipped(), look)
        qtbot.addWidget(card)
        card.resize(card.sizeHint())
        card.show()
        with watched() as painted:
            assert untranslated(card, painted) == []
            assert everything_wrong(card, painted) == []
    finally:
        LANGUAGE.speak(ENGLISH)
