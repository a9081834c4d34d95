"""A voice's output that has others lowered while it speaks."""

from __future__ import annotations

import wave
from pathlib import Path

from coach.sound.others.protocol import Others
from coach.sound.voice.protocol import Output
from coach.sound.voice.speech_cache import seconds_of


class LoweringOutput:
    """coach.sound.voice.protocol.Output before another one. What is not heard lowers nobody."""

    def __init__(self, output: Output, others: Others) -> None:
        self._output = output
        self._others = others

    def speak(self, path: Path, after_seconds: float = 0.0) -> bool:
        """As the output does, and others are soft until the sentence is over."""
        is_heard = self._output.speak(path, after_seconds)
        if is_heard:
            try:
                self._others.lower(after_seconds + seconds_of(path))
            except (OSError, EOFError, wave.Error):  # gone meanwhile; it plays from memory
                return True
        return is_heard

    def hush(self) -> None:
        """As the output does, and others are given back soon."""
        self._output.hush()
        self._others.release()

    def set_speech_volume(self, volume: float) -> None:
        """As the output does."""
        self._output.set_speech_volume(volume)

    def wakes_in(self) -> float:
        """As the output does."""
        return self._output.wakes_in()

    def since_cue(self) -> tuple[float, float]:
        """As the output does."""
        return self._output.since_cue()
