"""A release from a fresh repository: version, changes, wheel, sdist and tag; what cannot be released is refused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from coach import __version__

ROOT = Path(__file__).resolve().parents[2]
HOME = "https://example.org/posture-coach"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform == "win32" or shutil.which("git") is None, reason="needs bash and git"),
]


def run(repository: Path, *command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    who = {
        f"GIT_{role}_{what}": "somebody@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    return subprocess.run(
        command,
        cwd=repository,
        env={**os.environ, **who, "RELEASE_CHECKS": "true", **environ},
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose only commit is what is here now, and a change that was not released yet: right after a release
    there is none.
    """
    if not (ROOT / ".git").exists():
        pytest.skip("needs a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folder = tmp_path / "repository"
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    changes = folder / "CHANGELOG.md"
    more = "- One thing more.\n" * 20_000  # more than a pipe holds: what is read only to its first line is read whole
    told = changes.read_text("utf-8").replace("## Unreleased\n", f"## Unreleased\n\n{more}", 1)
    changes.write_text(told, encoding="utf-8")
    project = folder / "pyproject.toml"
    project.write_text(project.read_text("utf-8").replace('home = ""', f'home = "{HOME}"', 1), encoding="utf-8")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        assert run(folder, "git", *command).returncode == 0
    return folder


ASKED = """
. "$1"
COMP_WORDS=(posture-coach list "") COMP_CWORD=2
_shtab_posture_coach posture-coach "" list
echo "${COMPREPLY[*]}"
"""
"""What bash is asked when Tab is pressed behind `posture-coach list `."""


def look_at_what_lies_beside(share: Path) -> None:
    """Manual page, completion and description for software centres, each by what reads it, where that is here."""
    page = share / "man" / "man1" / "posture-coach.1"
    completions = share / "bash-completion" / "completions" / "posture-coach"
    assert "Posture Coach 99.0.0" in page.read_text("utf-8")
    assert "remind" in completions.read_text("utf-8")
    for command in (
        ("man", "--warnings", "-l", page),
        ("bash", "-n", completions),
        ("zsh", "-n", share / "zsh" / "site-functions" / "_posture-coach"),
        ("fish", "-n", share / "fish" / "vendor_completions.d" / "posture-coach.fish"),
        ("appstreamcli", "validate", "--no-net", *(share / "metainfo").iterdir()),
    ):
        if shutil.which(command[0]):
            done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
            assert (done.returncode, done.stderr) == (0, ""), (command, done.stdout)
    offered = subprocess.run(
        ["bash", "-c", ASKED, "bash", completions], capture_output=True, text=True, timeout=60, check=True
    )
    assert {"exercise", "plan", "lesson"} <= set(offered.stdout.split()), "the kinds that a list may be of"


def test_a_release_is_tagged_with_its_version_its_changes_and_its_packages(repository: Path, tmp_path: Path) -> None:
    done = run(repository, "bash", ".ci/release", "99.0.0")
    if "No matching distribution" in done.stderr or "Could not find" in done.stderr:
        pytest.skip("needs pip's package index")
    assert done.returncode == 0, done.stderr
    assert '__version__ = "99.0.0"' in (repository / "coach" / "__init__.py").read_text("utf-8")
    changes = (repository / "CHANGELOG.md").read_text("utf-8")
    assert changes.index("## Unreleased") < changes.index("## 99.0.0 (") < changes.index("\n- ")
    tagged = run(repository, "git", "describe", "--exact-match").stdout.strip()
    assert tagged == "v99.0.0"
    assert run(repository, "git", "status", "--porcelain").stdout == ""
    [wheel] = (repository / "dist").glob("posture_coach-99.0.0-*.whl")
    assert "coach/routines/guided/desk-reset.yaml" in zipfile.ZipFile(wheel).namelist()
    packed = zipfile.ZipFile(wheel)
    metadata = packed.read("posture_coach-99.0.0.dist-info/METADATA").decode()
    assert f"Project-URL: Homepage, {HOME}\n" in metadata
    assert f"]({HOME}/raw/main/docs/pictures/session.png)" in metadata
    assert not re.search(r"\]\((?!https?:|#)|src=\"(?!https?:)", metadata), "links that only a checkout has"
    beside = tmp_path / "beside"
    packed.extractall(beside, [name for name in packed.namelist() if ".data/" in name])
    look_at_what_lies_beside(beside / "posture_coach-99.0.0.data" / "data" / "share")
    with tarfile.open(repository / "dist" / "posture_coach-99.0.0.tar.gz") as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {"app.py", "docs/format.md", "SECURITY.md", "CONTRIBUTING.md", "tests/conftest.py"} <= names


@pytest.mark.parametrize(
    ("version", "why"),
    [
        ("one", "release: say which version, such as .ci/release 0.2.0"),
        (__version__, f"release: {__version__} does not come after {__version__}"),
        ("0.0.1", f"release: 0.0.1 does not come after {__version__}"),
    ],
)
def test_what_is_no_later_version_is_refused(repository: Path, version: str, why: str) -> None:
    done = run(repository, "bash", ".ci/release", version)
    assert (done.returncode, done.stderr.strip()) == (1, why)


def test_a_check_that_fails_leaves_everything_as_it_was(repository: Path) -> None:
    done = run(repository, "bash", ".ci/release", "99.0.0", RELEASE_CHECKS="false")
    assert done.returncode != 0
    assert run(repository, "git", "status", "--porcelain").stdout == ""
    assert run(repository, "git", "tag").stdout == ""


def test_without_a_change_to_tell_there_is_nothing_to_release(repository: Path) -> None:
    (repository / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n\n## 0.1.0\n\n- The first.\n", "utf-8")
    run(repository, "git", "commit", "-qam", "nothing new")
    done = run(repository, "bash", ".ci/release", "99.0.0")
    assert done.stderr.strip() == "release: CHANGELOG.md tells no change under Unreleased"
