"""What runs, joined: the desk, a session, a wall test; each with the person's library and the machine's devices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from coach.clock import SystemClock
from coach.progress.folders import Home
from coach.settings import ASK_AFTERWARDS, LATENESS
from coach.wiring.made import made
from coach.wiring.personal import Personal

if TYPE_CHECKING:
    from coach.at_the_wall import WallTest
    from coach.conductor import Conductor
    from coach.desk import Desk
    from coach.desk_needs import DeskLibrary
    from coach.reminders.handed import HandedDesk
    from coach.session.lateness import Lateness
    from coach.session.timeline import Timeline
    from coach.sound.voice.by_reader import Reader
    from coach.wiring.mornings import Mornings


class Parts(Personal):
    """Everything that a window, a terminal or a command needs, joined."""

    when_exercising: Callable[[bool, float], None] | None = None
    """What else is to happen when somebody begins to exercise (True), and when nobody does any more; then with the
    seconds that were exercised."""

    desk_waits = False
    """Whether nobody asks the desk yet, because the window is to be there first; who shows it is told when it is asked.
    """

    handed: HandedDesk | None = None
    """The desk of another program, from which this one takes over."""

    @made
    def desk(self) -> Desk:
        """The reminders at the desk."""
        from coach.desk import Desk

        senses = (self.idle, self.quiet, self.lock)
        return Desk(self.clock, self.desk_library, self.store, *senses, self.handed, self.language)

    @made
    def desk_library(self) -> DeskLibrary:
        """What the desk has to know of the library and of the person."""
        from coach.desk_library import WholeLibrary

        return WholeLibrary(
            self.clock,
            self.library,
            self.store,
            self.timeline,
            lambda ident: not self.lacks(ident),
            self.language.tag,
        )

    @made
    def mornings(self) -> Mornings:
        """When the desk asks how the morning after was."""
        from coach.wiring.mornings import Mornings

        return Mornings(self.clock, self.store, self.desk)

    def conductor(
        self,
        timeline: Timeline,
        first: int = 0,
        session: int | None = None,
        *,
        has_keyboard: bool = True,
        reader: Reader | None = None,
    ) -> Conductor:
        """A session of `timeline`, ready to start; `reader` tells a screen reader what it is to say."""
        from coach.conductor import Conductor
        from coach.wiring import speaking

        return Conductor(
            timeline,
            self.clock,
            self.cues,
            self.store,
            first=first,
            session=session,
            has_keyboard=has_keyboard,
            speed=self.clock.speed,
            voice=speaking.voice_for(self, reader),
            tell_lateness=self._keep_lateness,
            kept=() if session is None else self.store.intervals(session),
            planned=0 if session is None else self.store.planned_intervals(session),
            tell_exercising=partial(self._exercising, timeline.title),
            language=self.language,
        )

    def wall_test(
        self, ident: str, *, afterwards: bool | None = None, presses: bool = True, reader: Reader | None = None
    ) -> WallTest:
        """A test, ready to start, whose questions come `afterwards` or at the wall; None: as was chosen last. Without
        `presses` only keys are heard. `reader` as of a session. KeyError for an id that is not known.
        """
        from coach.at_the_wall import WallTest
        from coach.wiring import speaking
        from coach.wiring.testing import as_done

        catalogue = self.library.catalogue
        from_memory = self.store.get(ASK_AFTERWARDS) if afterwards is None else afterwards
        test, timeline, how = as_done(catalogue, ident, afterwards=from_memory, presses=presses, language=self.language)
        return WallTest(
            *(test, timeline, self.clock, self.cues, self.store),
            speed=self.clock.speed,
            voice=speaking.voice_for(self, reader),
            tell_lateness=self._keep_lateness,
            tell_exercising=partial(self._exercising, timeline.title),
            areas=catalogue.areas,
            how=how,
            from_memory=from_memory,
            presses=presses,
        )

    def prepare_voice(self, timeline: Timeline) -> None:
        """Have the sentences made of a session that may begin soon. Not while another one is running."""
        from coach.wiring.speaking import prepare

        prepare(self, timeline)

    def prepare_openings(self) -> Iterator[None]:
        """Have the first sentence of every session made, so that one which was never opened begins at once; a step for
        each session.
        """
        from coach.wiring.speaking import prepare_openings

        return prepare_openings(self)

    def _exercising(self, title: str, goes_on: bool, seconds: float) -> None:
        """While somebody exercises the screen stays on and, where this program reminds, the desk keeps quiet."""
        if goes_on:
            self.awake.hold(title)
        else:
            self.awake.release()
        if desk := Parts.desk.if_made(self):
            desk.session_running(goes_on, seconds)
        if self.when_exercising is not None:
            self.when_exercising(goes_on, seconds)

    @property
    def last_lateness(self) -> Lateness | None:
        """How late the last session's sounds were; None before the first one."""
        from coach.session.lateness import Lateness

        kept = self.store.get(LATENESS)
        return None if kept is None else Lateness(*kept)

    def _keep_lateness(self, lateness: Lateness) -> None:
        if self.clock.speed == 1.0:  # a rehearsal tells nothing
            self.store.keep(LATENESS, [lateness.count, round(lateness.median, 4), round(lateness.worst, 4)])


def build(environ: Mapping[str, str], *, speed: float = 1.0, muted: bool = False, sound: bool = True) -> Parts:
    """The parts for this machine. `environ` may move all folders with POSTURE_COACH_HOME."""
    return Parts(Home.from_environ(environ), SystemClock(speed), muted=muted, sound=sound)
