"""Room for boxes: pushing overlapping ones apart, and finding a free place for one more.

Boxes are rows of two arrays: their centres and their sizes (width, height), both of shape (n, 2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

ROUNDS: Final = 120
#: Part of the page that boxes may fill before they are pushed apart.
FILLED: Final = 0.64
#: How far a place follows its rank along an axis (1) rather than its distance (0).
EVEN: Final = 0.7
#: Distance between the rings, and between the places on a ring, where room is looked for.
RING: Final = 26.0


def fit(points: Array, sizes: Array, aspect: float) -> Array:
    """The points stretched over a page with room for all boxes, `aspect` wide by high.

    A place follows its rank along each axis more than its distance: crowds get room, gaps less.
    """
    area = float(np.prod(sizes, axis=1).sum()) / FILLED
    page = np.array([np.sqrt(area * aspect), np.sqrt(area / aspect)])
    low, span = points.min(axis=0), np.ptp(points, axis=0)
    inside = (points - low) / np.where(span > 0, span, 1)
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0) / max(1, len(points) - 1)
    return np.asarray(((1 - EVEN) * inside + EVEN * ranks - 0.5) * page, dtype=np.float64)


def part(centres: Array, sizes: Array) -> Array:
    """The centres moved until no two boxes overlap; the page grows as far as that needs."""
    while True:
        for _ in range(ROUNDS):
            push = _push(centres, sizes)
            if not push.any():
                return centres
            centres = centres + push
        centres = centres * 1.08


def _push(centres: Array, sizes: Array) -> Array:
    """How far each box has to go: half of each overlap, along the axis where it is smaller."""
    gaps = centres[:, None, :] - centres[None, :, :]
    overlaps = (sizes[:, None, :] + sizes[None, :, :]) / 2 - np.abs(gaps)
    overlaps[np.arange(len(centres)), np.arange(len(centres))] = -1
    touching = np.all(overlaps > 1e-6, axis=2)
    across = overlaps[:, :, 0] < overlaps[:, :, 1]
    order = np.sign(np.arange(len(centres))[:, None] - np.arange(len(centres))[None, :])
    ways = np.where(gaps == 0, order[:, :, None], np.sign(gaps))
    chosen = np.stack([across, ~across], axis=2) & touching[:, :, None]
    return np.asarray((ways * overlaps * chosen).sum(axis=1) / 2, dtype=np.float64)


def crossings(centres: Array, edges: NDArray[np.intp]) -> int:
    """How many pairs of edges (rows of two indices) cross, seen as straight lines."""
    start, end = centres[edges[:, 0]], centres[edges[:, 1]]
    side_of_start = _sides(start, end, start)
    side_of_end = _sides(start, end, end)
    parted = side_of_start * side_of_end < 0
    return int((parted & parted.T).sum()) // 2


def _sides(start: Array, end: Array, points: Array) -> Array:
    """On which side of each line (row) each point (column) lies: the sign tells."""
    along, to = (end - start)[:, None, :], points[None, :, :] - start[:, None, :]
    return np.asarray(along[..., 0] * to[..., 1] - along[..., 1] * to[..., 0], dtype=np.float64)


def free_place(wish: Array, size: Array, centres: Array, sizes: Array) -> Array:
    """The centre nearest to the wish, on rings around it, where the box overlaps no other."""
    reach = (sizes + size) / 2
    radius = 0.0
    while True:
        steps = max(1, round(2 * np.pi * radius / RING))
        angles = np.arange(steps) * 2 * np.pi / steps
        across, down = wish[0] + radius * np.cos(angles), wish[1] + radius * np.sin(angles)
        taken = np.abs(across[:, None] - centres[:, 0]) < reach[:, 0]
        taken &= np.abs(down[:, None] - centres[:, 1]) < reach[:, 1]
        free = ~taken.any(axis=1)
        if free.any():
            first = int(free.argmax())
            return np.array([across[first], down[first]])
        radius += RING
