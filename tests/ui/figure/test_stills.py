"""Stills: what a picture of a figure shows."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize

from coach.figure.scene import Doorway, Scene, Step, Wall
from coach.ui.figure.camera import VIEWS, Camera, view_angles
from coach.ui.figure.framing import Reach
from coach.ui.figure.ground_shadow import _cast
from coach.ui.figure.highlights import areas_of
from coach.ui.figure.motions import motion_of
from coach.ui.figure.muscles import MUSCLES
from coach.ui.figure.palette import PALETTES
from coach.ui.figure.props import pieces_of
from coach.ui.figure.seen import Seen, body
from coach.ui.figure.set_pieces import SetPiece
from coach.ui.figure.shapes import Pen
from coach.ui.figure.soft import FAINTEST
from coach.ui.figure.stills import Showing, still, works_neck
from coach.ui.stills.making import _view_of_mistake, make_still
from coach.ui.stills.shot import Shot
from coach.ui.stills.walls import WithoutWall, has_wall_in_face
from tests.figure.shelf import shipped
from tests.ui.figure_parts import channels, drawn, ember, figure

pytestmark = pytest.mark.usefixtures("qapp")

THUMBNAIL = QSize(84, 58)


def margins(picture: np.ndarray) -> tuple[int, int, int, int]:
    """Empty pixels left, top, right and below the figure."""
    ys, xs = np.nonzero(picture[:, :, 3] > 200)
    return xs.min(), ys.min(), picture.shape[1] - 1 - xs.max(), picture.shape[0] - 1 - ys.max()


def without_mat(picture: np.ndarray) -> np.ndarray:
    """The picture without what is warmer than skin and clothes: the mat may reach out of it."""
    red, green = picture[:, :, 2].astype(int), picture[:, :, 1].astype(int)
    return np.where((red < green)[:, :, None], picture, 0)


def test_every_area_of_the_body_has_a_place_to_glow():
    assert set(shipped().areas) - set(MUSCLES) == set()


def test_between_and_beside_the_blades_are_two_areas():
    between, behind = (
        [(knot[1][2], knot[2][2]) for muscle in MUSCLES[area] if muscle.unit == "torso" for knot in muscle.knots]
        for area in ("between-blades", "shoulders-back")
    )
    apart_cm = min(sideways - wide for sideways, wide in behind) - max(sideways + wide for sideways, wide in between)
    assert apart_cm > 1.5


@pytest.mark.parametrize("theme", sorted(PALETTES))
@pytest.mark.parametrize("name", ["wall-angel", "chin-tuck", "bird-dog", "band-row"])
def test_a_figure_shows_in_every_theme(name, theme):
    shown = drawn(name, theme=theme)
    assert (shown[:, :, 3] > 0).mean() > 0.03
    assert (shown[:, :, 3] == 0).mean() > 0.3


@pytest.mark.parametrize("view", sorted(VIEWS))
@pytest.mark.parametrize("share", [0.0, 1.0])
@pytest.mark.parametrize("name", ["scapular-squeeze", "bird-dog", "prone-y", "side-plank"])
def test_the_whole_figure_is_in_the_picture_from_every_view(name, share, view):
    assert min(margins(drawn(name, share, view))) >= 2


@pytest.mark.parametrize("name", ["scapular-squeeze", "chin-tuck", "lateral-raise", "band-pull-apart"])
def test_a_thumbnail_never_crops_a_head(name):
    shown = drawn(name, size=THUMBNAIL, close=None)
    assert margins(shown)[1] >= 1


def test_a_thumbnail_of_an_upright_figure_is_close():
    whole, close = (drawn("scapular-squeeze", size=THUMBNAIL, close=close) for close in (False, None))
    assert (close[:, :, 3] > 200).sum() > 1.5 * (whole[:, :, 3] > 200).sum()


@pytest.mark.parametrize("name", ["chin-tuck-lying", "deep-neck-flexor-nod", "deep-neck-flexor-lift"])
def test_a_thumbnail_of_a_neck_that_works_lying_shows_head_and_chest(name):
    whole, close = (drawn(name, size=THUMBNAIL, close=close) for close in (False, None))
    assert ember(close) > 4 * ember(whole)
    left, above, _, below = margins(without_mat(close))
    assert min(left, above, below) > 0
    kept = make_still(Shot(figure(name), 84, 58), "light", 1.0)
    assert ember(channels(kept)) > 4 * ember(whole)


@pytest.mark.parametrize(("name", "larger"), [("chin-tuck-lying", 4.0), ("chin-tuck", 2.0), ("levator-stretch", 2.0)])
def test_the_start_of_a_neck_drill_shows_how_to_lie_or_sit_and_its_end_the_neck(name, larger):
    start, end = (channels(make_still(Shot(figure(name), 200, 180, share=share), "light", 1.0)) for share in (0, 1))
    assert ember(end) > larger * ember(start)


@pytest.mark.parametrize("name", ["upper-trapezius-stretch-hand", "levator-stretch-hand"])
def test_an_arm_that_reaches_out_in_a_mistake_is_whole_from_close_by(name):
    left, above, right, _ = margins(drawn(name, size=QSize(212, 262), close=None, wrong=True))
    assert min(left, above, right) > 0


@pytest.mark.parametrize("name", ["wall-angel", "lateral-raise", "bird-dog"])
def test_a_large_picture_shows_the_whole_body_where_more_than_the_neck_works(name):
    assert not works_neck(figure(name), 180, 1.0)


def test_a_thumbnail_of_a_lying_figure_is_whole():
    assert np.array_equal(*(drawn("bird-dog", size=THUMBNAIL, close=close) for close in (False, None)))


@pytest.mark.parametrize("name", ["bird-dog", "seated-rotation", "wall-angel"])
def test_the_other_side_is_the_mirror_image(name):
    one = drawn(name, mirrored=False)[:, :, 3] > 128
    other = drawn(name, mirrored=True)[:, ::-1, 3] > 128
    assert (one ^ other).sum() < 0.03 * one.sum()


def test_areas_of_one_side_change_sides_in_the_mirror():
    from dataclasses import replace

    sided = replace(figure("bird-dog"), highlight=("left-glutes", "right-neck", "low-back"))
    assert areas_of(sided, mirrored=True) == ("right-glutes", "left-neck", "low-back")
    assert areas_of(sided) == sided.highlight


@pytest.mark.parametrize("name", ["doorway-stretch", "scapular-squeeze", "prone-y", "glute-bridge"])
def test_worked_areas_glow_and_not_without_a_glow(name):
    assert ember(drawn(name, glow=1.0)) > 40
    assert ember(drawn(name, glow=0.0)) < 5


def test_a_muscle_on_the_far_side_glows_more_faintly():
    front, back = (drawn("scapular-squeeze", view=view)[:, :, 2].max() for view in ("front", "back"))
    assert ember(drawn("scapular-squeeze", view="back")) > ember(drawn("scapular-squeeze", view="front")) > 10
    assert back > front


def test_the_ghost_shows_where_it_came_from():
    without, with_ghost = (drawn("lateral-raise", ghost=ghost)[:, :, 3] for ghost in (False, True))
    added = (with_ghost > 0) & (without == 0)
    assert added.sum() > 100
    assert with_ghost[added].max() < 100


def test_at_the_start_there_is_no_ghost():
    assert np.array_equal(drawn("bird-dog", 0.0, ghost=True), drawn("bird-dog", 0.0))


def test_the_mistake_is_grey():
    shown = drawn("chin-tuck", wrong=True)
    assert ember(shown) == 0
    solid = shown[shown[:, :, 3] > 250][:, :3]
    assert np.median(solid.max(1) - solid.min(1)) < 30


def test_a_wall_between_the_eye_and_the_figure_does_not_hide_it():
    """Seen from behind the wall, the figure's dark shirt is still there."""
    dark = [(drawn("wall-angel", view=view)[:, :, 2] < 70).sum() for view in ("front", "back")]
    assert dark[1] > 0.7 * dark[0]


