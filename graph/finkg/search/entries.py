"""What can be found in a graph: the names of its entities, and texts about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode

from finkg import vocabulary as v
from finkg.evidence.assessment import Standing
from finkg.search.called import Called
from finkg.search.prominence import Prominence
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
#: A text, and the number of its entity.
_Numbered: TypeAlias = tuple[int, str]
#: What decides first: whether a text, its standing, the class of its entity, its kind, its length.
_Place: TypeAlias = tuple[bool, str, int, Kind, int]
#: The IRI of an entity, and a text that it has.
_Named: TypeAlias = tuple[str, str]


class Entries:
    """All entities and texts of a graph, in an order that is the same for the same graph."""

    def __init__(self, view: GraphView) -> None:
        self._view = view
        labels = _Labels(self._literals(v.LABEL, Layer.ENTITIES.iri))
        order = labels.order(Counter(self._mentioned()))
        #: Entities by their numbers: first those of which more is said.
        self.iris = [*map([*labels.seen].__getitem__, order)]
        #: With a label in one language only, as of a source, it stands for the other too.
        in_zh, in_en = labels.preferring("zh"), labels.preferring("en")
        self.zh = [*map(in_zh.__getitem__, order)]
        self.en = [*map(in_en.__getitem__, order)]
        self._labels = labels
        #: The numbers of entities in the order in which their labels were read.
        self._places = [*order]
        for place, seen in enumerate(order):
            self._places[seen] = place
        self._number = dict(zip(labels.seen, self._places, strict=True))
        #: Of each entity its classes, parted by spaces.
        self.classes = self._classes()

    def sorted(self) -> Iterator[Entry]:
        """The likeliest to be meant first: names before texts, products and organizations before
        all else, labels before aliases, short before long; then what more is said of."""
        prominence = Prominence(self._view)
        ranks = [*map(prominence.rank, self.classes)]
        places: dict[_Place, tuple[list[int], list[str]]] = {}
        for kind, standing, numbered in self._all():
            found: defaultdict[int, list[str]] = defaultdict(list)
            for number, text in numbered:
                found[number].append(text)
            of: defaultdict[tuple[int, int], tuple[list[int], list[str]]]
            of = defaultdict(lambda: ([], []))
            for number in sorted(found):
                rank = ranks[number]
                texts = found[number]
                for text in sorted({*texts}) if len(texts) > 1 else texts:
                    alike = of[rank, len(text)]
                    alike[0].append(number)
                    alike[1].append(text)
            for (rank, length), alike in of.items():
                places[not kind.is_name, standing, rank, kind, length] = alike
        for place, (numbers, texts) in sorted(places.items()):
            _, standing, _, kind, _ = place
            yield from zip(numbers, repeat(int(kind)), texts, repeat(standing))

    def _mentioned(self) -> Iterator[str]:
        """What a claim has as subject or value, once for each claim."""
        for predicate in (v.CLAIM_SUBJECT, v.CLAIM_VALUE):
            found = self._view.store.quads_for_pattern(None, predicate, None, Layer.CLAIMS.iri)
            for quad in found:
                if isinstance(end := quad.object, NamedNode):
                    yield end.value

    def _classes(self) -> list[str]:
        classes = [""] * len(self.iris)
        shared: dict[str, str] = {}
        several = set()
        for quad in self._view.store.quads_for_pattern(None, v.TYPE, None, Layer.ENTITIES.iri):
            subject, cls = quad.subject, quad.object
            if not (isinstance(subject, NamedNode) and isinstance(cls, NamedNode)):
                continue
            number = self._number.get(subject.value)
            if number is None:
                continue
            every = cls.value
            if classes[number]:
                several.add(number)
                every = f"{classes[number]} {every}"
            classes[number] = shared.setdefault(every, every)
        for number in several:
            classes[number] = " ".join(sorted(classes[number].split()))
        return classes

    def _all(self) -> Iterator[tuple[Kind, str, Iterable[_Numbered]]]:
        """The texts of each kind and standing."""
        entities = Layer.ENTITIES.iri
        yield Kind.LABEL, "", ((self._places[seen], text) for seen, text in self._labels)
        yield Kind.FORMER_NAME, "", self._texts(_FORMER_NAME, DefaultGraph())
        yield Kind.ALIAS, "", self._texts(v.ALT_LABEL, entities)
        # The editors' notes, and words of records.
        rows = self._view.rows(_RECORDS)
        records = self._numbered((row["entity"].value, row["text"].value) for row in rows)
        yield Kind.DESCRIPTION, "", chain(self._texts(v.NOTE, entities), records)
        for standing, quotes in self._quotes().items():
            yield Kind.QUOTE, standing, self._numbered(quotes)

    def _texts(self, predicate: NamedNode, layer: NamedNode | DefaultGraph) -> Iterator[_Numbered]:
        return self._numbered((iri, text) for iri, text, _ in self._literals(predicate, layer))

    def _numbered(self, named: Iterable[_Named]) -> Iterator[_Numbered]:
        """The texts of what is an entity, by its number."""
        number = self._number
        return ((number[iri], text) for iri, text in named if iri in number)

    def _quotes(self) -> dict[str, list[_Named]]:
        """The quotes by how the best statement stands that each supports."""
        best: dict[_Named, Standing] = {}
        for row in self._view.rows(_QUOTES):
            quote: _Named = row["entity"].value, row["text"].value
            standings = Standing(local_name(row["standing"])), best.get(quote)
            best[quote] = min(filter(None, standings), key=_BEST_FIRST.index)
        by_standing: defaultdict[str, list[_Named]] = defaultdict(list)
        for quote, standing in best.items():
            by_standing["" if standing is Standing.ACCEPTED else standing.value].append(quote)
        return by_standing

    def _literals(
        self, predicate: NamedNode, layer: NamedNode | DefaultGraph
    ) -> Iterator[tuple[str, str, str | None]]:
        """What has such a text, the text, and its language."""
        for quad in self._view.store.quads_for_pattern(None, predicate, None, layer):
            if isinstance(subject := quad.subject, NamedNode):
                literal = quad.object
                if isinstance(literal, Literal):
                    yield subject.value, literal.value, literal.language


class _Labels:
    """Labels of entities, which are numbered as they are first seen."""

    def __init__(self, literals: Iterable[tuple[str, str, str | None]]) -> None:
        self.seen: dict[str, int] = {}
        self._of: defaultdict[str | None, dict[int, str]] = defaultdict(dict)
        self._more: list[_Numbered] = []
        seen = self.seen
        for iri, text, language in literals:
            number, names = seen.setdefault(iri, len(seen)), self._of[language]
            if number in names:
                self._more.append((number, text))
            else:
                names[number] = text

    def __iter__(self) -> Iterator[_Numbered]:
        for names in self._of.values():
            yield from names.items()
        yield from self._more

    def order(self, said: Mapping[str, int]) -> list[int]:
        """Entities by how much is said of each, then by their IRIs."""
        order = sorted(range(len(self.seen)), key=[*self.seen].__getitem__)
        counts = {self.seen[iri]: -count for iri, count in said.items() if iri in self.seen}
        first = sorted((each for each in order if each in counts), key=counts.__getitem__)
        return [*first, *(each for each in order if each not in counts)]

    def preferring(self, language: str) -> dict[int, str]:
        """A label of each entity: in this language, else in zh or en, else in another."""
        in_order = sorted(
            self._of, key=lambda each: (each == language, each in ("zh", "en"), each or "")
        )
        return {number: text for each in in_order for number, text in self._of[each].items()}
