"""What of this machine is opened, as the person wants it, and given back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.desktop.telling import ANSWER_SECONDS
from coach.progress.folders import Home
from coach.progress.store import open_store
from coach.settings import LANGUAGE, MUTED, SAFETY_PASSED, VOICE_AMOUNT, VOICE_SPEED, VOICE_VOLUME, VOLUME
from coach.sound.mixer import PygameCues
from coach.sound.others.lowering import LoweringOutput
from coach.sound.others.protocol import NullOthers
from coach.sound.protocol import NullCues
from coach.sound.trouble import Trouble
from coach.sound.voice.choose import Choice
from coach.sound.voice.choose import choose as choose_voice
from coach.sound.voice.protocol import NullVoice
from coach.wiring import Given, Parts, build
from coach.wiring.machine import LANGUAGE_VARIABLE, Machine
from coach.wiring.made import made
from tests.fakes import FakeAwake, FakeClock, FakeCues, FakeVoice
from tests.languages.trial import translated, with_lrelease, write_ts
from tests.stores import memory_store
from tests.ui.parts import FakeParts

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
    assert Parts.voice_choice.if_made(silent) is None, "a voice is not even looked for"


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
        notices: tuple[str, ...] = ("saved-last",)

        def close(self) -> None:
            self.notices = ("saved-last", "saved")

    made = Parts(parts.home, parts.clock, given=Given(store=Store(), cues=FakeCues(), awake=FakeAwake()))  # type: ignore[arg-type]
    assert made.close() == ("What could not be saved before is saved now.",)


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
    assert voice.wishes.pop("pronunciations")() is parts.library.catalogue.pronunciations
    assert voice.wishes == {"speed": 1.2, "volume": 0.4, "amount": "names"}
    parts.close()


def test_where_there_is_no_voice_nobody_speaks(tmp_path: Path) -> None:
    parts = with_voice(tmp_path, Choice(None, "", "no voice", "it is missing"))
    assert isinstance(parts.voice, NullVoice)
    assert Parts.speech.if_made(parts) is None
    parts.close()


# --- what goes out to others ---


def test_without_sound_no_mixer_is_asked(silent: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.sound.system_mixer.choose_silenced", lambda: lambda: (Trouble("program-muted"),))
    assert silent.silenced() == ()
    loud = Parts(silent.home, FakeClock())
    assert loud.silenced() == (Trouble("program-muted"),)


def test_silence_is_for_cues_and_voice(parts: FakeParts) -> None:
    voice = parts.voice = FakeVoice()
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


def test_a_run_of_which_nothing_is_said_is_heard_and_keeps_time(tmp_path: Path) -> None:
    made = build({"POSTURE_COACH_HOME": str(tmp_path)})
    assert (made.clock.speed, made.muted) == (1.0, False)
    assert not isinstance(made.cues, NullCues)
    made.close()


def test_which_voice_there_is_is_asked_of_the_machine(tmp_path: Path) -> None:
    parts = Parts(Home(tmp_path, tmp_path / "cache"), FakeClock())
    assert parts.voice_choice == choose_voice()
    parts.close()


# --- the end ---


def test_what_is_given_is_taken_and_given_back(tmp_path: Path) -> None:
    cues, awake = FakeCues(), FakeAwake()
    parts = Parts(Home(tmp_path, tmp_path), FakeClock(), given=Given(cues=cues, awake=awake))
    cues.open()
    assert (parts.cues, parts.awake) == (cues, awake)
    parts.close()
    assert (cues.is_open, awake.calls) == (False, ["release"])


def made_whole(folder: Path) -> Parts:
    """Every part of this machine, made; nothing is opened by that alone."""
    parts = Parts(Home(folder, folder / "cache"), FakeClock(), given=Given(voice_choice=Choice("hibari", "a", "b")))
    for kind in reversed(Parts.__mro__):
        for name in [name for name, found in vars(kind).items() if isinstance(found, made)]:
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
        if isinstance(getattr(Parts, name, None), made) and hasattr(part, "close"):
            part.close = noted(name, part.close)
    return log


PARTS = (
    "store", "others", "cues", "speech", "voice", "lock", "idle", "quiet", "awake", "media", "screen_reader",
    "reminder_key", "less_motion", "single", "telling",
)  # fmt: skip


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


def test_what_goes_wrong_before_it_hinders_no_closing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = made_whole(tmp_path)
    log = log_closing(parts)
    monkeypatch.setattr(parts.library, "keep", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        parts.close()
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
    assert log == [
        "less_motion",
        "reminder_key",
        "screen_reader",
        "media",
        "awake",
        "quiet",
        "idle",
        "lock",
        "voice",
        "cues",
        "others",
        "store",
    ]
    assert set(log) == {name for name, part in vars(parts).items() if name in PARTS and hasattr(part, "close")}


def test_safety_answers_of_an_earlier_version_become_a_record_as_the_store_is_opened(tmp_path: Path) -> None:
    home, clock = Home.from_environ({"POSTURE_COACH_HOME": str(tmp_path)}), FakeClock()
    earlier = open_store(home.data, clock)
    earlier.keep(SAFETY_PASSED, clock.wall().date().isoformat())
    earlier.close()
    parts = Parts(home, clock, sound=False)
    assert [told.at.date() for told in parts.store.safety()] == [clock.wall().date()]
    parts.close()


@pytest.mark.parametrize("kind", [Parts, Machine])
def test_there_is_sound_unless_somebody_says_otherwise(kind: type[Machine], tmp_path: Path) -> None:
    home = Home.from_environ({"POSTURE_COACH_HOME": str(tmp_path)})
    for parts, is_silent in ((kind(home), False), (kind(home, sound=False), True)):
        assert isinstance(parts.cues, NullCues) is is_silent
        parts.close()


# --- the language ---


@with_lrelease
@pytest.mark.parametrize(
    ("setting", "lang", "is_whole", "tag"),
    [
        ("system", "xx_XX.UTF-8", True, "xx"),
        ("xx", "en_US.UTF-8", True, "xx"),
        ("en", "xx_XX", True, "en"),
        ("system", "de_DE", True, "en"),
        ("system", "xx_XX", False, "en"),
        ("xx", "xx_XX", False, "en"),
    ],
)
def test_the_language_is_one_that_is_whole(
    setting: str, lang: str, is_whole: bool, tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_ts(tmp_path, "xx", {("Finish", "Done", ""): "Over"})
    monkeypatch.setattr("coach.languages.files.FOLDER", tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", lang)
    clock = FakeClock()
    shipped = Machine(Home(tmp_path, tmp_path), clock).library.catalogue
    library = SimpleNamespace(catalogue=translated(shipped) if is_whole else shipped)
    given = Given(store=memory_store(clock), library=library)  # type: ignore[arg-type]
    parts = Machine(Home(tmp_path, tmp_path), clock, given=given)
    parts.store.keep(LANGUAGE, setting)
    assert parts.language.tag == tag
    assert parts.language.translate("Finish", "Done") == ("Over" if tag == "xx" else "Done")


@with_lrelease
@pytest.mark.parametrize(
    ("wanted", "tag"), [("xx", "xx"), ("qps", "qps"), ("en", "en"), ("zz", "yy"), ("", "yy"), (None, "yy")]
)
def test_the_environment_names_a_language_whatever_there_is_of_it(
    wanted: str | None, tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for there in ("xx", "yy"):
        write_ts(tmp_path, there, {("Finish", "Done", ""): "Over"})
    monkeypatch.setattr("coach.languages.files.FOLDER", tmp_path)
    monkeypatch.setattr(Machine, "_can_speak", lambda _self, there: there == "yy")
    if wanted is None:
        monkeypatch.delenv(LANGUAGE_VARIABLE, raising=False)
    else:
        monkeypatch.setenv(LANGUAGE_VARIABLE, wanted)
    clock = FakeClock()
    parts = Machine(Home(tmp_path, tmp_path), clock, given=Given(store=memory_store(clock)))
    parts.store.keep(LANGUAGE, "yy")
    assert parts.language.tag == tag
    told = [one for one in parts.notices if LANGUAGE_VARIABLE in one]
    assert len(told) == (wanted == "zz"), "a name of which there is nothing is said"
    assert all("zz" in one for one in told)
