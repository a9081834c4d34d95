"""A message bus of a test's making: who has which name, what each answers, and what is told unasked."""

from __future__ import annotations

from typing import Any

from coach.desktop.dbus import BUS, Bus, Question, Reply, Signal

ABSENT = Reply(refusal="org.freedesktop.DBus.Error.NameHasNoOwner")
UNKNOWN = Reply(refusal="org.freedesktop.DBus.Error.UnknownMethod")
SILENT = Reply()


class FakeBus(Bus):
    """`answers` by service and method, of properties by service and the property's name. `asked` has each question.

    `is_heard` False: nobody can listen to it, as while there is no connection.
    """

    def __init__(self) -> None:
        super().__init__(None)
        self.answers: dict[tuple[str, str], Reply | tuple[Any, ...]] = {}
        self.owners: dict[str, str] = {}
        self.asked: list[str] = []
        self.is_heard = True
        self.is_closed = False
        self._listened: dict[Signal, list[tuple[Any, ...]]] = {}

    def reply(self, question: Question) -> Reply:
        what = question.body[1] if question.method == "Get" else question.method
        self.asked.append(str(what))
        if question.service == BUS:
            owner = self.owners.get(str(question.body[0]))
            return ABSENT if owner is None else Reply((owner,))
        found = self.answers.get((question.service, str(what)), UNKNOWN)
        return found if isinstance(found, Reply) else Reply(found)

    def heard(self, signal: Signal) -> list[tuple[Any, ...]] | None:
        if not self.is_heard or signal not in self._listened:
            self._listened[signal] = []
            return None
        told, self._listened[signal] = self._listened[signal], []
        return told

    def tell(self, member: str, *body: Any) -> None:
        """Everybody who listens to a signal of this name hears it."""
        for signal, told in self._listened.items():
            if signal.member == member and (not signal.subject or signal.subject == body[0]):
                told.append(body)

    def own(self, name: str, owner: str | None) -> None:
        """Another program, or none, has this name from now on."""
        before = self.owners.pop(name, "")
        if owner is not None:
            self.owners[name] = owner
        self.tell("NameOwnerChanged", name, before, owner or "")

    def spare_no_longer(self, service: str) -> None:
        self.asked.append(f"spare {service} no longer")

    def close(self) -> None:
        self.is_closed = True
