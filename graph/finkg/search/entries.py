"""What can be found in a graph: the names of its entities, and texts about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode

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

_FORMER_NAME: Final = v.fk("formerName")
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


#: A text under which an entity, given by its number, is found: its kind, the text, and where the
#: best statement stands that a quote supports; empty for what the plain view says.
Entry: TypeAlias = tuple[int, int, str, str]
#: The texts of one kind and standing, by the number of their entity.
_Found: TypeAlias = defaultdict[int, list[str]]
#: What decides first: whether a text, its standing, the class of its entity, its kind, its length.
_Place: TypeAlias = tuple[bool, str, int, Kind, int]
#: A subject, a text that it has, and the language of that.
_Literal: TypeAlias = tuple[str, str, str | None]


class Entries:
    """All entities and texts of a graph, in an order that is the same for the same graph."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        self._labels = self._literals(v.LABEL, Layer.ENTITIES.iri)
        languages: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for iri, text, language in self._labels:
            languages[language or ""][iri] = text
        zh, en = languages.pop("zh", {}), languages.pop("en", {})
        others = {iri: text for _, each in sorted(languages.items()) for iri, text in each.items()}
        #: Entities by their numbers: first those of which more is said.
        self.iris = self._numbered({*others, *en, *zh})
        #: With a label in one language only, as of a source, it stands for the other too.
        self.zh = [*map({**others, **en, **zh}.__getitem__, self.iris)]
        self.en = [*map({**others, **zh, **en}.__getitem__, self.iris)]
        #: Of each entity its classes, parted by spaces.
        self.classes = self._classes()
        self._number = {iri: number for number, iri in enumerate(self.iris)}

    def sorted(self) -> Iterator[Entry]:
        """The likeliest to be meant first: names before texts, products and organizations before
        all else, labels before aliases, short before long; then what more is said of."""
        rank_of = {classes: self._rank(classes.split()) for classes in {*self.classes}}
        ranks = [rank_of[classes] for classes in self.classes]
        places: dict[_Place, tuple[list[int], list[str]]] = {}
        for kind, standing, found in self._all():
            of: defaultdict[tuple[int, int], tuple[list[int], list[str]]]
            of = defaultdict(lambda: ([], []))
            for number in sorted(found):
                rank = ranks[number]
                for text in sorted({*found[number]}):
                    numbers, texts = of[rank, len(text)]
                    numbers.append(number)
                    texts.append(text)
            for (rank, length), alike in of.items():
                places[not kind.is_name, standing, rank, kind, length] = alike
        for place, (numbers, texts) in sorted(places.items()):
            _, standing, _, kind, _ = place
            yield from zip(numbers, repeat(int(kind)), texts, repeat(standing))

    def _numbered(self, iris: Iterable[str]) -> list[str]:
        said = Counter(self._mentioned())
        return sorted(sorted(iris), key=lambda iri: -said[iri])

    def _mentioned(self) -> Iterator[str]:
        """What a claim has as subject or value, once for each claim."""
        for predicate in (v.CLAIM_SUBJECT, v.CLAIM_VALUE):
            found = self._view.store.quads_for_pattern(None, predicate, None, Layer.CLAIMS.iri)
            for quad in found:
                if isinstance(end := quad.object, NamedNode):
                    yield end.value

    def _classes(self) -> list[str]:
        found: dict[str, str] = {}
        for quad in self._view.store.quads_for_pattern(None, v.TYPE, None, Layer.ENTITIES.iri):
            subject, cls = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(cls, NamedNode):
                iri = subject.value
                found[iri] = f"{found[iri]} {cls.value}" if iri in found else cls.value
        several = {iri for iri, classes in found.items() if " " in classes}
        found |= {iri: " ".join(sorted(found[iri].split())) for iri in several}
        return [found.get(iri, "") for iri in self.iris]

    def _rank(self, classes: list[str]) -> int:
        return min(map(self._rank_of, classes), default=1)

    @cache  # noqa: B019 - dies with its object, which lives as long as it is read
    def _rank_of(self, cls: str) -> int:
        above = self._above(NamedNode(cls))
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

    def _all(self) -> Iterator[tuple[Kind, str, _Found]]:
        """The texts of each kind and standing."""
        entities = Layer.ENTITIES.iri
        former = self._literals(_FORMER_NAME, DefaultGraph())
        yield Kind.LABEL, "", self._of_entities(self._labels)
        yield Kind.FORMER_NAME, "", self._of_entities(former)
        yield Kind.ALIAS, "", self._of_entities(self._literals(v.ALT_LABEL, entities))
        # The editors' notes, and words of records.
        rows = self._view.rows(_RECORDS)
        records = [(row["entity"].value, row["text"].value, None) for row in rows]
        notes = self._literals(v.NOTE, entities)
        yield Kind.DESCRIPTION, "", self._of_entities([*notes, *records])
        for standing, quotes in self._quotes().items():
            yield Kind.QUOTE, standing, self._of_entities(quotes)

    def _of_entities(self, literals: Iterable[_Literal]) -> _Found:
        found: _Found = defaultdict(list)
        number = self._number
        for iri, text, _ in literals:
            if iri in number:
                found[number[iri]].append(text)
        return found

    def _quotes(self) -> dict[str, list[_Literal]]:
        """The quotes by how the best statement stands that each supports."""
        best: dict[_Literal, Standing] = {}
        for row in self._view.rows(_QUOTES):
            quote: _Literal = row["entity"].value, row["text"].value, None
            standings = Standing(local_name(row["standing"])), best.get(quote)
            best[quote] = min(filter(None, standings), key=_BEST_FIRST.index)
        by_standing: defaultdict[str, list[_Literal]] = defaultdict(list)
        for quote, standing in best.items():
            by_standing["" if standing is Standing.ACCEPTED else standing.value].append(quote)
        return by_standing

    def _literals(self, predicate: NamedNode, layer: NamedNode | DefaultGraph) -> list[_Literal]:
        found = self._view.store.quads_for_pattern(None, predicate, None, layer)
        return [
            (subject.value, literal.value, literal.language)
            for quad in found
            if isinstance(subject := quad.subject, NamedNode)
            and isinstance(literal := quad.object, Literal)
        ]
