"""`autostart` and `install-desktop`: how the desktop starts the program, and knows it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coach.commands.here import Here, paint_without_a_screen
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, MACHINE, Stop

if TYPE_CHECKING:
    from coach.desktop.at_login import AtLogin
    from coach.words.language import Language


def add_to(commands: Commands) -> None:
    """`autostart` and `install-desktop`."""
    starting = commands.add("autostart", autostart, "Whether the reminders start when you log in.")
    starting.add_argument(
        "what", nargs="?", choices=("on", "off", "status"), default="status", help="status, if absent"
    )
    add_json(starting)

    installing = commands.add("install-desktop", install_desktop, "Put the program, with its icons, into the menu.")
    installing.add_argument("--remove", action="store_true", help="take it out again")


def autostart(options: argparse.Namespace, here: Here) -> int:
    """Switch it on or off, and print what holds then; a JSON object with `state`, `where`, `program` and `text`.

    0; 3 where it cannot be changed, and then nothing is.
    """
    from coach.progress.folders import Home
    from coach.wiring.own_start import at_login
    from coach.words.at_login import sentence

    language = here.build().language
    kept = at_login(Home.from_environ(here.environ), here.environ, language)
    _switch(kept, options.what, language)
    entry = kept.entry()
    if options.json:
        told = {"state": entry.state, "where": entry.where or None, "program": entry.program or None}
        print_for_programs({**told, "text": sentence(entry)})
    else:
        print(sentence(entry, language))
    return FINE


def _switch(kept: AtLogin, what: str, language: Language) -> None:
    from coach.words.at_login import failed

    try:
        if what == "on":
            kept.switch_on()
        elif what == "off":
            kept.switch_off()
    except OSError as error:
        raise Stop(failed(error, language).removesuffix("."), MACHINE) from None


def install_desktop(options: argparse.Namespace, here: Here) -> int:
    """Write the entry of the desktop's menu and the icons that it and panels show, or remove them; prints each file.
    Said once more it does the same.

    0; 3 where this system has no such menu, Qt is missing, or a file cannot be written.
    """
    if sys.platform in ("win32", "darwin"):
        raise Stop("the menus of this system take no such entries; this is for Linux and other free desktops", MACHINE)
    from coach.desktop.sandbox import flatpak_id

    if flatpak_id(here.environ):
        raise Stop("Flatpak has put it into the menu already, and takes it out when it is uninstalled", MACHINE)
    from coach.desktop.linux_menu import Menu
    from coach.progress.folders import Home
    from coach.wiring.own_start import own_start
    from coach.words.at_login import reason
    from coach.words.entries import in_the_menu

    menu = Menu(here.environ, Path.home())
    try:
        if options.remove:
            files = menu.remove()
        else:
            start = own_start(Home.from_environ(here.environ), here.environ)
            files = menu.install(start, _icon_painter(), in_the_menu(here.build().language))
        for file in files:
            print(file, flush=True)
    except OSError as error:
        raise Stop(
            f"{error.filename or menu.entry} cannot be written: {reason(error, here.build().language)}", MACHINE
        ) from None
    return FINE


def _icon_painter() -> Callable[[int], bytes]:
    paint_without_a_screen()
    try:
        from coach.ui.look.icon_files import icon_png
    except ImportError as error:
        raise Stop(f"the icons cannot be drawn: {error}", MACHINE) from None
    return icon_png
