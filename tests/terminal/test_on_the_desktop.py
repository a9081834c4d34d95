"""A session in the terminal and the desktop's media keys: they do what the terminal's own keys do."""

from __future__ import annotations

from coach.content.catalogue import Catalogue
from coach.desktop.media import MediaCommand, Playing
from coach.terminal.keys import HANG_UP
from tests.fakes import FakeMedia
from tests.terminal.sitting import Sitting
from tests.ui.parts import shipped

QUIT = ((34.0, "q"), (34.5, "y"), (40.0, "enter"), (41.0, "enter"))
"""Both questions at the end left out."""


class Timed(FakeMedia):
    """Media keys pressed at a second of the session's clock."""

    def __init__(self, *keys: tuple[float, MediaCommand]) -> None:
        super().__init__()
        self._keys, self.all = list(keys), list[Playing]()

    def tell(self) -> None:
        super().tell()
        self.all += self.told[-1:]
        if self._keys and self.shown and self.shown.at - self.all[0].at >= self._keys[0][0]:
            self.press(self._keys.pop(0)[1])


def played(media: Timed, *keys: tuple[float, str], catalogue: Catalogue | None = None) -> Sitting:
    sitting = Sitting(catalogue or shipped(), *keys)
    sitting.parts.media = media
    sitting.play("routine", "desk-reset")
    assert not media.is_there
    return sitting


def test_it_is_shown_paused_and_goes_on() -> None:
    media = Timed((10.0, "pause"), (20.0, "play"), (30.0, "next"))
    sitting = played(media, *QUIT)
    assert {one.album for one in media.all} == {"Desk reset"}
    states = [one.is_running for one in media.all]
    assert states.index(False) > 0
    assert True in states[states.index(False) :], "it went on"
    (record,) = sitting.parts.store.sessions()
    assert "skipped" in [one.outcome for one in sitting.parts.store.intervals(record.id)]


def test_a_question_has_to_be_answered_first() -> None:
    media = Timed((12.0, "play"), (13.0, "next"))
    sitting = played(media, (11.0, "q"), (15.0, "n"), *QUIT)
    (record,) = sitting.parts.store.sessions()
    assert "skipped" not in [one.outcome for one in sitting.parts.store.intervals(record.id)]
    closed = [one for one in media.all if not one.is_open]
    assert closed
    assert not any(one.is_running for one in closed)


def test_a_terminal_that_goes_away_takes_it_along() -> None:
    played(Timed(), (5.0, HANG_UP))
