"""The sentences of conclusions are those of their rules, or told in full: none is changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from finkg.errors import Text
from finkg.graph import KnowledgeGraph
from finkg.view.scene import Claim, Inference, Thing
from finkg.view.sentences import Sentences, filled

#: Names that are parts of each other, of sentences, and of the gaps.
_WORDS = st.sampled_from(["", "a", "ab", "甲", "甲乙", "受", "{subject}", "{value}", "$&", "{"])
_TEXTS = st.builds(Text, _WORDS, _WORDS)
_SENTENCES = st.builds(
    lambda *parts: Text("".join(p.zh for p in parts), " ".join(p.en for p in parts)),
    *[_TEXTS] * 4,
)


@st.composite
def concluded(draw: st.DrawFn) -> Claim:
    subject, value = Thing(draw(_TEXTS)), Thing(draw(_TEXTS))
    rules = draw(st.lists(st.tuples(st.sampled_from(["r", "s"]), _SENTENCES), max_size=3))
    inferences = tuple(Inference(rule, sentence, ()) for rule, sentence in rules)
    return Claim("c", subject, "r", value, inferences=inferences)


@given(st.lists(concluded(), max_size=6))
def test_no_sentence_is_changed(claims: list[Claim]) -> None:
    """Whatever things are called: what a reader of the columns makes of a rule is what it said."""
    sentences = Sentences(claims)
    told = [*sentences.unlike(claims)]
    said = [(each, claim) for claim in claims for each in claim.inferences]
    assert len(told) == len(said)
    for words, (each, claim) in zip(told, said, strict=True):
        assert (words or filled(sentences.of[each.rule], claim)) == each.sentence


def test_rules_say_the_same_of_all(kg: KnowledgeGraph) -> None:
    """In the packaged graph no sentence has to be told in full, and each rule speaks of both
    ends."""
    claims = kg.scene().claims
    sentences = Sentences(claims)
    assert {*sentences.unlike(claims)} == {None}
    assert len(sentences.of) == len({i.rule for c in claims for i in c.inferences}) > 5
    for said in sentences.of.values():
        assert all("{subject}" in words and "{value}" in words for words in said)
