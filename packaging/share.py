"""What a system's folders want of a program: manual page, completion of shells, description, menu entry.

    python packaging/share.py FOLDER
    python packaging/share.py --flatpak FOLDER      # entry, description and icons, by the names that Flatpak wants

writes them below FOLDER as they lie below /usr: share/man, share/bash-completion and so on. A wheel takes along all but
the menu's entry, which `posture-coach install-desktop` writes with its icons; who makes a package of a distribution
wants that, too. It needs shtab and argparse-manpage, and nothing of what the program needs.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NEEDS = ("argparse-manpage>=4.8", "shtab>=1.13")
ENTRY = "share/applications/posture-coach.desktop"
FOR_PORTALS = "share/applications/io.github.posture_coach.desktop"

_IDS = "posture-coach list --ids 2>/dev/null"
"""Prints the library's ids, a person's own among them, as Tab is pressed."""

_OF_A_CHECKOUT = ("test", "bench")
"""Commands that an installed program does not list, since they can do nothing there."""

_TEXT_WITH_A_DOT = re.compile(r"^(?=\.(?![A-Z]{1,2}\b))", re.MULTILINE)
"""Where a help text that begins with a dot (".wav") would be taken for a request to troff; those are capitals."""


def files() -> Iterator[tuple[str, str]]:
    """Each file's place below the prefix, and its text."""
    yield "share/man/man1/posture-coach.1", manual_page()
    yield "share/bash-completion/completions/posture-coach", completion("bash")
    yield "share/zsh/site-functions/_posture-coach", completion("zsh")
    yield "share/fish/vendor_completions.d/posture-coach.fish", completion("fish")
    yield "share/metainfo/io.github.posture_coach.metainfo.xml", metainfo()


def system() -> Iterator[tuple[str, bytes]]:
    """What a package of a distribution takes along."""
    for place, text in files():
        yield place, text.encode()
    yield ENTRY, menu_entry().encode()
    yield FOR_PORTALS, entry_for_portals().encode()


def menu_entry() -> str:
    """For a program that lies where the system looks for commands."""
    from coach.desktop.at_login import Start
    from coach.desktop.linux_menu import entry
    from coach.words.entries import in_the_menu

    return entry(Start(("posture-coach",), {}), in_the_menu())


def entry_for_portals() -> str:
    """Of the same program, for the desktop's portals."""
    from coach.desktop.at_login import Start
    from coach.desktop.linux_menu import entry_for_portals as written

    return written(Start(("posture-coach",), {}))


def manual_page() -> str:
    """In troff, of section 1. Its date is SOURCE_DATE_EPOCH's where that is set."""
    from argparse_manpage.manpage import Manpage

    data = {
        "project_name": "Posture Coach",
        "version": _version(),
        "manual_title": "User commands",
        "description": "wall posture test, guided routines and reminders at the desk",
        "include": str(ROOT / "packaging" / "man.inc"),
    }
    page = str(Manpage(_command_line(), data, format="single-commands-section"))
    return _TEXT_WITH_A_DOT.sub(r"\\&", page)


def completion(shell: str) -> str:
    """Of bash, zsh or fish."""
    import shtab

    parser = _command_line()
    by_value = {
        "FILE": shtab.FILE,
        "PATH": shtab.FILE,
        "DIR": shtab.DIRECTORY,
        "ID": shtab.cmd(_IDS),
    }
    for action in _actions(parser):
        wanted = by_value.get(str(action.metavar))
        if action.metavar == "KIND":
            action.choices = str(action.help).split(", ")  # the command line itself has none, and reads plurals, too
        elif wanted is not None:
            action.complete = wanted  # type: ignore[attr-defined]  # shtab's way to be told
    return str(shtab.complete(parser, shell))


def metainfo() -> str:
    """AppStream's description, with the releases that CHANGELOG.md tells."""
    text = (ROOT / "packaging" / "posture-coach.metainfo.xml").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    told = re.findall(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$", changes, re.MULTILINE)
    lines = "".join(f'    <release version="{version}" date="{date}"/>\n' for version, date in told)
    return text.replace("</component>", f"  <releases>\n{lines}  </releases>\n</component>") if told else text


def flatpak() -> Iterator[tuple[str, bytes]]:
    """What a desktop shows of a Flatpak, each named like it; the icons take Qt and the installed program."""
    from coach.desktop.linux_menu import SIZES
    from coach.ui.look.icon_files import icon_png

    name, entry = Path(FOR_PORTALS).stem, menu_entry()
    yield FOR_PORTALS, entry.replace("\nIcon=posture-coach\n", f"\nIcon={name}\n").encode()
    described = metainfo()
    for element in ('<launchable type="desktop-id">posture-coach.desktop<', '<icon type="stock">posture-coach<'):
        described = described.replace(element, element.replace("posture-coach", name))
    yield f"share/metainfo/{name}.metainfo.xml", described.encode()
    for side in SIZES:
        yield f"share/icons/hicolor/{side}x{side}/apps/{name}.png", icon_png(side)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - argparse tells them in no other way
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for below in action.choices.values():
                yield from _actions(below)


def _command_line() -> argparse.ArgumentParser:
    from coach.cli import command_line

    parser = command_line()
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for name in _OF_A_CHECKOUT:
                action.choices.pop(name)
                listed = action._choices_actions  # noqa: SLF001
                listed[:] = [command for command in listed if command.dest != name]
    return parser


def _version() -> str:
    from coach import __version__

    return __version__


def main(folder: Path, *, for_flatpak: bool = False) -> None:
    """Write them all, and print where."""
    for place, data in flatpak() if for_flatpak else system():
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        print(file)


if __name__ == "__main__":
    *option, last = sys.argv[1:] or [""]
    if not last or option not in ([], ["--flatpak"]):
        sys.exit("write: python packaging/share.py [--flatpak] FOLDER")
    sys.path.insert(0, str(ROOT))
    main(Path(last), for_flatpak=bool(option))
