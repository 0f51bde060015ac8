"""Learns from examples which question a text asks.

By stochastic gradient descent in small batches, with the step sizes of J. Duchi, E. Hazan and
Y. Singer, Adaptive Subgradient Methods (2011). The models are small: some thousand examples of a
few words each, so that a second or two is enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from finkg.understanding.classifier import Label, Model
from finkg.understanding.vectors import Vector, inverse_frequency, weighted

if TYPE_CHECKING:
    from numpy import intp
    from numpy.typing import NDArray

    from finkg.understanding.classifier import Weights

    Places = NDArray[intp]

#: Passes over the examples, how many are learnt at once, the first step, and the pull of every
#: weight towards nothing.
PASSES, AT_ONCE, STEP, DECAY = 8, 32, 0.3, 1e-5
#: A feature that no example has.
UNHEARD = ""


class Labelled(NamedTuple):
    """An example: what a text says, what it asks, and what it counts."""

    label: Label
    vector: Vector
    weight: float


def fitted(examples: Sequence[Labelled], at_least: int = 0) -> Model:
    """The model of the examples, the same ones always alike.

    With `at_least`, a feature that fewer of them have is passed over, wherever it is met.
    """
    from numpy import array, float32

    having = Counter(feature for example in examples for feature in example.vector)
    features = tuple(sorted(f for f, times in having.items() if times >= at_least))
    labels = tuple(sorted({example.label for example in examples}))
    kept = {*features}
    vectors = [{f: v for f, v in e.vector.items() if f in kept} for e in examples]
    tells = inverse_frequency(vectors)
    rows = _Rows([weighted(vector, tells) for vector in vectors], features)
    columns = {label: column for column, label in enumerate(labels)}
    asked = array([columns[example.label] for example in examples])
    counts = array([example.weight for example in examples], float32)
    return Model(
        labels,
        features,
        not at_least,
        array([*map(tells, features), tells(UNHEARD)], float32),
        _descended(rows, asked, counts, (len(features) + 1, len(labels))),
    )


class _Rows:
    """Vectors as a sparse matrix: for each row its places, of which the last is the bias, and its
    values."""

    def __init__(self, vectors: Sequence[Vector], features: Sequence[str]) -> None:
        from numpy import array, cumsum, float32

        place = {feature: n for n, feature in enumerate(features)}
        bias = len(features)
        self._places = array([n for v in vectors for n in (*(place[f] for f in v), bias)])
        self._values = array([x for v in vectors for x in (*v.values(), 1.0)], float32)
        self._lengths = array([len(vector) + 1 for vector in vectors])
        self._starts = cumsum(self._lengths) - self._lengths

    def __len__(self) -> int:
        return len(self._lengths)

    def some(self, chosen: Places) -> tuple[Places, Weights]:
        """The places that any of these rows has, and of each row its values in them."""
        from numpy import arange, cumsum, float32, repeat, unique, zeros

        lengths = self._lengths[chosen]
        ends = cumsum(lengths)
        entries = arange(ends[-1]) + repeat(self._starts[chosen] - (ends - lengths), lengths)
        places, columns = unique(self._places[entries], return_inverse=True)
        dense = zeros((len(chosen), len(places)), float32)
        dense[repeat(arange(len(chosen)), lengths), columns.reshape(-1)] = self._values[entries]
        return places, dense


def _descended(rows: _Rows, asked: Places, counts: Weights, shape: tuple[int, int]) -> Weights:
    """The weights that the examples lead to: row by row what is said, asked, and counts."""
    from numpy import arange, exp, float32, full, sqrt, zeros

    weights, squares = zeros(shape, float32), full(shape, 1e-8, float32)
    for batch in _batches(len(rows)):
        places, said = rows.some(batch)
        here = weights[places]
        scores = said @ here
        error = exp(scores - scores.max(axis=1, keepdims=True))
        error /= error.sum(axis=1, keepdims=True)
        error[arange(len(batch)), asked[batch]] -= 1
        slope = said.T @ (error * counts[batch, None]) + DECAY * here
        squares[places] += slope * slope
        weights[places] = here - STEP * slope / sqrt(squares[places])
    return weights


def _batches(number: int) -> Iterator[Places]:
    from numpy.random import default_rng

    order = default_rng(0)
    for _ in range(PASSES):
        shuffled = order.permutation(number)
        yield from (shuffled[n : n + AT_ONCE] for n in range(0, number, AT_ONCE))
