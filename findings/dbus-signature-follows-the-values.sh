#!/usr/bin/env bash
# PySide6 6.11's QtDBus: the types on the wire are guessed from the values, and Notify cannot be called.
#
# D-Bus is typed: org.freedesktop.Notifications.Notify takes (susssasa{sv}i), and a daemon refuses anything else. One
# would expect a list of values to be fitted to the method, or a way to name the type. QDBusMessage.setArguments takes
# the type from the Python value instead: the unsigned id becomes `i`, an empty list of actions `av` (one with a word in
# it `as`), and a number that outgrows 32 bits turns from `i` to `x`. So a call that works changes its signature with its
# data, and message.signature() says nothing at all before it is sent. jeepney, which reads the messages here at the
# other end of a socket, wants the signature written down.
#
# What we do: all D-Bus goes through jeepney, with the signature beside each call.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3 jeepney==0.9.0

cat >wire.py <<'PY'
import queue
import socket
import sys
import threading
from importlib.metadata import version

from jeepney import HeaderFields, Parser
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

WANTED = "susssasa{sv}i"  # app, id it replaces, icon, title, text, actions, hints, milliseconds
CALLS = {
    "no actions, 40 s": ["app", 0, "", "Desk reset", "Stand up", [], {}, 40_000],
    "an action, 40 s": ["app", 0, "", "Desk reset", "Stand up", ["open", "Open"], {"urgency": 1}, 40_000],
    "an action, 30 days": ["app", 0, "", "Desk reset", "Stand up", ["open", "Open"], {}, 2_592_000_000],
}
seen: queue.Queue[str] = queue.Queue()
listener = socket.socket(socket.AF_UNIX)
listener.bind("peer")
listener.listen()


def answer() -> None:
    """The other end: lets anybody in, then keeps the signature of each message."""
    peer = listener.accept()[0]
    with peer.makefile("rb") as lines:
        while not (line := lines.readline().lstrip(b"\0")).startswith(b"BEGIN"):
            peer.sendall(b"OK " + b"0" * 32 + b"\r\n" if line.startswith(b"AUTH") else b"ERROR\r\n")
        parser = Parser()
        while some := lines.read1():
            parser.add_data(some)
            while (message := parser.get_next_message()) is not None:
                seen.put(message.header.fields[HeaderFields.signature])


application = QCoreApplication([])
threading.Thread(target=answer, daemon=True).start()
connection = QDBusConnection.connectToPeer("unix:path=peer", "peer")
found = {}
for name, values in CALLS.items():
    service, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
    message = QDBusMessage.createMethodCall(service, path, service, "Notify")
    message.setArguments(values)
    before = message.signature()
    connection.send(message)
    found[name] = seen.get(timeout=30)

print("PySide6-Essentials", version("PySide6-Essentials"), "jeepney", version("jeepney"))
for name, signature in ("wanted", WANTED), ("before it is sent", before), *found.items():
    print(f"{name:18} {signature!r}")
# wanted             'susssasa{sv}i'
# before it is sent  ''
# no actions, 40 s   'sisssava{sv}i'
# an action, 40 s    'sisssasa{sv}i'
# an action, 30 days 'sisssasa{sv}x'

if before or list(found.values()) != ["sisssava{sv}i", "sisssasa{sv}i", "sisssasa{sv}x"]:
    sys.exit("The signature no longer follows the values.")
PY
env/bin/python wire.py
