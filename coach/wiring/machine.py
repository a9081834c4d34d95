"""What this machine has for the program: folders, content, store, sound, voice, desktop; each made when asked for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from coach import resources
from coach.clock import Clock, SystemClock
from coach.closing import Closing
from coach.content.kept import LIBRARY
from coach.content.library import Folders, Library
from coach.progress.folders import Home
from coach.settings import LANGUAGE, LOWER_OTHERS, MUTED, VOICE_AMOUNT, VOICE_SPEED, VOICE_VOLUME, VOLUME
from coach.values import dataclass
from coach.wiring.desktop_sources import DesktopSources
from coach.wiring.made import made
from coach.words.language import ENGLISH, Language

if TYPE_CHECKING:
    from coach.desktop.at_login import AtLogin
    from coach.desktop.global_key import GlobalKey
    from coach.desktop.media import MediaControls
    from coach.desktop.protocol import Awake, Idle, LessMotion, Lock, Quiet, ScreenReader
    from coach.desktop.single import Single
    from coach.desktop.telling import Telling
    from coach.progress.store import Store
    from coach.sound.others.protocol import Others
    from coach.sound.protocol import Cues
    from coach.sound.system_mixer import Silenced
    from coach.sound.voice.amount import Amount
    from coach.sound.voice.choose import Choice
    from coach.sound.voice.protocol import Voice
    from coach.sound.voice.speech_cache import SpeechCache

LANGUAGE_VARIABLE = "POSTURE_COACH_LANGUAGE"
"""What a translator sets to see a language that is not whole yet."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """Parts that are there already: a rehearsal's store in memory, a test's devices. None is made when asked for."""

    library: Library | None = None
    language: Language | None = None
    store: Store | None = None
    others: Others | None = None
    cues: Cues | None = None
    voice: Voice | None = None
    voice_choice: Choice | None = None
    silenced: Silenced | None = None
    lock: Lock | None = None
    idle: Idle | None = None
    quiet: Quiet | None = None
    awake: Awake | None = None
    at_login: AtLogin | None = None
    media: MediaControls | None = None
    screen_reader: ScreenReader | None = None
    reminder_key: GlobalKey | None = None
    less_motion: LessMotion | None = None


class Machine(DesktopSources):
    """What is opened on this machine when it is first asked for, and given back at the end.

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
        super().__init__(Closing())
        if given is not None:
            self._take(given)

    def _take(self, given: Given) -> None:
        """Each in the place of what would be made, and to be closed like what is made here."""
        for name, part in vars(given).items():
            if part is not None:
                setattr(self, name, part)
        devices = (given.others, given.cues, given.voice)
        desktop = (
            given.lock, given.idle, given.quiet, given.awake, given.media, given.screen_reader, given.reminder_key,
            given.less_motion,
        )  # fmt: skip
        for part in (given.store, *devices, *desktop):
            if part is not None:
                self._closing.keep(part)

    @made
    def folders(self) -> tuple[Folders, Folders]:
        """Where content lies: the shipped, and the person's own."""
        return (
            Folders(resources.routines(), resources.media()),
            Folders(self.home.routines, self.home.media),
        )

    @made
    def library(self) -> Library:
        """The checked content, shipped and the person's own."""
        return Library(*self.folders, kept=self.home.cache / LIBRARY)

    @made
    def language(self) -> Language:
        """The language in which the program speaks, for all of it: window, voice, terminal and commands. What the
        environment names goes before all, however much of it is there: who translates looks at it so.
        """
        from coach.languages import files

        named = os.environ.get(LANGUAGE_VARIABLE)
        if not named and not files.tags(files.FOLDER):  # and so nothing of all the rest is read
            return ENGLISH
        from coach.languages import choosing, system

        with suppress(KeyError):
            return choosing.language_named(named or "", files.FOLDER)
        if not files.tags(files.FOLDER):  # and so nothing of all the rest is read
            return ENGLISH
        tag = choosing.chosen(self.store.get(LANGUAGE), system.wishes(os.environ), self._can_speak)
        return choosing.language_named(tag, files.FOLDER)

    @made
    def languages(self) -> Sequence[Language]:
        """Those that the person may choose from: English, and each that is complete."""
        from coach.languages import choosing, files

        if not files.tags(files.FOLDER):
            return (ENGLISH,)
        tags = choosing.offered(self.library.catalogue, files.FOLDER)
        return tuple(choosing.language_named(tag, files.FOLDER) for tag in tags)

    @property
    def language_of_system(self) -> Language:
        """The one that is spoken where the person chose none."""
        from coach.languages import choosing, files, system

        tag = choosing.chosen(choosing.SYSTEM, system.wishes(os.environ), self._can_speak)
        return choosing.language_named(tag, files.FOLDER)

    def _can_speak(self, tag: str) -> bool:
        from coach.languages import choosing, files

        return tag in files.tags(files.FOLDER) and choosing.is_complete(tag, self.library.catalogue, files.FOLDER)

    @made
    def store(self) -> Store:
        """What was done, and the settings."""
        from coach.progress.store import open_store
        from coach.safety_answers import take_over

        store = self._closing.keep(open_store(self.home.data, self.clock))
        take_over(store, lambda: self.library.catalogue.safety, self.clock)
        return store

    @property
    def run_options(self) -> dict[str, Any]:
        """What this run was started with, as `take_options` takes it in another process."""
        return {"silent": self._muted_for_this_run is True, "speed": self.clock.speed}

    def take_options(self, options: Mapping[str, Any]) -> None:
        """What the run was started with that this one goes on with. Before anything is made that asks for it."""
        if options.get("silent") is True:
            self._muted_for_this_run = True
        speed = options.get("speed")
        if isinstance(speed, int | float) and speed > 0 and self.clock.speed == 1.0 != speed:
            self.clock = SystemClock(float(speed))

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

    @made
    def cues(self) -> Cues:
        """The cue sounds; an honest Null where there is no sound."""
        if not self._sound:
            from coach.sound.protocol import NullCues

            return NullCues()
        from coach.sound.mixer import open_cues

        self.others.make_good()
        cues = open_cues(lambda: self.library.catalogue.sounds, volume=self.store.get(VOLUME), muted=self.muted)
        return self._closing.keep(cues)

    @made
    def others(self) -> Others:
        """What other programs play; lowered while the coach speaks, if the person wants it."""
        from coach.sound.others.choose import choose_others

        return self._closing.keep(choose_others(self.home.data, self.store.get(LOWER_OTHERS)))

    @made
    def silenced(self) -> Silenced:
        """Whether the system's mixer keeps from being heard what is played."""
        from coach.sound.system_mixer import choose_silenced

        return choose_silenced() if self._sound else lambda: ()

    @made
    def voice_choice(self) -> Choice:
        """Which voice this machine has, and why not a better one."""
        from coach.sound.voice.choose import choose

        return choose(language=self.language.tag)

    @made
    def speech(self) -> SpeechCache:
        """The sentences that were made already."""
        from coach.sound.voice.speech_cache import FOLDER, SpeechCache

        return self._closing.keep(SpeechCache(self.home.cache / FOLDER))

    @made
    def voice(self) -> Voice:
        """What speaks in a session; an honest Null where there is no sound or no voice."""
        from coach.sound.mixer import PygameCues
        from coach.sound.voice.protocol import NullVoice

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
            pronunciations=lambda: self.library.catalogue.pronunciations,
        )
        return self._closing.keep(voice)

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

    @made
    def at_login(self) -> AtLogin:
        """Whether the reminders start when the person logs in: the place where the system keeps it."""
        from coach.wiring.own_start import at_login

        return at_login(self.home, os.environ, self.language)

    @made
    def single(self) -> Single:
        """The one running program of this person and data folder: who claims it, and who reaches it."""
        from coach.desktop.single import Single

        return self._closing.keep(Single(self.home.data))

    @made
    def telling(self) -> Telling:
        """Tells the running program of a session beside it, where one runs."""
        from coach.desktop.single import send
        from coach.desktop.telling import ANSWER_SECONDS, Telling

        return self._closing.keep(Telling(partial(send, self.home.data, timeout=ANSWER_SECONDS)))

    def silence(self) -> None:
        """Stop what sounds now. What was never asked for makes no sound, and is not made for this."""
        if cues := Machine.cues.if_made(self):
            cues.stop()
        if voice := Machine.voice.if_made(self):
            voice.hush()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know of the data file, where it was asked for, and of the language."""
        told: list[str] = []
        if (store := Machine.store.if_made(self)) is not None and store.notices:
            from coach.words import data_file

            told += data_file.notices(self.language, store.notices)
        named = os.environ.get(LANGUAGE_VARIABLE)
        if named and self.language.tag != named:
            from coach.words import languages

            told.append(languages.cannot_be_spoken(self.language, named, LANGUAGE_VARIABLE))
        return tuple(told)

    @property
    def has_lost(self) -> bool:
        """Whether something that was done is kept nowhere, which is known at the end."""
        from coach.progress.notices import Lost

        store = Machine.store.if_made(self)
        return store is not None and any(isinstance(notice, Lost) for notice in store.notices)

    def close(self) -> tuple[str, ...]:
        """Give back all that was opened, the last first; what the person should know of the end.

        What cannot be closed hinders nothing else, and is told.
        """
        from coach.words import data_file

        try:
            before = self.notices
            if library := Machine.library.if_made(self):
                library.keep()
        finally:
            failures = self._closing.close()
        return (
            *(notice for notice in self.notices if notice not in before),
            *(data_file.not_closed(self.language, one) for one in failures),
        )
