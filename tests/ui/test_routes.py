"""The table of the pages: it agrees with the rail, and nothing is imported before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from coach.ui.routes import ROUTES
from coach.ui.widgets.rail import places
from coach.ui.window import MainWindow
from tests.beside import every_day

LOADED = """
import json, sys
import coach.ui.app
print(json.dumps([name for name in sys.modules if name.startswith(("coach.ui.pages.", "coach.export"))]))
"""


def test_every_place_of_the_rail_is_a_page_and_every_other_page_lies_within_one() -> None:
    names = {place.page for place in places()}
    alone = {name for name, route in ROUTES.items() if not route.within}
    assert alone - names == set(), "neither in places() of coach/ui/widgets/rail.py nor within a place of it"
    assert names - alone == set(), "no place of ROUTES in coach/ui/routes.py"
    assert {route.place for route in ROUTES.values()} - names == set(), "within a place that the rail does not have"


@pytest.mark.parametrize("name", every_day(("today", "reminder"), ROUTES))
def test_a_route_makes_the_page_of_its_name(name: str, window: MainWindow) -> None:
    page = ROUTES[name].make(window.parts, window.look, window.to)
    assert type(page).__name__.lower() == f"{name}page", "a page is called as its route is: `StretchPage` for `stretch`"


def test_no_page_and_nothing_that_makes_a_file_is_imported_before_it_is_shown() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=100)
    assert json.loads(done.stdout) == ["coach.ui.pages.page"]
