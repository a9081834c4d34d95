"""What the voice costs and how it sounds.

    python -m tests.benchmarks.voice [ROUTINE] [--memory] [--record] [--busy N]

Prints, for a routine that was never opened (upper-back-strength if not said): seconds from Start to the first sentence
(five times with no sentence made, and the very first one, when the voice was never loaded before) and to the last, the
same from the cache; how fast the session is exported, how long the file is and where its onsets lie.
With --memory the routine is played in real time and the program's own memory compared before and after.
With --record it is played in real time by the real program into a sound server of its own, and every sentence and cue
is set against its place and its file. With --busy N, speech is made and recorded beside N busy loops.

Limits: first sentence 1.5 s, all 10 s, from the cache 0.1 s; wav and ogg 100 times real time, mp3 40 times; onsets
within one frame, at most 3 s longer than the timeline; memory 15 MB; recorded cues: none missing, 99 of 100 within
8 ms, worst 25 ms (busy: 60 ms); every sentence whole, none over another. Each line ends in "ok" or "BEYOND". Exit 1
where one is beyond.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from coach.export.audio import AudioExport
from coach.exporting import export
from coach.sound.voice.maker import Maker
from coach.sound.voice.protocol import Utterance
from coach.sound.voice.speaker import FIRST_SECONDS, SpokenVoice
from coach.sound.voice.speech_cache import SpeechCache, seconds_of
from coach.sound.voice.utterances import estimated_seconds, sentence, utterances_of
from coach.wiring import Parts, build
from tests.benchmarks.lateness import BUSY_SECONDS, MOST_SECONDS, WORST_SECONDS, ninety_nine
from tests.benchmarks.machine import busy, busy_loops, helpers_seconds, load, positional
from tests.benchmarks.memory import keep
from tests.journeys.on_tape import prepare_home
from tests.journeys.recording import private_pulse, why_no_pulse

FASTER_THAN_TIME = {".wav": 100, ".ogg": 100, ".mp3": 40}
LIKENESS, LOST_SECONDS = 0.95, 0.0


class Report:
    """Prints each figure beside its limit, and remembers whether one was beyond it."""

    def __init__(self) -> None:
        self.is_fine = True

    def tell(self, text: str, *, is_fine: bool = True) -> None:
        self.is_fine = self.is_fine and is_fine
        print(f"{text}: {'ok' if is_fine else 'BEYOND'}", flush=True)


class Ear:
    """coach.sound.voice.protocol.Output that only knows that somebody speaks."""

    def __init__(self) -> None:
        self.has_heard = threading.Event()

    def speak(self, path: Path, after_seconds: float = 0.0) -> bool:
        self.has_heard.set()
        return True

    def hush(self) -> None:
        return

    def set_speech_volume(self, volume: float) -> None:
        return

    def wakes_in(self) -> float:
        return 0.0

    def since_cue(self) -> tuple[float, float]:
        return float("inf"), 0.0


def first_sentence(parts: Parts, lines: Sequence[Utterance], folder: Path) -> float:
    """Seconds from a session's Start, which has its sentences prepared, until the first one is handed to the device."""
    ear = Ear()
    voice = SpokenVoice(parts.voice_choice, SpeechCache(folder), ear)
    began = time.perf_counter()
    voice.prepare(lines)
    voice.say(lines[0].text)
    is_heard = ear.has_heard.wait(2 * FIRST_SECONDS)
    took = time.perf_counter() - began
    voice.close()
    return took if is_heard else float("inf")


def again_empty(folder: Path, made: Path) -> Path:
    """A speech folder without a sentence; what else the voice keeps is there."""
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(made, folder, ignore=shutil.ignore_patterns("*.wav", "*.part")))


