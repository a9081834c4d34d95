"""A person at the whole program: what they see, press and type, and the days that go by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from coach.progress.folders import Home
from coach.progress.store import Store
from coach.ui.app import Program
from coach.ui.pages.session.page import SessionPage
from coach.ui.pages.walltest.page import WallTestPage
from coach.ui.widgets.labels import Label
from coach.ui.widgets.scale import Scale
from tests.fakes import FakeClock
from tests.ui.parts import FakeParts
from tests.ui.seeing import button, settle, texts

Key = Qt.Key
_STEP_SECONDS = 2.0  # no player takes it for a machine that slept
_LONGEST_SECONDS = 3600.0


class JourneyParts(FakeParts):
    """The real parts over the shipped library; what is kept goes into `home`, and a store may be a file there."""

    def __init__(self, home: Path, clock: FakeClock, store: Store | None = None) -> None:
        super().__init__(store=store, clock=clock)
        self.home = Home.from_environ({"POSTURE_COACH_HOME": str(home)})


class Person:
    """Somebody at the window of `program`, in days that they let go by."""

    def __init__(self, program: Program) -> None:
        assert isinstance(program.parts, JourneyParts)
        self.program, self.window, self.parts = program, program.window, program.parts
        self.seen: set[str] = set()
        """Every text that stood on the screen while a session ran."""

    # --- what is seen

    @property
    def screen(self) -> QWidget:
        """What covers the window, or the page that is shown."""
        cover = self.window.covers.page
        shown = cover if cover is not None else self.window.stage.currentWidget()
        assert shown is not None
        return shown

    @property
    def words(self) -> str:
        """All that is to be read, in one line."""
        return " | ".join([*texts(self.screen), *self._painted(), *self.buttons()])

    def _painted(self) -> list[str]:
        """What is painted by hand, as a screen reader says it."""
        shown = [one for one in self.screen.findChildren(QWidget) if one.isVisibleTo(self.screen)]
        painted = [one for one in shown if not isinstance(one, QAbstractButton | Label)]
        return [told for one in painted for told in (one.accessibleName(), one.accessibleDescription()) if told]

    def buttons(self) -> list[str]:
        """What there is to press; of a short word what a screen reader says."""
        shown = [one for one in self.screen.findChildren(QAbstractButton) if one.isVisibleTo(self.screen)]
        return [one.accessibleName() or one.text() for one in shown]

    def can_press(self, name: str) -> bool:
        """Whether a button of this word is there, and enabled."""
        return name in self.buttons() and button(self.screen, name).isEnabled()

    def reads(self, *told: str) -> None:
        """All of these stand on the screen."""
        words = self.words
        missing = [each for each in told if each not in words]
        assert not missing, f"{missing} not among: {words}"

    def reads_nothing_of(self, *told: str) -> None:
        """None of these stands on the screen."""
        words = self.words
        found = [each for each in told if each in words]
        assert not found, f"{found} among: {words}"

    # --- what is done

    def press(self, *names: str) -> None:
        """Click the buttons of these words, one after another."""
        for name in names:
            found = button(self.screen, name)
            assert found.isEnabled(), f"{name!r} cannot be pressed"
            settle()
            at = QPoint(min(found.width() // 2, 24), found.height() // 2)
            QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=at)
            settle()

    def type(self, *keys: Key) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            QTest.keyClick(self.window.focusWidget() or self.screen, key)

    def go(self, page: str, about: str = "") -> None:
        """To a place of the rail, or a page within one."""
        self.window.go(page, about)
        settle()

    # --- time

    def wait(self, seconds: float) -> None:
        """So much of a session or of the test goes by."""
        page = self.screen
        assert isinstance(page, SessionPage | WallTestPage)
        while seconds > 1e-9 and page.is_running:
            step = min(_STEP_SECONDS, seconds)
            self.parts.clock.pass_time(step)
            page.advance()
            seconds -= step

    def until(self, moment: datetime) -> None:
        """The machine sleeps until then."""
        self.parts.clock.sleep_machine((moment - self.parts.clock.wall()).total_seconds())
        self.window.tick()
        self.window.refresh()
        settle()

    def next_day(self, days: int = 1, hour: int = 9) -> None:
        """The morning after, or some days later."""
        day = self.parts.clock.wall() + timedelta(days=days)
        self.until(day.replace(hour=hour, minute=0, second=0, microsecond=0))

    # --- the questions

    def answers_that_nothing_applies(self) -> None:
        """From the first of the safety questions to the word that one may begin."""
        self.press("Begin")
        self.press("No", "Go on")
        while "You can begin." not in texts(self.screen):
            self.press("None of these apply", "Go on")

    # --- a session

    @property
    def session(self) -> SessionPage:
        """The session that covers the window."""
        page = self.window.covers.page
        assert isinstance(page, SessionPage), f"no session: {self.words}"
        return page

    def watches(self) -> None:
        """Take in what stands on the screen in every part of the session, down to its end, without doing it."""
        page = self.session
        while page.is_running:
            self.seen.update(texts(page), self._painted())
            QTest.keyClick(page, Key.Key_Right)

    def until_exercise(self, ident: str) -> None:
        """The session goes on until this exercise is being done."""
        page = self.session
        while (running := page.running) is not None:
            now = running.view().interval
            if (now.kind, now.exercise) == ("work", ident):
                return
            if now.wait:
                QTest.keyClick(page, Key.Key_Return)
            self.wait(_STEP_SECONDS)
        raise AssertionError(f"{ident} does not come in this session")

    def does_all(self) -> None:
        """Every part of the session in its time; what waits for a word gets it."""
        page, waited = self.session, 0.0
        while page.is_running and waited < _LONGEST_SECONDS:
            self.wait(_STEP_SECONDS)
            waited += _STEP_SECONDS
            running = page.running
            if running is not None and running.view().interval.is_open:
                QTest.keyClick(page, Key.Key_Return)
        assert not page.is_running, "the session does not end"

    def hurts(self, pain: int) -> None:
        """Something hurts so much."""
        QTest.keyClick(self.session, Key.Key_H)
        assert self.session.ask.scale is not None
        QTest.keyClick(self.session.ask.scale, Key(Key.Key_0 + pain))
        self.press("Confirm")

    def rates(self, effort: int, pain: int | None) -> str:
        """Answer the two questions at the end and save; the sentence that comes back."""
        finish = self.session.finish
        assert finish is not None
        _choose(finish.effort, effort)
        if pain is not None:
            assert finish.pain is not None
            _choose(finish.pain, pain)
        self.press("Save")
        told = finish.next_label.text()
        if self.window.covers.page is not None:
            self.press("Done")
        return told

    # --- the wall test

    @property
    def at_the_wall(self) -> WallTestPage:
        page = self.screen
        assert isinstance(page, WallTestPage), f"no wall test: {self.words}"
        return page

    def tests(self, *, held: float, contact: Sequence[Key], after: Sequence[Key], **tension: int) -> None:
        """The whole wall test: a key for each point of contact, the seconds held, again the keys, and the areas that
        are tense on both sides.
        """
        page, pages = self.at_the_wall, self.at_the_wall.pages
        self.press("Start the test")
        self._until_asked()
        for key in contact:
            QTest.keyClick(page, key)
        while page.under_way is not None and not page.under_way.test.is_held:
            self.wait(_STEP_SECONDS)
        self.wait(held)
        QTest.keyClick(page, Key.Key_A)
        self._until_asked()
        for key in after:
            QTest.keyClick(page, key)
        for area, value in tension.items():
            QTest.mouseClick(pages.tension.rows[area], Qt.MouseButton.LeftButton)
            for scale in pages.tension.scales:
                _choose(scale, value)
        self.press("Go on", "Leave it out")

    def _until_asked(self) -> None:
        page = self.at_the_wall
        while page.page is not page.pages.contact:
            self.wait(_STEP_SECONDS)


def _choose(scale: Scale, value: int) -> None:
    QTest.keyClick(scale, Key(Key.Key_0 + value))
