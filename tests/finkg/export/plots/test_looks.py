"""Looks are told apart by people who see colours differently, and where there are none.

Colours as seen with a deficiency: G. Machado, M. Oliveira, L. Fernandes, A Physiologically-based
Model for Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009), severity 1.0. Difference: CIE
1976 L*a*b*. Contrast: WCAG 2.2, success criterion 1.4.11.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from finkg.export.plots.looks import BARS, INK, LOOKS, MARKERS, PALE_INK, PAPER

SEEN = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
#: sRGB (IEC 61966-2-1) to XYZ, and the white of D65.
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = XYZ @ np.ones(3)
#: A difference that is seen at a glance between small things.
CLEAR = 20.0


def linear(colour: str) -> np.ndarray:
    value = np.array(to_rgb(colour))
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(colour: str, seen: np.ndarray) -> np.ndarray:
    x, y, z = XYZ @ np.clip(seen @ linear(colour), 0, 1) / WHITE
    a, b, c = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in (x, y, z))
    return np.array([116 * b - 16, 500 * (a - b), 200 * (b - c)])


def contrast(colour: str) -> float:
    return float(1.05 / ((XYZ @ linear(colour))[1] + 0.05))


@pytest.mark.parametrize("eye", SEEN)
def test_colours_differ_to_every_eye(eye: str) -> None:
    """Of standings, and of the two series of bars."""
    for colours in ([look.colour for look in LOOKS.values()], [bars.colour for bars in BARS]):
        for one, other in combinations(colours, 2):
            difference = np.linalg.norm(lab(one, SEEN[eye]) - lab(other, SEEN[eye]))
            assert difference > CLEAR, (one, other)


def test_looks_differ_without_colour() -> None:
    """In print in black and white: by fill, line and cross; by marker; by hatch."""
    for kinds in (
        [look._replace(colour="") for look in LOOKS.values()],
        [*MARKERS.values()],
        [bars.hatch for bars in BARS],
    ):
        assert len({*kinds}) == len(kinds)


def test_points_and_words_stand_out() -> None:
    """Points from the paper by 3 to 1, words by 4.5 to 1; bars are outlined in ink."""
    assert all(contrast(look.colour) >= 3 for look in LOOKS.values())
    assert contrast(INK) > contrast(PALE_INK) >= 4.5
    assert contrast(PAPER) == pytest.approx(1, abs=0.01)
