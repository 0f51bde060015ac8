"""Which question a text asks: multinomial logistic regression over its features.

The model is that of C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.4;
`fitting` learns it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from finkg.understanding.vectors import Vector, weighted

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    Weights = NDArray[float32]


class Label(NamedTuple):
    """What a text asks: a question, or none, and which of the parameters that take the same things
    it gives, parted by spaces."""

    question: str
    given: str = ""


class Model(NamedTuple):
    """What was learnt.

    `tells` is how much each of the `features` tells, and last what one tells that no example has;
    `weights` has a row for each feature, and last the bias, and a column for each of the `labels`.
    If it `knows_all`, what no example has counts in the length of a text; else it is passed over.
    """

    labels: tuple[Label, ...]
    features: tuple[str, ...]
    knows_all: bool
    tells: Weights
    weights: Weights


class Classifier:
    """Tells how likely each label is for what a text says."""

    def __init__(self, model: Model) -> None:
        self.labels = model.labels
        self._weights = model.weights
        self._places = {feature: place for place, feature in enumerate(model.features)}
        *tells, self._unheard = model.tells.tolist()
        self._tells = dict(zip(model.features, tells, strict=True))
        self._knows_all = model.knows_all

    def log_probabilities(self, vector: Vector) -> Weights:
        """The logarithms, in the order of the labels; the probabilities are together 1."""
        from numpy import array, exp, float32, log

        known = [
            (self._places[f], v) for f, v in self.weighted(vector).items() if f in self._places
        ]
        # The bias stands last.
        places = [*(place for place, _ in known), len(self._places)]
        scores = array([*(v for _, v in known), 1.0], float32) @ self._weights[places]
        scores -= scores.max()
        return scores - log(exp(scores).sum())  # type: ignore[no-any-return]

    def weighted(self, vector: Vector) -> Vector:
        """What a text says, each feature by how much it tells, as a vector of length 1."""
        if not self._knows_all:
            vector = {feature: v for feature, v in vector.items() if feature in self._places}
        return weighted(vector, lambda feature: self._tells.get(feature, self._unheard))
