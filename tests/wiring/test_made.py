"""A part that is made once, and whether it was."""

from __future__ import annotations

from coach.wiring.made import made


class Kitchen:
    """One part that counts how often it was made."""

    def __init__(self) -> None:
        self.fires = 0

    @made
    def fire(self) -> str:
        """Lit when it is first wanted."""
        self.fires += 1
        return f"fire {self.fires}"


class Camp(Kitchen):
    """What a kitchen has, a camp has."""


def test_a_part_is_made_when_it_is_first_asked_for_and_kept() -> None:
    camp = Camp()
    assert (Camp.fire.if_made(camp), camp.fires) == (None, 0), "asking whether it was made makes none"
    assert (camp.fire, camp.fire, camp.fires) == ("fire 1", "fire 1", 1)
    assert Kitchen.fire.if_made(camp) == "fire 1"
    assert Kitchen.fire.if_made(Camp()) is None, "another one has its own"


def test_what_was_given_counts_as_made_and_none_is_made_beside_it() -> None:
    camp = Camp()
    camp.fire = "brought along"
    assert (Kitchen.fire.if_made(camp), camp.fire, camp.fires) == ("brought along", "brought along", 0)
