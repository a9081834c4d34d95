"""Everything that is shown, as a screen reader meets it: what can be reached has a name, what can be pressed acts, and
nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from coach import resources
from coach.clock import SystemClock
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.progress.store import open_store
from coach.safety_answers import SafetyAnswers
from coach.settings import SPEAKS, WELCOMED
from coach.words.library import say
from tests.journeys.by_reader import INTERACTIVE, GoneError, Node, Reader, reading
from tests.journeys.heard import STEPS

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
BEYOND = {
    "a routine": ("Routines", "Desk reset. ...", "Desk reset"),
    "a plan": ("Routines", "Eight weeks for your upper back...", "Eight weeks for your upper back"),
    "a lesson": ("Learn", "Sitting well...", "Sitting well"),
    "a reminder": ("Reminders", "Change Change position", "Change position"),
}
"""What lies within a place: what is pressed there, and what the window is called then."""
CHECKABLE = ("check box", "radio button", "switch")
NOT_TOUCHED = ("Start with the computer",)
"""What reaches beyond the program."""


RESULT = {
    "test_id": "wall-test",
    "contact": 9,
    "contact_most": 14,
    "hold_seconds": 24.0,
    "hold_most": 30.0,
    "carry_over": 5,
    "carry_over_most": 7,
    "tension": {"neck": 4, "between-blades": 6},
    "focus": ["between-blades"],
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The program of somebody who was welcomed, and has answered that nothing applies."""
    home = tmp_path_factory.mktemp("welcomed")
    store = open_store(home, SystemClock())
    store.add_safety(())
    store.keep(WELCOMED, True)
    store.keep(SPEAKS, "reader")
    session = store.begin_session("routine", "desk-reset", "Desk reset", 132.0, 5)
    store.finish_session(session, "finished")
    store.rate_session(session, 3, 1)
    store.add_test("wall-test", RESULT)
    store.close()
    with reading(home) as found, found.program():
        yield found


def go(reader: Reader, place: str) -> None:
    """A page by its key; once more where the keyboard was just on its way, as after a session."""
    reader.key(PLACES[place])
    with suppress(AssertionError):
        comes_to(reader, place, 5)
        return
    reader.key(PLACES[place])
    comes_to(reader, place)


def comes_to(reader: Reader, title: str, seconds: float = 30.0) -> None:
    reader.wait(f"the page {title}", lambda: any(window.name.startswith(title) for window in reader.windows), seconds)


def faults(reader: Reader) -> list[str]:
    """What of all that is shown has no name, or nothing to do; texts that say nothing; what sounds like another; and
    the keyboard where nobody knows of it.
    """
    found, sounds = [], set()
    for node in reader.walk():
        states, role, name = node.states, node.role, node.name
        if "focusable" in states and not name:
            found.append(f"{role} at {node.box} can be reached and has no name")
        if role in INTERACTIVE and not name:
            found.append(f"{role} at {node.box} has no name")
        if role in INTERACTIVE and "enabled" in states and not _can_be_used(node):
            found.append(f"{node} can neither be pressed nor set")
        if role == "label" and not name.strip():
            found.append(f"a text at {node.box} says nothing")
        if role in INTERACTIVE and (sound := (role, name, node.description)) in sounds:
            found.append(f"{node} sounds like another")
        else:
            sounds.add(sound if role in INTERACTIVE else ("", "", ""))
    return found


def _can_be_used(node: Node) -> bool:
    return bool(node.actions) or bool(node.interfaces & {"Value", "EditableText", "Text"})


# --- pages


@pytest.mark.parametrize("place", PLACES)
def test_what_can_be_reached_has_a_name(reader: Reader, place: str) -> None:
    go(reader, place)
    assert faults(reader) == []


@pytest.mark.parametrize("view", BEYOND)
def test_what_lies_within_a_place_has_its_names(reader: Reader, view: str) -> None:
    place, pressed, title = BEYOND[view]
    go(reader, place)
    reader.press(pressed)
    comes_to(reader, title)
    assert faults(reader) == []
    reader.press(f"Back to {place}")
    comes_to(reader, place)


