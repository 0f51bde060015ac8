"""What the terms of a scene are called: labels read at once, any other term worded once."""

from __future__ import annotations

from functools import cached_property

from pyoxigraph import Literal, NamedNode

from finkg import vocabulary as v
from finkg.catalogue.wording import Wording
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.view import GraphView
from finkg.view.reading import Form, Reader, named, term
from finkg.view.records import PERCENT, PRECISION, Parts, Records
from finkg.view.scene import Thing


class Labels(Names):
    """Names of which those of all entities are read at once; any other is looked up once."""

    def __init__(self, view: GraphView, read: Reader) -> None:
        super().__init__(view)
        self._pairs = read.pairs(v.LABEL, Layer.ENTITIES)
        self._others: dict[NamedNode, Text] = {}

    @cached_property
    def of_entities(self) -> dict[Form, Text]:
        """The labels of entities and sources; what has one in a single language has it in both."""
        pairs = self._pairs.result()
        said = pairs.by_language()
        zh, en = said["zh"], said["en"]
        others = {node: text for texts in said.values() for node, text in texts.items()}
        return {
            node: Text(zh.get(node) or text, en.get(node) or text)
            for node, text in {**others, **en, **zh}.items()
        }

    def of(self, form: Form) -> Text:
        """The labels of a node, by language."""
        return self.of_entities.get(form) or self.labels(NamedNode(form[1:-1]))

    def labels(self, term: NamedNode) -> Text:
        """The labels of a term, by language."""
        found = self.of_entities.get(f"<{term.value}>") or self._others.get(term)
        if not found:
            found = Text(super().label(term, "zh"), super().label(term, "en"))
            self._others[term] = found
        return found

    def label(self, term: NamedNode, lang: str) -> str:
        """The label in a language, else in the other, else the last part of the IRI."""
        return self.labels(term).in_language(lang)


class Words(Wording):
    """Puts the terms of a scene into words, each term once."""

    def __init__(self, view: GraphView, labels: Labels, records: Records) -> None:
        super().__init__(view, labels)
        self._labels = labels
        self._records = records
        self._things: dict[Form, Thing] = {}

    def _record(self, node: NamedNode) -> Parts:
        return self._records.parts(f"<{node.value}>")

    def both(self, term: NamedNode | Literal) -> Text:
        """A term in zh and en."""
        return Text(self.term(term, "zh"), self.term(term, "en"))

    def thing(self, form: Form) -> Thing:
        """A term as a claim speaks of it; an entity is whatever has a label."""
        found = self._things.get(form)
        if not found:
            found = self._things[form] = self._thing(form)
        return found

    def _thing(self, form: Form) -> Thing:
        if label := self._labels.of_entities.get(form):
            return Thing(label, named(form))
        node = term(form)
        is_entity = (
            isinstance(node, NamedNode)
            and not self._records.parts(form)
            and bool(self._view.objects(node, v.LABEL))
        )
        if is_entity:
            return Thing(self.both(node), named(form))
        return Thing(self.both(node), term=str(node))

    def details(self) -> dict[Form, Text]:
        """What the shareholdings and effects of claims say besides their ends, by claim."""
        found = {}
        for claim, record in self._records.of_claims.items():
            node = NamedNode(record[1:-1])
            found[claim] = Text(self.detail(node, "zh"), self.detail(node, "en"))
        return found

    def figures(self) -> dict[Form, Text]:
        """The percentages of shareholdings, by claim."""
        return {
            claim: self._figure(parts)
            for claim, record in self._records.of_claims.items()
            if PERCENT in (parts := self._records.parts(record))
        }

    def _figure(self, parts: Parts) -> Text:
        said = [self.both(parts[part]) for part in (PRECISION, PERCENT) if part in parts]
        return Text("".join(it.zh for it in said) + "%", " ".join(it.en for it in said) + "%")
