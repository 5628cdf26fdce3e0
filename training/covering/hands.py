"""Hands of the person's own skin, and what they hold before the face."""

from __future__ import annotations

import cv2
import numpy as np

from .cloth import any_colour, borrowed, cloth, folds, plain
from .face import Face, smooth


def skin_of_hand(face: Face) -> np.ndarray:
    """H x W x 3: the skin of the face, a little darker, lighter or redder, mottled."""
    rng = face.rng
    colour = face.skin() * rng.uniform(0.7, 1.2) * (1 + rng.normal(0, 0.03, 3))
    mottle = 1 + 0.03 * face.noise(0.15) + 0.02 * face.noise(0.03)
    red = 1 + np.float32([0.5, -0.5, -0.5]) * (0.04 * face.noise(0.1))[..., None]
    return colour * mottle[..., None] * red


def finger(face: Face, skin: np.ndarray, joints: np.ndarray, width: float, nail: bool) -> None:
    rng = face.rng
    alpha = face.line(joints, width)
    shading = face.relief(alpha, 0.5 * width, rng.uniform(0.15, 0.5))
    for share in (0.33, 0.64):
        knuckle = joints[0] + (joints[-1] - joints[0]) * share
        normal = np.array([-(joints[-1] - joints[0])[1], (joints[-1] - joints[0])[0]])
        normal = normal / max(1e-6, np.linalg.norm(normal)) * 0.35 * width * face.unit
        shading *= 1 - rng.uniform(0, 0.25) * face.line(np.array([knuckle - normal, knuckle + normal]), 0.012)
    face.put(skin, alpha, shading, shadow=0.3)
    if nail:
        along = (joints[-1] - joints[-2]) / max(1e-6, np.linalg.norm(joints[-1] - joints[-2]))
        tip = joints[-1] + along * 0.12 * width * face.unit
        tint = any_colour(rng) if rng.random() < 0.2 else skin.mean((0, 1)) * rng.uniform(1.0, 1.25)
        face.put(tint, face.line(np.array([tip - along * 0.35 * width * face.unit, tip]), 0.6 * width), shadow=0)


def hand(face: Face, centre: np.ndarray | None = None, spread: float | None = None) -> str:
    """Palm or back of a hand with fingers, whose knuckles are at `centre`, from wherever the arm comes."""
    rng = face.rng
    if centre is None:
        centre = face.at([1, 13, 152, 205, 425, 50, 280, 159, 386, 17][rng.integers(10)], *rng.normal(0, 0.12, 2))
    # The arm comes from below or from a side.
    toward = rng.normal(-np.pi / 2, 0.75)
    along = np.cos(toward) * face.across + np.sin(toward) * face.down
    beside = np.array([-along[1], along[0]])
    size, skin = face.unit * rng.uniform(0.75, 1.15), skin_of_hand(face)
    spread = rng.choice([0.0, 0.05, 0.25, 0.5], p=[0.3, 0.35, 0.25, 0.1]) if spread is None else spread
    place = lambda u, v: centre + size * (u * beside + v * along)
    wrist = rng.uniform(0.13, 0.2)
    palm = np.array(
        [place(-0.23, 0.0), place(-0.08, 0.05), place(0.1, 0.05), place(0.24, -0.02), place(0.24, -0.25)]
        + [place(wrist, -0.5), place(wrist, -1.6), place(-wrist, -1.6), place(-wrist, -0.5), place(-0.26, -0.25)]
    )
    alpha = face.fill(smooth(palm, 2))
    face.put(skin, alpha, face.relief(alpha, 0.12, rng.uniform(0.1, 0.4)) * folds(face, 0.03))
    if rng.random() < 0.4:
        cuff = np.array([place(-0.3, -0.6), place(0.3, -0.6), place(0.35, -1.7), place(-0.35, -1.7)])
        cuff = cuff + along * size * rng.uniform(-0.3, 0.1)
        face.put(cloth(face), face.fill(cuff), folds(face, 0.12))
    curled, nails = rng.random() < 0.3, rng.random() < 0.6
    for index in rng.permutation(4):
        length = [0.42, 0.48, 0.45, 0.35][index] * (rng.uniform(0.15, 0.4) if curled else rng.uniform(0.75, 1.05))
        fan = (index - 1.5) * spread / 3 + rng.normal(0, 0.03)
        root_u = -0.17 + 0.115 * index
        bend = rng.normal(0, 0.12)
        middle = place(root_u + 0.55 * length * np.sin(fan), 0.55 * length * np.cos(fan))
        tip = place(root_u + length * np.sin(fan + bend), length * np.cos(fan + bend))
        finger(
            face, skin, np.array([place(root_u, -0.06), middle, tip]), rng.uniform(0.1, 0.125) * size / face.unit, nails
        )
    if rng.random() < 0.75:
        side = rng.choice([-1, 1])
        open_by = rng.uniform(0.05, 0.35)
        joints = [
            place(side * 0.22, -0.3),
            place(side * (0.27 + 0.4 * open_by), -0.12),
            place(side * (0.25 + open_by), 0.08),
        ]
        finger(face, skin, np.array(joints), rng.uniform(0.12, 0.14) * size / face.unit, nails)
    return 'hand'


