"""The program without a window: what it answers, what it gives to a window, and what it takes in meanwhile."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from coach.desk_digest import digest_of
from coach.desktop.asked import RefusedError
from coach.desktop.global_key import NullKey
from coach.desktop.single import MovedError, Single
from coach.handover import Handover
from coach.hidden import Hidden
from coach.progress.folders import Home
from coach.progress.statements import BY_NAME
from coach.reminders.handed import taken
from coach.settings import REMINDER_KEY
from coach.ui.resident import Resident, run
from coach.ui.words.qt_language import LANGUAGE
from coach.wiring.digest import digest
from coach.words.language import ENGLISH
from tests.fakes import FakeClock, FakeKey
from tests.ui.parts import TUESDAY, FakeParts


@pytest.fixture
def hidden(tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    made = Hidden(Home(tmp_path, tmp_path / "cache"), Single(tmp_path), lambda *_: lambda: None, FakeClock(TUESDAY))
    yield made
    made.close()


@pytest.fixture
def handover():
    """What a window gives that was closed."""
    parts = FakeParts()
    return Handover(parts.desk.hand_over(), None, None, {"page": "routines"}, digest(parts).as_json())


@pytest.fixture
def resident(qapp, hidden, handover, tray, quits):
    made = Resident(qapp, hidden, Handover.from_json(json.loads(json.dumps(handover.as_json()))))
    made.opened = []
    made.open_window = lambda: made.opened.append(1)
    made.begin()
    yield made
    made.nudging._timer.stop()
    made.nudging.screen.put_away(at_once=True)
    made.rest()


def test_it_goes_on_with_the_desk_of_the_window(resident, hidden):
    assert hidden.desk.status().next is not None
    assert {one.id for one in hidden.desk.reminders} >= {"change-position", "desk-reset"}
    assert "Change position" in resident.remote.answer({"do": "remind-status"})["text"]
    assert resident.remote.answer({"do": "remind-pause", "seconds": 3600})["paused"] is True
    assert resident.tray._shown == "quiet"


def test_it_speaks_the_language_of_the_window(qapp, hidden, handover, tray, quits):
    """Icon, answers and what is recorded, as much as what the nudge itself says."""
    made = Resident(qapp, hidden, replace(handover, digest={**handover.digest, "language": "qps"}))
    try:
        made.begin()
        text = made.remote.answer({"do": "remind-status"})["text"]
        assert "[" in text
        assert not re.search(r"\b(in|at|the|desk|reminders?)\b", text), text
        assert all("[" in one.text() for one in made.tray.menu.actions() if one.text())
        made.remote.answer({"do": "remind-now", "id": "desk-reset"})
        assert hidden.desk.status().log[-1].why.startswith("[")
    finally:
        LANGUAGE.speak(ENGLISH)
        made.nudging.stop()
        made.rest()


def test_what_could_not_be_saved_goes_along(qapp, hidden, handover, tray, quits, monkeypatch):
    kept = [{"do": "set-setting", "values": ["theme", '"dark"']}]
    made = Resident(qapp, hidden, replace(handover, unsaved=tuple(kept)))
    made.begin()
    assert hidden.store.setting("theme") == "dark"
    monkeypatch.setattr(hidden.store._database, "_waiting", [(BY_NAME["set-setting"], ("theme", '"light"'))])
    (given,) = made.handing.hand_over(to_a_window=True).unsaved
    assert given["values"] == ["theme", '"light"']
    made.handing.gone.emit()
    assert hidden.store.unsaved == []
    made.rest()


def test_a_window_is_opened_once_for_several_clicks(resident):
    resident.tray.open.emit()
    assert resident.remote.answer({"do": "show"})["opens"] is True
    assert resident.opened == [1]


def test_what_was_to_be_played_goes_to_the_window(resident):
    request = {"do": "play", "kind": "routine", "id": "desk-reset", "from": 3}
    assert resident.remote.answer(request)["opens"] is True
    given = resident.hand_over()
    assert given.start == ("routine", "desk-reset", 3)
    assert given.run == {"page": "routines"}
    assert "error" in resident.remote.answer({**request, "kind": "plan"})


def test_all_that_is_known_goes_to_the_window_and_comes_back_where_that_ends(resident, hidden, monkeypatch):
    shown = []
    monkeypatch.setattr(resident.nudging.screen, "show", shown.append)
    resident.remote.answer({"do": "remind-now", "id": "desk-reset"})
    given = resident.hand_over()
    assert given.nudge["id"] == "desk-reset"
    assert taken(given.desk, hidden.clock.awake()).state.open == "desk-reset"
    with pytest.raises(MovedError):
        resident.remote.handle({"do": "remind-status"})
    assert not resident.nudging._timer.isActive()
    resident.handing.back.emit()
    assert [one.id for one in shown] == ["desk-reset", "desk-reset"]
    assert resident.nudging._timer.isActive()
    assert hidden.desk.open == "desk-reset"


def test_a_display_that_goes_takes_what_was_on_it_along_and_says_so(resident, hidden, monkeypatch):
    monkeypatch.setattr(resident.nudging.screen, "show", lambda _nudge: None)
    resident.remote.answer({"do": "remind-now", "id": "desk-reset"})
    resident.lose()
    assert hidden.desk.open is None
    assert hidden.desk.status().log[-1].why == "the display that it was on went away"
    assert not resident.nudging._timer.isActive()


def test_a_display_that_goes_after_all_was_given_changes_nothing(resident, hidden, monkeypatch):
    monkeypatch.setattr(resident.nudging.screen, "show", lambda _nudge: None)
    resident.remote.answer({"do": "remind-now", "id": "desk-reset"})
    resident.hand_over()
    resident.lose()
    assert hidden.desk.open == "desk-reset"


def test_how_qts_loop_ends_tells_of_the_display(qapp, hidden, monkeypatch):
    lost = []
    monkeypatch.setattr(Resident, "lose", lambda self: lost.append(self))
    for code in (0, 1):
        monkeypatch.setattr(QApplication, "exec", staticmethod(lambda code=code: code))
        assert run(hidden) == code
        assert len(lost) == code


@pytest.mark.parametrize("stays", [True, False])
def test_one_that_the_window_did_not_wait_for_ends(resident, hidden, quits, monkeypatch, stays):
    monkeypatch.setattr(hidden.single, "arrived", lambda: stays)
    resident._arrive()
    assert quits == ([] if stays else [1])


def test_it_ends_when_the_window_is_there(resident, quits):
    resident.hand_over()
    resident.handing.gone.emit()
    assert quits == [1]


def test_a_second_one_without_a_window_is_refused(resident):
    with pytest.raises(RefusedError):
        resident.handing.hand_over(to_a_window=False)


def test_the_menu_offers_what_the_brief_says_and_ends_all(resident, quits):
    resident.tray.menu.aboutToShow.emit()
    words = [action.text() for action in resident.tray.menu.actions() if not action.isSeparator()]
    assert words[1:] == ["Open Posture Coach", "Start Desk reset", "Pause reminders", "Quit"]
    resident.tray.quit.emit()
    assert quits == [1]


def test_a_file_of_the_persons_own_is_noticed_at_the_next_look(resident, hidden, tmp_path, monkeypatch):
    read = []
    monkeypatch.setattr(resident, "_read_library", lambda: read.append(hidden.look_away()))
    resident._look()
    assert read == []
    folder = tmp_path / "routines" / "reminders"
    folder.mkdir(parents=True)
    (folder / "drink.yaml").write_text("kind: reminder\n", "utf-8")
    resident._look()
    resident._look()
    assert read == [None]
    hidden.clock.set_wall(TUESDAY.replace(day=TUESDAY.day + 1))
    resident._look()
    assert read == [None, None]


def test_a_file_that_comes_while_the_library_is_read_beside_a_session_is_not_forgotten(
    qtbot, resident, hidden, handover, tmp_path, monkeypatch
):
    told = ("-c", "import sys; print(sys.argv[1])", json.dumps(handover.digest))
    monkeypatch.setattr("coach.ui.resident.DIGEST", (sys.executable, *told))
    hidden.desk.session_elsewhere("in a terminal", runs=True, exercised_seconds=0.0)
    resident._read_library()
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.yaml").write_text("kind: routine\n", "utf-8")
    qtbot.waitUntil(lambda: resident._digesting is None, timeout=30_000)
    assert hidden.has_changed()
    assert not resident._again.isActive()


def test_what_is_no_longer_so_is_read_again_when_its_time_comes(hidden, handover):
    until = hidden.clock.wall() + timedelta(hours=1)
    hidden.sit_down(replace(digest_of(handover.digest), until=until))
    hidden.look_away()
    assert not hidden.has_changed()
    hidden.clock.set_wall(until + timedelta(seconds=1))
    assert hidden.has_changed()


def test_what_no_window_gives_is_read_by_a_process(qtbot, qapp, hidden, tray, monkeypatch):
    monkeypatch.setenv("POSTURE_COACH_HOME", str(hidden.home.data))
    made = Resident(qapp, hidden)
    made.begin()
    qtbot.waitUntil(lambda: hidden.has_desk, timeout=30_000)
    assert "desk-reset" in hidden.digest.reminders
    made.nudging._timer.stop()
    made.rest()


def test_what_the_icon_says_is_reckoned_once_a_minute_and_when_something_comes(resident, hidden, monkeypatch):
    monkeypatch.setattr(resident.nudging.screen, "show", lambda _nudge: None)
    told = []
    monkeypatch.setattr(resident, "_look", lambda: told.append(1))
    resident.nudging.changed.emit()
    resident.nudging.changed.emit()
    assert len(told) <= 1
    hidden.clock.pass_time(61.0)
    before = len(told)
    resident.nudging.changed.emit()
    assert len(told) == before + 1
    hidden.desk.now("desk-reset")
    resident.nudging.changed.emit()
    assert len(told) == before + 2


def test_while_one_is_held_back_its_words_stay_and_files_are_looked_for_all_the_same(resident, hidden, monkeypatch):
    told, read = [], []
    monkeypatch.setattr(type(hidden.desk), "held", (frozenset({"desk-reset"}), frozenset({"camera"})))
    monkeypatch.setattr(resident.tray, "refresh", lambda: told.append(1))
    monkeypatch.setattr(resident, "_read_library", lambda: read.append(1))
    resident.nudging.changed.emit()
    for _ in range(5):
        hidden.clock.pass_time(61.0)
        monkeypatch.setattr(hidden, "_seen", None)
        resident.nudging.changed.emit()
    assert len(told) <= 2, "ten minutes may end in between"
    assert len(read) >= 5
    monkeypatch.setattr(type(hidden.desk), "held", (frozenset({"desk-reset"}), frozenset()))
    before = len(told)
    resident.nudging.changed.emit()
    assert len(told) == before + 1, "it waits for something else"


IN_A_PROCESS_OF_ITS_OWN = """
import json, linecache, sys
from pathlib import Path
from coach.desktop.single import Single
from coach.handover import Handover
from coach.ui.application import make_application
from coach.ui.resident import Resident, hidden_of
single = Single(Path(sys.argv[1]))
assert single.claim()
from coach.clock import SystemClock
from coach.progress.desk_store import open_desk_store
from coach.settings import REMINDER_KEY
store = open_desk_store(Path(sys.argv[1]), SystemClock())
store.keep(REMINDER_KEY, True)
store.close()
hidden = hidden_of({"POSTURE_COACH_HOME": sys.argv[1]}, single)
resident = Resident(make_application(draws=False), hidden, Handover.from_json(json.load(sys.stdin)))
resident.begin()
assert hidden.has_desk and resident.tray is not None
resident.key.begin()
sources = [name for name in linecache.cache if not str(name).startswith("<")]  # this one is no file
print(json.dumps([sorted(sys.modules), len(sources)]))
resident.quit()
resident.rest()
hidden.close()
"""

_HEAVY = {
    *(
        "dataclasses",
        "decimal",
        "email",
        "hashlib",
        "hmac",
        "http",
        "inspect",
        "multiprocessing",
        "numpy",
        "pygame",
        "ruamel",
        "ssl",
        "subprocess",
    ),
    *("unittest", "urllib.request", "xml", "yaml"),
}


def test_nothing_of_window_library_and_session_is_in_its_memory(tmp_path, handover):
    command = [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN, str(tmp_path)]
    said = json.dumps(handover.as_json())
    nowhere = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/nowhere"}
    told = subprocess.run(command, input=said, capture_output=True, text=True, check=True, env=nowhere)
    names, sources = json.loads(told.stdout)
    assert "coach.desktop.linux_portal_key" in names, "a key was chosen"
    assert _HEAVY & set(names) == set()
    assert [one for one in names if one.startswith("coach.content.") and ".model" not in one] == []
    rooms = ("coach.wiring", "coach.figure", "coach.ui.pages", "coach.ui.widgets", "coach.ui.sheet", "coach.ui.window")
    assert [one for one in names if one.startswith(rooms)] == []
    assert [one for one in names if one.startswith("PySide6.Qt")] == [
        "PySide6.QtCore",
        "PySide6.QtGui",
        "PySide6.QtWidgets",
    ]
    assert sources == 0


# --- the key that leads to what waits ---


@pytest.fixture
def key(hidden):
    """One was chosen in an earlier run."""
    hidden.store.keep(REMINDER_KEY, True)
    hidden.reminder_key = FakeKey()
    return hidden.reminder_key


@pytest.fixture
def with_key(key, resident):
    return resident


def test_the_key_is_had_again_once_the_program_before_is_gone(key, with_key):
    assert key.calls == []
    with_key._arrive()
    assert key.calls == ["restore To the reminder that waits"]


def test_the_key_opens_a_window_that_begins_with_what_waits(key, with_key):
    key.pressed("token-7")
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "token-7"
    key.pressed("")  # it repeats while it is held
    assert with_key.opened == [1]
    given = with_key.hand_over()
    assert given.run == {"page": "routines", "waiting": True}
    assert key.calls[-1] == "end", "the window's program may have it now"
    with_key.handing.back.emit()
    assert key.calls[-1] == "restore To the reminder that waits"
    assert with_key.hand_over().run == {"page": "routines"}


def test_nothing_is_asked_of_the_desktop_where_no_key_was_chosen(hidden, resident):
    assert isinstance(hidden.reminder_key, NullKey)
    resident._arrive()
    assert hidden.reminder_key.state == "nobody"
