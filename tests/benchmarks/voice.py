"""What the voice costs and how it sounds: `python -m tests.benchmarks.voice [ROUTINE] [--record]`.

Prints, for a routine that was never opened (upper-back-strength if not said): seconds to the first sentence and to the
last, the same from the cache, the pace of the voice, how fast the session is exported, and what it leaves in memory.
With --record the routine is played in real time into a sound server of its own, and every sentence and cue is set
against its place. Limits of issue 4: first sentence 1.5 s, all 10 s, cached 0.1 s, wav and ogg 100 times real time, mp3
40 times, memory 15 MB; 99 of 100 within 15 ms, worst 25 ms.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from coach.exporting import export
from coach.sound.voice.maker import Maker
from coach.sound.voice.plan import lines_of, sentence
from coach.sound.voice.speech_cache import SpeechCache, seconds_of
from coach.wiring import build
from tests.journeys.recording import private_pulse, why_no_pulse


def making(routine: str, home: Path) -> None:
    """How long the sentences take to make."""
    parts = build({"POSTURE_COACH_HOME": str(home)}, sound=False)
    timeline = parts.timeline("routine", routine)
    lines = lines_of(timeline)
    cache = SpeechCache(home / "made")
    wanted = [sentence(line, parts.voice_choice.identity, 1.0) for line in lines]
    began = time.perf_counter()
    moments: list[float] = []
    maker = Maker()
    maker.make("hibari", cache.folder, wanted, lambda *_: moments.append(time.perf_counter() - began))
    maker.wait(600)
    files = [path for one in wanted if (path := cache.find(one))]
    began_again = time.perf_counter()
    found = sum(1 for one in wanted if cache.find(one))
    again = time.perf_counter() - began_again
    spoken = sum(map(seconds_of, files))
    plain = [(line.text, path) for line, path in zip(lines, files, strict=True) if line.pace == 1.0]
    pace = sum(len(text) for text, _ in plain) / sum(seconds_of(path) for _, path in plain)
    print(f"{routine}: {len(lines)} sentences, {spoken:.0f} s of speech, {pace:.1f} characters a second")
    print(f"made: first {moments[0]:.2f} s, all {moments[-1]:.2f} s; {found} found again in {1e3 * again:.1f} ms")
    parts.close()


def exporting(routine: str, home: Path) -> None:
    parts = build({"POSTURE_COACH_HOME": str(home)}, sound=False)
    seconds = parts.timeline("routine", routine).seconds
    export(parts, "routine", routine, home / "first.wav")
    for suffix in (".wav", ".ogg", ".mp3"):
        began = time.perf_counter()
        export(parts, "routine", routine, home / f"session{suffix}")
        print(f"export {suffix}: {seconds / (time.perf_counter() - began):.0f} times real time")
    parts.close()


def recorded(routine: str) -> bool:
    from tests.journeys.on_tape import prepare_home
    from tests.journeys.spoken import expected, overlapping, play_and_hear

    with tempfile.TemporaryDirectory(prefix="coach") as name:
        home, pulse = Path(name) / "home", Path(name) / "pulse"
        pulse.mkdir()
        prepare_home(home, "unused", "", "all")
        mix = expected(home, routine)
        with private_pulse(pulse) as server:
            heard = play_and_hear(server, home, routine, mix)
    is_fine = True
    for what in ("sounds", "sentences"):
        those = [one for one in heard if (one.what.sound is not None) is (what == "sounds")]
        late = sorted(abs(one.late) for one in those)
        most, worst = late[int(0.99 * len(late))], late[-1]
        is_fine = is_fine and most <= 0.015 and worst <= 0.025
        print(
            f"{len(late)} {what}: from their places, in ms: median {1e3 * late[len(late) // 2]:.1f},"
            f" 99 of 100 within {1e3 * most:.1f}, worst {1e3 * worst:.1f};"
            f" least like its file {min(one.likeness for one in those):.3f}"
        )
    for one in heard:
        if abs(one.late) > 0.025 or one.likeness < 0.95:
            what = one.what.sound or one.what.text
            print(f"  {one.what.start:7.2f} s {1e3 * one.late:+6.1f} ms, likeness {one.likeness:.3f}: {what}")
    gains = [one.gains for one in heard if one.what.text]
    print(f"fifths of a second: {min(g[0] for g in gains):.2f} to {max(g[1] for g in gains):.2f} of the file")
    print(f"of the sentences not heard: {sum(one.missing for one in heard):.2f} s")
    print(f"sentences at once: {overlapping(heard) or 'none'}")
    return is_fine and not overlapping(heard)


def main(arguments: list[str]) -> int:
    names = [argument for argument in arguments if not argument.startswith("-")]
    routine = names[0] if names else "upper-back-strength"
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        making(routine, Path(name))
        exporting(routine, Path(name))
    if "--record" in arguments:
        why_not = why_no_pulse()
        if why_not:
            print(f"cannot record here: {why_not}", file=sys.stderr)
            return 3
        return 0 if recorded(routine) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
