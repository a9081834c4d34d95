"""Who speaks, by ear: what Orca says of a session and what a loudspeaker gets of it, by the one key that was asked for.

Orca's words are kept by the test, the program's sound by a sound server of the test's own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("pygame")

import numpy as np

from coach import resources
from coach.clock import SystemClock
from coach.content.library import Folders, load
from coach.progress.store import open_store
from coach.session.compile import compile_routine
from coach.settings import SPEAKS, VOLUME, WELCOMED
from coach.sound.voice.hibari_engine import why_not
from tests.desktop.real import NotHereError
from tests.journeys.by_reader import Reader, reading
from tests.journeys.ears import RATE_HZ, find_cues, load_templates
from tests.journeys.orca import Orca, orca, times
from tests.journeys.recording import private_pulse, why_no_pulse

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(why_no_pulse() is not None, reason=why_no_pulse() or ""),
    pytest.mark.skipif(why_not() is not None, reason=str(why_not())),
]

HEARD_SECONDS = 50.0
"""Of the session: through its first exercise and what leads to the second one."""

LEAD_SECONDS, BLOCK, SILENT = 6.0, 480, 1e-3


class Ears:
    """A desktop with the program, Orca, and a recorder."""

    def __init__(self, reader: Reader, said: Orca) -> None:
        self.reader, self.orca = reader, said
        self.catalogue = load(Folders(resources.routines(), resources.media()))
        self.cues: list[str] = []
        self.spoken_seconds = 0.0
        """Of those that lead to the first tick, in which a voice describes the first exercise: so many with a sound."""

    def hear(self, samples: np.ndarray) -> None:
        """What the loudspeaker got."""
        cues = find_cues(samples, load_templates(self.catalogue.sounds))
        self.cues = [name for name, _ in cues]
        first = next(at for name, at in cues if name == "tick")
        before = samples[round((first - LEAD_SECONDS) * RATE_HZ) : round((first - 0.1) * RATE_HZ)]
        blocks = np.abs(before).max(axis=1)[: len(before) // BLOCK * BLOCK].reshape(-1, BLOCK).max(axis=1)
        self.spoken_seconds = float((blocks > SILENT).sum()) * BLOCK / RATE_HZ

    def sentences(self) -> list[str]:
        """What the session says in that time, but for what only counts."""
        timeline = compile_routine(self.catalogue.routines["desk-reset"], self.catalogue)
        said = [cue.say for cue in timeline.cues if cue.say is not None and cue.at < HEARD_SECONDS - 10.0]
        return [sentence for sentence in said if len(sentence) > len("10. ")]

    def says(self, sentence: str) -> bool:
        return times(self.orca.words, sentence) > 0

    def is_asked_and_answers(self, key: str) -> None:
        reader = self.reader
        reader.key("ctrl+3")
        reader.press("Desk reset. ...")
        reader.wait("its page", lambda: any("Desk reset" in window.name for window in reader.windows))
        reader.press("Start...")
        for sentence in ("Who should speak?", "Press 1, 2 or 3, or Tab and Enter."):
            reader.wait(sentence, partial(self.says, sentence))
        reader.key(key)


@contextmanager
def listening(folder: Path) -> Iterator[tuple[Ears, Path]]:
    """The program of somebody who was welcomed, and has answered that nothing applies."""
    store = open_store(folder, SystemClock())
    store.add_safety(())
    store.keep(WELCOMED, True)
    store.keep(VOLUME, 1.0)
    store.close()
    with tempfile.TemporaryDirectory(prefix="coach") as short, private_pulse(Path(short)) as server:
        try:
            with reading(folder) as reader, orca(reader, folder) as said:
                own = server.environment
                reader.desktop.environ |= {name: own[name] for name in own if name.startswith(("PULSE_", "SDL_"))}
                ears = Ears(reader, said)
                with server.recording() as tape, reader.program():
                    yield ears, folder
                ears.hear(tape.samples())
        except NotHereError as why:
            pytest.skip(str(why))


@pytest.mark.parametrize(("key", "speaks"), [("1", "reader"), ("2", "coach")])
def test_who_was_chosen_speaks_and_nobody_else(tmp_path: Path, key: str, speaks: str) -> None:
    with listening(tmp_path) as (ears, folder):
        ears.is_asked_and_answers(key)
        ears.reader.find("Chin tuck. Repetition 1...")
        ears.reader.key("Tab", "Tab")  # from here on a button has the keyboard, and what is said is its description
        ears.reader.find("Shoulder-blade squeeze. Repetition 1...", seconds=HEARD_SECONDS + 20.0)
    said = [(times(ears.orca.words, sentence), sentence) for sentence in ears.sentences()]
    told = [*map(str, said), "", *ears.orca.words, "", *ears.cues, f"{ears.spoken_seconds} s of a voice"]
    (folder / "said.txt").write_text("\n".join(told) + "\n", "utf-8")
    is_reader = speaks == "reader"
    assert [one for one in said if one[0] != is_reader] == [], "each once, or none"
    assert {"tick", "go"} <= set(ears.cues), "the tones stay"
    assert ears.spoken_seconds == 0.0 if is_reader else ears.spoken_seconds > LEAD_SECONDS / 2
    store = open_store(tmp_path, SystemClock())
    assert store.get(SPEAKS) == speaks
    store.close()
