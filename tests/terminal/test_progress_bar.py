"""The line on a terminal that grows."""

from __future__ import annotations

import io

from coach.terminal.progress_bar import ProgressBar


class Screen(io.StringIO):
    def __init__(self, is_seen: bool) -> None:
        super().__init__()
        self.is_seen = is_seen

    def isatty(self) -> bool:
        return self.is_seen


def test_the_bar_grows_and_is_taken_away() -> None:
    screen = Screen(is_seen=True)
    with ProgressBar(screen) as bar:
        assert bar.show(0.5)
    assert screen.getvalue() == f"\r[{'#' * 20}{' ' * 20}]  50%\r\033[K"
    silent = Screen(is_seen=False)
    with ProgressBar(silent) as bar:
        assert bar.show(0.5)
    assert silent.getvalue() == ""
