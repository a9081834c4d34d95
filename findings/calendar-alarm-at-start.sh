#!/usr/bin/env bash
# ics 0.7.3 rewrites an alarm at the start of an event as `TRIGGER:P`, and another library refuses the whole file.
#
# `TRIGGER:PT0S` is the plain way to be told when something begins. One would expect a library that reads a calendar and
# writes it again to keep it. ics leaves out every part of a length that is zero; here all are, and `P` alone is no
# duration (RFC 5545 3.3.6 wants at least one part). It reads its own `P` back without a word, so a test that goes
# through ics twice is content; vobject stops at that line, and no event of the file is to be had. The same round trip
# nails a floating time to UTC: 18:00 wherever one is becomes 18:00Z, three at night in Tokyo.
#
# What we do: we write by icalendar, which says PT0S, and read no calendar back. What a service built on ics has passed
# on is spoilt before anybody could mend it; the file that we wrote is the one to import.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ics==0.7.3 vobject==0.9.9

cat >round.py <<'PY'
import sys
from importlib.metadata import version

import ics
import vobject

LINES = """BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//example//EN|BEGIN:VEVENT|UID:back@example|DTSTAMP:20260101T000000Z
DTSTART:20260105T180000|DURATION:PT10M|SUMMARY:Upper back|BEGIN:VALARM|ACTION:DISPLAY|DESCRIPTION:Upper back
TRIGGER:PT0S|END:VALARM|END:VEVENT|END:VCALENDAR"""
before = LINES.replace("|", "\n").replace("\n", "\r\n") + "\r\n"
after = ics.Calendar(before).serialize()


def line(name: str, text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(name))


def read_by_vobject(text: str) -> str:
    try:
        return f"alarm after {vobject.readOne(text).vevent.valarm.trigger.value}"
    except vobject.base.ParseError as problem:
        return f"refused: {problem}"


print("ics", version("ics"), "vobject", version("vobject"))
for name in ("TRIGGER", "DTSTART"):
    print(f"{line(name, before)} -> {line(name, after)}")
print("vobject, before:", read_by_vobject(before))
print("vobject, after: ", read_by_vobject(after))
alarm = next(iter(next(iter(ics.Calendar(after).events)).alarms))
print("ics, after:     ", alarm.trigger)
# TRIGGER:PT0S -> TRIGGER:P
# DTSTART:20260105T180000 -> DTSTART:20260105T180000Z
# vobject, before: alarm after 0:00:00
# vobject, after:  refused: At line 17: TRIGGER with no VALUE not recognized as DURATION or as DATE-TIME
# ics, after:      0:00:00

if line("TRIGGER", after) != "TRIGGER:P" or line("DTSTART", after) != "DTSTART:20260105T180000Z":
    sys.exit("ics no longer spoils the alarm and the start.")
if "refused" in read_by_vobject(before) or "refused" not in read_by_vobject(after):
    sys.exit("vobject no longer takes the file before and refuses it after.")
PY
env/bin/python -W ignore::FutureWarning round.py
