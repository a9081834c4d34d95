"""Sessions of other programs: how long each holds, and what of it counts."""

from __future__ import annotations

from coach.reminders.leases import LEASE_SECONDS, RENEW_SECONDS, Leases

NOW = 500.0


def test_one_holds_for_its_lease_and_no_longer() -> None:
    leases = Leases().renewed("a", NOW, 0.0)
    assert leases.first_end == NOW + LEASE_SECONDS
    held, over = leases.lapsed(NOW + LEASE_SECONDS - 0.1)
    assert (set(held.held), over) == ({"a"}, ())
    held, over = leases.lapsed(NOW + LEASE_SECONDS)
    assert (set(held.held), over, held.first_end) == (set(), (0.0,), None)


def test_two_of_three_messages_may_be_lost() -> None:
    leases = Leases().renewed("a", NOW, 0.0)
    held, over = leases.lapsed(NOW + 3 * RENEW_SECONDS - 0.1)
    assert "a" in held.held
    assert not over


def test_the_end_counts_what_it_says_and_a_killed_one_what_was_told_last() -> None:
    leases = Leases().renewed("a", NOW, 0.0).renewed("a", NOW + 30, 21.5)
    rest, seconds = leases.ended("a", 70.0)
    assert (rest.held, seconds) == ({}, 70.0)
    assert leases.lapsed(NOW + 30 + LEASE_SECONDS)[1] == (21.5,)


def test_an_end_that_says_nothing_counts_what_was_told_before() -> None:
    assert Leases().renewed("a", NOW, 0.0).renewed("a", NOW + 30, 25.0).ended("a", 0.0)[1] == 25.0


def test_one_that_is_not_known_counts_nothing_at_its_end() -> None:
    assert Leases().ended("a", 300.0)[1] == 0.0


def test_what_was_exercised_before_it_was_heard_of_is_not_counted() -> None:
    leases = Leases().renewed("a", NOW, 300.0)
    assert leases.ended("a", 300.0)[1] == 0.0
    assert leases.renewed("a", NOW + 30, 330.0).ended("a", 365.0)[1] == 65.0


def test_two_at_once_hold_and_end_each_for_itself() -> None:
    leases = Leases().renewed("a", NOW, 0.0).renewed("b", NOW + 10, 0.0).renewed("a", NOW + 60, 60.0)
    assert leases.first_end == NOW + 10 + LEASE_SECONDS
    held, over = leases.lapsed(NOW + 10 + LEASE_SECONDS)
    assert (set(held.held), over) == ({"a"}, (0.0,))
    assert held.ended("a", 80.0)[1] == 80.0
