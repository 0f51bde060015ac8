"""The claims of a scene: read once from the claims layer, each with all that bears on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from finkg import vocabulary as v
from finkg.errors import Text
from finkg.store.view import GraphView
from finkg.view.inferences import Inferences
from finkg.view.naming import Words
from finkg.view.parts import Disputes, Evidences, Flags
from finkg.view.reading import Form, Reader, Usual, column, language, named, word
from finkg.view.records import Records
from finkg.view.scene import NO_TEXT, Claim

#: What a claim says, as forms: subject, property, value.
Triple: TypeAlias = tuple[Form, Form, Form]


class SceneClaims:
    """Claims of a graph as a scene holds them."""

    def __init__(self, view: GraphView, read: Reader, words: Words, records: Records) -> None:
        self._words = words
        self._records = records
        self._properties = read.by_value(v.CLAIM_PROPERTY)
        self._subjects, self._values = read.pairs(v.CLAIM_SUBJECT), read.pairs(v.CLAIM_VALUE)
        self._kinds = read.usual(v.KIND, v.CLAIM_SUBJECT)
        self._ranks = read.usual(v.RANK, v.CLAIM_SUBJECT)
        self._reasons = read.usual(v.RANK_REASON, v.CLAIM_SUBJECT)
        self._standings = read.usual(v.STANDING, v.CLAIM_SUBJECT, v.CONCLUDED)
        self.evidence, self.flags = Evidences(read), Flags(read)
        self._inferences, self._disputes = Inferences(view, read), Disputes(read)

    @cached_property
    def properties(self) -> list[Form]:
        """The properties that some claim has, in order."""
        return [*self._properties.result()]

    @cached_property
    def _property(self) -> dict[Form, Form]:
        """The property of each claim, in the order of the claims."""
        found = {c: p for p, claims in self._properties.result().items() for c in claims}
        return {claim: found[claim] for claim in sorted(found)}

    @cached_property
    def ids(self) -> dict[Form, str]:
        """The id of each claim, in order."""
        return {claim: named(claim) for claim in self._property}

    @cached_property
    def _ends(self) -> tuple[dict[Form, Form], dict[Form, Form]]:
        """The subject and the value of each claim."""
        return self._subjects.result().first(), self._values.result().first()

    @cached_property
    def by_triple(self) -> dict[Triple, list[str]]:
        """The claims that say what a triple says, by id, in order."""
        subjects, values = self._ends
        found: defaultdict[Triple, list[str]] = defaultdict(list)
        for claim, property_ in self._property.items():
            found[subjects[claim], property_, values[claim]].append(self.ids[claim])
        return found

    @cached_property
    def all(self) -> tuple[Claim, ...]:
        """Every claim, by id."""
        rows = {claim: row for row, claim in enumerate(self._property)}
        subjects, values = self._ends
        things = {form: self._words.thing(form) for form in {*subjects.values(), *values.values()}}
        relations = {form: named(form) for form in self.properties}
        standing, standings = _names(self._standings.result())
        inferences = self._inferences.by_claim(
            self.ids,
            lambda node: standings.get(node, standing),
            lambda claim: (things[subjects[claim]].label, things[values[claim]].label),
        )
        columns = (
            self.ids.values(),
            [things[subjects[claim]] for claim in rows],
            [relations[property_] for property_ in self._property.values()],
            [things[values[claim]] for claim in rows],
            column(self._words.details(), rows, NO_TEXT),
            column(self._words.figures(), rows, NO_TEXT),
            _column(_names(self._kinds.result()), rows),
            _column(_names(self._ranks.result()), rows),
            _texts(self._reasons.result(), rows),
            column(standings, rows, standing),
            *(column(told, rows, "") for told in self._records.times(values)),
            column(self.flags.by_claim(), rows, ()),
            column(self.evidence.by_claim(), rows, ()),
            column(inferences, rows, ()),
            column(self._disputes.by_claim(), rows, ()),
        )
        return tuple(map(Claim, *columns))

    @cached_property
    def with_figure(self) -> dict[str, Claim]:
        """The claims that have a percentage, by id."""
        return {claim.id: claim for claim in self.all if claim.figure.zh}


def _names(said: Usual) -> tuple[str, dict[Form, str]]:
    """The local name that a predicate gives most nodes, and that of each other node."""
    names = {form: named(form) for form in set(said.others.values)}
    others = {node: names[form] for node, form in said.others.first().items()}
    return "".join(map(named, said.usual)), others


def _column(said: tuple[str, dict[Form, str]], rows: Mapping[Form, int]) -> list[str]:
    usual, others = said
    return column(others, rows, usual)


def _texts(said: Usual, rows: Mapping[Form, int]) -> list[Text]:
    """The text of each node in zh and en, each text made once."""
    columns, others = [], said.others.by_language()
    for lang in ("zh", "en"):
        usual = "".join(word(form) for form in said.usual if language(form) == lang)
        columns.append(column(others[lang], rows, usual))
    made: dict[tuple[str, str], Text] = {}
    return [
        made.get(both) or made.setdefault(both, Text(*both)) for both in zip(*columns, strict=True)
    ]
