"""`history`: what was done."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coach.commands.here import Here
from coach.commands.parser import Commands, add_json
from coach.commands.printing import print_for_programs
from coach.commands.stop import FINE, MACHINE, Stop
from coach.progress.columns import explained

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.progress.records import HistoryEntry


def add_to(commands: Commands) -> None:
    """`history`."""
    past = commands.add("history", history, "What was done: sessions, tests, reminders.")
    past.formatter_class = argparse.RawDescriptionHelpFormatter
    past.epilog = f"The columns of the table; a cell is empty where one does not apply:\n\n{explained()}"
    forms = past.add_mutually_exclusive_group()
    add_json(forms)
    forms.add_argument("--csv", metavar="FILE", help="- for stdout")


def history(options: argparse.Namespace, here: Here) -> int:
    """Print what was done as text, JSON or, to FILE or stdout, as a CSV table; 0, or 3 where FILE cannot be written."""
    from coach.progress.history import as_json
    from coach.words import data_file
    from coach.words.history import as_text

    parts = here.build()
    catalogue = parts.library.catalogue
    language = parts.language.tag if not (options.json or options.csv) else "en"
    entries = parts.store.history(partial(catalogue.title_of, language=language))
    for notice in data_file.notices(parts.language, parts.store.notices):
        here.tell(notice)
    if options.json:
        print_for_programs(as_json(entries))
    elif options.csv:
        _write(_table(entries, catalogue), options.csv)
    else:
        print(as_text(entries, parts.language))
    return FINE


def _table(entries: Sequence[HistoryEntry], catalogue: Catalogue) -> str:
    import io

    from coach.progress.history import history_csv

    text = io.StringIO()
    history_csv(entries, text, [area.id for area in catalogue.areas.values() if area.rated])
    return text.getvalue()


def _write(text: str, file: str) -> None:
    from coach.files import write_whole

    if file == "-":
        sys.stdout.write(text)
        return
    try:
        write_whole(Path(file), text)
    except OSError as error:
        raise Stop(f"{file} cannot be written ({error.strerror}); name a file in a folder of yours", MACHINE) from None
