"""What the helper does with an engine, the neural voice among them, and that nothing reaches a network."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from coach.installing import line  # noqa: E402
from coach.sound.trouble import Trouble  # noqa: E402
from coach.sound.voice import choose, hibari_engine, make  # noqa: E402 (after the reason to skip)
from coach.sound.voice.levels import LOUDNESS, PEAK, clip_of, quick_length, read_wav, resampled, write_wav  # noqa: E402
from coach.sound.voice.system_engine import Command, SystemEngine, find_command  # noqa: E402
from coach.words.voice import why  # noqa: E402

ROOT = Path(__file__).parents[3]
RATE = 24_000


def tone(seconds: float, before: float = 0.0, after: float = 0.0, level: float = 0.2) -> np.ndarray:
    samples = level * np.sin(np.arange(round(seconds * RATE)) * 2 * np.pi * 300 / RATE)
    return np.concatenate([np.zeros(round(before * RATE)), samples, np.zeros(round(after * RATE))]).astype(np.float32)


class Engine:
    rate_hz = RATE

    def make(self, words: str, speed: float) -> np.ndarray:
        if words == "fails":
            raise RuntimeError("no such word.\nand a long story")
        return np.zeros(0) if words == "silent" else tone(1.0 / speed, 0.3, 0.4)


def orders(*words: str, speed: float = 1.0) -> list[dict[str, object]]:
    return [{"words": word, "speed": speed, "file": f"{word}.wav"} for word in words]


def told(folder: Path, *words: str) -> list[dict[str, object]]:
    out = io.StringIO()
    make.make_all(Engine(), orders(*words), folder, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture(autouse=True)
def stay_as_important(monkeypatch):
    """The tests' own process is not the helper."""
    monkeypatch.setattr(make, "_be_modest", lambda: None)


def test_each_sentence_is_a_file(tmp_path):
    answers = told(tmp_path, "one", "two")
    assert [answer["file"] for answer in answers] == ["one.wav", "two.wav"]
    samples, rate_hz = read_wav(tmp_path / "one.wav")
    assert rate_hz == 48_000
    assert len(samples) / rate_hz == answers[0]["seconds"] == pytest.approx(1.13, abs=0.01)


