"""Face masks fitted to the mesh, and scarves and collars drawn up over the mouth."""

from __future__ import annotations

import numpy as np

from .cloth import cloth, folds, plain
from .face import Face, blend, smooth

NOSE_BRIDGE, NOSE_TIP, NOSE_BASE, UPPER_LIP, BELOW_LIP, CHIN = 6, 4, 2, 0, 18, 152


def outline(face: Face, worn: str) -> np.ndarray:
    """Of a mask over nose and mouth ('whole'), beneath the 'nose', or at the 'chin' alone."""
    rng, points = face.rng, face.points
    if worn == 'whole':
        top, ear = blend(points[NOSE_BRIDGE], points[NOSE_TIP], rng.uniform(0.0, 0.8)), rng.uniform(0.0, 0.5)
    elif worn == 'nose':
        top, ear = blend(points[NOSE_BASE], points[UPPER_LIP], rng.uniform(0.1, 0.9)), rng.uniform(0.4, 0.9)
    else:
        top, ear = blend(points[BELOW_LIP], points[CHIN], rng.uniform(0.1, 0.6)), rng.uniform(0.9, 1.2)
    wide, deep = rng.uniform(-0.13, 0.04), rng.uniform(-0.01, 0.13)
    sides = {}
    for sign, (cheek, low, jaw, beside) in ((-1, (234, 58, 150, 149)), (1, (454, 288, 379, 378))):
        upper = face.at(blend(points[cheek], points[low], ear), sign * wide)
        upper_middle = blend(upper, top, rng.uniform(0.45, 0.6)) + face.down * face.unit * rng.uniform(-0.03, 0.05)
        lower = face.at(blend(points[low], points[jaw], rng.uniform(0.0, 0.5)), sign * rng.uniform(-0.05, 0.04), 0.02)
        sides[sign] = upper_middle, upper, lower, face.at(beside, 0, rng.uniform(0.2, 0.9) * deep)
    bottom = face.at(CHIN, 0, deep)
    right, left = sides[-1], sides[1]
    corners = [right[1], right[0], top, left[0], left[1], left[2], left[3], bottom, right[3], right[2]]
    return smooth(np.array(corners), int(rng.integers(1, 4)))


def loops(face: Face, shape: np.ndarray, colour: np.ndarray) -> None:
    """Bands from the mask's corners to the ears. They cover nothing of note."""
    rng, before = face.rng, face.cover.copy()
    along = (shape - face.points[NOSE_TIP]) @ face.across
    for sign, cheek in ((-1, 234), (1, 454)):
        corner = shape[np.argmax(sign * along)]
        ear = face.at(cheek, sign * rng.uniform(0.0, 0.1), rng.uniform(-0.1, 0.15))
        for low in (0.0, rng.uniform(0.1, 0.3)):
            start = face.at(corner, -sign * rng.uniform(0, 0.03), low)
            middle = face.at(blend(start, ear, 0.5), sign * rng.uniform(0, 0.04), rng.uniform(-0.02, 0.05))
            face.put(colour, face.line(np.array([start, middle, ear]), rng.uniform(0.008, 0.022)), shadow=0.15)
    face.cover = before


def mask(face: Face, worn: str | None = None) -> str:
    rng = face.rng
    worn = worn or rng.choice(['whole', 'nose', 'chin'], p=[0.78, 0.16, 0.06])
    shape = outline(face, worn)
    alpha = face.fill(shape)
    kind = rng.choice(['surgical', 'peaked', 'sewn', 'smooth'], p=[0.4, 0.2, 0.25, 0.15])
    colour = cloth(face, 0.1 if kind in ('surgical', 'peaked') else 0.5)
    if rng.random() < 0.75:
        loops(face, shape, plain(face) if rng.random() < 0.3 else np.float32([235, 235, 235]) * rng.uniform(0.6, 1))
    shading = face.relief(alpha, rng.uniform(0.1, 0.4), rng.uniform(0.0, 0.3)) * folds(face, rng.uniform(0, 0.07))
    if kind == 'surgical':
        for share in np.linspace(0.25, 0.75, int(rng.integers(2, 5))) + rng.normal(0, 0.02):
            shading *= 1 - rng.uniform(0.03, 0.25) * seam(face, shape, share, rng.uniform(0.01, 0.03))
        shading *= 1 - rng.uniform(0, 0.15) * seam(face, shape, 0.08, 0.02)
    elif kind in ('peaked', 'sewn'):
        side = ((np.indices(face.mask.shape)[1] - face.points[NOSE_TIP][0]) > 0).astype(np.float32)
        shading *= 1 + rng.normal(0, 0.07) * (side - 0.5)
        middle = np.array([face.points[NOSE_BRIDGE], face.points[CHIN] + face.down * 0.1 * face.unit])
        shading *= 1 - rng.uniform(0.0, 0.25) * face.line(middle, rng.uniform(0.008, 0.02))
    if rng.random() < 0.4:
        shading *= 1 - rng.uniform(-0.1, 0.25) * face.line(shape, rng.uniform(0.015, 0.04), closed=True)
    face.put(colour, alpha, shading, shadow=0.25)
    return f'mask-{worn}'


def seam(face: Face, shape: np.ndarray, share: float, width: float) -> np.ndarray:
    """A line across, at `share` of the height of the mask."""
    along, below = (shape - face.points[NOSE_TIP]) @ face.across, (shape - face.points[NOSE_TIP]) @ face.down
    left, right, top, bottom = along.min(), along.max(), below.min(), below.max()
    height = top + share * (bottom - top)
    bow = face.rng.uniform(0, 0.04) * face.unit
    place = lambda x, y: face.points[NOSE_TIP] + face.across * x + face.down * y
    return face.line(
        np.array([place(left, height - bow), place((left + right) / 2, height), place(right, height - bow)]), width
    )


def scarf(face: Face, over: bool = True) -> str:
    """Cloth around the neck, drawn up over the mouth or (`over` false) ending beneath the chin."""
    rng = face.rng
    if over:
        middle = blend(face.points[NOSE_BRIDGE], face.points[BELOW_LIP], rng.uniform(0.1, 0.95))
    else:
        middle = face.at(CHIN, 0, rng.uniform(0.01, 0.25))
    rise = rng.uniform(-0.15, 0.25)
    reach = rng.uniform(0.5, 0.9)
    right = face.at(middle, -reach, -rise + rng.normal(0, 0.06))
    left = face.at(middle, reach, -rise + rng.normal(0, 0.06))
    bend = lambda a: face.at(blend(a, middle, 0.5), 0, rng.normal(0, 0.03))
    low = face.at(CHIN, 0, rng.uniform(0.5, 1.5))
    shape = np.array([right, bend(right), middle, bend(left), left, face.at(low, reach), face.at(low, -reach)])
    alpha = face.fill(smooth(shape, 2))
    shading = folds(face, rng.uniform(0.05, 0.22)) * face.relief(alpha, 0.15, rng.uniform(0, 0.3))
    face.put(cloth(face, 0.4), alpha, shading)
    return 'scarf' if over else 'scarf-below'
