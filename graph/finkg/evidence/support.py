"""What a claim rests on: sources, quotes, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg.evidence.gate import Span
from finkg.evidence.hashed_id import hashed_id
from finkg.evidence.moment import Moment
from finkg.evidence.record import Pair
from finkg.vocabulary import (
    ADDRESS,
    CITATION,
    CITED_EVIDENCE,
    CONTEXT_QUOTE,
    COPY_OF,
    END_OFFSET,
    EVIDENCE,
    EXACT_TEXT,
    GLOSS,
    HAS_QUOTE,
    ISSUED,
    LANGUAGE,
    LICENSE,
    NOTE,
    PUBLISHER,
    QUOTE,
    QUOTED_EVIDENCE,
    RECORDED_ON,
    RELIABILITY,
    SHA256,
    SOURCE,
    SOURCE_DOCUMENT,
    STANCE,
    START_OFFSET,
    TITLE,
    TYPE,
    XSD_ANY_URI,
    XSD_NON_NEGATIVE_INTEGER,
    fk,
)

Triples = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]


class Stance(StrEnum):
    """Whether evidence speaks for or against its claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value.capitalize())


class Reliability(StrEnum):
    """How far the editors trust a source, best first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def iri(self) -> NamedNode:
        return fk(self.value.capitalize())


@dataclass(frozen=True)
class Source:
    """A text that is held, or a citation whose text is not."""

    id: NamedNode
    title: str
    reliability: Reliability
    publisher: str = ""
    address: str = ""
    published: Moment | None = None
    recorded: Moment | None = None
    copy_of: NamedNode | None = None
    note: str = ""
    language: str = ""
    licence: str = ""
    #: SHA-256 of the stored bytes, in hex; empty for a citation.
    sha256: str = ""

    @property
    def is_text(self) -> bool:
        return bool(self.sha256)

    def triples(self) -> Triples:
        yield self.id, TYPE, SOURCE_DOCUMENT if self.is_text else CITATION
        yield self.id, RELIABILITY, self.reliability.iri
        title = Literal(self.title, language=self.language) if self.language else None
        yield self.id, TITLE, title or Literal(self.title)
        for term, text in (
            (PUBLISHER, self.publisher),
            (NOTE, self.note),
            (LANGUAGE, self.language),
            (LICENSE, self.licence),
            (SHA256, self.sha256),
        ):
            if text:
                yield self.id, term, Literal(text)
        if self.address:
            yield self.id, ADDRESS, Literal(self.address, datatype=XSD_ANY_URI)
        for term, time in ((ISSUED, self.published), (RECORDED_ON, self.recorded)):
            if time:
                yield self.id, term, time.literal
        if self.copy_of:
            yield self.id, COPY_OF, self.copy_of


@dataclass(frozen=True)
class Quote:
    """A verbatim span of a stored text. Its gloss, a translation, is never evidence."""

    source: NamedNode
    span: Span
    exact: str
    gloss: str = field(default="", compare=False)
    gloss_language: str = field(default="en", compare=False)

    @cached_property
    def id(self) -> NamedNode:
        return hashed_id("q", (str(self.source), str(self.span.start), str(self.span.end)))

    def triples(self) -> Triples:
        yield self.id, TYPE, QUOTE
        yield self.id, SOURCE, self.source
        yield self.id, EXACT_TEXT, Literal(self.exact)
        for term, offset in ((START_OFFSET, self.span.start), (END_OFFSET, self.span.end)):
            yield self.id, term, Literal(str(offset), datatype=XSD_NON_NEGATIVE_INTEGER)
        if self.gloss:
            yield self.id, GLOSS, Literal(self.gloss, language=self.gloss_language)


@dataclass(frozen=True)
class Evidence:
    """One reason to believe or to doubt a claim: a quote with its contexts, or a citation."""

    claim: NamedNode
    source: NamedNode
    stance: Stance = Stance.SUPPORTS
    quote: Quote | None = None
    contexts: tuple[Quote, ...] = ()
    note: str = field(default="", compare=False)
    recorded: Moment | None = field(default=None, compare=False)

    @cached_property
    def id(self) -> NamedNode:
        place = [str(quote.id) for quote in self.quotes]
        return hashed_id("e", (str(self.claim), str(self.source), self.stance.value, *place))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quote first, then its contexts; nothing for a citation."""
        return (self.quote, *self.contexts) if self.quote else ()

    def _content(self) -> Iterator[Pair]:
        yield TYPE, EVIDENCE
        yield TYPE, QUOTED_EVIDENCE if self.quote else CITED_EVIDENCE
        yield STANCE, self.stance.iri
        yield SOURCE, self.source
        if self.quote:
            yield HAS_QUOTE, self.quote.id
        for context in self.contexts:
            yield CONTEXT_QUOTE, context.id
        if self.note:
            yield NOTE, Literal(self.note)
        if self.recorded:
            yield RECORDED_ON, self.recorded.literal

    def triples(self) -> Triples:
        """The evidence alone; a quote may serve several."""
        for predicate, value in self._content():
            yield self.id, predicate, value