def test_one_that_fails_or_is_silent_does_not_stop_the_others(tmp_path):
    assert told(tmp_path, "fails", "silent", "one")[:2] == [
        {"file": "fails.wav", "trouble": Trouble("unspoken", why="no such word").as_json()},
        {"file": "silent.wav", "trouble": Trouble("soundless").as_json()},
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.wav"]


def test_a_folder_that_is_gone_is_one_sentence(tmp_path):
    (answer,) = told(tmp_path / "gone", "one")
    assert answer == {
        "file": "one.wav",
        "trouble": Trouble("unkept", str(tmp_path / "gone"), "No such file or directory").as_json(),
    }


def test_silence_is_cut_and_loudness_is_the_same():
    soft, loud = (clip_of(tone(1.0, 0.5, 0.7, level), RATE) for level in (0.01, 0.9))
    assert len(soft) == len(loud) == pytest.approx(1.13 * 48_000, abs=50)
    for clip in (soft, loud):
        middle = clip[len(clip) // 4 : len(clip) // 2]
        assert np.sqrt((middle**2).mean()) == pytest.approx(LOUDNESS, rel=0.05)
    assert len(clip_of(np.zeros(1000), RATE)) == 0


def test_a_sudden_peak_is_rounded_off():
    samples = tone(1.0)
    samples[12_000:12_040] = 1.0
    assert np.abs(clip_of(samples, RATE)).max() <= PEAK


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_another_rate_is_the_same_sound(rate_hz):
    samples = np.sin(np.arange(rate_hz) * 2 * np.pi * 440 / rate_hz).astype(np.float32)
    wanted = np.sin(np.arange(48_000) * 2 * np.pi * 440 / 48_000)
    assert np.abs(resampled(samples, rate_hz, 48_000) - wanted).max() < 1e-3


@pytest.mark.parametrize("count", [2, 4_799, 29_989, 30_011])  # but for the first: primes, or nearly
def test_a_sentence_of_any_length_is_resampled_alike(count):
    """Its spectrum is that of a few more samples, of a length that is quick; nothing heard comes of it."""
    samples = tone(1.3)[:count] * np.hanning(count).astype(np.float32)
    spectrum = np.fft.rfft(samples.astype(np.float64))
    plain = 2 * np.fft.irfft(np.pad(spectrum, (0, 1 + count - len(spectrum))), 2 * count)
    quick = resampled(samples, RATE, 48_000)
    assert len(quick) == 2 * count
    assert np.abs(quick - plain).max() < 1e-4


@pytest.mark.parametrize(
    ("count", "step", "quick"), [(1, 1, 1), (13, 1, 14), (24_000, 1, 24_000), (22_051, 147, 22_638), (99, 5_507, 5_507)]
)
def test_a_quick_length_is_made_of_small_primes(count, step, quick):
    assert quick_length(count, step) == quick


def test_samples_come_back_from_a_file(tmp_path):
    write_wav(tmp_path / "a.wav", tone(0.1))
    assert np.abs(read_wav(tmp_path / "a.wav")[0] - tone(0.1)).max() < 1e-4


def run(code: str, *arguments: str, stdin: str = "") -> tuple[str, str]:
    """stdout and stderr of a fresh interpreter. An audit hook cannot be taken away again, so it gets a process."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=100,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    ],
)
def test_the_helper_refuses_the_network(attempt):
    code = f"""
from coach.sound.voice.make import refuse_network
refuse_network()
try:
    {attempt}
except PermissionError as problem:
    print(problem)
"""
    assert run(code)[0].startswith("networked ")


needs_hibari = pytest.mark.skipif(hibari_engine.why_not() is not None, reason=str(hibari_engine.why_not()))


@needs_hibari
def test_the_neural_voice_speaks_with_no_network_and_no_place_to_keep_a_download(tmp_path):
    """From text to file through the real helper; its own download folder is one that cannot exist."""
    (tmp_path / "file").touch()
    code = """
import os, sys
os.environ["HIBARI_HOME"] = sys.argv[1]
from coach.sound.voice.make import main
sys.exit(main(["hibari", sys.argv[2], "en"]))
"""
    wanted = orders("Halfway.", "8 times 5 seconds.", "x" * 400, "Ω")
    for number, order in enumerate(wanted):
        order["file"] = f"{number}.wav"
    stdin = "".join(json.dumps(order) + "\n" for order in wanted)
    out, _ = run(code, str(tmp_path / "file" / "none"), str(tmp_path), stdin=stdin)
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["file"] for answer in answers] == ["0.wav", "1.wav", "2.wav", "3.wav"]
    assert 0.4 < answers[0]["seconds"] < 1.2
    assert 0.8 < answers[1]["seconds"] < 3.0
    samples, _ = read_wav(tmp_path / "0.wav")
    assert 0.05 < np.abs(samples).max() <= PEAK


@needs_hibari
def test_the_same_words_are_the_same_samples(tmp_path):
    code = """
import sys
from coach.sound.voice.hibari_engine import HibariEngine
engine = HibariEngine()
print(all((engine.make("Other side.", 1.1) == engine.make("Other side.", 1.1)).tolist()), engine.rate_hz)
"""
    assert run(code)[0].split() == ["True", "24000"]


@needs_hibari
def test_what_runs_the_network_tells_its_makers_nothing(tmp_path):
    """Where it would, it begins with an identifier of this machine in the cache folder, at its import."""
    code = """
import os, sys
os.environ |= {"HOME": sys.argv[1], "XDG_CACHE_HOME": sys.argv[1] + "/cache"}
for name in ("CI", "ORT_DISABLE_TELEMETRY"):
    os.environ.pop(name, None)
from coach.sound.voice.hibari_engine import HibariEngine
HibariEngine()
print(sorted(os.listdir(sys.argv[1])))
"""
    assert run(code, str(tmp_path))[0].strip() == "[]"


# --- which voice -----------------------------------------------------------------------------------------------------


def none_of(_name: str) -> None:
    return None


ESPEAK = Command("/usr/bin/espeak-ng", "espeak-ng", lambda program, _path, _speed, _voice: [program])
GONE = hibari_engine.Missing("hibari-tts")


def test_the_neural_voice_comes_first():
    choice = choose.choose(lambda: None, lambda: ESPEAK)
    assert (choice.engine, choice.why_not) == ("hibari", ())


def test_then_the_systems_own_with_the_way_to_a_better_one():
    choice = choose.choose(lambda: GONE, lambda: ESPEAK)
    assert (choice.engine, choice.identity) == ("system", "system espeak-ng en")
    assert why(choice) == f"no neural voice, because hibari-tts is not installed; write: {line('hibari-tts')}"


def test_then_captions():
    choice = choose.choose(lambda: GONE, lambda: None)
    assert choice.engine is None
    assert why(choice).endswith("This system has no speech command of its own either")


@pytest.mark.parametrize(
    ("platform", "there", "name"),
    [
        ("linux", {"espeak-ng", "espeak"}, "espeak-ng"),
        ("linux", {"espeak"}, "espeak"),
        ("linux", {"say"}, None),
        ("darwin", {"say"}, "say"),
        ("win32", {"powershell"}, "powershell"),
        ("win32", set(), None),
    ],
)
def test_the_speech_command_of_each_system(platform, there, name):
    found = find_command(platform, lambda program: f"/bin/{program}" if program in there else None)
    assert (found.name if found else None) == name
    if found:
        arguments = found.arguments(found.program, Path("it's.wav"), 1.2, None)
        assert arguments[0] == f"/bin/{name}"
        assert "it's.wav" in " ".join(arguments).replace("it''s", "it's")


def stand_in(code: str) -> Command:
    return Command(
        sys.executable,
        "speak",
        lambda program, path, speed, voice: [program, "-c", code, str(path), str(speed), voice or ""],
    )


SPEAKS = """
import sys, wave
words = sys.stdin.buffer.read().decode()
with wave.open(sys.argv[1], "wb") as file:
    file.setnchannels(2); file.setsampwidth(2); file.setframerate(16000)
    file.writeframes(b"\\x00\\x10" * 2 * 100 * len(words))
"""


def test_a_speech_command_is_given_the_text_and_read_back():
    engine = SystemEngine(stand_in(SPEAKS))
    assert len(engine.make("Größe", 1.0)) == 500
    assert engine.rate_hz == 16_000


@pytest.mark.parametrize("code", ["raise SystemExit(2)", "pass", "import sys; open(sys.argv[1], 'w').write('no')"])
def test_a_speech_command_that_fails(code):
    with pytest.raises(RuntimeError, match=r"^command-fails speak"):
        SystemEngine(stand_in(code)).make("Hello", 1.0)


@pytest.mark.skipif(find_command() is None, reason="this machine has no speech command")
def test_the_systems_own_speech():
    engine = SystemEngine()
    samples = engine.make("Halfway.", 1.0)
    assert len(clip_of(samples, engine.rate_hz)) > 10_000


def test_choosing_imports_no_engine():
    code = """
import sys
from coach.sound.voice.choose import choose
choose()
print([name for name in ("numpy", "hibari", "onnxruntime", "pygame") if name in sys.modules])
"""
    assert run(code)[0].strip() == "[]"
    assert importlib.util.find_spec("coach.sound.voice.make") is not None


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("Halfway.", ["Halfway."]),
        ("", [""]),
        ("One two. Three four. Five.", ["One two.", "Three four.", "Five."]),
        ("One. Two. Three four.", ["One. Two.", "Three four."]),
        ("one two three four", ["one two", "three four"]),
        ("x" * 25, ["x" * 12, "x" * 12, "x"]),
    ],
)
def test_a_long_text_is_made_in_pieces(words, pieces):
    assert hibari_engine.in_pieces(words, 12) == pieces


@needs_hibari
@pytest.mark.slow
def test_what_an_author_may_write_is_spoken_or_told(tmp_path):
    """2,000 characters without a full stop, other scripts, emoji, digits without end: each a file or a sentence."""
    texts = (
        "sink " * 400,
        "x" * 2000,
        "1234567890" * 200,
        "Chest up 💪🏽, あごを引く, Прямо.",
        "\u200bOne\x07 two",
        "💪",
    )
    wanted = [{"words": text[:2000], "speed": 1.0, "file": f"{n}.wav"} for n, text in enumerate(texts)]
    out = io.StringIO()
    make.make_all(hibari_engine.HibariEngine(), wanted, tmp_path, out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [one["file"] for one in answers] == [order["file"] for order in wanted]
    assert all(one.get("seconds", 0.0) > 0.3 or Trouble.from_json(one["trouble"]) for one in answers)
    assert {"0.wav", "3.wav"} <= {one["file"] for one in answers if "seconds" in one}
