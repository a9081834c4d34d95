"""Stand-ins for the helper process, `python -m coach.sound.voice.make`; each is called with ENGINE FOLDER LANGUAGE."""

from __future__ import annotations

GOOD = """
import json, sys, pathlib
for order in map(json.loads, list(sys.stdin)):
    pathlib.Path(sys.argv[2], order["file"]).write_text(order["words"])
    print(json.dumps({"file": order["file"], "seconds": 1.0}), flush=True)
"""
DIES_AFTER_ONE = """
import json, os, signal, sys
order = json.loads(list(sys.stdin)[0])
open(f"{sys.argv[2]}/starts", "a").write(order["words"] + " ")
print(json.dumps({"file": order["file"], "seconds": 1.0}), flush=True)
os.kill(os.getpid(), signal.SIGKILL) if hasattr(signal, "SIGKILL") else os._exit(9)
"""
CANNOT_LOAD = """
import json, sys
open(f"{sys.argv[2]}/starts", "a").write("start ")
print("a warning of some library", flush=True)
print(json.dumps({"trouble": {"what": "voice-unloaded", "why": "no memory"}}), flush=True)
sys.exit(1)
"""
CANNOT_WRITE = """
import json, sys
for order in map(json.loads, list(sys.stdin)):
    trouble = {"what": "unkept", "name": "x", "why": "No space left on device"}
    print(json.dumps({"file": order["file"], "trouble": trouble}))
"""
WAITS = """
import sys
open(f"{sys.argv[2]}/waits", "w").close()
sys.stdin.read()
print(flush=True)
import time
time.sleep(600)
"""
