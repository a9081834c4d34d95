"""The languages that the system is set to speak. Those of Windows and macOS were not tried on a real one yet."""

from __future__ import annotations

import locale
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path


def wishes(environ: Mapping[str, str], platform: str = sys.platform, home: Path | None = None) -> tuple[str, ...]:
    """The tags of the system's languages, the first wish first; none where it tells none."""
    if platform == "win32":
        return _of_windows()
    if platform == "darwin" and (told := _of_macos(home or Path.home())):
        return told
    return tuple(of_posix(environ))


def of_posix(environ: Mapping[str, str]) -> Iterable[str]:
    """As POSIX has them: LANGUAGE is a list, and counts only where the locale is a language's at all (GNU gettext)."""
    main = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if not main or _tag(main) in ("c", "posix"):
        return ()
    return [_tag(one) for one in (*environ.get("LANGUAGE", "").split(":"), main) if one]


def _tag(locale: str) -> str:
    """`de` of `de_AT.UTF-8@euro`, and of `de-AT`."""
    return locale.replace("-", "_").partition("_")[0].partition(".")[0].partition("@")[0].lower()


def _of_macos(home: Path) -> tuple[str, ...]:
    import plistlib

    try:
        kept = plistlib.loads((home / "Library/Preferences/.GlobalPreferences.plist").read_bytes())
    except (OSError, plistlib.InvalidFileException, ValueError):
        return ()
    told = kept.get("AppleLanguages") if isinstance(kept, dict) else None
    return tuple(_tag(one) for one in told if isinstance(one, str)) if isinstance(told, list) else ()


def _of_windows() -> tuple[str, ...]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (no other system's ctypes has it)
    told = locale.windows_locale.get(kernel.GetUserDefaultUILanguage(), "")
    return (_tag(told),) if told else ()
