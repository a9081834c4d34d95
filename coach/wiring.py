"""The only place where parts are joined: folders, catalogue, store, sound, desktop. Nothing global.

Each part is made when it is first asked for, so that `posture-coach list` opens no database and no sound device.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from coach import resources
from coach.at_the_wall import WallTest
from coach.clock import Clock, SystemClock
from coach.closing import Closing
from coach.conductor import Conductor, Lateness
from coach.content.catalogue import Folders, Library
from coach.content.model import Routine
from coach.cut_short import CutShort, cut_short
from coach.progress.folders import Home
from coach.session.compile import compile_test
from coach.session.compiled import CompiledRoutines
from coach.session.length import chosen_length, with_length
from coach.session.planned import find_routine
from coach.session.timeline import Timeline
from coach.settings import LATENESS, LOWER_OTHERS, MUTED, VOICE_AMOUNT, VOICE_SPEED, VOICE_VOLUME, VOLUME
from coach.sound.protocol import Cues, NullCues
from coach.sound.voice.protocol import Amount, NullVoice, Voice
from coach.walltest.aloud import questions_aloud

if TYPE_CHECKING:
    from coach.desk import Desk
    from coach.desktop.protocol import Awake, Idle, Quiet
    from coach.desktop.single import Single
    from coach.desktop.telling import Telling
    from coach.progress.store import Store
    from coach.sound.others.protocol import Others
    from coach.sound.system_mixer import Silenced
    from coach.sound.voice.choose import Choice
    from coach.sound.voice.speech_cache import SpeechCache


@dataclass(frozen=True, kw_only=True)
class Given:
    """Parts that are there already: a rehearsal's store in memory, a test's devices. None is made when asked for."""

    library: Library | None = None
    store: Store | None = None
    others: Others | None = None
    cues: Cues | None = None
    voice: Voice | None = None
    voice_choice: Choice | None = None
    silenced: Silenced | None = None
    idle: Idle | None = None
    quiet: Quiet | None = None
    awake: Awake | None = None


class Parts:
    """Everything that a window, a terminal or a command needs, joined.

    `clock` may run faster than the world (`play --speed`); `muted` overrides the setting for this run; `sound` False
    opens no device at all. What is `given` is taken as it is, and closed like the rest.

    What has to be given back is kept to be closed where it is made, after all that it stands on.
    """

    def __init__(
        self,
        home: Home,
        clock: Clock | None = None,
        *,
        muted: bool = False,
        sound: bool = True,
        given: Given | None = None,
    ) -> None:
        self.home = home
        self.clock: Clock = clock or SystemClock()
        self._muted_for_this_run: bool | None = True if muted else None  # None: as the setting says
        self._sound = sound
        self._closing = Closing()
        self._lengths: dict[str, float] = {}
        self._compiled = CompiledRoutines()
        self.when_exercising: Callable[[bool, float], None] | None = None
        """What else is to happen when somebody begins to exercise (True), and when nobody does any more; then with the
        seconds that were exercised."""
        if given is not None:
            self._take(given)

    def _take(self, given: Given) -> None:
        """Each where a cached_property keeps what it has made, and to be closed like what is made here."""
        for name, part in vars(given).items():
            if part is not None:
                self.__dict__[name] = part
        closed = (given.store, given.others, given.cues, given.voice, given.idle, given.quiet, given.awake)
        for part in closed:
            if part is not None:
                self._closing.keep(part)

    @cached_property
    def folders(self) -> tuple[Folders, Folders]:
        """Where content lies: the shipped, and the person's own."""
        return (
            Folders(resources.routines(), resources.media()),
            Folders(self.home.routines, self.home.media),
        )

    @cached_property
    def library(self) -> Library:
        """The checked content, shipped and the person's own."""
        return Library(*self.folders)

    @cached_property
    def store(self) -> Store:
        """What was done, and the settings."""
        from coach.progress.store import open_store

        return self._closing.keep(open_store(self.home.data, self.clock))

    @property
    def muted(self) -> bool:
        """Whether the cues are silent: for this run, or by the person's setting."""
        return self.store.get(MUTED) if self._muted_for_this_run is None else self._muted_for_this_run

    def choose_muted(self, muted: bool) -> None:
        """The person's setting from now on; this run follows it, however it was started."""
        self.store.keep(MUTED, muted)
        self._muted_for_this_run = None
        self.cues.set_muted(muted)

    def toggle_muted(self) -> None:
        """Sound off or on, and so next time; a run that was started muted is changed alone, and nothing is kept."""
        muted = not self.muted
        if self._muted_for_this_run is None:
            self.choose_muted(muted)
        else:
            self._muted_for_this_run = muted
            self.cues.set_muted(muted)

    @cached_property
    def cues(self) -> Cues:
        """The cue sounds; an honest Null where there is no sound."""
        if not self._sound:
            return NullCues()
        from coach.sound.mixer import open_cues

        self.others.make_good()
        cues = open_cues(lambda: self.library.catalogue.sounds, volume=self.store.get(VOLUME), muted=self.muted)
        return self._closing.keep(cues)

    @cached_property
    def others(self) -> Others:
        """What other programs play; lowered while the coach speaks, if the person wants it."""
        from coach.sound.others.choose import choose_others

        return self._closing.keep(choose_others(self.home.data, self.store.get(LOWER_OTHERS)))

    @cached_property
    def silenced(self) -> Silenced:
        """Whether the system's mixer keeps from being heard what is played."""
        from coach.sound.system_mixer import choose_silenced

        return choose_silenced() if self._sound else lambda: ()

    @cached_property
    def voice_choice(self) -> Choice:
        """Which voice this machine has, and why not a better one."""
        from coach.sound.voice.choose import choose

        return choose()

    @cached_property
    def speech(self) -> SpeechCache:
        """The sentences that were made already."""
        from coach.sound.voice.speech_cache import FOLDER, SpeechCache

        return self._closing.keep(SpeechCache(self.home.cache / FOLDER))

    @cached_property
    def voice(self) -> Voice:
        """What speaks in a session; an honest Null where there is no sound or no voice."""
        from coach.sound.mixer import PygameCues

        if not isinstance(self.cues, PygameCues) or self.voice_choice.engine is None:
            return NullVoice()  # captions are always there; `doctor` and the settings say why nobody speaks
        from coach.sound.others.lowering import LoweringOutput
        from coach.sound.voice.speaker import SpokenVoice

        voice = SpokenVoice(
            self.voice_choice,
            self.speech,
            LoweringOutput(self.cues, self.others),
            speed=self.voice_speed,
            volume=self.store.get(VOICE_VOLUME),
            amount=self.voice_amount,
        )
        return self._closing.keep(voice)

    def prepare_voice(self, timeline: Timeline) -> None:
        """Have the sentences made of a session that may begin soon. Not while another one is running."""
        from coach.sound.voice.plan import lines_with

        self.voice.prepare(lines_with(timeline, self._questions(timeline), self.voice.amount))

    def prepare_openings(self) -> None:
        """Have the first sentence of every session made, so that one which was never opened begins at once: the helper
        needs about a second for it. Nothing is made that is kept already."""
        from coach.sound.voice.plan import lines_of

        catalogue = self.library.catalogue
        sessions = [("routine", name) for name in catalogue.routines] + [("test", name) for name in catalogue.tests]
        amount = self.voice.amount
        openings = (lines_of(self.timeline(kind, name), amount)[:1] for kind, name in sessions)
        self.voice.prepare(tuple(dict.fromkeys(line for lines in openings for line in lines)))

    def _questions(self, timeline: Timeline) -> tuple[str, ...]:
        """What is asked aloud while a test waits for answers."""
        test = self.library.catalogue.tests.get(timeline.id) if timeline.kind == "test" else None
        return questions_aloud(test) if test is not None else ()

    @property
    def voice_speed(self) -> float:
        """How fast is spoken, by the person's setting; 1.0 is the voice's own speed."""
        return self.store.get(VOICE_SPEED)

    @property
    def voice_amount(self) -> Amount:
        """How much is said, by the person's setting."""
        return self.store.get(VOICE_AMOUNT)

    @property
    def loudnesses(self) -> tuple[float, float]:
        """The amplitudes, at most 1.0, at which cues and voice are heard."""
        cues, voice = self.store.get(VOLUME), self.store.get(VOICE_VOLUME)
        return cues**2, voice**2

    @cached_property
    def idle(self) -> Idle:
        """Tells how long nobody has touched this machine, or why that cannot be known."""
        from coach.desktop.choose import choose_idle

        return self._closing.keep(choose_idle())

    @cached_property
    def quiet(self) -> Quiet:
        """Tells why the person should not be disturbed now, as far as this desktop tells."""
        from coach.desktop.choose import choose_quiet

        return self._closing.keep(choose_quiet())

    @cached_property
    def awake(self) -> Awake:
        """Keeps the screen on during a session, where this desktop lets us."""
        from coach.desktop.choose import choose_awake

        return self._closing.keep(choose_awake())

    @cached_property
    def single(self) -> Single:
        """The one running program of this person and data folder: who claims it, and who reaches it."""
        from coach.desktop.single import Single

        return self._closing.keep(Single(self.home.data))

    @cached_property
    def telling(self) -> Telling:
        """Tells the running program of a session beside it, where one runs."""
        from coach.desktop.single import send
        from coach.desktop.telling import ANSWER_SECONDS, Telling

        return self._closing.keep(Telling(partial(send, self.home.data, timeout=ANSWER_SECONDS)))

    @cached_property
    def desk(self) -> Desk:
        """The reminders at the desk."""
        from coach.desk import Desk

        return Desk(self.clock, self.library, self.store, self.idle, self.quiet, self.timeline)

    def routine(self, ident: str) -> Routine:
        """A routine as this person does it: of the length that was chosen, where that is theirs to choose, and with a
        plan's doses where `ident` says so (session/planned.py). KeyError for an id that is not known.
        """
        from coach.progress.lengths import with_kept_length

        routine = self._as_written(ident)
        if chosen_length(routine, self.library.catalogue.exercises) is None:
            return routine
        if ident in self._lengths:
            return with_length(routine, self._lengths[ident])
        return with_kept_length(routine, self.store)

    def _as_written(self, ident: str) -> Routine:
        """The routine of its file, or as a plan has it in the week that `ident` names. KeyError."""
        routine = find_routine(ident, self.library.catalogue)
        if routine is None:
            raise KeyError(ident)
        return routine

    def timeline(self, kind: str, ident: str, language: str = "en", *, as_written: bool = False) -> Timeline:
        """The timeline of a routine or a test. KeyError for an id that is not known.

        A routine whose length is the person's to choose has the chosen one, unless it is wanted `as_written`.
        """
        catalogue = self.library.catalogue
        if kind != "routine":
            return compile_test(catalogue.tests[ident], catalogue, language)
        routine = self._as_written(ident) if as_written else self.routine(ident)
        return self._compiled.timeline(routine, catalogue, language)

    def routine_seconds(self, ident: str) -> float:
        """How long the routine `ident` takes. KeyError for an id that is not known."""
        return self.timeline("routine", ident).seconds

    def choose_length(self, ident: str, seconds: float, *, remember: bool = True) -> None:
        """How long the routine `ident` shall be, 1 to 3600 seconds: from now on, or in this run of the program alone.
        ValueError where it cannot be that long.
        """
        from coach.progress.lengths import keep_length

        routine = self._as_written(ident)
        if remember:
            keep_length(routine, seconds, self.store)
        else:
            with_length(routine, seconds)  # judges it
            self._lengths[ident] = seconds

    def cut_short(self) -> CutShort | None:
        """The last session, if it was cut short lately, and where it goes on."""
        return cut_short(self.store, self.timeline)

    def conductor(
        self, timeline: Timeline, first: int = 0, session: int | None = None, *, has_keyboard: bool = True
    ) -> Conductor:
        """A session of `timeline`, ready to start."""
        return Conductor(
            timeline,
            self.clock,
            self.cues,
            self.store,
            first=first,
            session=session,
            has_keyboard=has_keyboard,
            speed=self.clock.speed,
            voice=self.voice,
            tell_lateness=self._keep_lateness,
            kept=() if session is None else self.store.intervals(session),
            planned=0 if session is None else self.store.planned_intervals(session),
            tell_exercising=partial(self._exercising, timeline.title),
        )

    def wall_test(self, ident: str) -> WallTest:
        """A test, ready to start. KeyError for an id that is not known."""
        timeline = self.timeline("test", ident)
        return WallTest(
            *(self.library.catalogue.tests[ident], timeline, self.clock, self.cues, self.store),
            speed=self.clock.speed,
            voice=self.voice,
            tell_lateness=self._keep_lateness,
            tell_exercising=partial(self._exercising, timeline.title),
        )

    def _exercising(self, title: str, goes_on: bool, seconds: float) -> None:
        """While somebody exercises the screen stays on and, where this program reminds, the desk keeps quiet."""
        if goes_on:
            self.awake.hold(title)
        else:
            self.awake.release()
        if "desk" in self.__dict__:
            self.desk.session_running(goes_on, seconds)
        if self.when_exercising is not None:
            self.when_exercising(goes_on, seconds)

    @property
    def last_lateness(self) -> Lateness | None:
        """How late the last session's sounds were; None before the first one."""
        kept = self.store.get(LATENESS)
        return None if kept is None else Lateness(*kept)

    def _keep_lateness(self, lateness: Lateness) -> None:
        if self.clock.speed == 1.0:  # a rehearsal tells nothing
            self.store.keep(LATENESS, [lateness.count, round(lateness.median, 4), round(lateness.worst, 4)])

    def silence(self) -> None:
        """Stop what sounds now. What was never asked for makes no sound, and is not made for this."""
        cues: Cues | None = self.__dict__.get("cues")
        voice: Voice | None = self.__dict__.get("voice")
        if cues is not None:
            cues.stop()
        if voice is not None:
            voice.hush()

    def close(self) -> tuple[str, ...]:
        """Give back all that was opened, the last first; what the person should know of the end.

        What cannot be closed hinders nothing else, and is told.
        """
        store: Store | None = self.__dict__.get("store")
        before = store.notices if store is not None else ()
        failures = self._closing.close()
        return (*(one for one in (store.notices if store is not None else ()) if one not in before), *failures)


def build(environ: Mapping[str, str], *, speed: float = 1.0, muted: bool = False, sound: bool = True) -> Parts:
    """The parts for this machine. `environ` may move all folders with POSTURE_COACH_HOME."""
    return Parts(Home.from_environ(environ), SystemClock(speed), muted=muted, sound=sound)
