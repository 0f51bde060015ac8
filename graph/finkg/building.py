"""The build of a workspace, and of what is quicker to keep with a graph than to find in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from finkg.build import pipeline
from finkg.build.pipeline import BuildReport
from finkg.graph import open_graph


def build(folder: Path, snapshot: Path, marks: Mapping[str, object] | None = None) -> BuildReport:
    """Build a workspace into a snapshot as `finkg.build.pipeline.build` does; of a large graph its
    view is kept, too.

    Raises InvalidWorkspace with every problem of the run, FileProblem, DefinitionProblem.
    """
    report = pipeline.build(folder, snapshot, marks)
    from finkg.view.kept import CLAIMS, keep

    if report.counts["claims"] in CLAIMS:
        kg = open_graph(snapshot)
        keep(kg.scene(), kg.snapshot.folder)
    return report
