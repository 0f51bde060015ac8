"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from finkg.displaying import Displayed
from finkg.search.entries import Kind
from finkg.search.matching import Match
from finkg.vocabulary import local_name
from finkg.words import Text


@dataclass(frozen=True, slots=True)
class Hit(Displayed):
    """An entity that a search found, by the best of its names or of the texts about it."""

    entity: NamedNode
    #: In zh and en.
    label: Text
    classes: tuple[NamedNode, ...]
    #: The name or text that answers the query, as it stands in the graph.
    text: str
    kind: Kind
    match: Match
    #: Where the statement stands that a quote supports (`Doubtful`, `Outranked`, ...); empty for
    #: what the plain view says.
    standing: str = ""

    @property
    def id(self) -> str:
        """The last part of the entity's IRI."""
        return local_name(self.entity)
