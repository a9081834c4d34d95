"""The slow tests in the order in which several workers end at about the same time: what takes longest comes first.

    python3 app.py test -m slow -n 4 --dist loadfile --no-loadscope-reorder

A file goes to one worker, so that what its tests share is made once. Most of them wait for programs to start and for
sessions to pass, which is why there may be twice as many workers as processors.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LONGEST = (
    "tests/journeys/test_fresh_clone.py",
    "tests/benchmarks/test_soak.py",
    "tests/sound/test_heard.py",
    "tests/ui/test_every_view.py",
    "tests/ui/test_text_size.py",
    "tests/journeys/test_by_reader.py",
    "tests/content/test_nearby.py",
    "tests/progression/test_shipped.py",
    "tests/journeys/test_nudge.py",
    "tests/ui/pages/test_every_page.py",
    "tests/ui/pages/test_every_page_by_keys.py",
    "tests/journeys/test_hidden.py",
    "tests/journeys/test_release.py",
    "tests/journeys/test_another_language.py",
    "tests/journeys/test_servers.py",
    "tests/journeys/test_barred.py",
    "tests/journeys/test_no_network.py",
    "tests/journeys/test_panels.py",
    "tests/journeys/test_dying.py",
)
"""Of those that take more than half a minute by themselves, the longest first."""


def longest_first(items: list[pytest.Item]) -> None:
    """Sorts them in place; what is not known to be long keeps its order behind what is."""
    places = {ROOT / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))
