"""Flags: doubts that name the part of a claim they doubt. They never change a value or a rank."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.support import Quote, Triples
from finkg.vocabulary import (
    COMPARED_WITH,
    DOUBTED_MENTION,
    DOUBTS,
    EXPLANATION,
    FLAG,
    FLAGGED_BY,
    TYPE,
    fk,
)
from finkg.words import Text


class Part(Enum):
    """The part of a claim that a flag doubts; in the order in which `Claim.times` has the times."""

    VALUE = "ValuePart"
    AS_OF = "AsOfPart"
    VALID_FROM = "ValidFromPart"
    VALID_TO = "ValidToPart"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value)


@dataclass(frozen=True)
class Flag:
    """One doubt of one plausibility rule about one part of one claim."""

    claim: NamedNode
    rule: NamedNode
    part: Part
    #: What the rule saw, in words.
    explanation: Text = field(compare=False)
    #: The printed dates of the source that are doubted, where the part is read from a text.
    mentions: tuple[Quote, ...] = field(default=(), compare=False)
    #: The claims beside which it was seen.
    compared: tuple[NamedNode, ...] = field(default=(), compare=False)

    @property
    def doubts_value(self) -> bool:
        return self.part is Part.VALUE

    @cached_property
    def id(self) -> NamedNode:
        return hashed_id("f", (str(self.claim), str(self.rule), self.part.value))

    def triples(self) -> Triples:
        """The flag alone; a printed date may be doubted by several."""
        yield self.id, TYPE, FLAG
        yield self.id, FLAGGED_BY, self.rule
        yield self.id, DOUBTS, self.part.iri
        for lang, words in zip(("zh", "en"), self.explanation, strict=True):
            yield self.id, EXPLANATION, Literal(words, language=lang)
        for mention in self.mentions:
            yield self.id, DOUBTED_MENTION, mention.id
        for claim in self.compared:
            yield self.id, COMPARED_WITH, claim
