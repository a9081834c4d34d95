"""The first start: what this is, then a step each for what a person may tell; every one can be gone past."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedLayout, QWidget

from coach.progression.kit import kit_of
from coach.settings import AIM, DESK_HOURS, KIT_MISSING, WELCOMED
from coach.today.standing import standing_of
from coach.ui.key_places import is_key_of
from coach.ui.look.theme import Look
from coach.ui.pages.about_you import AimCards, HoursChoice, KitChoice
from coach.ui.pages.at_login import WithAtLogin
from coach.ui.pages.conditions import ConditionsForm
from coach.ui.pages.framed import Framed
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.welcome.opening import Opening, Topic
from coach.ui.pages.welcome.stage import WelcomeStage
from coach.ui.pages.welcome.steps import LastStep, Step
from coach.ui.widgets.overlay import Overlay
from coach.ui.widgets.scroll import Scroll
from coach.ui.words.common import place_among
from coach.words.keys import Ground

if TYPE_CHECKING:
    from coach.wiring import Parts

_STAGE_FROM = 700  # pixels of width, at text size 1, from which there is room for the stage
_LOW_BELOW = 660  # pixels of height, at text size 1, that all of the opening needs
_STAGE_SHARE, _WORDS_SHARE = 51, 49


class WelcomePage(QWidget):
    """Covers the window. `left` once it was gone through or skipped: whether to the wall test."""

    left = Signal(bool)

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._look = parts, look
        self._layers = QStackedLayout(self)
        self._steps = self._known_steps()
        self._at = -1  # -1 the opening, then a step each, then what comes next
        self.stage = WelcomeStage(look)
        self.opening = self._opening()
        self.opening_page.is_about(self.opening.title)
        self._layers.addWidget(self.opening_page)
        self.setFocusProxy(self.opening_page)
        look.changed.connect(self._fit)
        self._fit()

    # --- the opening

    def _opening(self) -> Opening:
        self.opening_page = Overlay()
        row = QHBoxLayout(self.opening_page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stage, _STAGE_SHARE)
        scroll = Scroll(self._look)
        opening = Opening(self._look, self._topics)
        scroll.set_content(opening)
        row.addWidget(scroll, _WORDS_SHARE)
        opening.begun.connect(self._begin)
        opening.skipped.connect(lambda: self._leave(to_test=False))
        return opening

    def _begin(self, topic: int) -> None:
        self._at = topic
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.stage.setVisible(self.width() >= self._look.px(_STAGE_FROM))
        self.opening.set_low(self.height() < self._look.px(_LOW_BELOW))
        self.update()

    # --- the steps

    def _known_steps(self) -> list[Callable[[], QWidget]]:
        """What there is to ask, by what the library has; `_topics` are the lines that tell of it."""
        catalogue = self._parts.library.catalogue
        steps: list[Callable[[], QWidget]] = []
        self._topics: list[Topic] = []
        if catalogue.safety.tiers:
            title, note = self.tr("A few safety questions"), self.tr("So that nothing here makes it worse")
            self._topics.append(Topic(0, "shield", title, note, self.tr("2 min"), accent=True))
            steps.append(self._safety)
        if catalogue.safety.conditions:
            steps.append(self._conditions)
        title, note = self.tr("What you want it for"), self.tr("Desk, running, or both; what you have at hand")
        self._topics.append(Topic(len(steps), "walk", title, note))
        steps.append(self._aim)
        if kit_of(catalogue.exercises.values()):
            steps.append(self._kit)
        if catalogue.reminders:
            title, note = self.tr("When it suits you"), self.tr("Days, hours, and when to stay quiet")
            self._topics.append(Topic(len(steps), "clock", title, note))
            steps.append(self._hours)
        return steps

    def _show(self) -> None:
        """The step at which one is, made anew: it shows what is kept now."""
        page: QWidget = self.opening_page
        if 0 <= self._at < len(self._steps):
            page = self._steps[self._at]()
        elif self._at >= 0:
            page = self._last()
        before = self._layers.currentWidget()
        if self._layers.indexOf(page) < 0:
            self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        if before is not None and before is not self.opening_page:
            self._layers.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def step(self) -> QWidget | None:
        """What is shown now."""
        return self._layers.currentWidget()

    def forward(self) -> None:
        """To the next step."""
        self._at += 1
        self._show()

    def back(self) -> None:
        """To the step before; from the first one to the opening."""
        self._at = max(-1, self._at - 1)
        self._show()

    @property
    def key_grounds(self) -> tuple[Ground, ...]:
        """Where keys mean something now: Escape goes past a step, and closes before and after them."""
        return ("step",) if 0 <= self._at < len(self._steps) else ("covering",)

    @property
    def _place(self) -> str:
        """Which step this is, of how many."""
        return place_among(self._at + 1, len(self._steps))

    def _step(self, title: str, text: str, control: QWidget | QLayout, undo: Callable[[], object]) -> Step:
        step = Step(self._look, (self._at + 1, len(self._steps)), title, text, control, undo)
        step.onward.connect(self.forward)
        step.skipped.connect(self.forward)
        step.back.connect(self.back)
        return step

    def _safety(self) -> QWidget:
        page = SafetyPage(self._parts, self._look, place=self._place)
        page.passed.connect(self.forward)
        page.closed.connect(self._past_safety)
        page.back.connect(self.back)
        return page

    def _past_safety(self) -> None:
        """Whoever is told to see somebody now is asked nothing more."""
        parts = self._parts
        if standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall()).locked is not None:
            self._leave(to_test=False)
        else:
            self.forward()

    def _aim(self) -> QWidget:
        before = self._parts.store.get(AIM)
        text = self.tr("What fits is offered first, until a wall test or a plan says more.")
        control = AimCards(self._parts, self._look)
        return self._step(self.tr("What do you want it for?"), text, control, lambda: self._keep_aim(before))

    def _keep_aim(self, before: str | None) -> None:
        if self._parts.store.get(AIM) != before:
            self._parts.store.keep(AIM, before)

    def _hours(self) -> QWidget:
        before = self._parts.store.get(DESK_HOURS)

        started = self._parts.at_login.entry().state

        def undo() -> None:
            if self._parts.store.get(DESK_HOURS) != before:
                self._parts.desk.set_hours(before)
            control.switch.go_back_to(started)

        text = self.tr(
            "Reminders come on these days, while you are at the desk. They stay quiet outside these hours, during a "
            "session, in calls and full screen, and while you do not want to be disturbed."
        )
        control = WithAtLogin(self._parts, self._look, HoursChoice(self._parts, self._look))
        return self._step(self.tr("When does it suit you?"), text, control, undo)

    def _kit(self) -> QWidget:
        before = self._parts.store.get(KIT_MISSING)

        def undo() -> None:
            if self._parts.store.get(KIT_MISSING) != before:
                self._parts.store.keep(KIT_MISSING, sorted(before))

        text = self.tr("Take away what you do not have. You need nothing of it to begin.")
        return self._step(self.tr("What do you have at hand?"), text, KitChoice(self._parts, self._look), undo)

    def _conditions(self) -> QWidget:
        page = Framed(self._look)
        words = self.tr("Go on"), self.tr("Skip"), self.tr("Back")
        form = ConditionsForm(self._parts, self._look, *words, self._place)
        form.kept.connect(self.forward)
        form.left.connect(self.forward)
        form.back.connect(self.back)
        form.stand_in(page.rows)
        page.is_about(form.title)
        page.rows.addStretch(1)
        page.on_return, page.on_escape = form.keep, form.left.emit
        return page

    def _last(self) -> QWidget:
        tests = self._parts.library.catalogue.tests
        page = LastStep(self._look, has_test=bool(tests))
        page.chosen.connect(lambda to_test: self._leave(to_test=to_test))
        page.back.connect(self.back)
        return page

    def _leave(self, *, to_test: bool) -> None:
        self._parts.store.keep(WELCOMED, True)
        self.left.emit(to_test)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key_of(event, "covering", "away") and self._at < 0:
            self._leave(to_test=False)
        elif is_key_of(event, "covering", "first") and self._at < 0:
            self._begin(0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.paper)
