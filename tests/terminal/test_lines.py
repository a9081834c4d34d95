"""A session in plain lines, for a pipe: one line an event, nobody to answer."""

from __future__ import annotations

from coach.conductor import Conductor
from coach.content.model import DoseLayer, ExerciseStep, Routine, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.timeline import Timeline
from coach.terminal.lines import play_lines
from tests.fakes import FakeClock, FakeCues, troubled
from tests.stores import memory_store
from tests.terminal.stage import LIBRARY, FakeKeys, Out, timeline

ROW_AND_HOLD = """\
0:00 Get ready: Chin tuck, 10 seconds
0:00 "First: Chin tuck."
0:07 [tick]
0:08 [tick]
0:09 [tick]
0:10 Chin tuck, 3 repetitions
0:10 1 of 3
0:10 [go]
0:15 2 of 3
0:20 3 of 3
0:25 Next: Plank, left, 10 seconds
0:25 "Next: Plank."
0:32 [tick]
0:33 [tick]
0:34 [tick]
0:35 Plank, left, as long as you can, up to 1 minute
0:35 [go]
1:35 [stop]
1:35 Other side, right, 5 seconds
1:37 [tick]
1:38 [tick]
1:39 [tick]
1:40 Plank, right, as long as you can, up to 1 minute
1:40 [go]
2:40 [stop]
2:40 [done]
2:40 "Well done."
2:40 Done.
"""


def test_a_note_is_told_with_the_first_set_of_its_exercise() -> None:
    steps = (ExerciseStep("chin-tuck", DoseLayer(sets=2), note=Text("Towel.")), ExerciseStep("chin-tuck"))
    lines = play(compile_routine(Routine("r", Text("R"), steps), LIBRARY)).splitlines()
    assert [line for line in lines if "Towel" in line] == ["0:10 Chin tuck, set 1 of 2, 3 repetitions. Towel."]


def play(
    what: Timeline,
    *,
    has_sound: bool = False,
    trouble: str | None = None,
    warnings: list[str] | None = None,
    encoding: str = "utf-8",
) -> str:
    clock, cues, out = FakeClock(), FakeCues(), Out(encoding)
    cues.trouble = None if trouble is None else troubled(trouble)
    conductor = Conductor(what, clock, cues, memory_store(clock), has_keyboard=False)
    told: list[str] = [] if warnings is None else warnings
    play_lines(conductor, LIBRARY, FakeKeys(clock), out, has_sound=lambda: has_sound, warn=told.append)
    return out.getvalue()


def test_every_event_is_a_line_at_its_time() -> None:
    assert play(timeline("chin-tuck", "plank")) == ROW_AND_HOLD


def test_with_sound_the_sounds_are_not_written() -> None:
    written = play(timeline("chin-tuck"), has_sound=True)
    assert "[" not in written
    assert "1 of 3" in written


def test_open_parts_end_after_their_estimate() -> None:
    written = play(timeline("row", SayStep(Text("Stand up."))))
    assert '0:42 "Stand up."' in written


def test_trouble_is_a_warning_once_and_no_result() -> None:
    warnings: list[str] = []
    written = play(timeline("chin-tuck"), trouble="There is no sound device.", warnings=warnings)
    assert warnings == ["There is no sound device."]
    assert "sound device" not in written


def test_an_old_encoding_and_odd_characters_do_no_harm() -> None:
    written = play(timeline(SayStep(Text("Grüße\x1b[2J\nund los"), seconds=5.0)), encoding="ascii")
    assert '"Gr??e [2J und los"' in written
