"""What one running program gives to the next."""

from __future__ import annotations

import json

import pytest

from coach.handover import Handover

WHOLE = Handover(
    {"a": 1}, {"id": "x"}, ("routine", "desk-reset", 2), {"page": "today"}, {"reminders": []}, ({"do": "x"},)
)


@pytest.mark.parametrize("one", [WHOLE, Handover({})])
def test_it_comes_as_it_went(one):
    assert Handover.from_json(json.loads(json.dumps(one.as_json()))) == one


@pytest.mark.parametrize("change", [{"form": 2}, {"start": []}, {"start": 5}, {"run": 5}, {"unsaved": 5}])
def test_what_is_none_is_refused(change):
    with pytest.raises(ValueError, match=r"handed over|sequence|int"):
        Handover.from_json({**WHOLE.as_json(), **change})
    with pytest.raises(ValueError, match="handed over"):
        Handover.from_json({})
