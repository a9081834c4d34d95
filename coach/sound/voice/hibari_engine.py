"""The neural voice: hibari-tts, with the one voice that lies in its wheel. Nothing is ever fetched.

Apache-2.0; a network of 8 MB on onnxruntime, tens of times faster than speech on one core (tests/benchmarks/voice.py).
Only the helper process imports it.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import textwrap
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from coach.sound.voice import kept_network
from coach.values import dataclass

NAME = "hibari"
VOICE = "heart"
PACKAGE = "hibari-tts"
LANGUAGES = ("en",)
"""What its way from words to phonemes knows."""

_MOST_CHARACTERS = 300  # in one go; 2,000 without a full stop took nearly a gigabyte (measured)
_SEED = 7  # the breath in the voice is noise; the same one each time gives the same file


@dataclass(frozen=True, slots=True)
class Missing:
    """What this voice needs and has not got here: a package, or the voice that should lie in it."""

    package: str
    is_voice: bool = False


def why_not() -> Missing | None:
    """Why this voice cannot speak here, or None. Looks for the packages without importing them."""
    missing = [name for name in ("hibari", "onnxruntime", "numpy") if importlib.util.find_spec(name) is None]
    if missing:
        return Missing(PACKAGE if "hibari" in missing else missing[0])
    model = _model()
    return None if model is not None and model.is_file() else Missing(PACKAGE, is_voice=True)


def identity() -> str:
    """Engine, version and voice, for the names of the made files."""
    from importlib.metadata import PackageNotFoundError, version  # the helper, which is in a hurry, has no use for it

    try:
        number = version(PACKAGE)
    except PackageNotFoundError:
        number = "unknown"
    return f"{NAME} {number} {VOICE}"


class HibariEngine:
    """Makes sentences. Loading takes about half a second, both halves at once: the network, which leaves Python free
    meanwhile, and the way from words to phonemes.

    `folder` is where the network is kept as it is after loading, so that the next time takes less.
    """

    def __init__(self, folder: Path | None = None) -> None:
        _keep_to_itself()
        from concurrent.futures import ThreadPoolExecutor  # nothing for who only asks whether it is there

        import onnxruntime
        from hibari import SAMPLE_RATE

        onnxruntime.disable_telemetry_events()  # Windows, where the variable is not looked at
        self.rate_hz: int = SAMPLE_RATE
        self._folder = folder
        self._is_kept = False
        with ThreadPoolExecutor(1) as beside:
            loading = beside.submit(self._load)
            self._read = _reader()
            self._speech = loading.result()

    def make(self, words: str, speed: float) -> Any:
        """The sentence as samples at `rate_hz`, empty where there is nothing to say."""
        import numpy as np

        return np.concatenate([self._speech(piece, speed=speed, seed=_SEED) for piece in in_pieces(words)])

    def rest(self) -> None:
        """All is made; there is time for what makes the next start quicker. Whatever hinders it is no matter."""
        if self._folder is not None and not self._is_kept:
            with suppress(Exception):
                kept_network.keep(self._folder, _mark(), _write_ready)

    def _load(self) -> Any:
        from hibari import Hibari

        kept = kept_network.find(self._folder, _mark()) if self._folder is not None else None
        if kept is not None:
            with suppress(Exception):  # a file that looks whole and is none
                ready = Hibari(voice=VOICE, model=str(kept), g2p=self._phonemes)
                self._is_kept = True
                return ready
        return Hibari(voice=VOICE, model=str(_model()), g2p=self._phonemes)

    def _phonemes(self, sentence: str) -> str:
        return self._read(sentence)


def _keep_to_itself() -> None:
    """Since 1.29 onnxruntime tells its makers what it is used for, from its first import on, in threads of its own that
    no hook of Python's sees. Only this stops it, said before it is loaded (its Privacy.md).
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"


def in_pieces(words: str, most: int = _MOST_CHARACTERS) -> list[str]:
    """The text in pieces that the network takes at once: cut at its sentences, and where one is too long at a space."""
    pieces: list[str] = []
    for sentence in re.split(r"(?<=[.!?…])\s+", words) if len(words) > most else [words]:
        for line in textwrap.wrap(sentence, most, break_on_hyphens=False) if len(sentence) > most else [sentence]:
            if pieces and len(pieces[-1]) + len(line) < most:
                pieces[-1] = f"{pieces[-1]} {line}"
            else:
                pieces.append(line)
    return pieces


def _reader() -> Callable[[str], str]:
    """From a sentence to its phonemes."""
    from hibari import g2p

    from coach.sound.voice.hibari_reading import reader

    return reader(g2p)


def _mark() -> str:
    """What a network that was made ready is the same for."""
    import hibari
    import onnxruntime

    network = _model()
    size = network.stat().st_size if network is not None else 0
    return f"{platform.machine()}-onnxruntime-{onnxruntime.__version__}-hibari-{hibari.__version__}-{size}"


def _write_ready(path: Path) -> None:
    """The network as it is after loading, in onnxruntime's own form. What it says is the same to the last bit."""
    from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

    options = SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED  # beyond, it fits one processor alone
    options.optimized_model_filepath = str(path)
    options.add_session_config_entry("session.save_model_format", "ORT")
    InferenceSession(str(_model()), options, providers=["CPUExecutionProvider"])


def _model() -> Path | None:
    """The network in the installed package. Given by its path it is loaded as it is, and no other is looked for."""
    found = importlib.util.find_spec("hibari")
    return Path(found.origin).parent / "assets" / "hibari.onnx" if found and found.origin else None
