#!/usr/bin/env bash
# garmin-fit-sdk 21.218.0: a workout read from a FIT file and written again loses the length of every step, silently.
#
# In a FIT workout the meaning of a field hangs on another one: `duration_value` is milliseconds where `duration_type` is
# time, repetitions where it is reps. The decoder says it by the meaning as well, as `duration_time: 30.0` in seconds.
# One would expect the encoder of the same package to take that name, or to say that it does not know it. It knows
# neither such subfields nor a misspelt field, drops both without a word, and the file passes its integrity test: on the
# watch the step has no end. Only the raw name with the raw number is written.
#
# What we do: nothing yet, no FIT is written here. Who adds it writes duration_value in ms, and reads the file back.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check garmin-fit-sdk==21.218.0

cat >workout.py <<'PY'
import sys
from datetime import UTC, datetime
from importlib.metadata import version

from garmin_fit_sdk import Decoder, Encoder, Profile, Stream

NUMBER = Profile["mesg_num"]
FILE = {"type": "workout", "manufacturer": "development", "time_created": datetime(2026, 1, 5, tzinfo=UTC)}
WORKOUT = {"wkt_name": "Upper back", "sport": "training", "num_valid_steps": 1}
STEP = {"message_index": 0, "wkt_step_name": "Plank", "duration_type": "time"}


def read_back(**length: float) -> dict[str, object]:
    """The only step of a workout with this length, as the decoder tells it."""
    encoder = Encoder()
    encoder.on_mesg(NUMBER["FILE_ID"], FILE)
    encoder.on_mesg(NUMBER["WORKOUT"], WORKOUT)
    encoder.on_mesg(NUMBER["WORKOUT_STEP"], STEP | length)
    data = bytearray(encoder.close())
    if not Decoder(Stream.from_byte_array(data)).check_integrity():
        sys.exit("The file no longer passes its integrity test.")
    messages, errors = Decoder(Stream.from_byte_array(data)).read()
    if errors:
        sys.exit(f"The decoder now has something to say: {errors}")
    (step,) = messages["workout_step_mesgs"]
    return {name: value for name, value in step.items() if name.startswith("duration_")}


raw = read_back(duration_value=30_000)
named = read_back(duration_time=raw.get("duration_time", 30.0))
misspelt = read_back(duration_valeu=30_000)
print("garmin-fit-sdk", version("garmin-fit-sdk"))
print("duration_value=30000 ->", raw)
print("duration_time=30.0   ->", named)
print("duration_valeu=30000 ->", misspelt)
# duration_value=30000 -> {'duration_type': 'time', 'duration_value': 30000, 'duration_time': 30.0}
# duration_time=30.0   -> {'duration_type': 'time'}
# duration_valeu=30000 -> {'duration_type': 'time'}

if raw != {"duration_type": "time", "duration_value": 30_000, "duration_time": 30.0}:
    sys.exit("The decoder no longer tells the length by both names.")
if named != {"duration_type": "time"} or misspelt != named:
    sys.exit("The encoder no longer drops the name that its decoder gives.")
PY
env/bin/python workout.py
