"""How the parts are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path

import pytest

from coach.at_the_wall import WallTest
from coach.conductor import QUESTION_PATIENCE_SECONDS, Conductor, Lateness
from coach.content.model import Text
from coach.desktop.telling import ANSWER_SECONDS
from coach.progress.folders import Home
from coach.session.events import Paused
from coach.session.exercised import LET_GO_SECONDS
from coach.session.timeline import Interval, Timeline
from coach.settings import MUTED, VOICE_AMOUNT, VOICE_SPEED, VOICE_VOLUME, VOLUME
from coach.sound.mixer import PygameCues
from coach.sound.others.lowering import LoweringOutput
from coach.sound.others.protocol import NullOthers
from coach.sound.protocol import NullCues
from coach.sound.voice.choose import Choice
from coach.sound.voice.plan import lines_of
from coach.sound.voice.protocol import NullVoice
from coach.walltest.aloud import questions_aloud
from coach.wiring import Given, Parts, build
from tests.fakes import FakeAwake, FakeClock, FakeCues, FakeLibrary, FakeVoice
from tests.ui.parts import FakeParts, shipped


def last(voice: FakeVoice) -> set[str]:
    """The sentences that it was last told to have made."""
    return {line.text for line in voice.prepared[-1]}


@pytest.fixture
def parts(request) -> Iterator[FakeParts]:
    """The real parts; a test may say how this run was started."""
    made = FakeParts(**getattr(request, "param", {}))
    yield made
    made.close()


in_a_run_with_mute = pytest.mark.parametrize("parts", [{"muted": True}], indirect=True)

# --- sound off and on ---


def test_m_switches_the_sound_for_this_run_and_the_next_one(parts: FakeParts) -> None:
    for muted in (True, False):
        parts.toggle_muted()
        assert (parts.muted, parts.cues.muted, parts.store.get(MUTED)) == (muted, muted, muted)


@in_a_run_with_mute
def test_a_run_that_was_started_muted_says_so_and_keeps_nothing(parts: FakeParts) -> None:
    assert parts.muted
    for muted in (False, True):
        parts.toggle_muted()
        assert (parts.muted, parts.cues.muted) == (muted, muted)
        assert parts.store.setting(MUTED.name) is None, "the person chose nothing for the next time"


@in_a_run_with_mute
def test_what_is_chosen_in_the_settings_holds_in_a_run_that_was_started_muted(parts: FakeParts) -> None:
    parts.choose_muted(False)
    assert (parts.muted, parts.cues.muted, parts.store.get(MUTED)) == (False, False, False)
    parts.toggle_muted()
    assert (parts.muted, parts.cues.muted, parts.store.get(MUTED)) == (True, True, True)


@in_a_run_with_mute
def test_the_setting_sound_on_does_not_sound_in_a_run_with_mute(parts: FakeParts) -> None:
    parts.store.keep(MUTED, False)
    assert parts.muted


def test_a_muted_setting_holds_without_the_flag(parts: FakeParts) -> None:
    parts.store.keep(MUTED, True)
    assert parts.muted
    parts.toggle_muted()
    assert (parts.muted, parts.store.get(MUTED)) == (False, False)


# --- what a session is given ---


@pytest.mark.parametrize("parts", [{"voice": FakeVoice()}], indirect=True)
def test_the_questions_of_the_wall_test_are_made_ahead_and_wait_for_their_turn(parts: FakeParts) -> None:
    conductor = parts.wall_test("wall-test")
    questions = questions_aloud(parts.library.catalogue.tests["wall-test"])
    assert len(questions) > 3
    assert set(questions) <= last(parts.voice)
    conductor.ask(questions[0], follows=True)
    assert [(said.text, said.patience) for said in parts.voice.said] == [(questions[0], QUESTION_PATIENCE_SECONDS)]
    parts.voice.prepared.clear()
    parts.prepare_voice(parts.timeline("test", "wall-test"))
    assert set(questions) <= last(parts.voice)
    parts.conductor(parts.timeline("routine", "desk-reset"))
    assert not set(questions) & last(parts.voice), "a routine asks nothing"


def a_session(parts: FakeParts) -> Conductor:
    return parts.conductor(parts.timeline("routine", "desk-reset"))


def a_test(parts: FakeParts) -> Conductor:
    return parts.wall_test("wall-test")


both_kinds = pytest.mark.parametrize("kind", [a_session, a_test])


@both_kinds
def test_a_rehearsal_is_told_its_speed(kind: Callable[[FakeParts], Conductor]) -> None:
    parts = FakeParts(clock=FakeClock(speed=20.0), voice=FakeVoice())
    conductor = kind(parts)
    conductor.start()
    conductor.advance()
    parts.clock.pass_time(50.0)  # two and a half real seconds
    assert not [e for e in conductor.advance() if isinstance(e, Paused)]
    parts.clock.pass_time(61.0)
    assert [e.reason for e in conductor.advance() if isinstance(e, Paused)] == ["gap"]
    assert isinstance(parts.voice, FakeVoice)
    assert parts.voice.said == [], "nobody speaks twenty times as fast"
    parts.close()


@both_kinds
@pytest.mark.parametrize(("speed", "is_kept"), [(1.0, True), (10.0, False)])
def test_how_late_sounds_were_is_kept_but_not_of_a_rehearsal(
    kind: Callable[[FakeParts], Conductor], speed: float, is_kept: bool
) -> None:
    parts = FakeParts(clock=FakeClock(speed=speed))
    conductor = kind(parts)
    conductor.start()
    for _ in range(300):
        parts.clock.pass_time(1.0)
        conductor.advance()
        if isinstance(conductor, WallTest) and conductor.asked is not None and conductor.view().index == 1:
            conductor.answer(0)  # then comes what is counted in
    conductor.end()
    assert (parts.last_lateness is not None) == is_kept
    parts.close()


# --- what follows a session that is exercised ---


def a_while(parts: FakeParts, conductor: Conductor, seconds: float) -> None:
    for _ in range(round(seconds)):
        parts.clock.pass_time(1.0)
        conductor.advance()


def test_the_screen_and_the_desk_follow_what_is_exercised(parts: FakeParts) -> None:
    told: list[bool] = []
    parts.when_exercising = lambda goes_on, _seconds: told.append(goes_on)
    desk = parts.desk
    conductor = parts.conductor(parts.timeline("routine", "desk-reset"))
    conductor.start()
    assert parts.awake.held == "Desk reset"
    assert desk.status().quiet == ("session",)
    a_while(parts, conductor, 20)
    conductor.pause()
    a_while(parts, conductor, LET_GO_SECONDS - 1)
    assert parts.awake.held == "Desk reset"
    a_while(parts, conductor, 2)
    assert parts.awake.held is None
    assert desk.status().quiet == ()
    conductor.resume()
    assert parts.awake.held == "Desk reset"
    assert desk.status().quiet == ("session",)
    while conductor.ended is None:
        a_while(parts, conductor, 1)
    assert parts.awake.held is None
    assert desk.status().quiet == ()
    assert told == [True, False, True, False]
    conductor.close()
    assert told == [True, False, True, False]


def test_what_is_exercised_and_not_what_is_shown_is_the_break(parts: FakeParts) -> None:
    desk = parts.desk

    def at_work(seconds: float) -> None:
        for _ in range(round(seconds)):
            parts.clock.pass_time(1.0)
            desk.tick()

    at_work(1200)
    conductor = parts.conductor(parts.timeline("routine", "desk-reset"))
    conductor.start()
    for _ in range(10):
        conductor.next()
        a_while(parts, conductor, 8)
        conductor.pause()
        a_while(parts, conductor, 30)
        conductor.resume()
        a_while(parts, conductor, 3)
    conductor.end()
    before = parts.clock.wall() - timedelta(days=1)
    assert not [r for r in parts.store.reminders(before) if r.what == "natural-break"]
    conductor = parts.conductor(parts.timeline("routine", "anti-slouch-daily"))
    conductor.start()
    while conductor.ended is None:
        a_while(parts, conductor, 1)
    noted = [r.reminder_id for r in parts.store.reminders(before) if r.what == "natural-break"]
    assert sorted(noted) == ["change-position", "five-minute-break"]


def test_a_session_where_nobody_reminds_makes_no_desk(parts: FakeParts) -> None:
    parts.conductor(parts.timeline("routine", "desk-reset")).start()
    assert "desk" not in parts.__dict__
    assert parts.awake.held == "Desk reset"


def test_the_openings_are_the_first_sentence_of_every_session_once(tmp_path: Path) -> None:
    parts = build({"POSTURE_COACH_HOME": str(tmp_path)}, sound=False)
    voice = parts.__dict__["voice"] = FakeVoice()
    try:
        parts.prepare_openings()
        catalogue = parts.library.catalogue
        timelines = [parts.timeline("routine", name) for name in catalogue.routines]
        timelines += [parts.timeline("test", name) for name in catalogue.tests]
        assert len(timelines) >= 10
        (openings,) = voice.prepared
        assert list(openings) == list(dict.fromkeys(lines_of(timeline)[0] for timeline in timelines))
    finally:
        parts.close()


def test_what_is_given_is_taken_and_given_back(tmp_path: Path) -> None:
    cues, awake = FakeCues(), FakeAwake()
    parts = Parts(Home(tmp_path, tmp_path), FakeClock(), given=Given(cues=cues, awake=awake))
    cues.open()
    assert (parts.cues, parts.awake) == (cues, awake)
    parts.close()
    assert (cues.is_open, awake.calls) == (False, ["release"])


# --- what an offer takes ---


def test_a_nudge_tells_its_offer_at_the_length_that_was_chosen(parts: FakeParts) -> None:
    """The session is of that length, so what names it beforehand is too."""
    catalogue = parts.library.catalogue
    offering = replace(next(iter(catalogue.reminders.values())), offer="run-tall")
    parts.library.catalogue = replace(catalogue, reminders={offering.id: offering})
    for seconds in (600.0, 1200.0):
        parts.choose_length("run-tall", seconds)
        nudge = parts.desk.now(offering.id)
        assert nudge is not None
        begun = parts.timeline("routine", "run-tall")
        assert (nudge.offer_seconds, nudge.offer_is_estimate) == (begun.seconds, begun.estimated)
        assert nudge.offer_minutes == seconds / 60


# --- devices ---


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[Parts]:
    """The parts of this machine without any sound."""
    made = build({"POSTURE_COACH_HOME": str(tmp_path)}, sound=False)
    yield made
    made.close()


def test_without_sound_nothing_is_opened_and_nobody_speaks(silent: Parts) -> None:
    assert isinstance(silent.cues, NullCues)
    assert isinstance(silent.voice, NullVoice)
    assert "voice_choice" not in silent.__dict__, "a voice is not even looked for"


@pytest.mark.parametrize("muted", [True, False])
def test_the_cues_begin_as_loud_as_the_person_chose_after_what_a_crash_left_lowered_is_raised(
    parts: FakeParts, monkeypatch: pytest.MonkeyPatch, muted: bool
) -> None:
    made: list[object] = []

    def open_cues(_sounds: object, **given: object) -> FakeCues:
        made.append(given)
        return FakeCues()

    def choose_others(*_given: object) -> NullOthers:
        made.append("others")
        return NullOthers()

    monkeypatch.setattr("coach.sound.mixer.open_cues", open_cues)
    monkeypatch.setattr("coach.sound.others.choose.choose_others", choose_others)
    for name in ("cues", "others"):
        del parts.__dict__[name]
    parts.store.keep(MUTED, muted)
    parts.store.keep(VOLUME, 0.5)
    assert isinstance(parts.cues, FakeCues)
    assert made == ["others", {"volume": 0.5, "muted": muted}]


def test_a_volume_of_half_is_heard_as_half(parts: FakeParts) -> None:
    parts.store.keep(VOLUME, 0.5)
    parts.store.keep(VOICE_VOLUME, 0.8)
    assert parts.loudnesses == pytest.approx((0.25, 0.64))


def test_what_could_not_be_saved_at_the_end_is_told_and_nothing_twice(parts: FakeParts) -> None:
    class Store:
        notices: tuple[str, ...] = ("Known.",)

        def close(self) -> None:
            self.notices = ("Known.", "Lost.")

    made = Parts(parts.home, parts.clock, given=Given(store=Store(), cues=FakeCues(), awake=FakeAwake()))  # type: ignore[arg-type]
    assert made.close() == ("Lost.",)


# --- the end ---


def made_whole(folder: Path) -> Parts:
    """Every part of this machine, made; nothing is opened by that alone."""
    parts = Parts(Home(folder, folder / "cache"), FakeClock(), given=Given(voice_choice=Choice("hibari", "a", "b")))
    for name, found in vars(Parts).items():
        if isinstance(found, cached_property):
            getattr(parts, name)
    return parts


def log_closing(parts: Parts, failing: str = "") -> list[str]:
    """The names of parts as they are closed; `failing` is, and then raises."""
    log: list[str] = []

    def noted(name: str, close: Callable[[], object]) -> Callable[[], None]:
        def closes() -> None:
            log.append(name)
            close()
            if name == failing:
                raise OSError(f"{name} hangs")

        return closes

    for name, part in vars(parts).items():
        if isinstance(getattr(Parts, name, None), cached_property) and hasattr(part, "close"):
            part.close = noted(name, part.close)
    return log


PARTS = ("store", "others", "cues", "speech", "voice", "idle", "quiet", "awake", "single", "telling")


def test_all_that_was_made_is_closed_once_the_last_first(tmp_path: Path) -> None:
    parts = made_whole(tmp_path)
    in_order = [name for name in vars(parts) if name in PARTS]
    log = log_closing(parts)
    assert parts.close() == ()
    log = [name for number, name in enumerate(log) if name != "speech" or "speech" not in log[:number]]
    assert log == in_order[::-1]
    assert set(log) == set(PARTS)
    for user, used in (("voice", "cues"), ("voice", "others"), ("cues", "others"), ("others", "store")):
        assert log.index(user) < log.index(used)
    log.clear()
    assert parts.close() == ()
    assert log == []


@pytest.mark.parametrize("failing", PARTS)
def test_what_cannot_be_closed_hinders_no_other_and_is_told(tmp_path: Path, failing: str) -> None:
    parts = made_whole(tmp_path)
    log = log_closing(parts, failing)
    assert set(parts.close()) == {f"Not all could be closed at the end: {failing} hangs."}
    assert set(log) == set(PARTS)


def test_what_was_never_made_is_not_made_to_be_closed(tmp_path: Path) -> None:
    parts = Parts(Home(tmp_path, tmp_path / "cache"), FakeClock())
    before = set(vars(parts))
    parts.silence()
    assert parts.close() == ()
    assert set(vars(parts)) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_was_made_alone_is_closed_with_what_it_stands_on(tmp_path: Path, name: str) -> None:
    parts = Parts(Home(tmp_path, tmp_path / "cache"), FakeClock(), given=Given(voice_choice=Choice("hibari", "a", "b")))
    getattr(parts, name)
    made = [one for one in vars(parts) if one in PARTS]
    log = log_closing(parts)
    parts.close()
    assert list(dict.fromkeys(log)) == made[::-1]
    assert name in made


def test_what_is_given_is_closed_as_well_the_store_last() -> None:
    parts = FakeParts()
    log = log_closing(parts)
    parts.close()
    assert log == ["awake", "quiet", "idle", "voice", "cues", "others", "store"]
    assert set(log) == {name for name, part in vars(parts).items() if name in PARTS and hasattr(part, "close")}


# --- lengths ---

RUN = "run-tall"


def test_a_length_of_this_run_alone_is_not_kept(parts: FakeParts) -> None:
    written = parts.timeline("routine", RUN, as_written=True).seconds
    parts.choose_length(RUN, 900.0, remember=False)
    assert parts.timeline("routine", RUN).seconds < written
    assert parts.timeline("routine", RUN, as_written=True).seconds == written
    again = FakeParts(store=parts.store)
    assert again.timeline("routine", RUN).seconds == written, "the next run"
    parts.choose_length(RUN, 900.0)
    assert again.timeline("routine", RUN).seconds == parts.timeline("routine", RUN).seconds < written


@pytest.mark.parametrize(("routine", "seconds"), [("desk-reset", 900.0), (RUN, 4000.0)])
def test_a_length_that_cannot_be_is_refused_at_once(parts: FakeParts, routine: str, seconds: float) -> None:
    with pytest.raises(ValueError, match="from 1s to 60m"):
        parts.choose_length(routine, seconds, remember=False)
    assert parts.timeline("routine", routine).seconds == parts.timeline("routine", routine, as_written=True).seconds


# --- a session that goes on ---


def test_a_session_that_goes_on_is_given_what_is_kept_of_it(parts: FakeParts) -> None:
    timeline = parts.timeline("routine", "desk-reset")
    first = parts.conductor(timeline)
    first.start()
    a_while(parts, first, 14)
    first.close()
    cut = parts.cut_short()
    assert cut is not None
    again = parts.conductor(timeline, cut.place.first or 0, cut.record.id)
    assert again.spent_seconds == pytest.approx(5.0)
    assert again.view().outcomes == {0: "done"}


def test_in_an_edited_routine_a_session_goes_on_behind_the_numbers_it_was_begun_with(parts: FakeParts) -> None:
    session = parts.begin("desk-reset")
    timeline = parts.timeline("routine", "anti-slouch-daily")
    conductor = parts.conductor(timeline, 1, session)
    conductor.start()
    conductor.next()
    assert [row.index for row in parts.store.intervals(session)] == [0, 5 + 1], "it was begun with five"


def test_where_there_are_no_keys_time_ends_what_waits_for_the_person(parts: FakeParts) -> None:
    timeline = Timeline("r", "R", 5.0, True, 0, (Interval("say", 0.0, 5.0, text="Ready?", wait=True),), ())
    for has_keyboard in (True, False):
        conductor = parts.conductor(timeline, has_keyboard=has_keyboard)
        conductor.start()
        a_while(parts, conductor, 8)
        assert (conductor.ended is None) == has_keyboard
        conductor.close()


# --- a voice ---


class Spoken:
    """Stands for coach.sound.voice.speaker.SpokenVoice: keeps what it was made with."""

    def __init__(self, *parts: object, **wishes: object) -> None:
        self.parts, self.wishes = parts, wishes

    def close(self) -> None:
        return


NEURAL = Choice("hibari", "a voice", "a voice")


def with_voice(folder: Path, choice: Choice, **wishes: object) -> Parts:
    """Parts with a device that nothing opens, and `choice` of a voice."""
    given = Given(cues=PygameCues(dict), others=NullOthers(), voice_choice=choice, **wishes)  # type: ignore[arg-type]
    return Parts(Home(folder, folder / "cache"), FakeClock(), given=given)


def test_the_voice_speaks_as_the_person_chose_through_what_lowers_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.sound.voice.speaker.SpokenVoice", Spoken)
    parts = with_voice(tmp_path, NEURAL)
    parts.store.keep(VOICE_SPEED, 1.2)
    parts.store.keep(VOICE_VOLUME, 0.4)
    parts.store.keep(VOICE_AMOUNT, "names")
    voice = parts.voice
    assert isinstance(voice, Spoken)
    choice, cache, output = voice.parts
    assert (choice, cache) == (NEURAL, parts.speech)
    assert isinstance(output, LoweringOutput)
    assert voice.wishes == {"speed": 1.2, "volume": 0.4, "amount": "names"}
    parts.close()


def test_where_there_is_no_voice_nobody_speaks(tmp_path: Path) -> None:
    parts = with_voice(tmp_path, Choice(None, "", "no voice", "it is missing"))
    assert isinstance(parts.voice, NullVoice)
    assert "speech" not in vars(parts)
    parts.close()


# --- what goes out to others ---


def test_without_sound_no_mixer_is_asked(silent: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.sound.system_mixer.choose_silenced", lambda: lambda: ("It is muted.",))
    assert silent.silenced() == ()
    loud = Parts(silent.home, FakeClock())
    assert loud.silenced() == ("It is muted.",)


def test_silence_is_for_cues_and_voice(parts: FakeParts) -> None:
    voice = parts.__dict__["voice"] = FakeVoice()
    parts.silence()
    assert (parts.cues.stopped, [what for what, _ in voice.calls]) == (1, ["hush"])


def test_the_running_program_of_this_folder_is_told_of_a_session_and_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[Path, object, float]] = []

    def send(folder: Path, request: Mapping[str, object], timeout: float) -> None:
        sent.append((folder, request["goes_on"], timeout))

    monkeypatch.setattr("coach.desktop.single.send", send)
    parts = Parts(Home(tmp_path, tmp_path / "cache"), FakeClock())
    parts.telling.tell(lambda: 0.0, True, 0.0)
    parts.close()
    assert sent == [(tmp_path, True, ANSWER_SECONDS), (tmp_path, False, ANSWER_SECONDS)]


@pytest.mark.parametrize(("speed", "muted", "sound"), [(1.0, False, True), (10.0, True, False)])
def test_a_run_is_built_as_it_was_asked_for(tmp_path: Path, speed: float, muted: bool, sound: bool) -> None:
    made = build({"POSTURE_COACH_HOME": str(tmp_path)}, speed=speed, muted=muted, sound=sound)
    assert (made.home.data, made.clock.speed, made.muted) == (tmp_path, speed, muted)
    assert isinstance(made.cues, NullCues) == (not sound)
    made.close()


# --- the language ---


def test_a_session_is_in_the_language_that_it_is_asked_for_in(parts: FakeParts) -> None:
    catalogue = parts.library.catalogue
    routine = replace(catalogue.routines["desk-reset"], title=Text("Desk reset", {"de": "Am Tisch"}))
    test = replace(catalogue.tests["wall-test"], title=Text("Wall test", {"de": "An der Wand"}))
    parts.library.catalogue = replace(
        catalogue, routines={**catalogue.routines, routine.id: routine}, tests={**catalogue.tests, test.id: test}
    )
    for kind, ident, german in (("routine", routine.id, "Am Tisch"), ("test", test.id, "An der Wand")):
        assert parts.timeline(kind, ident, "de").title == german
        assert parts.timeline(kind, ident).title != german


# --- how late sounds were ---


def test_what_is_kept_of_lateness_is_how_many_the_median_and_the_worst(parts: FakeParts) -> None:
    told: list[Lateness] = []
    timeline = parts.timeline("routine", "desk-reset")
    clock = FakeClock()
    for conductor, at in (
        (Conductor(timeline, clock, FakeCues(), parts.store, tell_lateness=told.append), clock),
        (parts.conductor(timeline), parts.clock),
    ):
        conductor.start()
        while conductor.ended is None:
            at.pass_time(0.3)
            conductor.advance()
    (measured,) = told
    kept = parts.last_lateness
    assert kept is not None
    assert measured.median != measured.worst
    assert (kept.count, kept.median, kept.worst) == pytest.approx(
        (measured.count, measured.median, measured.worst), abs=1e-4
    )


# --- the same name twice ---


@pytest.mark.parametrize("parts", [{"voice": FakeVoice()}], indirect=True)
def test_a_routine_that_is_named_as_a_test_asks_nothing(parts: FakeParts) -> None:
    catalogue = parts.library.catalogue
    named = replace(catalogue.routines["desk-reset"], id="wall-test")
    parts.library.catalogue = replace(catalogue, routines={**catalogue.routines, named.id: named})
    parts.prepare_voice(parts.timeline("routine", "wall-test"))
    assert isinstance(parts.voice, FakeVoice)
    assert not set(questions_aloud(catalogue.tests["wall-test"])) & last(parts.voice)


def test_an_opening_that_two_routines_share_is_made_once() -> None:
    parts = Parts(Home(Path("none"), Path("none")), FakeClock(), given=Given(voice=FakeVoice(), library=twice()))
    parts.prepare_openings()
    assert isinstance(parts.voice, FakeVoice)
    (openings,) = parts.voice.prepared
    assert len(openings) == len(set(openings)) > 0


def twice() -> FakeLibrary:
    """The shipped library with a second routine of one title."""
    routine = shipped().routines["desk-reset"]
    both = {routine.id: routine, "again": replace(routine, id="again")}
    return FakeLibrary(replace(shipped(), routines=both, tests={}))
