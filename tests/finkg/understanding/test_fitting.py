"""Which label a text has is learnt from examples, the same examples always alike."""

from __future__ import annotations

import pytest

from finkg.understanding.classifier import Classifier, Label
from finkg.understanding.fitting import Labelled, fitted

from .test_classifier import EXAMPLES, probabilities


def best(classifier: Classifier, *words: str) -> str:
    likely = probabilities(classifier, dict.fromkeys(words, 1.0))
    return max(likely, key=lambda label: likely[label])


def test_what_can_be_told_apart_is_learnt() -> None:
    """Every example has its own label, and so has a word of it alone."""
    classifier = Classifier(fitted(EXAMPLES))
    for label, vector, _ in EXAMPLES:
        assert best(classifier, *vector) == label.question
    assert best(classifier, "own") == "owner"
    assert best(classifier, "launch", "unheard") == "launch"


@pytest.mark.parametrize(("one", "other"), [(2.0, 0.3), (0.3, 2.0)])
def test_an_example_of_more_weight_counts_more(one: float, other: float) -> None:
    """Of two that contradict each other it is believed."""
    said = {"ambiguous": 1.0}
    model = fitted([Labelled(Label("a"), said, one), Labelled(Label("b"), said, other)])
    likely = probabilities(Classifier(model), said)
    assert (likely["a"] > likely["b"]) is (one > other)


def test_the_same_examples_are_learnt_alike() -> None:
    """To the last digit."""
    one, other = fitted(EXAMPLES), fitted([*EXAMPLES])
    assert one[:3] == other[:3]
    assert one.tells.tobytes() == other.tells.tobytes()
    assert one.weights.tobytes() == other.weights.tobytes()


def test_what_hardly_any_example_has_is_passed_over() -> None:
    """A word of nine examples is a feature, one of three is none."""
    assert fitted(EXAMPLES, at_least=4).features == ("company", "product", "who")
    assert {"found", "company"} < {*fitted(EXAMPLES, at_least=3).features}


def test_an_example_may_say_nothing() -> None:
    """What texts that say nothing ask is then the likeliest of what says nothing."""
    silent = [Labelled(Label("silence"), {}, 1.0)] * 20
    assert best(Classifier(fitted([*EXAMPLES, *silent]))) == "silence"
