"""What a session asks while it stands, and what each answer makes of it: pain, and whether to end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.conductor import Conductor
from coach.content.model.pain import AMBER_PAIN
from coach.progression.neighbour import Variant
from coach.session.events import Event
from coach.ui.pages.session.ask import Ask
from coach.ui.pages.session.scenes import Scenes
from coach.ui.pages.session.sitting import Sitting
from coach.ui.words.common import LANGUAGE, say
from coach.wiring.gentler import gentler_routine
from coach.words import variants as words

if TYPE_CHECKING:
    from coach.wiring import Parts

Command = Callable[[Callable[[Conductor], Iterable[Event]]], None]
"""Tell the conductor of what is under way what is wanted, and show what comes of it; else nothing."""


class Asking(QObject):
    """Asks with `ask` and answers with `command`; `tell` shows a sentence beside the session, `tell_paused`
    says that it stands still and why. `sitting` is the session
    under way, None where nothing is.
    """

    def __init__(
        self,
        parts: Parts,
        ask: Ask,
        command: Command,
        tell: Callable[[str], None],
        tell_paused: Callable[[], None],
        sitting: Callable[[], Sitting | None],
    ) -> None:
        super().__init__(ask)
        self._parts, self._ask, self._command, self._tell = parts, ask, command, tell
        self._tell_paused, self._sitting = tell_paused, sitting
        self._scenes = Scenes(self)
        self._variant: Variant | None = None
        self._stood = False
        ask.answered.connect(self._answered)

    def pain(self) -> None:
        """How much something hurts."""
        self._ask.ask(self._scenes.ask_pain())

    def end(self, *, stood: bool) -> None:
        """Whether to end here; what `stood` before stands again where it is not to end."""
        self._stood = stood
        self._ask.ask(self._scenes.ask_end())

    def _answered(self, question: str, value: str, number: int | None) -> None:
        match question, value:
            case "end", "end":
                self._command(Conductor.end)
            case "end", _ if self._stood:
                self._tell_paused()
            case "end", _:
                self._command(Conductor.resume)
            case "pain", "answer":
                self._pain_answered(number or 0)
            case "pain", "stop":
                self._command(lambda conductor: conductor.stop_for_pain(number))
            case "pain", _:
                self._command(Conductor.by_mistake)
            case "gently", _:
                self._go_gently(value)

    def _pain_answered(self, pain: int) -> None:
        self._command(lambda conductor: conductor.answer_pain(pain))
        sitting = self._sitting()
        if sitting is None or sitting.conductor.ended is not None:
            return
        if pain >= AMBER_PAIN:
            self._ask_gently(sitting, pain)
        else:
            self._command(Conductor.resume)

    def _ask_gently(self, sitting: Sitting, pain: int) -> None:
        routines = self._parts.library.catalogue.routines
        gentle = gentler_routine(self._parts, sitting.conductor)
        self._variant = variant = sitting.variants.of_what_hurts()
        easier = say(variant.now.title) if variant is not None and variant.now is not None else ""
        keeps = variant is not None and variant.keeps is not None
        title = say(routines[gentle].title) if gentle is not None else ""
        self._ask.ask(self._scenes.ask_gently(pain, easier=easier, keeps=keeps, gentle=title))

    def _go_gently(self, value: str) -> None:
        sitting, variant = self._sitting(), self._variant
        if sitting is None:
            return
        if variant is not None and (value == "easier" or self._ask.is_ticked):
            self._easier(sitting, variant, now=value == "easier", keep=self._ask.is_ticked)
        match value:
            case "on" | "easier":
                self._command(Conductor.resume)
            case "skip":
                self._command(lambda conductor: [*conductor.next(), *conductor.resume()])
            case "instead":
                sitting.instead = gentler_routine(self._parts, sitting.conductor) or ""
                self._command(Conductor.end)
            case "stop":
                self._command(Conductor.end)
            case _:
                self._tell_paused()

    def _easier(self, sitting: Sitting, variant: Variant, *, now: bool, keep: bool) -> None:
        if keep:
            sitting.variants.keep(variant)
        if now:
            self._command(lambda _conductor: sitting.variants.take_over(variant))
            self._tell(words.taken(LANGUAGE, variant, self._parts.library.catalogue.exercises, is_kept=keep))
