#!/usr/bin/env bash
# node-ical 0.26.1: from Chicago westwards, Mondays at 18:00 become the Sundays before them.
#
# A floating time (RFC 5545 3.3.5: no zone, no Z) is 18:00 wherever one is, so BYDAY=MO means Mondays in every zone.
# node-ical turns the start into UTC and expands the rule there. From UTC-6 westwards 18:00 is already Tuesday in UTC:
# the first Monday is left out, the others become the Sundays before them, and one more Sunday fills up COUNT. `start`
# and the hour are right, and so is all in the zones to the east of that: whoever tries it in Europe sees nothing.
#
# What we do: we keep floating times, since who travels trains at 18:00 there too, and the other readers that we tried
# (khal, libical, ical.js, vobject, calcurse) expand them rightly.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . node-ical@0.26.1

cat >routine.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:back@example
DTSTAMP:20260101T000000Z
DTSTART:20260105T180000
DURATION:PT10M
RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3
SUMMARY:Upper back
END:VEVENT
END:VCALENDAR
ICS

cat >occurrences.js <<'JS'
const ical = require("node-ical");
const event = Object.values(ical.sync.parseFile("routine.ics")).find((part) => part.type === "VEVENT");
const span = { from: new Date(Date.UTC(2025, 11, 31)), to: new Date(Date.UTC(2026, 1, 10)) };
const told = ical.expandRecurringEvent(event, span).map(({ start }) => String(start).slice(0, 21));
console.log(told.join(", "));
JS

in_zone() { TZ="$1" node occurrences.js; }

echo "node-ical $(node -p 'require("node-ical/package.json").version'), node $(node --version)"
for zone in Europe/Berlin America/New_York America/Chicago America/Denver; do
  printf '%-17s %s\n' "$zone" "$(in_zone "$zone")"
done
# Europe/Berlin     Mon Jan 05 2026 18:00, Mon Jan 12 2026 18:00, Mon Jan 19 2026 18:00
# America/New_York  Mon Jan 05 2026 18:00, Mon Jan 12 2026 18:00, Mon Jan 19 2026 18:00
# America/Chicago   Sun Jan 11 2026 18:00, Sun Jan 18 2026 18:00, Sun Jan 25 2026 18:00
# America/Denver    Sun Jan 11 2026 18:00, Sun Jan 18 2026 18:00, Sun Jan 25 2026 18:00

right="Mon Jan 05 2026 18:00, Mon Jan 12 2026 18:00, Mon Jan 19 2026 18:00"
late="Sun Jan 11 2026 18:00, Sun Jan 18 2026 18:00, Sun Jan 25 2026 18:00"
for zone in Europe/Berlin America/New_York; do
  [ "$(in_zone "$zone")" = "$right" ] || { echo "$zone is no longer right." >&2; exit 1; }
done
for zone in America/Chicago America/Denver; do
  [ "$(in_zone "$zone")" = "$late" ] || { echo "$zone no longer gets Sundays." >&2; exit 1; }
done
