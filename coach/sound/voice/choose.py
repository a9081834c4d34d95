"""Which voice this machine has: the neural one, the system's own, or none, and why not a better one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coach.sound.voice import hibari_engine, system_engine
from coach.sound.voice.system_engine import Command

INSTALL = "write: pip install hibari-tts"


@dataclass(frozen=True, slots=True)
class Choice:
    """`engine` is hibari, system or None. `identity` names it in the made files; `why` says what is missing."""

    engine: str | None
    identity: str
    description: str
    why: str | None = None

    @property
    def knows_phonemes(self) -> bool:
        """Whether it says phonemes that stand in a text; the others need a spelling."""
        return self.engine == hibari_engine.NAME


def choose(
    why_not_neural: Callable[[], str | None] = hibari_engine.why_not,
    find_command: Callable[[], Command | None] = system_engine.find_command,
) -> Choice:
    """The best voice at hand. Imports no engine."""
    reason = why_not_neural()
    if reason is None:
        identity = hibari_engine.identity()
        return Choice(hibari_engine.NAME, identity, f"neural voice {identity}, made on this machine")
    command = find_command()
    lesser = f"no neural voice, because {reason}; {INSTALL}"
    if command is not None:
        return Choice(system_engine.NAME, f"system {command.name}", f"the system's speech ({command.name})", lesser)
    return Choice(None, "none", "captions only", f"{lesser}. This system has no speech command of its own either")
