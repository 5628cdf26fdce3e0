"""Where things are on a head picture, and what a part's crop holds of it."""

from __future__ import annotations

import cv2
import numpy as np

import composites as draw
from heads import MARGIN, Head

#: Corners of an eye, outer and inner.
CORNERS = {'right': (33, 133), 'left': (263, 362)}
#: Half axes of an eye, shares of the distance between its corners: the same for eyes of every shape.
EYE_AXES = (0.45, 0.14)
#: Change of light (of 1) from which a reflection is seen, and up to which it is not.
GLARE_SEEN, GLARE_FAINT = 0.10, 0.04
#: Changes that stand for what was marked by eye on real glasses: a reflection, and what may be one.
MARKED, PERHAPS = 0.5, 0.07
#: Around a mark, in pixels of the crop it was made on, it may be one: two passes by eye lie so far apart.
MARK_ERROR = 2.0
#: As src/rules/eyebrows/measure.ts grows the mesh's line around a brow.
BROW_GROWTH = 1.05


def from_crop(points: np.ndarray, crop: dict) -> np.ndarray:
    """K x 2 in pixels of a part's crop -> pixels of the head picture."""
    return np.array(crop['centre']) + (points - np.array([crop['width'], crop['height']]) / 2) * crop['step'] * [
        -1 if crop['mirrored'] else 1,
        1,
    ]


def cut(picture: np.ndarray, crop: dict, scale: float = 1.0, margin: float = MARGIN) -> np.ndarray:
    """A part's crop of a head picture (which may be reduced by `scale`), a `margin` larger; means over areas where it
    has more pixels."""
    width, height = round(crop['width'] * margin), round(crop['height'] * margin)
    step = crop['step'] * scale
    taps = max(1, int(np.ceil(step - 0.25)))
    flip = -1 if crop['mirrored'] else 1
    fine = step / taps
    cx, cy = crop['centre'][0] * scale - 0.5, crop['centre'][1] * scale - 0.5
    matrix = np.float32(
        [[flip * fine, 0, cx - flip * fine * (width * taps - 1) / 2], [0, fine, cy - fine * (height * taps - 1) / 2]]
    )
    out = cv2.warpAffine(
        picture,
        matrix,
        (width * taps, height * taps),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
    )
    return cv2.resize(out, (width, height), interpolation=cv2.INTER_AREA) if taps > 1 else out


def polygon_map(head: Head, indices: list[int], grow: float = 1.0) -> np.ndarray:
    points = head.landmarks[indices]
    middle = points.mean(0)
    image = np.zeros(head.size[::-1], np.uint8)
    cv2.fillPoly(image, [draw.to_fixed(middle + grow * (points - middle))], 255, cv2.LINE_AA, 4)
    return image


def brow_map(head: Head, side: str) -> np.ndarray:
    return polygon_map(head, draw.BROW[side], BROW_GROWTH)


def eye_width(landmarks: np.ndarray, side: str) -> float:
    a, b = CORNERS[side]
    return float(np.linalg.norm(landmarks[a] - landmarks[b]))


def eye_maps(landmarks: np.ndarray, size: tuple[int, int]) -> list[np.ndarray]:
    """Each eye as an ellipse between its corners; `size` is width and height."""
    return [eye_map(landmarks, size, side) for side in CORNERS]


def eye_map(landmarks: np.ndarray, size: tuple[int, int], side: str) -> np.ndarray:
    image = np.zeros(size[::-1], np.uint8)
    a, b = CORNERS[side]
    across = landmarks[b] - landmarks[a]
    cv2.ellipse(
        image,
        draw.to_fixed((landmarks[a] + landmarks[b]) / 2).tolist(),
        draw.to_fixed(np.array(EYE_AXES) * eye_width(landmarks, side)).tolist(),
        float(np.degrees(np.arctan2(across[1], across[0]))),
        0,
        360,
        255,
        -1,
        cv2.LINE_AA,
        4,
    )
    return image


def eye_span(landmarks: np.ndarray, side: str) -> float:
    """Width of an eye, as wide as `eye_map` draws it."""
    return 2 * EYE_AXES[0] * eye_width(landmarks, side)


def crossed(rim: np.ndarray, eyes: list[np.ndarray]) -> float:
    """Share of an eye's width over which a rim (H x W, 0..1) runs, however thin: of its columns, those that hold a
    place of it. Of the one of `eyes` (as `eye_maps` draws them) that is crossed more."""

    def of(eye: np.ndarray) -> float:
        columns = eye.any(0)
        return float((rim * eye).max(0)[columns].mean()) if columns.any() else 0.0

    return max(of(eye > 127) for eye in eyes)


def shining(change: np.ndarray, area: np.ndarray) -> tuple[float, float]:
    """Size of reflections, by how much they change (H x W, 0..1), as shares of the eye areas (bytes): of what is seen
    of them, and of all that is there."""
    return tuple(float((change > least).sum() / max(1.0, area.sum() / 255)) for least in (GLARE_SEEN, GLARE_FAINT))


def marked_reflections(head: Head) -> np.ndarray:
    """How reflections on real glasses change the light (H x W, 0..1), as far as eyes tell: MARKED where all passes are
    sure, PERHAPS where one thinks of it and close by."""
    crop = head.crops['eyes-both']
    change = np.zeros(head.size[::-1], np.float32)
    passes = {name for name, _, _ in head.reflections}

    def of(name: str, kinds: str) -> np.ndarray:
        image = np.zeros(head.size[::-1], np.uint8)
        for marked, kind, polygon in head.reflections:
            if marked == name and kind in kinds:
                # OpenCV counts pixels by their middles.
                cv2.fillPoly(image, [draw.to_fixed(from_crop(polygon, crop) - 0.5)], 1, cv2.LINE_8, 4)
        return image

    if passes:
        reach = 2 * max(1, round(MARK_ERROR * crop['step'])) + 1
        near = cv2.dilate(
            np.maximum.reduce([of(name, '1p') for name in passes]),
            cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)),
        )
        change[near > 0] = PERHAPS
        change[np.minimum.reduce([of(name, '1') for name in passes]) > 0] = MARKED
    return change


def eye_area_map(head: Head) -> np.ndarray:
    """The eye areas, about two lenses: an ellipse around each eye, shares of the face's width as in
    src/rules/glasses/measure.ts."""
    image = np.zeros(head.size[::-1], np.uint8)
    for side in draw.EYE:
        centre = head.landmarks[draw.EYE[side]].mean(0)
        cv2.ellipse(
            image,
            tuple(draw.to_fixed(centre).tolist()),
            tuple(draw.to_fixed(np.array([0.19, 0.14]) * head.density).tolist()),
            0,
            0,
            360,
            255,
            -1,
            cv2.LINE_AA,
            4,
        )
    return image
