"""A reminder made, changed, copied, taken away: a form over a file of the person's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QVBoxLayout

from coach.content.reminder_file import keys_of
from coach.content.rewriting import NotRewritableError
from coach.content.round_trip import Plain
from coach.ui.announce import Announcer
from coach.ui.key_places import add_shortcut
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import CARD_HERO, SMALL
from coach.ui.pages.page import PageAbout, Paths
from coach.ui.pages.reminder.form import Form
from coach.ui.pages.reminder.tabbing import stops_of
from coach.ui.pages.reminder.told import Told
from coach.ui.pages.reminder.ways import Ways
from coach.ui.widgets.back import back_row
from coach.ui.widgets.buttons import Button, cap_of
from coach.ui.widgets.focus import tab_along, take_keyboard
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import at_start
from coach.ui.widgets.notice import Notice, Problems
from coach.ui.widgets.question import Asked
from coach.ui.words import common as words
from coach.values import dataclass
from coach.wiring.own_reminders import BrokenFileError, ChangedMeanwhileError, Draft, OwnReminders
from coach.words import own_reminders as sentences
from coach.words.keys import Ground

if TYPE_CHECKING:
    from coach.wiring import Parts

COPY = "copy:"
"""Before an id: another one like that."""


@dataclass(frozen=True, slots=True)
class _Mine:
    """What a person changed and has not saved, and the file's bytes that it was changed in."""

    changes: Mapping[str, Plain | None]
    before: bytes | None


