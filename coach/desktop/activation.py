"""What a desktop gives a program that a person starts, so that its window may come to the front: handed on to the one
that runs already.
"""

from __future__ import annotations

from collections.abc import Mapping

from coach.desktop.asked import LONGEST_WORD, word_or_none

TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 (a variable's name)

_VARIABLES = {"activation_token": TOKEN, "startup_id": "DESKTOP_STARTUP_ID"}
"""Wayland's and X11's, by their names in a request."""


def activation_of(environ: Mapping[str, str]) -> dict[str, str]:
    """What this start was given, for a request. What no request can hold is left out: the window is shown anyway."""
    given = {name: environ.get(variable, "") for name, variable in _VARIABLES.items()}
    return {name: text for name, text in given.items() if 0 < len(text) <= LONGEST_WORD and text.isprintable()}


def environment_of(request: Mapping[str, object]) -> dict[str, str]:
    """The same as variables, from a request. RefusedError for what is no text."""
    given = {variable: word_or_none(request, name) for name, variable in _VARIABLES.items()}
    return {variable: text for variable, text in given.items() if text is not None}


VARIABLES = tuple(_VARIABLES.values())
