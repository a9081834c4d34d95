"""Reminders: the next one, the list with its switches, a way to be left alone, and today's line with every reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout

from coach.content.model import Position, Reminder
from coach.demonstration.which_figure import at_the_desk
from coach.reminders.quiet import QuietReason
from coach.ui.announce import Announcer
from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, HERO, OVERLINE, SMALL
from coach.ui.pages.coming_from import ComingFrom, Find, on_this_machine
from coach.ui.pages.day_line import DayLine
from coach.ui.pages.key_card import KeyCard
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.waiting_reminder import WaitingReminder
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.focus import take_keyboard
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.icon_buttons import RoundButton, TileButton
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow, Split, at_start, clear
from coach.ui.widgets.long_button import LongButton
from coach.ui.widgets.meter import Meter
from coach.ui.widgets.notice import Notice, problems_of
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.switch import Switch
from coach.ui.words import common as words
from coach.ui.words.desk import desk_view
from coach.words import quiet
from coach.words.desk_view import DeskView
from coach.words.nudge import AnswerKind, answered
from coach.words.pauses import pause_choices
from coach.words.schedules import schedule

if TYPE_CHECKING:
    from coach.wiring import Parts

_QUIET: tuple[tuple[QuietReason, str], ...] = (
    ("camera", "camera"),
    ("full-screen", "screen"),
    ("do-not-disturb", "moon"),
    ("outside-hours", "clock"),
)

_TIME_WIDTH = 76  # "tomorrow"


class RemindersPage(Page):
    """Follows the desk: what comes next and why, each reminder with its switch, today's line."""

    def __init__(self, parts: Parts, look: Look, to: Paths, find: Find = on_this_machine) -> None:
        """`find` gives what other programs were set to, when somebody asks for it."""
        super().__init__(look, "")
        self._find = find
        self._announcer = Announcer(self)
        self._may_choose_a_key = False
        self.entitle(self.tr("Reminders"))
        self._parts, self._to = parts, to

    def build(self, column: QVBoxLayout) -> None:
        self.coming_from: ComingFrom | None = None
        self.quiet = Button(self._look, self.tr("Quiet for ..."), "secondary", "moon", trailing="chevd")
        self.quiet.setAccessibleDescription(self.tr("Opens a menu"))
        self.quiet.clicked.connect(self._choose_quiet)
        self.try_now = Button(self._look, self.tr("Try it now"), "tonal", "reminders")
        self.try_now.clicked.connect(self._try)
        self.new = Button(self._look, self.tr("New"), "secondary", "plus")
        self.new.clicked.connect(lambda: self._to.reminder.emit(""))
        column.addLayout(self.header(self.try_now, self.quiet, self.new))
        self.tell_problems(column, problems_of(self._parts.library.catalogue.problems, ("reminder",)))
        both = Split(536, 360, self._look.px(760))
        left = QVBoxLayout()
        left.setSpacing(space.XL)
        self.waiting = WaitingReminder(self._look)
        self.waiting.answered.connect(self._answer)
        left.addWidget(self.waiting)
        left.addWidget(self._next_card())
        left.addWidget(self._list())
        self._before = QVBoxLayout()
        left.addLayout(self._before)
        left.addWidget(self._quiet_card())
        self.key: KeyCard | None = None
        if self._offers_a_key():
            self.key = KeyCard(self._parts, self._look, self._announcer)
            left.addWidget(self.key)
        left.addStretch(1)
        both.add_layout(left)
        self.day = DayLine(self._parts, self._look)
        both.addWidget(self.day)
        column.addLayout(both)
        column.addStretch(1)
        self._offer_before()
        self.tick()

    def tick(self) -> None:
        """Follow the desk: numbers, reasons and the log; nothing is built anew."""
        view = desk_view(self._parts)
        word = self.tr("Resume") if view.is_paused else self.tr("Quiet for ...")
        if word != self.quiet.text():
            self.quiet.setText(word)
            self.quiet.set_icon("play" if view.is_paused else "moon")
            self.quiet.setAccessibleDescription("" if view.is_paused else self.tr("Opens a menu"))
        self._when.setText(view.next_when)
        self._what.setText(view.next_title)
        self._condition.setText(view.condition)
        self._condition.setVisible(bool(view.condition))
        self._sentence.setText(view.sentence)
        self._bar.set_share(view.share)
        self._bar.setVisible(view.share > 0)
        for name, label in self._times.items():
            label.setText(view.times.get(name, ""))
            label.setVisible(bool(label.text()))
        for reason, chip in self._reasons.items():
            chip.set_kind("caution" if reason in view.quiet else "state", dict(_QUIET)[reason])
        for name, turns in self.positions.items():
            turns.setVisible(name in view.enabled)
            if view.position is not None:
                turns.set_value(view.position)
        self.day.follow()
        self._tell_waiting()
        if self.key is not None:
            self.key.tick()

    def _tell_waiting(self) -> None:
        """What waits. The keyboard of one that goes would be on whatever stands next in the window: the page has it."""
        nudge, focus = self._parts.desk.screen.nudge, QApplication.focusWidget()
        if nudge != self.waiting.nudge and focus is not None and self.waiting.isAncestorOf(focus):
            take_keyboard(self)
        self.waiting.tell(nudge)
        self.waiting.stand_behind(self.new)

    def take_keyboard(self) -> None:
        """Of the reminder that waits, the first answer; where none does, the page."""
        self.tick()
        button = next(iter(self.waiting.buttons.values()), None)
        take_keyboard(self if button is None else button)

    def _answer(self, ident: str, what: AnswerKind, seconds: float) -> None:
        """Its row goes, so what was answered is said."""
        nudge = self._parts.desk.screen.nudge
        self._to.answered.emit(ident, what, seconds)
        if nudge is not None and nudge.id == ident and (told := answered(words.LANGUAGE, nudge.title, what, seconds)):
            self._announcer.say(told, matters=True)

    def _offers_a_key(self) -> bool:
        """Asked until the desktop has said yes: what answers may start after us."""
        self._may_choose_a_key = self._may_choose_a_key or self._parts.reminder_key.told().is_known
        return self._may_choose_a_key

    # --- left

    def _next_card(self) -> Card:
        figure = at_the_desk(self._parts.library.catalogue)
        card = Hero(self._look, "sitting", flat=True, figure=figure)
        card.words.addWidget(Label(self._look, self.tr("Next"), OVERLINE, "atext"))
        row = Flow(space.M)
        self._when = Label(self._look, "", HERO)
        self._what = Label(self._look, "", HEADING, wrap=True)
        row.addWidget(self._when)
        self._condition = Label(self._look, "", BODY, "ink2", wrap=True)
        row.addWidget(self._what)
        row.addWidget(self._condition)
        card.words.addLayout(row)
        self._sentence = Label(self._look, "", BODY, "ink2", wrap=True)
        card.words.addWidget(self._sentence)
        self._bar = Meter(self._look)
        card.words.addSpacing(space.XS_LOOSE)
        card.words.addWidget(self._bar)
        return card

    def _try(self) -> None:
        view = desk_view(self._parts)
        reminders = self._parts.library.catalogue.reminders
        wanted = view.next_id if view.next_id in reminders else next(iter(reminders), "")
        if wanted:
            self._to.nudge.emit(wanted)

    def _list(self) -> Card:
        card = Card(self._look, space.M)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.XS)
        self._times: dict[str, Label] = {}
        self.switches: dict[str, Switch] = {}
        self.positions: dict[str, Segmented] = {}
        """Of what asks to sit and to stand in turn: which of them the person does now."""
        reminders = self._parts.library.catalogue.reminders
        if not reminders:
            empty = self.tr("There is no reminder in the library.")
            column.addWidget(Label(self._look, empty, BODY, "ink2", wrap=True))
        view = desk_view(self._parts)
        for reminder in self._parts.desk.reminders:
            column.addLayout(self._row(reminder, view))
        if reminders:
            supposed = self.tr("The times suppose that you stay at the desk, or sit down when the hours begin.")
            row = QVBoxLayout()
            row.setContentsMargins(margins(space.XS_LOOSE, space.XS, space.S_LOOSE, space.XS_LOOSE))
            row.addWidget(Label(self._look, supposed, SMALL, "ink2", wrap=True))
            column.addLayout(row)
        return card

    def _row(self, reminder: Reminder, view: DeskView) -> QHBoxLayout:
        title = words.say(reminder.title)
        row = QHBoxLayout()
        row.setContentsMargins(margins(space.XS_LOOSE, space.XS_LOOSE, space.S_LOOSE, space.XS_LOOSE))
        row.setSpacing(space.M_LOOSE)
        now = TileButton(self._look, reminder.icon, self.tr("Try {reminder} now").format(reminder=title))
        now.clicked.connect(lambda _checked=False: self._to.nudge.emit(reminder.id))
        row.addWidget(now)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(self._look, title, HEADING, wrap=True))
        may_offer = self._parts.desk.fitting(reminder) is not None
        when = schedule(reminder, self._parts.library.catalogue, words.LANGUAGE, may_offer=may_offer)
        text.addWidget(Label(self._look, when, SMALL, "ink2", wrap=True))
        if reminder.begins is not None:
            self.positions[reminder.id] = turns = self._turns(reminder, title)
            text.addSpacing(space.XS)
            text.addLayout(at_start(turns))
        row.addLayout(text, 1)
        end = Qt.AlignmentFlag.AlignRight  # "tomorrow" above its time: the words beside it need the room
        time = Label(self._look, "", OVERLINE, "atext", tabular=True, wrap=True, align=end, widest=_TIME_WIDTH)
        self._times[reminder.id] = time
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignVCenter)
        name = self.tr("Change {reminder}").format(reminder=title)
        edit = RoundButton(self._look, "edit", name, sizes.BUTTON_MODEST, "none")
        edit.clicked.connect(lambda _checked=False: self._to.reminder.emit(reminder.id))
        row.addWidget(edit, 0, Qt.AlignmentFlag.AlignVCenter)
        switch = Switch(self._look, title, reminder.id in view.enabled)
        switch.clicked.connect(lambda on: self._enable(reminder.id, on))
        self.switches[reminder.id] = switch
        row.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _turns(self, reminder: Reminder, title: str) -> Segmented:
        choices = [("sitting", self.tr("Sitting")), ("standing", self.tr("Standing"))]
        turns = Segmented(self._look, title, choices, str(reminder.begins))
        turns.chosen.connect(self._take_position)
        return turns

    def _take_position(self, position: Position) -> None:
        self._parts.desk.take_position(position)
        self._to.desk_changed.emit()
        self.tick()

    def _enable(self, ident: str, on: bool) -> None:
        self._parts.desk.enable(ident, on)
        self._to.desk_changed.emit()
        self.tick()

    # --- what somebody had before

    def _offer_before(self, told: str = "") -> None:
        """A quiet line that leads to what another program had; and what became of it, if anything did."""
        clear(self._before)
        self.coming_from = None
        if told:
            notice = Notice(self._look, told, "state")
            self._before.addWidget(notice)
            self._announcer.say(told)
        word = self.tr("Coming from Workrave, Safe Eyes or Stretchly?")
        self.before = LongButton(self._look, word, "quiet", sizes.BUTTON_SLIM)
        self.before.clicked.connect(self._show_before)
        self._before.addLayout(at_start(self.before))

    def _show_before(self) -> None:
        clear(self._before)
        self.coming_from = ComingFrom(self._parts, self._look, self._find())
        self.coming_from.settled.connect(self._settled)
        self._before.addWidget(self.coming_from)
        self.coming_from.take_keyboard()

    def _settled(self, told: str) -> None:
        if told:
            self._to.desk_changed.emit()
            self.refresh()
        self._offer_before(told)
        take_keyboard(self.before)

    def _quiet_card(self) -> Card:
        card = Card(self._look, space.L)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.S)
        head = Flow(space.M)
        head.addWidget(Label(self._look, self.tr("Quiet when"), HEADING))
        head.addWidget(Label(self._look, self.tr("waits, never drops"), SMALL, "ink2"))
        column.addLayout(head)
        chips = Flow(space.XS_LOOSE)
        self._reasons: dict[QuietReason, Chip] = {}
        for reason, icon in _QUIET:
            chip = Chip(self._look, quiet.name(reason, words.LANGUAGE), icon, "state")
            self._reasons[reason] = chip
            chips.addWidget(chip)
        column.addLayout(chips)
        return card

    # --- quiet

    def _choose_quiet(self) -> None:
        if desk_view(self._parts).is_paused:
            self._parts.desk.resume()
            self._to.desk_changed.emit()
            self.tick()
            return
        menu = self.quiet_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.quiet.mapToGlobal(self.quiet.rect().bottomLeft()))

    def quiet_menu(self) -> QMenu:
        """The choices of how long."""
        menu = QMenu(self.quiet)
        menu.setFont(self._look.font(BODY))
        for word, seconds in pause_choices(self._parts.clock.wall(), self._parts.clock.local, words.LANGUAGE):
            menu.addAction(word, partial(self._pause, seconds))
        menu.addAction(self.tr("Until I resume"), lambda: self._pause(None))
        return menu

    def _pause(self, seconds: float | None) -> None:
        self._parts.desk.pause(seconds)
        self._to.desk_changed.emit()
        self.tick()
