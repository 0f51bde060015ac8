"""Which label a text has is learnt from examples, the same examples always alike."""

from __future__ import annotations

import struct
from math import isclose, nan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.understanding.classifier import Classifier, Labelled

EXAMPLES = [
    Labelled(label, {word: 1.0, other: 1.0}, 1.0)
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
    return Classifier(EXAMPLES)


def best(classifier: Classifier, *words: str) -> str:
    likely = classifier.probabilities(dict.fromkeys(words, 1.0))
    return max(likely, key=lambda label: likely[label])


@given(vector=VECTORS)
def test_probabilities_are_together_one(classifier: Classifier, vector: dict[str, float]) -> None:
    """Whatever a text says, each label is likely to some degree."""
    likely = classifier.probabilities(vector)
    assert [*likely] == classifier.labels == ["founder", "launch", "owner"]
    assert all(0 <= probability <= 1 for probability in likely.values())
    assert isclose(sum(likely.values()), 1)


def test_what_can_be_told_apart_is_learnt(classifier: Classifier) -> None:
    """Every example has its own label, and so has a word of it alone."""
    for label, vector, _ in EXAMPLES:
        assert best(classifier, *vector) == label
    assert best(classifier, "own") == "owner"
    assert best(classifier, "launch", "unheard") == "launch"


def test_what_was_never_heard_tells_nothing(classifier: Classifier) -> None:
    """A text of unknown words is as likely anything as one that says nothing."""
    assert classifier.probabilities({"unheard": 1.0}) == classifier.probabilities({})


def test_an_example_of_more_weight_counts_more() -> None:
    """Of two that contradict each other it is believed."""
    said = {"ambiguous": 1.0}
    for one, other in ((2.0, 0.3), (0.3, 2.0)):
        likely = Classifier([Labelled("a", said, one), Labelled("b", said, other)])
        probabilities = likely.probabilities(said)
        assert (probabilities["a"] > probabilities["b"]) is (one > other)


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_examples_are_learnt_alike(tmp_path: Path) -> None:
    """To the byte: under the same name, in whatever folder."""
    for name in ("one", "other"):
        Classifier(EXAMPLES, tmp_path / name)
    assert kept(tmp_path / "one") == kept(tmp_path / "other")
    assert len(kept(tmp_path / "one")) == 1


def test_other_examples_are_learnt_anew(tmp_path: Path) -> None:
    """An example more, or a weight that is another, is not answered with what was learnt before."""
    heavier = [*EXAMPLES[:-1], EXAMPLES[-1]._replace(weight=0.5)]
    for examples in (EXAMPLES, EXAMPLES[:-1], heavier):
        Classifier(examples, tmp_path)
    assert len({*kept(tmp_path).values()}) == 3


def test_what_was_learnt_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is learnt twice."""
    first = Classifier(EXAMPLES, tmp_path)

    def learns(*_: object) -> None:
        raise AssertionError("learnt again")

    monkeypatch.setattr(Classifier, "_learnt", learns)
    again = Classifier(EXAMPLES, tmp_path)
    said = {"found": 1.0, "own": 0.5}
    assert again.probabilities(said) == first.probabilities(said)


@pytest.mark.parametrize("spoilt", ["empty", "cut", "text", "zip", "numbers", "shape"])
def test_a_spoilt_file_is_learnt_anew(tmp_path: Path, spoilt: str) -> None:
    """And put right, whatever became of it."""
    whole = Classifier(EXAMPLES, tmp_path)
    (path,) = tmp_path.iterdir()
    good = path.read_bytes()
    other = tmp_path / "other"
    Classifier(EXAMPLES[:2], other)
    (small,) = other.iterdir()
    numbers = good[:-8] + struct.pack("<d", nan)
    contents = {
        "numbers": numbers,
        "empty": b"",
        "cut": good[:200],
        "text": b"hello",
        "zip": b"PK\x03\x04",
    }
    path.write_bytes(contents.get(spoilt, small.read_bytes()))
    said = {"found": 1.0}
    assert Classifier(EXAMPLES, tmp_path).probabilities(said) == whole.probabilities(said)
    assert path.read_bytes() == good


def test_a_folder_that_can_not_be_written_keeps_nothing(tmp_path: Path) -> None:
    """The program answers all the same."""
    (tmp_path / "file").write_text("", "utf-8")
    learnt = Classifier(EXAMPLES, tmp_path / "file" / "below")
    assert best(learnt, "found") == "founder"
