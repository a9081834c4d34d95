"""A mistake of the program: a sentence for the person, the details in a file. No traceback reaches anybody."""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

FILE = "last-error.txt"


def told(error: BaseException, environ: Mapping[str, str]) -> str:
    """What is said of it, once its details are in a file, where any folder takes one."""
    import tempfile
    import traceback

    from coach.files import make_private

    report = "".join(traceback.format_exception(error))
    place = None
    for folder in (_home_data(environ), Path(tempfile.gettempdir())):
        try:
            if folder is not None:
                make_private(folder)
                place = folder / FILE
                place.write_text(report, encoding="utf-8")
                break
        except OSError:
            place = None
    where = f"; if it comes again, tell those who make the program what is in {place}" if place else ""
    return f"posture-coach: something went wrong that should not: {error}{where}"


def catch_the_rest(environ: Mapping[str, str]) -> None:
    """From now on what nobody catches, in a thread or in what Qt calls, is told so: once each, since it may come with
    every frame. The program goes on.
    """
    said: set[tuple[type[BaseException], Path, int]] = set()

    def tell(error: BaseException) -> None:
        place = (type(error), *_line_of(error.__traceback__))
        if place not in said and sys.stderr is not None:
            said.add(place)
            with suppress(OSError, ValueError):  # nobody reads it any more
                sys.stderr.write(f"{told(error, environ)}\n")

    def in_the_main_thread(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            tell(error.with_traceback(trace))
        else:  # the person pressed Ctrl-C
            sys.__excepthook__(kind, error, trace)

    def in_another(what: threading.ExceptHookArgs) -> None:
        if isinstance(what.exc_value, Exception):
            tell(what.exc_value)

    sys.excepthook, threading.excepthook = in_the_main_thread, in_another


def _line_of(trace: TracebackType | None) -> tuple[Path, int]:
    """Where it was raised."""
    if trace is None:
        return Path(), 0
    while trace.tb_next is not None:
        trace = trace.tb_next
    return Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno


def _home_data(environ: Mapping[str, str]) -> Path | None:
    try:
        from coach.progress.folders import Home

        return Home.from_environ(environ).data
    except Exception:  # noqa: BLE001 - we are already reporting one failure
        return None
