"""The catalogue: what is in force, where it comes from, how it is found, and how it follows its files."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from coach.content.catalogue import Catalogue, Entry, Origin, Unknown
from coach.content.examining import check
from coach.content.library import Folders, load
from coach.content.model import Figure, Message, TestFigures, Text
from tests.content.shelf import exercise, fill, routine, small_library
from tests.ordinary_user import as_ordinary_user, folder_for_all, needs_permissions


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return small_library(tmp_path_factory.mktemp("shipped"))


def told(catalogue: Catalogue) -> list[str]:
    return [f"{p.file.name}:{p.line}:{p.column}: {p.text}" for p in catalogue.problems]


def test_the_small_library_is_read_whole(shipped: Folders) -> None:
    catalogue = load(shipped)
    assert told(catalogue) == []
    assert sorted(catalogue.routines) == ["desk-reset"]
    assert sorted(catalogue.tests) == ["wall-test"]
    assert sorted(catalogue.figures) == ["chin-tuck"]
    assert sorted(catalogue.sounds) == ["done", "go", "tick"]
    assert catalogue.areas["neck"].exercises == ("chin-tuck",)
    assert [tier.lock for tier in catalogue.safety.tiers.values()] == [True, False]
    assert str(catalogue.safety.conditions["neck-injury"]) == "A neck injury?"
    assert catalogue.sources["jull-2009"].year == 2009
    assert catalogue.coaching.events["go"].sound == "go"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("desk-reset", "routine"),
        ("wall-test", "test"),
        ("chin-tuck", "exercise"),  # an exercise comes before a figure
        ("figure/chin-tuck", "figure"),
        ("exercise/chin-tuck", "exercise"),
        ("safety/safety", "safety"),
        ("coaching/coaching", "coaching"),
    ],
)
def test_find(shipped: Folders, name: str, kind: str) -> None:
    catalogue = load(shipped)
    found, value = catalogue.find(name)
    assert found == kind
    assert getattr(value, "id", kind) in (name.rpartition("/")[2], kind)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("desk-rest", "desk-rest is not known; did you mean desk-reset?"),
        ("figure/plank", "plank is not known; write chin-tuck"),
        ("exercises/plank", "exercises is not known; did you mean exercise?"),
        ("exercises", "exercises is a kind of content; see 'posture-coach list exercise'"),
        ("area", "area is a kind of content; see 'posture-coach list area'"),
        ("area/neck", "area is a kind of content; see 'posture-coach list area'"),
        ("sounds/tick", "sounds is a kind of content; see 'posture-coach list sound'"),
        ("safety/tiers", "tiers is not known; write safety"),
        ("plan/eight-weeks", "eight-weeks is not known; there is none yet, take it out"),
        (
            "",
            (
                "an empty name is not known; write bird-dog, chin-tuck, desk-reset, march, own-row, plank, "
                "side-plank, wall-sit or wall-test"
            ),
        ),
    ],
)
def test_what_cannot_be_found(shipped: Folders, name: str, sentence: str) -> None:
    with pytest.raises(Unknown) as refused:
        load(shipped).find(name)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("name", ["mine", "routine/mine"])
def test_a_name_that_only_a_broken_file_gives_is_not_called_unknown(
    shipped: Folders, tmp_path: Path, name: str
) -> None:
    broken = {"routines/guided/mine.yaml": routine("mine", "[{rest: 5}]"), "routines/exercises/plank.yaml": "kind: 5"}
    catalogue = load(shipped, fill(tmp_path, broken))
    with pytest.raises(Unknown) as refused:
        catalogue.find(name)
    assert str(refused.value) == "mine has problems of its own; 'posture-coach check' lists them"
    with pytest.raises(Unknown, match="mine is not known"):
        catalogue.find("test/mine")
    assert catalogue.find("plank")[0] == "exercise", "the shipped one stands in"


def test_entries(shipped: Folders, tmp_path: Path) -> None:
    yours = fill(tmp_path, {"routines/guided/mine.yaml": routine("mine", "[{rest: 5s}]")})
    catalogue = load(shipped, yours)
    file = shipped.routines / "guided/desk-reset.yaml"
    assert catalogue.entries("routine") == [
        Entry("routine", "desk-reset", "desk-reset", file, yours=False),
        Entry("routine", "mine", "mine", yours.routines / "guided/mine.yaml", yours=True),
    ]
    assert [entry.kind for entry in catalogue.entries()] == ["exercise"] * 7 + ["routine"] * 2 + ["test"]
    assert [entry.id for entry in catalogue.entries("figure")] == ["chin-tuck"]
    assert catalogue.entries("nothing") == []
    assert catalogue.origins["areas", "areas"] == Origin(shipped.routines / "areas.yaml", yours=False)


def test_what_files_name_is_listed_by_its_title_its_question_or_its_file(shipped: Folders) -> None:
    catalogue = load(shipped)
    first, *_ = catalogue.entries("area")
    assert (first.id, first.title) == ("chest", "Chest")
    assert [(entry.id, entry.title) for entry in catalogue.entries("condition")] == [("neck-injury", "A neck injury?")]
    assert [(entry.id, entry.title) for entry in catalogue.entries("source")] == [("jull-2009", "A trial")]
    assert ("go", "go.wav") in [(entry.id, entry.title) for entry in catalogue.entries("sound")]


@pytest.mark.parametrize("kind", ["areas", "coaching", "safety", "sources"])
def test_what_there_is_once_is_found_by_its_kind(shipped: Folders, kind: str) -> None:
    catalogue = load(shipped)
    assert catalogue.find(f"{kind}/{kind}") == (kind, getattr(catalogue, kind))


def test_empty_and_missing_folders_are_an_empty_catalogue(tmp_path: Path) -> None:
    nothing = Folders(tmp_path / "routines", tmp_path / "media")
    catalogue = load(nothing, Folders(tmp_path / "yours", tmp_path / "also"))
    assert catalogue.problems == ()
    assert catalogue.entries() == []
    assert catalogue.coaching.events == {}
    assert catalogue.safety.tiers == {}
    with pytest.raises(Unknown):
        catalogue.find("areas/areas")


def test_a_file_where_a_folder_should_be_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("no folder")
    catalogue = load(Folders(tmp_path / "routines", tmp_path / "media"))
    sentence = "routines:1:1: the folder cannot be read (Not a directory); check that it is a folder and may be read"
    assert told(catalogue) == [sentence]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_cannot_be_opened_is_a_problem_and_hides_nothing(
    shipped: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    yours = fill(tmp_path, {"routines/guided/mine.yaml": routine("mine", "[{rest: 5s}]")})
    (yours.routines / "guided/broken-link.yaml").symlink_to(tmp_path / "nowhere.yaml")
    os.mkfifo(yours.routines / "guided/pipe.yaml")
    monkeypatch.chdir(yours.routines / "guided")  # a socket's path may have a hundred characters
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket.yaml")
    catalogue = load(shipped, yours)
    assert told(catalogue) == [
        (
            "broken-link.yaml:1:1: the file cannot be read (No such file or directory); "
            "check that it is there and may be read"
        ),
        "pipe.yaml:1:1: this is not a plain file; put a text file in its place",
        "socket.yaml:1:1: this is not a plain file; put a text file in its place",
    ]
    assert "mine" in catalogue.routines


@needs_permissions
def test_an_unreadable_file_is_a_problem() -> None:
    with folder_for_all() as folder:
        shipped, yours = Folders(folder / "none", folder / "none"), folder / "yours"
        mine = fill(yours, {"routines/guided/mine.yaml": routine("mine", "[{rest: 5s}]")})
        assert told(load(shipped, mine)) == []
        (yours / "routines/guided/mine.yaml").chmod(0)
        with as_ordinary_user():
            catalogue = load(shipped, mine)
    sentence = "mine.yaml:1:1: the file cannot be read (Permission denied); check that it is there and may be read"
    assert told(catalogue) == [sentence]


# --- the user's files ------------------------------------------------------------------------------------------------


def test_a_users_file_takes_the_place_of_a_shipped_one(shipped: Folders, tmp_path: Path) -> None:
    yours = fill(tmp_path, {"routines/exercises/plank.yaml": exercise("plank", "{for: 45s}")})
    catalogue = load(shipped, yours)
    assert catalogue.exercises["plank"].dose.for_seconds == 45
    assert catalogue.origins["exercise", "plank"].yours


def test_a_broken_users_file_leaves_the_shipped_one_in_force(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "routines/exercises/plank.yaml": exercise("plank", "{for: 45}"),
        "routines/guided/mine.yaml": routine("mine", "[{exercise: plank}]"),
    }
    catalogue = load(shipped, fill(tmp_path, files))
    assert told(catalogue) == ["plank.yaml:8:13: 45 has no unit; did you mean 45s?"]
    assert catalogue.exercises["plank"].dose.for_seconds == 20
    assert not catalogue.origins["exercise", "plank"].yours
    assert "mine" in catalogue.routines


def test_what_a_broken_file_alone_gives_is_told_where_it_is_named(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "routines/exercises/curl.yaml": exercise("curl", "{reps: 0}"),
        "routines/exercises/press.yaml": exercise("press", "{reps: 8}", "easier: curl\n"),
        "routines/guided/arms.yaml": routine("arms", "[{exercise: curl, dose: {hold: 5s}}]"),
        "routines/guided/more.yaml": routine("more", "[{exercise: press}]"),
        "routines/reminders/arm-day.yaml": "kind: reminder\nformat: 1\nid: arm-day\ntitle: A\n"
        "every: 1h\nmessages: [A]\noffer: arms\n",
        "routines/reminders/some.yaml": "kind: reminder\nformat: 1\nid: some\ntitle: A\n"
        "every: 1h\nmessages: [A]\noffer: [focus, arms, more]\n",
        "routines/reminders/none.yaml": "kind: reminder\nformat: 1\nid: none\ntitle: A\n"
        "every: 1h\nmessages: [A]\noffer: [arms]\n",
    }
    catalogue = load(shipped, fill(tmp_path, files))
    assert told(catalogue) == [
        "curl.yaml:8:14: 0 is too small; write 1 to 100",
        "press.yaml:9:9: curl has problems of its own; mend its file first",
        "arms.yaml:5:20: curl has problems of its own; mend its file first",
        "arm-day.yaml:7:8: arms has problems of its own; mend its file first",
        "none.yaml:7:9: arms has problems of its own; mend its file first",
        "some.yaml:7:16: arms has problems of its own; mend its file first",
    ]
    # What can do without the link is used without it.
    assert catalogue.exercises["press"].easier is None
    assert catalogue.reminders["arm-day"].offer is None
    assert catalogue.reminders["some"].offer == ("focus", "more")
    assert catalogue.reminders["none"].offer is None
    assert sorted(catalogue.routines) == ["desk-reset", "more"]


def test_links_that_hold_are_kept(shipped: Folders, tmp_path: Path) -> None:
    head = "kind: plan\nformat: 1\nid: weeks\ntitle: W\nsources: [jull-2009]\n"
    more = "easier: chin-tuck\nharder: plank\nfigure: chin-tuck\ncheck_first: [neck-injury]\n"
    more += "basis: {dose: [own-choice, jull-2009]}\nsources: [jull-2009]\n"
    files = {
        "routines/exercises/curl.yaml": exercise("curl", "{reps: 8}", more),
        "routines/plans/weeks.yaml": head
        + "weeks: [{weeks: 1, do: [{routine: desk-reset, days: [mon], if_sore: desk-reset}, "
        "{test: wall-test, days: [tue]}]}]\n",
    }
    catalogue = load(shipped, fill(tmp_path, files))
    curl = catalogue.exercises["curl"]
    assert (curl.easier, curl.harder, curl.figure) == ("chin-tuck", "plank", "chin-tuck")
    assert (curl.check_first, curl.sources, curl.basis) == (
        ("neck-injury",), ("jull-2009",), {"dose": ("own-choice", "jull-2009")},
    )  # fmt: skip
    sore, test = catalogue.plans["weeks"].weeks[0].do
    assert (sore.if_sore, test.test) == ("desk-reset", "wall-test")


def test_links_into_a_broken_library_file_are_taken_off(shipped: Folders, tmp_path: Path) -> None:
    head = "format: 1\nid: {0}\ntitle: T\n"
    files = {
        "routines/sources.yaml": "kind: sources\n" + head.format("sources") + "sources: {mine-2020: {titel: T}}\n",
        "routines/safety.yaml": "kind: safety\n" + head.format("safety") + "conditions: {wrist: {ask: 5}}\n",
        "routines/exercises/curl.yaml": exercise("curl", "{reps: 8}", "check_first: [wrist]\nsources: [mine-2020]\n"),
        "routines/guided/arms.yaml": routine("arms", "[{rest: 5s}]") + "sources: [mine-2020]\n",
        "routines/guided/worse.yaml": routine("worse", "[{rest: 5}]"),
        "routines/plans/weeks.yaml": "kind: plan\n"
        + head.format("weeks")
        + "weeks: [{weeks: 1, do: [{routine: arms, days: [mon], if_sore: worse}]}]\n",
    }
    catalogue = load(shipped, fill(tmp_path, files))
    assert told(catalogue) == [
        "curl.yaml:9:15: wrist has problems of its own; mend its file first",
        "curl.yaml:10:11: mine-2020 has problems of its own; mend its file first",
        "arms.yaml:6:11: mine-2020 has problems of its own; mend its file first",
        "worse.yaml:5:16: 5 has no unit; did you mean 5s?",
        "weeks.yaml:5:63: worse has problems of its own; mend its file first",
        "safety.yaml:5:27: 5 is a number where a text is wanted; write \"5\" in quotes",
        "sources.yaml:5:23: titel is not known; did you mean title?",
    ]  # fmt: skip
    assert catalogue.exercises["curl"].check_first == ()
    assert catalogue.exercises["curl"].sources == ()
    assert catalogue.routines["arms"].sources == ()
    assert catalogue.plans["weeks"].weeks[0].do[0].if_sore is None


def test_what_shows_a_figure_outlives_it(shipped: Folders, tmp_path: Path) -> None:
    head = "format: 1\nid: {0}\ntitle: T\n"
    files = {
        "routines/sources.yaml": "kind: sources\n" + head.format("sources") + "sources: {mine-2020: {titel: T}}\n",
        "routines/guided/worse.yaml": routine("worse", "[{rest: 5}]"),
        "media/figures/bent.yaml": "kind: figure\n" + head.format("bent") + "base: bent\nstart: {}\n",
        "routines/reminders/move.yaml": "kind: reminder\n"
        + head.format("move")
        + "every: 30m\nmessages: [Move.]\noffer: worse\nfigure: bent\nicon: chair\nsources: [mine-2020]\n",
        "routines/lessons/bend.md": "---\nkind: lesson\n" + head.format("bend") + "figure: bent\n---\nBend.\n",
        "routines/lessons/glide.md": "---\nkind: lesson\n" + head.format("glide") + "figure: chin-tuck\n---\nGo.\n",
        "routines/tests/lean.yaml": "kind: test\n"
        + head.format("lean")
        + "steps: [{hold: 30s, id: hold}]\nfigures: {wall: bent, step: chin-tuck}\n",
        "routines/reminders/tuck.yaml": "kind: reminder\n"
        + head.format("tuck")
        + "every: 30m\nmessages: [Tuck.]\noffer: desk-reset\nfigure: chin-tuck\n",
    }
    catalogue = load(shipped, fill(tmp_path, files))
    found = catalogue.reminders
    move, tuck = found["move"], found["tuck"]
    assert (move.offer, move.figure, move.icon, move.sources) == (None, None, "chair", ())
    assert (tuck.offer, tuck.figure, tuck.icon) == ("desk-reset", "chin-tuck", "reminders")
    assert {name: lesson.figure for name, lesson in catalogue.lessons.items()} == {"bend": None, "glide": "chin-tuck"}
    assert catalogue.tests["lean"].figures == TestFigures(wall=None, step="chin-tuck")


def test_a_message_goes_with_its_exercise(shipped: Folders, tmp_path: Path) -> None:
    """Nobody can tell for whom the movement is not."""
    head = "kind: reminder\nformat: 1\nid: {0}\ntitle: T\nevery: 30m\nmessages: "
    files = {
        "routines/exercises/curl.yaml": exercise("curl", "{reps: many}"),
        "routines/reminders/both.yaml": head.format("both")
        + "[Move., {say: Curl., exercise: curl}, {say: Tuck., exercise: chin-tuck}]\n",
        "routines/reminders/alone.yaml": head.format("alone") + "[{say: Curl., exercise: curl}]\n",
    }
    catalogue = load(shipped, fill(tmp_path, files))
    assert catalogue.reminders["both"].messages == (Message(Text("Move.")), Message(Text("Tuck."), "chin-tuck"))
    assert catalogue.reminders["alone"].messages == ()
    assert "both.yaml:6:42: curl has problems of its own; mend its file first" in told(catalogue)


def test_a_plan_needs_its_routines(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "routines/guided/arms.yaml": routine("arms", "[{exercise: curl}]"),
        "routines/plans/weeks.yaml": "kind: plan\nformat: 1\nid: weeks\ntitle: W\n"
        "weeks: [{weeks: 1, do: [{routine: arms, days: [mon]}]}]\n",
    }
    catalogue = load(shipped, fill(tmp_path, files))
    assert told(catalogue) == [
        "arms.yaml:5:20: curl is not known; write bird-dog, chin-tuck, march, own-row, plank, side-plank or wall-sit",
        "weeks.yaml:5:35: arms has problems of its own; mend its file first",
    ]  # fmt: skip
    assert catalogue.plans == {}


def test_a_users_exercise_may_break_a_shipped_routine_and_is_told_there(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    fill(
        tmp_path / "shipped",
        {"routines/guided/neck.yaml": routine("neck", "[{exercise: chin-tuck, dose: {hold: 3s}}]")},
    )
    yours = fill(tmp_path / "yours", {"routines/exercises/chin-tuck.yaml": exercise("chin-tuck", "{for: 30s}")})
    catalogue = load(shipped, yours)
    assert told(catalogue) == [
        "neck.yaml:5:38: hold goes only with reps, and this dose has for; take hold out",
    ]  # fmt: skip
    assert catalogue.exercises["chin-tuck"].dose.for_seconds == 30


def test_what_only_moving_a_figure_shows_is_reported_at_its_value(shipped: Folders) -> None:
    file = shipped.media / "figures/chin-tuck.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    start = next(line for line in lines if line.startswith("start:"))

    def slips(figure: Figure) -> list[tuple[tuple[str | int, ...], str]]:
        return [(("start",), f"the feet of {figure.id} slip")]

    for paths in ([], [file]):
        (problem,) = check(paths, shipped, None, slips)
        assert (problem.file, problem.text) == (file, "the feet of chin-tuck slip")
        assert (problem.line, problem.column) == (1 + lines.index(start), len("start: ") + 1)
    assert check([], shipped, None) == []


# --- laid over, entry by entry ---------------------------------------------------------------------------------------


def test_areas_coaching_safety_and_sources_are_laid_over_entry_by_entry(shipped: Folders, tmp_path: Path) -> None:
    head = "format: 1\nid: {0}\ntitle: Mine\n"
    files = {
        "routines/areas.yaml": "kind: areas\n"
        + head.format("areas")
        + "areas: {chest: {title: Breast}, wrist: {title: Wrist}}\n",
        "routines/coaching.yaml": "kind: coaching\n"
        + head.format("coaching")
        + "events: {done: {say: Bravo.}, rest: {say: Rest.}}\nphrases: {left: links}\nfigures: {desk: curl}\n",
        "routines/safety.yaml": "kind: safety\n"
        + head.format("safety")
        + "disclaimer: Mine.\nstop: [Pain.]\ntiers: {soon: {say: Later.}}\n"
        + "questions: [{id: chest-pain, ask: Still?, tier: emergency}, {id: mine, ask: Mine?, tier: soon}]\n"
        + "pain: {ask: Sore?}\nconditions: {wrist: {ask: Wrist?}}\n",
        "routines/sources.yaml": "kind: sources\n" + head.format("sources") + "sources: {mine-2020: {title: Mine}}\n",
        "media/sounds/go.wav": "mine",
        "media/figures/curl.yaml": "kind: figure\nformat: 1\nid: curl\ntitle: C\nbase: standing\nstart: {}\n",
    }
    yours = fill(tmp_path, files)
    catalogue = load(shipped, yours)
    assert told(catalogue) == []
    assert {ident: str(area.title) for ident, area in catalogue.areas.items()} == {
        "neck": "Neck", "chest": "Breast", "glutes": "Buttocks", "wrist": "Wrist",
    }  # fmt: skip
    assert {name: [str(text) for text in event.say] for name, event in catalogue.coaching.events.items()} == {
        "go": [], "done": ["Bravo."], "rest": ["Rest."],
    }  # fmt: skip
    assert str(catalogue.coaching.phrases["left"].other) == "links"
    assert catalogue.coaching.figures == {"desk": "curl"}
    safety = catalogue.safety
    assert [(ident, str(tier.say)) for ident, tier in safety.tiers.items()] == [
        ("emergency", "Call for help."), ("soon", "Later."),
    ]  # fmt: skip
    assert [(question.id, str(question.ask)) for question in safety.questions] == [
        ("chest-pain", "Still?"),
        ("mine", "Mine?"),
    ]
    assert (str(safety.pain), sorted(safety.conditions)) == ("Sore?", ["neck-injury", "wrist"])
    assert (str(safety.disclaimer), [str(rule) for rule in safety.stop]) == ("Mine.", ["Pain."])
    assert sorted(catalogue.sources) == ["jull-2009", "mine-2020"]
    assert catalogue.sounds["go"] == yours.media / "sounds/go.wav"
    assert sorted(catalogue.figures) == ["chin-tuck", "curl"]
    assert catalogue.origins["areas", "areas"].yours


# --- places and names ------------------------------------------------------------------------------------------------


def test_files_in_the_wrong_place_or_by_the_wrong_name(shipped: Folders, tmp_path: Path) -> None:
    rest = "[{rest: 5s}]"
    files = {
        "routines/desk.yaml": routine("desk", rest),
        "routines/exercises/desk.yaml": routine("desk", rest),
        "routines/guided/deeper/desk.yaml": routine("desk", rest),
        "routines/guided/areas.yaml": "kind: areas\nformat: 1\nid: areas\ntitle: A\n",
        "routines/guided/desk.yml": routine("desk", rest),
        "routines/guided/Desk Two.YAML": routine("desk", rest),
        "routines/guided/.hidden.yaml": "no",
        "routines/guided/notes.txt": "no",
        "routines/guided/lonely.yaml": "kind: guided\nformat: 1\nid: lonely\ntitle: L\nsteps: [{rest: 5}]\n",
        "routines/guided/no-kind.yaml": "format: 1\nid: no-kind\ntitle: L\nsteps: [{rest: 5}]\n",
        "routines/guided/areas-two.yaml": "kind: areas\nformat: 1\nid: areas\ntitle: A\n",
        "media/figures/deeper/x1.yaml": "kind: figure\nformat: 1\nid: x1\ntitle: X\nbase: standing\nstart: {}\n",
        "media/figures/desk.yaml": routine("desk", rest),
        "media/sounds/deeper/horn.wav": "no",
    }
    catalogue = load(shipped, fill(tmp_path, files))
    moved = "does not belong in this folder; move the file to"
    assert [f"{p.file.relative_to(tmp_path)}:{p.line}:{p.column}: {p.text}" for p in catalogue.problems] == [
        f"routines/desk.yaml:1:7: a routine {moved} {tmp_path}/routines/guided/",
        f"routines/exercises/desk.yaml:1:7: a routine {moved} {tmp_path}/routines/guided/",
        "routines/guided/Desk Two.YAML:1:1: Desk Two.YAML does not end in .yaml; rename it to Desk Two.yaml",
        f"routines/guided/areas-two.yaml:1:7: kind areas {moved} {tmp_path}/routines/",
        (
            "routines/guided/areas-two.yaml:3:5: the id is areas and the file areas-two.yaml; "
            "rename the file to areas.yaml"
        ),
        f"routines/guided/areas.yaml:1:7: kind areas {moved} {tmp_path}/routines/",
        f"routines/guided/deeper/desk.yaml:1:7: a routine {moved} {tmp_path}/routines/guided/",
        "routines/guided/desk.yml:1:1: desk.yml does not end in .yaml; rename it to desk.yaml",
        (
            "routines/guided/lonely.yaml:1:7: guided is not known; write areas, coaching, exercise, figure, lesson, "
            "plan, pronunciations, reminder, routine, safety, sources or test"
        ),
        "routines/guided/lonely.yaml:5:16: 5 has no unit; did you mean 5s?",
        "routines/guided/no-kind.yaml:1:1: kind is missing; write kind: routine",
        "routines/guided/no-kind.yaml:4:16: 5 has no unit; did you mean 5s?",
        f"media/figures/deeper/x1.yaml:1:7: a figure {moved} {tmp_path}/media/figures/",
        f"media/figures/desk.yaml:1:7: a routine {moved} {tmp_path}/routines/guided/",
    ]
    assert sorted(catalogue.routines) == ["desk-reset"]
    assert sorted(catalogue.sounds) == ["done", "go", "tick"]


def test_a_file_at_the_top_is_of_the_kind_that_its_name_says(shipped: Folders, tmp_path: Path) -> None:
    text = "kind: safety\nformat: 1\nid: safety\ntitle: S\n"
    assert told(load(shipped, fill(tmp_path, {"routines/areas.yaml": text}))) == [
        "areas.yaml:3:5: the id is safety and the file areas.yaml; rename the file to safety.yaml"
    ]


# --- lessons ---------------------------------------------------------------------------------------------------------

LESSON = (
    "---\nkind: lesson\nformat: 1\nid: sitting\ntitle: Sitting\nsources: [jull-2009]\n---\n\n# Sit\n\nMove often.\n"
)


def test_lessons_and_their_translations(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "routines/lessons/sitting.md": "\ufeff" + LESSON.replace("\n", "\r\n"),
        "routines/lessons/de/sitting.md": LESSON.replace("Move often.", "Oft bewegen."),
        "routines/lessons/de/lonely.md": LESSON.replace("id: sitting", "id: lonely"),
        "routines/lessons/readme.md": "# No front matter\n",
        "routines/lessons/open.md": "---\nkind: lesson\n",
        "routines/lessons/bad.md": "---\n# why\nkind: lesson\nformat: 1\nid: bad\ntitel: Bad\n---\n",
        "routines/lessons/Deutsch/x1.md": LESSON.replace("id: sitting", "id: x1"),
        "routines/lessons/sit-two.yaml": "kind: lesson\nformat: 1\nid: sit-two\ntitle: S\n",
        "routines/lessons/walk.md": LESSON.replace("id: sitting", "id: walk").replace("kind: lesson", "kind: routine"),
        "routines/guided/readme.md": "# not read\n",
    }
    catalogue = load(shipped, fill(tmp_path, files))
    lessons = tmp_path / "routines/lessons"
    assert [
        f"{p.file.relative_to(tmp_path / 'routines')}:{p.line}:{p.column}: {p.text}" for p in catalogue.problems
    ] == [
        f"lessons/Deutsch/x1.md:2:7: a lesson does not belong in this folder; move the file to {lessons}/",
        "lessons/bad.md:6:1: titel is not known; did you mean title?",
        f"lessons/de/lonely.md:4:5: there is no lesson lonely that this translates; write it in {lessons}/lonely.md",
        "lessons/open.md:1:1: the front matter is never closed; write a line of --- below its last key",
        "lessons/readme.md:1:1: the front matter is missing; begin with a line of --- and close it with another",
        f"lessons/sit-two.yaml:1:7: a lesson is not written in .yaml files; write it as Markdown in {lessons}/ID.md",
        "lessons/walk.md:1:1: steps is missing; write steps: [{exercise: ID}]",
        "lessons/walk.md:2:7: a routine is not written in .md files; rename the file to .yaml",
    ]
    lesson = catalogue.lessons["sitting"]
    assert (lesson.body, str(lesson.title)) == ("# Sit\n\nMove often.\n", "Sitting")
    assert lesson.translations["de"].body == "# Sit\n\nOft bewegen.\n"
    assert sorted(catalogue.lessons) == ["sitting"]


def test_a_title_by_kind_and_id_is_empty_where_nothing_has_it_any_more(shipped: Folders) -> None:
    catalogue = load(shipped)
    assert catalogue.title_of("routine", "desk-reset") == str(catalogue.routines["desk-reset"].title)
    assert catalogue.title_of("reminder", "long-gone") == ""
    assert catalogue.title_of("gone", "desk-reset") == ""
