"""The desk while somebody exercises in a terminal: quiet, a break that is counted, a terminal that was killed."""

from __future__ import annotations

from coach.reminders.leases import LEASE_SECONDS, RENEW_SECONDS
from tests.desk_place import REST, STRETCH, Place, moved


class Elsewhere:
    """A session `name` in a terminal of `place`, which tells of itself as coach.desktop.telling does."""

    def __init__(self, place: Place, name: str = "one", before: float = 0.0) -> None:
        self.place, self.name, self.exercised = place, name, before
        self.began = place.desk.session_elsewhere(name, True, before)

    def exercise(self, minutes: float) -> list[str]:
        """Exercise, and say so every half minute; what came meanwhile."""
        came: list[str] = []
        for _ in range(round(minutes * 60 / RENEW_SECONDS)):
            came += [nudge.id for nudge in self.place.wait(RENEW_SECONDS / 60)]
            self.exercised += RENEW_SECONDS
            assert not self.place.desk.session_elsewhere(self.name, True, self.exercised)
        return came

    def end(self) -> None:
        assert not self.place.desk.session_elsewhere(self.name, False, self.exercised)


def quiet(place: Place) -> tuple[str, ...]:
    place.desk.tick()
    return place.desk.status().quiet


def test_nothing_comes_beside_a_session_in_the_terminal_and_it_is_the_break() -> None:
    place = Place((STRETCH,))
    place.wait(27)
    session = Elsewhere(place)
    assert session.began
    assert quiet(place) == ("session",)
    assert session.exercise(6) == []
    session.end()
    assert quiet(place) == ()
    assert place.noted[-1] == ("stretch", "natural-break", "a session of 6 min counted as it")
    assert place.wait(29) == []
    assert len(place.wait(1.5)) == 1


def test_a_terminal_that_was_killed_ends_by_itself_and_counts_what_it_told_last() -> None:
    place = Place((STRETCH, REST))
    place.wait(20)
    Elsewhere(place).exercise(2)
    place.wait((LEASE_SECONDS - 1) / 60)
    assert quiet(place) == ("session",)
    assert moved(place) == []
    place.wait(2 / 60)
    assert place.desk.status().quiet == ()
    assert moved(place) == ["stretch"]
    assert place.noted[-1][2] == "a session of 2 min counted as it"


def test_one_that_was_killed_at_once_is_no_break() -> None:
    place = Place((STRETCH,))
    place.wait(28)
    Elsewhere(place)
    assert place.wait((LEASE_SECONDS - 1) / 60) == []
    assert [nudge.id for nudge in place.wait(2)] == ["stretch"]
    assert moved(place) == []


def test_the_desk_wakes_when_the_lease_is_over() -> None:
    place = Place((STRETCH,))
    place.wait(5)
    Elsewhere(place)
    while place.desk.status().quiet:
        before = place.clock.awake()
        place.clock.pass_time(place.desk.next_wake())
        place.desk.tick()
        assert place.clock.awake() > before
    assert place.clock.awake() == 500.0 + 300.0 + LEASE_SECONDS


def test_no_lease_runs_out_while_the_machine_sleeps() -> None:
    place = Place((STRETCH,))
    session = Elsewhere(place)
    session.exercise(1)
    place.clock.sleep_machine(3600)
    assert quiet(place) == ("session",)
    session.exercise(1)
    session.end()
    assert quiet(place) == ()


def test_two_terminals_at_once_are_quiet_until_both_have_ended() -> None:
    place = Place((STRETCH,))
    first, second = Elsewhere(place, "one"), Elsewhere(place, "two")
    assert first.began
    assert second.began
    first.end()
    assert quiet(place) == ("session",)
    second.end()
    assert quiet(place) == ()


def test_two_terminals_of_forty_seconds_are_no_minute() -> None:
    place = Place((STRETCH,))
    place.wait(20)
    first, second = Elsewhere(place, "one"), Elsewhere(place, "two")
    place.wait(40 / 60)
    first.exercised = second.exercised = 40.0
    first.end()
    second.end()
    assert moved(place) == []


def test_a_session_in_the_window_goes_on_whatever_the_terminal_says() -> None:
    place = Place((STRETCH,))
    place.wait(20)
    place.desk.session_running(True)
    session = Elsewhere(place)
    session.end()
    assert quiet(place) == ("session",)
    Elsewhere(place, "killed")
    place.wait(3)
    assert quiet(place) == ("session",)
    place.desk.session_running(False, 180.0)
    assert quiet(place) == ()
    assert place.noted[-1] == ("stretch", "natural-break", "a session of 3 min counted as it")


def test_a_session_in_the_terminal_goes_on_when_the_windows_ends() -> None:
    place = Place((STRETCH,))
    session = Elsewhere(place)
    place.desk.session_running(True)
    place.desk.session_running(False, 5.0)
    assert quiet(place) == ("session",)
    session.end()
    assert quiet(place) == ()


def test_what_was_counted_once_is_not_counted_again_where_the_terminal_stood_still() -> None:
    place = Place((STRETCH,))
    place.wait(10)
    session = Elsewhere(place)
    session.exercise(2)
    place.wait(20)  # the terminal stands still, and somebody is at the desk
    assert moved(place) == ["stretch"]
    assert Elsewhere(place, before=session.exercised).began
    session.end()
    assert moved(place) == ["stretch"]
    assert [nudge.id for nudge in place.wait(12)] == ["stretch"]
