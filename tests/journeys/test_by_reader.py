"""Every page as a screen reader meets it: what can be reached has a name, what can be pressed acts, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.store import open_store
from coach.settings import WELCOMED
from tests.journeys.by_reader import INTERACTIVE, Node, Reader, reading

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

PLACES = {
    "Today": "ctrl+1",
    "Wall test": "ctrl+2",
    "Routines": "ctrl+3",
    "Reminders": "ctrl+4",
    "Progress": "ctrl+5",
    "Learn": "ctrl+6",
    "Settings": "ctrl+comma",
}


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """The program of somebody who was welcomed, and has answered that nothing applies."""
    store = open_store(tmp_path, SystemClock())
    store.add_safety(())
    store.keep(WELCOMED, True)
    store.close()
    with reading(tmp_path) as found, found.program():
        yield found


def go(reader: Reader, place: str) -> None:
    reader.key(PLACES[place])
    reader.wait(f"the page {place}", lambda: any(place in window.name for window in reader.windows))


def faults(reader: Reader) -> list[str]:
    """What of all that is shown has no name, or nothing to do; and the keyboard where nobody knows of it."""
    found = []
    for node in reader.walk():
        states = node.states
        if "focusable" in states and not node.name:
            found.append(f"{node.role} at {node.box} can be reached and has no name")
        if node.role in INTERACTIVE and not node.name:
            found.append(f"{node.role} at {node.box} has no name")
        if node.role in INTERACTIVE and "enabled" in states and not _can_be_used(node):
            found.append(f"{node} can neither be pressed nor set")
    return found


def _can_be_used(node: Node) -> bool:
    return bool(node.actions) or bool(node.interfaces & {"Value", "EditableText", "Text"})


@pytest.mark.parametrize("place", PLACES)
def test_what_can_be_reached_has_a_name(reader: Reader, place: str) -> None:
    go(reader, place)
    assert faults(reader) == []
