"""A guided session on the full terminal: the conductor's events on time, a picture ten times a second, the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from coach.clock import Clock
from coach.conductor import Conductor
from coach.content.model import Routine
from coach.content.model.pain import AMBER_PAIN, RED_PAIN
from coach.progression.neighbour import Way
from coach.session.events import Event
from coach.terminal.entry import Entry
from coach.terminal.frame import Beside, frame
from coach.terminal.gently import Gently
from coach.terminal.keys import CTRL_C, HANG_UP, Keys
from coach.terminal.letters import meant
from coach.terminal.screen import Screen
from coach.values import dataclass
from coach.wiring.on_the_desktop import Command, OnTheDesktop
from coach.wiring.variants import Variants
from coach.words import terminal
from coach.words import variants as words
from coach.words.language import ENGLISH, Language
from coach.words.session import Exercises

PICTURE_SECONDS = 0.1  # from one picture to the next
QUIET_SECONDS = 0.02
"""No picture is begun this shortly before an event is due, so that drawing never delays a sound."""

TROUBLE_SECONDS = 12.0
"""How long a trouble stays on the picture; the session goes on regardless."""

ALWAYS = ("q", "escape", "m")
"""Keys that mean the same whatever is being asked."""

BY_MISTAKE = "b"
"""Where it is asked how much something hurts: nothing does."""

NOTE_SECONDS = 10.0
"""How long it stands on the picture what an easier or harder exercise came to."""


class HungUp(Exception):  # noqa: N818 - the person left, nothing failed
    """The terminal is gone; the session stays open in the store, to be resumed."""


class Sound(Protocol):
    """The sound as a session switches it off and on: coach.wiring.Parts."""

    @property
    def muted(self) -> bool:
        """Whether cue sounds and voice are silenced."""
        ...

    def toggle_muted(self) -> None:
        """Silence cue sounds and voice, or let them be heard again."""
        ...


@dataclass(frozen=True, slots=True)
class Surface:
    """The terminal as a session uses it. `speed` is session seconds in a real one (`play --speed`)."""

    keys: Keys
    screen: Screen
    clock: Clock
    speed: float = 1.0
    language: Language = ENGLISH


class Session:
    """Runs `conductor` until it has ended. `variants` are the easier and harder exercises in it, and `gentle` is the
    routine to do in its place where something hurts, if there are any; `instead` is that one once it was chosen.
    """

    def __init__(
        self,
        conductor: Conductor,
        catalogue: Exercises,
        surface: Surface,
        sound: Sound,
        variants: Variants | None = None,
        gentle: Routine | None = None,
    ) -> None:
        self.conductor = conductor
        self.interrupted = False
        self._catalogue = catalogue
        self._surface = surface
        self._sound = sound
        self._variants, self._gentle = variants, gentle
        self.instead: Routine | None = None
        self.desktop: OnTheDesktop | None = None
        self.language = surface.language
        self._asks_end = False
        self._gently: Gently | None = None
        self._note, self._note_until = "", float("-inf")
        self._goes_on_after = False
        self._pain = Entry(0, 10)
        self._elsewhere: list[Event] = []
        self._drawn = float("-inf")
        self._trouble = ""
        self._trouble_until = float("-inf")
        self._commands: dict[str, Callable[[], list[Event]]] = {
            "space": conductor.toggle,
            "n": conductor.next,
            "right": conductor.next,
            "b": conductor.back,
            "left": conductor.back,
            "+": conductor.more,
            "=": conductor.more,  # the same key without shift
            "enter": self._enter,
            "l": conductor.lost,
            "h": conductor.hurts,
            "e": lambda: self._take("easier"),
            "d": lambda: self._take("harder"),
            "m": self._mute,
            "q": self._ask_end,
            "escape": self._ask_end,
        }

    def run(self) -> None:
        """From the start of the session to its end. HungUp where the terminal goes away."""
        self.begin()
        while self.conductor.ended is None:
            self.step()

    def begin(self) -> list[Event]:
        """The start of the session; then `step` until the conductor has ended."""
        if self.desktop is not None:
            self.desktop.begin()
        return self.conductor.start()

    @property
    def is_asking(self) -> bool:
        """Whether keys answer a question now."""
        return self._asks_end or self._gently is not None or self.conductor.view().state == "asking-pain"

    def obey(self, command: Command) -> None:
        """A command from elsewhere, as its key; `step` tells what came of it."""
        self._drawn = float("-inf")
        self._elsewhere += command(self.conductor)

    def step(self) -> list[Event]:
        """Wait for what comes first, a key, an event or the next picture, and deal with it; what happened. HungUp."""
        key = self._surface.keys.wait(self._patience())
        events = self.conductor.advance()
        if key is not None and self.conductor.ended is None:
            events += self.press(key)
        if self.conductor.ended is None and self.desktop is not None:
            self.desktop.answer()
            self.desktop.tell()
            elsewhere, self._elsewhere = self._elsewhere, []
            events += elsewhere
        if self.conductor.ended is None:
            self._draw()
        return events

    def press(self, key: str) -> list[Event]:
        """One key of the person, and what it caused. HungUp."""
        if key == HANG_UP:
            raise HungUp
        if key == CTRL_C:
            return self._interrupt()
        self._drawn = float("-inf")
        key = meant(key)
        if self._asks_end:
            return self._answer_end(key)
        if self.conductor.view().state == "asking-pain" and key not in ALWAYS:
            return self.answer_pain(key)
        gently, self._gently = self._gently, None
        if gently is not None and key in gently.keys:
            return self._go_gently(gently, key)
        return self.command(key)

    def answer_pain(self, key: str) -> list[Event]:
        """A key where it is asked what hurts."""
        if key == BY_MISTAKE:
            self._pain.typed = ""
            return self.conductor.by_mistake()
        pain = self._pain.press(key)
        if pain is None:
            return []
        if AMBER_PAIN <= pain < RED_PAIN:
            variant = None if self._variants is None else self._variants.of_what_hurts()
            self._gently = Gently(pain, variant, self._gentle)
        return self.conductor.answer_pain(pain)

    def ask_pain(self, typed: str) -> str:
        """The question how much it hurts, with what is typed so far."""
        return terminal.ask_pain(self.language, typed)

    def _go_gently(self, gently: Gently, key: str) -> list[Event]:
        """What the person chose where something hurts some."""
        match key:
            case "g":
                self.instead = gently.gentle
                return self.conductor.end()
            case "n":
                return [*self.conductor.next(), *self.conductor.resume()]
        variant, variants = gently.variant, self._variants
        if variant is None or variants is None:
            return []
        if key == "k":
            variants.keep(variant)
        events = variants.take_over(variant)
        self._tell(words.taken(self.language, variant, self._catalogue.exercises, is_kept=key == "k"))
        return events + self.conductor.resume()

    def _take(self, way: Way) -> list[Event]:
        """What is easier or harder is kept for the next times, and done at once where another exercise can be."""
        variants = self._variants
        if variants is None:
            return []
        events = self.conductor.advance()
        variant = variants.beside(way)
        if variant is None:
            self._tell(words.nothing(self.language, way))
            return events
        variants.keep(variant)
        events += variants.take_over(variant)
        self._tell(words.taken(self.language, variant, self._catalogue.exercises))
        return events

    def _tell(self, note: str) -> None:
        self._note = note
        self._note_until = self._surface.clock.monotonic() + NOTE_SECONDS * self._surface.speed

    def command(self, key: str) -> list[Event]:
        """A key where nothing is asked."""
        return self._commands[key]() if key in self._commands else []

    def _patience(self) -> float:
        due = self.conductor.seconds_until_next()
        wait = PICTURE_SECONDS if due is None else min(PICTURE_SECONDS, due / self._surface.speed)
        return max(0.0, wait)

    def _enter(self) -> list[Event]:
        view = self.conductor.view()
        if view.state == "paused":
            return self.conductor.resume()
        return self.conductor.lost() if view.interval.open == "max" else self.conductor.done()

    def _mute(self) -> list[Event]:
        self._sound.toggle_muted()
        return []

    def _ask_end(self) -> list[Event]:
        self._goes_on_after = self.conductor.view().state in ("running", "reentry")
        self._asks_end = True
        return self.conductor.pause() if self._goes_on_after else []

    def _answer_end(self, key: str) -> list[Event]:
        if key in ("y", "enter"):
            return self._end()
        if key in ("n", "escape", "space", "q"):
            self._asks_end = False
            return self.conductor.resume() if self._goes_on_after else []
        return []

    def _interrupt(self) -> list[Event]:
        """Ctrl-C asks like q does; a second one ends at once."""
        self._drawn = float("-inf")
        if not self._asks_end:
            return self._ask_end()
        self.interrupted = True
        return self._end()

    def _end(self) -> list[Event]:
        """Whoever ends it where it is asked how much something hurts stops for that."""
        if self.conductor.view().state == "asking-pain":
            return self.conductor.stop_for_pain(None)
        return self.conductor.end()

    def _draw(self) -> None:
        now = self._surface.clock.monotonic()
        due = self.conductor.seconds_until_next()
        if (now - self._drawn) / self._surface.speed < PICTURE_SECONDS * 0.9:
            return
        if due is not None and due / self._surface.speed < QUIET_SECONDS:
            return
        self._drawn = now
        view = self.conductor.view()
        question = terminal.ask_end(self.language) if self._asks_end else ""
        if not question and self._gently is not None:
            question = self._gently.question(self.language)
        if not question and view.state == "asking-pain":
            question = self.ask_pain(self._pain.typed)
        beside = Beside(
            self.conductor.timeline.title,
            self.conductor.caption,
            question,
            self._fresh_trouble(now),
            self._sound.muted,
            has_variants=self._variants is not None,
            language=self.language,
        )
        screen = self._surface.screen
        screen.show(frame(view, beside, self._catalogue, screen.size, screen.marks))

    def _fresh_trouble(self, now: float) -> str:
        """What to tell the person, for a while after it came up."""
        trouble = self.conductor.trouble or ""
        if trouble != self._trouble:
            self._trouble = trouble
            self._trouble_until = now + TROUBLE_SECONDS * self._surface.speed
        if now < self._trouble_until and trouble:
            return trouble
        return self._note if now < self._note_until else ""
