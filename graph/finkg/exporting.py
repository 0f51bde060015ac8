"""The Python face of files, and of the objects of other libraries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from finkg.errors import Language
from finkg.opened import OpenedGraph
from finkg.store.layers import Layer
from finkg.vocabulary import ID

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pyvis.network import Network
    from rdflib import Dataset

    from finkg.view.scene import Scene


class Exported(OpenedGraph):
    """A graph that is written to files, drawn, and handed to other libraries."""

    def scene(self, focus: str | None = None) -> Scene:
        """The view-model of the interactive view."""
        from finkg.build.years import years
        from finkg.view.compose import compose
        from finkg.view.scope import scope_of
        from finkg.view.timeline import MOST_CLAIMS, timed

        day = str(self.snapshot.manifest["day"])
        chosen = self.entity(focus) if focus else None
        scope = scope_of(self.scenario, self._base)
        scene = compose(self.snapshot, self.names, self.title, day, chosen, scope)
        if self.scenario.as_of or len(scene.claims) > MOST_CLAIMS:
            return scene
        return timed(scene, years(self._base, self.scenario))

    def view(self, path: str | Path, focus: str | None = None, lang: Language = "zh") -> Path:
        """Write the interactive view as one HTML file that needs no network."""
        from finkg.files import write_file
        from finkg.view.page import render

        return write_file(Path(path), render(self.scene(focus), lang).encode())

    def export(self, path: str | Path, syntax: str = "", layers: Iterable[str] = ()) -> Path:
        """Write the graph; the syntax is named, or told from the suffix.

        Raises UnknownFormat, UnknownLayer, NotWritable, DiskFull.
        """
        from finkg.export import rdf
        from finkg.files import write_file

        chosen = rdf.syntax(syntax, str(path))
        content = rdf.rdf(self.snapshot, chosen, [Layer.named(name) for name in layers])
        return write_file(Path(path), content)

    def to_rdflib(self, layers: Iterable[str] = ()) -> Dataset:
        """A real rdflib Dataset that reads this graph at Oxigraph's speed, and never changes it.

        Its default graph is the plain view; its named graphs are all layers, or `layers`. Queries
        are answered as by `query` with these layers opened. Raises UnknownLayer; what would write
        to it raises ReadOnlyGraph.
        """
        from finkg.export.objects import to_rdflib

        return to_rdflib(self.snapshot, [Layer.named(name) for name in layers])

    def to_networkx(
        self, layers: Iterable[str] = (), *, records: bool = False, claims: bool = False
    ) -> MultiDiGraph:
        """A MultiDiGraph of the plain view: entities, by their ids, and each statement between two
        of them as an edge, whose key is the statement.

        `layers` opens further ones; `layer` of an edge says where it stands. With `records`,
        observations, shareholdings and effects are nodes too; with `claims`, edges have the claims
        by which they stand, their rank and times, and how many independent sources back them.
        GraphML and GEXF hold all of it. Raises UnknownLayer.
        """
        from finkg.export.objects import to_networkx

        possible = (Layer.POSSIBLE,) if self.scenario.possible else ()
        opened = (*possible, *map(Layer.named, layers))
        base = str(self.snapshot.manifest.get("base", ID))
        return to_networkx(self.snapshot, self.names, base, opened, records=records, claims=claims)

    def to_pyvis(self, focus: str | None = None) -> Network:
        """A real pyvis Network of the interactive view."""
        from finkg.view.layout import arrange
        from finkg.view.network import to_pyvis

        return to_pyvis(arrange(self.scene(focus), everything=True))
