"""A graph that is open: what it is, and what its names mean."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from finkg.displaying import Displayed, Listed
from finkg.errors import Text
from finkg.evidence.scenario import Scenario
from finkg.store.names import Names
from finkg.store.snapshot import Snapshot
from finkg.vocabulary import CITATION, ID, SOURCE_DOCUMENT

if TYPE_CHECKING:
    from finkg.catalogue.wording import Wording
    from finkg.search.hits import Hit
    from finkg.search.search import Search

SOURCE = Text("来源", "source")


class OpenedGraph(Displayed):
    """A snapshot as it is asked for, with its names."""

    def __init__(
        self, snapshot: Snapshot, base: Snapshot | None = None, scenario: Scenario | None = None
    ) -> None:
        """`base`, if given, is the whole graph that `snapshot` was derived from by `scenario`."""
        self.snapshot = snapshot
        self.scenario = scenario or Scenario()
        self._base = base or snapshot
        self.names = Names(snapshot, str(snapshot.manifest.get("base", ID)))

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.counts[name]} {name}" for name in ("entities", "claims"))
        return f"<{type(self).__name__} “{self.title.en}”, {self.day}: {counts}>"

    @property
    def title(self) -> Text:
        """What the graph is called, in zh and en."""
        words = self.snapshot.manifest["title"]
        return Text(words["zh"], words["en"])

    @property
    def counts(self) -> dict[str, int]:
        """How much there is: entities, rows, claims, triples by layer."""
        return dict(self.snapshot.manifest["counts"])

    @property
    def switched_off(self) -> dict[str, Text]:
        """The plausibility rules that were not asked, by name, each with the reason."""
        off = self.snapshot.manifest.get("switched_off", {})
        return {name: Text(**reason) for name, reason in off.items()}

    @property
    def left_out(self) -> list[str]:
        """The titles of the sources that the graph is without."""
        names = Names(self._base)
        return sorted(names.label(source, "zh") for source in self.scenario.without)

    @property
    def day(self) -> date:
        """The day as of which the graph is asked for, else the one up to which it answers."""
        return self.scenario.as_of or date.fromisoformat(str(self.snapshot.manifest["day"]))

    @cached_property
    def wording(self) -> Wording:
        """Puts terms of this graph into words of either language."""
        from finkg.catalogue.wording import Wording

        return Wording(self.snapshot, self.names)

    def entity(self, name: str) -> NamedNode:
        """The entity of this id, IRI, label or alias. Raises UnknownName, AmbiguousName.

        >>> kg.entity("蚂蚁金服") == kg.entity("ant-group")
        True
        """
        return self.names.find(name)

    def source(self, name: str) -> NamedNode:
        """The source of this id, IRI or title. Raises UnknownName, AmbiguousName.

        >>> kg.source("internet-finance-cases").value
        'https://w3id.org/finkg/id/internet-finance-cases'
        """
        return self.names.find(name, SOURCE, frozenset({SOURCE_DOCUMENT, CITATION}))

    def property_named(self, name: str) -> NamedNode:
        """The property of this local name. Raises UnknownName.

        >>> kg.property_named("launchedOn").value
        'https://w3id.org/finkg/ns#launchedOn'
        """
        return self.names.property(name)

    def search(self, text: str, limit: int | None = 20) -> list[Hit]:
        """What is called so or spoken of so, the best first: entities by their labels, aliases and
        former names, then by descriptions and quotes.

        Chinese, traditional or simplified, pinyin with or without tones, its initials, English,
        with typing errors. Each hit says what matched and how; a quote whose statement the plain
        view does not have says where it stands. All hits without a `limit`.

        >>> [(hit.id, hit.match.code) for hit in kg.search("huabei", 1)]
        [('huabei', 'exact')]
        """
        return Listed(self._search.find(text, limit))

    @cached_property
    def _search(self) -> Search:
        from finkg.search.search import Search

        return Search.of(self.snapshot)
