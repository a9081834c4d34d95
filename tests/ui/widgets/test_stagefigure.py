"""The figure on the stage of a running session, in the room view and through the wall test."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coach.content.model import Figure, Text
from coach.demonstration.posing import DIM
from coach.ui.figure.painter import FigurePainter
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.session.page import SessionPage
from coach.ui.pages.session.view import PREPARES_EACH, PREPARES_EACH_IN_A_SET, SETTLED_SECONDS
from coach.ui.widgets.stage import Stage
from coach.ui.words.stage_scene import StageScene
from tests.ui.figure_parts import channels, figure
from tests.ui.painted import left_over, painted
from tests.ui.parts import FakeParts, shipped

Key = Qt.Key
A_SHADE = 2
"""Of 255: what stands still is shown from a picture of its own, whose edges are rounded once more."""


@pytest.fixture
def moving(qapp) -> WindowLook:
    return WindowLook("light", 1.0, reduced_motion=False)


class Running:
    """A session of a routine over the shipped library, whose clock the test moves."""

    def __init__(self, qtbot, look, routine: str, parts: FakeParts | None = None) -> None:
        self.parts = parts or FakeParts()
        self.page = SessionPage(self.parts, look)
        qtbot.addWidget(self.page, before_close_func=lambda page: page.leave())
        self.page.resize(1180, 760)
        self.page.show()
        self.page.begin(self.parts.timeline("routine", routine))
        self.page.show_moment()

    @property
    def stage(self) -> Stage:
        return self.page.view_page.stage

    @property
    def figure(self):
        return self.stage.figure

    def wait(self, seconds: float) -> None:
        while seconds > 1e-9:
            step = min(0.5, seconds)
            self.parts.clock.pass_time(step)
            self.page.advance()
            seconds -= step
        self.page.show_moment()

    def to_work(self, exercise: str) -> None:
        for _ in range(200):
            interval = self.page.conductor.view().interval
            if (interval.kind, interval.exercise) == ("work", exercise):
                return
            self.page.skip()
        raise LookupError(exercise)

    def key(self, key) -> None:
        QTest.keyClick(self.page, key)
        self.page.show_moment()


@pytest.fixture
def run(qtbot, moving):
    """Begins sessions, and holds them until the test is torn down: a page that only a test's own names hold may be
    collected while it is painted.
    """
    held = []

    def begin(routine: str, look: WindowLook = moving, parts: FakeParts | None = None) -> Running:
        held.append(Running(qtbot, look, routine, parts))
        return held[-1]

    yield begin
    held.clear()


@pytest.fixture
def daily(run):
    """At its first exercise: what is to be fetched lies ready."""
    running = run("anti-slouch-daily")
    running.page.skip()
    running.page.show_moment()
    return running


def test_it_shows_the_first_exercise_before_it_begins(daily):
    assert daily.stage.shows_figure
    assert daily.figure.figure.id == "thoracic-extension-chair"


def test_it_follows_the_phases(daily):
    daily.to_work("chin-tuck")
    dose = daily.page.conductor.view().interval
    seen = []
    for seconds in (0.0, dose.move, dose.hold / 2, dose.hold / 2 + dose.back / 2, dose.back / 2):
        daily.wait(seconds)
        seen.append(round(daily.figure.share, 2))
    assert seen == [0.0, 1.0, 1.0, 0.5, 0.0]


def test_the_glow_breathes_while_it_holds(daily):
    daily.to_work("chin-tuck")
    move = daily.page.conductor.view().interval.move
    daily.wait(move)
    glows = set()
    for _ in range(8):
        daily.wait(0.25)
        glows.add(round(daily.figure.glow, 2))
    assert min(glows) < 0.8
    assert max(glows) > 0.95


def test_it_previews_the_next_exercise_while_changing_over(daily):
    daily.to_work("chin-tuck")
    daily.page.skip()
    daily.page.show_moment()
    assert daily.page.conductor.view().interval.kind == "rest"  # time to get up and go to the wall
    assert daily.figure.figure.id == "wall-angel"
    daily.wait(1.0)
    assert daily.figure.share > 0


def test_alternating_sides_are_mirrored_in_turn_and_the_persons_turn_is_kept(daily):
    daily.to_work("seated-rotation")
    work = daily.page.conductor.view().interval
    first = daily.figure.mirrored
    daily.key(Key.Key_T)
    turned = daily.figure.angles
    daily.wait(work.move + work.hold + work.back + (work.pause or 0.0))
    assert daily.figure.mirrored != first
    yaw = (-turned[0] + 180.0) % 360.0
    assert daily.figure.angles[0] % 360.0 == pytest.approx(yaw)


def test_a_pause_freezes_it_and_the_plate_says_why(daily):
    daily.to_work("chin-tuck")
    daily.wait(1.0)
    before = daily.figure.share
    daily.key(Key.Key_Space)
    daily.wait(5.0)
    assert daily.stage.shows_figure
    assert daily.figure.share == before
    assert "Take your time." in daily.stage.caption


def test_the_steps_are_one_key_away(daily):
    daily.to_work("chin-tuck")
    daily.key(Key.Key_V)
    assert not daily.stage.shows_figure
    assert not daily.figure.isVisible()
    assert daily.stage.scene.lines
    daily.key(Key.Key_V)
    assert daily.stage.shows_figure
    assert daily.stage.steps_button.accessibleName() == "Show the steps"


def test_it_never_takes_the_keys(daily):
    assert daily.figure.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_drag_turns_it_and_a_double_click_turns_it_back(daily):
    home = daily.figure.angles
    middle = daily.figure.rect().center()
    QTest.mousePress(daily.figure, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(daily.figure, middle + QPoint(60, 0))
    QTest.mouseRelease(daily.figure, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 0))
    assert daily.figure.angles != home
    QTest.mouseDClick(daily.figure, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseRelease(daily.figure, Qt.MouseButton.LeftButton, pos=middle)  # a double click lets go of nothing
    assert daily.figure.angles == home


def test_six_turns_go_once_round(daily):
    home = daily.figure.angles
    for _ in range(6):
        daily.stage.turn_button.click()
    assert daily.figure.angles == pytest.approx(home)


def test_the_plate_never_stands_over_the_feet(daily):
    stage = daily.stage
    for caption in ("Slow.", "A sentence that goes on and on, and then some more of it. " * 3):
        before = stage.figure.geometry()
        stage.set_caption(caption)
        assert stage.figure.geometry() == before, "the figure keeps its size"
        feet = before.top() + 0.91 * before.height()
        assert stage._caption.geometry().top() >= feet


def test_an_exercise_without_a_figure_keeps_its_steps(run):
    library = shipped()
    bare = {name: replace(found, figure=None) for name, found in library.exercises.items()}
    running = run("desk-reset", parts=FakeParts(replace(library, exercises=bare)))
    assert not running.stage.has_figure
    assert running.stage.scene.lines
    assert running.stage.steps_button.isHidden()
    running.key(Key.Key_V)
    assert not running.stage.shows_figure


def shown_stage(qtbot, look) -> Stage:
    """As large as in a window of the size in which it opens."""
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.resize(688, 466)
    stage.show()
    return stage


def test_a_figure_that_cannot_be_solved_leaves_the_steps(qtbot, moving):
    stage = shown_stage(qtbot, moving)
    stage.show_scene(StageScene(lines=("Stand tall.",)))
    impossible = Figure("nowhere", Text("Nowhere"), "standing", {}, contacts=("hands on doorway",))
    for _ in range(3):
        stage.show_figure(impossible)
    assert not stage.has_figure


def test_with_reduced_motion_start_and_end_stand_side_by_side(run, look):
    running = run("anti-slouch-daily", look)
    running.to_work("wall-angel")
    running.wait(1.0)
    image = running.figure.grab().toImage()
    ground = image.pixelColor(2, image.height() // 2)
    half = image.width() // 2
    painted = [
        any(image.pixelColor(x, image.height() // 2) != ground for x in range(*part))
        for part in ((10, half), (half, image.width() - 10))
    ]
    assert painted == [True, True]
    assert running.figure.glow == 1.0, "nothing breathes"


def test_in_the_room_view_it_stands_at_the_left(daily):
    daily.to_work("chin-tuck")
    daily.key(Key.Key_R)
    room = daily.page.room
    daily.wait(daily.page.conductor.view().interval.move / 2)
    assert room.has_figure
    assert room.figure.share == pytest.approx(0.5)
    assert room.figure.geometry().right() <= room.places.left
    room.resize(700, 500)
    assert not room.has_figure, "a small window leaves the room to the words"


@pytest.mark.parametrize("size", [(1180, 760), (800, 560), (1600, 1000)])
def test_the_figure_and_its_buttons_stay_on_the_stage(run, size):
    running = run("desk-reset")
    running.page.resize(*size)
    running.page.show_moment()
    stage = running.stage
    for button in stage.buttons:
        assert stage.rect().contains(button.geometry())
    assert stage.figure.geometry().left() >= 0
    assert stage.figure.geometry().right() <= stage.width()


def standing_alone(
    qtbot, look, exercise: str, size: tuple[int, int], chip: tuple[tuple[str, ...], str] | None
) -> Stage:
    catalogue = shipped()
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.resize(*size)
    stage.show_scene(StageScene(lines=("Stand.",), chip=chip))
    stage.show_figure(catalogue.figures[catalogue.exercises[exercise].figure])
    stage.show()
    return stage


@pytest.mark.parametrize("exercise", ["step-down", "calf-raise"])
def test_a_head_is_not_cut_by_the_stages_edge(qtbot, moving, exercise):
    stage = standing_alone(qtbot, moving, exercise, (688, 466), None)
    stage.set_pose(1.0 if exercise == "calf-raise" else 0.0, 0.0)
    image = stage.grab().toImage()
    assert min(image.pixelColor(x, 1).lightness() for x in range(200, 480)) > 150


@pytest.mark.parametrize(("size", "has_words"), [((688, 466), True), ((430, 336), False)])
def test_the_words_of_the_kit_give_way_to_a_figure_that_would_hide_them(qtbot, moving, size, has_words):
    stage = standing_alone(qtbot, moving, "band-row", size, (("band", "chair"), "Band, firm fixing point"))
    end_of_words = stage._scene_painter().chip_box().right()
    assert (stage.figure.free_before(52) > end_of_words) == has_words
    image = stage.grab().toImage()
    beside = image.pixelColor(round(end_of_words) - 12, 36)
    assert (beside == moving.theme.card) == has_words
    assert image.pixelColor(30, 36) == moving.theme.card
    stage.toggle_steps()
    assert stage.grab().toImage().pixelColor(round(end_of_words) - 12, 36) == moving.theme.card


@pytest.mark.parametrize(("since", "is_prepared"), [(0.0, False), (SETTLED_SECONDS - 0.1, False), (2.0, True)])
def test_while_a_new_interval_is_painted_nothing_is_prepared_beside_it(run, since, is_prepared):
    """The dearest second of a change-over was the one in which the figure after the next was begun as well."""
    running = run("anti-slouch-daily")
    while running.page.conductor.view().interval.kind != "work":
        running.page.skip()
    running.wait(since)
    coming, is_left = running.page._sitting.words.figure_next(running.page.conductor.view())
    for _ in range(PREPARES_EACH):
        running.page.show_moment()
    assert (running.figure._ahead.take(coming, mirrored=is_left) is not None) == is_prepared


def test_in_a_set_less_is_prepared_than_beside_a_figure_that_rests(run, monkeypatch):
    running = run("anti-slouch-daily")
    prepared, made = [], {}
    monkeypatch.setattr(running.stage, "prepare", lambda *_of, **_how: prepared.append(1))
    for _ in range(12):
        interval = running.page.conductor.view().interval
        running.wait(SETTLED_SECONDS)
        prepared.clear()
        for _ in range(PREPARES_EACH * PREPARES_EACH_IN_A_SET):
            running.page.show_moment()
        if running.page.conductor.view().interval is interval:
            made.setdefault("set" if interval.reps else interval.kind, len(prepared))
        running.page.skip()
    assert (made["set"], made["between"]) == (PREPARES_EACH, PREPARES_EACH_IN_A_SET)


def test_the_next_figure_is_painted_before_it_comes(qtbot, moving, monkeypatch):
    running = Running(qtbot, moving, "anti-slouch-daily")
    while running.page.conductor.view().interval.kind != "work":
        running.page.skip()
    coming, is_left = running.page._sitting.words.figure_next(running.page.conductor.view())
    assert coming is not None
    assert coming is not running.figure.figure
    running.wait(SETTLED_SECONDS)
    for _ in range(60 * PREPARES_EACH_IN_A_SET):
        running.page.show_moment()
    while running.figure.figure is not coming:
        running.page.skip()
    assert running.figure.mirrored is is_left

    painted = []
    paint = FigurePainter.figure
    monkeypatch.setattr(FigurePainter, "figure", lambda *of, **how: painted.append(of) or paint(*of, **how))
    for step in range(31):
        running.figure.set_pose(step / 30, DIM)
        running.figure.grab()
    assert not painted


@pytest.mark.parametrize("exercise", ["wall-angel", "band-row", "bird-dog"])
def test_what_was_painted_ahead_is_what_would_be_painted_now(qtbot, moving, exercise):
    shown = {}
    for is_ahead in (False, True):
        stage = shown_stage(qtbot, moving)
        stage.show_figure(figure("chin-tuck"))
        for _ in range(60 if is_ahead else 0):
            stage.prepare(figure(exercise), mirrored=True)
        stage.show_figure(figure(exercise), mirrored=True)
        stage.set_pose(0.5, DIM)
        shown[is_ahead] = channels(stage.grab())
    assert abs(shown[True].astype(int) - shown[False]).max() <= A_SHADE


def test_nothing_is_painted_ahead_where_nothing_moves(qtbot, look):
    stage = shown_stage(qtbot, look)
    stage.show_figure(figure("chin-tuck"))
    stage.prepare(figure("band-row"), mirrored=False)
    assert stage.figure._ahead.take(figure("band-row"), mirrored=False) is None


def test_a_figure_that_moves_has_nothing_behind_it_painted(qtbot, moving):
    stage = shown_stage(qtbot, moving)
    stage.show_figure(figure("bird-dog"))
    stage.set_caption("Slow as paint.")
    with painted(stage):
        stage.set_pose(0.02, 0.5)
    for step in range(1, 21):
        with painted(stage) as found:
            stage.set_pose(step / 20, 0.5)
        assert found.times[stage.figure] == 1
        assert found.times[stage] == 0
        assert left_over(stage) == 0


def test_what_changes_behind_a_figure_is_seen_at_once(qtbot, moving):
    stage = shown_stage(qtbot, moving)
    stage.show_figure(figure("bird-dog"))
    stage.set_pose(0.5, 0.5)
    for change in (
        lambda: stage._glow_changed(0.7),
        lambda: stage._glow_changed(0.0),
        stage.turn,
        lambda: stage.show_scene(StageScene(chip=(("brick",), "Wall"))),
        lambda: moving.set_theme("dark"),
        lambda: stage.set_caption("Slow as paint."),
        lambda: stage.set_caption(""),
        stage.toggle_steps,
        stage.toggle_steps,
        lambda: stage.resize(600, 420),
    ):
        change()
        assert left_over(stage) == 0
