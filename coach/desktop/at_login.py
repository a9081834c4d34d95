"""Whether the program starts when the person logs in: what each system keeps of it is read and written."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal, Protocol

from coach.desktop.how import How, NotHadError
from coach.values import dataclass, field

AtLoginState = Literal["on", "off", "gone", "other", "unknown"]
"""`gone`: on, but the program that is to start is there no longer. `other`: what has our name starts something else.
`unknown`: this system cannot be asked, or does not answer."""


@dataclass(frozen=True, slots=True)
class Start:
    """How the program is started anew: its words, and what has to stand in its environment. `told` is what it is for,
    where a desktop shows that.
    """

    command: tuple[str, ...]
    environ: Mapping[str, str] = field(default_factory=dict)
    told: str = ""

    @property
    def exec_words(self) -> tuple[str, ...]:
        """The words where a line has to hold the environment, too."""
        settings = tuple(f"{name}={text}" for name, text in self.environ.items())
        return ("env", *settings, *self.command) if settings else self.command


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands there: `where` it is kept, the `program` that starts, `why` it is unknown. `unread_by` names a
    desktop that by itself starts nothing of what is kept there.
    """

    state: AtLoginState
    where: str = ""
    program: str = ""
    why: How | None = None
    unread_by: str = ""


class AtLogin(Protocol):
    """One system's way to start a program when its person logs in. Nothing is remembered: it is read each time."""

    def entry(self) -> Entry:
        """What stands there now."""
        ...

    def switch_on(self) -> None:
        """Have this program start, whatever of ours stood there. OSError where it cannot be, and nothing is changed."""
        ...

    def switch_off(self) -> None:
        """Nothing of ours starts; what is not ours stays. OSError where it cannot be."""
        ...


class NullAtLogin:
    """Where nothing can be had to start, and why."""

    def __init__(self, why: How) -> None:
        self.why = why

    def entry(self) -> Entry:
        """Unknown, and why."""
        return Entry("unknown", why=self.why)

    def switch_on(self) -> None:
        """NotHadError, which is an OSError: it cannot be."""
        raise NotHadError(self.why)

    def switch_off(self) -> None:
        """Nothing of ours can stand there."""


class OtherProgramError(FileExistsError):
    """What has our name starts another program; `filename` is where that stands."""

    def __init__(self, where: str) -> None:
        super().__init__(errno.EEXIST, "", where)


def unread(problem: OSError) -> How:
    """Why what stands there cannot be read, in the system's own words."""
    return How("said", problem.strerror or str(problem))


def is_there(program: str) -> bool:
    """Whether a program can be started: by its path, or by its name as a shell finds it."""
    if os.sep in program or Path(program).is_absolute():
        return os.path.isfile(program) and os.access(program, os.X_OK)  # noqa: PTH113 - it never raises
    return bool(program) and shutil.which(program) is not None


def is_ours(command: Sequence[str]) -> bool:
    """Whether a command line starts this program: by its own name, or as a module of Python."""
    names = [Path(word.replace("\\", "/")).name.lower().removesuffix(".exe") for word in command]
    as_module = any(pair == ("-m", "coach") for pair in pairwise(command))
    return as_module or "posture-coach" in names or any("coach.cli" in word for word in command)
