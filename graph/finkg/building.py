"""The build of a workspace, and of what is quicker to keep with a graph than to find in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from finkg.build import pipeline
from finkg.build.pipeline import BuildReport
from finkg.graph import KnowledgeGraph, open_graph


def build(folder: Path, snapshot: Path, marks: Mapping[str, object] | None = None) -> BuildReport:
    """Build a workspace into a snapshot as `finkg.build.pipeline.build` does; of a large graph its
    view is kept, too.

    Raises InvalidWorkspace with every problem of the run, FileProblem, DefinitionProblem.
    """
    report = pipeline.build(folder, snapshot, marks)
    from finkg.view.kept import CLAIMS

    if report.counts["claims"] in CLAIMS:
        _keep_view(open_graph(snapshot))
    return report


def _keep_view(kg: KnowledgeGraph) -> None:
    """With its years, which nobody would wait for who only wants to see it."""
    from finkg.build.years import years
    from finkg.view.kept import keep
    from finkg.view.timeline import timed

    scene = kg.scene()
    keep(scene if scene.timeline else timed(scene, years(kg.snapshot)), kg.snapshot.folder)
