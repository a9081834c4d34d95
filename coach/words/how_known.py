"""How a desktop tells or does something, or why nobody does, in words: half a sentence, to stand in brackets."""

from __future__ import annotations

from collections.abc import Iterable

from coach.desktop.how import How
from coach.words.language import ENGLISH, Language


def said(hows: Iterable[How], language: Language = ENGLISH, *, between: str = "; ") -> str:
    """Each of them; names keep their form in every language."""
    return between.join(one(how, language) for how in hows)


def one(how: How, language: Language = ENGLISH) -> str:
    """One of them."""
    if how.what == "said":
        return how.name
    if how.what == "server-unknown" and not how.name:
        return language.translate(
            "HowKnown", "the notification server without a name tells it in no way that we understand"
        )
    kinds = (_of_system, _of_bus, _of_notifications, _of_notifying, _of_x11, _of_wayland, _of_wayland_services, _keeps)
    text = next(text for kind in kinds if (text := kind(how.what, language)))
    return text.format(name=how.name, seconds=f"{how.seconds:.0f}")


def _of_system(what: str, language: Language) -> str:
    return {
        "desktop-tells": language.translate("HowKnown", "the desktop tells"),
        "windows-tells": language.translate("HowKnown", "Windows tells"),
        "macos-tells": language.translate("HowKnown", "macOS tells"),
        "macos-needs-rights": language.translate("HowKnown", "macOS tells it only to programs with special rights"),
        "quartz-silent": language.translate("HowKnown", "Quartz cannot be asked"),
        "not-asked-here": language.translate("HowKnown", "it is not asked for on this system"),
        "not-shown-here": language.translate("HowKnown", "sessions are not shown on this system"),
        "nothing-shows": language.translate("HowKnown", "nothing shows sessions here"),
        "no-keys-here": language.translate("HowKnown", "this system has no such keys for programs to ask for"),
        "nothing-tells": language.translate("HowKnown", "nothing here tells it"),
        "nobody-keeps-on": language.translate(
            "HowKnown", "neither the screen's server nor a service of the desktop does it"
        ),
        "no-desktop-session": language.translate("HowKnown", "there is no desktop session"),
        "sandboxed": language.translate(
            "HowKnown", "what runs in a sandbox cannot be started from outside by its path"
        ),
        "not-installed": language.translate("HowKnown", "{name} is not installed"),
        "video-open": language.translate("HowKnown", "programs that have /dev/video open"),
    }.get(what, "")


def _of_bus(what: str, language: Language) -> str:
    return {
        "no-session-bus": language.translate("HowKnown", "there is no session bus"),
        "no-system-bus": language.translate("HowKnown", "there is no system bus"),
        "session-bus-silent": language.translate("HowKnown", "the session bus does not answer"),
        "mpris": language.translate("HowKnown", "MPRIS on the session bus"),
        "portal-keys": language.translate("HowKnown", "the desktop's portal for keys"),
        "no-portal-keys": language.translate("HowKnown", "no portal of this desktop has such keys"),
        "gnome-tells": language.translate("HowKnown", "GNOME tells"),
        "gnome-silent": language.translate("HowKnown", "GNOME's idle monitor does not answer"),
        "a11y-tells": language.translate("HowKnown", "the accessibility service tells"),
        "a11y-silent": language.translate("HowKnown", "no accessibility service answers"),
        "a11y-unasked": language.translate("HowKnown", "the accessibility service was not asked yet"),
        "portal-settings": language.translate("HowKnown", "the desktop's portal for settings"),
        "no-portal-settings": language.translate("HowKnown", "no portal of this desktop tells its settings"),
        "portal-refused": language.translate("HowKnown", "the desktop's portal, or you when it asked, said no"),
        "portal-silent": language.translate("HowKnown", "no portal of this desktop does it"),
        "logind-tells": language.translate("HowKnown", "logind tells"),
        "logind-silent": language.translate("HowKnown", "logind does not answer"),
        "logind-absent": language.translate("HowKnown", "logind does not run, or knows no session of this desktop"),
        "logind-unasked": language.translate("HowKnown", "logind was not asked yet"),
    }.get(what, "")


def _of_notifications(what: str, language: Language) -> str:
    return {
        "no-server": language.translate("HowKnown", "no notification server runs"),
        "server-silent": language.translate("HowKnown", "the notification server does not answer"),
        "server-unknown": language.translate(
            "HowKnown", "the notification server {name} tells it in no way that we understand"
        ),
        "named-tells": language.translate("HowKnown", "{name} tells"),
        "named-silent": language.translate("HowKnown", "{name} does not answer"),
        "named-has-none": language.translate("HowKnown", "{name} has none"),
    }.get(what, "")


