"""The neural voice: hibari-tts, with the one voice that lies in its wheel. Nothing is ever fetched.

Apache-2.0; a network of 8 MB on onnxruntime, tens of times faster than speech on one core (tests/benchmarks/voice.py).
Only the helper process imports it.
"""

from __future__ import annotations

import importlib.util
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

NAME = "hibari"
VOICE = "heart"
PACKAGE = "hibari-tts"
_SEED = 7  # the breath in the voice is noise; the same one each time gives the same file


def why_not() -> str | None:
    """Why this voice cannot speak here, or None. Looks for the packages without importing them."""
    missing = [name for name in ("hibari", "onnxruntime", "numpy") if importlib.util.find_spec(name) is None]
    if missing:
        return f"{PACKAGE if 'hibari' in missing else missing[0]} is not installed"
    model = _model()
    return None if model is not None and model.is_file() else f"{PACKAGE} came without its voice"


def identity() -> str:
    """Engine, version and voice, for the names of the made files."""
    try:
        number = version(PACKAGE)
    except PackageNotFoundError:
        number = "unknown"
    return f"{NAME} {number} {VOICE}"


class HibariEngine:
    """Makes sentences. Loading takes about a second, both halves at once."""

    def __init__(self) -> None:
        import onnxruntime
        from hibari import SAMPLE_RATE, Hibari
        from hibari.g2p import G2P

        onnxruntime.disable_telemetry_events()
        self.rate_hz: int = SAMPLE_RATE
        with ThreadPoolExecutor(1) as beside:
            reading = beside.submit(G2P)
            waiting = lambda text: reading.result()(text)  # noqa: E731, PLW0108 - waited for when first used, not now
            self._speech = Hibari(voice=VOICE, model=str(_model()), g2p=waiting)

    def make(self, words: str, speed: float) -> Any:
        """The sentence as samples at `rate_hz`, empty where there is nothing to say."""
        return self._speech(words, speed=speed, seed=_SEED)


def _model() -> Path | None:
    """The network in the installed package. Given by its path it is loaded as it is, and no other is looked for."""
    found = importlib.util.find_spec("hibari")
    return Path(found.origin).parent / "assets" / "hibari.onnx" if found and found.origin else None
