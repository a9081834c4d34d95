"""A routine of one's own with an exercise, a figure, an area and a source of one's own, and the parts of a person."""

from __future__ import annotations

from pathlib import Path

from coach.progress.folders import Home

FILES = {
    "routines/areas.yaml": (
        "kind: areas\nformat: 1\nid: areas\ntitle: Areas\nareas:\n"
        "  my-ribs: {title: {en: My ribs, de: Meine Rippen}, muscles: [Intercostals], rated: true}\n"
        "  unused: {title: Unused}\n"
    ),
    "routines/sources.yaml": (
        "kind: sources\nformat: 1\nid: sources\ntitle: Sources\nsources:\n  my-book: {title: A book, year: 2001}\n"
    ),
    "routines/exercises/side-lean.yaml": (
        "# of mine\n---\nkind: exercise\nformat: 1\nid: side-lean\ntitle: Side lean\nareas: [my-ribs, neck]\n"
        'position: sitting\ndescribe: Lean to the left.\ndose: {reps: 5}\nfigure: "side-lean"\nsources: [my-book]\n'
    ),
    "routines/exercises/unused.yaml": (
        "kind: exercise\nformat: 1\nid: unused\ntitle: Unused\nareas: [neck]\nposition: sitting\ndescribe: Sit.\n"
        "dose: {reps: 5}\n"
    ),
    "media/figures/side-lean.yaml": (
        "kind: figure\nformat: 1\nid: side-lean\ntitle: Side lean\nbase: standing\nstart: {}\nhighlight: [my-ribs]\n"
    ),
    "routines/guided/evening-back.yaml": (
        "kind: routine\nformat: 1\nid: evening-back\ntitle: Evening back\nsteps:\n"
        "  - exercise: chin-tuck\n  - exercise: side-lean\n    dose: {reps: 6}  # some more\n"
    ),
}


def write(home: Path, files: dict[str, str]) -> None:
    """Files of a person's own."""
    data = Home.from_environ({"POSTURE_COACH_HOME": str(home)}).data
    for name, text in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def all_of(home: Path) -> dict[str, str]:
    """Every file of a person's own below routines/ and media/, by its place."""
    found = sorted([*(home / "routines").rglob("*"), *(home / "media").rglob("*")])
    return {str(file.relative_to(home)): file.read_text("utf-8") for file in found if file.is_file()}
