"""Learn: lessons open in the page, and whatever an author wrote is shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt

from coach.content.model import Lesson, Text
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.reading import Reading
from tests.ui.parts import shipped
from tests.ui.seeing import button, texts

BODY = """# Head

Some *words*, and so many more of them that one line is not enough for all.

## More

- one
- two

![Glide straight back.](figure:chin-tuck)

![Of another library.](figure:not-here)
"""


def lesson(name: str) -> Lesson:
    return Lesson(name, Text(f"Lesson {name}"), BODY, Text("In short."), tuple(shipped().sources)[:2])


def test_lessons_open_in_the_page_and_escape_leads_back(qtbot, window):
    window.parts.library.catalogue = replace(shipped(), lessons={"a": lesson("a"), "b": lesson("b")})
    window.go("learn")
    page = window.pages["learn"]
    assert "Lesson b" in texts(page)
    button(page, "Read").click()
    assert "Lesson b" not in texts(page)
    reading = page.findChild(Reading)
    assert reading.document().toPlainText().startswith("Head\nSome words, and")
    assert reading.loadResource(2, "https://example.invalid/x.png") is None
    shown_at = reading.document().textWidth()
    assert reading.heightForWidth(300) > reading.heightForWidth(900)
    assert reading.document().textWidth() == shown_at
    bullets = list(reading.bullets())
    assert len(bullets) == 2
    assert all(bullet.x() > 0 for bullet in bullets)
    assert "Glide straight back." in texts(page)
    assert "Of another library." not in texts(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert "Lesson b" in texts(page)


def test_a_lesson_whose_end_is_not_laid_out_yet_is_shown(qtbot, look):
    reading = Reading(look, "\n".join(f"- Item {number}, {'word after word, ' * 6}" for number in range(60)))
    qtbot.addWidget(reading)
    reading.resize(300, 200)
    reading.show()
    reading.grab()
    seen = len(list(reading.bullets()))
    assert 0 < seen < 60
    reading.document().size()  # lays out the rest
    assert len(list(reading.bullets())) == 60


def test_the_lessons_stand_in_their_order(window):
    window.go("learn")
    page = window.pages["learn"]
    told = texts(page)
    assert told[told.index("Start here") + 1] == "Why the upper back hurts"
    button(page, "Read").click()
    assert "Start here" not in texts(page)
    assert "Why the upper back hurts" in texts(page)


def test_the_first_lesson_opens_by_a_click_anywhere_on_it_like_the_others(qtbot, window):
    window.go("learn")
    page = window.pages["learn"]
    hero = page.findChild(Hero)
    assert hero.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(hero, Qt.MouseButton.LeftButton, pos=hero.rect().bottomRight() - QPoint(40, 40))
    assert "Start here" not in texts(page)


def test_without_lessons_the_page_says_so(window):
    window.parts.library.catalogue = replace(shipped(), lessons={})
    window.go("learn")
    assert "Lessons are on their way" in texts(window.pages["learn"])
    button(window.pages["learn"], "See the routines").click()
    assert window.page == "routines"
