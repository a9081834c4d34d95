"""Who cannot see goes through the whole program over AT-SPI and a keyboard, with Orca; all is said, and once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.real import NotHereError
from tests.journeys.by_reader import reading
from tests.journeys.heard import Journey, kept
from tests.journeys.orca import orca

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def test_all_that_has_to_be_heard_is_said(tmp_path: Path) -> None:
    with reading(tmp_path, speaks=False) as reader:
        try:
            with orca(reader, tmp_path) as screen_reader:
                journey = Journey(reader, screen_reader)
                journey.goes()
                assert reader.listening.hurried() == []
        except NotHereError as why:
            pytest.skip(str(why))
    kept(tmp_path, journey)
    unsaid = [sentence for part in journey.parts for count, sentence in part.table if not count]
    assert not unsaid
    again = [sentence for part in journey.parts for count, sentence in part.table if count > 1]
    assert not again
