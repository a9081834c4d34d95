"""Learn: lessons open in the page, and whatever an author wrote is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from coach.content.model import Lesson, Source, Text
from coach.ui.pages.learn import in_language
from coach.ui.widgets.card import CardButton
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.place import FigurePlace
from coach.ui.widgets.reading import Reading
from coach.ui.words import common as words
from tests.beside import every_day
from tests.ui.parts import shipped
from tests.ui.seeing import button, settle, texts

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


def test_a_lesson_opens_with_its_figure(window):
    one = replace(lesson("a"), figure="cat-cow")
    window.parts.library.catalogue = replace(shipped(), lessons={"a": one})
    window.go("learn")
    page = window.pages["learn"]
    page.open_lesson("a")
    shown = [place.figure.id for place in page.findChildren(FigurePlace) if place.figure is not None]
    assert shown == ["cat-cow", "chin-tuck"]


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


def opened(window, *lessons: Lesson, sources: dict[str, Source] | None = None):
    """Learn with these lessons alone; the first is being read."""
    library = shipped() if sources is None else replace(shipped(), sources=sources)
    window.parts.library.catalogue = replace(library, lessons={one.id: one for one in lessons})
    window.go("learn")
    page = window.pages["learn"]
    button(page, "Read").click()
    return page


def test_a_card_is_opened_by_a_click_or_by_return_and_back_leads_to_the_list(qtbot, window):
    window.parts.library.catalogue = replace(shipped(), lessons={name: lesson(name) for name in "abc"})
    window.go("learn")
    page = window.pages["learn"]
    assert [card.accessibleName().split(".")[0] for card in page.findChildren(CardButton)] == ["Lesson b", "Lesson c"]
    qtbot.mouseClick(page.findChildren(CardButton)[1], Qt.MouseButton.LeftButton)
    assert "Lesson c" in texts(page)
    assert "Lesson b" not in texts(page)
    button(page, "Learn").click()
    card = page.findChildren(CardButton)[0]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert "Lesson b" in texts(page)
    assert "Lesson c" not in texts(page)


def test_how_long_it_is_to_read_and_how_many_sources_it_has(window):
    long, short = "word " * 1000, "word"
    ids = tuple(shipped().sources)
    found = {
        "a": Lesson("a", Text("A"), long, sources=ids[:3]),
        "b": Lesson("b", Text("B"), short, sources=ids[:1]),
        "c": Lesson("c", Text("C"), short),
    }
    window.parts.library.catalogue = replace(shipped(), lessons=found)
    window.go("learn")
    told = texts(window.pages["learn"])
    assert [text for text in told if " min" in text] == ["5 min, 3 sources", "1 min, 1 source", "1 min"]


def test_what_is_cited_stands_below_with_its_authors_its_place_and_year(window):
    sources = {"known": Source("known", Text("Slouching and pain"), "Fox and colleagues", "Spine", 2019)}
    page = opened(window, Lesson("a", Text("A"), "Words.", sources=("known", "of another library")), sources=sources)
    told = texts(page)
    assert told[told.index("Sources") + 1 :] == ["Fox and colleagues: Slouching and pain, Spine, 2019"]
    window.parts.library.catalogue = replace(window.parts.library.catalogue, sources={})
    page.refresh()
    assert "Sources" not in texts(page)


def test_a_lesson_begins_at_its_head_wherever_the_list_stood(window):
    window.resize(800, 560)
    window.parts.library.catalogue = replace(shipped(), lessons={name: lesson(name) for name in "abcdefgh"})
    window.go("learn")
    page = window.pages["learn"]
    texts(page)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert page.verticalScrollBar().value() > 0
    page.findChildren(CardButton)[-1].click()
    texts(page)
    assert page.verticalScrollBar().value() == 0


def test_a_lesson_that_is_gone_while_it_is_read_leads_to_the_list(window):
    page = opened(window, lesson("a"), lesson("b"))
    window.parts.library.catalogue = replace(shipped(), lessons={"b": lesson("b")})
    page.refresh()
    assert "Start here" in texts(page)
    assert "Lesson b" in texts(page)


def test_a_translation_is_read_in_its_language_and_another_in_ours(monkeypatch):
    german = replace(lesson("a"), title=Text("Lektion a"))
    both = replace(lesson("a"), translations={"de": german})
    assert in_language(both) is both
    monkeypatch.setattr(words, "language", lambda: "de")
    assert in_language(both) is german
    monkeypatch.setattr(words, "language", lambda: "fr")
    assert in_language(both) is both


def test_a_lesson_leads_to_what_it_speaks_of(window):
    told = replace(lesson("a"), body=f"{BODY}\nThe 30-second wall test, desk reset, eight weeks for your upper back.\n")
    window.parts.library.catalogue = replace(shipped(), lessons={"a": told})
    for title, wanted in (
        ("30-second wall test", "walltest"),
        ("Desk reset", "routine"),
        ("Eight weeks for your upper back", "plan"),
        ("Chin tuck", "exercise"),
    ):
        window.go("learn")
        page = window.pages["learn"]
        page.open_lesson("a")
        button(page, title).click()
        assert window.page == wanted


@pytest.mark.parametrize(
    ("width", "scale"),
    [(1600, 1.0), *every_day((), ((1180, 1.0), (800, 1.0), (1180, 2.0)), of_several=True)],
)
def test_its_lines_are_not_too_long_and_nothing_of_it_is_cut(qtbot, window, look, width, scale):
    look.set_scale(scale)
    window.resize(width, 760)
    window.go("learn")
    page = window.pages["learn"]
    for ident in window.parts.library.catalogue.lessons:
        page.open_lesson(ident)
        settle()
        window.grab()
        for reading in page.findChildren(Reading):
            assert reading.width() <= look.px(580)
            assert reading.height() >= reading.heightForWidth(reading.width()) - 1
