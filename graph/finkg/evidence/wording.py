"""How things and the values of claims read in the reasons that a build gives."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.claim import Claim
from finkg.evidence.record import PRECISIONS, Observation, Shareholding
from finkg.figures import amount
from finkg.schema import Schema

_PERCENT = Text("%", " %")


class Wording:
    """Puts values into words, with the labels of a workspace's entities and of the ontology."""

    def __init__(self, names: Mapping[NamedNode, Text], schema: Schema) -> None:
        self._names = names
        self._schema = schema

    def value(self, claim: Claim) -> Text:
        """The value of a claim; of a record, its number with precision and unit."""
        record = claim.record
        if isinstance(record, Observation):
            return self._amount(record.value, record.precision, self.term(record.unit))
        if isinstance(record, Shareholding):
            return self._amount(record.percent, record.precision, _PERCENT)
        if isinstance(claim.value, Literal):
            words = claim.moment.text if claim.moment else claim.value.value
            return Text(words, words)
        return self.term(claim.value)

    def _amount(self, value: Decimal, word: str, unit: Text) -> Text:
        precision = self.term(PRECISIONS[word]) if word else Text("", "")
        zh, en = (
            amount(value, qualified, counted, lang)
            for lang, qualified, counted in zip(("zh", "en"), precision, unit, strict=True)
        )
        return Text(zh, en)

    def term(self, term: NamedNode) -> Text:
        """The label of an entity or of a term of the ontology."""
        known = self._names.get(term)
        return known or Text(self._schema.label(term, "zh"), self._schema.label(term, "en"))
