"""Where a sound has to begin in a stream, on devices that are made up."""

from __future__ import annotations

import random

import pytest

from coach.sound.placing import KEPT_SECONDS, Placing

RATE_HZ, CHUNK, STEP_SECONDS = 48_000, 512, 0.015


class Stream:
    """Takes whole chunks, as many as it lacks, each STEP_SECONDS and a bit later; `fast` by parts in a million."""

    def __init__(self, chance: random.Random, fast: float = 0.0, begins: float = 1000.0) -> None:
        self.begins, self._rate = begins, 1.0 + fast * 1e-6
        self._waits = [min(0.003, chance.expovariate(2000.0)) for _ in range(97)]

    def heard(self, frame: int) -> float:
        """When that frame is heard, but for a constant."""
        return self.begins + frame / RATE_HZ / self._rate

    def taken(self, now: float) -> int:
        step = int((now - self.begins) / STEP_SECONDS)
        if now - self.begins - step * STEP_SECONDS < self._waits[step % len(self._waits)]:
            step -= 1  # it is late for this one
        return int(max(0, step) * STEP_SECONDS * self._rate * RATE_HZ / CHUNK + 1) * CHUNK


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("fast", [-110.0, 0.0, 110.0])
def test_cues_of_ten_minutes_lie_where_they_are_due(seed, fast):
    chance = random.Random(seed)
    stream, placing = Stream(chance, fast), Placing(RATE_HZ)
    late = []
    now = 1000.0
    while now < 1600.0:
        for _ in range(chance.randrange(3, 6)):
            now += chance.uniform(0.2, 0.22)
            placing.look(now, stream.taken(now))
        due = now + chance.uniform(0.01, 0.04)  # handed on as early as that
        frames = stream.taken(now)
        begins = frames + placing.lead(now, frames, due - now)
        if now > 1005.0:  # nothing sounds before that in a session
            late.append(stream.heard(begins) - due)
    middle = sorted(late)[len(late) // 2]
    assert max(abs(one - middle) for one in late) < 0.005 + abs(fast) * 1e-6 * KEPT_SECONDS
    assert max(late) - min(late) < STEP_SECONDS


def test_without_being_placed_they_would_lie_wherever_the_next_chunk_is():
    chance = random.Random(1)
    stream = Stream(chance)
    late = [stream.heard(stream.taken(due)) - due for due in (1010.0 + 0.7391 * n for n in range(500))]
    assert max(late) - min(late) > 1.5 * STEP_SECONDS


def test_one_that_comes_too_late_begins_at_once():
    placing = Placing(RATE_HZ)
    placing.look(10.0, 4800)
    assert placing.lead(10.0, 4800, -0.02) == 0
    assert placing.lead(10.0, 4800, 0.02) == 960


def test_the_silence_is_counted_from_the_next_frame_that_is_taken():
    placing = Placing(RATE_HZ)
    placing.look(10.0, 4800)
    assert placing.lead(10.010, 4800, 0.03) == 1920, "ten milliseconds of it have passed, and nothing was taken"
    assert placing.lead(10.011, 4800 + 528, 0.03) == 1440, "the device has taken what it lacked"


def looked_at(placing: Placing, begins: float, ends: float, lost: float = 0.0) -> None:
    """Five times a second, at a device that has taken all that it could and has lost so much."""
    for n in range(round((ends - begins) * 5)):
        now = begins + n / 5
        placing.look(now, round((now - lost) * RATE_HZ))


@pytest.mark.parametrize("lost", [2.0, 0.04, -2.0])
def test_a_device_that_stood_still_or_stumbled_has_another_line_from_then_on(lost):
    """Suspended for two seconds, without samples for a moment, or another one that has begun earlier."""
    placing = Placing(RATE_HZ)
    looked_at(placing, 1.0, 20.0)
    looked_at(placing, 20.0, 20.3, lost)
    assert placing.lead(20.3, round((20.3 - lost) * RATE_HZ), 0.03) == 1440


def test_who_only_looks_late_once_has_changed_nothing():
    """A thread of the device that had to wait has handed on nothing meanwhile."""
    placing = Placing(RATE_HZ)
    looked_at(placing, 1.0, 20.0)
    placing.look(20.0, round(19.96 * RATE_HZ))
    assert placing.lead(20.01, round(19.96 * RATE_HZ), 0.03) == 1440 + 2400
    looked_at(placing, 20.2, 20.4)
    placing.look(20.6, round(20.55 * RATE_HZ))
    assert placing.lead(20.8, round(20.8 * RATE_HZ), 0.03) == 1440, "and a second time it is late once, again"


@pytest.mark.parametrize("lost", [0.07, 2.0, 3600.0])
def test_nothing_waits_for_what_a_device_lost_that_stood_still_or_counts_nonsense(lost):
    placing = Placing(RATE_HZ)
    looked_at(placing, 1.0, 20.0)
    assert placing.lead(20.0, round((20.0 - lost) * RATE_HZ), 0.03) == 1440


def test_what_is_lost_little_by_little_is_followed_in_two_seconds():
    placing = Placing(RATE_HZ)
    looked_at(placing, 1.0, 20.0)
    looked_at(placing, 20.0, 22.1, 0.02)  # no further behind than a step may be
    assert placing.lead(22.1, round((22.1 - 0.02) * RATE_HZ), 0.03) == 1440


def test_a_count_that_is_none_delays_nothing():
    chance, placing = random.Random(2), Placing(RATE_HZ)
    for n in range(100):
        assert placing.lead(100.0 + n / 5, chance.randrange(2**32) * CHUNK, 0.03) in range(1440, 1440 + 2880)


@pytest.mark.parametrize("seed", range(5))
def test_after_a_stumble_the_line_is_found_again_within_a_second(seed):
    chance = random.Random(seed)
    stream, placing = Stream(chance), Placing(RATE_HZ)
    late, now = {}, 1010.0
    for n in range(200):
        now += chance.uniform(0.18, 0.2)
        if n == 100:
            stream.begins += 0.035  # all that follows is heard later
        frames = stream.taken(now)
        late[n] = stream.heard(frames + placing.lead(now, frames, 0.03)) - now
    before = late[99]
    assert late[100] > before + 0.025, "unknown as yet"
    assert all(abs(late[n] - before) < 0.015 for n in range(102, 106))
    assert all(abs(late[n] - before) < 0.006 for n in range(110, 200))


def test_what_was_seen_long_ago_counts_no_more():
    placing = Placing(RATE_HZ)
    placing.look(0.0, 480)  # 10 ms ahead, as nothing was later
    placing.look(1.0, RATE_HZ)
    assert placing.lead(2.0, 2 * RATE_HZ, 0.0) == 480
    now = 1.5 + KEPT_SECONDS
    assert placing.lead(now, round(now * RATE_HZ), 0.0) == 0
