"""How the values of claims read in the reasons that a build gives for their rank."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from finkg.errors import Text
from finkg.evidence.claim import Claim
from finkg.evidence.record import PRECISIONS, Observation, Shareholding
from finkg.schema import Schema
from finkg.workspace.cells import plain


class Wording:
    """Puts values into words, with the labels of a workspace's entities and of the ontology."""

    def __init__(self, names: Mapping[NamedNode, Text], schema: Schema) -> None:
        self._names = names
        self._schema = schema

    def value(self, claim: Claim) -> Text:
        """The value of a claim; of a record, its number with precision and unit."""
        record = claim.record
        if isinstance(record, Observation):
            unit = self._term(record.unit)
            return self._number(plain(record.value), record.precision, unit)
        if isinstance(record, Shareholding):
            return self._number(f"{plain(record.percent)}%", record.precision, Text("", ""))
        if isinstance(claim.value, Literal):
            words = claim.moment.text if claim.moment else claim.value.value
            return Text(words, words)
        return self._names.get(claim.value) or self._term(claim.value)

    def _number(self, number: str, word: str, unit: Text) -> Text:
        precision = self._term(PRECISIONS[word]) if word else Text("", "")
        parts = zip(precision, (number, number), unit, strict=True)
        zh, en = (" ".join(filter(None, part)) for part in parts)
        return Text(zh, en)

    def _term(self, term: NamedNode) -> Text:
        return Text(self._schema.label(term, "zh"), self._schema.label(term, "en"))
