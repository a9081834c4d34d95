"""What the documents say of the code, and the code of the documents, can be looked up."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from coach.content.kinds import KINDS
from coach.content.library import load
from coach.content.library_files import Folders
from tests.format_reference import DOCUMENT, SECTION, tables_of, with_tables

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md")])
SOURCES = sorted([*ROOT.glob("coach/**/*.py"), *ROOT.glob("tests/**/*.py"), ROOT / "app.py"])
CITED = re.compile(
    r"\bdocs/(?P<file>[a-z/-]+\.md)(?:, (?P<place>section [0-9]+|habit [0-9]+|kind: [a-z]+|[A-Z][^,.;:()\n]*))?"
)
PAPER = re.compile(r"\b(FORMAT|EVIDENCE|DESIGN|DATA|LOOK|FIGURE|PEERS)\b|\(look [0-9]")
"""What was written beside the repository while the program was designed: a reader cannot look it up."""


def headings(file: Path) -> list[str]:
    return [line.lstrip("# ").strip() for line in file.read_text("utf-8").split("\n") if line.startswith("#")]


def anchor(heading: str) -> str:
    """The address that a page gives to a heading."""
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")


@cache
def said(file: Path) -> tuple[tuple[int, str], ...]:
    """Comments and docstrings of a source, with their lines; words that a line's end parts are joined."""
    text = file.read_text("utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    found = [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]
    found.extend(
        (node.lineno, re.sub(r"\s+", " ", node.value.value))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    )
    return tuple(found)


def test_the_reference_is_the_one_that_the_schema_makes():
    text = DOCUMENT.read_text("utf-8")
    assert with_tables(text) == text, "run python -m tests.format_reference"


def test_the_reference_holds_every_kind_once():
    parts = [found[2] for found in SECTION.finditer(DOCUMENT.read_text("utf-8"))]
    assert sorted(parts) == sorted(["opening", "dose", "poses", "contact", *KINDS])


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_tells_every_key_of_a_file(kind: str):
    opening = {row.key for row in tables_of("opening")[0].rows}
    told = {row.key for row in tables_of(kind)[0].rows}
    assert {*KINDS[kind].fields} - opening - {"kind", "format"} <= told


@pytest.mark.parametrize("kind", KINDS)
def test_no_key_of_the_reference_is_without_its_meaning(kind: str):
    assert [row.key for table in tables_of(kind) for row in table.rows if not row.meaning] == []


def cited() -> Iterator[tuple[str, Path, str]]:
    """Where a source cites a document of ours: the place, the document, and the heading that it names."""
    for file in SOURCES:
        for line, words in said(file) if ".md" in file.read_text("utf-8") else ():
            for found in CITED.finditer(words):
                yield f"{file.relative_to(ROOT)}:{line}", ROOT / "docs" / found["file"], found["place"] or ""


def test_what_the_code_cites_is_there():
    missing = [f"{place}: {file.name}" for place, file, _ in cited() if not file.is_file()]
    assert missing == [], "cited in the code, and not in docs/"


def test_the_headings_that_the_code_cites_are_there():
    wrong = []
    for place, file, heading in cited():
        if not file.is_file():  # told above
            continue
        number = re.fullmatch(r"(?:section|habit) ([0-9]+)", heading)
        known = headings(file)
        if number and not any(one.startswith(f"{number[1]}. ") for one in known):
            wrong.append(f"{place}: {file.name}, {heading}")
        if heading and not number and not any(heading == one or heading.startswith(f"{one} ") for one in known):
            wrong.append(f"{place}: {file.name}, {heading}")
    assert wrong == [], "a heading that the code cites and its document does not have"


def test_the_code_cites_no_paper_that_is_not_in_the_repository():
    papers = [
        f"{file.relative_to(ROOT)}:{line}: {words[:80]}"
        for file in SOURCES
        if PAPER.search(re.sub(r"\s+", " ", file.read_text("utf-8")))  # few do: the others need no closer look
        for line, words in said(file)
        if PAPER.search(words)
    ]
    assert papers == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_links_of_a_document_lead_somewhere(document: Path):
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8")):
        name, _, place = link.partition("#")
        if ":" in link:
            continue
        target = document.parent / name if name else document
        if not target.exists() or (place and place not in map(anchor, headings(target))):
            lost.append(link)
    assert lost == [], "links to a file or heading that is not there"


def test_the_sources_that_the_evidence_names_are_in_the_library():
    text = (ROOT / "docs" / "evidence.md").read_text("utf-8")
    named = set(re.findall(r"\[([a-z][a-z0-9-]+)\](?!\()", text))
    known = load(Folders(ROOT / "routines", ROOT / "media")).sources
    assert named <= set(known)
    assert set(known) <= named, "what the library cites and the evidence does not tell"


QUOTED = re.compile(r"```python\n# (?P<file>\S+)\n(?P<lines>.*?)```", re.DOTALL)
STYLE = (ROOT / "docs" / "style.md").read_text("utf-8")


@pytest.mark.parametrize("quote", list(QUOTED.finditer(STYLE)), ids=lambda quote: quote["file"])
def test_the_examples_of_style_stand_in_the_code(quote: re.Match[str]):
    there = {line.strip() for line in (ROOT / quote["file"]).read_text("utf-8").split("\n")}
    assert [line for line in quote["lines"].split("\n") if line.strip() not in there] == []


def test_every_habit_of_code_has_an_example():
    habits = [part for part in STYLE.split("\n## ")[1:] if part[0].isdigit()]
    assert len(habits) == 12
    assert [habit.split("\n")[0] for habit in habits[:-1] if not QUOTED.search(habit)] == []


PATH = re.compile(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|sh|yaml|md)|(?:[\w.-]+/)+)`")
NAMED_IN = re.compile(r"`_*(\w+)`(?: and `\w+`)? (?:of|in) `((?:coach|tests)/[\w/]+\.py)`")
GUIDES = [ROOT / "docs/architecture.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/how-to/*.md"))]


def exists(path: str) -> bool:
    """As it is said in a guide: from the root, from coach/, or by its end, which is enough where it is the only one."""
    if (ROOT / path).exists() or (ROOT / "coach" / path).exists():
        return True
    return any(str(source).endswith(f"/{path.rstrip('/')}") for root in ("coach", "tests") for source in below(root))


@cache
def below(folder: str) -> tuple[Path, ...]:
    return tuple((ROOT / folder).rglob("*"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_the_files_that_a_guide_names_are_there(guide: Path) -> None:
    named = {path for path in PATH.findall(guide.read_text("utf-8")) if not re.search("SYSTEM|NAME|ID|xx", path)}
    gone = sorted(path for path in named if not exists(path))
    assert gone == [], f"named in {guide.name}, and not there; a name made up for the reader has NAME or ID in it"


def test_the_house_has_every_room_of_coach_and_no_other() -> None:
    """Files and folders at the top of coach, as the first picture of architecture.md lists them."""
    house = (ROOT / "docs/architecture.md").read_text("utf-8").partition("    coach/\n")[2].partition("    tests/")[0]
    told = set(re.findall(r"^ {6}([\w.]+)/? ", house, re.MULTILINE))
    there = {entry.name for entry in (ROOT / "coach").iterdir()} - {"__init__.py", "__pycache__"}
    assert told - there == set(), "told, and not there"
    assert there - told == set(), "there, and not told in The house of docs/architecture.md"


def test_what_a_guide_says_to_be_in_a_file_is_in_it() -> None:
    found = [match.groups() for guide in GUIDES for match in NAMED_IN.finditer(guide.read_text("utf-8"))]
    assert len(found) > 5
    missing = [(name, path) for name, path in found if name not in (ROOT / path).read_text("utf-8")]
    assert missing == [], "a guide says that the name is in the file"
