from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.priors.camera import angles_of, picture_from_face, pose_of, rotation

angle = st.floats(-1.4, 1.4)


@given(st.tuples(angle, angle, angle))
def test_angles_come_back_from_their_rotation(angles):
    turned = rotation(np.array(angles))
    assert np.allclose(turned @ turned.T, np.eye(3)) and np.isclose(np.linalg.det(turned), 1)
    assert np.allclose(angles_of(turned), angles)


def test_pitch_looks_down_yaw_to_the_right_as_seen_and_roll_turns_clockwise():
    nose, top = np.array([[0, 0, 1.0]]), np.array([[0, 1.0, 0]])
    still = np.zeros(6)
    x, y, _ = picture_from_face(nose, still, 101)[0]
    assert (x, y) == (50, 50)
    for number, point, axis in ((0, nose, 1), (1, nose, 0), (2, top, 0)):
        pose = still.copy()
        pose[number] = 0.3
        assert picture_from_face(point, pose, 101)[0][axis] > 50.5


def test_what_is_higher_and_nearer_is_higher_and_nearer_in_the_picture():
    low_far, high_near = picture_from_face(np.array([[0, -1.0, -1], [0, 1.0, 1]]), np.zeros(6), 100)
    assert high_near[1] < low_far[1] and high_near[2] > low_far[2]
    assert np.isclose(low_far[1] - high_near[1], 2 * 100 / 20)  # 20 cm fill the side


def test_a_pose_comes_back_from_where_it_puts_a_face():
    pose = np.array([0.1, -0.7, 0.2, 0.3, -0.1, 0.4])
    px_per_cm = np.exp(pose[5]) * 64 / 20
    origin = picture_from_face(np.zeros((1, 3)), pose, 64)[:, :2]
    found = pose_of(turned=rotation(pose[:3])[None], origin=origin, px_per_cm=np.array([px_per_cm]), size_px=64)
    assert np.allclose(found[0], pose, atol=1e-6)
