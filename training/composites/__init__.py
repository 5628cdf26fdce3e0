"""Covers drawn on real heads with known truth: hair over brows and ears, glasses, glare, coverings of the head.

Every function takes a `Canvas` and draws on it; the canvas keeps per-pixel truth beside the picture. Sizes are shares
of the face's width; widths of strands follow the 1 to 6 px that a strand has in a photo 480 px wide (whose face is
about 210 px wide)."""

from .borrowed import Reflection, borrow, lifted
from .canvas import BROW, CHEEK, EYE, SIGN, Canvas, to_fixed
from .coverings import covering
from .glasses import glasses
from .hair import HAIR_PATCHES, darken_hair, fringe, hair_beside
from .reflections import lens_places, reflections
from .scene import cast_shadow, swap_wall

__all__ = [
    'BROW',
    'CHEEK',
    'EYE',
    'HAIR_PATCHES',
    'SIGN',
    'Canvas',
    'Reflection',
    'borrow',
    'cast_shadow',
    'covering',
    'darken_hair',
    'fringe',
    'glasses',
    'hair_beside',
    'lens_places',
    'lifted',
    'reflections',
    'swap_wall',
    'to_fixed',
]
