"""The Python face of files, and of the objects of other libraries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, overload

from finkg.errors import Language
from finkg.opened import OpenedGraph
from finkg.store.layers import Layer
from finkg.vocabulary import ID, local_name

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pyvis.network import Network
    from rdflib import Dataset

    from finkg.view.framed import Framed
    from finkg.view.scene import Scene


class Exported(OpenedGraph):
    """A graph that is written to files, drawn, and handed to other libraries."""

    def scene(self, focus: str | None = None) -> Scene:
        """The view-model of the interactive view, with where its statements stand through the years
        (not of a graph as of a day, nor of more than 20,000 claims)."""
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

    @overload
    def view(
        self, path: None = None, focus: str | None = None, lang: Language = "zh"
    ) -> Framed: ...
    @overload
    def view(self, path: str | Path, focus: str | None = None, lang: Language = "zh") -> Path: ...
    def view(
        self, path: str | Path | None = None, focus: str | None = None, lang: Language = "zh"
    ) -> Framed | Path:
        """The interactive view as one HTML document that needs no network: written to a file, or
        without a path shown in a notebook, in a sandboxed frame.

        Raises UnknownName, AmbiguousName, NotWritable, DiskFull.
        """
        page = self._page(focus, lang)
        return page if path is None else page.save(path)

    def _page(self, focus: str | None, lang: Language) -> Framed:
        """The page, from what the build kept for it, if it did."""
        from finkg.view.framed import Framed
        from finkg.view.heading import heading
        from finkg.view.kept import kept
        from finkg.view.page import render, render_kept

        ready = kept(self.snapshot.folder)
        if ready is None:
            scene = self.scene(focus)
            return Framed(render(scene, lang), heading(scene).in_language(lang))
        chosen = local_name(self.entity(focus)) if focus else None
        return Framed(render_kept(ready, lang, chosen), self.title.in_language(lang))

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
        """A real pyvis Network with the nodes and statements of the interactive view."""
        from finkg.view.layout import arrange
        from finkg.view.network import to_pyvis

        return to_pyvis(arrange(self.scene(focus), everything=True))