def test_an_exercise_has_its_names_and_leads_back(reader: Reader) -> None:
    place, pressed, title = BEYOND["a routine"]
    go(reader, place)
    reader.press(pressed, "1. Chin tuck. ...")
    comes_to(reader, "Chin tuck")
    assert faults(reader) == []
    reader.press(f"Back to {title}")
    comes_to(reader, title)


def test_the_list_of_keys_has_its_names(reader: Reader) -> None:
    go(reader, "Learn")
    reader.key("F1")
    reader.find("Close", "push button")
    assert faults(reader) == []
    reader.key("Escape")
    reader.wait("the list to go", lambda: not reader.all("Close", "push button"))


def test_tables_are_tables(reader: Reader) -> None:
    """Each cell says in which row and column it is, and each row what it is called."""
    go(reader, "Progress")
    reader.press("Shown as: Table")
    table = reader.find("Wall tests", "table")
    assert faults(reader) == []
    rows, columns = table.has("Table", "NRows"), table.has("Table", "NColumns")
    assert rows == 1
    heads = [table.ask("Table", "GetColumnDescription", "i", column) for column in range(columns)]
    cells = [table.at(table.ask("Table", "GetAccessibleAt", "ii", 0, column)) for column in range(columns)]
    assert {cell.role for cell in cells} == {"cell"}
    told = dict(zip(heads, (cell.name for cell in cells), strict=True))
    assert told["Hold"] == "24 of 30 s"
    assert table.ask("Table", "GetRowDescription", "i", 0) == cells[0].name, "a row is called as its first cell"
    change = reader.find("Change Desk reset...", "push button")
    assert "finished" in change.description
    reader.press("Shown as: Picture")


# --- what is checked


@pytest.mark.parametrize("place", ["Today", "Reminders", "Settings"])
def test_the_first_action_of_what_can_be_checked_acts_and_stays(reader: Reader, place: str) -> None:
    """What changes its look alone is as before when the page is shown again. Of a row of radio buttons one is taken."""
    go(reader, place)
    before = checked(reader)
    one_of = {_group(name): name for (role, name), (_, is_on) in before.items() if role == "radio button" and not is_on}
    touched = [key for key in before if key[0] != "radio button" or key[1] in one_of.values()]
    assert touched
    for key in touched:
        _take(reader, key, *before[key])
    go(reader, "Learn")
    go(reader, place)
    now = checked(reader)
    assert {key: now[key][1] for key in touched if key in now} == {key: not before[key][1] for key in touched}
    for key in (key for key in before if before[key][1] != now[key][1]):
        if (key in touched and key[0] != "radio button") or (key[0] == "radio button" and before[key][1]):
            _take(reader, key, *now[key])
    chosen = {_group(name) for (_, name), (_, is_on) in before.items() if is_on}
    after = checked(reader)
    back = [key for key in before if key[0] != "radio button" or _group(key[1]) in chosen]  # else none was taken before
    assert {key: after[key][1] for key in back} == {key: before[key][1] for key in back}


def _take(reader: Reader, key: tuple[str, str], node: Node, is_on: bool) -> None:
    """Its first action, whoever stands for it by now."""
    role, name = key
    try:
        node.do()
    except GoneError:
        node = reader.find(name, role)
        node.do()
    with suppress(AssertionError):
        reader.wait(f"{name} to change", lambda: ("checked" in node.states) != is_on, 5)
        return
    reader.find(name, role, *(() if is_on else ("checked",)))  # the page was made anew


def checked(reader: Reader) -> dict[tuple[str, str], tuple[Node, bool]]:
    """Whatever can be checked beside the rail, and whether it is."""
    found = {}
    for node in reader.walk():
        role, name, states = node.role, node.name, node.states
        is_of_the_rail = role == "radio button" and name in PLACES
        if role in CHECKABLE and not is_of_the_rail and name not in NOT_TOUCHED and "sensitive" in states:
            found[role, name] = node, "checked" in states
    return found


def _group(name: str) -> str:
    return name.partition(":")[0]


# --- what covers the window


