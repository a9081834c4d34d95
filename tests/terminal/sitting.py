"""Somebody at a terminal: the real parts over simulated time, and the keys that will be pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from coach.content.catalogue import Catalogue
from coach.progress.folders import Home
from coach.sound.voice.protocol import NullVoice
from coach.terminal.run import play_in_terminal
from coach.terminal.terminal import Terminal
from coach.wiring import Given, Parts
from tests.fakes import FakeAwake, FakeClock, FakeCues, FakeLibrary, FakeMedia
from tests.stores import memory_store
from tests.terminal.stage import CLASSIC, FakeKeys, Out, typed

NOBODY_RUNS_HERE = Path("nobody-runs-here")


class TerminalParts(Parts):
    """The real parts over simulated time, without a device, of somebody who answered the safety questions or not."""

    clock: FakeClock
    library: FakeLibrary
    cues: FakeCues
    awake: FakeAwake
    media: FakeMedia

    def __init__(self, catalogue: Catalogue, *, muted: bool = False, has_answered: bool = True) -> None:
        clock = FakeClock()
        given = Given(
            library=FakeLibrary(catalogue),
            store=memory_store(clock),
            cues=FakeCues(),
            voice=NullVoice(),
            awake=FakeAwake(),
            media=FakeMedia(),
        )
        super().__init__(Home(NOBODY_RUNS_HERE, NOBODY_RUNS_HERE), clock, muted=muted, given=given)
        if has_answered:
            self.store.add_safety(())


class Sitting:
    """Somebody (or nobody) at a terminal, with the keys they will press."""

    def __init__(
        self,
        catalogue: Catalogue,
        *keys: str | tuple[float, str],
        attended: bool = True,
        muted: bool = False,
        has_answered: bool = True,
    ) -> None:
        self.parts = TerminalParts(catalogue, muted=muted, has_answered=has_answered)
        self.out = Out()
        script = [*typed(*(k for k in keys if isinstance(k, str))), *(k for k in keys if not isinstance(k, str))]
        self.keys = FakeKeys(self.parts.clock, script)
        self.terminal = Terminal(self.out, self.keys, lambda: CLASSIC, attended)

    def play(self, kind: str, ident: str) -> int:
        """The session as the command begins it, until it is over; its exit code."""
        return play_in_terminal(self.parts, kind, ident, 0, self.terminal)

    def after(self) -> list[str]:
        """What stands in the terminal below the last full screen."""
        return self.out.getvalue().rpartition("\x1b[?1049l")[2].splitlines()


LONG_AFTER = 200.0  # the desk reset lasts two minutes


@dataclass
class Told:
    """coach.desktop.telling.Telling that remembers: whether it goes on, and the seconds that were exercised."""

    said: list[tuple[bool, float]] = field(default_factory=list)
    so_far: list[float] = field(default_factory=list)

    def tell(self, so_far: Callable[[], float], goes_on: bool, seconds: float) -> None:
        self.said.append((goes_on, round(seconds)))
        self.so_far.append(so_far())
