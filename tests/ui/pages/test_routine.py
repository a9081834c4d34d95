"""A routine's page: what is otherwise for this person, and what is left out, is said there and as a session begins."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from coach.ui.look.window_look import WindowLook
from coach.ui.pages.session.page import SessionPage
from coach.ui.window import MainWindow
from tests.ui.seeing import button, texts
from tests.wiring.training import STRENGTH, tested, train

KNEELING = "In place of Cat-cow for you: Seated cat-cow (kneeling pain)."


def shown(window: MainWindow, ident: str) -> list[str]:
    window.go("routine", ident)
    return texts(window.pages["routine"])


def test_the_dose_of_now_stands_there_with_its_reason(window: MainWindow) -> None:
    why = "10 repetitions now: twice at effort 5 or less with pain 1 or less"
    assert why not in shown(window, STRENGTH)
    for _ in range(2):
        train(window.parts)
    told = shown(window, STRENGTH)
    assert told[told.index(why) - 1].startswith("10 repetitions")


def test_what_is_left_out_and_replaced_is_said_on_the_page_and_as_the_session_begins(
    qtbot: QtBot, look: WindowLook, window: MainWindow
) -> None:
    window.parts.store.add_conditions(["kneeling-pain"])
    assert KNEELING in shown(window, STRENGTH)
    session = SessionPage(window.parts, look)
    qtbot.addWidget(session)
    session.begin(window.parts.timeline("routine", STRENGTH))
    session.advance()
    assert session.view_page.trouble.text() == KNEELING
    session.skip()
    assert session.view_page.trouble.text() == ""
    session.leave()


def test_a_routine_of_which_nothing_is_left_is_not_begun(window: MainWindow) -> None:
    window.parts.store.add_conditions(["neck-injury"])
    told = shown(window, "deep-neck-flexors")
    assert "Left out for you: Deep-neck-flexor nod (neck injury)." in told
    assert not button(window.pages["routine"], "Start").isEnabled()
    window.start("routine", "deep-neck-flexors")
    assert not window.is_covered


def test_the_focus_routine_has_a_page(window: MainWindow) -> None:
    assert "This routine is not there any more." in shown(window, "focus")
    tested(window.parts, "neck", "chest")
    assert "Focus routine" in shown(window, "focus")
