"""A breath in the painted body: the belly comes forward, the back stays."""

from __future__ import annotations

import numpy as np

from coach.figure.kinematics import forward
from coach.figure.pose import resolve
from coach.ui.figure.seen import body


def test_a_breath_brings_the_belly_forward_and_leaves_the_back_and_the_limbs():
    bones = forward(resolve({}), np.array((0.0, 90.0, 0.0)))
    before, deep = body(("abdomen",)).nodes.placed(bones.rotations, bones.origins)
    after, deeper = body(("abdomen",)).nodes.placed(bones.rotations, bones.origins, 1.0)
    fronts = (after[:, 0] + deeper[:, 0, 0]) - (before[:, 0] + deep[:, 0, 0])
    backs = (after[:, 0] - deeper[:, 0, 0]) - (before[:, 0] - deep[:, 0, 0])
    heights = before[:, 1] - 90
    assert 4 < fronts[(heights > 10) & (heights < 30)].max() < 6
    assert np.abs(fronts[(heights < 0) | (heights > 45)]).max() == 0
    trunk = (heights > 10) & (heights < 30) & (deep[:, 0, 0] > 7)
    assert np.abs(backs[trunk]).max() < 0.6
    assert np.allclose(after[:, 1:], before[:, 1:], atol=0.3)


def test_a_wide_breath_widens_the_ribs_and_leaves_front_back_and_limbs():
    bones = forward(resolve({}), np.array((0.0, 90.0, 0.0)))
    before, thick = body(("ribs",)).nodes.placed(bones.rotations, bones.origins)
    after, wider = body(("ribs",)).nodes.placed(bones.rotations, bones.origins, 0.0, 1.0)
    out = (after[:, 2] + wider[:, 2, 2]) - (before[:, 2] + thick[:, 2, 2])
    heights = before[:, 1] - 90
    assert 2.5 < out[(heights > 20) & (heights < 40)].max() < 4
    assert np.abs(out[(heights < 10) | (heights > 50)]).max() == 0
    assert np.allclose(after[:, :2], before[:, :2], atol=0.3)
    assert np.allclose(wider[:, :, :2], thick[:, :, :2])