def box(face: Face, centre: np.ndarray, size: np.ndarray, turn: float) -> np.ndarray:
    """Corners of a rectangle (face widths) turned against the face's axes."""
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * size / 2
    turned = corners @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return np.array([face.at(centre, *corner) for corner in turned])


def phone(face: Face) -> str:
    rng = face.rng
    centre = face.at([1, 13, 152, 205, 425, 159, 386, 50, 280][rng.integers(9)], *rng.normal(0, 0.1, 2))
    if rng.random() < 0.5:
        hand(face, face.at(centre, rng.normal(0, 0.15), rng.uniform(0.1, 0.4)), 0.05)
    turn = rng.normal(0, 0.25) + (np.pi / 2 if rng.random() < 0.25 else 0)
    size = np.array([0.5, 1.0]) * rng.uniform(0.7, 1.2)
    alpha = face.fill(smooth(box(face, centre, size, turn), 2))
    colour = plain(face) if rng.random() < 0.5 else np.float32([25, 26, 30]) * rng.uniform(0.5, 2.5)
    face.put(colour, alpha, face.relief(alpha, 0.03, 0.3) * (1 + 0.1 * face.noise(0.6)))
    lens = box(face, centre, size, turn)
    for share in rng.uniform(0.1, 0.3, int(rng.integers(0, 4))):
        place = lens[0] + (lens[2] - lens[0]) * share + (lens[1] - lens[0]) * rng.uniform(0, 0.15)
        face.put(np.float32([12, 12, 16]), face.line(np.array([place, place + 0.1]), rng.uniform(0.05, 0.1)), shadow=0)
    if rng.random() < 0.6:
        grip(face, box(face, centre, size, turn))
    return 'phone'


def grip(face: Face, corners: np.ndarray) -> None:
    """Finger tips that reach around an edge of something held."""
    rng, skin = face.rng, skin_of_hand(face)
    side = rng.choice([0, 1])
    top, bottom = (corners[0], corners[3]) if side == 0 else (corners[1], corners[2])
    inward = (corners[1] - corners[0]) * (1 if side == 0 else -1)
    inward = inward / max(1e-6, np.linalg.norm(inward)) * face.unit
    for share in rng.uniform(0.2, 0.4) + 0.14 * np.arange(rng.integers(2, 5)):
        root = top + (bottom - top) * share
        joints = np.array([root - 0.15 * inward, root, root + inward * rng.uniform(0.03, 0.18)])
        finger(face, skin, joints, rng.uniform(0.09, 0.12), rng.random() < 0.6)


