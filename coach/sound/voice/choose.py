"""Which voice this machine has for a language: the neural one, the system's own, or none, and why not a better one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from coach.sound.voice import hibari_engine, system_engine
from coach.sound.voice.system_engine import Command
from coach.values import dataclass

Reason = Literal["not-installed", "without-its-voice", "other-language", "no-command", "command-other-language"]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why one kind of voice does not speak here; `name`: of the package or the command that it is about."""

    reason: Reason
    name: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """`engine` is hibari, system or None, and `name` what a person knows it by. `identity` names it, and the language
    where it knows several, in the made files; `why_not` says what keeps the better ones from speaking.
    """

    engine: str | None
    identity: str
    name: str = ""
    why_not: tuple[WhyNot, ...] = ()
    language: str = "en"

    @property
    def knows_phonemes(self) -> bool:
        """Whether it says phonemes that stand in a text; the others need a spelling."""
        return self.engine == hibari_engine.NAME


def choose(
    why_not_neural: Callable[[], hibari_engine.Missing | None] = hibari_engine.why_not,
    find_command: Callable[[], Command | None] = system_engine.find_command,
    language: str = "en",
    speaks: Callable[[Command, str], bool] = system_engine.speaks,
) -> Choice:
    """The best voice at hand that speaks `language`: no voice reads another, as nobody would understand it. Imports no
    engine; a system's own is asked for a language that is not English, which it may not have.
    """
    neural = _neural(why_not_neural, language)
    if neural is None:
        identity = hibari_engine.identity()
        return Choice(hibari_engine.NAME, identity, identity, (), language)
    command = find_command()
    if command is None:
        return Choice(None, "none", "", (neural, WhyNot("no-command")), language)
    if language != "en" and not speaks(command, language):
        return Choice(None, "none", "", (neural, WhyNot("command-other-language", command.name)), language)
    identity = f"{system_engine.NAME} {command.name} {language}"
    return Choice(system_engine.NAME, identity, command.name, (neural,), language)


def _neural(why_not: Callable[[], hibari_engine.Missing | None], language: str) -> WhyNot | None:
    """Why the neural voice does not speak this language here."""
    if language not in hibari_engine.LANGUAGES:
        return WhyNot("other-language")
    missing = why_not()
    if missing is None:
        return None
    return WhyNot("without-its-voice" if missing.is_voice else "not-installed", missing.package)
