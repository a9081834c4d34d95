"""Everything that the program shows, view by view, for who walks through all of it: `VIEWS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from coach.reminders.nudge import Nudge
from coach.sharing.out import make_ready, save
from coach.ui.days import DAYS, PLAN_DAYS
from coach.ui.look.window_look import WindowLook
from coach.ui.nudge.asking import FollowsCard, MorningCard
from coach.ui.nudge.full_screen import BreakScreen
from coach.ui.nudge.in_window import InWindowScreen
from coach.ui.nudge.on_card import card_of
from coach.ui.pages.conditions import ConditionsPage
from coach.ui.pages.learn import LearnPage
from coach.ui.pages.received import Found, ReceivedPage, find
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.session.finish import FinishPage, Outcome
from coach.ui.pages.session.page import SessionPage
from coach.ui.pages.session.used import Asked
from coach.ui.pages.session.who_speaks import WhoSpeaksPage
from coach.ui.pages.walltest.page import WallTestPage
from coach.ui.pages.welcome.page import WelcomePage
from coach.ui.pages.welcome.steps import LastStep
from coach.ui.routes import ROUTES
from coach.ui.widgets.labels import Label
from coach.ui.widgets.tickrow import TickRow
from coach.ui.window import MainWindow
from coach.words import today
from coach.words.language import Language
from coach.words.titles import title_of
from tests.fakes import FakeClock
from tests.sharing.mine import FILES, write
from tests.ui.parts import TUESDAY, FakeParts
from tests.ui.seeing import an_id_for, settle

Seen = Iterator[tuple[str, QWidget]]
"""Names of views with what shows them, each until the next is asked for."""


def _nudge(parts: FakeParts) -> Nudge:
    """A reminder as its file has it, in the language of `parts`."""
    found = parts.library.catalogue.reminders["change-position"]
    tag = parts.language.tag
    title, message = found.title.in_language(tag), found.messages[0].say.in_language(tag)
    return Nudge(found.id, title, message, "asked-for", (300.0, 600.0), "full-screen")


_STEP = 0.5  # seconds that no player takes for a sleeping machine


def speaking(language: Language, clock: FakeClock | None = None) -> FakeParts:
    """Parts of somebody who speaks so; LANGUAGE speaks it already."""
    parts = FakeParts(clock=clock)
    parts.language = language
    return parts


def live(parts: FakeParts) -> None:
    """Weeks in which every routine was done, two tests, and a morning at the desk."""
    for number, target in enumerate(parts.library.catalogue.routines):
        parts.finish(target, days_ago=number, minutes=5)
    parts.tested(days_ago=9, hold=19)
    parts.tested(days_ago=2, hold=24)
    for _ in range(20):
        parts.clock.pass_time(30)
        parts.desk.tick()


@contextmanager
def shown(widget: QWidget, size: QSize | None = None) -> Iterator[None]:
    """On the screen until it is over, then gone."""
    if size is not None:
        widget.resize(size)
    widget.show()
    settle()
    yield
    widget.hide()
    widget.deleteLater()


def pages(look: WindowLook, size: QSize, language: Language) -> Seen:
    """Every page of somebody who has been here for a while."""
    parts = speaking(language)
    live(parts)
    window = MainWindow(parts, look)
    with shown(window, size):
        for name in ROUTES:
            window.go(name, an_id_for(name))
            yield name, window
        window.go("learn")
        learn = window.pages["learn"]
        assert isinstance(learn, LearnPage)
        learn.open_lesson(next(iter(parts.library.catalogue.lessons)))
        yield "lesson", window
        nudge = InWindowScreen(parts, look, window)
        nudge.show(_nudge(parts))
        yield "nudge in the window", window
        nudge.put_away(at_once=True)
    parts.close()


@cache
def _found() -> tuple[Found, Found]:
    """What somebody else's file is found to be: one with the name of something else, and one that is there already."""
    with TemporaryDirectory() as folder:
        theirs, path = Path(folder) / "theirs", Path(folder) / "evening.yaml"
        write(theirs, FILES)
        home = FakeParts.at_home(theirs)
        save(make_ready(home, "evening-back", "Jane Doe"), path)
        mine = Path(folder) / "mine"
        write(mine, {"media/figures/side-lean.yaml": FILES["media/figures/side-lean.yaml"].replace("my-ribs", "neck")})
        return find(FakeParts.at_home(mine), path), find(home, path)