def cup(face: Face) -> str:
    rng = face.rng
    top = face.at(13, rng.normal(0, 0.06), rng.uniform(-0.15, 0.05))
    wide, deep, narrow = rng.uniform(0.25, 0.45), rng.uniform(0.4, 0.8), rng.uniform(0.65, 1.0)
    bottom = face.at(top, rng.normal(0, 0.1), deep)
    corners = np.array(
        [
            face.at(top, -wide / 2),
            face.at(top, wide / 2),
            face.at(bottom, wide / 2 * narrow),
            face.at(bottom, -wide / 2 * narrow),
        ]
    )
    alpha = face.fill(corners)
    face.put(cloth(face, 0.4), alpha, face.relief(alpha, 0.2, rng.uniform(0.1, 0.4)))
    rim = face.draw(
        lambda image, k: cv2.ellipse(
            image,
            [
                tuple(top * k),
                (wide * face.unit * k, rng.uniform(0.05, 0.15) * wide * face.unit * k),
                np.degrees(np.arctan2(*face.across[::-1])),
            ],
            255,
            -1,
            cv2.LINE_AA,
        )
    )
    face.put(plain(face), rim, shadow=0)
    if rng.random() < 0.7:
        grip(face, corners)
    return 'cup'


def microphone(face: Face) -> str:
    rng = face.rng
    head = face.at(13, rng.normal(0, 0.15), rng.uniform(-0.02, 0.3))
    radius = rng.uniform(0.16, 0.3)
    angle = rng.normal(np.pi / 2, 0.5)
    end = head + face.unit * 1.3 * (np.cos(angle) * face.across + np.sin(angle) * face.down)
    dark = np.float32([30, 30, 33]) * rng.uniform(0.5, 3)
    stick = face.line(np.array([head, end]), 0.55 * radius)
    face.put(dark, stick, face.relief(stick, 0.2 * radius, 0.4))
    ball = face.line(np.array([head, head + 0.1]), radius)
    colour = dark if rng.random() < 0.6 else plain(face)
    grain = 1 + rng.uniform(0.02, 0.2) * face.noise(0.03)
    face.put(colour, ball, face.relief(ball, 0.5 * radius, rng.uniform(0.2, 0.6)) * grain)
    if rng.random() < 0.6:
        hand(face, end - (end - head) * rng.uniform(0.4, 0.7), 0.0)
    return 'microphone'


def sheet(face: Face) -> str:
    """Paper, a book, a card, a folder, a bag: something flat with or without print."""
    rng = face.rng
    centre = face.at([1, 13, 152, 205, 425, 159, 386][rng.integers(7)], *rng.normal(0, 0.15, 2))
    corners = box(face, centre, rng.uniform(0.4, 1.6, 2), rng.normal(0, 0.3))
    alpha = face.fill(corners)
    colour = np.broadcast_to(plain(face), face.rgb.shape) if rng.random() < 0.6 else borrowed(face)
    face.put(colour, alpha, 1 + 0.06 * face.noise(0.5))
    if rng.random() < 0.4:
        for share in np.linspace(0.1, 0.9, int(rng.integers(4, 12))):
            start, end = corners[0] + (corners[3] - corners[0]) * share, corners[1] + (corners[2] - corners[1]) * share
            text = np.array([start + (end - start) * 0.08, start + (end - start) * rng.uniform(0.5, 0.92)])
            face.put(np.float32([50, 50, 55]), 0.8 * face.line(text, 0.012), shadow=0)
    if rng.random() < 0.5:
        grip(face, corners)
    return 'sheet'


def thing(face: Face) -> str:
    """Something of any outline and surface: food, a toy, flowers, a sleeve."""
    rng = face.rng
    centre = face.at([1, 13, 152, 205, 425, 17, 50, 280, 159, 386][rng.integers(10)], *rng.normal(0, 0.12, 2))
    angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(5, 12))))
    reach = rng.uniform(0.1, 0.4) * rng.uniform(0.6, 1.3, len(angles))
    shape = np.array([face.at(centre, r * np.cos(a), r * np.sin(a)) for a, r in zip(angles, reach)])
    alpha = face.fill(smooth(shape, int(rng.integers(0, 4))))
    colour = borrowed(face) if rng.random() < 0.5 else cloth(face, 0.5)
    face.put(
        colour,
        alpha,
        face.relief(alpha, rng.uniform(0.02, 0.2), rng.uniform(0, 0.5)) * folds(face, rng.uniform(0, 0.15)),
    )
    if rng.random() < 0.3:
        hand(face, face.at(centre, 0, rng.uniform(0.2, 0.4)))
    return 'thing'
