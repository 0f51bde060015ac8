"""The nodes of a scene: entities with their names, classes and kinds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property

from finkg import vocabulary as v
from finkg.errors import Text
from finkg.store.layers import Layer
from finkg.store.names import Names
from finkg.view.kinds import kind_of
from finkg.view.naming import Labels
from finkg.view.reading import Form, Reader, column, named, word
from finkg.view.scene import Node

_SOURCES = frozenset(map(v.local_name, (v.SOURCE_DOCUMENT, v.CITATION)))


class Nodes:
    """Entities; sources are no nodes of the picture."""

    def __init__(self, names: Names, read: Reader, labels: Labels) -> None:
        self._names = names
        self._labels = labels
        self._types = read.by_value(v.TYPE, Layer.ENTITIES)
        self._aliases = read.pairs(v.ALT_LABEL, Layer.ENTITIES)

    @cached_property
    def _classes(self) -> dict[Form, frozenset[str]]:
        """The local names of the classes of each entity, in the order of their IRIs."""
        found: defaultdict[Form, frozenset[str]] = defaultdict(frozenset)
        for form, nodes in self._types.result().items():
            more: dict[frozenset[str], frozenset[str]] = {}
            for node in nodes:
                had = found[node]
                found[node] = more.get(had) or more.setdefault(had, had | {named(form)})
        kept = sorted(node[1:-1] for node, names in found.items() if not names & _SOURCES)
        return {form: found[form] for form in (f"<{iri}>" for iri in kept)}

    @cached_property
    def ids(self) -> dict[Form, str]:
        """The id of each entity."""
        return {node: named(node) for node in self._classes}

    def made(self, heads: Collection[str]) -> tuple[Node, ...]:
        """Every node, by IRI; `heads` are the ids of those that a group is called after."""
        head = frozenset(("ParentGroup",))
        classes = [
            classes | head if id_ in heads else classes
            for id_, classes in zip(self.ids.values(), self._classes.values(), strict=True)
        ]
        looks = {each: (kind_of(each), self._types_of(each)) for each in set(classes)}
        aliases = {
            node: tuple(map(word, forms)) for node, forms in self._aliases.result().all().items()
        }
        names = {each: tuple(sorted(each)) for each in set(self._classes.values())}
        columns = (
            self.ids.values(),
            [node[1:-1] for node in self.ids],
            [looks[each][0] for each in classes],
            map(self._labels.of, self.ids),
            column(aliases, {node: row for row, node in enumerate(self.ids)}, ()),
            [looks[each][1] for each in classes],
            [names[each] for each in self._classes.values()],
        )
        return tuple(map(Node, *columns))

    def _types_of(self, classes: frozenset[str]) -> tuple[Text, ...]:
        return tuple(self._names.labels(v.fk(name)) for name in sorted(classes))
