"""A text as features: what it says, in either language, and of which classes it names things."""

from __future__ import annotations

from math import isclose, sqrt

from hypothesis import given
from hypothesis import strategies as st

from finkg.understanding.linking import Linker
from finkg.understanding.reading import Named, Reader
from finkg.understanding.vectors import (
    A_DAY,
    AT_MOST,
    Vector,
    features,
    inverse_frequency,
    spelled,
    weighted,
)

VECTORS = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 10), max_size=6)


def said(reader: Reader, linker: Linker, text: str, asked: str = "") -> Vector:
    def classes(part: Named) -> list[str]:
        return [f"@{cls}" for entity in part.mention.entities for cls in linker.classes(entity)]

    return features(reader.example(text), classes, lambda _: [asked] if asked else [])


def test_two_languages_say_the_same(reader: Reader, linker: Linker) -> None:
    """谁创办了公司 and “who founded the company” have the same features; stop words have none."""
    chinese, english = (
        said(reader, linker, text) for text in ("谁创办了公司", "Who founded the company?")
    )
    assert chinese == english
    assert chinese.keys() == {"who", "found", "company"}


def test_a_blank_is_like_a_name_of_its_class(reader: Reader, linker: Linker) -> None:
    """So that an example with a blank is like a text that names something; but for the very thing
    that is named."""
    named, blank = (
        said(reader, linker, "谁创办了Ant"),
        said(reader, linker, "谁创办了{x}", "@Organization"),
    )
    assert {f: v for f, v in named.items() if not f.startswith("=")} == blank


def test_days_are_alike(reader: Reader, linker: Linker) -> None:
    """Which day is asked about tells no question from another."""
    assert said(reader, linker, "2020年3月") == said(reader, linker, "1 May 1999") == {A_DAY: 1.0}


def test_an_unknown_word_counts_less_than_a_known_one(reader: Reader, linker: Linker) -> None:
    """In both languages, Chinese by pairs of characters."""
    vector = said(reader, linker, "创办麒麟殿 zebra")
    assert vector.keys() == {"found", "?麒麟", "?麟殿", "?zebra"}
    assert all(vector[word] < vector["found"] for word in ("?麒麟", "?麟殿", "?zebra"))


def test_a_word_of_two_meanings_counts_once(reader: Reader, linker: Linker) -> None:
    """Its weight is spread over both."""
    vector = said(reader, linker, "bank")
    assert isclose(sqrt(sum(weight**2 for weight in vector.values())), 1)
    assert vector.keys() == {"bank", "shore"}


@given(documents=st.lists(VECTORS, max_size=8))
def test_what_is_rare_tells_more(documents: list[Vector]) -> None:
    """A feature that more documents have tells no more than one that fewer have, and every one
    tells something."""
    tells = inverse_frequency([dict.fromkeys(document, 2.0) for document in documents])
    having = {f: sum(f in document for document in documents) for f in "abcdefg"}
    assert all(tells(a) >= tells(b) for a in having for b in having if having[a] < having[b])
    assert all(tells(feature) > 0 for feature in having)


@given(vector=VECTORS, tells=st.floats(0.1, 5))
def test_a_weighted_vector_has_length_one(vector: Vector, tells: float) -> None:
    """And the features it had; nothing said is a vector of nothing."""
    scaled = weighted(vector, lambda _: tells)
    assert scaled.keys() == vector.keys()
    assert isclose(sum(value**2 for value in scaled.values()), 1.0 if vector else 0.0)


def test_order_is_in_how_a_text_says_it(reader: Reader) -> None:
    """Who founded Ant and whom Ant founded have the same words, but not the same pairs."""
    one, other = (
        spelled(reader.parts(text), lambda _: ()) for text in ("who founded Ant", "Ant founded who")
    )
    assert {sign for sign in one if " " not in sign} == {sign for sign in other if " " not in sign}
    assert one.keys() != other.keys()
    assert "found @" in one


def test_a_blank_is_spelled_as_what_fills_it(reader: Reader) -> None:
    """A name as any name, a day as any day."""
    text, example = "谁在2020年创办了蚂蚁集团", "谁在{on}创办了{company}"
    said = spelled(reader.parts(text), lambda _: ())
    days = {"on": (A_DAY,), "company": ()}
    assert said == spelled(reader.example(example), lambda blank: days[blank.parameter])


def test_what_is_said_again_and_again_counts_little_more(reader: Reader) -> None:
    """However often."""
    once, often = (spelled(reader.parts("谁" * n), lambda _: ()) for n in (1, 50))
    assert once["谁"] < often["谁"] == AT_MOST
