"""A name that nobody here knows is noticed, so that it is not answered as if it were not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finkg.understanding.lexicon import stem
from finkg.understanding.reading import Reader
from finkg.understanding.strangers import strangers

from .test_linking import TEXTS

#: What the examples of some catalogue speak of: a stem, and two characters.
KNOWN = frozenset({stem("zebra"), "麒麟"})


@pytest.fixture
def found(reader: Reader) -> Callable[[str], list[str]]:
    def among(text: str) -> list[str]:
        return [*strangers(text, reader.parts(text), KNOWN.__contains__)]

    return among


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("who founded PayPal?", ["PayPal"]),
        ("who founded “Paypal” and Stripe", ["Paypal", "Stripe"]),
        ("ｗｈｏ　ｆｏｕｎｄｅｄ　Ｓｔｒｉｐｅ", ["Stripe"]),
        ("谁创办了滴滴", ["滴滴"]),
    ],
)
def test_an_unknown_name_is_a_stranger(
    found: Callable[[str], list[str]], text: str, names: list[str]
) -> None:
    """As it was written."""
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "who founded Ant?", "Who Founded Ant Bank", "谁创办了蚂蚁集团", "Stripe", "", "2020年",
        "who founded stripe", "who founded a Zebra", "who has Zebras", "谁创办了麒麟殿",
        "谁创办了呗",
    ],
)  # fmt: skip
def test_all_else_is_none(found: Callable[[str], list[str]], text: str) -> None:
    """Names of the graph, words of the lexicon or of an example, the first word of a text, small
    letters, a single character."""
    assert found(text) == []


@given(text=TEXTS | st.text())
def test_a_stranger_is_of_the_text(reader: Reader, text: str) -> None:
    """Whatever the text, where all is known there is none."""
    parts = reader.parts(text)
    assert not [*strangers(text, parts, lambda _: True)]
    assert len([*strangers(text, parts, lambda _: False)]) <= len(parts)