@pytest.mark.parametrize(("yaw", "covers"), [(-90.0, True), (-50.0, True), (0.0, True), (50.0, False), (90.0, False)])
def test_a_door_frame_is_seen_through_where_it_stands_before_the_forearms(yaw, covers):
    pen = Pen()
    for piece in pieces_of(Scene((Doorway(),))):
        seen = SetPiece.of(piece, Camera(yaw, 5.0), PALETTES["light"], pen)
        assert bool(seen.carries) == covers
        assert seen.fills[0][1].isOpaque() == covers


@pytest.mark.parametrize(
    ("where", "over"), [("right", ("right-shank",)), ("left", ("left-shank",)), ("front", ()), ("behind", ())]
)
def test_of_a_step_at_the_side_that_leg_stands_on_it(where, over):
    """The other hangs beside it and is hidden by it where the step is nearer."""
    (piece,) = pieces_of(Scene((Step(where),)))
    seen = SetPiece.of(piece, Camera(48.0, 8.0), PALETTES["light"], Pen())
    assert seen.carries == over
    assert seen.fills[0][1].isOpaque()


def test_the_room_fills_the_picture_and_its_corners_are_round():
    shown = channels(still(figure("bird-dog"), THUMBNAIL, "light", showing=Showing(radius=11)))
    assert shown[0, 0, 3] == 0
    assert (shown[12:-12, 12:-12, 3] == 255).all()


def test_a_finer_screen_gets_a_finer_picture():
    picture = still(figure("bird-dog"), THUMBNAIL, "light", showing=Showing(ratio=2.0))
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (168, 116, 2.0)


