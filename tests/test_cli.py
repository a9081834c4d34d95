"""How a command line ends: the exit code, and a sentence instead of a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import CommandLine


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(home, capsys)


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is Linux's")
@pytest.mark.parametrize("words", [("list",), ("show", "desk-reset", "--json"), ("history", "--json"), ("schema",)])
def test_a_full_disk_under_the_output_is_a_sentence(
    run: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    with FULL.open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        code, _, err = run(*words)
    assert code == 3
    assert err == "posture-coach: what is printed cannot be written: No space left on device\n"
    assert not list(home.rglob("last-error.txt"))


def test_where_there_is_no_output_at_all_nothing_went_wrong(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert run("list")[::2] == (0, "")
    assert run("show", "desk-reset", "--json")[::2] == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        ["lst"],
        ["list", "cakes"],
        ["play"],
        ["play", "desk-reset", "--speed", "0"],
        ["remind", "pause", "5"],
        ["remind", "dance"],
    ],
)
def test_wrong_usage_ends_with_2(run: CommandLine, words: list[str]) -> None:
    code, out, err = run(*words)
    assert code == 2
    assert out == ""
    assert err


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        (["export", "desk-reset", "-dash.wav"], "; write -- before a name that begins with -\n"),
        (["export", "desk-reset", "-hum.wav"], "; write -- before a name that begins with -\n"),
        (["export", "desk-reset", "--intro", "-dash.wav"], "; write -- before a name that begins with -\n"),
        (["check", "-x.yaml"], "; write -- before a name that begins with -\n"),
        (["show", "-mine"], "; write -- before a name that begins with -\n"),
        (["history", "--csv", "-x.csv"], "; write --csv=-x.csv where it begins with -\n"),
        (["play", "desk-reset", "--quick"], "unrecognized arguments: --quick\n"),
        (["play", "desk-reset", "--from", "-1"], "write 1, 2, 3 ...\n"),
        (["play", "--", "-x", "-y"], "unrecognized arguments: -y\n"),
        (["-v"], "unrecognized arguments: -v\n"),
        (["plan"], "the following arguments are required: ACTION; write start, stop or status\n"),
        (["play"], "the following arguments are required: ID\n"),
    ],
)
def test_of_a_name_that_begins_as_options_do_it_is_said_how_to_write_it(
    run: CommandLine, words: list[str], instead: str
) -> None:
    code, _, err = run(*words)
    assert (code, instead in err) == (2, True), err


def test_the_unexpected_is_a_sentence_and_a_file(run: CommandLine, home: Path) -> None:
    def fail() -> str | None:
        raise RuntimeError("the unthinkable")

    code, _, err = run("doctor", mistakes=True, why_no_window=fail)
    written = home / "last-error.txt"
    sentence = "something went wrong that should not: the unthinkable"
    advice = f"if it comes again, tell those who make the program what is in {written}"
    assert (code, err) == (3, f"posture-coach: {sentence}; {advice}\n")
    assert "in doctor" in written.read_text("utf-8")


def test_the_help_names_every_command_in_its_order(run: CommandLine) -> None:
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    named = [line.split()[0] for line in out.partition("commands:")[2].splitlines() if line.startswith("    ")]
    commands = ["list", "show", "play", "export", "check", "schema", "remind", "history", "doctor", "render", "bench"]
    assert [word for word in named if word in commands] == commands


def test_version(run: CommandLine) -> None:
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith("posture-coach ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("lsit",), "posture-coach: argument COMMAND: lsit is not known; did you mean list?"),
        (("remind", "statsu"), "posture-coach remind: argument ACTION: statsu is not known; did you mean status?"),
        (
            ("render", "--theme", "drak", "x"),
            "posture-coach render: argument --theme: drak is not known; did you mean dark?",
        ),
    ],
)
def test_a_word_that_is_not_known_is_answered_with_the_one_that_was_meant(
    run: CommandLine, words: tuple[str, ...], sentence: str
) -> None:
    code, out, err = run(*words)
    assert (code, out, err.splitlines()[0]) == (2, "", sentence)