def test_a_session_has_its_names(reader: Reader) -> None:
    place, pressed, title = BEYOND["a routine"]
    go(reader, place)
    reader.press(pressed)
    comes_to(reader, title)
    reader.press("Start")
    reader.find("Pause", "push button")
    found = {"as it runs": faults(reader)}
    reader.press("Pause")
    reader.find("Go on", "push button")
    found["paused"] = faults(reader)
    reader.key("h")
    reader.find("Pain...", "slider")
    found["it hurts"] = faults(reader)
    reader.key("Escape")
    reader.wait("the question to go", lambda: not reader.all("Pain..."))
    reader.key("Escape")
    reader.press("End it")
    reader.find("Effort...", "slider")
    found["its end"] = faults(reader)
    reader.press("Save")
    comes_to(reader, title)
    assert wrong_in(found) == {}
    assert reader.listening.hurried() == []


def test_the_wall_test_has_its_names(reader: Reader, catalogue: Catalogue) -> None:
    (test,) = catalogue.tests.values()
    points = [point for step in test.steps for point in getattr(step, "points", ())]
    go(reader, "Wall test")
    reader.press("Start the test")
    found = {}
    for name in ("contact", "carry-over"):
        reader.press("Ready? Enter")
        reader.find(say(points[0].title), "label")
        found[name] = faults(reader)
        _presses_what_is_at_the_foot(reader, say(points[0].title), say(points[0].answers[0].say))
        for point in points[1:]:
            reader.find(say(point.title), "label")
            reader.press(say(point.answers[0].say))
        if name == "contact":
            reader.press("Ready? Enter")
            reader.find("Shape lost? Any key")
            found["hold"] = faults(reader)
            reader.press("Shape lost? Any key")
    reader.find("Neck, base of the skull, left...", "slider")
    found["tension"] = faults(reader)
    reader.press("Go on")
    reader.find("Leave it out")
    found["measure"] = faults(reader)
    reader.press("Leave it out")
    reader.find("Your wall test", "label")
    found["result"] = faults(reader)
    assert wrong_in(found) == {}
    assert reader.listening.hurried() == []


def _presses_what_is_at_the_foot(reader: Reader, title: str, answer: str) -> None:
    reader.press("This hurts")
    reader.find("Pain...", "slider")
    reader.press("By mistake")
    reader.wait("the question to go", lambda: not reader.all("Pain..."))
    reader.press(answer)
    reader.wait("the next one", lambda: not reader.all(title, "label"))
    reader.press("Back")
    reader.find(title, "label")
    reader.press(answer)


def wrong_in(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: wrong for name, wrong in found.items() if wrong}


def test_the_safety_questions_have_their_names(reader: Reader, catalogue: Catalogue) -> None:
    go(reader, "Settings")
    reader.press("Answer again")
    assert wrong_in(_answers(reader, catalogue)) == {}
    reader.press("Skip")
    comes_to(reader, "Settings")


def _answers(reader: Reader, catalogue: Catalogue) -> dict[str, list[str]]:
    """All of them, that nothing applies, and what was wrong on the way."""
    found = {}
    reader.find("A few safety questions", "label")
    found["the opening"] = faults(reader)
    reader.press("Begin")
    answers = SafetyAnswers(catalogue.safety)
    answers.has_pain = False
    screens = ["No pain", *["None of these apply" for _ in answers.tiers]]
    for number, nothing in enumerate(screens, 1):
        reader.find(f"Questions {number} of {len(screens)}", "label")
        found[f"questions {number}"] = faults(reader)
        reader.press(nothing, "Go on")
    reader.find("You can begin.", "label")
    found["the answer"] = faults(reader)
    reader.press("Go on")
    return found


def test_the_welcome_has_its_names(tmp_path: Path, catalogue: Catalogue) -> None:
    with reading(tmp_path) as reader, reader.program():
        reader.find("Begin")
        found = {"the opening": faults(reader)}
        reader.press("Begin")
        reader.find(f"1 of {1 + len(STEPS)}", "label")  # the opening has the questions' heading and a "Begin", too
        found |= _answers(reader, catalogue)
        for step, _ in enumerate(STEPS, 2):
            reader.find(f"{step} of {1 + len(STEPS)}", "label")
            found[f"step {step}"] = faults(reader)
            reader.press("Skip")
        reader.find("To the wall test")
        found["the last step"] = faults(reader)
        assert reader.listening.hurried() == []
    assert wrong_in(found) == {}
