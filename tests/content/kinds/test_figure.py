"""kind: figure: keys, joints with their limits, props, contacts, highlights (figure page)."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

ENDS = "left-foot, left-hand, left-wrist, right-foot, right-hand or right-wrist"
CASES = [
    (
        "summary: x\n",
        ["1:1: base is missing; write base: standing", "1:1: start is missing; write start: {thoracic: {flex: 8}}"],
    ),
    ("base: sitting\nstart: {}\n", []),
    ("base: sitting\nstart: {}\nview: sideways\n", ["7:7: sideways is not known; did you mean side?"]),
    ("base: sit\nstart: {}\n", ["5:7: sit is not known; did you mean sitting?"]),
    ("base: sitting\nstart: {}\nview: [-25, 20.5]\nsecond_view: top\n", []),
    (
        "base: sitting\nstart: {}\nview: [-181, 85]\n",
        ["7:8: -181 is too small; write -180 to 180", "7:14: 85 is too large; write 0 to 84"],
    ),
    ("base: sitting\nstart: {}\nview: [0, -1]\n", ["7:11: -1 is too small; write 0 to 84"]),
    ("base: sitting\nstart: {}\nview: [45]\n", ["7:7: the list has 1 of 2 items; write exactly 2, such as [-25, 20]"]),
    (
        "base: sitting\nstart: {}\nview: [4, 5, 6]\n",
        ["7:14: the list has 3 items; write exactly 2, such as [-25, 20]"],
    ),
    ("base: sitting\nstart: {}\nview: [side, 5]\n", ["7:8: side is not a number; write -180 to 180"]),
    (
        "base: sitting\nstart: {}\nview: 45\n",
        ["7:7: 45 cannot stand here; write side, front, back, three-quarter, three-quarter-back, top or [-25, 20]"],
    ),
    (
        "base: sitting\nstart: {}\nview: {yaw: 45}\n",
        ["7:7: a map cannot stand here; write side, front, back, three-quarter, three-quarter-back, top or [-25, 20]"],
    ),
    ("base: sitting\nstart: {}\nsecond_view: [30, 14]\n", []),
    ("base: sitting\nstart: {}\nsecond-view: [30, 14]\n", []),
    (
        "base: sitting\nstart: {}\nsecond-view: [30, 14]\nsecond_view: [30]\n",
        [
            "8:1: second-view and second_view exclude each other; keep one of them",
            "8:14: the list has 1 of 2 items; write exactly 2, such as [-25, 20]",
        ],
    ),
    ("base: sitting\nstart: {}\nsecond_view: [181, 0]\n", ["7:15: 181 is too large; write -180 to 180"]),
    ("base: sitting\nstart: {thorasic: {flex: 8}}\n", ["6:9: thorasic is not known; did you mean thoracic?"]),
    ("base: sitting\nstart: {thoracic: {flex: 46}}\n", ["6:26: 46 is too large; write -30 to 45"]),
    ("base: sitting\nstart: {thoracic: {flexion: 8}}\n", ["6:20: flexion is not known; did you mean flex?"]),
    ("base: sitting\nstart: {thoracic: 8}\n", ["6:19: 8 is not enough for thoracic; write a map such as {flex: 10}"]),
    ("base: sitting\nstart: {elbow: 151}\n", ["6:16: 151 is too large; write -5 to 150"]),
    (
        (
            "base: sitting\n"
            "start: {elbow: 90, left-elbow: 20, right-wrist: {flex: 10, deviate: -30}, forearm: 90, "
            "knee: 155.0, ankle: -60, hand: 100, toes: 75}\n"
        ),
        [],
    ),
    (
        "base: sitting\nstart: {left-neck: {flex: 5}}\n",
        ["6:9: left-neck is not known here; it has no sides, write neck"],
    ),
    (
        "base: sitting\nstart: {shoulder: {flex: 90, abduct: 90}}\n",
        ["6:30: flex and abduct exclude each other; keep one of them"],
    ),
    (
        "base: sitting\nstart: {shoulder: {abduct: 90, flex: 90}}\n",
        ["6:32: abduct and flex exclude each other; keep one of them"],
    ),
    ("base: sitting\nstart: {shoulder: {abduct: 185, across: -120, rotate: 110}}\n", []),
    ("base: sitting\nstart: {elbow: {flex: ninety}}\n", ["6:23: ninety is not a number; write -5 to 150"]),
    ("base: sitting\nstart: {elbow: ninety}\n", ["6:16: ninety is not a number; write -5 to 150"]),
    ("base: sitting\nstart: []\n", ["6:8: a list is not a map of keys; write {thoracic: {flex: 8}}"]),
    ("base: sitting\nstart: {head: {forward: 7.5}}\n", ["6:25: 7.5 is too large; write -4 to 7"]),
    (
        "base: sitting\nstart: {elbow: }\n",
        ["6:15: a value is missing here; write one, or leave the key or the item out"],
    ),
    ("base: sitting\nstart: {elbow: [5]}\n", ["6:16: a list is not a map of keys; write {flex: 10}"]),
    (
        "base: sitting\nstart: {}\nend: {}\ncycle: [{at: 0}]\n",
        ["8:1: end and cycle exclude each other; keep one of them"],
    ),
    (
        "base: sitting\nstart: {}\ncycle: [{at: 0}]\nend: {}\n",
        ["8:1: cycle and end exclude each other; keep one of them"],
    ),
    (
        "base: sitting\nstart: {}\ncycle: []\n",
        ["7:8: the list is empty; write at least one, such as [{at: 0.5, pose: {...}}]"],
    ),
    ("base: sitting\nstart: {}\ncycle: [{at: 0}, {at: 0.5, pose: {knee: 20}}]\nmirror: true\n", []),
    (
        "base: sitting\nstart: {}\ncycle: [{at: 0.5}, {at: 0.5}, {at: 0.2}, {at: x}, {pose: {}}]\n",
        [
            "7:25: 0.5 does not rise above 0.5; write the keys in the order of their `at`",
            "7:36: 0.2 does not rise above 0.5; write the keys in the order of their `at`",
            "7:47: x is not a number; write 0 to 1",
            "7:51: at is missing; write at: NUMBER",
        ],
    ),
    ("base: sitting\nstart: {}\nvia: [{at: 1.5, pose: {}}]\n", ["7:12: 1.5 is too large; write 0 to 1"]),
    ("base: sitting\nstart: {}\nvia: {at: 0.5}\n", ["7:6: a map is not a list; write [{at: 0.5, pose: {...}}]"]),
    (
        "base: sitting\nstart: {}\nvia: [{at: 0.5}]\ncycle: [{at: 0}]\n",
        ["8:1: via and cycle exclude each other; keep one of them"],
    ),
    ("base: sitting\nstart: {}\ncycle: [{at: 0}]\nmirror: yes\n", ["8:9: yes is not true or false; write true"]),
    (
        "base: sitting\nstart: {}\nwrong: {head: {nod: 3}}\n",
        ["7:16: nod is not known; write flex, forward, side or turn"],
    ),
    ("base: sitting\nstart: {}\nprops: [chair, mat, doorway, desk, towel]\n", []),
    ("base: sitting\nstart: {}\nprops: [chiar]\n", ["7:9: chiar is not known; did you mean chair?"]),
    ("base: sitting\nstart: {}\nprops: [wall]\n", ["7:9: wall alone says too little; write {wall: behind}"]),
    (
        (
            "base: sitting\nstart: {}\n"
            "props: [{chair: true, back: -12, top: 84}, {wall: behind, distance: 12}, {mat: true}, "
            "{band: [[left-hand, right-hand]]}, {band: [[left-hand, [96, 112, 0]]]}, {doorway: true, "
            "distance: 14, width: 88}, {roller: true, under: mid-back}, {desk: true, height: 72}, "
            "{step: right, distance: 1, height: 18}, "
            "{towel: true, under: head}]\n"
        ),
        [],
    ),
    (
        (
            "base: sitting\nstart: {}\n"
            "props: [{wall: above}, {roller: true}, {chair: 5}, {band: [[left-hand]]}, {band: "
            "[[left-ear, [1, 2]]]}, {door: true}, {band: left-hand}, {}]\n"
        ),
        [
            "7:16: above is not known; write behind, front, left or right",
            "7:24: under is missing; write under: pelvis",
            "7:48: 5 is not true or false; write true",
            "7:60: the list has 1 of 2 items; write exactly 2, such as [left-hand, right-hand]",
            f"7:84: left-ear is not known; write {ENDS}",
            "7:94: the list has 2 of 3 items; write exactly 3, such as [90, 110, 0]",
            "7:106: door is not known; did you mean doorway?",
            "7:126: left-hand is not a list; write [[left-hand, right-hand]]",
            "7:138: chair, wall, mat, band, doorway, roller, desk, step or towel is missing; write one of them",
        ],
    ),
    ("base: sitting\nstart: {}\nprops: chair\n", ["7:8: chair is not a list; write [chair]"]),
    (
        (
            "base: sitting\nstart: {}\n"
            "contacts: [feet on floor, hands on thigh, {point: left-hand, on: floor, moves: slide, "
            "during: start, at: {forward: 0}, bend: [out, back], fingers: [in]}]\n"
        ),
        [],
    ),
    (
        (
            "base: standing\nstart: {}\n"
            "contacts: [{point: feet, on: floor, moves: stride, stride: 96}, "
            "{point: left-hand, on: floor, moves: step, lift: 9, during: [0, 0.5], at: [{up: 3}, {forward: 2}]}]\n"
        ),
        [],
    ),
    (
        "base: standing\nstart: {}\ncontacts: [{point: feet, on: floor, during: [0, 2], at: []}]\n",
        [
            "7:49: 2 is too large; write 0 to 1",
            "7:57: the list is empty; write at least one, such as [{forward: 0}]",
        ],
    ),
    ("base: standing\nstart: {}\nprops: [{chair: true, front: 12}, {band: [[left-wrist, right-wrist]]}]\n", []),
    ("base: sitting\nstart: {}\ncontacts: []\n", []),
    (
        "base: sitting\nstart: {}\ncontacts: [feet on thigh]\n",
        [
            (
                "7:12: feet cannot rest on thigh, only hands can; write one of floor, wall, chair, "
                "chair-back, doorway, roller, desk, step"
            )
        ],
    ),
    (
        "base: sitting\nstart: {}\ncontacts: [{point: feet, on: thigh}]\n",
        [
            (
                "7:30: feet cannot rest on thigh, only hands can; write one of floor, wall, chair, "
                "chair-back, doorway, roller, desk, step"
            )
        ],
    ),
    (
        "base: sitting\nstart: {}\ncontacts: [feet, fet on floor, feet on flor, 5]\n",
        [
            "7:12: feet is not a contact; write POINT on PLACE, such as feet on floor",
            "7:18: fet is not known; did you mean feet?",
            "7:32: flor is not known; did you mean floor?",
            "7:46: 5 is not a contact; write POINT on PLACE, such as feet on floor",
        ],
    ),
    (
        (
            "base: sitting\nstart: {}\n"
            "contacts: [{point: feet}, {on: floor}, {point: fet, on: flor}, {point: hands, on: floor, "
            "moves: glide, during: middle, at: {left: 3}, bend: [sideways], fingers: [], lift: 51}]\n"
        ),
        [
            "7:12: on is missing; write on: floor",
            "7:27: point is missing; write point: pelvis",
            "7:48: fet is not known; did you mean feet?",
            "7:57: flor is not known; did you mean floor?",
            "7:97: glide is not known; did you mean slide?",
            "7:112: middle is not known; write all, end or start",
            "7:125: left is not known; write forward, out or up",
            "7:142: sideways is not known; write back, down, forward, in, out or up",
            "7:162: the list is empty; write at least one, such as [out]",
            "7:172: 51 is too large; write 0 to 50",
        ],
    ),
    (
        "base: sitting\nstart: {}\ncontacts: [[feet, floor]]\n",
        ["7:12: a list is not a map of keys; write {point: feet, on: floor}"],
    ),
    (
        (
            "base: standing\nstart: {}\nwrong: {}\nwrong_contacts: [left-foot on floor, {point: "
            "right-toes, on: floor}]\n"
        ),
        [],
    ),
    (
        "base: standing\nstart: {}\nwrong_contacts: [feet of floor]\n",
        [
            "7:1: wrong_contacts goes only with wrong; take it out, or add wrong",
            "7:18: feet of floor is not a contact; write POINT on PLACE, such as feet on floor",
        ],
    ),
    ("base: sitting\nstart: {}\nhighlight: [neck, left-neck, right-chest]\n", []),
    (
        "base: sitting\nstart: {}\nhighlight: [nek, left-nek, top-neck]\n",
        [
            "7:13: nek is not known; did you mean neck?",
            "7:18: nek is not known; did you mean neck?",
            "7:28: top-neck is not known; did you mean neck?",
        ],
    ),
    ("base: sitting\nstart: {}\nmarks: [head, upper-back, buttocks]\n", []),
    (
        "base: standing\nstart: {kne: 2, Elbow: 4, left-elbo: 2}\n",
        [
            "6:9: kne is not known; did you mean knee?",
            "6:17: Elbow is not known; did you mean elbow?",
            "6:27: left-elbo is not known; did you mean left-elbow?",
        ],
    ),
    (
        'base: standing\nstart: {knee: "20", elbow: 020, hip: {flex: +20}, ankle: 1e1}\n',
        [
            '6:15: "20" is a text where a number is wanted; write 20 without quotes',
            "6:28: 020 is not a number; write 20",
            "6:45: +20 is not a number; write 20",
            "6:58: 1e1 is not a number; write -60 to 30",
        ],
    ),
    (
        "base: standing\nstart: {knee: 20, knee: 30}\n",
        ["6:19: knee is given twice, in lines 6 and 6; keep one of them"],
    ),
    (
        "base: standing\nstart: {breath: 1.5, left-breath: 1}\n",
        [
            "6:17: 1.5 is too large; write 0 to 1",
            "6:22: left-breath is not known here; it has no sides, write breath",
        ],
    ),
    (
        "base: standing\nstart: {}\nvia: [{at: 0}, {at: 1}]\n",
        [
            "7:12: 0 is the time of start; write it there, or more than 0 and less than 1",
            "7:21: 1 is the time of end; write it there, or more than 0 and less than 1",
        ],
    ),
    ("base: standing\nstart: {}\nvia: [{at: 1.2}, {at: 0.5}]\n", ["7:12: 1.2 is too large; write 0 to 1"]),
    (
        "base: standing\nstart: {}\ncycle: [{at: 0}, {at: 1.0}]\n",
        ["7:23: 1.0 is the start of the next period; write less than 1"],
    ),
    (
        "base: standing\nstart: {}\nend: {}\nmirror: true\n",
        ["8:1: mirror goes only with cycle; take it out, or add cycle"],
    ),
    (
        "base: standing\nstart: {}\nprops: [{band: [[left-hand, left-hand]]}, {band: [[5, left-hand]]}]\n",
        [
            "7:17: a band ends where it begins; write two ends such as [left-hand, right-hand]",
            (
                "7:52: 5 cannot stand here; write left-hand, right-hand, left-wrist, right-wrist, left-foot, "
                "right-foot or [90, 110, 0]"
            ),
        ],
    ),
    (
        "base: standing\nstart: {}\nprops: [{wall: front}, mat, {wall: behind}, mat]\n",
        [
            "7:29: there is a wall already; keep one of them",
            "7:45: there is a mat already; keep one of them",
        ],
    ),
    (
        (
            "base: standing\nstart: {}\nprops: [{band: [[left-hand, right-hand]]}, {band: [[left-foot, [1, "
            "2, 3]]]}, towel, {towel: true, under: knees}]\n"
        ),
        [],
    ),
    ("base: supine\nstart: {breath: {width: 1}}\nprops: [{towel: true, rolled: true, under: mid-back}]\n", []),
    (
        "base: supine\nstart: {breath: {width: -1}}\nprops: [{towel: true, rolled: false}]\n",
        [
            "6:25: -1 is too small; write 0 to 1",
            "7:31: false says nothing here; write true, or leave the key out",
        ],
    ),
    (
        (
            "base: standing\nstart: {}\ncontacts: [{point: feet, on: floor, stride: 90}, {point: feet, on: "
            "floor, lift: 5, moves: slide}]\n"
        ),
        [
            "7:37: stride goes only with moves: stride; take it out, or write that",
            "7:75: lift goes only with moves: step or stride; take it out, or write that",
        ],
    ),
    (
        (
            "base: standing\nstart: {}\ncontacts: [{point: feet, on: floor, bend: [out]}, {point: elbows, "
            "on: floor, fingers: [in]}]\n"
        ),
        [
            "7:37: bend is for hands, forearms and elbows, not for feet; take it out",
            "7:78: fingers is for hands, not for elbows; take it out",
        ],
    ),
    (
        (
            "base: standing\nstart: {}\ncontacts: [{point: feet, on: floor, during: [0.8, 0.2]}, {point: "
            "feet, on: floor, during: middle}]\n"
        ),
        [
            "7:51: 0.2 is not above 0.8; write the lower number first",
            "7:91: middle is not known; write all, end or start",
        ],
    ),
    (
        "base: standing\nstart: {}\ncontacts: [{point: feet, on: floor, moves: glide, lift: 3}, {point: hand}]\n",
        [
            "7:44: glide is not known; did you mean slide?",
            "7:61: on is missing; write on: floor",
            "7:69: hand is not known; did you mean hands?",
        ],
    ),
    ("base: sitting\nstart: {}\nmarks: [heads]\n", ["7:9: heads is not known; did you mean head?"]),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_figure(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("figure", body) == problems
