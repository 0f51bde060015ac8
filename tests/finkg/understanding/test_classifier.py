"""How likely each label is for what a text says, by a model that was learnt."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy import exp

from finkg.understanding.classifier import Classifier, Label
from finkg.understanding.fitting import Labelled, fitted
from finkg.understanding.vectors import Vector

EXAMPLES = [
    Labelled(Label(label), {word: 1.0, other: 1.0}, 1.0)
    for label, words in {
        "founder": ("found", "begin", "establish"),
        "owner": ("own", "hold", "possess"),
        "launch": ("launch", "release", "issue"),
    }.items()
    for word in words
    for other in ("company", "who", "product")
]
VECTORS = st.dictionaries(
    st.sampled_from(["found", "own", "launch", "company", "unheard"]), st.floats(0.01, 100)
)


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier(fitted(EXAMPLES))


def probabilities(classifier: Classifier, said: Vector) -> dict[str, float]:
    chances = exp(classifier.log_probabilities(said)).tolist()
    return dict(zip((label.question for label in classifier.labels), chances, strict=True))


@given(vector=VECTORS)
def test_probabilities_are_together_one(classifier: Classifier, vector: Vector) -> None:
    """Whatever a text says, each label is likely to some degree."""
    likely = probabilities(classifier, vector)
    assert [*likely] == ["founder", "launch", "owner"]
    assert all(0 <= probability <= 1 for probability in likely.values())
    assert isclose(sum(likely.values()), 1, rel_tol=1e-5)


def test_what_was_never_heard_tells_nothing(classifier: Classifier) -> None:
    """A text of unknown words is as likely anything as one that says nothing."""
    assert probabilities(classifier, {"unheard": 1.0}) == probabilities(classifier, {})


def test_what_was_never_heard_makes_unsure(classifier: Classifier) -> None:
    """It counts in the length of a text; where the rare is passed over, it does not."""
    said, more = {"found": 1.0}, {"found": 1.0, "unheard": 3.0}
    assert probabilities(classifier, more)["founder"] < probabilities(classifier, said)["founder"]
    passing = Classifier(fitted(EXAMPLES, at_least=1))
    assert probabilities(passing, more) == probabilities(passing, said)


def test_a_rare_word_tells_more(classifier: Classifier) -> None:
    """Than one that every label has; together they are a vector of length 1."""
    weighted = classifier.weighted({"found": 1.0, "company": 1.0})
    assert weighted["found"] > weighted["company"]
    assert isclose(sum(value**2 for value in weighted.values()), 1)