def received(look: WindowLook, size: QSize, language: Language) -> Seen:
    """A routine from somebody else, before it is let in."""
    window = MainWindow(speaking(language), look)
    with shown(window, size):
        window.go("received")
        page = window.pages["received"]
        assert isinstance(page, ReceivedPage)
        for name, one in zip(("received", "received, there already"), _found(), strict=True):
            page.show_found(one)
            yield name, window


def first_day(look: WindowLook, size: QSize, language: Language) -> Seen:
    """Every place of the rail before anything was done."""
    window = MainWindow(speaking(language), look)
    with shown(window, size):
        for name in (name for name, route in ROUTES.items() if not route.within):
            window.go(name)
            yield f"{name} on the first day", window


def days(look: WindowLook, size: QSize, language: Language) -> Seen:
    """Today and a plan in each of their states."""
    for name, lived in DAYS.items():
        clock = _Moved(TUESDAY)
        parts = speaking(language, clock)
        lived(parts, clock)
        window = MainWindow(parts, look)
        with shown(window, size):
            window.go("today")
            yield name, window
            week = parts.week().plan
            if name in PLAN_DAYS and week is not None:
                window.go("plan", week.plan.id)
                yield PLAN_DAYS[name], window
        parts.close()


class _Moved(FakeClock):
    """A clock that is put where a day is to be lived through."""

    seconds = property(lambda self: self._put, lambda self, seconds: self._put_to(seconds))
    _put = 0.0

    def _put_to(self, seconds: float) -> None:
        self.set_wall(self.wall() + timedelta(seconds=seconds - self._put))
        self._put = seconds


def who_speaks(look: WindowLook, size: QSize, _language: Language) -> Seen:
    """What is asked once before the first session where a screen reader runs."""
    page = WhoSpeaksPage(look)
    with shown(page, size):
        yield "who speaks", page


def session(look: WindowLook, size: QSize, language: Language) -> Seen:
    """A session in its figure, its steps, in a pause and from afar; what it asks, and its end."""
    parts = speaking(language)
    page = SessionPage(parts, look)
    with shown(page, size):
        page.begin(parts.timeline("routine", "anti-slouch-daily"))
        page.skip()
        _wait(parts, page, 16)
        yield "session", page
        page.view_page.stage.toggle_steps()
        yield "session, the steps", page
        page.view_page.stage.toggle_steps()
        page.toggle()
        yield "session, a pause", page
        page.toggle()
        page.toggle_room()
        yield "room", page
        page.toggle_room()
        page.hurts()
        yield "it hurts", page
        QTest.keyClick(page.ask, Qt.Key.Key_Escape)
        page.ask_end()
        yield "whether to end", page
        page.leave()
    parts.close()
    rows = [parts.library.catalogue.exercises[name].title for name in ("band-row", "band-pull-apart")]
    used = tuple(Asked(f"row-{number}", row.in_language(language.tag), "") for number, row in enumerate(rows))
    title = parts.library.catalogue.routines["desk-reset"].title.in_language(language.tag)
    finish = FinishPage(look, Outcome(title, "finished", 125.0, 4, 4, effort_range=(2, 4), used=used))
    with shown(finish, size):
        yield "finish", finish


def wall_test(look: WindowLook, size: QSize, language: Language) -> Seen:
    """The wall test from its start to its result."""
    parts = speaking(language)
    parts.store.add_safety(())
    page = WallTestPage(parts, look)
    with shown(page, size):
        assert page.pages.intro.start_button is not None
        page.pages.intro.start_button.click()
        yield "wall test, stand", page
        _wait_for(parts, page, lambda: page.page is page.pages.contact)
        yield "contact", page
        _answer(parts, page, lambda: page.page is page.pages.room)
        _wait_for(parts, page, lambda: page.under_way is not None and page.under_way.test.is_held)
        yield "hold", page
        QTest.keyClick(page, Qt.Key.Key_A)
        _wait_for(parts, page, lambda: page.page is page.pages.contact)
        yield "carry-over", page
        _answer(parts, page, lambda: page.page is page.pages.tension)
        yield "tension", page
        page.pages.tension.done_button.click()
        while page.page is page.pages.measure:
            yield "measure", page
            page.pages.measure.skip_button.click()
        yield "result", page
        page.leave()
    parts.close()


