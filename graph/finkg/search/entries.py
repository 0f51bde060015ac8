"""What can be found in a graph: the names of its entities, and texts about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from finkg import vocabulary as v
from finkg.evidence.assessment import Standing
from finkg.search.called import Called
from finkg.store.layers import Layer
from finkg.store.view import GraphView
from finkg.vocabulary import local_name


class Kind(Called):
    """What a text is to its entity; in the order in which hits stand that are alike otherwise."""

    LABEL = 0, "名称", "label"
    FORMER_NAME = 1, "曾用名", "former name"
    ALIAS = 2, "别名", "alias"
    ID = 3, "标识", "id"
    DESCRIPTION = 4, "描述", "description"
    QUOTE = 5, "引文", "quote"

    @property
    def is_name(self) -> bool:
        """Whether it is a name of the entity, and not something said of it."""
        return self < Kind.DESCRIPTION


#: Things of these classes stand before others, in this order; all else between.
_FIRST: Final = frozenset({v.fk("Product"), v.fk("Organization")})
_CONCEPT: Final = v.fk("Concept")
_SOURCES: Final = frozenset({v.SOURCE_DOCUMENT, v.CITATION})

#: Where names other than labels stand, and the editors' notes.
_OTHERS: Final = (
    (Kind.ALIAS, v.ALT_LABEL, Layer.ENTITIES.iri),
    (Kind.DESCRIPTION, v.NOTE, Layer.ENTITIES.iri),
    (Kind.FORMER_NAME, v.fk("formerName"), DefaultGraph()),
)
#: The passages that support what is said of an entity, and how that statement stands.
_QUOTES: Final = """
SELECT ?entity ?text ?standing { GRAPH layer:claims {
  ?claim fk:claimSubject ?entity ; fk:standing ?standing ; fk:evidence ?evidence .
  ?evidence fk:stance fk:Supports ; fk:quote ?quote . ?quote fk:exactText ?text } }"""
#: Words that the plain view has of a record, such as how a regulation takes effect.
_RECORDS: Final = """
SELECT ?entity ?text { GRAPH layer:claims { ?claim fk:claimSubject ?entity ; fk:detail ?record }
  ?record fk:description ?text }"""

#: Of a quote that supports several statements the first of these counts.
_BEST_FIRST: Final = (
    Standing.ACCEPTED,
    Standing.TIME_UNKNOWN,
    Standing.DOUBTFUL,
    Standing.OUTRANKED,
    Standing.OPINION,
    Standing.DEPRECATED,
    Standing.NOT_HOLDING,
)


class Entity(NamedTuple):
    """An entity with its labels in zh and en and its classes."""

    iri: NamedNode
    zh: str
    en: str
    classes: tuple[NamedNode, ...]


class Entry(NamedTuple):
    """A text under which an entity, given by its number, is found.

    `standing` is where the best statement stands that a quote supports; empty for what the plain
    view says.
    """

    entity: int
    kind: Kind
    text: str
    standing: str = ""


#: A text with the number of its entity and its standing.
_Found: TypeAlias = tuple[int, str, str]
#: What decides first: whether a text, its standing, the class of its entity, and its kind.
_Group: TypeAlias = tuple[bool, str, int, Kind]


class Entries:
    """All entities and texts of a graph, in an order that is the same for the same graph."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._labels = self._literals(v.LABEL, Layer.ENTITIES.iri)
        labels: defaultdict[NamedNode, dict[str, str]] = defaultdict(dict)
        for subject, literal in self._labels:
            labels[subject][literal.language or ""] = literal.value
        classes: defaultdict[NamedNode, list[NamedNode]] = defaultdict(list)
        for quad in view.store.quads_for_pattern(None, v.TYPE, None, Layer.ENTITIES.iri):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                classes[quad.subject].append(quad.object)
        self.entities = [
            _entity(iri, labels[iri], classes[iri])
            for iri in sorted(labels, key=lambda iri: iri.value)
        ]
        self._number: dict[NamedNode | BlankNode | Literal | Triple, int] = {
            e.iri: n for n, e in enumerate(self.entities)
        }

    def sorted(self) -> Iterator[Entry]:
        """The likeliest to be meant first: names before texts, products and organizations before
        all else, labels before aliases, short before long; then what more is said of."""
        ranks = [self._rank(entity.classes) for entity in self.entities]
        said = [0] * len(self.entities)
        for number in self._mentioned():
            said[number] -= 1
        alike: defaultdict[_Group, set[tuple[int, int, int, str]]] = defaultdict(set)
        for kind, found in self._all():
            of: defaultdict[tuple[str, int], set[tuple[int, int, int, str]]] = defaultdict(set)
            for number, text, standing in found:
                of[standing, ranks[number]].add((len(text), said[number], number, text))
            for (standing, rank), places in of.items():
                alike[not kind.is_name, standing, rank, kind] |= places
        for group in sorted(alike):
            _, standing, _, kind = group
            for _, _, number, text in sorted(alike[group]):
                yield Entry(number, kind, text, standing)

    def _mentioned(self) -> Iterator[int]:
        """The entity that a claim has as subject or value, once for each claim."""
        for predicate in (v.CLAIM_SUBJECT, v.CLAIM_VALUE):
            found = self._view.store.quads_for_pattern(None, predicate, None, Layer.CLAIMS.iri)
            for _, _, end, _ in found:
                if (number := self._number.get(end)) is not None:
                    yield number

    def _rank(self, classes: tuple[NamedNode, ...]) -> int:
        return min(map(self._rank_of, classes), default=1)

    @cache  # noqa: B019 - dies with its object, which lives as long as it is read
    def _rank_of(self, cls: NamedNode) -> int:
        above = self._above(cls)
        later = 2 if _CONCEPT in above else 3 if above & _SOURCES else 1
        return 0 if above & _FIRST else later

    def _above(self, cls: NamedNode) -> set[NamedNode]:
        """A class and all above it."""
        above: set[NamedNode] = set()
        todo = [cls]
        while todo:
            each = todo.pop()
            if each not in above:
                above.add(each)
                found = self._view.objects(each, v.SUBCLASS_OF)
                todo.extend(term for term in found if isinstance(term, NamedNode))
        return above

    def _all(self) -> Iterator[tuple[Kind, Iterator[_Found]]]:
        """The texts of each kind."""
        yield Kind.LABEL, self._of_entities(self._labels)
        for kind, predicate, layer in _OTHERS:
            yield kind, self._of_entities(self._literals(predicate, layer))
        yield Kind.DESCRIPTION, self._records()
        yield Kind.QUOTE, self._quotes()

    def _of_entities(self, literals: list[tuple[NamedNode, Literal]]) -> Iterator[_Found]:
        for subject, literal in literals:
            if (number := self._number.get(subject)) is not None:
                yield number, literal.value, ""

    def _records(self) -> Iterator[_Found]:
        for row in self._view.rows(_RECORDS):
            if (number := self._number.get(row["entity"])) is not None:
                yield number, row["text"].value, ""

    def _quotes(self) -> Iterator[_Found]:
        best: dict[tuple[int, str], Standing] = {}
        for row in self._view.rows(_QUOTES):
            if (number := self._number.get(row["entity"])) is not None:
                quote = number, row["text"].value
                standings = Standing(local_name(row["standing"])), best.get(quote)
                best[quote] = min(filter(None, standings), key=_BEST_FIRST.index)
        for (number, text), standing in best.items():
            yield number, text, "" if standing is Standing.ACCEPTED else standing.value

    def _literals(
        self, predicate: NamedNode, layer: NamedNode | DefaultGraph
    ) -> list[tuple[NamedNode, Literal]]:
        found = self._view.store.quads_for_pattern(None, predicate, None, layer)
        return [
            (subject, literal)
            for subject, _, literal, _ in found
            if isinstance(subject, NamedNode) and isinstance(literal, Literal)
        ]


def _entity(iri: NamedNode, labels: dict[str, str], classes: list[NamedNode]) -> Entity:
    """With a label in one language only, as of a source, it stands for the other too."""
    if len(classes) > 1:
        classes = sorted(classes, key=lambda cls: cls.value)
    some = next(iter(labels.values()))
    return Entity(iri, labels.get("zh", some), labels.get("en", some), tuple(classes))
