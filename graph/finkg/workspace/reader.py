"""What the readers of all tables share: what is known so far, and where problems go."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem, Text
from finkg.evidence.claim import Claim
from finkg.evidence.support import Evidence, Source
from finkg.schema import Property, Schema
from finkg.vocabulary import CITATION, SOURCE_DOCUMENT, local_name
from finkg.workspace.model import Row, Workspace
from finkg.workspace.nearest import Nearest
from finkg.workspace.problems import (
    BadId,
    ComputedProperty,
    DuplicateId,
    DuplicateRow,
    OtherTable,
    UnknownEntity,
    UnknownProperty,
    WrongClass,
)

_ID = re.compile(r"(?![a-z]-)[a-z][a-z0-9-]{1,63}")
_SUBJECT, _VALUE = Text("主语", "subject"), Text("取值", "value")
_TABLE_OF = {
    "MetricObservation": "observations.csv",
    "Shareholding": "holdings.csv",
    "RegulatoryEffect": "effects.csv",
}
_ENOUGH = 0.6


def is_id(name: str) -> bool:
    """Whether a name may be an id: readable ASCII that no machine's id looks like."""
    return _ID.fullmatch(name) is not None


@dataclass
class Reader:
    """Reads one folder into a workspace. Problems are collected, never raised, so all are said."""

    workspace: Workspace
    schema: Schema
    folder: Path
    #: Base IRI of the folder's own entities and sources.
    base: str
    #: What tells the files of an extended workspace apart where they are named.
    prefix: str = ""
    _nearest: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def report(self, problem: Problem) -> None:
        self.workspace.problems.append(problem)

    def iri(self, name: str) -> NamedNode:
        """The IRI of an id of this folder."""
        return NamedNode(self.base + name)

    def claim_id(self, name: str, where: Location) -> bool:
        """Whether an id is well spelled and free; then it is taken from here on."""
        first = self.workspace.places.get(name)
        if not is_id(name):
            self.report(BadId(name).at(where))
        elif first:
            self.report(DuplicateId(name, first).at(where))
        else:
            self.workspace.places[name] = Location(where.file, where.line)
            return True
        return False

    def knows(self, name: str) -> bool:
        return name in self.workspace.entities or name in self.workspace.sources

    def entity(self, name: str) -> NamedNode:
        """The entity or source of this id. Raises UnknownEntity."""
        known = self.workspace.entities.get(name) or self.workspace.sources.get(name)
        if known is None:
            raise UnknownEntity(name, self._near(name))
        return known.id if isinstance(known, Source) else known.iri

    def _near(self, name: str) -> tuple[str, ...]:
        """The ids nearest to a name, by id, label or alias."""
        if name not in self._nearest:
            by_name = self._by_name
            close = self._names.to(name, 4)
            ids = by_name.get(name) or [i for spelling in close for i in by_name[spelling]]
            self._nearest[name] = tuple(dict.fromkeys(ids))[:3]
        return self._nearest[name]

    @cached_property
    def _names(self) -> Nearest:
        return Nearest(self._by_name)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """Ids by id, label and alias; read once all entities are known."""
        ids: dict[str, list[str]] = {name: [name] for name in self.workspace.places}
        for entity in self.workspace.entities.values():
            for name in (*entity.label, *entity.aliases):
                ids.setdefault(name, []).append(entity.id)
        return ids

    def property(self, name: str, table: str) -> Property:
        """A property that this table may state.

        Raises UnknownProperty, ComputedProperty, OtherTable.
        """
        found = self.described(name)
        if found.computed:
            raise ComputedProperty(name)
        home = _TABLE_OF[local_name(found.detail_class)] if found.detail_class else "claims.csv"
        if home != table:
            raise OtherTable(name, home)
        return found

    def described(self, name: str) -> Property:
        """A property of facts, whoever may state it. Raises UnknownProperty."""
        known = self.schema.properties
        if name not in known:
            raise UnknownProperty(name, tuple(get_close_matches(name, known, 3, _ENOUGH)))
        return known[name]

    def check_subject(self, name: str, known: Property) -> None:
        """Raises WrongClass where the subject lies outside the property's domain."""
        self.check_class(name, known.name, _SUBJECT, known.domains)

    def check_value(self, name: str, known: Property) -> None:
        """Raises WrongClass where the value lies outside the property's range."""
        self.check_class(name, known.name, _VALUE, known.ranges)

    def check_class(
        self, name: str, property_name: str, end: Text, expected: frozenset[NamedNode]
    ) -> None:
        """Raises WrongClass unless a known id is of one of the classes, or of one below them."""
        found = self._classes(name)
        above = {cls for own in found for cls in self.schema.superclasses(own)}
        # An entity whose own classes are wrong has been reported as such.
        if expected and found and not expected & above:
            raise WrongClass(property_name, end, name, _names(expected), _names(found))

    def _classes(self, name: str) -> tuple[NamedNode, ...]:
        entity = self.workspace.entities.get(name)
        if entity:
            return entity.types
        source = self.workspace.sources[name]
        return (SOURCE_DOCUMENT if source.is_text else CITATION,)

    def take(self, claim: Claim, evidence: Evidence, where: Location) -> None:
        """Add a row to the workspace, once."""
        first = self._stated.setdefault(evidence.id, where)
        if first is not where:
            self.report(DuplicateRow(first).at(where))
            return
        self.workspace.rows.append(Row(claim, evidence, where))

    @cached_property
    def _stated(self) -> dict[NamedNode, Location]:
        return {row.evidence.id: row.where for row in self.workspace.rows}


def _names(classes: Iterable[NamedNode]) -> tuple[str, ...]:
    return tuple(sorted(local_name(cls) for cls in classes))
