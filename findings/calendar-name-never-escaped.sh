#!/usr/bin/env bash
# icalendar 7.3.2 escapes the description of a calendar and not its name, and a test of its round trip cannot see it.
#
# NAME (RFC 7986) and its older twin X-WR-CALNAME are texts, in which a comma, a semicolon and a new line are written
# `\,` `\;` `\n`. The library has a parameter for the name, `Calendar.new(name=...)`, so one expects it to do so, as it
# does for DESCRIPTION beside it. Escaping goes by a table of property names, though, and neither is in it: the name is
# written as it is, and read as it is. What it wrote itself it therefore gives back whole; a file of anybody else's
# shows its backslashes, and a name of two lines ends in an AssertionError out of to_ical().
#
# What we do: we hand over the name as vText, which brings its escaping along, and test the line in the file.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2

cat >name.py <<'PY'
import sys

from icalendar import Calendar, __version__, vText

WORDS = "Back, neck; hips"
ESCAPED = r"Back\, neck\; hips"


def lines(calendar: Calendar) -> dict[str, str]:
    return dict(line.split(":", 1) for line in calendar.to_ical().decode().splitlines())


def fails(calendar: Calendar) -> str:
    try:
        calendar.to_ical()
    except AssertionError as problem:
        return f"AssertionError: {problem}"
    return ""


made = lines(Calendar.new(name=WORDS, description=WORDS))
foreign = Calendar.from_ical(f"BEGIN:VCALENDAR\r\nNAME:{ESCAPED}\r\nDESCRIPTION:{ESCAPED}\r\nEND:VCALENDAR\r\n")
itself = Calendar.from_ical(Calendar.new(name=WORDS).to_ical())
cured = Calendar()
cured.add("x-wr-calname", vText(f"{WORDS}\nmornings"))

print("icalendar", __version__)
for name in ("DESCRIPTION", "NAME", "X-WR-CALNAME"):
    print(f"written {name}:{made[name]}")
print("read    description", foreign.description, "| name", foreign.calendar_name)
print("its own name again ", itself.calendar_name)
print("two lines          ", fails(Calendar.new(name="Back\nmornings")))
print("as vText           ", lines(cured)["X-WR-CALNAME"])
# written DESCRIPTION:Back\, neck\; hips
# written NAME:Back, neck; hips
# written X-WR-CALNAME:Back, neck; hips
# read    description Back, neck; hips | name Back\, neck\; hips
# its own name again  Back, neck; hips
# two lines           AssertionError: Content line can not contain unescaped new line characters.
# as vText            Back\, neck\; hips\nmornings

if made["DESCRIPTION"] != ESCAPED or {made["NAME"], made["X-WR-CALNAME"]} != {WORDS}:
    sys.exit("The name is no longer written without escapes beside a description that has them.")
if foreign.description != WORDS or foreign.calendar_name != ESCAPED or itself.calendar_name != WORDS:
    sys.exit("A foreign name no longer keeps its backslashes when read.")
if not fails(Calendar.new(name="Back\nmornings")) or lines(cured)["X-WR-CALNAME"] != rf"{ESCAPED}\nmornings":
    sys.exit("A name of two lines no longer fails, or vText no longer helps.")
PY
env/bin/python name.py
