"""What a plausibility rule is. How to write one: docs/plausibility-rules.md.

A rule is a small class with a name and a method. It is given either what one source says
(`SourceRule`) or what the whole graph says (`GraphRule`), and yields a doubt for each part of a
claim that can hardly be true. What follows from a doubt is none of its business.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from pyoxigraph import Literal, NamedNode

from finkg.evidence.doubt import Part
from finkg.evidence.support import Triples
from finkg.plausibility.mention import Mention
from finkg.vocabulary import DEFINITION, LABEL, PLAUSIBILITY_RULE, RULE, SEVERITY, TYPE, fk
from finkg.words import Text, in_words

if TYPE_CHECKING:
    from finkg.plausibility.reading import Reading
    from finkg.plausibility.survey import Survey


class Severity(StrEnum):
    """How much a doubt says."""

    #: What is said can not all be true.
    IMPOSSIBLE = "impossible"
    #: It can be true, and rarely is.
    IMPLAUSIBLE = "implausible"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value.capitalize())


@dataclass(frozen=True, slots=True)
class Doubt:
    """One part of one claim, and why it can hardly be true."""

    claim: NamedNode
    part: Part
    #: One sentence in zh and en, with the facts that the rule saw.
    explanation: Text
    #: The claims beside which it was seen.
    compared: tuple[NamedNode, ...] = ()
    #: The piece of evidence that reads it so; nothing where the claim itself is doubted.
    evidence: NamedNode | None = None
    #: The printed date that is doubted, where a text is read.
    mention: Mention | None = None


class PlausibilityRule(ABC):
    """Base of both kinds of rules."""

    #: Lower case, with hyphens; a workspace switches the rule off by it.
    name: ClassVar[str]
    label: ClassVar[Text]
    #: What the rule tests, as a phrase.
    definition: ClassVar[Text]
    severity: ClassVar[Severity]

    @property
    def iri(self) -> NamedNode:
        return NamedNode(RULE + self.name)

    def triples(self) -> Triples:
        """The rule as the ontology layer describes it."""
        yield self.iri, TYPE, PLAUSIBILITY_RULE
        yield self.iri, SEVERITY, self.severity.iri
        for term, text in ((LABEL, self.label), (DEFINITION, self.definition)):
            for lang, words in zip(("zh", "en"), text, strict=True):
                yield self.iri, term, Literal(words, language=lang)


class SourceRule(PlausibilityRule):
    """Finds what is wrong from one source alone.

    A claim is flagged where every piece of evidence for the doubted part is doubted by such rules;
    what is read from a doubted date is doubted with it.
    """

    @abstractmethod
    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        """The doubts about what one source says, each made by `Dated.doubt`."""


class GraphRule(PlausibilityRule):
    """Finds what is wrong across sources and properties."""

    @abstractmethod
    def doubts(self, survey: Survey) -> Iterator[Doubt]:
        """The doubts about the claims that count as facts."""


def explain(template: Text, **facts: object) -> Text:
    """A template of both languages with the facts in its braces; texts in the right language."""
    zh, en = (
        words.format(**{name: in_words(fact, lang) for name, fact in facts.items()})
        for lang, words in zip(("zh", "en"), template, strict=True)
    )
    return Text(zh, en)
