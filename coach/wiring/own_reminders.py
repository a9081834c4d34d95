"""Reminders that a person makes, changes, copies and takes away: files in their own folder, laid over the shipped ones.

A file is written whole or not at all, never over what somebody changed meanwhile, and never over a broken one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.model import Message, Reminder, Text
from coach.content.problem import Problem
from coach.content.reminder_file import ORDER, Judged, changes_between, file_text, ident_for, judged, unseen
from coach.content.rewriting import NotRewritableError, rewritten
from coach.content.round_trip import Plain
from coach.files import make_private, write_whole
from coach.reminders.desk_hours import usual_hours
from coach.settings import DESK_HOURS
from coach.values import dataclass, replace
from coach.words.own_reminders import not_rewritable

if TYPE_CHECKING:
    from coach.wiring.parts import Parts

USUAL_EVERY_SECONDS = 1800.0
"""How often a new one comes until somebody says otherwise; our choice, as of the shipped one that changes position."""

_STUB = Reminder("reminder", Text(""), ())


class BrokenFileError(ValueError):
    """The person's own file has problems, so that it is not written over."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class ChangedMeanwhileError(ValueError):
    """The file is not as it was when it was read."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A reminder to be written. `ident` is empty for one that gets its id from its title.

    shown: the values as they come for this person; text and said: the file that it is made of, and what that says;
    path and before: the person's file and its bytes, None where there is none yet; is_yours: whether the person's own
    file is in force; has_shipped: whether one came with the program, to which it may be put back.
    """

    ident: str
    shown: Reminder
    text: str
    said: Reminder
    path: Path
    before: bytes | None = None
    is_yours: bool = False
    has_shipped: bool = False


class OwnReminders:
    """The reminders' files of this person. OSError where a file or folder cannot be read or written."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    # --- to begin with ---

    def opened(self, ident: str) -> Draft:
        """A reminder to be changed. KeyError where there is none, BrokenFileError where the person's own file has
        problems.
        """
        self._parts.library.refresh()
        path = self._path(ident)
        before = _bytes_of(path)
        origin = self._parts.library.catalogue.origins.get(("reminder", ident))
        if before is not None and (origin is None or not origin.yours):
            raise BrokenFileError(self._problems_of(path))
        if origin is None:
            raise KeyError(ident)
        text = (_bytes_of(origin.file) or b"").decode("utf-8-sig") if before is None else before.decode("utf-8")
        found = self._judged(text, path)
        if found.reminder is None:
            raise BrokenFileError(found.problems)
        shown = self._as_it_comes(found.reminder)
        return Draft(ident, shown, text, found.reminder, path, before, before is not None, self._is_shipped(ident))

    def copied(self, ident: str, title: str) -> Draft:
        """Another one like this, called `title`; nothing is written yet. As `opened`."""
        one = self.opened(ident)
        shown = replace(one.shown, title=Text(title))
        return replace(
            one, ident="", shown=shown, path=self._path("reminder"), before=None, is_yours=False, has_shipped=False
        )

    def new(self) -> Draft:
        """One of which only the rhythm is set, at the person's hours; nothing is written yet."""
        hours = self._parts.store.get(DESK_HOURS) or usual_hours(self._parts.library.catalogue.reminders.values())
        shown = replace(
            _STUB,
            every=USUAL_EVERY_SECONDS,
            messages=(Message(Text("")),),
            days=hours.days,
            between=hours.between,
        )
        return Draft("", shown, file_text(_STUB.id, {}), _STUB, self._path("reminder"))

    def judge(self, draft: Draft, keys: Mapping[str, Plain | None]) -> Judged:
        """What the draft with these keys would be, as `check` judges a file."""
        try:
            return self._judged(self._text(draft, keys), draft.path)
        except NotRewritableError as wrong:
            problem = Problem(draft.path, 1, 1, not_rewritable(wrong, self._parts.language))
            return Judged(None, unseen(keys), (problem,))

    # --- written ---

    def save(self, draft: Draft, keys: Mapping[str, Plain | None]) -> str:
        """Write the draft with these keys; the reminder's id. The desk goes by it at once.

        BrokenFileError for what `judge` finds wrong, ChangedMeanwhileError where the file is another than was read.
        """
        found = self.judge(draft, keys)
        if found.reminder is None:
            raise BrokenFileError(found.problems)
        ident = draft.ident or self._free_id(found.reminder)
        path = self._path(ident)
        if _bytes_of(path) != (draft.before if draft.ident else None):
            raise ChangedMeanwhileError(str(path))
        text = rewritten(self._text(draft, keys), {} if draft.ident else {"id": ident}, ORDER)
        make_private(path.parent)
        write_whole(path, text)
        self._parts.library.refresh()
        self._switch(ident, found.reminder.enabled)
        return ident

    def take_away(self, draft: Draft) -> bytes:
        """Delete the person's own file: a shipped one is as it came, one of their own is gone. Its bytes, for
        `bring_back`. ChangedMeanwhileError as for `save`.
        """
        found = _bytes_of(draft.path)
        if found is None or found != draft.before:
            raise ChangedMeanwhileError(str(draft.path))
        if self._parts.desk.open == draft.ident:
            self._parts.desk.put_away()
        draft.path.unlink()
        self._parts.library.refresh()
        return found

    def bring_back(self, draft: Draft, data: bytes) -> None:
        """Undo `take_away`. ChangedMeanwhileError where another file stands there by now."""
        if _bytes_of(draft.path) is not None:
            raise ChangedMeanwhileError(str(draft.path))
        make_private(draft.path.parent)
        write_whole(draft.path, data)
        self._parts.library.refresh()

    # --- inside ---

    def _text(self, draft: Draft, keys: Mapping[str, Plain | None]) -> str:
        needed = {key: keys[key] for key in ("title", "messages")} if draft.said == _STUB else {}
        return rewritten(draft.text, {**changes_between(draft.said, keys), **needed}, ORDER)

    def _judged(self, text: str, path: Path) -> Judged:
        return judged(text, self._parts.library.catalogue, path)

    def _path(self, ident: str) -> Path:
        return self._parts.folders[1].home_of("reminder") / f"{ident}.yaml"

    def _is_shipped(self, ident: str) -> bool:
        return (self._parts.folders[0].home_of("reminder") / f"{ident}.yaml").is_file()

    def _problems_of(self, path: Path) -> tuple[Problem, ...]:
        return tuple(one for one in self._parts.library.catalogue.problems if one.file == path)

    def _as_it_comes(self, said: Reminder) -> Reminder:
        """At the person's own hours and switched as they did, where it comes at all then."""
        comes = next((one for one in self._parts.desk.reminders if one.id == said.id), said)
        if comes.every is None and not comes.at:
            comes = replace(comes, at=said.at)
        return replace(said, days=comes.days, between=comes.between, at=comes.at, enabled=comes.enabled)

    def _free_id(self, reminder: Reminder) -> str:
        """None that a file has or had: what the desk remembers of a deleted one is not this one's."""
        catalogue = self._parts.library.catalogue
        broken = {ident for kind, ident in catalogue.broken if kind == "reminder"}
        files = {path.stem for path in self._path("reminder").parent.glob("*")}
        _, state, _ = self._parts.desk.seen
        return ident_for(str(reminder.title), {*catalogue.reminders, *broken, *files, *state.reminders})

    def _switch(self, ident: str, on: bool) -> None:
        """As the file says: a switch that was set before does not say otherwise."""
        comes = next((one for one in self._parts.desk.reminders if one.id == ident), None)
        if comes is not None and comes.enabled != on:
            self._parts.desk.enable(ident, on)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
