"""Idle time from compositors of each kind."""

from __future__ import annotations

import pytest

from coach.desktop.wayland.idle import WaylandIdle
from coach.desktop.wayland.line import RETRY_SECONDS
from coach.desktop.wayland.wire import Arguments
from coach.words.how_known import said

EXT, KDE, SEAT = "ext_idle_notifier_v1", "org_kde_kwin_idle", "wl_seat"


def asked(compositor, interface):
    """Which requests were made of it: number, and the arguments."""
    found = []
    for request in compositor.client.asked_of(interface):
        arguments = Arguments(request.body)
        found.append((request.opcode, [arguments.number() for _ in range(len(request.body) // 4)]))
    return found


def notifications(compositor, idle, interface, count=1):
    """What it was asked for so far, of each seat; the arguments by their names."""
    idle.seconds()
    client = compositor.client
    client.send(1, 1, 0)  # nothing to us; what was sent before is there when the next look comes
    compositor.answered(client, 3 + count * 2)
    return asked(compositor, interface)


@pytest.mark.parametrize(
    ("offers", "interface", "opcode", "order"),
    [
        ([(SEAT, 7), (EXT, 2), (KDE, 1)], EXT, 2, "made time seat"),
        ([(KDE, 1), (EXT, 1), (SEAT, 7)], EXT, 1, "made time seat"),
        ([(EXT, 3), (SEAT, 9)], EXT, 2, "made time seat"),
        ([(KDE, 1), (SEAT, 1)], KDE, 0, "made seat time"),
    ],
)
def test_the_best_way_that_is_offered(start, clock, offers, interface, opcode, order):
    compositor = start(offers)
    idle = WaylandIdle(compositor.address, monotonic=clock)
    ((asked_opcode, arguments),) = notifications(compositor, idle, interface)
    named = dict(zip(order.split(), arguments, strict=True))
    assert asked_opcode == opcode
    assert named["time"] == 5000
    assert compositor.client.bound[named["seat"]] == (SEAT, 1)
    assert named["seat"] < named["made"], "ids are taken in their order"
    assert idle.is_told
    assert interface in said(idle.why)
    idle.close()


@pytest.mark.parametrize(("way", "opcode"), [((EXT, 2), 2), ((EXT, 1), 1), ((KDE, 1), 0)])
def test_idle_is_counted_on_and_a_touch_ends_it(start, clock, way, opcode):
    compositor = start([way, (SEAT, 7)])
    idle = WaylandIdle(compositor.address, monotonic=clock)
    assert idle.seconds() is None
    ((_, (made, *_rest)),) = notifications(compositor, idle, way[0])
    clock.now += 5
    compositor.client.send(made, 0)
    assert idle.seconds() == 5.0
    clock.now += 600
    assert idle.seconds() == 605.0
    compositor.client.send(made, 1)
    assert idle.seconds() == 0.0
    compositor.client.send(made, 7)  # an event that a later version may have
    assert idle.seconds() == 0.0
    idle.close()


def test_a_touch_that_nobody_looked_at_in_time_is_known_with_an_event_loop(start, clock, watcher):
    compositor = start([(EXT, 2), (SEAT, 7)])
    idle = WaylandIdle(compositor.address, watcher, clock)
    ((_, (made, *_rest)),) = notifications(compositor, idle, EXT)
    compositor.client.send(made, 0)
    watcher.call()
    clock.now += 60
    assert idle.seconds() == 65.0
    idle.close()


def test_without_an_event_loop_it_is_told_too_short_and_never_too_long(start, clock):
    compositor = start([(EXT, 2), (SEAT, 7)])
    idle = WaylandIdle(compositor.address, monotonic=clock)
    ((_, (made, *_rest)),) = notifications(compositor, idle, EXT)
    compositor.client.send(made, 0)
    clock.now += 60
    assert idle.seconds() == 5.0
    idle.close()


def test_a_film_is_not_somebody_at_the_desk(start, clock):
    compositor = start([(EXT, 1), (SEAT, 7)])
    idle = WaylandIdle(compositor.address, monotonic=clock)
    ((_, (made, *_rest)),) = notifications(compositor, idle, EXT)
    compositor.client.send(made, 0)
    idle.seconds()
    compositor.client.send(made, 1)  # a key, and then the film
    assert idle.seconds() == 0.0
    clock.now += 121
    assert idle.seconds() is None
    assert idle.is_told, "it is only this moment that is not known"
    assert "not while a program keeps the screen on" in said(idle.why)
    compositor.client.send(made, 0)
    assert idle.seconds() == 5.0
    idle.close()


def test_who_is_at_one_of_two_seats_is_there(start, clock):
    compositor = start([(EXT, 2), (SEAT, 7), (SEAT, 7)])
    idle = WaylandIdle(compositor.address, monotonic=clock)
    (_, (first, *_)), (_, (second, *_)) = notifications(compositor, idle, EXT, count=2)
    compositor.client.send(first, 0)
    assert idle.seconds() is None, "nothing is known of the second one yet"
    clock.now += 10
    compositor.client.send(second, 0)
    assert idle.seconds() == 5.0
    compositor.client.send(first, 1)
    assert idle.seconds() == 0.0
    idle.close()


def test_a_seat_that_comes_later_is_asked_about_and_one_that_goes_is_not_waited_for(start, clock):
    compositor = start([(EXT, 2)])
    idle = WaylandIdle(compositor.address, monotonic=clock)
    assert idle.seconds() is None
    assert not idle.is_told
    assert said(idle.why) == "this Wayland compositor has neither keyboard nor mouse"
    name = compositor.offer(SEAT, 7)
    ((_, (made, *_rest)),) = notifications(compositor, idle, EXT)
    compositor.client.send(made, 0)
    assert idle.seconds() == 5.0
    compositor.client.send(compositor.client.registry, 1, name)
    assert idle.seconds() is None
    compositor.client.send(made, 1)  # was on its way
    assert idle.seconds() is None
    idle.close()


@pytest.mark.parametrize("offers", [[], [(SEAT, 7)], [(SEAT, 7), ("wl_output", 4)]])
def test_a_compositor_that_does_not_tell(start, clock, offers):
    idle = WaylandIdle(start(offers).address, monotonic=clock)
    assert idle.seconds() is None
    assert not idle.is_told
    assert said(idle.why) == "this Wayland compositor tells the idle time in no way that we understand"
    idle.close()


def test_it_goes_away_and_what_it_told_is_forgotten(start, clock):
    compositor = start([(EXT, 2), (SEAT, 7)])
    idle = WaylandIdle(compositor.address, monotonic=clock)
    ((_, (made, *_rest)),) = notifications(compositor, idle, EXT)
    compositor.client.send(made, 0)
    assert idle.seconds() == 5.0
    compositor.hang_up()
    assert idle.seconds() is None
    assert not idle.is_told
    assert said(idle.why) == "the Wayland compositor went away"
    start([(EXT, 2), (SEAT, 7)])
    clock.now += RETRY_SECONDS
    assert idle.seconds() is None, "asked anew, not told yet"
    assert idle.is_told
    idle.close()


def test_nobody_is_there(tmp_path, clock):
    idle = WaylandIdle(tmp_path / "wayland-0", monotonic=clock)
    assert idle.seconds() is None
    assert not idle.is_told
    assert said(idle.why) == "the Wayland compositor cannot be reached"
