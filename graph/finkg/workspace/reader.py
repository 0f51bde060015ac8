"""What the readers of all tables share: the entities known so far, and where problems go."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

from pyoxigraph import NamedNode

from finkg.errors import Location, Problem, Text
from finkg.evidence.support import Source
from finkg.schema import Property, Schema
from finkg.vocabulary import CITATION, SOURCE_DOCUMENT, local_name
from finkg.workspace.model import Entity, Workspace
from finkg.workspace.problems import (
    ComputedProperty,
    OtherTable,
    UnknownEntity,
    UnknownProperty,
    WrongClass,
)

_SUBJECT, _VALUE = Text("主语", "subject"), Text("取值", "value")
_TABLE_OF = {
    "MetricObservation": "observations.csv",
    "Shareholding": "holdings.csv",
    "RegulatoryEffect": "effects.csv",
}


class Reader:
    """Reads into a workspace. Problems are collected, never raised, so that all are said."""

    def __init__(self, workspace: Workspace, schema: Schema, prefix: str = "") -> None:
        """`prefix` tells the files of an extended workspace apart where they are named."""
        self.workspace = workspace
        self.schema = schema
        self.prefix = prefix

    def report(self, problem: Problem) -> None:
        self.workspace.problems.append(problem)

    def entity(self, name: str) -> NamedNode:
        """The entity or source of this id. Raises UnknownEntity."""
        known = self.workspace.entities.get(name) or self.workspace.sources.get(name)
        if known is None:
            raise UnknownEntity(name, self._nearest(name))
        return known.id if isinstance(known, Source) else known.iri

    def _nearest(self, name: str) -> tuple[str, ...]:
        by_name = self._by_name
        if name in by_name:
            return (by_name[name],)
        close = get_close_matches(name, [*self.workspace.entities, *by_name], 4, 0.6)
        return tuple(dict.fromkeys(by_name.get(spelling, spelling) for spelling in close))[:3]

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Ids by label and alias, for hints."""
        return {
            name: entity.id
            for entity in self.workspace.entities.values()
            for name in (*entity.aliases, *entity.label)
        }

    def property(self, name: str, table: str) -> Property:
        """A property that this table may state.

        Raises UnknownProperty, ComputedProperty, OtherTable.
        """
        known = self.schema.properties
        found = known.get(name)
        if found is None:
            raise UnknownProperty(name, tuple(get_close_matches(name, known, 3, 0.6)))
        if found.computed:
            raise ComputedProperty(name)
        if found.detail_class and table == "claims.csv":
            raise OtherTable(name, _TABLE_OF[local_name(found.detail_class)])
        return found

    def check_subject(self, name: str, known: Property) -> None:
        """Raises WrongClass where the subject lies outside the property's domain."""
        self._check_class(name, known, _SUBJECT, known.domains)

    def check_value(self, name: str, known: Property) -> None:
        """Raises WrongClass where the value lies outside the property's range."""
        self._check_class(name, known, _VALUE, known.ranges)

    def _check_class(
        self, name: str, known: Property, end: Text, wanted: Iterable[NamedNode]
    ) -> None:
        expected = frozenset(wanted)
        found = self._classes(name)
        above = {cls for own in found for cls in self.schema.superclasses(own)}
        if expected and not expected & above:
            raise WrongClass(known.name, end, name, self._labels(expected), self._labels(found))

    def _classes(self, name: str) -> tuple[NamedNode, ...]:
        entity = self.workspace.entities.get(name)
        if entity:
            return entity.types
        source = self.workspace.sources[name]
        return (SOURCE_DOCUMENT if source.is_text else CITATION,)

    def _labels(self, classes: Iterable[NamedNode]) -> tuple[str, ...]:
        return tuple(sorted(local_name(cls) for cls in classes))

    def place_of(self, name: str) -> Location:
        """Where an id was first used."""
        entity: Entity | None = self.workspace.entities.get(name)
        return entity.where if entity else Location(f"sources/{name}")
