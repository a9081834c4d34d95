"""The nudge: never takes the focus, is answered by one click, goes by itself; and what the desk hears of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from shiboken6 import delete, isValid

from coach.content.model import Coaching, CoachingEvent, Text
from coach.demonstration.which_figure import STANDING, emblem
from coach.reminders.nudge import Nudge
from coach.settings import REMINDER_KEY
from coach.ui.look import compositing
from coach.ui.nudge import frame as nudge
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.nudging import Nudging
from coach.ui.nudge.on_card import CardScreen, card_of
from coach.ui.stills.pictures import pictures_of
from coach.ui.stills.shot import Shot
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.labels import Label
from coach.ui.words import common as words
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import button, faults, settle, to_the_front

LONG = "Look up from the screen, find something far away, and let your shoulders drop while you breathe out slowly."


@pytest.fixture
def card(qtbot, look):
    made = NudgeCard(look, "Change position", "Let your shoulders drop.", "2 min reset")
    qtbot.addWidget(made)
    made.appear()
    return made


def test_it_shows_who_does_what_it_offers(look):
    parts = FakeParts()
    put = replace(shipped().reminders["desk-reset"], figure=None, offer="focus")
    parts.library.catalogue = replace(shipped(), reminders={"desk-reset": put})
    parts.tested(days_ago=1, hold=20, focus=("chest",))
    nudge = parts.desk.now("desk-reset")
    assert (nudge.offer, nudge.offer_kind) == ("focus", "routine")
    shown = emblem(parts.library.catalogue, parts.as_written("focus"))
    card = card_of(parts, look, nudge)
    assert shown is not None
    assert card.figure == shown


def answers(card: NudgeCard) -> list[tuple]:
    told: list[tuple] = []
    card.done.connect(lambda: told.append(("done",)))
    card.offer.connect(lambda: told.append(("offer",)))
    card.skipped.connect(lambda: told.append(("skipped",)))
    card.snoozed.connect(lambda seconds: told.append(("snoozed", seconds)))
    card.expired.connect(lambda: told.append(("expired",)))
    return told


def test_it_never_takes_the_focus(qtbot, look):
    writing = QLineEdit()
    to_the_front(qtbot, writing)
    writing.setFocus()
    made = NudgeCard(look, "Change position", "Let your shoulders drop.")
    qtbot.addWidget(made)
    made.appear()
    settle()
    if QGuiApplication.platformName() != "offscreen":  # which makes every new window the active one
        assert QApplication.activeWindow() is writing
        assert writing.hasFocus()
    assert made.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert made.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert all(child.focusPolicy() == Qt.FocusPolicy.NoFocus for child in made.findChildren(QWidget))


def test_it_stands_at_the_lower_right_within_the_screen(card):
    free = QGuiApplication.primaryScreen().availableGeometry()
    box = card._card().toRect().translated(card.pos())
    assert free.contains(box)
    assert (free.right() - box.right(), free.bottom() - box.bottom()) == (20, 20)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("Done", ("done",)),
        ("2 min reset", ("offer",)),
        ("Skip this one", ("skipped",)),
        ("Remind me in 5 minutes", ("snoozed", 300.0)),
        ("Remind me in 15 minutes", ("snoozed", 900.0)),
    ],
)
def test_one_click_answers_and_it_goes(qtbot, card, name, answer):
    told = answers(card)
    qtbot.mouseClick(button(card, name), Qt.MouseButton.LeftButton)
    assert told == [answer]
    assert not card.isVisible()


def test_it_goes_by_itself_and_says_so(qtbot, monkeypatch, look):
    monkeypatch.setattr(nudge, "LIFE_SECONDS", 0.05)
    made = NudgeCard(look, "Change position", "Time to shift.")
    qtbot.addWidget(made)
    told = answers(made)
    made.appear()
    qtbot.waitUntil(lambda: told == [("expired",)])


def over(card: NudgeCard, kind: QEvent.Type, x: int) -> None:
    """The pointer does something at `x` of the card, as the window system tells it."""
    place = QPointF(x, 60)
    there = QPointF(card.mapToGlobal(place.toPoint()))
    if kind == QEvent.Type.Leave:
        event = QEvent(kind)
    elif kind == QEvent.Type.Enter:
        event = QEnterEvent(place, place, there)
    else:
        event = QMouseEvent(
            kind, place, there, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        )
    QApplication.sendEvent(card.windowHandle(), event)


def test_a_pointer_that_moves_over_it_stops_its_time(card):
    over(card, QEvent.Type.Enter, 50)
    over(card, QEvent.Type.MouseMove, 60)
    assert card._life.state() == card._life.State.Paused
    over(card, QEvent.Type.Leave, 60)
    assert card._life.state() == card._life.State.Running


def test_a_pointer_that_lies_where_it_appears_does_not(card):
    over(card, QEvent.Type.Enter, 50)
    over(card, QEvent.Type.MouseMove, 50)
    assert card._life.state() == card._life.State.Running


def test_under_a_pointer_that_stays_it_goes_all_the_same(qtbot, monkeypatch, look):
    monkeypatch.setattr(nudge, "LONGEST_SECONDS", 0.05)
    made = NudgeCard(look, "Change position", "Time to shift.")
    qtbot.addWidget(made)
    told = answers(made)
    made.appear()
    over(made, QEvent.Type.Enter, 50)
    over(made, QEvent.Type.MouseMove, 60)
    qtbot.waitUntil(lambda: told == [("expired",)])


def test_when_its_screen_goes_it_stands_on_one_that_is_left(qtbot, qapp, card):
    place = card._place
    card.setGeometry(-5000, -5000, card.width(), card.height())  # where a screen was
    qapp.screenRemoved.emit(QGuiApplication.primaryScreen())
    qtbot.waitUntil(lambda: card.pos() == place)


def test_it_comes_where_the_pointer_is(qtbot, monkeypatch, look):
    asked = []
    monkeypatch.setattr(nudge, "screen_of_the_person", lambda: asked.append(True))
    made = NudgeCard(look, "Change position", "Time to shift.")
    qtbot.addWidget(made)
    made.appear()
    assert asked == [True]


def test_with_motion_it_slides_in_and_out(qtbot, look):
    look.set_reduced_motion(False)
    made = NudgeCard(look, "Change position", "Time to shift.")
    made.appear()
    place = made._place
    qtbot.waitUntil(lambda: made.pos() == place)
    closed = []
    made.destroyed.connect(lambda: closed.append(1))
    made.leave()
    qtbot.waitUntil(lambda: closed == [1])


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("message", ["Time to shift.", LONG])
def test_nothing_on_it_is_cut(qtbot, look, theme, scale, message):
    look.set_theme(theme)
    look.set_scale(scale)
    made = NudgeCard(look, "Five-minute break", message, "Start, 2 min")
    qtbot.addWidget(made)
    made.appear()
    assert faults(made) == []
    assert not made.grab().isNull()
    assert message in [label.text() for label in made.findChildren(Label)]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("sentences", [6, 60])
def test_a_message_longer_than_the_screen_leaves_its_answers_in_sight(qtbot, look, scale, sentences):
    look.set_scale(scale)
    message = "Look up from the screen. " * sentences
    made = NudgeCard(look, "Five-minute break", message.strip(), "Start, 2 min")
    qtbot.addWidget(made)
    made.appear()
    settle()
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.contains(made._card().toRect().translated(made.pos()))
    assert faults(made) == []
    assert made.message.text() == message.strip()
    assert (made._said.verticalScrollBar().maximum() > 0) == (sentences == 60)
    assert message.strip() in made.accessibleName()


def test_a_word_without_an_end_scrolls_where_there_is_no_room(qtbot, look):
    made = NudgeCard(look, "Five-minute break", "A" * 9000)
    qtbot.addWidget(made)
    made.appear()
    settle()
    assert made._said.verticalScrollBar().maximum() > 0
    assert made.height() <= QGuiApplication.primaryScreen().availableGeometry().height() + 2 * nudge._SHADOW


# what is left of 1280 x 720 and of 1920 x 1080 at three times the size, of 1280 x 800 at twice, 1280 x 720 at 1.5 times
SMALL_SCREENS = [(427, 240), (640, 360), (640, 400), (853, 480)]


@pytest.mark.parametrize("largest", [1.0, 1.5])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("screen", SMALL_SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_on_a_small_screen_it_keeps_within_it_with_all_its_answers(qtbot, look, screen, scale, largest):
    look.set_scale(scale)
    made = NudgeCard(look, "Five-minute break", LONG, "Start, 2 min", largest=largest)
    qtbot.addWidget(made)
    free = QRect(0, 0, *screen)
    made._stand_in(free)
    made.show()
    settle()
    card = made._card().toRect()
    assert free.contains(card.translated(made.pos()))
    assert faults(made) == []
    for one in made.findChildren(QAbstractButton):
        assert card.contains(QRect(one.mapTo(made, QPoint()), one.size())), one.accessibleName()
    assert made.message.visibleRegion().boundingRect().height() >= made.message.lines_high(1)
    if screen[1] > 400:
        assert made._look.scale >= scale


def test_a_card_in_the_window_grows_with_its_text_and_stays_within_it(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 560)
    window.show()
    made = NudgeCard(look, "Five-minute break", LONG, "Start, 2 min")
    made.appear_in(window, lasts=True)
    made.keep_in_corner()
    before = made.size()
    look.set_scale(2.0)
    settle()
    assert made.width() > before.width()
    assert window.rect().contains(made._card().toRect().translated(made.pos()))


def test_its_picture_shows_what_works_in_a_lying_neck_drill_too(qtbot, look):
    figure = shipped().figures["chin-tuck-lying"]
    made = NudgeCard(look, "Chin tuck", "Make the neck long.", figure=figure)
    qtbot.addWidget(made)
    made.appear()
    made.grab()
    pictures_of(look).finish()
    panel = round(made._card().height())
    assert (
        pictures_of(look).picture(Shot(figure, nudge.PICTURE.width(), panel), made) is not None
    )  # as every page shows it


def test_without_a_compositor_it_is_cut_to_the_card(qtbot, monkeypatch, look):
    monkeypatch.setattr(nudge, "can_see_through", lambda: False)
    made = NudgeCard(look, "Change position", "Time to shift.")
    qtbot.addWidget(made)
    made.appear()
    assert made.mask().boundingRect() == made._card().toAlignedRect()


def test_only_an_x_server_may_lack_a_compositor(qapp, monkeypatch):
    assert compositing.can_see_through()
    monkeypatch.setattr(compositing.QGuiApplication, "platformName", lambda: "xcb")
    load = compositing.ctypes.CDLL
    monkeypatch.setattr(compositing.ctypes, "CDLL", lambda _name: load("libnone.so.0"))
    assert not compositing.can_see_through()


# --- what the desk hears ---


@pytest.fixture
def nudging(qtbot, parts, look):
    made = Nudging(parts.desk, CardScreen(parts, look))
    yield made
    made.stop()


def log(parts) -> list[tuple[str, str]]:
    return [(entry.id, entry.what) for entry in parts.desk.status().log]


def test_a_card_goes_with_the_one_who_listens_to_it(qtbot, parts, look):
    gone = Nudging(parts.desk, CardScreen(parts, look))
    gone.show(parts.desk.now())
    card = gone.screen.card
    told = answers(card)
    delete(gone)
    card._life.setCurrentTime(card._life.duration())  # its time is over before the loop takes it away
    assert told == []
    qtbot.waitUntil(lambda: not isValid(card))


def test_half_an_hour_at_the_desk_brings_a_nudge(qtbot, parts, nudging):
    nudging.begin()
    assert nudging.screen.card is None
    for _ in range(60):
        parts.clock.pass_time(30)
        nudging._wake()
    assert nudging.screen.card is not None
    assert nudging.screen.card.windowTitle() == "Change position"
    assert parts.cues.played == ["nudge"]
    assert log(parts)[-1] == ("change-position", "shown")


@pytest.mark.parametrize(
    ("events", "played"),
    [({"nudge": CoachingEvent(sound="bell")}, ["bell"]), ({"nudge": CoachingEvent()}, []), ({}, [])],
)
def test_a_nudge_sounds_as_the_coaching_says(parts, nudging, events, played):
    parts.library.catalogue = replace(parts.library.catalogue, coaching=Coaching(events))
    nudging.show_now("change-position")
    assert parts.cues.played == played
    assert parts.cues.is_open == bool(played)


@pytest.mark.parametrize(
    ("name", "what"), [("Done", "done"), ("Skip this one", "skipped"), ("Remind me in 10 minutes", "snoozed")]
)
def test_the_desk_hears_the_answer(qtbot, parts, nudging, name, what):
    changed = []
    nudging.changed.connect(lambda: changed.append(1))
    nudging.show_now("change-position")
    button(nudging.screen.card, name).click()
    assert log(parts) == [("change-position", "shown"), ("change-position", what)]
    assert nudging.screen.card is None
    assert changed


def test_the_card_asks_for_and_shows_nothing_that_is_barred(parts, nudging):
    catalogue = parts.library.catalogue
    name, reminder = next((n, r) for n, r in catalogue.reminders.items() if r.figure == "scapular-squeeze")
    nudging.show_now(name)
    assert nudging.screen.card.figure.id == reminder.figure
    parts.store.add_conditions({"shoulder-injury"})
    nudging.show_now(name)
    assert nudging.screen.card.figure is STANDING


def test_a_title_that_is_the_message_is_said_once(parts, nudging):
    reminder = next(r for r in parts.library.catalogue.reminders.values() if r.figure == "scapular-squeeze")
    asking = replace(reminder, messages=tuple(one for one in reminder.messages if one.exercise == reminder.figure))
    parts.library.catalogue = replace(parts.library.catalogue, reminders={reminder.id: asking})
    parts.store.add_conditions({"shoulder-injury"})
    nudging.show_now(reminder.id)
    title = str(reminder.title)
    assert [label.text() for label in nudging.screen.card.findChildren(Label) if label.text()] == [title]
    assert nudging.screen.card.accessibleName() == title
    assert nudging.screen.card.windowTitle() == title


def test_taking_the_offer_starts_it(parts, nudging):
    started = []
    nudging.start.connect(lambda *what: started.append(what))
    nudging.show_now("desk-reset")
    button(nudging.screen.card, "Desk reset").click()
    assert started == [("routine", "desk-reset")]
    assert log(parts)[-1] == ("desk-reset", "started")


def test_an_offer_with_a_long_name_says_how_long_it_takes(parts, nudging):
    nudging.show_now("wall-test")
    button(nudging.screen.card, f"Start, {words.takes(parts.timeline('test', 'wall-test'))}")


def test_an_offer_of_a_chosen_length_is_told_at_that_length_as_on_its_page(parts, nudging):
    """The card said 30 minutes for a session of ten."""
    offered = replace(parts.library.catalogue.reminders["wall-test"], offer="run-tall")
    routine = parts.library.catalogue.routines["run-tall"]
    long_named = replace(routine, title=Text("Run tall in the park"))
    parts.library.catalogue = replace(
        parts.library.catalogue,
        reminders={**parts.library.catalogue.reminders, "wall-test": offered},
        routines={**parts.library.catalogue.routines, "run-tall": long_named},
    )
    parts.choose_length("run-tall", 600)
    nudging.show_now("wall-test")
    told = words.takes(parts.timeline("routine", "run-tall"))
    assert "10 min" in told
    button(nudging.screen.card, f"Start, {told}")


def test_at_the_end_an_open_card_is_gone_at_once(parts, nudging):
    nudging.show_now("change-position")
    card = nudging.screen.card
    assert card.isVisible()
    nudging.stop()
    assert not card.isVisible()
    assert nudging.screen.card is None
    assert parts.desk.open is None


def test_a_nudge_without_an_answer_goes_quietly(parts, nudging):
    nudging.show_now("change-position")
    nudging.screen.card.answer(nudging.screen.card.expired)
    assert nudging.screen.card is None
    assert log(parts) == [("change-position", "shown")]


def test_a_new_nudge_takes_the_place_of_the_old(parts, nudging):
    nudging.show_now("change-position")
    first = nudging.screen.card
    nudging.show_now("five-minute-break")
    assert nudging.screen.card is not first
    assert not first.isVisible()
    nudging.show(None)
    nudging.show_now("gone")
    assert nudging.screen.card.windowTitle() == "Five-minute break"


def test_it_sleeps_until_the_desk_wants_to_be_woken(parts, nudging):
    nudging.begin()
    assert 200 <= nudging._timer.interval() <= 60_000
    nudging.look()
    nudging.stop()
    assert not nudging._timer.isActive()
    nudging.look()
    assert not nudging._timer.isActive()


@pytest.mark.parametrize(
    ("snoozes", "shown", "names"),
    [
        ((300.0, 600.0, 900.0), ["5", "10", "15 min"], ["5 minutes", "10 minutes", "15 minutes"]),
        ((60.0,), ["1 min"], ["1 minute"]),
        ((30.0, 90.0), ["30 s", "1 min 30 s"], ["30 seconds", "1 minute 30 seconds"]),
        ((300.0, 3600.0), ["5 min", "1 h"], ["5 minutes", "1 hour"]),
    ],
)
def test_a_snooze_says_how_long_it_is(qtbot, look, snoozes, shown, names):
    """90 seconds were offered as 2, half a minute as 0."""
    made = NudgeCard(look, "Change position", "Let your shoulders drop.", "", snoozes)
    qtbot.addWidget(made)
    buttons = [b for b in made.findChildren(Button) if b.accessibleName().startswith("Remind me in")]
    assert [b.text() for b in buttons] == shown
    assert [b.accessibleName() for b in buttons] == [f"Remind me in {name}" for name in names]


def test_a_screen_reader_takes_it_for_a_notification(card):
    read = QAccessible.queryAccessibleInterface(card)
    assert read.role() == QAccessible.Role.Notification
    assert read.text(QAccessible.Text.Name) == "Change position. Let your shoulders drop."
    assert read.text(QAccessible.Text.Description) == "Goes by itself in 40 seconds"


@pytest.mark.parametrize(
    ("is_first", "is_chosen", "how"),
    [
        (True, False, ". By keyboard it is answered in Posture Coach, on Reminders."),
        (True, True, ". The key that you chose leads to its answers."),
        (False, False, ""),
    ],
)
def test_the_first_of_a_day_says_how_it_is_answered_without_a_pointer(qtbot, look, parts, is_first, is_chosen, how):
    """It takes no key, and a screen reader said no more than that it goes."""
    parts.store.keep(REMINDER_KEY, is_chosen)
    nudge = Nudge("change-position", "Change position", "Time to shift.", "asked-for", is_first_today=is_first)
    card = card_of(parts, look, nudge)
    qtbot.addWidget(card)
    assert card.accessibleDescription() == f"Goes by itself in 40 seconds{how}"
