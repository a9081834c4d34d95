#!/usr/bin/env bash
# onnxruntime 1.29 and later, on Linux and macOS: a program that imports it looks for a server of its makers, a few
# seconds later, to tell them what it is used for.
#
# Until 1.28 only Windows was told, and by the system's own means. Since then the wheels for all systems have an uploader
# in them, which is on unless one says otherwise. It works in threads of its own, below Python: an audit hook that refuses
# every connection sees nothing of it, and `onnxruntime.disable_telemetry_events()` comes too late: the import has
# written an identifier of the machine into the person's cache folder, beside a store of what is still to be told, which
# a later program sends.
#
# What we do: the voice's process sets ORT_DISABLE_TELEMETRY=1 before the import; a test starts the program in a network
# of its own and fails at the first socket that is not of this machine.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v strace >/dev/null || { echo "needs strace" >&2; exit 2; }
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check onnxruntime==1.32.0

cat >asks.py <<'PY'
import sys
import time

sys.addaudithook(lambda event, _: (_ for _ in ()).throw(PermissionError(event)) if event.startswith("socket.") else None)
import onnxruntime

onnxruntime.disable_telemetry_events()
time.sleep(20)  # it is in no hurry: some ten seconds
PY
asks() {
    env -u CI HOME="$folder/$1" XDG_CACHE_HOME="$folder/$1" ORT_DISABLE_TELEMETRY="$2" \
        strace -f -qq -e trace=socket -o "$1.trace" env/bin/python asks.py
    echo "$1: $(grep -c 'socket(AF_INET' "$1.trace") sockets of the network, $(find "$1" -type f 2>/dev/null | wc -l) files left"
}
usual=$(asks usual "" || true)
told=$(asks told 1 || true)
printf 'onnxruntime 1.32.0\n%s\n%s\n' "$usual" "$told"
# usual: 6 sockets of the network, 2 files left
# told: 0 sockets of the network, 0 files left

if [[ $usual == *" 0 files"* || $told != *" 0 sockets"*" 0 files"* ]]; then
    echo "onnxruntime no longer asks, or no longer obeys." >&2
    exit 1
fi
