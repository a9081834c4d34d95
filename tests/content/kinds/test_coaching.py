"""kind: coaching: events, placeholders and phrases."""

from __future__ import annotations

import pytest

from coach.content.examining import examine
from tests.content.shelf import Shelf

CASES = [
    ("summary: x\n", ["1:1: events is missing; write events: {go: {sound: go}}"]),
    ("events:\n  {}\n", []),
    (
        (
            "events:\n  go: {sound: go}\n  countdown: {sound: tick, last: 3s}\n"
            "  half: {say: Halfway., from: 20s}\n  form: {}\n"
        ),
        [],
    ),
    ("events:\n  goo: {sound: go}\n", ["6:3: goo is not known; did you mean go?"]),
    ("events:\n  go: {sound: goo}\n", ["6:15: goo is not known; did you mean go?"]),
    ("events:\n  go: go\n", ["6:7: go is not a map of keys; write {say: TEXT}"]),
    (
        "events:\n  go: {last: 3s}\n  half: {last: 3s}\n",
        ["6:8: last is not known; write say or sound", "7:10: last is not known; write from, say or sound"],
    ),
    ("events:\n  countdown: {last: 3, sound: tick}\n", ["6:21: 3 has no unit; did you mean 3s?"]),
    ("events:\n  countdown: {last: 61s}\n", ["6:21: 61s is too long; write 1s to 60s"]),
    ("events:\n  back: {sound: go, from: 5s}\n  last-minute: {say: '{seconds}', from: 10m}\n", []),
    ("events:\n  back: {from: 6m}\n", ["6:16: 6m is too long; write 1s to 5m"]),
    ("events:\n  last-minute: {from: 60s}\n", ["6:23: 60s is too short; write 61s to 60m"]),
    ("events:\n  half: {from: 0s}\n", ["6:16: 0s is too short; write 1s to 60m"]),
    ("events:\n  next: {say: ['Next: {exercise}. {dose}. {describe}', 'Next: {exercise}.']}\n", []),
    ("events:\n  next: {say: 'Next: {excercise}.'}\n", ["6:15: {excercise} is not known; did you mean {exercise}?"]),
    ("events:\n  next: {say: ['{routine} {side} {set} {sets} {reps} {seconds} {needs} {position} {round}']}\n", []),
    ("events:\n  count: {say: '{rep} of {reps}, {side}'}\n", []),
    (
        "events:\n  next: {say: 'Next: {rep}.'}\n  rest: {say: '{needs}'}\n  done: {say: '{set}'}\n",
        [
            (
                "7:15: {needs} stands for nothing in rest; leave it out, or write one of {describe}, {dose}, "
                "{exercise}, {reps}, {routine}, {seconds}, {sets}, {set}, {side}, {turn}"
            ),
        ],
    ),
    (
        "events:\n  next: {say: 'Next: {exercise.'}\n",
        ["6:15: a { stands alone in this text; write a placeholder such as {exercise}"],
    ),
    (
        "events:\n  next: {say: 'Next: exercise}.'}\n",
        ["6:15: a } stands alone in this text; write a placeholder such as {exercise}"],
    ),
    (
        "events:\n  next: {say: 'Next: {}.'}\n",
        [
            (
                "6:15: {} is not known; write {describe}, {dose}, {exercise}, {needs}, {position}, {reps}, "
                "{round}, {routine}, {seconds}, {sets}, {set} or {side}"
            )
        ],
    ),
    (
        "events:\n  next: {say: ['{a}', '{exercise} {doze}']}\n",
        [
            (
                "6:16: {a} is not known; write {describe}, {dose}, {exercise}, {needs}, {position}, {reps}, "
                "{round}, {routine}, {seconds}, {sets}, {set} or {side}"
            ),
            "6:23: {doze} is not known; did you mean {dose}?",
        ],
    ),
    ("events:\n  next: {say: []}\n", ["6:15: the list is empty; write at least one, such as [TEXT]"]),
    ("events:\n  next: {say: 5}\n", ['6:15: 5 is a number where a text is wanted; write "5" in quotes']),
    (
        "events:\n  next: {say: {en: 'Next {exercise}', de: 'Jetzt {ubung}'}}\n",
        [
            (
                "6:43: {ubung} is not known; write {describe}, {dose}, {exercise}, {needs}, {position}, {reps}, "
                "{round}, {routine}, {seconds}, {sets}, {set} or {side}"
            )
        ],
    ),
    ("events:\n  next: {say: Next, please}\n", ["6:21: please is not a key; put a text that holds a comma in quotes"]),
    (
        (
            "events:\n  go: {}\n"
            "phrases: {hold: 'hold {time}', seconds: {one: '{n} second', other: '{n} seconds'}, "
            "own-pace: {en: at your own pace, de: im eigenen Tempo}}\n"
        ),
        [],
    ),
    (
        (
            "events:\n  go: {}\n"
            "phrases: {hols: x, hold: 'hold {tim}', seconds: {one: '{n} second'}, minutes: {one: 1, "
            "other: '{n}', few: x}, left: 5, joined: [a]}\n"
        ),
        [
            "7:11: hols is not known; did you mean hold?",
            "7:26: {tim} is not known; did you mean {time}?",
            "7:49: other is missing; write other: TEXT",
            '7:85: 1 is a number where a text is wanted; write "1" in quotes',
            "7:107: x is in no language; write {LANGUAGE: TEXT}, such as {pl: TEXT}",
            '7:117: 5 is a number where a text is wanted; write "5" in quotes',
            "7:128: a list stands where a text is wanted; write one text, in quotes if need be",
        ],
    ),
    ("events: {}\nfigures: {desk: chin-tuck}\n", []),
    (
        "events: {}\nfigures: {dest: chin-tuck, desk: chin-tuk}\n",
        ["6:11: dest is not known; did you mean desk?", "6:34: chin-tuk is not known; did you mean chin-tuck?"],
    ),
    ("events: go\n", ["5:9: go is not a map of keys; write {go: {sound: go}}"]),
    ("event: {}\n", ["5:1: event is not known; did you mean events?"]),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_coaching(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("coaching", body) == problems


def test_other_languages_have_more_forms_of_number(shelf: Shelf) -> None:
    body = (
        "events:\n  go: {}\nphrases:\n  seconds:\n    one: {en: '{n} second', pl: '{n} sekunda'}\n"
        "    few: {pl: '{n} sekundy', de: '{n} x', en: '{n} y'}\n    many: {pl: '{n} sekund'}\n"
        "    other: {en: '{n} seconds', pl: '{n} sekundy'}\n"
    )
    assert shelf.of("coaching", body) == []
    hints = examine([shelf.root / "coaching.yaml"], shelf.shipped, None).hints
    assert [f"{hint.line}:{hint.column}: {hint.text}" for hint in hints] == [
        "10:30: de has no few beside a number, so it is never said; it has one and other",
        "10:43: en has no few beside a number, so it is never said; it has one and other",
    ]
    misspelt = body.replace("sekund'", "{x} sekund'")
    assert shelf.of("coaching", misspelt) == ["11:16: {x} is not known; did you mean {n}?"]