def _of_notifying(what: str, language: Language) -> str:
    return {
        "no-bus-to-notify": language.translate("HowKnown", "there is no session bus to ask for a notification"),
        "no-way-to-notify": language.translate(
            "HowKnown", "the session bus cannot be reached to ask for a notification"
        ),
        "nobody-notifies": language.translate("HowKnown", "no program shows notifications on this desktop"),
        "notifier-refused": language.translate(
            "HowKnown", "the program that shows notifications on this desktop refused it"
        ),
        "notifier-silent": language.translate(
            "HowKnown", "the program that shows notifications on this desktop does not answer"
        ),
        "notifier-gone": language.translate("HowKnown", "the program that showed the notification went away"),
    }.get(what, "")


def _of_x11(what: str, language: Language) -> str:
    return {
        "x11-tells": language.translate("HowKnown", "the X server tells"),
        "x11-gone": language.translate("HowKnown", "the X server went away"),
        "x11-elsewhere": language.translate("HowKnown", "the display is on another machine"),
        "x11-unreachable": language.translate("HowKnown", "the X server {name} cannot be reached"),
        "x11-no-idle": language.translate("HowKnown", "the X server cannot tell the idle time"),
        "libx11-missing": language.translate("HowKnown", "libX11 is missing"),
        "libxss-missing": language.translate(
            "HowKnown", "libXss is missing, so the X server cannot be asked for the idle time"
        ),
    }.get(what, "")


def _of_wayland(what: str, language: Language) -> str:
    """What becomes of the connection."""
    return {
        "wayland-nowhere": language.translate("HowKnown", "XDG_RUNTIME_DIR does not say where Wayland is"),
        "wayland-unreachable": language.translate("HowKnown", "the Wayland compositor cannot be reached"),
        "wayland-gone": language.translate("HowKnown", "the Wayland compositor went away"),
        "wayland-silent": language.translate("HowKnown", "the Wayland compositor does not answer"),
        "wayland-deaf": language.translate("HowKnown", "the Wayland compositor does not listen"),
        "wayland-refused": language.translate("HowKnown", "the Wayland compositor refused: {name}"),
        "wayland-misread-size": language.translate(
            "HowKnown", "the Wayland compositor was not understood: a message of {name} bytes is none of Wayland's"
        ),
        "wayland-misread-list": language.translate(
            "HowKnown", "the Wayland compositor was not understood: an array of numbers is cut"
        ),
        "wayland-misread-end": language.translate(
            "HowKnown", "the Wayland compositor was not understood: a message is shorter than what it has to tell"
        ),
    }.get(what, "")


def _of_wayland_services(what: str, language: Language) -> str:
    """What a compositor offers."""
    return {
        "wayland-lacks": language.translate("HowKnown", "this Wayland compositor has no {name}"),
        "wayland-no-place": language.translate("HowKnown", "the Wayland compositor has no place for a surface"),
        "wayland-tells-by": language.translate("HowKnown", "the Wayland compositor tells by {name}"),
        "wayland-no-full-screen": language.translate(
            "HowKnown", "this Wayland compositor does not tell of full screen"
        ),
        "wayland-idle-by": language.translate(
            "HowKnown", "the Wayland compositor tells by {name}, to {seconds} seconds"
        ),
        "wayland-idle-by-unless-kept-on": language.translate(
            "HowKnown",
            "the Wayland compositor tells by {name}, to {seconds} seconds, and not while a program keeps the screen on",
        ),
        "wayland-no-idle": language.translate(
            "HowKnown", "this Wayland compositor tells the idle time in no way that we understand"
        ),
        "wayland-no-input": language.translate("HowKnown", "this Wayland compositor has neither keyboard nor mouse"),
    }.get(what, "")


def _keeps(what: str, language: Language) -> str:
    return {
        "system-keeps": language.translate("HowKnown", "the system"),
        "manager-keeps": language.translate("HowKnown", "the session manager"),
        "saver-keeps": language.translate("HowKnown", "the screen saver"),
        "x11-keeps": language.translate("HowKnown", "the X server"),
        "wayland-keeps": language.translate("HowKnown", "the Wayland compositor"),
    }.get(what, "")