def _wait(parts: FakeParts, page: SessionPage | WallTestPage, seconds: float) -> None:
    for _ in range(round(seconds / _STEP)):
        parts.clock.pass_time(_STEP)
        page.advance()


def _wait_for(parts: FakeParts, page: WallTestPage, is_there: Callable[[], bool]) -> None:
    for _ in range(400):
        if is_there():
            return
        parts.clock.pass_time(_STEP)
        page.advance()
    raise AssertionError("the wall test did not come so far")


def _answer(parts: FakeParts, page: WallTestPage, is_over: Callable[[], bool]) -> None:
    for _ in range(40):
        if is_over():
            return
        if page.page is page.pages.contact:
            QTest.keyClick(page, Qt.Key.Key_2)
        else:
            _wait(parts, page, _STEP)
    raise AssertionError("the questions at the wall did not end")


def covers(look: WindowLook, size: QSize, language: Language) -> Seen:
    """What else is laid over a page: who is to speak, and what is true of somebody."""
    parts = speaking(language)
    speaks, conditions = WhoSpeaksPage(look), ConditionsPage(parts, look)
    with shown(speaks, size):
        yield "who speaks", speaks
    with shown(conditions, size):
        yield "conditions", conditions
    parts.close()


def safety(look: WindowLook, size: QSize, language: Language) -> Seen:
    """The safety questions, screen by screen, where nothing applies, and what is said where something does."""
    for applies in (False, True):
        page = SafetyPage(speaking(language), look)
        with shown(page, size):
            page.setFocus()
            for number in range(12):
                yield f"safety {number}, {'something' if applies else 'nothing'} applies", page
                if not _go_on_in_safety(page, applies=applies):
                    break


def _go_on_in_safety(page: SafetyPage, *, applies: bool) -> bool:
    """One screen on; False where it is the last."""
    rows = [one for one in page.findChildren(TickRow) if one.isVisibleTo(page) and not one.isChecked()]
    if rows:
        (rows[0] if applies else rows[-1]).click()
    settle()
    button = page.next_button
    if button is None or not button.isVisibleTo(page) or not button.isEnabled():
        return False
    before = _words(page)
    button.click()
    settle()
    return _words(page) != before


def _words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]


def welcome(look: WindowLook, size: QSize, language: Language) -> Seen:
    """The first start, step by step; the safety questions are skipped."""
    page = WelcomePage(speaking(language), look)
    with shown(page, size):
        yield "welcome", page
        for number in range(10):
            page._begin(number + 1)
            settle()
            yield f"welcome, step {number}", page
            if isinstance(page.step, LastStep):
                break


def cards(look: WindowLook, _size: QSize, language: Language) -> Seen:
    """What comes by itself: the card, the break over the screen, the question of the next morning."""
    parts = speaking(language)
    live(parts)
    nudge = _nudge(parts)
    card = card_of(parts, look, nudge)
    with shown(card, card.sizeHint()):
        yield "nudge", card
    past = parts.store.past()[-1]
    asking = MorningCard(look, past, title_of(parts.library.catalogue, past.kind, past.target, language))
    with shown(asking, asking.sizeHint()):
        yield "morning", asking
    follows = FollowsCard(look, today.after_morning(language, past, "worse"))
    with shown(follows, follows.sizeHint()):
        yield "what follows", follows
    screen = BreakScreen(parts, look)
    screen.show(nudge)
    settle()
    yield "break", next(iter(screen.windows.values()))
    screen.put_away(at_once=True)
    screen.deleteLater()
    parts.close()


VIEWS: dict[str, Callable[[WindowLook, QSize, Language], Seen]] = {
    "pages": pages,
    "received": received,
    "first day": first_day,
    "days": days,
    "who speaks": who_speaks,
    "session": session,
    "wall test": wall_test,
    "covers": covers,
    "safety": safety,
    "welcome": welcome,
    "cards": cards,
}
