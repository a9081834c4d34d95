"""Take it with you: the session as a sound file, in the calendar, on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from coach.content.model import Plan, Routine, Test
from coach.content.sharing.facts import ENDING
from coach.export.audio import AudioExport
from coach.exporting import ExportError, export, never_asked, refuse_while_locked, sheet
from coach.session.length import chosen_length
from coach.sound.audio_file import why_not
from coach.ui.announce import Announcer
from coach.ui.aside import Aside
from coach.ui.exporter import Exporter
from coach.ui.look import sizes, space
from coach.ui.look.mirror import margins
from coach.ui.look.theme import Look
from coach.ui.look.typography import HEADING, SMALL
from coach.ui.pages.calendar_choice import CalendarChoice
from coach.ui.pages.saving import AskFile, ask_file, usual_folder
from coach.ui.pages.share_choice import ShareChoice, saved
from coach.ui.widgets.bar import Bar
from coach.ui.widgets.buttons import Button, PaintedButton
from coach.ui.widgets.card import Card
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, Flow
from coach.ui.words import common as words
from coach.words import safety

if TYPE_CHECKING:
    from coach.wiring import Parts


def _kind_of(taken: Routine | Plan | Test) -> str:
    match taken:
        case Plan():
            return "plan"
        case Test():
            return "test"
    return "routine"


class TakeAlong(Card):
    """A routine's three ways out, or the calendar of a plan or a test. A sound file or a sheet takes some seconds: a
    bar and Cancel stand in the buttons' place meanwhile. `grows` comes before it becomes higher or lower.
    """

    grows = Signal()

    def __init__(
        self, parts: Parts, look: Look, exporter: Exporter, taken: Routine | Plan | Test, ask: AskFile = ask_file
    ) -> None:
        super().__init__(look, 16)
        self._parts, self._exporter, self._taken, self._ask = parts, exporter, taken, ask
        self._kind = _kind_of(taken)
        self._length, self._unsaid = "", ""
        self._announcer = Announcer(self)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(margins(space.S, 0, space.XS_LOOSE, 0))
        column.setSpacing(space.S)
        title = Label(look, self.tr("Take it with you"), HEADING)
        row = Beside(title.sizeHint().width())
        row.addWidget(title)
        row.addWidget(self._ways())
        column.addLayout(row)
        self.intro = ChoiceChip(look, self.tr("Audio begins with when to stop"), parent=self)
        self.intro.hide()
        if self._kind == "routine":
            policy = self.intro.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # else what lies under the pointer would move
            self.intro.setSizePolicy(policy)
            column.addWidget(self.intro, 0, Qt.AlignmentFlag.AlignRight)
            self._buttons["intro"] = self.intro
        self._long = Label(look, "", SMALL, "ink2", wrap=True)
        column.addWidget(self._long)
        self._bar = Bar(look, 0, None, most=100)
        self._bar.setAccessibleName(self.tr("How much is done"))
        column.addWidget(self._bar)
        sentence = exporter.sentence if exporter.routine == taken.id else ""
        self._told = Label(look, sentence, SMALL, "ink2", wrap=True)
        column.addWidget(self._told)
        exporter.progressed.connect(self._progress)
        exporter.ended.connect(self._end)
        self._choice: CalendarChoice | ShareChoice | None = None
        self._way = ""
        self._long.hide()
        if isinstance(taken, Routine):
            self.tell_length(taken)
        self._show(exporter.is_busy)
        self._bar.set_value(round(exporter.share * 100))

    def tell_length(self, routine: Routine) -> None:
        """How long it will be, where the person chooses that on the same page."""
        seconds = chosen_length(routine, self._parts.library.catalogue.exercises)
        self._length = "" if seconds is None else words.length(seconds)
        sentence = self.tr("With {length}, as chosen before Start.").format(length=self._length) if self._length else ""
        self._long.setText(sentence)
        self._long.setVisible(bool(sentence))

    def _ways(self) -> QWidget:
        ways = QWidget()
        flow = Flow(space.S, ways, align_right=True)
        self._buttons: dict[str, PaintedButton] = {}
        ways_out = [
            (self.tr("Audio"), "audio", self._audio),
            (self.tr("Calendar"), "calendar", self._ask_when),
            (self.tr("Sheet"), "print", self._sheet),
        ]
        if self._kind == "routine" and self._parts.library.catalogue.is_yours("routine", self._taken.id):
            ways_out.append((self.tr("Share"), "file", self._ask_by_whom))
        for word, icon, act in ways_out if self._kind == "routine" else ways_out[1:2]:
            button = Button(self._look, word, "tonal", icon, height=sizes.BUTTON_SMALL)
            button.clicked.connect(act if icon == "file" else partial(self._go, act))
            flow.addWidget(button)
            self._buttons[icon] = button
        self._cancel = Button(self._look, self.tr("Cancel"), "secondary", "close", height=sizes.BUTTON_SMALL)
        self._cancel.clicked.connect(self._exporter.cancel)
        flow.addWidget(self._cancel)
        return ways

    # --- the ways

    def _go(self, way: Callable[[], None]) -> None:
        try:
            refuse_while_locked(self._parts)
        except ExportError as why:
            self._tell(str(why))
        else:
            way()

    def _audio(self) -> None:
        kinds = [("mp3", self.tr("MP3 sound")), ("ogg", self.tr("Ogg sound")), ("wav", self.tr("WAV sound"))]
        kinds = [(kind, words) for kind, words in kinds if why_not(f".{kind}") is None]
        path = self._file(QStandardPaths.StandardLocation.MusicLocation, kinds)
        if path is not None:
            self._show(True)
            if not self.intro.isChecked() and never_asked(self._parts):
                self._unsaid = safety.unasked(words.LANGUAGE)
            self._exporter.begin(self._job(), path)

    def _job(self) -> AudioExport:
        return AudioExport.of(self._parts, "routine", self._taken.id, intro=self.intro.isChecked())

    def _ask_when(self) -> None:
        """When its entries shall be, for the calendar that is saved then."""
        choice = CalendarChoice(self._parts, self._look, self._kind, self._taken.id)
        choice.save.connect(partial(self._go, partial(self._calendar, choice)))
        choice.grows.connect(self.grows)
        self._ask_now("calendar", choice, choice.button)

    def _ask_now(self, way: str, choice: CalendarChoice | ShareChoice, first: QWidget) -> None:
        """What is to be chosen before the file of this way is saved."""
        self._ask_no_more()
        self._tell("")
        self._choice, self._way = choice, way
        choice.left.connect(self._ask_no_more)
        self._column.insertWidget(1, choice)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if (page := self._page()) is not None:  # which has not yet made room for it
            page.verticalScrollBar().rangeChanged.connect(self._bring_into_view)

    def _page(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _bring_into_view(self) -> None:
        if (page := self._page()) is not None and self._choice is not None:
            page.ensureWidgetVisible(self._choice.button)

    def _ask_no_more(self) -> None:
        """The keyboard goes back to where it came from."""
        if self._choice is None:
            return
        if (page := self._page()) is not None:
            page.verticalScrollBar().rangeChanged.disconnect(self._bring_into_view)
        self.grows.emit()
        self._buttons[self._way].setFocus(Qt.FocusReason.OtherFocusReason)
        self._choice.hide()
        self._choice.deleteLater()
        self._choice = None

    def _calendar(self, choice: CalendarChoice) -> None:
        path = self._file(QStandardPaths.StandardLocation.DocumentsLocation, [("ics", self.tr("Calendar entries"))])
        if path is None:
            return
        try:
            notices = export(self._parts, self._kind, self._taken.id, path, when=choice.when)
        except ExportError as problem:
            sentence = str(problem)
        else:
            sentence = " ".join([self.tr("Saved as {path}.").format(path=path), *notices])
        self._ask_no_more()
        self._tell(sentence)

    def _ask_by_whom(self) -> None:
        """Who the routine is from, for the file that is saved then."""
        choice = ShareChoice(self._look)
        choice.save.connect(partial(self._share, choice))
        self._ask_now("file", choice, choice.field)

    def _share(self, choice: ShareChoice) -> None:
        suggested = usual_folder(QStandardPaths.StandardLocation.DocumentsLocation) / f"{self._taken.id}{ENDING}"
        filters = self.tr("Routine of Posture Coach") + " (*.yaml)"
        chosen = self._ask(self, self.tr("Share"), str(suggested), filters)
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_name(f"{path.name}{ENDING}")
        choice.button.setEnabled(False)
        sharing = Aside(partial(saved, self._parts, self._taken.id, choice.by, path))
        sharing.ended.connect(self._shared)
        sharing.begin()

    def _shared(self, sentence: str) -> None:
        self._ask_no_more()
        self._tell(sentence)

    def _sheet(self) -> None:
        path = self._file(QStandardPaths.StandardLocation.DocumentsLocation, [("pdf", self.tr("Sheet"))])
        if path is not None:
            from coach.ui.sheet.pdf import printing  # the figure's engine comes with it

            self._show(True)
            self._exporter.walk(self._taken.id, sheet(self._parts, self._kind, self._taken.id, path, printing), path)

    def _file(self, place: QStandardPaths.StandardLocation, kinds: list[tuple[str, str]]) -> Path | None:
        """Where it shall go; the ending that belongs to it is added where the person left it out."""
        filters = ";;".join(f"{word} (*.{ending})" for ending, word in kinds)
        name = "-".join(part for part in (self._taken.id, self._length.replace(" ", "")) if part)
        suggested = usual_folder(place) / f"{name}.{kinds[0][0]}"
        chosen = self._ask(self, self.tr("Take it with you"), str(suggested), filters)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower()[1:] in dict(kinds) else path.with_name(f"{path.name}.{kinds[0][0]}")

    # --- what is shown

    def _progress(self, share: float) -> None:
        self._bar.set_value(round(share * 100))

    def _end(self, sentence: str) -> None:
        self._show(False)
        self._tell(f"{sentence} {self._unsaid}".strip())
        self._unsaid = ""

    def _show(self, is_busy: bool) -> None:
        """The ways, or the bar with Cancel; the keyboard goes along, so that it is never left nowhere."""
        self.grows.emit()
        focused = QApplication.focusWidget()
        goes_along = focused is not None and self.isAncestorOf(focused)
        for button in self._buttons.values():
            button.setVisible(not is_busy)
        self._cancel.setVisible(is_busy)
        self._bar.setVisible(is_busy)
        self._told.setVisible(not is_busy and bool(self._told.text()))
        if goes_along:
            (self._cancel if is_busy else next(iter(self._buttons.values()))).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, sentence: str) -> None:
        """For the eye, and for a screen reader."""
        self.grows.emit()
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        if sentence:
            self._announcer.say(sentence)
