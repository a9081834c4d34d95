"""`autostart`: whether the reminders start with the computer."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coach.commands.here import Here
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, MACHINE, Stop

if TYPE_CHECKING:
    from coach.desktop.at_login import AtLogin


def add_to(commands: Commands) -> None:
    """`autostart`."""
    starting = commands.add("autostart", autostart, "Whether the reminders start when you log in.")
    starting.add_argument("what", nargs="?", choices=("on", "off", "status"), default="status")
    add_json(starting)


def autostart(options: argparse.Namespace, here: Here) -> int:
    """Switch it on or off, and print what holds then; a JSON object with `state`, `where`, `program` and `text`.

    0; 3 where it cannot be changed, and then nothing is.
    """
    from coach.progress.folders import Home
    from coach.wiring.own_start import at_login
    from coach.words.at_login import sentence

    kept = at_login(Home.from_environ(here.environ), here.environ)
    _switch(kept, options.what)
    entry = kept.entry()
    if options.json:
        told = {"state": entry.state, "where": entry.where or None, "program": entry.program or None}
        print_for_programs({**told, "text": sentence(entry)})
    else:
        print(sentence(entry))
    return FINE


def _switch(kept: AtLogin, what: str) -> None:
    from coach.words.at_login import failed

    try:
        if what == "on":
            kept.switch_on()
        elif what == "off":
            kept.switch_off()
    except OSError as error:
        raise Stop(failed(error).removesuffix("."), MACHINE) from None
