"""What a start was given to come to the front, on its way through a request."""

from __future__ import annotations

import pytest

from coach.desktop.activation import activation_of, environment_of
from coach.desktop.asked import RefusedError


def test_what_was_given_comes_back_as_it_was() -> None:
    environ = {"XDG_ACTIVATION_TOKEN": "kwin-1", "DESKTOP_STARTUP_ID": "x_TIME12"}
    assert environment_of({"do": "show", **activation_of({**environ, "HOME": "/"})}) == environ
    assert environment_of({"do": "show", **activation_of({"HOME": "/"})}) == {}


@pytest.mark.parametrize("text", ["", "a\nb", "x" * 201, "\udcff\x00"])
def test_what_no_request_can_hold_is_left_out(text: str) -> None:
    assert activation_of({"XDG_ACTIVATION_TOKEN": text}) == {}


@pytest.mark.parametrize("value", [5, "", ["kwin-1"], "a\nb"])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(RefusedError):
        environment_of({"activation_token": value})
