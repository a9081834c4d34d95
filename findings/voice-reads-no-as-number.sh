#!/usr/bin/env bash
# hibari-tts 0.2.1: "Answer yes or no." is spoken as "yes or number", and "Room No. 5" as "room no, five".
#
# "No." is a word and an abbreviation. One would expect the digit behind it, or the end of the sentence, to tell which.
# It is just the other way round: before a digit the stop is taken for the end of a sentence, and what is left, "Room
# No.", is read as the word in two breaths; at a true end the "no." that does not begin its sentence is always the
# abbreviation. "If it hurts, no. Stop at once." tells a person that a number hurts. With `!`, or without any stop, it is
# right. A single capital fares alike: "Grade C. Stop." is "grade one hundred" (a Roman number), and the stop of "Prone T.
# 2 sets" is swallowed. The command prints the phonemes without making a sound.
#
# What we do: before speaking, the stop behind "no" becomes "!", the one behind a lone capital a colon, and the capital
# that would be a Roman hundred a small letter (coach/sound/voice/read_aloud.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check hibari-tts==0.2.1 numpy==2.4.6 onnxruntime==1.32.0

# told TEXT PHONEMES: fails where TEXT, one line for each sentence, is read in another way.
told() {
  local read
  read=$(env/bin/hibari "$1" --phonemes | paste -sd '|')
  printf '%-31s %s\n' "$1" "$read"
  [ "$read" = "$2" ] || { echo "\"$1\" is no longer read as $2." >&2; exit 1; }
}

echo "hibari-tts $(env/bin/hibari --version)"
told "Answer yes or no." "ˈænsəɹ jˈɛs ɔɹ nˈʌmbəɹ."
told "Answer yes or no!" "ˈænsəɹ jˈɛs ɔɹ nˈO!"
told "Answer yes or no" "ˈænsəɹ jˈɛs ɔɹ nˈO"
told "If it hurts, no. Stop at once." "ˌɪf ɪt hˈɜɹts, nˈʌmbəɹ.|stˈɑp æt wˈʌns."
told "Room No. 5" "ɹˈum nˈO.|fˈIv"
told "Grade C. Stop." "ɡɹˈAd wˈʌn hˈʌndɹəd. stˈɑp."
told "Next: Prone T. 2 sets of 8." "nˈɛkst: pɹˈOn tˈi tˈu sˈɛts ʌv ˈAt."
told "Next: Prone T: 2 sets of 8." "nˈɛkst: pɹˈOn tˈi: tˈu sˈɛts ʌv ˈAt."
# The lines printed are the ones above: the text, and behind it what is read, its sentences parted by a bar.
