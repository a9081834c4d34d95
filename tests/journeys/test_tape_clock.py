"""A recording's seconds by the machine's clock: drift is followed, the recorder's delay is not."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from tests.journeys.on_tape import compare  # noqa: E402 (after the reason to skip)
from tests.journeys.tape_clock import TapeClock  # noqa: E402

PIECE_SECONDS = 0.01
CUES = [("tick", float(second)) for second in range(5, 75, 2)]


def recorded(seconds=80.0, ppm=lambda _second: 100.0, delay=lambda _second: 0.085, seed=1):
    """What arrives of a tape that runs `ppm` fast at each of its seconds, and when a moment is on it.

    Each piece comes `delay` after it was played, and waits besides, one in a hundred hardly at all.
    """
    places = np.arange(1, round(seconds / PIECE_SECONDS)) * PIECE_SECONDS
    played = np.cumsum([PIECE_SECONDS * (1.0 - 1e-6 * ppm(place)) for place in places])
    waits = np.random.default_rng(seed).exponential(0.012, len(places))
    came = np.maximum.accumulate(played + [delay(place) for place in places] + waits)
    return list(zip(places, came, strict=True)), lambda moment: float(np.interp(moment, played, places))


def heard(on_tape, clock, late=lambda _due: 0.0):
    """The cues of a program that began at 2 s, each `late`, as the listener places them."""
    return compare(CUES, [(name, clock.machine(on_tape(2.0 + due + late(due)))) for name, due in CUES])


@pytest.mark.parametrize(
    "tape",
    [
        {},
        {"ppm": lambda _second: 0.0},
        {"ppm": lambda second: 60.0 if second < 40.0 else 110.0},
        {"delay": lambda second: -0.004 if second < 2.0 else 0.085},  # the program's stream comes
        {"delay": lambda second: -0.004 if second < 18.0 else 0.085},  # late, on a busy machine
        {"delay": lambda second: -0.004 if second < 18.0 or second > 78.0 else 0.085},  # and goes
        {"delay": lambda second: 0.085 if second < 30.0 else 0.149},
        {"delay": lambda second: 0.085 + max(0.0, 0.6 - abs(second - 30.6))},  # held up, and makes up for it
        {"delay": lambda second: 0.085 + 0.03 * (int(second) % 7 == 0)},
    ],
    ids=["drift", "none", "two drifts", "comes", "comes late", "and goes", "a step", "held up", "now and then"],
)
def test_a_program_in_time_is_heard_in_time(tape):
    arrivals, on_tape = recorded(**tape)
    assert heard(on_tape, TapeClock(arrivals)).worst < 0.002


def test_ten_minutes_of_drift_are_taken_away():
    arrivals, on_tape = recorded(600.0, lambda second: 60.0 if second < 200.0 else 110.0)
    clock = TapeClock(arrivals)
    off = [clock.machine(on_tape(moment)) - moment for moment in np.arange(5.0, 595.0, 7.0)]
    assert max(off) - min(off) < 0.002


@pytest.mark.parametrize(
    "late",
    [
        lambda due: 0.060 * (due == 31.0),
        lambda due: 0.060 * (due < 15.0),
        lambda due: 0.060 * (due > 55.0),
        lambda due: 0.001 * due,  # later and later
    ],
    ids=["one", "the first", "the last", "slower"],
)
@pytest.mark.parametrize("delay", [lambda _second: 0.085, lambda second: -0.004 if second < 18.0 else 0.085])
def test_a_late_program_is_heard_late(late, delay):
    arrivals, on_tape = recorded(delay=delay)
    told = {due: seconds for _, due, seconds in heard(on_tape, TapeClock(arrivals), late).late}
    middle = np.median([late(due) for _, due in CUES])
    for _, due in CUES:
        assert told[due] == pytest.approx(late(due) - middle, abs=0.002)


def test_there_and_back():
    clock = TapeClock(recorded()[0])
    for second in (-3.0, 0.0, 12.34, 79.0, 120.0):
        assert clock.tape(clock.machine(second)) == pytest.approx(second)
        assert TapeClock().machine(second) == second