class ReminderPage(PageAbout):
    """`appear(id)` says which; without an id a new one is made, with `copy:` before it one like it. What is changed and
    not saved yet is there again when one comes back.
    """

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look)
        self._parts, self._to = parts, to
        self._own = OwnReminders(parts)
        self._announcer = Announcer(self)
        self._draft: Draft | None = None
        self.form: Form | None = None
        self._unsaved: dict[str, _Mine] = {}
        self._gone: tuple[Draft, bytes] | None = None
        self._notices: QVBoxLayout | None = None
        self._asked: Asked | None = None
        self._offered: Button | None = None  # what the last notice can do
        self._kept_back: _Mine | None = None  # what a notice offers to put in
        add_shortcut(
            self, "form", "save", self.save, in_window=True
        )  # also from the rail: the page is there to be saved

    key_grounds: tuple[Ground, ...] = ("form",)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not tab_along(stops_of(self.content, self.form), self, forward=forward):
            return super().focusNextPrevChild(forward)
        if (here := QApplication.focusWidget()) is not None and self.isAncestorOf(here):
            self.ensureWidgetVisible(here)
        return True

    # --- what is shown ---

    def appear(self, about: str = "", before: str = "") -> None:
        """Show the reminder of this id as its file is now; a form that was begun goes on."""
        if about == self._id and self._goes_on():
            return
        self._put_by()
        self._gone = self._gone if about == self._id else None
        super().appear(about, before)

    def refresh(self) -> None:
        self._put_by()
        super().refresh()

    def _goes_on(self) -> bool:
        """Whether the form still belongs to what is on disk, and has something that is not saved."""
        if self._draft is None or self.form is None or not self._changes():
            return False
        try:
            return not self._draft.ident or self._own.opened(self._draft.ident).before == self._draft.before
        except (KeyError, OSError, ValueError):
            return False

    def _put_by(self) -> None:
        """Keep what is not saved, for when one comes back."""
        if self._draft is not None and self.form is not None and (changes := self._changes()):
            self._unsaved[self._id] = _Mine(changes, self._draft.before)
        elif self._kept_back is not None:
            self._unsaved[self._id] = self._kept_back
        self._draft = self.form = None

    def build(self, column: QVBoxLayout) -> None:
        self._draft = self.form = self._offered = self._kept_back = None
        self.title = self.tr("Reminder")
        column.addLayout(back_row(self._look, self.tr("Reminders"), lambda: self._to.go.emit("reminders")))
        self._notices = QVBoxLayout()
        self._notices.setSpacing(space.S)
        column.addLayout(self._notices)
        self._asked = Asked(self._look, self._announcer, self._notices)
        if self._gone is not None and self._gone[0].ident == self._id and not self._gone[0].has_shipped:
            draft, data = self._gone
            gone = Told(self._look, sentences.deleted(words.say(draft.said.title), words.LANGUAGE), self.tr("Undo"))
            gone.pressed.connect(lambda: self._bring_back(draft, data))
            column.addWidget(gone)
            gone.take_keyboard()
        elif (opened := self._opened(column)) is not None:
            self._show(column, opened)
            if self._gone is not None and not opened.is_yours:
                put_back = self._gone
                undo = self.tr("Undo")
                self._tell(sentences.put_back(words.LANGUAGE), undo, lambda: self._bring_back(*put_back), kind="state")
        self.entitle(self.title)
        column.addStretch(1)

    def _opened(self, column: QVBoxLayout) -> Draft | None:
        """What is to be changed, or None and the page says why there is nothing."""
        try:
            if not self._id:
                return self._own.new()
            if self._id.startswith(COPY):
                ident = self._id.removeprefix(COPY)
                title = words.say(self._parts.library.catalogue.reminders[ident].title)
                return self._own.copied(ident, sentences.copy_of(title, words.LANGUAGE))
            return self._own.opened(self._id)
        except KeyError:
            column.addWidget(Told(self._look, sentences.gone(words.LANGUAGE)))
        except BrokenFileError as broken:
            column.addWidget(Told(self._look, sentences.broken(words.LANGUAGE)))
            column.addWidget(Problems(self._look, broken.problems))
        except (OSError, UnicodeDecodeError) as problem:
            column.addWidget(Told(self._look, sentences.unreadable(problem, words.LANGUAGE)))
        return None

    def _show(self, column: QVBoxLayout, draft: Draft) -> None:
        base = keys_of(draft.shown)
        mine = self._unsaved.pop(self._id, None)
        keys = base
        if mine is not None and mine.before == draft.before:
            keys = {**base, **mine.changes}
        elif mine is not None:
            self._kept_back = mine
            put_in = self.tr("Put my changes in")
            self._tell(sentences.changed_meanwhile(words.LANGUAGE), put_in, lambda: self._again(mine))
        self._draft = draft
        self.title = self._title(draft)
        self.form = Form(self._parts, self._look, keys)
        self.form.changed.connect(self._follow)
        column.addWidget(Label(self._look, self.title, CARD_HERO, wrap=True, widest=640))
        if draft.ident:
            told = sentences.lies_in(str(draft.path), is_yours=draft.is_yours, language=words.LANGUAGE)
            column.addWidget(Label(self._look, told, SMALL, "ink2", wrap=True, widest=640))
        ways = Ways(self._look, draft)
        ways.save.connect(self.save)
        ways.discard.connect(self.discard)
        ways.copy.connect(lambda: self._to.reminder.emit(f"{COPY}{draft.ident}"))
        ways.away.connect(self._ask_to_take_away)
        self.save_button, self.discard_button = ways.save_button, ways.discard_button
        column.addWidget(ways)
        column.addLayout(self.form)
        cap = cap_of(self, "form", "save")
        below = Button(self._look, self.tr("Save"), "secondary", "check", key=cap)  # where one is at the end
        below.clicked.connect(self.save)
        column.addLayout(at_start(below))
        self._follow()

    def _title(self, draft: Draft) -> str:
        known = self._parts.library.catalogue.reminders.get(draft.ident)
        if known is None and not self._id:
            return self.tr("New reminder")
        return words.say(draft.shown.title if known is None else known.title)

    # --- what is done ---

    def _changes(self) -> dict[str, Plain | None]:
        """What the form says otherwise than what it began with."""
        assert self._draft is not None
        assert self.form is not None
        base = keys_of(self._draft.shown)
        return {key: value for key, value in self.form.keys().items() if value != base[key]}

    def _follow(self) -> None:
        self.discard_button.setEnabled(bool(self._changes()))

    def save(self) -> None:
        """Write it and go back to the reminders; what is wrong is told beside its field, and nothing is written."""
        if self._draft is None or self.form is None:
            return
        keys, draft = self.form.keys(), self._draft
        if draft.ident and not self._changes():
            if self._kept_back is not None and self._offered is not None:
                take_keyboard(self._offered)  # what was to be saved is there
            else:
                self._leave()  # a shipped one does not become the person's own by that
            return
        found = self._own.judge(draft, keys)
        first = self.form.tell(found.faults)
        if found.reminder is None:
            if found.faults:
                said = self.form.said(found.faults[0])
            else:
                said = "\n".join(one.text for one in found.problems)
                self.form.fault.tell(said)
            self._announcer.say(said)
            take_keyboard(first or self.save_button)
            self.ensureWidgetVisible(first or self.form.fault)
            return
        try:
            self._own.save(draft, keys)
        except ChangedMeanwhileError:
            self._anew()  # what was typed is kept, and may be put in again
            return
        except BrokenFileError:
            self._tell(sentences.broken(words.LANGUAGE))
            return
        except (OSError, NotRewritableError) as problem:
            self._tell(sentences.not_saved(problem, str(draft.path.parent), words.LANGUAGE))
            return
        self._leave()

    def _leave(self) -> None:
        self._draft = self.form = self._kept_back = None
        self._unsaved.pop(self._id, None)
        self._to.desk_changed.emit()
        self._to.go.emit("reminders")

    def discard(self) -> None:
        """The form as the file is."""
        self._draft = self.form = self._kept_back = None
        self._unsaved.pop(self._id, None)
        self._anew()

    def _again(self, mine: _Mine) -> None:
        """What was typed, over what stands in the file now."""
        if self._draft is not None:
            self._unsaved[self._id] = _Mine({**mine.changes, **self._changes()}, self._draft.before)
            self._draft = self.form = self._kept_back = None
            self._anew()

    def _anew(self) -> None:
        """As it is now, from its beginning, with the keyboard where it goes on: else that would be out of the page."""
        self.refresh()
        self.to_top()
        if (goes_on := self._offered or (self.save_button if self.form is not None else None)) is not None:
            take_keyboard(goes_on)

    def _ask_to_take_away(self) -> None:
        assert self._draft is not None
        assert self._asked is not None
        draft, title = self._draft, words.say(self._draft.said.title)
        ask = sentences.ask_to_put_back if draft.has_shipped else sentences.ask_to_delete
        word = self.tr("Put it back") if draft.has_shipped else self.tr("Delete it")
        self._asked.ask(
            ask(title, str(draft.path), words.LANGUAGE),
            ((self.tr("Keep it"), self._asked.put_away), (word, lambda: self._take_away(draft))),
        )

    def _take_away(self, draft: Draft) -> None:
        assert self._asked is not None
        self._asked.put_away()
        if not self._did(draft, lambda: setattr(self, "_gone", (draft, self._own.take_away(draft)))):
            return
        self._draft = self.form = self._kept_back = None
        self._unsaved.pop(self._id, None)
        self._to.desk_changed.emit()
        self._anew()

    def _bring_back(self, draft: Draft, data: bytes) -> None:
        if self._did(draft, lambda: self._own.bring_back(draft, data)):
            self._gone = None
            self._to.desk_changed.emit()
            self._anew()

    def _closed(self) -> None:
        self._offered = self._kept_back = None

    def _did(self, draft: Draft, act: Callable[[], object]) -> bool:
        """Whether it could be done; if not, it is told why."""
        try:
            act()
        except ChangedMeanwhileError:
            self.refresh()
            self._tell(sentences.changed_meanwhile(words.LANGUAGE))
        except OSError as problem:
            self._tell(sentences.not_saved(problem, str(draft.path.parent), words.LANGUAGE))
        else:
            return True
        return False

    def _tell(
        self, sentence: str, action: str = "", act: Callable[[], object] | None = None, kind: str = "caution"
    ) -> None:
        assert self._notices is not None
        notice = Notice(self._look, sentence, kind, action)
        notice.closed.connect(self._closed)
        if notice.action is not None and act is not None:
            notice.action.clicked.connect(lambda _checked=False: act())
            self._offered = notice.action
        self._notices.addWidget(notice)
        self._announcer.say(sentence)
        self.to_top()