def making(report: Report, routine: str, home: Path) -> None:
    """How long the sentences take to make."""
    parts = build({"POSTURE_COACH_HOME": str(home)}, sound=False)
    lines = utterances_of(parts.timeline("routine", routine))
    cache = SpeechCache(home / "made")
    wanted = [sentence(line, parts.voice_choice.identity, 1.0) for line in lines]
    began, used = time.perf_counter(), helpers_seconds()
    moments: list[float] = []
    maker = Maker()
    maker.make("hibari", cache.folder, wanted, lambda *_: moments.append(time.perf_counter() - began))
    maker.wait(600)
    used = helpers_seconds() - used
    first = sorted(first_sentence(parts, lines, again_empty(home / "first", cache.folder)) for _ in range(5))
    files = [path for one in wanted if (path := cache.find(one))]
    began = time.perf_counter()
    in_order = utterances_of(parts.timeline("routine", routine))
    again = [cache.find(sentence(line, parts.voice_choice.identity, 1.0)) for line in in_order]
    from_cache = time.perf_counter() - began
    spoken = sum(map(seconds_of, files))
    report.tell(
        f"{routine}: {len(files)} of {len(lines)} sentences made, {spoken:.0f} s of speech", is_fine=None not in again
    )
    off = [seconds_of(p) * line.pace - estimated_seconds(line.text) for line, p in zip(lines, files, strict=False)]
    print(
        f"estimated before they were made: within {max(map(abs, off)):.1f} s, on average {sum(off) / len(off):+.2f} s"
    )
    latest = f"the latest of five {first[-1]:.2f} s"
    report.tell(f"first sentence after {first[2]:.2f} s, {latest}", is_fine=first[-1] <= 1.5)
    report.tell(f"  and before the voice was ever loaded {moments[0]:.2f} s", is_fine=moments[0] <= 1.5)
    report.tell(f"all after {moments[-1]:.2f} s ({used:.1f} s of processor time)", is_fine=moments[-1] <= 10.0)
    report.tell(f"from the cache, timeline and all, {1e3 * from_cache:.1f} ms", is_fine=from_cache <= 0.1)
    parts.close()
    keep(
        {"first-sentence": first[2], "speech-made": moments[-1], "speech-again": from_cache}, how=f"{routine}; {load()}"
    )


def exporting(report: Report, routine: str, home: Path) -> None:
    """How fast files are written with all speech made, how long they are, and where their onsets lie."""
    import soundfile

    from tests.journeys.spoken import expected, frames_off

    mix = expected(home, routine)
    parts = build({"POSTURE_COACH_HOME": str(home)}, sound=False)
    timeline = AudioExport.of(parts, "routine", routine).timeline  # which waits for nobody
    due = sorted((cue.at, cue.sound) for cue in timeline.cues if cue.sound)
    placed = sorted((one.start, one.sound) for one in mix.placed if one.sound)
    report.tell(f"{len(placed)} cues where the timeline has them", is_fine=placed == due)
    for suffix, limit in FASTER_THAN_TIME.items():
        path = home / f"session{suffix}"
        began, used = time.perf_counter(), time.process_time()
        export(parts, "routine", routine, path)
        took, used = time.perf_counter() - began, time.process_time() - used
        pace = timeline.seconds / took
        keep({f"export-{suffix[1:]}": pace}, how=f"{routine}; {load()}")
        report.tell(
            f"export {suffix}: {pace:.0f} times real time ({timeline.seconds / used:.0f} by processor time)",
            is_fine=pace >= limit,
        )
        samples, _ = soundfile.read(str(path), dtype="float32")
        longer = len(samples) / 48_000 - timeline.seconds
        report.tell(f"  {longer:+.3f} s longer than the timeline", is_fine=0.0 <= longer <= 3.0)
        off = [frames for _, frames in frames_off(samples, mix)]
        # what is compressed may sit a little off; the limit is that of the exact one
        is_fine = suffix == ".mp3" or max(map(abs, off)) <= 1
        report.tell(
            f"  {len(off)} onsets, by ear {min(off):+d} to {max(off):+d} frames from their places", is_fine=is_fine
        )
        print(f"  loudest sample {abs(samples).max():.2f}")
    parts.close()