@pytest.mark.parametrize("name", ["chin-tuck", "bird-dog"])
def test_skin_on_the_light_stage_has_an_edge_of_three_to_one(name):
    """The contour's tone against the stage, by WCAG's formula."""

    def luminance(of) -> float:
        parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in of]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    palette = PALETTES["light"]
    assert (luminance(palette.stage) + 0.05) / (luminance(palette.contour) + 0.05) >= 3.0
    near = np.abs(drawn(name, size=QSize(480, 480))[:, :, 2::-1] - np.array(palette.contour)).max(2) < 12
    assert near.sum() > 50


@pytest.mark.parametrize("name", ["wall-test-back", "wall-test-step", "wall-angel", "bird-dog", "prone-cobra"])
@pytest.mark.parametrize("size", [(332, 800), (700, 460)])
def test_a_shadow_is_not_cut_but_by_the_picture_itself(name, size):
    """It ended in a hard vertical edge beside the feet: the part that is painted was narrower than the shadow."""
    motion = motion_of(figure(name))
    for yaw, pitch in (view_angles(figure(name)), (0.0, 8.0), (45.0, 20.0)):
        framed = Reach(motion).framed(yaw, pitch, size)
        camera = framed.camera
        for share in (0.0, 1.0):
            seen = Seen.of(motion.at(share), camera)
            ground, soft, dark = _cast(seen.centres, seen.reach)
            places, _, scale = camera.project(ground)
            seen = soft * scale * np.sqrt(np.log(np.maximum(dark / FAINTEST, 1.0)))
            left, right = float((places[:, 0] - seen).min()), float((places[:, 0] + seen).max())
            assert left >= 0 or framed.left == 0
            assert right <= camera.size[0] or framed.left + camera.size[0] >= size[0] - 1


def test_to_frame_a_movement_each_of_its_postures_is_solved_once(monkeypatch):
    motion, solved = motion_of(figure("band-row")), []
    at = type(motion).at
    monkeypatch.setattr(type(motion), "at", lambda *of, **how: solved.append(of[1]) or at(*of, **how))
    Reach(motion)
    assert len(solved) == len(set(solved)) == 5


@pytest.mark.parametrize("room", [True, False])
def test_who_does_not_move_has_no_ghost_with_a_room_or_without(room: bool):
    stands = shipped().figures["wall-test-back"]
    assert not motion_of(stands).has_end
    with_ghost, alone = (
        channels(make_still(Shot(stands, 200, 240, ghost=ghost, room=room), "light", 1.0)) for ghost in (True, False)
    )
    assert (with_ghost == alone).all()


def test_without_its_wall_a_mistake_has_the_rest_of_what_stands_around_it():
    for one in shipped().figures.values():
        motion = motion_of(one)
        if motion is not None and motion.wrong() is not None:
            props = motion.wrong_scene().props
            left = [prop for prop in props if not isinstance(prop, Wall) or prop.where != "behind"]
            assert list(WithoutWall(motion).wrong_scene().props) == left, one.id


@pytest.mark.parametrize("name", ["wall-angel", "wall-angel-low", "wall-angel-sitting", "wall-test-back"])
def test_whoever_leans_on_a_wall_is_seen_with_it_and_with_what_touches(name: str):
    """Straight from the front the wall is the room's own; from aside a layman would see somebody stand free."""
    leaning, motion = shipped().figures[name], motion_of(shipped().figures[name])
    assert not has_wall_in_face(motion, view_angles(leaning)[0])
    assert has_wall_in_face(motion, VIEWS["front"][0])
    assert {"hand-backs"} <= set(leaning.marks)


def test_at_the_wall_all_seven_points_of_the_test_are_marked():
    marks = shipped().figures["wall-test-back"].marks
    assert set(marks) == {"head", "upper-back", "low-back", "buttocks", "hand-backs", "heels"}


@pytest.mark.parametrize("name", ["plank", "plank-knees"])
def test_a_plank_starts_lying_where_its_mistake_hangs_above_the_floor(name: str):
    motion = motion_of(figure(name))
    start, mistake = (body().nodes.placed(one.rotations, one.origins)[0] for one in (motion.at(0.0), motion.wrong()))
    assert np.abs(start - mistake).max() > 8  # centimetres


def test_without_a_room_the_towel_of_a_mistake_lies_where_it_lies_with_one():
    """The elbow has left it, so it is on the floor: picture and picture show it there."""
    turned_out = shipped().figures["external-rotation-free"]
    picture = channels(make_still(Shot(turned_out, 300, 380, wrong=True, room=False), "light", 1.0))
    showing = Showing(wrong=True, room=False, close=False)
    same = channels(still(turned_out, QSize(300, 380), view=_view_of_mistake(turned_out), showing=showing))
    assert (picture == same).all()
