"""Which question a text asks, learnt from examples: multinomial logistic regression.

The model is that of C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.4,
fitted by stochastic gradient descent with the step sizes of J. Duchi, E. Hazan and Y. Singer,
Adaptive Subgradient Methods (2011). It is small: some thousand examples of a few words each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from finkg.understanding.vectors import Vector, inverse_frequency, weighted

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Weights = NDArray[float64]

#: Passes over the examples, the first step, and the pull of every weight towards nothing.
PASSES, STEP, DECAY = 12, 0.2, 1e-5


class Labelled(NamedTuple):
    """An example: what a text says, what it asks, and what it counts."""

    label: str
    vector: Vector
    weight: float


class Classifier:
    """Tells how likely each label is for what a text says."""

    def __init__(self, examples: Sequence[Labelled], folder: Path | None = None) -> None:
        """Learns the examples, the same ones always alike; what was learnt is kept in `folder`."""
        self._weight = inverse_frequency([example.vector for example in examples])
        self.labels = sorted({example.label for example in examples})
        features = sorted({feature for example in examples for feature in example.vector})
        self._places = {feature: place for place, feature in enumerate(features)}
        self._weights = self._kept(examples, folder)

    def probabilities(self, vector: Vector) -> dict[str, float]:
        """By label; together 1."""
        places, values = self._sparse(vector)
        return dict(
            zip(self.labels, _softmax(values @ self._weights[places]).tolist(), strict=True)
        )

    def weighted(self, vector: Vector) -> Vector:
        """What a text says, each feature by how much it tells, as a vector of length 1."""
        return weighted(vector, self._weight)

    def _sparse(self, vector: Vector) -> tuple[list[int], Weights]:
        from numpy import array

        known = [
            (self._places[f], v) for f, v in self.weighted(vector).items() if f in self._places
        ]
        places = [place for place, _ in known]
        # The bias stands last.
        return [*places, len(self._places)], array([*(value for _, value in known), 1.0])

    def _kept(self, examples: Sequence[Labelled], folder: Path | None) -> Weights:
        """The weights of just these examples, from the folder or learnt."""
        if folder is None:
            return self._learnt(examples)
        path = folder / f"{_fingerprint(examples)}.npy"
        try:
            return _read(path, self._shape)
        except (OSError, ValueError):
            found = self._learnt(examples)
            _keep(path, found)
            return found

    @property
    def _shape(self) -> tuple[int, int]:
        return len(self._places) + 1, len(self.labels)

    def _learnt(self, examples: Sequence[Labelled]) -> Weights:
        import numpy

        known = [(*self._sparse(e.vector), self.labels.index(e.label), e.weight) for e in examples]
        weights = numpy.zeros(self._shape)
        squares = numpy.full_like(weights, 1e-8)
        order = Random(0)
        for _ in range(PASSES):
            order.shuffle(known)
            for places, values, label, weight in known:
                error = _softmax(values @ weights[places])
                error[label] -= 1.0
                slope = weight * values[:, None] * error + DECAY * weights[places]
                squares[places] += slope * slope
                weights[places] -= STEP * slope / numpy.sqrt(squares[places])
        return weights


def _softmax(scores: Weights) -> Weights:
    from numpy import exp

    raised = exp(scores - scores.max())
    return raised / raised.sum()  # type: ignore[no-any-return]


def _fingerprint(examples: Iterable[Labelled]) -> str:
    found = hashlib.sha256(repr((PASSES, STEP, DECAY)).encode())
    for label, vector, weight in examples:
        found.update(repr((label, sorted(vector.items()), weight)).encode())
    return found.hexdigest()[:32]


def _read(path: Path, shape: tuple[int, int]) -> Weights:
    """Raises OSError if there is no such file, ValueError if it holds anything else."""
    from numpy import isfinite
    from numpy.lib.format import read_array

    with path.open("rb") as file:
        found: Weights = read_array(file, allow_pickle=False)
    if found.shape != shape or found.dtype != float or not isfinite(found).all():
        raise ValueError(path)
    return found


def _keep(path: Path, weights: Weights) -> None:
    """A folder that can not be written keeps nothing; it is learnt again next time."""
    from io import BytesIO

    from numpy import save

    from finkg.errors import FileProblem
    from finkg.files import write_file

    content = BytesIO()
    save(content, weights, allow_pickle=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, content.getvalue())
    except (OSError, FileProblem):
        return