def memory(report: Report, routine: str) -> None:
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        home, pulse = Path(name) / "home", Path(name) / "pulse"
        pulse.mkdir()
        prepare_home(home, "unused", "", "all")
        with private_pulse(pulse) as server:
            done = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.spoken_memory", routine],
                env={**server.environment, "POSTURE_COACH_HOME": str(home)},
                stdout=subprocess.PIPE,
                text=True,
                check=False,
            )
    report.tell(done.stdout.strip() or "memory: the program failed", is_fine=done.returncode == 0)


def recorded(report: Report, routine: str, loops: int) -> None:
    from tests.journeys.spoken import Heard, expected, overlapping, play_and_hear

    with tempfile.TemporaryDirectory(prefix="coach") as name:
        home, pulse = Path(name) / "home", Path(name) / "pulse"
        pulse.mkdir()
        prepare_home(home, "unused", "", "all")
        mix = expected(home, routine)
        print(f"recording {mix.seconds:.0f} s beside {loops} busy loops; {load()}", flush=True)
        with private_pulse(pulse) as server, busy(loops):
            heard = play_and_hear(server, home, routine, mix)
    worst = BUSY_SECONDS if loops else WORST_SECONDS
    for what in ("cues", "sentences"):
        those = [one for one in heard if (one.what.sound is not None) is (what == "cues")]
        late = sorted(abs(one.late) for one in those)
        most = ninety_nine(late)
        report.tell(
            f"{len(late)} {what}, from their places in ms: median {1e3 * late[len(late) // 2]:.1f},"
            f" 99 of 100 within {1e3 * most:.1f}, worst {1e3 * late[-1]:.1f}",
            is_fine=what == "sentences" or (late[-1] <= worst and (bool(loops) or most <= MOST_SECONDS)),
        )
        print(f"  least like its file {min(one.likeness for one in those):.3f}")
    absent = [one for one in heard if one.what.sound and not 0.6 < one.likeness < 1.6]
    report.tell(f"cues that are not there: {len(absent)}", is_fine=not absent)
    said = [one for one in heard if one.what.text]
    torn = [one for one in said if one.likeness < LIKENESS or one.missing > LOST_SECONDS]
    report.tell(f"sentences that are not whole: {len(torn)} of {len(said)}", is_fine=not torn)
    print(
        f"  fifths of a second: {min(g.gains[0] for g in said):.2f} to {max(g.gains[1] for g in said):.2f} of the file"
    )
    print(f"  of the sentences not heard: {sum(one.missing for one in said):.2f} s")
    together = overlapping(heard)
    report.tell(f"sentences over one another: {together or 'none'}", is_fine=not together)

    def is_odd(one: Heard) -> bool:
        return abs(one.late) > WORST_SECONDS or one in absent or one in torn

    for one in filter(is_odd, heard):
        told = one.what.sound or one.what.text
        lost = f", {one.missing:.1f} s lost" if one.missing else ""
        print(f"  {one.what.start:7.2f} s {1e3 * one.late:+6.1f} ms, likeness {one.likeness:.3f}{lost}: {told}")


def main(arguments: list[str]) -> int:
    named = positional(arguments)
    routine = named[0] if named else "upper-back-strength"
    report = Report()
    if {"--record", "--memory"} & set(arguments) and (why_not := why_no_pulse()):
        print(f"cannot record here: {why_not}", file=sys.stderr)
        return 3
    print(load(), flush=True)
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        with busy(busy_loops(arguments)):
            making(report, routine, Path(name))
        os.environ["POSTURE_COACH_HOME"] = name
        exporting(report, routine, Path(name))
    if "--memory" in arguments:
        memory(report, routine)
    if "--record" in arguments:
        recorded(report, routine, busy_loops(arguments))
    return 0 if report.is_fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
