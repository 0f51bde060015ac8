"""Fills a scene from a graph: what stands in its layers, and what each statement rests on."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

from finkg import vocabulary as v
from finkg.analysis.relations import Relations
from finkg.collecting import uncollected
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.store.snapshot import Snapshot
from finkg.view.claims import SceneClaims
from finkg.view.documents import Sources
from finkg.view.kinds import KINDS
from finkg.view.naming import Labels, Words
from finkg.view.nodes import Nodes
from finkg.view.reading import Reader, named
from finkg.view.records import Records
from finkg.view.scene import Edge, PlausibilityRule, Relation, Scene, Scope
from finkg.view.statements import Statements

#: Whose value is an organization that a group is called after.
_HEADS: Final = ("memberOfGroup", "parentOrganization")
_KNOWN: Final = (Layer.TRUTH.value, Layer.INFERRED.value)


def compose(
    view: Snapshot,
    names: Names,
    title: Text,
    day: str,
    focus: NamedNode | None = None,
    scope: Scope = Scope(),  # noqa: B008 - frozen
) -> Scene:
    """The scene of a graph, which `scope` describes; a focus is selected when the page opens."""
    with uncollected(), Reader(view) as read:
        return _Composer(view, names, read, scope).scene(title, day, focus)


class _Composer:
    """Asks for all that a scene needs, then takes what has come."""

    def __init__(self, view: Snapshot, names: Names, read: Reader, scope: Scope) -> None:
        self._names = names
        self._scope = scope
        self._ontology = Relations(view)
        self._connecting = frozenset(self._ontology.connecting())
        labels, records = Labels(view, read), Records(read)
        self._words = Words(view, labels, records)
        self._claims = SceneClaims(view, read, self._words, records)
        self._sources = Sources(view, read, self._claims.evidence, self._claims.flags)
        self._nodes = Nodes(names, read, labels)
        self._statements = Statements(read, self._claims, possible=scope.possible)

    def scene(self, title: Text, day: str, focus: NamedNode | None) -> Scene:
        claims = self._claims.all
        entities = self._nodes.ids
        edges, facts = self._statements.made(entities, self._words)
        used = {evidence.source for claim in claims for evidence in claim.evidence}
        return Scene(
            title=title,
            date=day,
            kinds=KINDS,
            relations=tuple(self._relation(form) for form in self._claims.properties),
            nodes=self._nodes.made(_heads(edges)),
            edges=edges,
            claims=claims,
            facts=facts,
            sources=tuple(self._sources.told(used)),
            focus=v.local_name(focus) if focus and str(focus) in entities else None,
            scope=self._scope,
            rules=self._rules(),
        )

    def _relation(self, form: str) -> Relation:
        property_ = NamedNode(form[1:-1])
        wider = sorted((v.local_name(p), turned) for p, turned in self._ontology.wider(property_))
        return Relation(
            named(form),
            self._names.labels(property_),
            connects=property_ in self._connecting,
            wider=tuple(name for name, turned in wider if not turned),
            turned=tuple(name for name, turned in wider if turned),
        )

    def _rules(self) -> tuple[PlausibilityRule, ...]:
        """Every rule that doubts something here, by id."""
        rules = sorted(self._claims.flags.rules, key=named)
        labels = (self._names.labels(NamedNode(rule[1:-1])) for rule in rules)
        return tuple(map(PlausibilityRule, map(named, rules), labels))


def _heads(edges: tuple[Edge, ...]) -> set[str]:
    """Organizations that a group is called after, by id."""
    return {edge.value for edge in edges if edge.relation in _HEADS and edge.layer in _KNOWN}
